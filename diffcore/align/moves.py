"""Passes 7 and 13: what is left over anywhere, against what is left over anywhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diffcore.align.bycontent import descend
from diffcore.align.candidates import Candidate, Node, candidates
from diffcore.align.draft import Draft, single
from diffcore.align.side import Side

MOVE = "move"

# Below this likeness (0..1) an article elsewhere is another article. Article links of
# shared/data/laws-tw, with MUTUAL_AT_LEAST beside it: from 0.3 to 0.4 F1 falls by 0.003 and new
# articles that get an old partner by a quarter.
ARTICLE_AT_LEAST = 0.35

# The same where nothing else in either text has nearly as good a claim to one of the two.
MUTUAL_AT_LEAST = 0.25

# How many times the claim of any rival that takes. Range 1.1..2.
MARGIN = 1.3

# The same for clauses that are no article: a paragraph of boilerplate is like many others. Range
# 0.3..0.8; at 0.3 a third of the moved paragraphs of shared/data/laws answer to unlike ones.
CLAUSE_AT_LEAST = 0.5

# A clause that is less alike than this must share words of this weight (in pairs of characters
# that stand in no other clause): 按照国家有关规定执行 is in many clauses and moves with none. Range
# 4..6; it takes out one false move of shared/data/laws and no right one.
SURE_FROM = 0.55
SHARED_AT_LEAST = 5.0

# The same for an article that became a paragraph of another, or the reverse.
ACROSS_AT_LEAST = 0.75

# Words shorter than this (in characters) are not followed through the text.
LONG_ENOUGH = 12


def move_articles(draft: Draft) -> None:
    """Link free articles that are alike wherever they stand, with all that stands in them."""
    sides, partners = draft.sides, draft.partners
    base = _articles(sides.base, partners.base)
    other = _articles(sides.other, partners.other)
    _link_most_alike(draft, base, other, ARTICLE_AT_LEAST, MUTUAL_AT_LEAST)


def moves(draft: Draft) -> None:
    """Link free subtrees that are alike wherever they stand, then free clauses likewise."""
    sides, partners = draft.sides, draft.partners
    for pick in (_roots, _leaves):
        base, other = pick(sides.base, partners.base), pick(sides.other, partners.other)
        _link_most_alike(draft, base, other, CLAUSE_AT_LEAST, CLAUSE_AT_LEAST)


def _link_most_alike(
    draft: Draft, base: Sequence[Node], other: Sequence[Node], least: float, mutual: float
) -> None:
    """Link the free nodes with the best claims first, and descend.

    They are alike enough from `least` on; those without rivals from `mutual` on.
    """
    kinds = draft.sides.base.kind, draft.sides.other.kind
    is_listed = draft.sides.base.is_contents, draft.sides.other.is_contents
    found = candidates(draft.likeness, base, other)
    matchless = _matchless(found)
    for pair in sorted(found, key=lambda pair: (-pair.claim, pair)):
        one, two, alike, _ = pair
        if alike < least and (alike < mutual or pair not in matchless):
            continue
        if kinds[0](one) != kinds[1](two) and alike < ACROSS_AT_LEAST:
            continue
        if alike < SURE_FROM and not draft.sides.base.is_article(one) and _is_formula(draft, pair):
            continue
        if is_listed[0](one) == is_listed[1](two) and draft.is_free(one, two):
            draft.add(single(one, two, MOVE))
            descend(draft, one, two)


def _is_formula(draft: Draft, pair: Candidate) -> bool:
    """Tell whether what two clauses have in common is in many others, too."""
    ends = draft.sides.base.ends[pair.base], draft.sides.other.ends[pair.other]
    share, weight = draft.likeness.contained((pair.base, ends[0]), (pair.other, ends[1]))
    return share * weight < SHARED_AT_LEAST


def _matchless(found: Sequence[Candidate]) -> set[Candidate]:
    """Give the pairs whose claim is MARGIN times that of any other pair with one of the two."""
    base: dict[int, list[Candidate]] = {}
    other: dict[int, list[Candidate]] = {}
    for pair in found:
        base.setdefault(pair.base, []).append(pair)
        other.setdefault(pair.other, []).append(pair)
    return {
        pair
        for pair in found
        if all(
            rival is pair or pair.claim >= MARGIN * rival.claim
            for rival in (*base[pair.base], *other[pair.other])
        )
    }


def _articles(side: Side, linked: Mapping[int, object]) -> list[Node]:
    """Give the articles whose heads have no link."""
    return [
        (at, side.ends[at]) for at in range(len(side)) if at not in linked and side.is_article(at)
    ]


def _roots(side: Side, linked: Mapping[int, object]) -> list[Node]:
    """Give the whole subtrees without any link that are long enough."""
    found, at = [], 0
    while at < len(side):
        end = side.ends[at]
        if any(index in linked for index in range(at, end)):
            at += 1
            continue
        if len(side.words(at, end)) >= LONG_ENOUGH:
            found.append((at, end))
        at = end
    return found


def _leaves(side: Side, linked: Mapping[int, object]) -> list[Node]:
    """Give the single clauses without a link that are long enough."""
    return [
        (at, at + 1)
        for at in range(len(side))
        if at not in linked and not side.is_division(at) and len(side.bodies[at]) >= LONG_ENOUGH
    ]
