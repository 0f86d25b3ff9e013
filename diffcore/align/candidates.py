"""Which free clauses may answer to each other, and how alike they are.

Likeness is the share of common n-grams, each weighed by how rare it is in the two texts: that two
articles both say 主管机关应当 says little, that both say 缓刑 says much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from typing import NamedTuple

from diffcore.align.side import TELLING, Side
from diffcore.spans import Pair

# Clauses of one side from which the weights are taken, evenly spread; 500 of some 60 characters
# are 10 ms and settle the weights of all n-grams that are common enough to matter.
SAMPLED = 500

# A trigram that stands in more nodes of one side than this is no help in finding one. Range 4..64.
RARE_AT_MOST = 16

# Nodes that one node is compared with: those that share most rare trigrams. Among them is the
# partner of 94 % of the articles of shared/data/laws-tw, however much it was rewritten.
BEST = 6

# Share of the most votes, 0..1, that a node must have to be compared.
WORTH = 0.3

# What a trigram counts that stands in one node; one in n nodes counts an n-th. Whole numbers, as
# sums of fractions would depend on the order in which a set is walked.
VOTE = 720_720

# Nodes (first, last) are neighbouring clauses that are compared as one text.
Node = tuple[int, int]


class Candidate(NamedTuple):
    """Two nodes, by their first clauses, their likeness and their claim to each other, 0..1.

    The claim decides between rivals. An article is its first paragraph before all: one that gave a
    later paragraph away and kept the first is still that article, so the first counts half.
    """

    base: int
    other: int
    alike: float
    claim: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """Compares nodes of both sides by weighted n-grams."""

    sides: Pair[Side]
    weights: Mapping[str, float]
    rarest: float
    _totals: Pair[dict[Node, float]] = field(
        default_factory=lambda: Pair[dict[Node, float]]({}, {})
    )

    def of(self, base: Node, other: Node) -> float:
        """Give the share of weighted n-grams that two nodes have in common, 0..1."""
        common, first, second = self._weigh(base, other)
        return 2 * common / (first + second) if first + second else 0.0

    def contained(self, base: Node, other: Node) -> tuple[float, float]:
        """Give the share of the lighter of two nodes that the other has, 0..1, and its weight.

        The weight is counted in n-grams that stand in no other clause.
        """
        common, first, second = self._weigh(base, other)
        least = min(first, second)
        return common / least if least else 0.0, least / self.rarest

    def _weigh(self, base: Node, other: Node) -> tuple[float, float, float]:
        """Give the weight of the n-grams that two nodes have in common, and of those of each."""
        one, two = self.sides.base.stock(*base), self.sides.other.stock(*other)
        first = self._total(one, base, self._totals.base)
        second = self._total(two, other, self._totals.other)
        if len(one) > len(two):
            one, two = two, one
        weigh, rarest = self.weights.get, self.rarest
        common = 0.0
        for gram, count in one.items():
            if gram in two:
                again = two[gram]
                common += (count if count < again else again) * weigh(gram, rarest)
        return common, first, second

    def compared(self, base: Node, other: Node) -> Candidate:
        """Give two nodes with their likeness and their claim."""
        claim = whole = self.of(base, other)
        openings = self.sides.base.opening(*base), self.sides.other.opening(*other)
        if openings != (base, other):
            claim = (whole + self.of(*openings)) / 2
        return Candidate(base[0], other[0], max(whole, claim), claim)

    def _total(self, grams: Counter[str], node: Node, known: dict[Node, float]) -> float:
        total = known.get(node)
        if total is None:
            weigh, rarest = self.weights.get, self.rarest
            total = sum(count * weigh(gram, rarest) for gram, count in grams.items())
            known[node] = total
        return total


def likeness(sides: Pair[Side]) -> Likeness:
    """Give the measure for two sides, with weights from their own words.

    The weight of an n-gram that stands in d of n clauses is log((n + 1) / d).
    Source: Spärck Jones, "A statistical interpretation of term specificity", Journal of
    Documentation 28 (1972).
    """
    found: Counter[str] = Counter()
    sampled = 0
    for side in (sides.base, sides.other):
        for index in range(0, len(side), 1 + len(side) // SAMPLED):
            sampled += 1
            found.update(side.stock(index, index + 1).keys())
    weights = {gram: log((sampled + 1) / count) for gram, count in found.items()}
    return Likeness(sides, weights, log(sampled + 1))


def candidates(
    measure: Likeness, base: Sequence[Node], other: Sequence[Node], at_most: int = BEST
) -> list[Candidate]:
    """Give for each node of the base `at_most` of the other that share most rare words with it.

    Linear in the text: a node casts its votes by trigrams that at most RARE_AT_MOST nodes have.
    """
    if not base or not other:
        return []
    sides = measure.sides
    index: dict[str, list[int]] = {}
    for at, node in enumerate(other):
        for word in _words(sides.other.words(*node)[:TELLING]):
            index.setdefault(word, []).append(at)
    found = []
    for node in base:
        votes: dict[int, int] = {}
        for word in _words(sides.base.words(*node)[:TELLING]):
            places = index.get(word, ())
            if len(places) <= RARE_AT_MOST:
                for place in places:
                    votes[place] = votes.get(place, 0) + VOTE // len(places)
        if not votes:
            continue
        least = WORTH * max(votes.values())
        best = sorted((-count, place) for place, count in votes.items() if count >= least)
        for _, place in best[:at_most]:
            found.append(measure.compared(node, other[place]))
    return found


def _words(text: str) -> set[str]:
    return set(map("".join, zip(text, text[1:], text[2:], strict=False))) or {text}
