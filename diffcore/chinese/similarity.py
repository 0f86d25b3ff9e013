"""How alike two texts are, from 0 to 1, where 1 means equal and nothing else.

Two measures: one by order (what a diff of the two would keep), one by stock (how many n-grams
they share, each as often as it occurs: a set of n-grams cannot tell 1200 from 1201200). The
n-grams are pairs: most words have two characters. Single characters are shared by any two statutes,
triples are lost at every small change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from diffcore.chinese.characters import not_han

# Product of the two lengths up to which the texts are compared in order, in characters squared.
# rapidfuzz needs one bit a cell: 4e8 cells are 0.1 s. Beyond it the stock of n-grams decides.
IN_ORDER_AT_MOST = 400_000_000

# Length of what differs up to which Python compares it itself, in characters: two times 400 take
# 0.1 ms. Range 0..; rapidfuzz takes 20 ms to load, and is a hundred times as fast.
PLAIN_AT_MOST = 400

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
    return min(NEARLY_EQUAL, 1.0 - _distance(one, two) / (len(one) + len(two)))


def _distance(one: str, two: str) -> int:
    """Give the least number of characters to delete and insert that turns `one` into `two`."""
    known = _plain_distance(one, two)
    if known is not None:
        return known
    from rapidfuzz.distance import Indel

    return int(Indel.distance(one, two))


def _plain_distance(one: str, two: str) -> int | None:
    """Give that number where the texts differ in one stretch, by a loss or by little, else None.

    It is so for most clauses of two renditions; then rapidfuzz need not be loaded (20 ms).
    """
    head = common_head(one, two)
    one, two = one[head:], two[head:]
    tail = common_head(one[::-1], two[::-1])
    short, long = sorted((one[: len(one) - tail], two[: len(two) - tail]), key=len)
    rest = iter(long)
    if all(char in rest for char in short):
        return len(long) - len(short)
    if len(long) > PLAIN_AT_MOST:
        return None
    return len(short) + len(long) - 2 * _common_in_order(short, long)


def _common_in_order(short: str, long: str) -> int:
    """Give the length of the longest common subsequence, a bit of a number for each character.

    Source: H. Hyyrö, "Bit-Parallel LCS-length Computation Revisited", AWOCA 2004.
    """
    places: dict[str, int] = {}
    for at, char in enumerate(long):
        places[char] = places.get(char, 0) | 1 << at
    every = (1 << len(long)) - 1
    free = every
    for char in short:
        hits = free & places.get(char, 0)
        free = (free + hits | free - hits) & every
    return len(long) - free.bit_count()


def common_head(one: str, two: str) -> int:
    """Give the number of characters that both texts begin with, by halving."""
    low, high = 0, min(len(one), len(two))
    if one[:high] == two[:high]:
        return high
    while low < high:
        half = (low + high + 1) // 2
        if one[low:half] == two[low:half]:
            low = half
        else:
            high = half - 1
    return low


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
    return not_han().sub("", text)


def edit_distance(one: str, two: str, at_most: int) -> int:
    """Give the least number of characters to delete and insert that turns `one` into `two`.

    Where it is more than `at_most`, the result is `at_most` + 1: only so much work is done.
    """
    known = _plain_distance(one, two)
    if known is not None:
        return min(known, at_most + 1)
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
