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

# What a longer stretch costs that is no word: more than any cut of it into characters.
_NO_WORD = _UNKNOWN * LONGEST * 2


def cut(text: str) -> tuple[tuple[int, int], ...]:
    """Give the words of `text` as ranges that tile it; what is in no word stands alone."""
    borders = word_borders(text)
    return tuple(pairwise(borders))


def word_borders(text: str) -> tuple[int, ...]:
    """Give every place in `text` at which a word begins or ends, 0 and the end included."""
    costs, length = _costs(), len(text)
    best = [0]
    back = [0]
    for end in range(1, length + 1):
        cheapest = best[-1] + costs.get(text[end - 1], _UNKNOWN), end - 1
        for start in range(max(0, end - LONGEST), end - 1):
            cheapest = min(cheapest, (best[start] + costs.get(text[start:end], _NO_WORD), start))
        best.append(cheapest[0])
        back.append(cheapest[1])
    borders = [length]
    while borders[-1]:
        borders.append(back[borders[-1]])
    return tuple(reversed(borders))


@cache
def _costs() -> dict[str, int]:
    """Give the cost of each word; it is read when the first border is asked for, some 10 ms."""
    costs: dict[str, int] = {}
    for line in Path(__file__).with_name("words.txt").read_text("utf-8").splitlines():
        cost, *words = line.split(" ")
        costs.update(dict.fromkeys(words, int(cost)))
    return costs
