"""The words that a difference exchanges: what really differs in it, as whole words.

A diff may cut one replacement in several ways: 动能 → 效能 here, 新动能 → 新效能 there. What the
readings have in common at their ends is no part of the exchange; of what is left, the words.
"""

from __future__ import annotations

from functools import lru_cache

from diffcore.chinese.words import cut, word_borders
from diffcore.spans import NormalSpan, Pair

# Characters on either side that are looked at for the borders of words; a word of the list has
# no more than four. Range 4..; in 1,113 places of shared/data/laws 4
# to 16 decide alike.
REACH = 6
# Longer exchanges, in characters, are no words; they recur as they are. Range 8..40: cutting takes
# time in step with the length, and the longest name of a body in shared/data/laws has 26.
LONGEST = 30
# Words do not go over these marks.
_STOPS = frozenset("，。；：！？、（）《》“”\n,:;!?() …")
# Marks at the ends of what is left out or put in: 、乙 and 乙、 are the same loss.
_JOINTS = "、，；,; \n"


def core_of(texts: Pair[str], spans: Pair[NormalSpan]) -> Pair[NormalSpan]:
    """Give `spans` without the characters that both readings begin or end with.

    Where one side reads nothing, the other is given without the marks at its ends.
    """
    base, other = spans.base.of(texts.base), spans.other.of(texts.other)
    if not base or not other:
        return Pair(_bare(texts.base, spans.base), _bare(texts.other, spans.other))
    room = min(len(base), len(other))
    head = next((at for at in range(room) if base[at] != other[at]), room)
    room -= head
    tail = next((at for at in range(room) if base[-1 - at] != other[-1 - at]), room)
    return spans.map(lambda span: NormalSpan(span.start + head, span.end - tail))


def whole_words(
    texts: Pair[str], zones: Pair[NormalSpan], spans: Pair[NormalSpan]
) -> Pair[NormalSpan]:
    """Give the core of `spans` up to the borders of its words, by as much on both sides.

    It grows over words that both texts have, and stays inside `zones`. What one side lacks, and
    what is too long for a word or two, is given as it is.
    """
    core = core_of(texts, spans)
    if not spans.base or not spans.other or max(map(len, core)) > LONGEST:
        return core
    left, right = _shared(texts, zones, core)
    one = _missing(left, core.base.of(texts.base), right)
    two = _missing(left, core.other.of(texts.other), right)
    before, after = max(one[0], two[0]), max(one[1], two[1])
    return core.map(lambda span: NormalSpan(span.start - before, span.end + after))


def stand_whole(text: str, zone: NormalSpan, span: NormalSpan) -> NormalSpan | None:
    """Give `span` with the word before it and the word behind it.

    None where it neither begins nor ends with a word: 民 in 人民 is no word.
    """
    start = span.start
    while start > max(zone.start, span.start - REACH) and text[start - 1] not in _STOPS:
        start -= 1
    end = span.end
    while end < min(zone.end, span.end + REACH) and text[end] not in _STOPS:
        end += 1
    borders = _borders(text[start:end])
    first, last = span.start - start, span.end - start
    if first not in borders or last not in borders:
        return None
    before, behind = borders.index(first), borders.index(last)
    return NormalSpan(
        start + borders[max(0, before - 1)], start + borders[min(behind + 1, len(borders) - 1)]
    )


# The words around an occurrence come again and again: 县级以上人民政府, 应当依照.
@lru_cache(maxsize=4096)
def _borders(words: str) -> tuple[int, ...]:
    return word_borders(words)


def _bare(text: str, span: NormalSpan) -> NormalSpan:
    """Give `span` without the marks at its ends, or as it is where it has nothing else."""
    words = span.of(text)
    if not words.strip(_JOINTS):
        return span
    head = len(words) - len(words.lstrip(_JOINTS))
    return NormalSpan(span.start + head, span.start + len(words.rstrip(_JOINTS)))


def _shared(texts: Pair[str], zones: Pair[NormalSpan], core: Pair[NormalSpan]) -> tuple[str, str]:
    """Give what both texts have right before and behind `core`, up to a stop."""
    base, other = core
    room = max(0, min(REACH, base.start - zones.base.start, other.start - zones.other.start))
    left = 0
    while left < room and _agree(texts, base.start - left - 1, other.start - left - 1):
        left += 1
    room = max(0, min(REACH, zones.base.end - base.end, zones.other.end - other.end))
    right = 0
    while right < room and _agree(texts, base.end + right, other.end + right):
        right += 1
    return texts.base[base.start - left : base.start], texts.base[base.end : base.end + right]


def _agree(texts: Pair[str], base: int, other: int) -> bool:
    """Say whether both sides have the same character at these places, and no stop."""
    return texts.base[base] == texts.other[other] and texts.base[base] not in _STOPS


def _missing(left: str, read: str, right: str) -> tuple[int, int]:
    """Give how many characters of `left` and `right` the words at the ends of `read` lack."""
    if not read:
        return 0, 0
    words = cut(left + read + right)
    start, end = len(left), len(left) + len(read)
    before = next((start - first for first, last in words if first < start < last), 0)
    after = next((last - end for first, last in words if first < end < last), 0)
    return before, after
