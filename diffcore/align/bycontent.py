"""Passes 5 and 10: clauses with similar words inside the gaps, in rising order, from the top down.

A pair that has a much better partner elsewhere does not take part: a new article is not to be
taken for a changed one because the old one has moved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from diffcore.align.candidates import Candidate, candidates
from diffcore.align.chain import heaviest_chain
from diffcore.align.draft import Draft, Gap, single
from diffcore.align.side import Side
from diffcore.chinese.similarity import similarity

CONTENT = "content"

# Below this likeness (0..1) two clauses in order are an omission and an addition, not a change.
# From 0.2 to 0.35 the article links of shared/data/laws-tw have F1 0.976 to 0.975.
CONTENT_AT_LEAST = 0.25

# The same where neither clause has a better partner in any gap: between linked neighbours little is
# enough. On the same data each hundredth less finds three more rewritten articles and gives two
# more new articles an old partner.
MUTUAL_AT_LEAST = 0.15

# Such a pair must have this much in common (0..1) in its first clauses: not a last paragraph only.
HEAD_AT_LEAST = 0.08

# A pair takes part if it has this share (0..1) of the claim of the best pair of either clause.
# From 0.6 to 0.8 the same data give the same F1 within 0.002.
NEAR_BEST = 0.7

# What an equal label adds to the claim when clauses compete for a partner. Range 0..0.1.
LABEL_BONUS = 0.05

# What the share of characters in common order counts, 0..1, where a clause has no other candidate:
# 0.56 of them are as good as a likeness of 0.25. Unrelated articles of one law have 0.3.
ALONE = 0.45

# Pairs of one gap up to which every one is compared, besides those that share rare words.
ALL_AT_MOST = 100


def by_content(draft: Draft) -> None:
    """Link free clauses with similar words, whole subtrees first, then what stands in them."""
    gaps = list(draft.gaps())
    # Clauses outside of the gaps get no partner here, but they may be a better one.
    free = draft.free(Gap(0, len(draft.sides.base), 0, len(draft.sides.other)))
    base, other = _tops(draft.sides.base, free.base), _tops(draft.sides.other, free.other)
    link_in_order(draft, base, other, gaps)


def link_in_order(
    draft: Draft, base: Sequence[int], other: Sequence[int], gaps: Sequence[Gap]
) -> None:
    """Link those subtrees of the two lists that are alike, rising within the gaps, and descend."""
    if not base or not other:
        return
    found = _scored(draft, base, other, gaps)
    best = _best(found)
    pairs = [
        (one, two, claim + LABEL_BONUS * _same_label(draft, one, two))
        for one, two, alike, claim in found
        if _gap_of(gaps, one, two)
        and draft.fit(one, two)
        and _is_enough(draft, one, two, alike, claim, max(best[0][one], best[1][two]))
    ]
    # Gaps follow each other, so a chain over all of them is a chain in each.
    for at in heaviest_chain(pairs):
        link = single(pairs[at][0], pairs[at][1], CONTENT)
        draft.add(link)
        descend(draft, link.base, link.other)


def descend(draft: Draft, base: int, other: int) -> None:
    """Link what stands under two linked clauses."""
    sides = draft.sides
    below = Gap(base + 1, sides.base.ends[base], other + 1, sides.other.ends[other])
    free = draft.free(below)
    link_in_order(draft, _tops(sides.base, free.base), _tops(sides.other, free.other), [below])


def _is_enough(
    draft: Draft, base: int, other: int, alike: float, claim: float, best: float
) -> bool:
    """Tell whether a pair takes part; `best` is the likeness of the best pair of either clause."""
    if alike >= CONTENT_AT_LEAST:
        return claim >= NEAR_BEST * best
    if alike < MUTUAL_AT_LEAST or claim < best:
        return False
    return draft.likeness.of((base, base + 1), (other, other + 1)) >= HEAD_AT_LEAST


def _scored(
    draft: Draft, base: Sequence[int], other: Sequence[int], gaps: Sequence[Gap]
) -> list[Candidate]:
    """Give the pairs that share rare words, and all pairs of small gaps."""
    sides, measure = draft.sides, draft.likeness
    nodes = {at: (at, sides.base.ends[at]) for at in base}
    opposite = {at: (at, sides.other.ends[at]) for at in other}
    found = candidates(measure, list(nodes.values()), list(opposite.values()))
    known = {(pair.base, pair.other) for pair in found}
    for gap in gaps:
        left = _between(base, gap.base, gap.base_end)
        right = _between(other, gap.other, gap.other_end)
        if len(left) == len(right) == 1:
            # Alone between two linked neighbours: no other clause competes, words need no weights.
            words = sides.base.words(*nodes[left[0]]), sides.other.words(*opposite[right[0]])
            alike = similarity(*words) * ALONE
            if alike >= CONTENT_AT_LEAST:
                found.append(Candidate(left[0], right[0], alike, alike))
        if len(left) * len(right) <= ALL_AT_MOST:
            found.extend(
                measure.compared(nodes[one], opposite[two])
                for one in left
                for two in right
                if (one, two) not in known
            )
    return found


def _between(indices: Sequence[int], first: int, last: int) -> Sequence[int]:
    return indices[bisect_right(indices, first - 1) : bisect_right(indices, last - 1)]


def _best(found: Iterable[Candidate]) -> tuple[dict[int, float], dict[int, float]]:
    """Give the best likeness of each clause."""
    base: dict[int, float] = {}
    other: dict[int, float] = {}
    for one, two, _, claim in found:
        base[one] = max(claim, base.get(one, 0.0))
        other[two] = max(claim, other.get(two, 0.0))
    return base, other


def _gap_of(gaps: Sequence[Gap], base: int, other: int) -> bool:
    """Tell whether two clauses stand in the same gap."""
    at = bisect_right(gaps, base, key=lambda gap: gap.base) - 1
    return at >= 0 and gaps[at].other <= other < gaps[at].other_end


def _same_label(draft: Draft, base: int, other: int) -> bool:
    one, two = draft.sides.base.clauses[base], draft.sides.other.clauses[other]
    return (one.style, one.label) == (two.style, two.label) and bool(one.label)


def _tops(side: Side, free: Sequence[int]) -> list[int]:
    """Give those of the `free` clauses that stand under none of them, divisions opened."""
    found, covered = [], -1
    for at in free:
        if at >= covered and not side.is_division(at):
            found.append(at)
            covered = side.ends[at]
    return found
