"""Sixth stage: the differences between the two sides of a row, down to words and figures.

The words of both sides are compared in their normal form; the result is given in the source
texts, which its ops tile. Deletions and insertions come from diff-match-patch on tokens
(engine.py), a proofreader's differences from tidying them (tidy.py).
"""

from __future__ import annotations

from diffcore.diff.breaks import split_at_breaks
from diffcore.diff.changes import Change
from diffcore.diff.compare import compare
from diffcore.diff.folded import lay_ops
from diffcore.diff.side import Side, side_of
from diffcore.errors import Bilingual
from diffcore.model import Comparison, NormalText, Notice, Row
from diffcore.spans import Pair

_NOT_COMPARED = Notice(
    "diff",
    None,
    Bilingual(
        "有一处对应条款过长且差异过多，未逐字比较，整段列为一处差异",
        "a pair of clauses is too long and too unlike to be compared word by word; "
        "it is listed as one difference",
    ),
)


def diff(row: Row, normals: Pair[NormalText]) -> Comparison:
    """Give `row` with its ops, which tile its source text on both sides, and its hunks.

    A label is compared with the label, the words behind it with the words behind it. A hunk
    holds no line feed. Swapping the sides swaps deletions and insertions and changes nothing
    else.
    """
    sides = Pair(
        side_of(normals.base, row.spans.base, row.clauses.base),
        side_of(normals.other, row.spans.other, row.clauses.other),
    )
    changes, is_complete = _changes(sides)
    ops, hunks = lay_ops(sides, changes)
    return Comparison(row, ops, hunks, () if is_complete else (_NOT_COMPARED,))


def _changes(sides: Pair[Side]) -> tuple[list[Change], bool]:
    """Give the changes between the words of both sides, and whether all were looked for."""
    base, other = sides.base.words, sides.other.words
    if base == other and sides.base.label == sides.other.label:
        return [], True
    if not base or not other:
        return [Change(0, len(base), 0, len(other))], True
    heads = sides.base.label, sides.other.label
    if not all(heads):
        # One side has no label: what stands there may yet be left of the label of the other.
        heads = 0, 0
    labels, _ = compare(base[: heads[0]], other[: heads[1]])
    bodies, is_complete = compare(base[heads[0] :], other[heads[1] :])
    changes = labels + [change.moved(*heads) for change in bodies]
    changes = split_at_breaks(changes, sides.base.breaks, sides.other.breaks)
    # A number that a paragraph ends inside of may leave a piece that is the same on both sides.
    unlike = [c for c in changes if base[c.start : c.end] != other[c.begin : c.stop]]
    return unlike, is_complete
