"""Phrases, messages, groups, counts and notices as a reader meets them."""

from __future__ import annotations

import pytest

from diffcore import Collation
from diffcore.model import Finding
from tests.classify.notation import collate_notation, collate_texts, tell


def only(collation: Collation) -> Finding:
    assert len(collation.findings) == 1, [tell(f) for f in collation.findings]
    return collation.findings[0]


@pytest.mark.parametrize(
    ("notation", "base", "other"),
    [
        (
            "力争到[-2025-]年建成数字档案馆。",
            "力争到2025年建成数字档案馆",
            "力争到年建成数字档案馆",
        ),
        ("增强发展新[-动能-]{+效能+}。", "新动能", "新效能"),
        ("提供借阅[-、-]{+和+}复制服务。", "借阅、复制", "借阅和复制"),
        ("加强[-统筹-]协调。", "加强统筹协调", "加强协调"),
    ],
)
def test_phrases_are_cut_at_the_same_places(notation: str, base: str, other: str) -> None:
    readings = only(collate_notation(notation)).readings
    assert (readings.base.phrase, readings.other.phrase) == (base, other)


def test_a_phrase_keeps_its_printed_blanks() -> None:
    readings = only(collate_notation("力争到 [-2025-] 年，建成五个分馆。")).readings
    assert readings.base.phrase == "力争到 2025 年"
    assert readings.other.phrase == "力争到 年"


def test_an_omission_has_the_empty_span_at_its_place() -> None:
    collation = collate_notation("加强[-统筹-]协调。")
    other = only(collation).readings.other
    text = collation.witnesses.other.source.text
    assert other.text == ""
    assert text[: other.span.start].endswith("加强")
    assert text[other.span.end :].startswith("协调")


def test_messages_tell_what_differs_and_not_which_is_right() -> None:
    assert (
        only(collate_notation("力争到[-2025-]年建成。")).message.zh == "校本缺数字：底本作「2025」"
    )
    message = only(collate_notation("增强发展新[-动能-]{+效能+}。")).message
    assert message.zh == "底本作「新动能」，校本作「新效能」"
    assert message.en == "Base “新动能”, other “新效能”"


STRIPPED = (
    "第一条　本办法自[-2024-]年起施行，为期[-3-]年。\n"
    "第二条　每馆配备[-5G-]终端[-12-]台，采用[-RFID-]标签。\n"
    "第三条　档案馆每季度清点库存，公布结果。\n"
)


def test_lost_figures_and_letters_are_one_group() -> None:
    collation = collate_notation(STRIPPED)
    (group,) = collation.groups
    assert group.cause == "extraction"
    assert group.title.zh == "校本全部西文数字、字母缺失（5 处）"
    assert group.findings == tuple(f.id for f in collation.findings)
    assert {f.group for f in collation.findings} == {"G1"}


def test_the_group_of_the_base_is_told_as_such() -> None:
    base, other = (collate_notation(STRIPPED).witnesses.map(lambda one: one.source.text)).base, ""
    other = "".join(c for c in base if not (c.isascii() and c.isalnum()))
    (group,) = collate_texts(other, base).groups
    assert group.title.zh == "底本全部西文数字、字母缺失（5 处）"


def test_a_replacement_made_twice_is_a_group() -> None:
    collation = collate_notation(
        "第一条　借阅须经[-馆长-]{+主任+}批准，逾期由专人催还。\n"
        "第二条　销毁档案须经[-馆长-]{+主任+}批准，并造册登记。\n"
        "第三条　档案馆每季度清点库存，公布结果。\n"
    )
    (group,) = collation.groups
    assert (group.cause, len(group.findings)) == ("recurring", 2)
    assert group.title.zh == "「馆长」→「主任」（2 处）"


def test_folds_are_counted_only_where_the_texts_differ() -> None:
    text = "第一条　档案馆应当（每季度）清点库存，公布结果。\n第二条　不得转借。\n"
    assert collate_texts(text, text).folds == ()
    folds = collate_texts(text, text.replace("（", "(").replace("）", ")")).folds
    assert [(one.fold, one.counts.base, one.counts.other) for one in folds] == [("width", 2, 0)]


def test_a_clause_of_one_side_is_one_finding() -> None:
    collation = collate_notation(
        "第一条　为了规范档案管理，制定本办法。\n"
        "{+第二条　馆藏图书3万册，应当：\n（一）每年清点；\n（二）逐册登记。\n+}"
        "第[-二-]{+三+}条　借阅档案的单位应当办理登记手续并按期归还。\n"
    )
    assert [f.kind for f in collation.findings] == ["added_clause", "renumbered"]
    assert collation.findings[0].address == "第二条"


def test_unrelated_texts_keep_their_titles() -> None:
    law = "灯塔养护管理办法\n第一条　为了养护灯塔，制定本办法。\n第二条　塔灯每夜点亮。\n"
    policy = (
        "关于推进渔港建设的意见\n各区人民政府：\n经研究，提出如下意见。\n"
        "一、拓宽航道\n疏浚淤泥，加固堤岸。\n二、培育船员\n开办夜校，发放补助。\n"
    )
    collation = collate_texts(law, policy)
    assert only(collation).kind == "unrelated"
    titles = collation.witnesses.map(lambda witness: witness.title)
    assert titles == ("灯塔养护管理办法", "关于推进渔港建设的意见")


@pytest.mark.parametrize(
    ("notation", "told"),
    [
        ("出席第七[-届-]代表大会的代表。", [("omission", "届", "")]),
        (
            "依照[-渔港管理法第五十四条-]{+港口典第一千二百一十八条+}的规定处理。",
            [("citation", "渔港管理法第五十四条", "港口典第一千二百一十八条")],
        ),
    ],
)
def test_one_change_is_one_finding(notation: str, told: list[tuple[str, str, str]]) -> None:
    assert [tell(finding) for finding in collate_notation(notation).findings] == told


def test_a_lost_member_of_a_roster_is_told_without_its_mark() -> None:
    finding = only(
        collate_notation("推进数据共享。（市档案局、市教委[-、市财政局-]按职责分工负责）")
    )
    assert finding.readings.base.text == "、市财政局"
    assert finding.message.zh.endswith("「市财政局」，校本无")
