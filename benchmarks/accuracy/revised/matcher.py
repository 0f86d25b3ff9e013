"""Which article of an old statute each article of the new one comes from, slowly.

Every article is compared with every other; the best assignment is taken as a whole, with a light
preference for the old order, the old number and the old chapter; then come articles and paragraphs
that went into more than one. It shares no code with the tool, and costs the square of the number
of articles and more. Its numbers were chosen by what the legislature says of shared/data/laws-tw.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from benchmarks.accuracy.revised.assignment import best_assignment
from benchmarks.accuracy.revised.statute import NUMERAL, Article

# (index of the old article, index of the new one)
Link = tuple[int, int]

# What the four measures of likeness count: rare words in common, characters in common order, rare
# words of the shorter in the longer, rare words of the first sentence in common. The first
# sentence says what an article is about; the shorter is found again in what was written around it.
SHARED, ORDERED, CONTAINED, HEADED = 1.0, 0.5, 1.0, 1.0

# Claim (likeness 0..1 with its preferences) from which two articles may answer to each other.
ANSWERS_FROM = 0.28

# Likeness below which a pair does not come into question at all; it only saves time.
COUNTS_FROM = 0.06

# What the preferences may add at most to a likeness: for the place where the neighbours lead, the
# number, the chapter, and for standing between the same neighbours as the other article.
ORDER, NUMBER, CHAPTER, BETWEEN = 0.06, 0.02, 0.02, 0.1

# Places (articles) from where its neighbours lead, beyond which an article gets no bonus of order.
NEAR = 6

# Likeness from which a pair that is the best of both its articles is a fixed point of the order.
FIXED_FROM = 0.6

# Paragraphs with fewer pairs of characters say too little to be traced on their own.
TRACED_FROM = 16

# Share of the words of a paragraph, 0..1, that another article has taken up, and that its own
# partners lack.
FOUND_FROM = 0.6
LACKED_BELOW = 0.4

# What Indel gives to unrelated Chinese sentences of one law, which share particles and names.
CHANCE = 0.3

_CITED = re.compile(rf"第{NUMERAL}([条條款项項章节節])")
_NO_WORD = re.compile(r"\W|\d")
_SENTENCE_END = re.compile("[。;:]")


class Words(NamedTuple):
    """An article as it is compared: its characters, its pairs of characters and their weight."""

    text: str
    stock: Counter[str]
    weight: float
    head: Counter[str]
    head_weight: float


class Matcher(NamedTuple):
    """The articles of two statutes, and how rare each pair of characters is in them."""

    sides: tuple[list[Words], list[Words]]
    rarity: dict[str, float]

    def likeness(self, base: int, other: int) -> float:
        """Give how alike two articles are, 0..1."""
        one, two = self.sides[0][base], self.sides[1][other]
        common = self.common(one.stock, two.stock)
        heads = self.common(one.head, two.head)
        order = Indel.normalized_similarity(one.text, two.text)
        measures = (
            (SHARED, 2 * common / ((one.weight + two.weight) or 1)),
            (ORDERED, max(0.0, (order - CHANCE) / (1 - CHANCE))),
            (CONTAINED, common / (min(one.weight, two.weight) or 1)),
            (HEADED, heads / (min(one.head_weight, two.head_weight) or 1)),
        )
        return sum(count * value for count, value in measures) / sum(c for c, _ in measures)

    def common(self, one: Counter[str], two: Counter[str]) -> float:
        """Give the weight of the words in common, each as often as both have it."""
        if len(two) < len(one):
            one, two = two, one
        return sum(self.rarity[word] * min(count, two[word]) for word, count in one.items())

    def weight(self, stock: Counter[str]) -> float:
        """Give the weight of all words of `stock`."""
        return sum(self.rarity[word] * count for word, count in stock.items())


def links_of(base: Sequence[Article], other: Sequence[Article]) -> set[Link]:
    """Give the links between the articles of two versions."""
    matcher = _matcher(base, other)
    likeness = {
        (one, two): alike
        for one in range(len(base))
        for two in range(len(other))
        if (alike := matcher.likeness(one, two)) >= COUNTS_FROM
    }
    claims = _with_preferences(likeness, base, other)
    first = _answering(claims)
    neighbours = [(-1, -1), *_longest_rising(first), (len(base), len(other))]
    links = set(
        _answering(
            {
                pair: claim + BETWEEN * _is_between(neighbours, pair)
                for pair, claim in claims.items()
            }
        )
    )
    return links | _left_over(matcher, links) | _traced(matcher, base, other, links)


def _matcher(base: Sequence[Article], other: Sequence[Article]) -> Matcher:
    texts = [[_words(one.words) for one in side] for side in (base, other)]
    seen = Counter(word for side in texts for text in side for word in set(_pairs(text)))
    count = len(base) + len(other)
    rarity = {word: math.log((count + 1) / times) for word, times in seen.items()}
    matcher = Matcher(([], []), rarity)
    for side, articles in enumerate((base, other)):
        for article, text in zip(articles, texts[side], strict=True):
            stock = Counter(_pairs(text))
            head = Counter(_pairs(_words(_SENTENCE_END.split(article.words)[0])))
            matcher.sides[side].append(
                Words(text, stock, matcher.weight(stock), head, matcher.weight(head))
            )
    return matcher


def _words(text: str) -> str:
    """Give the text as it is compared: no marks, no figures, citations without their number."""
    return _NO_WORD.sub("", _CITED.sub(r"第\1", text))


def _pairs(text: str) -> Iterable[str]:
    return (one + two for one, two in pairwise(text))


def _answering(claims: dict[Link, float]) -> list[Link]:
    """Give the best assignment of those pairs that may answer to each other, rising."""
    return best_assignment({pair: claim for pair, claim in claims.items() if claim >= ANSWERS_FROM})


def _with_preferences(
    likeness: dict[Link, float], base: Sequence[Article], other: Sequence[Article]
) -> dict[Link, float]:
    fixed = [(-1, -1), *_fixed(likeness), (len(base), len(other))]
    claims = {}
    for (one, two), alike in likeness.items():
        near = max(0.0, 1 - abs(two - _expected(fixed, one)) / NEAR)
        number = base[one].number == other[two].number
        chapter = base[one].division == other[two].division
        claims[one, two] = alike + ORDER * near + NUMBER * number + CHAPTER * chapter
    return claims


def _fixed(likeness: dict[Link, float]) -> list[Link]:
    """Give the longest rising chain of the pairs that are sure: best of both, and alike."""
    best = [_best(likeness, side) for side in (0, 1)]
    sure = sorted(
        pair
        for pair, alike in likeness.items()
        if alike >= FIXED_FROM and best[0][pair[0]] == alike == best[1][pair[1]]
    )
    return _longest_rising(sure)


def _best(likeness: dict[Link, float], side: int) -> dict[int, float]:
    best: dict[int, float] = {}
    for pair, alike in likeness.items():
        best[pair[side]] = max(alike, best.get(pair[side], 0.0))
    return best


def _longest_rising(pairs: Sequence[Link]) -> list[Link]:
    """Give the longest chain of `pairs`, sorted by base, that rises on the other side, too."""
    ends: list[int] = []
    lengths = []
    for _, two in pairs:
        at = bisect_left(ends, two)
        ends[at : at + 1] = [two]
        lengths.append(at)
    chain: list[Link] = []
    for pair, length in zip(reversed(pairs), reversed(lengths), strict=True):
        is_before = not chain or (pair[0] < chain[-1][0] and pair[1] < chain[-1][1])
        if length == len(ends) - 1 - len(chain) and is_before:
            chain.append(pair)
    return chain[::-1]


def _expected(fixed: Sequence[Link], at: int) -> float:
    """Give the place where article `at` would stand between its fixed neighbours."""
    after = bisect_left(fixed, (at, -1))
    (left, low), (right, high) = fixed[after - 1], fixed[after]
    return high if right == at else low + (high - low) * (at - left) / (right - left)


def _is_between(neighbours: Sequence[Link], pair: Link) -> bool:
    """Tell whether both articles of a pair stand between the same neighbours, or are some."""
    after = bisect_left(neighbours, (pair[0], -1))
    if neighbours[after][0] == pair[0]:
        return neighbours[after] == pair
    return neighbours[after - 1][1] < pair[1] < neighbours[after][1]


def _left_over(matcher: Matcher, links: set[Link]) -> set[Link]:
    """Give for every article left over the one that has taken up most of its words."""
    found = set()
    for side in (0, 1):
        linked = {link[side] for link in links}
        for at, words in enumerate(matcher.sides[side]):
            if at not in linked:
                found |= _taken_up(matcher, words.stock, side, at, links)
    return found


def _traced(
    matcher: Matcher, base: Sequence[Article], other: Sequence[Article], links: set[Link]
) -> set[Link]:
    """Give the links by paragraphs that stand in another article than the rest of theirs."""
    found = set()
    for side, articles in enumerate((base, other)):
        for at, article in enumerate(articles):
            own = _opposite(matcher, side, at, links)
            for paragraph in article.paragraphs if len(article.paragraphs) > 1 and own else ():
                stock = Counter(_pairs(_words(paragraph)))
                lacked = matcher.common(stock, own) < LACKED_BELOW * matcher.weight(stock)
                if lacked and stock.total() >= TRACED_FROM:
                    found |= _taken_up(matcher, stock, side, at, links)
    return found


def _opposite(matcher: Matcher, side: int, at: int, links: set[Link]) -> Counter[str]:
    """Give the words of all articles that article `at` of `side` is linked with."""
    theirs = matcher.sides[1 - side]
    return sum((theirs[link[1 - side]].stock for link in links if link[side] == at), Counter[str]())


def _taken_up(
    matcher: Matcher, stock: Counter[str], side: int, at: int, links: set[Link]
) -> set[Link]:
    """Give the link of article `at` with the one that has these words of it from nowhere else."""
    shares = [
        matcher.common(stock, there.stock - _opposite(matcher, 1 - side, to, links))
        for to, there in enumerate(matcher.sides[1 - side])
    ]
    whole = max(range(len(shares)), key=shares.__getitem__)
    if shares[whole] < FOUND_FROM * matcher.weight(stock):
        return set()
    return {(at, whole) if side == 0 else (whole, at)}
