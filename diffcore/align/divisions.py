"""Pass 8: headings of parts, chapters and sections, by the clauses that stand under them."""

from __future__ import annotations

from collections import Counter

from diffcore.align.draft import Draft, single
from diffcore.align.side import Side

DIVISION = "children"

# Share of the shorter text under two headings, 0..1, that must be linked to each other.
MOST = 0.5


def by_children(draft: Draft) -> None:
    """Link free headings and articles whose text is mostly linked to each other's."""
    sides = draft.sides
    for index in range(len(sides.base)):
        if index in draft.partners.base or not _has_place(sides.base, index):
            continue
        votes = _votes(draft, index)
        if not votes:
            continue
        heading = min(votes, key=lambda at: (-votes[at], at))
        least = min(_size(sides.base, index), _size(sides.other, heading))
        if votes[heading] >= MOST * least and heading not in draft.partners.other:
            draft.add(single(index, heading, DIVISION))


def _has_place(side: Side, index: int) -> bool:
    return side.is_division(index) or side.is_article(index)


def _size(side: Side, index: int) -> int:
    """Give the characters under a heading."""
    last = side.ends[index] - 1
    return side.clauses[last].span.end - side.clauses[index].span.end


def _votes(draft: Draft, index: int) -> Counter[int]:
    """Give the clauses of the level of `index` that stand above the partners of what is under it.

    The count of each is the number of characters by which it is linked.
    """
    sides = draft.sides
    level = sides.base.clauses[index].level
    votes: Counter[int] = Counter()
    for at in range(index + 1, sides.base.ends[index]):
        link = draft.partners.base.get(at)
        above = sides.other.parents[link.other] if link else -1
        while above >= 0 and sides.other.clauses[above].level != level:
            above = sides.other.parents[above]
        if above >= 0:
            votes[above] += len(sides.base.clauses[at].span)
    return votes
