"""Glyphs without characters: none is lost, none is hidden, and a file's defect is told as one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffcore.model import Collation, Options, SourceText
from diffcore.pipeline import collate_sources
from diffcore.places import UNMAPPED_MARK, Place, Placed, Unmapped
from diffcore.spans import Pair, SourceSpan
from reports.ledger import totals_of
from tests.classify.notation import collate_notation, collate_texts
from tests.coverage_law import assert_every_difference_is_named
from tests.ledger_law import assert_the_ledger_adds_up
from tests.notation import unmapped_in
from tests.strategies import official_texts


def told(collation: Collation) -> list[tuple[str, str, str]]:
    return [
        (finding.kind, finding.readings.base.text, finding.readings.other.text)
        for finding in collation.findings
    ]


@pytest.mark.parametrize(
    ("notation", "kind", "base", "other"),
    [
        ("到[-2025-]{+〓〓〓〓+}年建成。", "missing_figure", "2025", "〓〓〓〓"),
        ("床位[-1.2-]{+〓.〓+}万张。", "missing_figure", "1.2", "〓.〓"),
        (
            "病毒（[-SARS-CoV-2-]{+〓〓〓〓-〓〓〓-〓+}）。",
            "missing_figure",
            "SARS-CoV-2",
            "〓〓〓〓-〓〓〓-〓",
        ),
        ("占比[-50%-]{+〓〓%+}以上。", "missing_figure", "50", "〓〓"),
        ("占比达到[-50%-]{+〓〓〓+}以上。", "missing_figure", "50%", "〓〓〓"),
        ("填报[-CMI-]{+〓〓〓+}值。", "missing_latin", "CMI", "〓〓〓"),
        ("检修[-渔-]{+〓+}具齐全。", "omission", "渔", "〓"),
        ("到[-〓〓〓〓-]{+2025+}年建成。", "extra_figure", "〓〓〓〓", "2025"),
    ],
)
def test_what_stands_against_glyphs_keeps_its_kind_and_is_said_to_be_drawn(
    notation: str, kind: str, base: str, other: str
) -> None:
    collation = collate_notation(notation)
    assert told(collation) == [(kind, base, other)]
    (remark,) = [one for one in collation.findings[0].remarks if one.code == "glyphs"]
    assert "版面有字形、无字符" in remark.words.zh


def test_the_ledger_sets_a_figure_against_the_glyphs_in_its_place() -> None:
    notation = "到[-2025-]{+〓〓〓〓+}年[-3-]{+〓+}月[-15-]{+〓〓+}日，占[-50%-]{+〓〓〓+}，计3次。"
    collation = collate_notation(notation)
    assert_the_ledger_adds_up(collation)
    assert [(entry.status, entry.readings.other.text) for entry in collation.figures] == [
        ("missing", "〓〓〓〓年〓月〓〓"),
        ("missing", "〓〓〓"),
        ("same", "3次"),
    ]
    assert totals_of(collation.figures)[:2] == (3, 1)


@pytest.mark.parametrize(
    ("notation", "status", "values"),
    [
        ("投入3〓0万元。", "same", (None, None)),
        ("投入3{+〓+}0万元。", "changed", ("300000", None)),
        ("期限为[-〓-]5日。", "changed", (None, "5")),
        ("期限为〓5日。", "same", (None, None)),
        ("投入[-三十-]{+3〓0+}万元。", "changed", ("300000", None)),
    ],
)
def test_a_figure_with_a_glyph_that_has_no_character_has_no_value(
    notation: str, status: str, values: tuple[str | None, str | None]
) -> None:
    collation = collate_notation(notation)
    assert_the_ledger_adds_up(collation)
    (entry,) = collation.figures
    assert (entry.status, tuple(reading.value for reading in entry.readings)) == (status, values)


def test_a_page_number_without_characters_inside_a_figure_is_none_of_it() -> None:
    base = "第一条　渔港实行分区管理，期限为2025年。\n第二条　进港报告。\n"
    other = base.replace("2025", "20\n— 〓 —\n\f25")
    (entry,) = collate_texts(base, other).figures
    assert (entry.status, entry.readings.other.value) == ("same", entry.readings.base.value)


def test_a_text_against_itself_has_notes_only_where_glyphs_are() -> None:
    text = "第一条　到〓〓〓〓年建成，床位〓.〓万张。\n第二条　施行。\n"
    collation = collate_texts(text, text)
    assert {finding.kind for finding in collation.findings} == {"suspect_gap"}
    assert {finding.severity for finding in collation.findings} == {"note"}
    assert [base for _, base, _ in told(collation)] == ["〓〓〓〓", "〓.〓"]


@pytest.mark.parametrize("notation", ["到{+〓+}年建成。", "到[-〓〓-]年建成。"])
def test_glyphs_that_nothing_answers_to_are_no_blank(notation: str) -> None:
    (finding,) = collate_notation(notation).findings
    assert (finding.kind, finding.severity) == ("suspect_gap", "substantive")


def test_lost_labels_stay_labels_and_are_told() -> None:
    collation = collate_notation(
        "第一条　为了规范渔港管理，制定本办法：\n[-1.-]{+〓.+}系泊有序。\n[-2.-]{+〓.+}出入有报。\n"
        "第二条　自公布之日起施行。"
    )
    assert [row.row.relation for row in collation.comparisons] == ["matched"] * 4
    assert told(collation) == [("missing_figure", "1", "〓"), ("missing_figure", "2", "〓")]


@pytest.mark.parametrize("head", ["〓 〓、", "〓　〓\t〓", "第〓条　〓", "〓 〓"])
def test_glyphs_parted_by_blanks_at_the_head_of_a_line_are_all_told(head: str) -> None:
    base = "渔港办法\n一、泊位管理\n第二条　进港报告。\n"
    other = base.replace("一、", head)
    collation = collate_texts(base, other)
    assert_every_difference_is_named(collation)
    spans = [finding.readings.other.span for finding in collation.findings]
    for at, sign in enumerate(other):
        assert sign != UNMAPPED_MARK or any(span.start <= at < span.end for span in spans)


def test_all_are_one_group_whose_cause_is_the_extraction() -> None:
    collation = collate_notation(
        "到[-2025-]{+〓〓〓〓+}年，床位[-12-]{+〓〓+}张，填[-A-]{+〓+}表。"
    )
    (group,) = collation.groups
    assert group.cause == "extraction"
    assert group.title.zh == "校本版面有字形、无字符（3 处）"
    assert len(group.findings) == 3


@pytest.mark.parametrize("number", ["— 〓 —", "－〓〓－", "第〓页 共〓〓页"])
def test_page_numbers_drawn_without_characters_are_furniture(number: str) -> None:
    pages = ["第一条　渔港实行分区管理，", "各区设专人。\n第二条　进港报告。"]
    broken = f"{pages[0]}\n{number}\n\f{pages[1]}\n{number}\n"
    assert told(collate_texts("".join(pages), broken)) == []


def test_what_recognition_sees_is_offered_and_is_no_text() -> None:
    base, other = "到2025年建成渔港。", "到〓〓〓〓年建成渔港。"
    sources = Pair(
        SourceText("a.pdf", "0" * 64, "pdf", None, base),
        SourceText(
            "b.pdf",
            "1" * 64,
            "pdf",
            None,
            other,
            placed=(Placed(0, Place(page=3, line=5)),),
            unmapped=(Unmapped(SourceSpan(1, 5), "2025", 0.93),),
        ),
    )
    (finding,) = collate_sources(sources, Options()).findings
    assert [remark.words.zh for remark in finding.remarks] == [
        "校本第3页第5行版面有字形、无字符",
        "版面可见「2025」（文字识别，置信 0.93，与另一本相同）",
    ]
    assert finding.readings.other.text == "〓〓〓〓"


def damaged(text: str, places: list[int], size: int) -> str:
    """Give `text` with some runs of its characters turned into marks."""
    characters = list(text)
    for place in places:
        for at in range(place % len(text), min(place % len(text) + size, len(text))):
            if not characters[at].isspace():
                characters[at] = UNMAPPED_MARK
    return "".join(characters)


@settings(deadline=None, max_examples=150)
@given(
    official_texts(),
    st.lists(st.integers(0, 10_000), min_size=1, max_size=8),
    st.lists(st.integers(0, 10_000), max_size=4),
    st.integers(1, 4),
)
def test_every_glyph_without_character_is_in_a_finding_or_in_page_furniture(
    text: str, places: list[int], others: list[int], size: int
) -> None:
    if not text.strip():
        return
    collation = collate_texts(damaged(text, others, size), damaged(text, places, size))
    assert_every_difference_is_named(collation)
    assert_the_ledger_adds_up(collation)
    for side in (0, 1):
        spans = [finding.readings[side].span for finding in collation.findings]
        source = collation.witnesses[side].source
        hidden = [
            at
            for edits in collation.witnesses[side].document.normal.edits
            if edits.fold in ("furniture", "markup")
            for start, end in zip(edits.starts, edits.ends, strict=True)
            for at in range(start, end)
        ]
        scope = collation.witnesses[side].scope
        for each in unmapped_in(source.text):
            for at in range(each.span.start, each.span.end):
                is_told = any(span.start <= at < span.end for span in spans)
                is_in = scope.start <= at < scope.end
                assert is_told or not is_in or at in hidden, source.text[max(0, at - 20) : at + 20]
