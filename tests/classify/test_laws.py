"""The laws of classifying: nothing without a name, and both directions tell the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffcore import Collation
from diffcore.classify.kinds import BY_NAME
from tests.classify.notation import collate_notation, collate_texts, read_notation
from tests.coverage_law import assert_every_difference_is_named

MIRRORED = {
    "missing_figure": "extra_figure",
    "missing_latin": "extra_latin",
    "omission": "addition",
    "omitted_clause": "added_clause",
    "split_clause": "merged_clause",
}
MIRRORED |= {other: one for one, other in MIRRORED.items()}

SUBJECTS = ("档案馆", "市档案局", "借阅人", "馆长", "各区")
FORCES = ("应当", "可以", "不得", "必须", "未", "")
ACTIONS = (
    "每季度清点库存", "在三十日内归还", "在15个工作日内答复", "登记、消毒、上架", "依照第二条处理",
    "投入不少于50%的经费", "采购RFID标签3000枚", "会同市财政局、市教委办理", "向甲库（2021年）移交",
)  # fmt: skip


@st.composite
def regulations(draw: st.DrawFn) -> str:
    clauses = draw(
        st.lists(
            st.tuples(
                st.sampled_from(SUBJECTS), st.sampled_from(FORCES),
                st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=3),
            ),
            min_size=2, max_size=7,
        )
    )  # fmt: skip
    numerals = "一二三四五六七八九"
    lines = [
        f"第{numerals[i]}条　{subject}{force}{'，'.join(actions)}。"
        for i, (subject, force, actions) in enumerate(clauses)
    ]
    return "\n".join(["档案管理示范办法", *lines]) + "\n"


several = settings(max_examples=40, deadline=None)


def facts(collation: Collation) -> list[tuple[str, str, int, int, int, int]]:
    return sorted(
        (
            f.kind,
            f.severity,
            r.base.span.start,
            r.base.span.end,
            r.other.span.start,
            r.other.span.end,
        )
        for f in collation.findings
        for r in [f.readings]
    )


@several
@given(regulations(), regulations())
def test_every_character_that_differs_is_named(base: str, other: str) -> None:
    assert_every_difference_is_named(collate_texts(base, other))


@pytest.mark.parametrize(
    "notation",
    [
        "调整[-FiO2\n＜50%-]参数，逐项登记。",
        "[-4.-]馆藏登记，逐册核对。",
        "依照示范发[-〔2021〕18-]{+〕+}号文件办理。",
        "依照[-第二十五章-]规定办理，并通报第[-二十-]五章。",
        "配备终端[-，≥5G-]{+；+}台，采用标签。",
    ],
)
def test_signs_beside_a_lost_figure_are_named_with_it(notation: str) -> None:
    assert_every_difference_is_named(collate_notation(notation))


@several
@given(regulations(), regulations())
def test_swapping_the_sides_mirrors_every_finding(base: str, other: str) -> None:
    assert_mirrored(base, other)


def test_a_reference_to_another_law_on_one_side_only_is_mirrored() -> None:
    texts = read_notation(
        "第一条　为了规范档案管理，制定本办法。\n"
        "{+第二条　档案工作实行统一领导、分级管理的原则。\n+}"
        "第[-二-]{+三+}条　借阅档案的单位应当办理登记手续并按期归还。\n"
        "第[-三-]{+四+}条　违反[-本办法-]{+示范法+}第二条规定，逾期不归还的，予以通报。"
    )
    assert_mirrored(texts.base, texts.other)


def assert_mirrored(base: str, other: str) -> None:
    mirrored = [
        (MIRRORED.get(kind, kind), severity, c, d, a, b)
        for kind, severity, a, b, c, d in facts(collate_texts(other, base))
    ]
    assert facts(collate_texts(base, other)) == sorted(mirrored)


@several
@given(regulations(), regulations())
def test_findings_are_whole_and_in_order(base: str, other: str) -> None:
    collation = collate_texts(base, other)
    findings = collation.findings
    starts = [f.readings.base.span.start for f in findings]
    assert starts == sorted(starts)
    assert len({f.id for f in findings}) == len({f.key for f in findings}) == len(findings)
    groups = {group.id: group.findings for group in collation.groups}
    for finding in findings:
        assert finding.kind in BY_NAME
        assert finding.message.zh
        assert finding.message.en
        assert not any(word in finding.message.zh for word in ("错误", "应为", "有误"))
        for reading, text in (
            (finding.readings.base, collation.witnesses.base.source.text),
            (finding.readings.other, collation.witnesses.other.source.text),
        ):
            assert reading.text == reading.span.of(text)
            assert "\n" not in reading.phrase
        if finding.group:
            assert finding.id in groups[finding.group]


@several
@given(regulations(), st.data())
def test_a_key_survives_a_change_elsewhere(text: str, data: st.DataObject) -> None:
    changed = text.replace("第二条　", "第二条　灯盏", 1)
    key = {f.key for f in collate_texts(text, changed).findings if "灯盏" in f.readings.other.text}
    line = "另设分馆两处，开放时间自行公布。\n"
    more = collate_texts(line + text, line + changed.replace("示范办法\n", "示范规程\n", 1))
    assert key <= {f.key for f in more.findings}
