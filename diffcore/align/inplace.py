"""Pass 11: an article rewritten or struck out where it stands, between articles that kept theirs.

A number is not given to another article while the numbers on both sides of it stay: what stands
between 第十三条 and 第十五条 of either text is 第十四条, though it says 「删除」 now.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diffcore.align.bycontent import descend
from diffcore.align.draft import Draft, single
from diffcore.align.side import Side

IN_PLACE = "in_place"

# From this likeness (0..1) on such an article was rewritten; below it another took its number. In
# shared/data/laws-tw and laws it takes six such pairs, all right by the official reason or as
# judged by hand; articles that the reasons call new have 0 there.
REWRITTEN_AT_LEAST = 0.08

# What stands in the place of an article that was struck out (its Chinese characters).
STRUCK_OUT = frozenset({"删除", "删去", "略", "废止"})


class _Place(NamedTuple):
    """Two articles with one number that may be one article."""

    base: int
    other: int


def in_place(draft: Draft) -> None:
    """Link free articles of one number between linked articles that kept their numbers."""
    for run in _runs(draft):
        for place in run:
            if _is_enough(draft, place):
                draft.add(single(place.base, place.other, IN_PLACE))
                descend(draft, place.base, place.other)


def _runs(draft: Draft) -> Iterator[list[_Place]]:
    """Give the runs of free articles, number for number, of which both neighbours stayed.

    The beginning and the end of both texts stay, too, but not where all between them is free.
    """
    base, other = map(_articles, draft.sides)
    places = {_number(draft.sides.other, at): position for position, at in enumerate(other)}
    run: list[_Place] = []
    has_stayed, behind = True, 0
    for at in base:
        position = places.get(_number(draft.sides.base, at), -1)
        follows = position == behind
        behind = position + 1
        if not follows:
            run, has_stayed = [], False
        if position < 0:
            continue
        place = _Place(at, other[position])
        if draft.is_free(*place):
            run.append(place)
            continue
        link = draft.partners.base.get(at)
        stays = link is not None and link is draft.partners.other.get(place.other)
        if run and stays and has_stayed:
            yield run
        run, has_stayed = [], stays
    if run and has_stayed and behind == len(other) and run[0].base != base[0]:
        yield run


def _articles(side: Side) -> list[int]:
    return [at for at in range(len(side)) if side.is_article(at)]


def _number(side: Side, at: int) -> tuple[int | None, int]:
    return side.clauses[at].ordinal, side.clauses[at].branch


def _is_enough(draft: Draft, place: _Place) -> bool:
    """Tell whether an article was struck out, or has words of the old one left."""
    sides = draft.sides
    nodes = (place.base, sides.base.ends[place.base]), (place.other, sides.other.ends[place.other])
    words = sides.base.skeleton(place.base), sides.other.skeleton(place.other)
    return not STRUCK_OUT.isdisjoint(words) or draft.likeness.of(*nodes) >= REWRITTEN_AT_LEAST
