"""Passes 6 and 14: one clause against several neighbours, of which some found no partner so far."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from diffcore.align.draft import Draft, Link
from diffcore.align.side import Side
from diffcore.chinese.similarity import common, similarity

SPLIT = "split"

# Share of the words of a neighbour, 0..1, that must be in the one clause and not in the partner
# that it has already. Chosen on shared/data/laws and laws-tw.
COVERED = 0.6

# Similarity of the whole to its parts, 0..1, below which little of the clause was kept: then it was
# rewritten, not split. Chosen on the same data.
SPLIT_AT_LEAST = 0.5

# A neighbour with fewer Chinese characters than this is no evidence for a split.
LONG_ENOUGH = 6


def splits(draft: Draft) -> None:
    """Widen links by free neighbours of one side whose words are in the clause of the other."""
    sides, partners = draft.sides, draft.partners
    for link in draft.links():
        if link.base_end - link.base == 1:
            span = (link.other, link.other_end)
            first, last = _widen(sides.base, link.base, sides.other, span, partners.other)
            if (first, last) != span:
                draft.add(Link(link.base, link.base_end, first, last, SPLIT))
                continue
        if link.other_end - link.other == 1:
            span = (link.base, link.base_end)
            first, last = _widen(sides.other, link.other, sides.base, span, partners.base)
            if (first, last) != span:
                draft.add(Link(first, last, link.other, link.other_end, SPLIT))


def unite(draft: Draft) -> None:
    """Join neighbouring links where an article became a paragraph of the one beside it.

    Its words may come first or last in the one that took it up.
    """
    for one, two in pairwise(draft.links()):
        before = draft.partners.base[one.base]
        if before.base_end != two.base or draft.is_across(one) == draft.is_across(two):
            continue
        follows = before.other_end == two.other and draft.is_across(two)
        # Words that changed and changed places are shown side by side only in rows of their own.
        is_turned = two.other_end == before.other and _is_turned(draft, before, two)
        if follows or is_turned:
            first, last = sorted((before, two), key=lambda link: link.other)
            draft.add(Link(before.base, two.base_end, first.other, last.other_end, SPLIT))


def _is_turned(draft: Draft, one: Link, two: Link) -> bool:
    """Tell whether an article became a paragraph of another, both with their words."""
    base, other = draft.sides.base, draft.sides.other
    across, whole = (one, two) if draft.is_across(one) else (two, one)
    in_base = base.parents[across.base] == whole.base
    in_other = other.parents[across.other] == whole.other
    return in_base != in_other and all(
        base.joined(link.base, link.base_end) == other.joined(link.other, link.other_end)
        for link in (one, two)
    )


def _widen(
    one: Side, clause: int, many: Side, span: tuple[int, int], linked: Mapping[int, Link]
) -> tuple[int, int]:
    """Give `span` of `many` with those free neighbours whose words `clause` of `one` has, too."""
    first, last = span
    if last in linked and first - 1 in linked:
        return span
    while last < len(many) and _belongs(one, clause, many, (first, last), last, linked):
        last += 1
    while first > 0 and _belongs(one, clause, many, (first, last), first - 1, linked):
        first -= 1
    return first, last


def _belongs(
    one: Side,
    clause: int,
    many: Side,
    span: tuple[int, int],
    neighbour: int,
    linked: Mapping[int, Link],
) -> bool:
    """Tell whether a free neighbour of `span` has words of `clause` that `span` has not."""
    if neighbour in linked or len(many.skeleton(neighbour)) < LONG_ENOUGH:
        return False
    if many.is_division(neighbour) or many.clauses[neighbour].role != one.clauses[clause].role:
        return False
    words = many.stock(neighbour, neighbour + 1)
    unclaimed = one.stock(clause, clause + 1) - many.stock(*span)
    if common(words, unclaimed) < COVERED * words.total():
        return False
    text = one.bodies[clause]
    wide = (min(span[0], neighbour), max(span[1], neighbour + 1))
    gained = similarity(text, many.joined(*wide))
    return gained >= SPLIT_AT_LEAST and gained > similarity(text, many.joined(*span))
