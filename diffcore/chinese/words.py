"""Where words of Chinese begin and end, for short stretches around a difference.

The cut is the most probable one of a unigram model over the words of words.txt (made by
make_words.py). It is meant for windows of some tens of characters: figures, Latin and
punctuation are always borders, and nothing is guessed about words that the list lacks.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

# Characters in the longest word of the list.
LONGEST = 4

# What a character costs that the list lacks, in steps of make_words.py: as rare as any there.
_UNKNOWN = 52


def cut(text: str) -> tuple[tuple[int, int], ...]:
    """Give the words of `text` as ranges that tile it; what is in no word stands alone."""
    borders = word_borders(text)
    return tuple(pairwise(borders))


def word_borders(text: str) -> tuple[int, ...]:
    """Give every place in `text` at which a word begins or ends, 0 and the end included."""
    length = len(text)
    costs = [_costs(char) for char in text]
    best = [0]
    back = [0]
    for end in range(1, length + 1):
        cheapest = best[-1] + costs[end - 1].get(text[end - 1], _UNKNOWN)
        begin = end - 1
        for start in range(max(0, end - LONGEST), end - 1):
            cost = costs[start].get(text[start:end])
            # Of equally cheap cuts the one whose last word begins first.
            if cost is not None and (best[start] + cost, start) < (cheapest, begin):
                cheapest, begin = best[start] + cost, start
        best.append(cheapest)
        back.append(begin)
    borders = [length]
    while borders[-1]:
        borders.append(back[borders[-1]])
    return tuple(reversed(borders))


@cache
def _costs(first: str) -> dict[str, int]:
    """Give the cost of each word that begins with the character `first`."""
    fields = iter(_lines().get(first, "").split())
    return {word: int(cost) for word, cost in zip(fields, fields, strict=True)}


@cache
def _lines() -> dict[str, str]:
    """Give the lines of the list by their first characters; taken apart where they are needed."""
    lines = Path(__file__).with_name("words.txt").read_text("utf-8").splitlines()
    return {line[0]: line for line in lines}
