"""One side of a row: its words in one line, and the way from them to the source.

A line feed ends a paragraph; paragraph breaks are soft between the clauses of a row, so they are
left out before the sides are compared and come back as folded.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffcore.model import Clause, NormalText
from diffcore.spans import NormalSpan, SourceSpan


class Piece(NamedTuple):
    """Words up to the place `until`, and the source range that they stand in.

    In a piece without `is_block` character answers to character; in a block the whole range
    answers to each.
    """

    until: int
    start: int
    end: int
    is_block: bool


class Side(NamedTuple):
    """The normal text of a row on one side.

    `words` is that text without line feeds; all places below are indices in it. `breaks` are
    the places of the line feeds, `label` is the length of the label of the first clause.
    `source_span` meets those of the neighbouring rows without a gap.
    """

    normal: NormalText
    span: NormalSpan
    source_span: SourceSpan
    words: str
    breaks: Sequence[int]
    label: int

    @property
    def source(self) -> str:
        """The whole source text that the row is part of."""
        return self.normal.source.text

    def start_of(self, place: int) -> int:
        """Give the normal offset at which the character at `place` begins."""
        return self.span.start + place + bisect_right(self.breaks, place)

    def end_of(self, place: int) -> int:
        """Give the normal offset at which the character before `place` ends."""
        return self.span.start + place + bisect_left(self.breaks, place)

    def normal_span(self, start: int, end: int, source: int) -> NormalSpan:
        """Give the normal span of words[start:end], whose source begins at `source`.

        An empty one stands before or behind a line feed, as its source does.
        """
        if start == end:
            is_before = source <= self.source_end(start)
            at = self.end_of(start) if is_before else self.start_of(start)
            return NormalSpan(at, at)
        return NormalSpan(self.start_of(start), self.end_of(end))

    def source_start(self, place: int) -> int:
        """Give the source offset of the character at `place`, the row's end behind the last."""
        if place == len(self.words):
            return self.source_span.end
        return self.normal.offsets.source_of(self.start_of(place))[0]

    def source_end(self, place: int) -> int:
        """Give the source offset behind the character before `place`, the row's start at 0."""
        if place == 0:
            return self.source_span.start
        return self.normal.offsets.source_of(self.end_of(place) - 1)[1]

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Give the words start..end in pieces, cut where the source has something between."""
        offsets = self.normal.offsets
        folded, starts, linear = offsets.folded, offsets.starts, offsets.linear
        pieces: list[Piece] = []
        for place, until in self._paragraphs(start, end):
            at = self.start_of(place)
            shift = place - at
            stop = until - shift
            segment = bisect_right(folded, at) - 1
            while at < stop:
                last = folded[segment + 1] if segment + 1 < len(folded) else stop
                if linear[segment]:
                    first = starts[segment] - folded[segment]
                    here = min(last, stop)
                    pieces.append(Piece(here + shift, first + at, first + here, False))  # noqa: FBT003
                else:
                    block = starts[segment], offsets.ends[segment]
                    pieces.append(Piece(min(last, stop) + shift, *block, True))  # noqa: FBT003
                at = last
                segment += 1
        return pieces

    def _paragraphs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Give start..end cut at the line feeds inside it."""
        for at in self.breaks[bisect_right(self.breaks, start) : bisect_left(self.breaks, end)]:
            if at > start:
                yield start, at
            start = at
        if end > start:
            yield start, end


def side_of(normal: NormalText, span: NormalSpan, clauses: tuple[Clause, ...]) -> Side:
    """Give the side of a row that covers `span` of `normal`."""
    text = span.of(normal.text)
    words = text.replace("\n", "")
    label = 0
    if clauses:
        # A label may stand on a line of its own: its line feed is none of the words.
        head = clauses[0].body.start - clauses[0].span.start
        label = head - text.count("\n", 0, head)
    offsets = normal.offsets
    source_span = SourceSpan(offsets.boundary_of(span.start), offsets.boundary_of(span.end))
    breaks = _breaks(text) if len(words) < len(text) else ()
    return Side(normal, span, source_span, words, breaks, label)


def _breaks(text: str) -> list[int]:
    places: list[int] = []
    at = text.find("\n")
    while at >= 0:
        places.append(at - len(places))
        at = text.find("\n", at + 1)
    return places
