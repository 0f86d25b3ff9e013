"""What scripts do that compare two versions of a law article by article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz.distance import Indel

from benchmarks.accuracy.revised.links import Link
from benchmarks.accuracy.revised.statute import Article
from diffcore.errors import Bilingual

Peer = Callable[[Sequence[Article], Sequence[Article]], set[Link]]

# From this ratio (0..1) on the greedy script takes a pair: the best of 0.4, 0.5, 0.6.
RATIO_FROM = 0.5


def by_number(base: Sequence[Article], other: Sequence[Article]) -> set[Link]:
    """Link the articles of equal number."""
    numbers = {article.number for article in other}
    return {(one.number, one.number) for one in base if one.number in numbers}


def by_text(base: Sequence[Article], other: Sequence[Article]) -> set[Link]:
    """Link the articles of equal words, the first with the first."""
    free = list(other)
    links = set()
    for one in base:
        for two in free:
            if one.words == two.words:
                links.add((one.number, two.number))
                free.remove(two)
                break
    return links


def greedy(base: Sequence[Article], other: Sequence[Article]) -> set[Link]:
    """Link each old article, in order, with the free new one that is most like it."""
    free = list(other)
    links = set()
    for one in base:
        ratios = [Indel.normalized_similarity(one.words, two.words) for two in free]
        if ratios and max(ratios) >= RATIO_FROM:
            two = free.pop(ratios.index(max(ratios)))
            links.add((one.number, two.number))
    return links


PEERS: tuple[tuple[Bilingual, Peer], ...] = (
    (Bilingual("按条号", "by number"), by_number),
    (Bilingual("按条文全同", "by equal text"), by_text),
    (Bilingual("逐条取最像的（ratio）", "greedy ratio"), greedy),
)
