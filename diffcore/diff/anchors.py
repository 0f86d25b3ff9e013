"""Sentences that both texts have once each, in one order: what holds a very long row in place.

Between them the texts are short enough to be compared token by token.

Source: the patience diff of Bram Cohen (2005), on sentences instead of lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from diffcore.diff.changes import Change

# Tokens of the shortest sentence that may hold two texts together; shorter ones recur by chance.
SENTENCE_AT_LEAST = 8

_SENTENCES = r"[^。；;，,：:、\n]{8,}"


def gaps_between_anchors(one: str, two: str) -> list[Change]:
    """Give the stretches between the sentences that hold `one` and `two` together, in order."""
    places, others = _unique_sentences(one), _unique_sentences(two)
    common = [
        (start, others[words], len(words)) for words, start in places.items() if words in others
    ]
    gaps: list[Change] = []
    end = stop = 0
    for start, begin, length in [*_rising(common), (len(one), len(two), 0)]:
        gaps.append(Change(end, start, stop, begin))
        end, stop = start + length, begin + length
    return gaps


def _unique_sentences(text: str) -> dict[str, int]:
    """Give the sentences that stand once in `text`, with their places, in order."""
    found = [(match.group(), match.start()) for match in re.finditer(_SENTENCES, text)]
    times = Counter(words for words, _ in found)
    return {words: start for words, start in found if times[words] == 1}


def _rising(places: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Give the longest selection of `places`, sorted by the first, that rises in the second."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for i, (_, begin, _) in enumerate(places):
        rank = bisect_left(tails, begin)
        before.append(last[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(begin)
            last.append(i)
        else:
            tails[rank], last[rank] = begin, i
    chosen = []
    at = last[-1] if last else -1
    while at >= 0:
        chosen.append(places[at])
        at = before[at]
    return chosen[::-1]
