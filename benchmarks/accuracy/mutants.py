"""Tools that are wrong in known ways: a benchmark that they pass would measure nothing.

`python -m benchmarks.accuracy --mutant NAME` must miss a goal; the tests try each on the samples.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from diffcore.errors import Bilingual
from diffcore.model import Collation, Comparison, Finding, Op, Reading, Row
from diffcore.spans import Pair, SourceSpan


class Mutant(NamedTuple):
    """A way of being wrong; `spoil` gives a collation as a tool that is wrong so would make it."""

    title: Bilingual
    spoil: Callable[[Collation], Collation]


# What some tools call the same: rows from this similarity on (LawComparator shows them as 相同).
SAME_FROM = 0.98
# By how many characters the places of a tool are off that counts line feeds twice.
OFF_BY = 40


def _deaf(collation: Collation) -> Collation:
    """Drop what differs in rows that are nearly alike, as a percent threshold does."""
    rows = [comparison.row.similarity for comparison in collation.comparisons]
    return _keep(collation, lambda one: one.row is None or not SAME_FROM <= rows[one.row] < 1)


def _blunt(collation: Collation) -> Collation:
    """Call every difference one of wording, as a tool without rules does."""
    findings = tuple(
        finding._replace(kind="wording", severity="substantive") for finding in collation.findings
    )
    return replace(collation, findings=findings)


def _cry_wolf(collation: Collation) -> Collation:
    """Tell each folded difference (width, line ends, script) as one of wording."""
    told = [
        _finding(collation, row, op)
        for row, comparison in enumerate(collation.comparisons)
        for op in comparison.ops
        if op.tag == "folded"
    ]
    return replace(collation, findings=(*collation.findings, *told))


def _tear_moves(collation: Collation) -> Collation:
    """Tell a moved clause as one that was left out here and put in there."""
    return replace(collation, findings=tuple(_torn(collation.findings)))


def _torn(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for finding in findings:
        if finding.kind != "moved_clause":
            yield finding
            continue
        base, other = finding.readings
        gone = Reading(SourceSpan(other.span.start, other.span.start), "", "")
        yield finding._replace(kind="omitted_clause", readings=Pair(base, gone))
        nowhere = Reading(SourceSpan(base.span.start, base.span.start), "", "")
        yield finding._replace(
            id=f"{finding.id}+", kind="added_clause", readings=Pair(nowhere, other)
        )


def _part_links(collation: Collation) -> Collation:
    """Know no link of one clause to several: of these the first is matched, the rest is new."""
    comparisons = tuple(map(_parted, collation.comparisons))
    kept = _keep(collation, lambda one: one.kind not in ("split_clause", "merged_clause"))
    return replace(kept, comparisons=comparisons)


def _parted(comparison: Comparison) -> Comparison:
    if comparison.row.relation not in ("split", "merged"):
        return comparison
    return comparison._replace(row=comparison.row._replace(relation="matched"))


def _compare_sets(collation: Collation) -> Collation:
    """Compare the figures of the two texts as sets: one that stands elsewhere too is no change."""
    texts = collation.witnesses.map(lambda one: one.document.normal.source.text)

    def is_new(finding: Finding) -> bool:
        if not finding.kind.endswith("_figure"):
            return True
        base, other = finding.readings.map(lambda reading: reading.text)
        return base not in texts.other or other not in texts.base

    return _keep(collation, is_new)


def _misplace(collation: Collation) -> Collation:
    """Give every place some characters too far on."""
    return replace(collation, findings=tuple(map(_misplaced, collation.findings)))


def _misplaced(finding: Finding) -> Finding:
    base = finding.readings.base
    span = SourceSpan(base.span.start + OFF_BY, base.span.end + OFF_BY)
    return finding._replace(readings=Pair(base._replace(span=span), finding.readings.other))


def _shred(collation: Collation) -> Collation:
    """Give a finding for each character, as a diff without words does."""
    return replace(
        collation, findings=tuple(piece for one in collation.findings for piece in _shreds(one))
    )


def _shreds(finding: Finding) -> Iterator[Finding]:
    base, other = finding.readings
    if finding.severity == "note" or max(len(base.text), len(other.text)) < 2:
        yield finding
        return
    for at in range(max(len(base.text), len(other.text))):
        yield finding._replace(
            id=f"{finding.id}.{at}",
            readings=finding.readings.map(lambda one: _sign(one, at)),  # noqa: B023
        )


def _sign(reading: Reading, at: int) -> Reading:
    start = min(reading.span.end, reading.span.start + at)
    end = min(reading.span.end, start + 1)
    return reading._replace(span=SourceSpan(start, end), text=reading.text[at : at + 1])


def _tell_once(collation: Collation) -> Collation:
    """Tell a difference that is made in several places only where it is made first."""
    seen = Counter[tuple[str, str, str]]()

    def is_first(finding: Finding) -> bool:
        key = (finding.kind, *finding.readings.map(lambda reading: reading.text))
        seen[key] += 1
        return seen[key] == 1

    return _keep(collation, is_first)


def _forgive(collation: Collation) -> Collation:
    """Leave out what a rendition has lost to extraction, as noise of the format."""
    lost = ("missing_figure", "missing_latin")
    return _keep(collation, lambda one: one.kind not in lost)


def _finding(collation: Collation, row: int, op: Op) -> Finding:
    """Give a finding of wording for an op."""
    texts = collation.witnesses.map(lambda one: one.document.normal.source.text)
    base = Reading(op.spans.base, op.spans.base.of(texts.base), "")
    other = Reading(op.spans.other, op.spans.other.of(texts.other), "")
    place = f"{op.spans.base.start}-{op.spans.other.start}"
    return Finding(
        f"W{place}", place, "wording", "substantive", "mutant", row, "", Pair(base, other),
        Bilingual("措辞不一致", "the words differ"),
    )  # fmt: skip


def _rigid(collation: Collation) -> Collation:
    """Tear rows apart whose articles have not the same number, as a script does that goes by it."""
    comparisons = tuple(
        one._replace(row=one.row._replace(clauses=Pair(one.row.clauses.base, ())))
        if _is_renumbered(one.row)
        else one
        for one in collation.comparisons
    )
    return replace(collation, comparisons=comparisons)


def _is_renumbered(row: Row) -> bool:
    labels = row.clauses.map(lambda several: [clause.label for clause in several[:1]])
    return labels.base != labels.other and bool(labels.base) and bool(labels.other)


def _keep(collation: Collation, is_kept: Callable[[Finding], bool]) -> Collation:
    return replace(collation, findings=tuple(filter(is_kept, collation.findings)))


MUTANTS = {
    "deaf": Mutant(
        Bilingual("相似度 0.98 以上算相同", "rows from 0.98 on are called the same"), _deaf
    ),
    "blunt": Mutant(Bilingual("一律说成措辞变动", "every difference is one of wording"), _blunt),
    "wolf": Mutant(Bilingual("归并了的也报", "what is folded is told"), _cry_wolf),
    "moves": Mutant(Bilingual("移位说成一脱一衍", "a move is a loss and a gain"), _tear_moves),
    "links": Mutant(Bilingual("不认拆分、合并", "no split and no merger is known"), _part_links),
    "sets": Mutant(Bilingual("数字按集合比较", "figures are compared as sets"), _compare_sets),
    "places": Mutant(Bilingual("位置偏移", "places are off"), _misplace),
    "shreds": Mutant(Bilingual("一字一条", "a finding for each character"), _shred),
    "once": Mutant(Bilingual("相同的差异只报一次", "equal differences are told once"), _tell_once),
    "rigid": Mutant(Bilingual("只认同号的条", "only equal numbers answer"), _rigid),
    "forgiving": Mutant(
        Bilingual("失落的数字当作格式不报", "lost figures are taken for dress"), _forgive
    ),
}
