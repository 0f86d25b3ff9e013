"""The lossless map from a folded text back to the text that it was folded from.

A fold (归并) never rewrites a text by itself: it asks for edits, `fold_text` carries them out and
gives the map. Maps of successive folds compose into one. A map is kept as segments, not as one
entry a character: a wrapped text of a million characters needs some ten thousand of them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from diffcore.spans import NormalSpan, SourceSpan


class Edit(NamedTuple):
    """The wish of a fold to put `replacement` in the place of text[start:end]."""

    start: int
    end: int
    replacement: str


class OffsetMap(NamedTuple):
    """Where each character of a folded text stands in its source.

    Segment i covers the folded characters folded[i]..folded[i + 1] and the source characters
    starts[i]..ends[i]. Where linear[i] is set, character answers to character; where it is not,
    every folded character answers to the whole source range (a block). Source characters
    between two segments were deleted. Segments never overlap or go back, except that the
    pieces of one block share its source range.
    """

    folded: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    linear: Sequence[int]
    folded_length: int
    source_length: int

    @staticmethod
    def identity(length: int) -> OffsetMap:
        """Give the map of a text of `length` characters onto itself."""
        if length == 0:
            return _Segments().finish(0, 0)
        segments = _Segments()
        segments.append(0, 0, length, 1)
        return segments.finish(length, length)

    def is_identity(self) -> bool:
        """Say whether every character stands where it stood in the source."""
        is_one = len(self.folded) == 1 and bool(self.linear[0])
        return is_one and self.ends[0] - self.starts[0] == self.source_length

    def source_of(self, index: int) -> tuple[int, int]:
        """Give the source range (start, end) of the folded character at `index`.

        Raises: IndexError where there is no such character.
        """
        if not 0 <= index < self.folded_length:
            raise IndexError(index)
        segment = bisect_right(self.folded, index) - 1
        start, end = self.starts[segment], self.ends[segment]
        if self.linear[segment]:
            start += index - self.folded[segment]
            return start, start + 1
        return start, end

    def span_of(self, span: NormalSpan) -> SourceSpan:
        """Give the tightest source span of a folded span; an empty one stays empty.

        An empty span stands right behind the source of the folded character before it.
        """
        if span:
            return SourceSpan(self.source_of(span.start)[0], self.source_of(span.end - 1)[1])
        place = self.source_of(span.start - 1)[1] if span.start else 0
        return SourceSpan(place, place)

    def boundary_of(self, index: int) -> int:
        """Give the source offset at which the folded character at `index` begins.

        `index` may be the folded length: then it is the source length. Deleted characters
        thus belong to the folded character before them; boundaries tile the source.
        """
        if index == self.folded_length:
            return self.source_length
        return self.source_of(index)[0] if index else 0

    def folded_at(self, offset: int) -> int:
        """Give the first folded index whose source begins at or behind the source `offset`."""
        segment = bisect_right(self.starts, offset) - 1
        if segment < 0:
            return 0
        # Pieces of one block share their start: the first of them is meant.
        while segment and self.starts[segment - 1] == self.starts[segment] == offset:
            segment -= 1
        start, length = self.starts[segment], self._length_of(segment)
        if offset == start:
            return self.folded[segment]
        inside = offset - start if self.linear[segment] else length
        return self.folded[segment] + min(inside, length)

    def ranges(self, places: Iterable[tuple[int, int]]) -> tuple[array[int], array[int]]:
        """Give where the source ranges of rising, not empty folded ranges start and end.

        One walk over the segments for all. Raises: IndexError where a range reaches outside.
        """
        folded, starts, ends, linear = self.folded, self.starts, self.ends, self.linear
        firsts, stops = array("I"), array("I")
        segment, last = 0, len(folded) - 1
        for start, end in places:
            if not 0 <= start < end <= self.folded_length:
                raise IndexError(start, end)
            while segment < last and folded[segment + 1] <= start:
                segment += 1
            shift = starts[segment] - folded[segment]
            firsts.append(start + shift if linear[segment] else starts[segment])
            while segment < last and folded[segment + 1] < end:
                segment += 1
            shift = starts[segment] - folded[segment]
            stops.append(end + shift if linear[segment] else ends[segment])
        return firsts, stops

    def after(self, earlier: OffsetMap) -> OffsetMap:
        """Compose: `self` maps onto the folded text of `earlier`; give the map onto its source.

        Raises: ValueError where the lengths do not meet.
        """
        if self.source_length != earlier.folded_length:
            raise ValueError(f"maps do not meet: {self.source_length}, {earlier.folded_length}")
        if earlier.is_identity():
            return self
        segments = _Segments()
        cursor = 0
        for i, at in enumerate(self.folded):
            start, end = self.starts[i], self.ends[i]
            while cursor < len(earlier.folded) - 1 and earlier.folded[cursor + 1] <= start:
                cursor += 1
            if self.linear[i]:
                _append_linear(segments, earlier, cursor, at, start, end)
            else:
                source = earlier.source_of(start)[0], earlier.source_of(end - 1)[1]
                segments.append(at, *source, 0)
        return segments.finish(self.folded_length, earlier.source_length)

    def _length_of(self, segment: int) -> int:
        if segment + 1 < len(self.folded):
            return self.folded[segment + 1] - self.folded[segment]
        return self.folded_length - self.folded[segment]


def fold_text(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """Carry out `edits`, which must be sorted and apart; give the folded text and its map.

    Raises: ValueError where edits overlap, go back or reach outside the text.
    """
    pieces: list[str] = []
    segments = _Segments()
    copied = linear = length = 0  # source offset copied so far; start of the open linear segment
    linear_at = 0  # folded offset of the open linear segment
    for start, end, replacement in edits:
        if not copied <= start <= end <= len(text):
            raise ValueError(f"edit out of order: {start}..{end}")
        pieces.append(text[copied:start])
        pieces.append(replacement)
        length += start - copied + len(replacement)
        copied = end
        if len(replacement) == end - start:
            continue
        if start > linear:
            segments.append(linear_at, linear, start, 1)
        if replacement:
            if start == end:
                raise ValueError(f"a fold may not insert: at {start}")
            segments.append(length - len(replacement), start, end, 0)
        linear, linear_at = end, length
    pieces.append(text[copied:])
    length += len(text) - copied
    if len(text) > linear:
        segments.append(linear_at, linear, len(text), 1)
    return "".join(pieces), segments.finish(length, len(text))


class _Segments:
    """Segments in the making; linear neighbours that continue one another are joined."""

    __slots__ = ("ends", "folded", "linear", "starts")

    def __init__(self) -> None:
        self.folded, self.starts, self.ends = array("I"), array("I"), array("I")
        self.linear = bytearray()

    def append(self, at: int, start: int, end: int, is_linear: int) -> None:
        if is_linear and self.linear and self.linear[-1] and self.ends[-1] == start:
            self.ends[-1] = end
            return
        self.folded.append(at)
        self.starts.append(start)
        self.ends.append(end)
        self.linear.append(is_linear)

    def finish(self, folded_length: int, source_length: int) -> OffsetMap:
        return OffsetMap(
            self.folded, self.starts, self.ends, self.linear, folded_length, source_length
        )


def _append_linear(
    segments: _Segments, earlier: OffsetMap, cursor: int, at: int, start: int, end: int
) -> None:
    """Append the pieces of `earlier` under its folded range start..end, which stands at `at`."""
    folded, starts, linear = earlier.folded, earlier.starts, earlier.linear
    append, last = segments.append, len(folded) - 1
    while start < end:
        stop = folded[cursor + 1] if cursor < last else end
        if stop > end:
            stop = end
        first = starts[cursor]
        if linear[cursor]:
            first += start - folded[cursor]
            append(at, first, first + stop - start, 1)
        else:
            append(at, first, earlier.ends[cursor], 0)
        at += stop - start
        start = stop
        cursor += 1
