"""What has no link: single clauses, and whole subtrees as one."""

from __future__ import annotations

from collections.abc import Mapping

from diffcore.align.draft import Link
from diffcore.align.side import Side

# Roles whose clauses are left out together: one row says that a text has no table of contents.
RUNS = frozenset({"contents"})


def unlinked(
    side: Side, linked: Mapping[int, Link], alone: Mapping[int, Link]
) -> list[tuple[int, int]]:
    """Give the clauses without a link, a whole subtree without any as one.

    What stands `alone` by the word of a person is not among them, nor swallowed by a subtree.
    """
    taken = {**linked, **alone} if alone else linked
    has_link = [index in taken for index in range(len(side))]
    for index in range(len(side) - 1, -1, -1):
        parent = side.parents[index]
        if has_link[index] and parent >= 0:
            has_link[parent] = True
    found, at = [], 0
    while at < len(side):
        end = at + 1 if has_link[at] else side.ends[at]
        if side.clauses[at].role in RUNS:
            end = _run_end(side, at, taken)
        if at not in taken:
            found.append((at, end))
        at = end
    return found


def _run_end(side: Side, first: int, linked: Mapping[int, Link]) -> int:
    """Give the end of the neighbours without a link that have the same role."""
    role, end = side.clauses[first].role, first + 1
    if first not in linked:
        while end < len(side) and end not in linked and side.clauses[end].role == role:
            end += 1
    return end
