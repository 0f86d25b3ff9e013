"""Where a moved row would stand in the order of the other text: what is left of it there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from diffcore.model import Comparison, Row
from diffcore.spans import Pair


class Shadow(NamedTuple):
    """A pointer to the moved row of that index, at the place that its clause has in the other."""

    row: int
    addresses: Pair[str]


def shadows_of(comparisons: Sequence[Comparison]) -> dict[int, list[Shadow]]:
    """Give the shadows by the index of the row that they follow, -1 for the head of the text.

    Rows stand in the order of the base: whoever reads the other text down the page would miss
    the moved ones. A row that stands in its place in both orders has no shadow.
    """
    rows = [each.row for each in comparisons]
    # Added rows stand where the other text has them; omitted ones have no place in it.
    fixed = sorted(
        (row.spans.other.start, index)
        for index, row in enumerate(rows)
        if row.relation != "moved" and row.clauses.other
    )
    moved = [index for index, row in enumerate(rows) if row.relation == "moved"]
    shadows: dict[int, list[Shadow]] = {}
    for index in sorted(moved, key=lambda each: rows[each].spans.other.start):
        at = bisect_left(fixed, (rows[index].spans.other.start, -1)) - 1
        before = fixed[at][1] if at >= 0 else -1
        if index != before + 1:
            shadows.setdefault(before, []).append(Shadow(index, _addresses(rows[index])))
    return shadows


def _addresses(row: Row) -> Pair[str]:
    return row.clauses.map(lambda clauses: clauses[0].address if clauses else "")
