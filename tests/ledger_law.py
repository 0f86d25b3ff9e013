"""The laws of the figure ledger: every figure once, and nothing that no finding tells of."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import pairwise

from diffcore import Collation
from diffcore.chinese.figures import find_figures
from diffcore.model import FIGURE_STATUSES, FigureEntry, FigureReading
from diffcore.places import UNMAPPED_MARK
from diffcore.spans import SourceSpan

# Findings about figures, and the statuses that an entry they tell of may have. A part of a figure
# that is lost may leave another (2025年3月), or the same twice (三十30日).
FIGURE_FINDINGS = {
    "missing_figure": ("missing", "changed", "other_form"),
    "extra_figure": ("extra", "changed", "other_form"),
    "changed_figure": ("changed", "missing", "extra"),
    "figure_form": ("other_form", "changed"),
}


def assert_the_ledger_adds_up(collation: Collation) -> None:
    """Check all laws of the ledger on one collation."""
    totals = Counter(entry.status for entry in collation.figures)
    assert set(totals) <= set(FIGURE_STATUSES)
    for side, lacking in ((0, "extra"), (1, "missing")):
        entries = [entry for entry in collation.figures if entry.status != lacking]
        spans = [entry.readings[side].span for entry in entries]
        figures = sorted(span for span in spans if span)
        assert len(figures) == totals.total() - totals[lacking]
        assert all(one.end <= two.start for one, two in pairwise(figures))
        _assert_each_is_entered(collation, side, figures)
    for entry in collation.figures:
        _assert_sound(collation, entry)
    _assert_findings_are_entered(collation)


def _assert_each_is_entered(collation: Collation, side: int, entered: list[SourceSpan]) -> None:
    """Check that each figure in the words of a clause in scope lies in one of the entries."""
    document = collation.witnesses[side].document
    offsets, text = document.normal.offsets, document.normal.text
    rows = (comparison.row.clauses[side] for comparison in collation.comparisons)
    for clause in (clause for clauses in rows for clause in clauses):
        for figure in find_figures(clause.body.of(text)):
            if figure.kind == "latin":
                continue
            start = offsets.source_of(clause.body.start + figure.start)[0]
            end = offsets.source_of(clause.body.start + figure.end - 1)[1]
            at = bisect_right(entered, SourceSpan(start, len(document.normal.source.text))) - 1
            assert at >= 0, figure
            assert entered[at].start <= start, (figure, entered[at])
            assert end <= entered[at].end, (figure, entered[at])


def _assert_sound(collation: Collation, entry: FigureEntry) -> None:
    """Check one entry: its readings are printed so, and its findings tell of it."""
    known = {finding.id: finding for finding in collation.findings}
    for reading, witness in zip(entry.readings, collation.witnesses, strict=True):
        assert reading.text == reading.span.of(witness.source.text)
        assert witness.scope.start <= reading.span.start
        assert reading.span.end <= witness.scope.end
    base, other = entry.readings
    # What is lacking is empty, but for glyphs without characters that the page shows there.
    assert _is_lacking(base) == (entry.status == "extra")
    assert _is_lacking(other) == (entry.status == "missing")
    if entry.status in ("same", "other_form"):
        assert (base.value or "") + base.unit == (other.value or "") + other.unit
    assert bool(entry.findings) == (entry.status != "same"), entry
    for finding in map(known.__getitem__, entry.findings):
        assert finding.row == entry.row
        assert any(
            one.span.start <= two.span.end and two.span.start <= one.span.end
            for one, two in zip(entry.readings, finding.readings, strict=True)
        ), (entry, finding)


def _is_lacking(reading: FigureReading) -> bool:
    is_glyphs = reading.text[:1] == reading.text[-1:] == UNMAPPED_MARK
    return reading.value is None and reading.unit == "" and (not reading.span or is_glyphs)


def _assert_findings_are_entered(collation: Collation) -> None:
    """Check that each finding about a figure has its entry, if the grammar knows the figure."""
    statuses: dict[str, set[str]] = {}
    for entry in collation.figures:
        for told in entry.findings:
            statuses.setdefault(told, set()).add(entry.status)
    for finding in collation.findings:
        if finding.kind in FIGURE_FINDINGS and any(
            _holds_figure(collation, side, finding.readings[side].span) for side in (0, 1)
        ):
            assert finding.id in statuses, finding
            assert statuses[finding.id] & set(FIGURE_FINDINGS[finding.kind]), finding


def _holds_figure(collation: Collation, side: int, span: SourceSpan) -> bool:
    """Say whether an entry of the ledger shares a character with `span`."""
    return any(
        max(span.start, entry.readings[side].span.start)
        < min(span.end, entry.readings[side].span.end)
        for entry in collation.figures
    )
