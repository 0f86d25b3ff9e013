"""Pass 15: a clause left over that stands, reworded, in one left over elsewhere.

When a law is revised, a paragraph becomes an article of its own with more words around it, and an
article becomes an item of a list. The two are unlike as wholes, but most of the rare words of the
shorter are in the longer. That is enough where both were left over, and for no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from diffcore.align.bycontent import descend
from diffcore.align.candidates import candidates
from diffcore.align.draft import Draft, Link, single
from diffcore.align.side import Side

LEFTOVER = "leftover"


class _Enough(NamedTuple):
    """What two clauses must have at least to answer to each other."""

    contained: float
    alike: float
    weight: float


# What is enough for two clauses: the share (0..1) of the weighted words of the lighter that the
# other has, the likeness of both (0..1), and the weight of the lighter, in pairs of characters that
# stand nowhere else: most stand in some other clauses, too, and count half. Chosen on the 80 pairs
# that are left over in shared/data/laws and share half of the lighter: with these every one taken
# is right as judged by hand; from half and a likeness of 0.35 on, one in four is not.
ENOUGH = (
    _Enough(contained=0.8, alike=0.3, weight=5.5),
    _Enough(contained=0.6, alike=0.3, weight=11.0),
    _Enough(contained=0.5, alike=0.5, weight=11.0),
)


class _Pair(NamedTuple):
    """Two free clauses: how much of the shorter is in the longer, and how alike they are."""

    claim: float
    base: int
    other: int


def leftovers(draft: Draft) -> None:
    """Link free clauses of which the one has most of the words of the other, the surest first."""
    for _, base, other in sorted(_pairs(draft), key=lambda pair: (-pair.claim, pair)):
        if draft.is_free(base, other):
            draft.add(single(base, other, LEFTOVER))
            descend(draft, base, other)


def _pairs(draft: Draft) -> Iterator[_Pair]:
    sides, partners = draft.sides, draft.partners
    ours, theirs = (
        [(at, at + 1) for at in _free(side, linked)]
        for side, linked in zip(sides, partners, strict=True)
    )
    for base, other, alike, _ in candidates(draft.likeness, ours, theirs):
        contained, weight = draft.likeness.contained((base, base + 1), (other, other + 1))
        if any(_reaches(least, (contained, alike, weight)) for least in ENOUGH):
            yield _Pair((contained + alike) / 2, base, other)


def _reaches(least: _Enough, found: tuple[float, float, float]) -> bool:
    return all(one <= two for one, two in zip(least, found, strict=True))


def _free(side: Side, linked: Mapping[int, Link]) -> Iterator[int]:
    """Give the clauses of running text that have no link."""
    for at in range(len(side)):
        if at not in linked and side.clauses[at].role == "body" and not side.is_division(at):
            yield at
