"""Pass 5: what is left over anywhere, against what is left over anywhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diffcore.align.bycontent import descend
from diffcore.align.candidates import Node, candidates
from diffcore.align.draft import Draft, single
from diffcore.align.side import Side

MOVE = "move"

# Below this likeness (0..1) an article elsewhere is another article. Of the article links that the
# legislature itself names in shared/data/laws-tw, those of likeness 0.5 and more are all found, of
# 0.3 to 0.5 94 %; 4 % of its new articles get a partner. At 0.2 five in a hundred more are found,
# and half as many more new articles get a partner.
ARTICLE_AT_LEAST = 0.3

# The same for clauses that are no article: a paragraph of boilerplate is like many others. Range
# 0.3..0.8; at 0.3 a third of the moved paragraphs of shared/data/laws answer to unlike ones.
CLAUSE_AT_LEAST = 0.5

# The same for an article that became a paragraph of another, or the reverse.
ACROSS_AT_LEAST = 0.75

# Words shorter than this (in characters) are not followed through the text.
LONG_ENOUGH = 12


def move_articles(draft: Draft) -> None:
    """Link free articles that are alike wherever they stand, with all that stands in them."""
    sides, partners = draft.sides, draft.partners
    base = _articles(sides.base, partners.base)
    other = _articles(sides.other, partners.other)
    _link_most_alike(draft, base, other, ARTICLE_AT_LEAST)


def moves(draft: Draft) -> None:
    """Link free subtrees that are alike wherever they stand, then free clauses likewise."""
    sides, partners = draft.sides, draft.partners
    for pick in (_roots, _leaves):
        base, other = pick(sides.base, partners.base), pick(sides.other, partners.other)
        _link_most_alike(draft, base, other, CLAUSE_AT_LEAST)


def _link_most_alike(
    draft: Draft, base: Sequence[Node], other: Sequence[Node], least: float
) -> None:
    """Link the free nodes that are most alike first, and descend."""
    kinds = draft.sides.base.kind, draft.sides.other.kind
    is_listed = draft.sides.base.is_contents, draft.sides.other.is_contents
    found = candidates(draft.likeness, base, other)
    for one, two, alike in sorted(found, key=lambda pair: (-pair.alike, pair)):
        if alike < least:
            break
        if kinds[0](one) != kinds[1](two) and alike < ACROSS_AT_LEAST:
            continue
        if is_listed[0](one) == is_listed[1](two) and draft.is_free(one, two):
            draft.add(single(one, two, MOVE))
            descend(draft, one, two)


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
