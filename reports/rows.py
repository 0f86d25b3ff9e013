"""Which finding marks which op of a row, and the paragraphs of the row with their marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from diffcore.model import SEVERITIES, Comparison, Finding, Op
from diffcore.spans import Pair, SourceSpan
from reports.passages import HIDDEN, Mark, Paragraph, Passages, Step

# Kinds whose gap is drawn as an empty box: a figure or a Latin word is missing there.
BOXED = frozenset(("missing_figure", "extra_figure", "missing_latin", "extra_latin", "suspect_gap"))
# Kinds that tell of a row as a whole: they stand at its head and mark no words of it.
WHOLE = frozenset(("moved_clause", "split_clause", "merged_clause"))
# Blanks of print, and what stands for a character that is not shown.
_UNSEEN = f" \t\u3000\u00a0{HIDDEN}"
_EQUAL = frozenset(("equal", "folded"))
# What the tag of an op is called on either side: what one side lacks is a gap there.
_SIDES = {
    "delete": Pair("alone", "gap"),
    "insert": Pair("gap", "alone"),
    "replace": Pair("changed", "changed"),
}


class Label(NamedTuple):
    """How a finding is called at its place: its sign and its number."""

    sign: str
    number: str


class RowText(NamedTuple):
    """The text of a row: its paragraphs, and the findings that mark no part of it."""

    paragraphs: Pair[tuple[Paragraph, ...]]
    unmarked: tuple[Finding, ...]


def is_equal(comparison: Comparison) -> bool:
    """Tell whether the two sides of a row read the same."""
    return comparison.row.relation == "matched" and all(op.tag in _EQUAL for op in comparison.ops)


def row_text(
    comparison: Comparison,
    findings: Sequence[Finding],
    labels: Mapping[str, Label],
    passages: Pair[Passages],
) -> RowText:
    """Give the paragraphs of a row, its differences marked with its `findings`."""
    whole = [finding for finding in findings if finding.kind in WHOLE]
    named = _findings_by_op(comparison.ops, [each for each in findings if each.kind not in WHOLE])
    marked = {finding.id for each in named.values() for finding in each}
    if whole:
        _name_the_rest(comparison.ops, named, whole)
    steps = _steps(comparison.ops, named, labels, passages, whole)
    clauses = comparison.row.clauses
    return RowText(
        Pair(
            passages.base.paragraphs(clauses.base, steps.base),
            passages.other.paragraphs(clauses.other, steps.other),
        ),
        tuple(finding for finding in findings if finding.id not in marked),
    )


def _findings_by_op(ops: Sequence[Op], findings: Sequence[Finding]) -> dict[int, list[Finding]]:
    """Give the findings of each op that has any, by the index of the op, gravest first.

    A finding belongs to the op of its very spans; else to those that lie in it or around it.
    """
    if not findings:
        return {}
    changed = [index for index, op in enumerate(ops) if op.tag not in _EQUAL]
    exact = {_key(ops[index].spans): index for index in changed}
    starts = [ops[index].spans.base.start for index in changed]
    ends = [ops[index].spans.base.end for index in changed]
    found: dict[int, list[Finding]] = {}
    for finding in sorted(findings, key=lambda each: SEVERITIES.index(each.severity)):
        spans = finding.readings.map(lambda reading: reading.span)
        index = exact.get(_key(spans))
        if index is not None:
            found.setdefault(index, []).append(finding)
            continue
        near = range(bisect_left(ends, spans.base.start), bisect_right(starts, spans.base.end))
        for index in (changed[place] for place in near):
            if _meet(ops[index].spans, spans):
                found.setdefault(index, []).append(finding)
    return found


def _name_the_rest(
    ops: Sequence[Op], named: dict[int, list[Finding]], whole: Sequence[Finding]
) -> None:
    """Let the findings about the whole row name the ops that no other finding names."""
    for index, op in enumerate(ops):
        if op.tag not in _EQUAL:
            named.setdefault(index, list(whole))


def _key(spans: Pair[SourceSpan]) -> tuple[int, int, int, int]:
    base, other = spans.base, spans.other
    return base.start, base.end, other.start, other.end


def _meet(op: Pair[SourceSpan], finding: Pair[SourceSpan]) -> bool:
    """Tell whether on both sides one of the two spans lies in the other."""
    return _nest(op.base, finding.base) and _nest(op.other, finding.other)


def _nest(one: SourceSpan, two: SourceSpan) -> bool:
    if one.start <= two.start and two.end <= one.end:
        return True
    return two.start <= one.start and one.end <= two.end


def _steps(
    ops: Sequence[Op],
    named: Mapping[int, Sequence[Finding]],
    labels: Mapping[str, Label],
    passages: Pair[Passages],
    whole: Sequence[Finding],
) -> Pair[list[Step]]:
    """Give the steps of both sides; the places of `whole` are elsewhere, at the head of the row."""
    base, other = _Side(labels, whole), _Side(labels, whole)
    for index, op in enumerate(ops):
        spans, tags = op.spans, _SIDES.get(op.tag)
        if tags is None:
            tag = _folded(spans, passages) if op.tag == "folded" else "equal"
            base.agree(tag, spans.base)
            other.agree(tag, spans.other)
            continue
        findings = named.get(index, ())
        base.differ(tags.base, spans.base, [(each, each.readings.base.span) for each in findings])
        other.differ(
            tags.other, spans.other, [(each, each.readings.other.span) for each in findings]
        )
    return Pair(base.steps, other.steps)


def _folded(spans: Pair[SourceSpan], passages: Pair[Passages]) -> str:
    """Give how a folded op is shown: other blanks or another line end are nothing to show."""
    base = passages.base.shown[spans.base.start : spans.base.end].strip(_UNSEEN)
    other = passages.other.shown[spans.other.start : spans.other.end].strip(_UNSEEN)
    if base == other:
        return "equal"
    return "folded" if base and other else "dropped"


class _Side:
    """The steps of one side in the making."""

    def __init__(self, labels: Mapping[str, Label], anchored: Sequence[Finding]) -> None:
        self.steps: list[Step] = []
        self._labels = labels
        self._anchored = {finding.id for finding in anchored}

    def agree(self, tag: str, span: SourceSpan) -> None:
        """Add a stretch that is no difference; equal ones are joined."""
        last = self.steps[-1] if self.steps else None
        if tag == "equal" and last and last.tag == "equal":
            self.steps[-1] = Step(tag, last.start, span.end, None)
        else:
            self.steps.append(Step(tag, span.start, span.end, None))

    def differ(
        self, tag: str, span: SourceSpan, named: Sequence[tuple[Finding, SourceSpan]]
    ) -> None:
        """Add a difference; a finding about a part of it marks that part."""
        inner = _inner(span, named)
        outer = [finding for finding, _span in named if all(finding is not it for it, _ in inner)]
        if not outer:
            inner, outer = [], [finding for finding, _span in named]
        at = span.start
        for finding, part in inner:
            if part.start > at:
                self.steps.append(Step(tag, at, part.start, self._mark(outer, ())))
            self.steps.append(Step(tag, part.start, part.end, self._mark([finding], outer)))
            at = part.end
        if at < span.end or not inner:
            self.steps.append(Step(tag, at, span.end, self._mark(outer, ())))

    def _mark(self, findings: Sequence[Finding], around: Sequence[Finding]) -> Mark | None:
        """Give the mark of `findings` at a place that the findings `around` name as well."""
        if not findings:
            return None
        ids = [finding.id for finding in findings]
        anchors = tuple(each for each in ids if each not in self._anchored)
        self._anchored.update(anchors)
        return Mark(
            (*ids, *(finding.id for finding in around)),
            anchors,
            self._labels[ids[0]].sign + "·".join(self._labels[each].number for each in ids),
            findings[0].severity,
            any(finding.kind in BOXED for finding in findings),
        )


def _inner(
    span: SourceSpan, named: Sequence[tuple[Finding, SourceSpan]]
) -> list[tuple[Finding, SourceSpan]]:
    """Give the findings about a true part of `span`, in order; of two that overlap, the first."""
    inner: list[tuple[Finding, SourceSpan]] = []
    at = span.start
    for finding, part in sorted(named, key=lambda each: each[1]):
        if part and part != span and at <= part.start and part.end <= span.end:
            inner.append((finding, part))
            at = part.end
    return inner
