"""How sure each link is, and which clauses without a partner may belong together.

The passes take the best partner that they find. Whether the best is good is asked here, of the
finished draft: how alike the two are, whether their neighbours answer to each other, whether they
moved, and whether a clause that is free or linked as weakly would do nearly as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp
from typing import NamedTuple

from diffcore.align.candidates import Candidate, Node, candidates
from diffcore.align.draft import JOINED, MANUAL, Draft, Link
from diffcore.align.identical import IDENTICAL, MASKED
from diffcore.align.leftovers import LEFTOVER
from diffcore.align.order import Order
from diffcore.align.unlinked import unlinked
from diffcore.spans import Pair

# Links of equal words, and of a person. Of 312 such links of shared/data/laws-tw one is wrong.
SURE_PASSES = frozenset({IDENTICAL, MASKED, JOINED, MANUAL})

# The confidence is the share of links that are right where claim (0..1), neighbours that answer to
# each other (0..2), a move (0 or 1) and the best rival's share of the claim (0..1) are as here: a
# logistic regression on the 986 links of 49 amended laws of shared/data/laws-tw that the
# legislature's own reasons (gold.json, explicit) confirm (936) or not (50). Of links with a
# confidence of 0.7 to 0.8, 0.54 are right; of 0.8 to 0.9, 0.84; of 0.9 to 0.95, 0.92; above, 0.99.
BEGIN, CLAIM, NEIGHBOUR, MOVED, RIVAL = 2.6, 1.75, 0.9, -1.4, -2.0

# What speaks against a link of two clauses that are unlike as wholes: the legislature calls ten of
# eleven articles of the same data new that the last pass links to a clause whose words they hold.
CONTAINED = -2.0

# Below this confidence (0..1) a person is asked to look. Of 1,310 links with a known answer (same
# data) 89 are marked, 37 of them wrong, and 62 are wrong: precision 0.42, recall 0.60. What is not
# marked and wrong has words in common as only clauses that belong together have (a new article made
# after an old one). Marked are, possible partners included, 326 of 11,908 rows of
# shared/data/laws-tw (2.7 %), 157 of 9,485 of shared/data/laws (1.7 %), none of 12,653 between
# renditions of one version (shared/data/renditions/national), 1 of 25,151 where a text was wrapped,
# narrowed or lost its figures or the numbers of its articles.
SURE_FROM = 0.85

# A link with a claim from here on (0..1) is no rival of others. Range 0.4..0.8.
WEAK_BELOW = 0.6

# Clauses that each is compared with here. With 6, three more wrong links and
# ten more right ones are marked, in twice the time (3 % of a run on a law revised throughout).
TRIED = 2

# Two clauses without a partner may belong together from this claim (0..1) on, if neither has a
# better one. On the same data 8 of 20 such pairs do, and 9 of the 61 articles whose old article
# was not found are marked; from 0.12 on three in ten do, and half as many rows again are marked.
POSSIBLE_AT_LEAST = 0.15

# The share of clauses so marked, 0..1, that truly have no partner.
ALONE_ANYWAY = 0.6

# Words shorter than this (in characters) are no evidence that two clauses belong together.
LONG_ENOUGH = 12


class Trust(NamedTuple):
    """The confidence of each weighed link, those to be looked at, and possible partners.

    `possible` gives for the first clause of a row without partner the first of the other side's.
    """

    confidences: Mapping[Link, float]
    doubtful: frozenset[Link]
    possible: Pair[Mapping[int, int]]

    def turned(self) -> Trust:
        """Give the same with the sides exchanged."""
        return Trust(
            {link.turned(): value for link, value in self.confidences.items()},
            frozenset(link.turned() for link in self.doubtful),
            self.possible.swapped(),
        )


def weigh(draft: Draft, order: Order) -> Trust:
    """Tell how sure the links of a finished draft are, and what may belong together besides.

    Linear in the text: rivals are sought among the clauses without a link or with a weak one.
    Headings of parts and chapters are not weighed: what stands under them speaks for them.
    """
    claims = {
        link: draft.likeness.compared(*_nodes(draft, link)).claim
        for link in draft.links()
        if link.by not in SURE_PASSES and not draft.sides.base.is_division(link.base)
    }
    weights = {link: _weight(draft, order, link, claim) for link, claim in claims.items()}
    free = _free(draft)
    # Rivals are sought for those alone that one could bring into doubt.
    weak = [
        _nodes(draft, link)
        for link, claim in claims.items()
        if claim < WEAK_BELOW and _share(weights[link] + RIVAL) < SURE_FROM
    ]
    base = sorted({*free.base, *(nodes.base for nodes in weak)})
    other = sorted({*free.other, *(nodes.other for nodes in weak)})
    found = candidates(draft.likeness, base, other, TRIED)
    rivals = _rivals(found)
    confidences = {
        link: _share(weights[link] + RIVAL * _rival_share(rivals, link, claim))
        for link, claim in claims.items()
    }
    low = {link for link, value in confidences.items() if value < SURE_FROM}
    doubtful = frozenset(link for link in low if not _is_under(draft, link, low))
    return Trust(confidences, doubtful, _possible(draft, found, free))


def _nodes(draft: Draft, link: Link) -> Pair[Node]:
    """Give the clauses of a link with all that stands under them."""
    base, other = draft.sides
    return Pair(
        (link.base, max(link.base_end, base.ends[link.base])),
        (link.other, max(link.other_end, other.ends[link.other])),
    )


def _free(draft: Draft) -> Pair[list[Node]]:
    """Give what is without a link on either side, and long enough to be known by its words."""
    base, other = (
        [node for node in unlinked(side, linked, alone) if len(side.words(*node)) >= LONG_ENOUGH]
        for side, linked, alone in zip(draft.sides, draft.partners, draft.alone, strict=True)
    )
    return Pair(base, other)


def _rivals(found: Iterable[Candidate]) -> Pair[dict[int, list[Candidate]]]:
    """Give the candidates by their clauses."""
    base: dict[int, list[Candidate]] = {}
    other: dict[int, list[Candidate]] = {}
    for pair in found:
        base.setdefault(pair.base, []).append(pair)
        other.setdefault(pair.other, []).append(pair)
    return Pair(base, other)


def _rival_share(rivals: Pair[dict[int, list[Candidate]]], link: Link, claim: float) -> float:
    """Give the best claim of another clause to either clause of `link`, as a share of its own."""
    pairs = (*rivals.base.get(link.base, ()), *rivals.other.get(link.other, ()))
    mine = (link.base, link.other)
    best = max((each.claim for each in pairs if (each.base, each.other) != mine), default=0.0)
    return min(best / claim, 1.0) if claim else 1.0


def _weight(draft: Draft, order: Order, link: Link, claim: float) -> float:
    """Give what speaks for a link, rivals left aside: the logarithm of its odds."""
    is_moved = link in order.moved or draft.changes_rank(link)
    against = MOVED * is_moved + CONTAINED * (link.by == LEFTOVER)
    return BEGIN + CLAIM * claim + NEIGHBOUR * _company(draft, link) + against


def _share(weight: float) -> float:
    """Give the share of links of that weight that are right, 0..1."""
    return 1 / (1 + exp(-weight))


def _company(draft: Draft, link: Link) -> int:
    """Count the sides on which the neighbours of a link answer to each other."""
    nodes = _nodes(draft, link)
    before = (link.base - 1, link.other - 1)
    behind = (nodes.base[1], nodes.other[1])
    return _answers(draft, *before) + _answers(draft, *behind)


def _answers(draft: Draft, base: int, other: int) -> bool:
    """Tell whether two clauses are linked to each other; the ends of the texts are."""
    is_outside = not 0 <= base < len(draft.sides.base), not 0 <= other < len(draft.sides.other)
    if any(is_outside):
        return all(is_outside)
    link = draft.partners.base.get(base)
    return link is not None and link is draft.partners.other.get(other)


def _is_under(draft: Draft, link: Link, low: Iterable[Link]) -> bool:
    """Tell whether a link stands under another one of `low`, which is marked in its stead."""
    base, other = draft.sides
    parent, above = base.parents[link.base], other.parents[link.other]
    while parent >= 0 and above >= 0:
        upper = draft.partners.base.get(parent)
        if upper is None or upper is not draft.partners.other.get(above):
            return False
        if upper in low:
            return True
        parent, above = base.parents[parent], other.parents[above]
    return False


def _possible(
    draft: Draft, found: Iterable[Candidate], free: Pair[list[Node]]
) -> Pair[Mapping[int, int]]:
    """Give the pairs of clauses without a partner that are each other's best."""
    heads = free.map(lambda nodes: {first for first, _ in nodes})
    pairs = [
        pair
        for pair in found
        if pair.base in heads.base and pair.other in heads.other and draft.fit(*pair[:2])
    ]
    best: Pair[dict[int, Candidate]] = Pair({}, {})
    for pair in sorted(pairs, key=lambda pair: (pair.claim, -pair.base, -pair.other)):
        best.base[pair.base] = best.other[pair.other] = pair
    mutual = [
        pair
        for pair in best.base.values()
        if best.other[pair.other] is pair and pair.claim >= POSSIBLE_AT_LEAST
    ]
    return Pair(
        {pair.base: pair.other for pair in mutual}, {pair.other: pair.base for pair in mutual}
    )
