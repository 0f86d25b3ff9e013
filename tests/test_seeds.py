"""The case that the tool was made for: a gazette issue and a stripped standalone file."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from diffcore import Collation, collate
from diffcore.model import Finding
from tests.damage import PAGE_NUMBERS, paginate, strip_figures, wrap
from tests.shared import SHARED, needs_shared

SEEDS = SHARED / "seeds"
# The gold allows spans to be met within two characters.
TOLERANCE = 2

SWAPPED_KINDS = {
    "missing_figure": "extra_figure",
    "missing_latin": "extra_latin",
    "added_clause": "omitted_clause",
    "addition": "omission",
}

pytestmark = needs_shared


@cache
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))
    return loaded


@cache
def collated(*, swapped: bool) -> Collation:
    base, other = SEEDS / gold()["base"], SEEDS / gold()["other"]
    return collate(other, base) if swapped else collate(base, other)


def is_within(finding: Finding, expected: dict[str, Any], *, swapped: bool) -> bool:
    """Whether kind and both spans of `finding` are those of a line of the gold."""
    readings = finding.readings.swapped() if swapped else finding.readings
    kinds = expected["kinds"]
    if swapped:
        kinds = [SWAPPED_KINDS.get(kind, kind) for kind in kinds]
    pairs = [(readings.base.span, expected.get("base")), (readings.other.span, expected["other"])]
    return finding.kind in kinds and all(
        wanted is None
        or (
            abs(span.start - wanted["start"]) <= TOLERANCE
            and abs(span.end - wanted["end"]) <= TOLERANCE
        )
        for span, wanted in pairs
    )


@pytest.mark.parametrize("swapped", [False, True])
def test_exactly_the_differences_of_the_gold_are_reported(swapped: bool) -> None:
    findings = [f for f in collated(swapped=swapped).findings if f.severity != "note"]
    unmatched = list(findings)
    missed = []
    for expected in gold()["expected"]:
        hits = [f for f in unmatched if is_within(f, expected, swapped=swapped)]
        if len(hits) == 1:
            unmatched.remove(hits[0])
        else:
            missed.append(expected["what"])
    surplus = [
        f
        for f in unmatched
        if not any(is_within(f, allowed, swapped=swapped) for allowed in gold()["allowed"])
    ]
    assert missed == []
    assert surplus == []
    assert len(findings) <= len(gold()["expected"]) + len(gold()["allowed"])


@pytest.mark.parametrize("swapped", [False, True])
def test_the_part_of_the_gazette_is_found_by_content(swapped: bool) -> None:
    witnesses = collated(swapped=swapped).witnesses
    gazette = witnesses.other if swapped else witnesses.base
    standalone = witnesses.base if swapped else witnesses.other
    wanted = gold()["base_scope"]
    assert abs(gazette.scope.start - wanted["start"]) <= TOLERANCE
    assert abs(gazette.scope.end - wanted["end"]) <= TOLERANCE
    assert gazette.scope.of(gazette.source.text).strip().startswith(standalone.title)


@pytest.mark.parametrize("swapped", [False, True])
def test_the_lost_figures_are_one_extraction_defect_with_its_members(swapped: bool) -> None:
    collation = collated(swapped=swapped)
    kinds = {"missing_figure", "missing_latin", "extra_figure", "extra_latin"}
    lost = [f.id for f in collation.findings if f.kind in kinds]
    extraction = [group for group in collation.groups if group.cause == "extraction"]
    assert len(extraction) == 1
    assert sorted(extraction[0].findings) == sorted(lost)
    assert len(lost) == 7


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("words", [("新动能", "新效能"), ("体系", "架构")])
def test_readings_are_quoted_in_their_words(swapped: bool, words: tuple[str, str]) -> None:
    base, other = reversed(words) if swapped else words
    quoted = [
        (f.readings.base.phrase, f.readings.other.phrase)
        for f in collated(swapped=swapped).findings
        if f.kind == "wording"
    ]
    assert any(base in one and other in two and len(one) <= 8 for one, two in quoted), quoted


def test_swapping_the_sides_keeps_every_span() -> None:
    def spans(collation: Collation, *, swapped: bool) -> list[tuple[int, int, int, int]]:
        pairs = (f.readings for f in collation.findings)
        return sorted(
            (r.base.span.start, r.base.span.end, r.other.span.start, r.other.span.end)
            for r in (pair.swapped() if swapped else pair for pair in pairs)
        )

    assert spans(collated(swapped=False), swapped=False) == spans(
        collated(swapped=True), swapped=True
    )


IMPRINT = "抄送：市委办公厅，市监委，有关单位。\n天津市人民政府办公厅 年 月 日印发\n"


def damaged_standalone(printed: str) -> str:
    """Give what a site might offer of a document of the gazette: stripped, wrapped, paged."""
    paragraphs: list[str] = []
    for line in filter(None, map(str.strip, printed.splitlines())):
        before = paragraphs[-1] if paragraphs else ""
        # A paragraph that a column cut: it has commas, and stops at none of the final marks.
        if re.search("[,，。].", before) and not re.search("[。:：)）]$", before):
            paragraphs[-1] += line
        else:
            paragraphs.append(line)
    text = strip_figures("\n".join(paragraphs)).translate(str.maketrans(",:;()", "，：；（）"))
    paged = paginate(wrap(text, 30, blank_lines=1), number=PAGE_NUMBERS["residue"])
    return paged + IMPRINT


# The titles with which the first two documents begin, and those that follow them.
TITLES = {
    "天津市人民政府关于贯彻": "天津市人民政府 甘肃省人民政府关于印发 天津市",
    "天津市人民政府 甘肃省人民政府关于印发": "天津市人民政府办公厅关于印发天津市推动",
}


@pytest.mark.parametrize("title", list(TITLES))
def test_another_document_of_the_gazette_is_collated_with_its_damaged_rendition(
    tmp_path: Path, title: str
) -> None:
    gazette = (SEEDS / gold()["base"]).read_text(encoding="utf-8")
    begin, end = gazette.rindex(title), gazette.rindex(TITLES[title])
    damaged = tmp_path / "damaged.txt"
    damaged.write_text(damaged_standalone(gazette[begin:end]), encoding="utf-8")

    collation = collate(SEEDS / gold()["base"], damaged)

    lost = [f for f in collation.findings if f.kind in {"missing_figure", "missing_latin"}]
    covered = {i for f in lost for i in range(f.readings.base.span.start, f.readings.base.span.end)}
    stripped = {i for i in range(begin, end) if gazette[i].isascii() and gazette[i].isalnum()}
    assert stripped <= covered
    rest = [f for f in collation.findings if f.severity != "note" and f not in lost]
    assert [(f.kind, f.readings.other.text[:2]) for f in rest] == [("added_clause", "抄送")]
    extraction = [group for group in collation.groups if group.cause == "extraction"]
    assert [sorted(group.findings) for group in extraction] == [sorted(f.id for f in lost)]
