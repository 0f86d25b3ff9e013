"""Pass 2: equal words under other paragraph breaks: one paragraph here, several there.

Line ends are the least reliable thing in a text that was taken from a printed page, so a break by
itself is no difference. Figures and signs are masked, as in the pass before.
"""

from __future__ import annotations

from collections.abc import Callable

from diffcore.align.draft import JOINED, Draft, Link
from diffcore.align.side import Side

# Chinese characters at the beginning of a clause by which its like is looked for. Range 2..12.
BEGINNING = 4

# Clauses with the same beginning that are tried in one gap, and clauses that one row may join.
TRIED_AT_MOST = 8
JOINED_AT_MOST = 64

Piece = Callable[[int], str]


def join_breaks(draft: Draft) -> None:
    """Link neighbours whose words, joined, are the words of neighbours of the other side."""
    sides = draft.sides
    for gap in list(draft.gaps()):
        free = draft.free(gap)
        begins: dict[str, list[int]] = {}
        for index in free.other:
            begins.setdefault(_beginning(sides.other, index), []).append(index)
        for base in free.base:
            beginning = _beginning(sides.base, base)
            for other in begins.get(beginning, ())[:TRIED_AT_MOST] if beginning else ():
                if draft.is_free(base, other) and (link := _joined(draft, base, other)):
                    draft.add(link)
                    break


def _beginning(side: Side, index: int) -> str:
    """Give the first characters from clause `index` on, over breaks: it may be one short word."""
    words = side.skeleton(index)
    for at in range(index + 1, min(index + BEGINNING, len(side))):
        if not words or len(words) >= BEGINNING:
            break
        words += side.skeleton(at)
    return words[:BEGINNING]


def _joined(draft: Draft, base: int, other: int) -> Link | None:
    """Give the link of the shortest runs from `base` and `other` on with the same words."""
    sides, partners = draft.sides, draft.partners
    one = _Run(base, sides.base.skeleton(base), sides.base.whole_skeleton, len(sides.base))
    two = _Run(other, sides.other.skeleton(other), sides.other.whole_skeleton, len(sides.other))
    for _ in range(JOINED_AT_MOST):
        if one.rest == two.rest:
            return Link(base, one.end, other, two.end, JOINED)
        short, long, linked = (
            (one, two, partners.base)
            if len(one.rest) < len(two.rest)
            else (two, one, partners.other)
        )
        if not long.rest.startswith(short.rest) or short.end >= short.size or short.end in linked:
            return None
        long.rest = long.rest[len(short.rest) :]
        short.rest = short.piece(short.end)
        short.end += 1
    return None


class _Run:
    """Clauses that are joined: where they end, and the words that the other side lacks yet."""

    __slots__ = ("end", "piece", "rest", "size")

    def __init__(self, first: int, words: str, piece: Piece, size: int) -> None:
        self.end, self.rest, self.piece, self.size = first + 1, words, piece, size
