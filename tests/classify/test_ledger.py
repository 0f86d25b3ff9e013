"""Which figure answers to which in the ledger, as a proofreader would enter them."""

from __future__ import annotations

import pytest

from diffcore import Collation
from tests.classify.notation import collate_notation

ENTRIES = [
    ("应当在三十日内办结。", ["same 三十日 三十日"]),
    ("应当在[-三十日-]{+十五日+}内办结。", ["changed 三十日 十五日"]),
    ("占比达到[-百分之五十-]{+50%+}以上。", ["other_form 百分之五十 50%"]),
    ("补助[-3万元-]{+30000元+}。", ["other_form 3万元 30000元"]),
    ("到[-2025-]年完成。", ["missing 2025年 -"]),
    ("到[-2025-]年[-3-]月完成。", ["missing 2025年3月 -"]),
    ("新增床位{+300+}张。", ["extra - 300张"]),
    ("比例为[-1:2-]{+:+}。", ["missing 1:2 -"]),
    ("由[-一-]{+两+}个单位共同承办。", ["changed 一个 两个"]),
    ("期限为3年[-至-]{+、+}5年。", ["changed 3年至5年 5年", "extra - 3年"]),
    ("在三十个{+工作日+}内办结。", ["changed 三十个 三十个工作日"]),
    (
        "依照本条第[-四-]{+五+}项、第[-五-]{+六+}项处理。",
        ["changed 第四项 第五项", "changed 第五项 第六项"],
    ),
    ("依照[-第三条-]{+第五条第二款+}处理。", ["changed 第三条 第五条", "extra - 第二款"]),
    ("采用[-BIM-]技术。", []),
    ("推广[-5G-]网络。", ["missing 5G -"]),
]


def entries_of(collation: Collation) -> list[str]:
    return [
        f"{entry.status} {base.text or '-'} {other.text or '-'}"
        for entry in collation.figures
        for base, other in [entry.readings]
    ]


@pytest.mark.parametrize(("notation", "entries"), ENTRIES)
def test_a_figure_is_entered_with_what_answers_to_it(notation: str, entries: list[str]) -> None:
    assert entries_of(collate_notation(notation)) == entries


def test_the_figures_of_a_clause_that_is_left_out_are_missing_and_point_at_it() -> None:
    collation = collate_notation(
        "第一条　为了规范档案管理，制定本办法。\n"
        "[-第二条　档案馆应当在每年3月1日前清点库存，误差不超过百分之一。\n-]"
        "第[-三-]{+二+}条　借阅档案的单位应当办理登记手续，并在30日内归还。\n"
    )
    assert entries_of(collation) == [
        "missing 3月1日 -",
        "missing 百分之一 -",
        "same 30日 30日",
    ]
    (omitted,) = (f.id for f in collation.findings if f.kind == "omitted_clause")
    assert [entry.findings for entry in collation.figures] == [(omitted,), (omitted,), ()]


def test_the_figures_of_a_moved_clause_are_paired_in_its_row() -> None:
    collation = collate_notation(
        "[-第一条　档案馆应当每季度清点库存，在15日内公布清点结果。\n-]"
        "第二条　借阅档案的，应当办理登记手续，在30日内归还。\n"
        "第三条　档案数字化成果与原件具有同等的利用价值。\n"
        "{+第一条　档案馆应当每季度清点库存，在20日内公布清点结果。\n+}"
    )
    assert sorted(entries_of(collation)) == ["changed 15日 20日", "same 30日 30日"]


def test_a_label_is_numbering_and_a_reference_to_it_is_a_figure() -> None:
    collation = collate_notation(
        "第一条　为了规范档案管理，制定本办法。\n"
        "{+第二条　档案工作实行统一领导、分级管理的原则。\n+}"
        "第[-二-]{+三+}条　借阅档案的单位应当办理登记手续并按期归还。\n"
        "第[-三-]{+四+}条　违反本办法第[-二-]{+三+}条规定的，予以通报。\n"
    )
    assert entries_of(collation) == ["changed 第二条 第三条"]


def test_a_figure_across_a_paragraph_break_of_one_text_is_one_figure() -> None:
    text = (
        "第一条　档案馆应当每季度清点库存。\n第二条　本办法自2025年{+\n+}3月1日起施行，长期有效。\n"
    )
    collation = collate_notation(text)
    assert {entry.status for entry in collation.figures} == {"same"}


def test_a_side_without_the_figure_points_at_its_place_and_has_no_value() -> None:
    collation = collate_notation("新增床位[-300-]张。")
    (entry,) = collation.figures
    other = entry.readings.other
    text = collation.witnesses.other.source.text
    assert (other.text, other.value, other.unit) == ("", None, "")
    assert text[: other.span.start].endswith("新增床位")
    assert (entry.readings.base.value, entry.readings.base.unit) == ("300", "张")
    assert entry.address == "第二条"
