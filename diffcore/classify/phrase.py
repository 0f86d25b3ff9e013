"""The phrase of a finding: its reading in the words around it, as a proofreader quotes it.

Both sides are cut at the same places: 「新动能」 stands against 「新效能」, not against 「效能」.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import NamedTuple

from diffcore.chinese.words import cut
from diffcore.model import Hunk
from diffcore.spans import NormalSpan, Pair

# Characters of context on either side of a figure or gap; a phrase ends before at punctuation.
# Range 6..20: a line of the report has room for about 30.
REACH_OF_FIGURE = 12
# Characters looked at for the borders of the words around a difference.
REACH_OF_WORDS = 8
# A reading of at least this many characters, or words with it, is quoted without more context.
ENOUGH = 2
# A phrase goes up to these marks and not beyond.
_STOPS = frozenset("，。；：！？\n、:;!?…《》“”,")
# A hunk beside a figure is taken into its phrase up to this length: both figures of 〔2021〕18号.
_NEIGHBOUR_AT_MOST = 8
# Kinds that quote a whole clause or label.
_WHOLE = frozenset(
    (
        "omitted_clause",
        "added_clause",
        "moved_clause",
        "split_clause",
        "merged_clause",
        "renumbered",
    )
)
# The nearer and the farther edge of a difference, on both sides.
_Gap = tuple[Pair[int], Pair[int]]
# A single character that makes one word with the word behind it or before it (新动能, 检查员),
# though the list of words has only that word.
_PREFIXES = frozenset("新老大小高低多非无超再副总双微亚准反主次单全半自")
_SUFFIXES = frozenset("者性化率员区省市县厅局处部院会长法权力式型类品费金度量级期制案书证券")
_WIDE = frozenset(
    (
        "missing_figure",
        "extra_figure",
        "changed_figure",
        "figure_form",
        "missing_latin",
        "extra_latin",
    )
)


def phrase_spans(
    kind: str,
    texts: Pair[str],
    rows: Pair[NormalSpan],
    spans: Pair[NormalSpan],
    hunks: tuple[Hunk, ...],
) -> Pair[NormalSpan]:
    """Give the spans to quote for a finding at `spans`, cut at the same places on both sides.

    `rows` bound them (the row without its labels), `hunks` are the differences of the row.
    """
    if kind in _WHOLE:
        return spans
    if kind == "suspect_gap":
        return Pair(_own_words(texts.base, spans.base), _own_words(texts.other, spans.other))
    if kind in _WIDE:
        starts = _reach(
            texts, rows.map(_start), spans.map(_start), _gaps(texts, rows, spans, hunks, -1), -1
        )
        ends = _reach(
            texts, rows.map(_end), spans.map(_end), _gaps(texts, rows, spans, hunks, 1), 1
        )
        if (starts, ends) == (spans.map(_start), spans.map(_end)):
            # A figure among other words that only one side has: nothing to cut both sides by.
            return Pair(_own_words(texts.base, spans.base), _own_words(texts.other, spans.other))
        return Pair(NormalSpan(starts.base, ends.base), NormalSpan(starts.other, ends.other))
    left, right = _equal_sides(texts, rows, spans)
    before, after = _word_reach(texts, spans, left, right)
    return Pair(
        NormalSpan(spans.base.start - before, spans.base.end + after),
        NormalSpan(spans.other.start - before, spans.other.end + after),
    )


def _own_words(text: str, span: NormalSpan) -> NormalSpan:
    """Give `span` with the words around it up to a stop, for text that has no counterpart."""
    if not span:
        return span
    start, end = span.start, span.end
    while start > max(0, span.start - REACH_OF_FIGURE) and text[start - 1] not in _STOPS:
        start -= 1
    while end < min(len(text), span.end + REACH_OF_FIGURE) and text[end] not in _STOPS:
        end += 1
    return NormalSpan(start, end)


def _equal_sides(
    texts: Pair[str], rows: Pair[NormalSpan], spans: Pair[NormalSpan]
) -> tuple[str, str]:
    """Give the words right before and behind a difference that both sides have."""
    base, other = spans.base, spans.other
    room = min(REACH_OF_WORDS, base.start - rows.base.start, other.start - rows.other.start)
    left = 0
    while left < room and _is_equal_word(texts, base.start - left - 1, other.start - left - 1):
        left += 1
    room = min(REACH_OF_WORDS, rows.base.end - base.end, rows.other.end - other.end)
    right = 0
    while right < room and _is_equal_word(texts, base.end + right, other.end + right):
        right += 1
    return texts.base[base.start - left : base.start], texts.base[base.end : base.end + right]


def _is_equal_word(texts: Pair[str], base: int, other: int) -> bool:
    """Say whether both sides have the same character at these places, and no stop."""
    return texts.base[base] == texts.other[other] and texts.base[base] not in _STOPS


def _word_reach(
    texts: Pair[str], spans: Pair[NormalSpan], left: str, right: str
) -> tuple[int, int]:
    """Give how many characters of `left` and `right` complete the words of both readings."""
    base, other = spans.base.of(texts.base), spans.other.of(texts.other)
    one, two = _borders(left, base, right), _borders(left, other, right)
    before = max(one.before if base else 0, two.before if other else 0)
    after = max(one.after if base else 0, two.after if other else 0)
    if min(len(base), len(other)) + before + after < ENOUGH:
        # An empty reading has no words of its own to count from.
        told = [borders for borders, read in ((one, base), (two, other)) if read]
        before = max([before, *(borders.last for borders in told)])
        after = max([after, *(borders.first for borders in told)])
    return before, after


class _Borders(NamedTuple):
    """How far the words at the ends of a reading reach to the left and right of it.

    `before` and `after`: to the border of the word that the reading begins or ends in, 0 where it
    begins or ends with the word. `last`, `first`: the length of the next whole words there,
    of two characters at least.
    """

    before: int
    after: int
    last: int
    first: int


def _borders(left: str, read: str, right: str) -> _Borders:
    """Give the borders of the words around a reading; of a long one only the ends are cut."""
    if len(read) <= 2 * REACH_OF_WORDS:
        head = tail = read
        words = ends = cut(left + read + right)
    else:
        head, tail = read[:REACH_OF_WORDS], read[-REACH_OF_WORDS:]
        words, ends = cut(left + head), cut(tail + right)
    start = len(left)
    end = start + len(read) if tail is read else len(tail)
    before = next((start - first for first, last in words if first < start < last), 0)
    after = next((last - end for first, last in ends if first < end < last), 0)
    length = next((start - first for first, last in reversed(words) if first < start), 0)
    following = next((last - end for first, last in ends if last > end), 0)
    if read and not before and length == 1 and left[-1] in _PREFIXES and _is_han(head[0]):
        before = 1
    if read and not after and following == 1 and right[0] in _SUFFIXES and _is_han(tail[-1]):
        after = 1
    last = next((start - first for first, _ in reversed(words) if start - first >= ENOUGH), start)
    first = next((last - end for _, last in ends if last - end >= ENOUGH), len(right))
    return _Borders(before, after, last, first)


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _reach(
    texts: Pair[str], limit: Pair[int], start: Pair[int], gaps: tuple[_Gap, ...], step: int
) -> Pair[int]:
    """Give how far the words before (`step` -1) or behind (1) a figure reach.

    They go over `gaps`, the next short differences on the way, so that 〔2021〕18号 stays whole.
    """
    base, other, used = start.base, start.other, 0
    for inner, outer in (*gaps, (limit, limit)):
        while min((inner.base - base) * step, (inner.other - other) * step) > 0:
            if used >= REACH_OF_FIGURE:
                break
            if not _is_near(texts, min(base, base + step), min(other, other + step), used):
                return Pair(base, other)
            base, other, used = base + step, other + step, used + 1
        if used >= REACH_OF_FIGURE or (base, other) != (inner.base, inner.other):
            break
        used += max(abs(outer.base - inner.base), abs(outer.other - inner.other))
        base, other = outer.base, outer.other
    return _snap(texts, Pair(base, other), step) if used >= REACH_OF_FIGURE else Pair(base, other)


def _is_near(texts: Pair[str], base: int, other: int, used: int) -> bool:
    """Say whether both sides go on with the same word here; brackets count right at the figure."""
    char = texts.base[base]
    is_stop = char in _STOPS or (char in "()" and used > 0)
    return char == texts.other[other] and not is_stop


def _gaps(
    texts: Pair[str],
    rows: Pair[NormalSpan],
    spans: Pair[NormalSpan],
    hunks: tuple[Hunk, ...],
    step: int,
) -> tuple[_Gap, ...]:
    """Give the short differences in `rows` next to `spans`, nearest first, nearer edge first."""
    if step < 0:
        index = bisect_left(hunks, spans.base.start, key=lambda hunk: hunk.spans.base.start)
        near = [hunk.spans for hunk in reversed(hunks[max(0, index - 2) : index])]
        near = [one for one in near if _lies_between(rows.map(_start), one, spans.map(_start))]
        edges = [(one.map(_end), one.map(_start)) for one in near]
    else:
        index = bisect_left(hunks, spans.base.end, key=lambda hunk: hunk.spans.base.start)
        near = [hunk.spans for hunk in hunks[index : index + 3]]
        near = [one for one in near if one != spans]
        near = [one for one in near if _lies_between(spans.map(_end), one, rows.map(_end))]
        edges = [(one.map(_start), one.map(_end)) for one in near]
    short = takewhile(lambda pair: _is_short(texts, *pair), edges)
    return tuple(short)


def _lies_between(start: Pair[int], one: Pair[NormalSpan], end: Pair[int]) -> bool:
    """Say whether `one` lies between the two places, on both sides."""
    return (
        start.base <= one.base.start
        and one.base.end <= end.base
        and start.other <= one.other.start
        and one.other.end <= end.other
    )


def _is_short(texts: Pair[str], inner: Pair[int], outer: Pair[int]) -> bool:
    """Say whether a difference is short and without stops on both sides."""
    for text, one, two in (
        (texts.base, inner.base, outer.base),
        (texts.other, inner.other, outer.other),
    ):
        words = text[min(one, two) : max(one, two)]
        if len(words) > _NEIGHBOUR_AT_MOST or not _STOPS.isdisjoint(words):
            return False
    return True


def _start(span: NormalSpan) -> int:
    return span.start


def _end(span: NormalSpan) -> int:
    return span.end


def _snap(texts: Pair[str], place: Pair[int], step: int) -> Pair[int]:
    """Give the border of the word in which `place` stands, towards the figure."""
    first = max(0, place.base - REACH_OF_WORDS)
    window = texts.base[first : place.base + REACH_OF_WORDS]
    at = place.base - first
    for start, end in cut(window):
        if start < at < end:
            shift = end - at if step < 0 else start - at
            return Pair(place.base + shift, place.other + shift)
    return place
