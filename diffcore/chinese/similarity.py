"""How alike two texts are, from 0 to 1, where 1 means equal and nothing else.

Two measures: one by order (what a diff of the two would keep), one by stock (how many n-grams
they share, each as often as it occurs: a set of n-grams cannot tell 1200 from 1201200). The
n-grams are pairs: most words have two characters. Single characters are shared by any two statutes,
triples are lost at every small change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

# Product of the two lengths up to which the texts are compared in order, in characters squared.
# rapidfuzz needs one bit a cell: 4e8 cells are 0.1 s. Beyond it the stock of n-grams decides.
IN_ORDER_AT_MOST = 400_000_000

# What two different texts get at most; 1 is for equal texts only.
NEARLY_EQUAL = 0.9999


def similarity(one: str, two: str) -> float:
    """Give the share of characters that `one` and `two` keep in common order, 0..1.

    1 means equal and nothing else. Two empty texts are equal.
    """
    if one == two:
        return 1.0
    if not one or not two:
        return 0.0
    if len(one) * len(two) > IN_ORDER_AT_MOST:
        return min(NEARLY_EQUAL, shared(stock(one), stock(two)))
    from rapidfuzz.distance import Indel

    return min(NEARLY_EQUAL, float(Indel.normalized_similarity(one, two)))


def stock(text: str) -> Counter[str]:
    """Give the pairs of characters of `text` with how often each occurs."""
    if len(text) > 1:
        return Counter(map("".join, pairwise(text)))
    return Counter([text] if text else [])


def shared(one: Mapping[str, int], two: Mapping[str, int]) -> float:
    """Give the share of n-grams that two stocks have in common (Dice on multisets), 0..1."""
    total = sum(one.values()) + sum(two.values())
    return 2 * common(one, two) / total if total else 1.0


def common(one: Mapping[str, int], two: Mapping[str, int]) -> int:
    """Give how many n-grams two stocks have in common, each as often as both have it."""
    if len(one) > len(two):
        one, two = two, one
    get = two.get
    return sum(min(count, get(gram, 0)) for gram, count in one.items() if gram in two)


def skeleton(text: str) -> str:
    """Give the Chinese characters of `text` only.

    Two clauses of which one has lost its figures, Latin letters or punctuation have one skeleton.
    """
    return _not_han().sub("", text)


@cache
def _not_han() -> re.Pattern[str]:
    return re.compile("[^㐀-䶿一-鿿\U00020000-\U0003ffff]+")


def edit_distance(one: str, two: str, at_most: int) -> int:
    """Give the least number of characters to delete and insert that turns `one` into `two`.

    Where it is more than `at_most`, the result is `at_most` + 1: only so much work is done.
    """
    from rapidfuzz.distance import Indel

    return int(Indel.distance(one, two, score_cutoff=at_most))


def edit_blocks(one: str, two: str) -> list[tuple[int, int, int, int]]:
    """Give the ranges (of one, of two) that such a shortest script exchanges, in order.

    Takes some bits of memory for each pair of characters: bound the product of the lengths.
    """
    from rapidfuzz.distance import Indel

    blocks: list[tuple[int, int, int, int]] = []
    for code in Indel.opcodes(one, two):
        if code.tag == "equal":
            continue
        start, begin = code.src_start, code.dest_start
        if blocks and blocks[-1][1] == start and blocks[-1][3] == begin:
            start, _, begin, _ = blocks.pop()
        blocks.append((start, code.src_end, begin, code.dest_end))
    return blocks
