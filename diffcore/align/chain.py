"""The heaviest chain of pairs that rises on both sides: what keeps its order in both texts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """Give the indices of those `pairs` that rise strictly on both sides and weigh most together.

    A pair is (base, other, weight), the weight positive. The indices come in rising order.
    O(n log n) with a Fenwick tree of prefix maxima. Of equally heavy chains the one found first
    in the order of (base, other) stays, so the result does not depend on the order of `pairs`.
    Source: Fredman, "On computing the length of longest increasing subsequences", Discrete
    Mathematics 11 (1975), with weights; Fenwick, Software: Practice and Experience 24 (1994).
    """
    if _rises(pairs):
        return list(range(len(pairs)))
    order = sorted(range(len(pairs)), key=lambda at: (pairs[at][0], -pairs[at][1]))
    ranks = {other: rank for rank, other in enumerate(sorted({pair[1] for pair in pairs}), 1)}
    size = len(ranks)
    heaviest = [0.0] * (size + 1)
    holder = [-1] * (size + 1)
    previous = [-1] * len(pairs)
    best, last = 0.0, -1
    for at in order:
        _, other, weight = pairs[at]
        total, before, rank = 0.0, -1, ranks[other] - 1
        while rank:
            if heaviest[rank] > total:
                total, before = heaviest[rank], holder[rank]
            rank &= rank - 1
        total += weight
        previous[at] = before
        rank = ranks[other]
        while rank <= size:
            if total > heaviest[rank]:
                heaviest[rank], holder[rank] = total, at
            rank += rank & -rank
        if total > best:
            best, last = total, at
    chain = []
    while last >= 0:
        chain.append(last)
        last = previous[last]
    return chain[::-1]


def _rises(pairs: Sequence[tuple[int, int, float]]) -> bool:
    """Tell whether the pairs are a chain as they stand: nearly always so, and cheap to know."""
    return all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(pairs))
