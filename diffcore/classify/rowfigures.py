"""The figures of both sides of a row, laid out in one line a side, with the differences of it.

A figure stands in the words of a clause: its label is numbering and no figure of the text. A
paragraph break that both texts have ends a figure; one that only one text has is passed over, as
it is when the row is compared.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffcore.chinese.figures import Figure, find_figures
from diffcore.model import Clause, Comparison, Scope
from diffcore.spans import NormalSpan, Pair, SourceSpan


class Stretch(NamedTuple):
    """A range of the words of one side of a row, which has no line feeds."""

    start: int
    end: int


class Difference(NamedTuple):
    """A hunk in the words of the row; `is_variant`: the same character in another form."""

    spans: Pair[Stretch]
    sources: Pair[SourceSpan]
    is_variant: bool


class Line(NamedTuple):
    """The words of one side of a row without line feeds; `feeds` are the offsets of these in it.

    `start` is the normal offset of the row.
    """

    start: int
    words: str
    feeds: Sequence[int]

    @property
    def is_broken(self) -> bool:
        """Whether a paragraph ends before the end of the words."""
        return bool(self.feeds) and self.feeds[0] < len(self.words)

    def place_of(self, offset: int) -> int:
        """Give the place in the words of a normal offset."""
        return offset - self.start - bisect_left(self.feeds, offset - self.start)

    def stretch_of(self, span: NormalSpan) -> Stretch:
        """Give a normal span in the words."""
        return Stretch(self.place_of(span.start), self.place_of(span.end))

    def offsets_of(self, stretch: Stretch) -> tuple[int, int]:
        """Give the normal offsets of a stretch that is not empty."""
        last = stretch.end - 1
        return self._offset_of(stretch.start), self._offset_of(last) + 1

    def _offset_of(self, place: int) -> int:
        """Give the normal offset of the character at `place`."""
        feeds = self.feeds
        # feeds[n] - n rises, and never by less than nothing: the feeds before a place are a prefix.
        before = bisect_right(range(len(feeds)), place, key=lambda n: feeds[n] - n)
        return self.start + place + before


class RowFigures(NamedTuple):
    """A row with its differences, in order, and the figures of either side, in its words."""

    lines: Pair[Line]
    differences: tuple[Difference, ...]
    figures: Pair[tuple[Figure, ...]]


class ScopeFigures:
    """The figures of a scope, without those in labels: found once, given row by row."""

    def __init__(self, scope: Scope) -> None:
        span, text = scope.span, scope.document.normal.text
        found = find_figures(_without_labels(text, scope.clauses))
        self._figures = [
            figure._replace(start=figure.start + span.start, end=figure.end + span.start)
            for figure in found
            if figure.kind != "latin"
        ]
        self._starts = [figure.start for figure in self._figures]

    def within(self, span: NormalSpan) -> Sequence[Figure]:
        """Give the figures of a row."""
        first = bisect_left(self._starts, span.start)
        return self._figures[first : bisect_left(self._starts, span.end, lo=first)]


def _without_labels(text: str, clauses: Iterable[Clause]) -> str:
    """Give the text of neighbouring clauses with line feeds in the place of their labels."""
    pieces: list[str] = []
    for clause in clauses:
        pieces += "\n" * (clause.body.start - clause.span.start), clause.body.of(text)
        pieces.append("\n" * (clause.span.end - clause.body.end))
    return "".join(pieces)


def read_row(
    comparison: Comparison, texts: Pair[str], figures: Pair[Sequence[Figure]]
) -> RowFigures:
    """Give a row in its words; `figures` are those of its clauses, in normal offsets."""
    row = comparison.row
    lines = Pair(_line_of(texts.base, row.spans.base), _line_of(texts.other, row.spans.other))
    differences = tuple(_differences(comparison, lines))
    if lines.base.is_broken or lines.other.is_broken:
        cuts = _cuts(lines, differences)
        return RowFigures(
            lines,
            differences,
            Pair(
                tuple(_joined(lines.base, row.clauses.base, cuts.base)),
                tuple(_joined(lines.other, row.clauses.other, cuts.other)),
            ),
        )
    return RowFigures(
        lines,
        differences,
        Pair(
            tuple(_shift(figures.base, -lines.base.start)),
            tuple(_shift(figures.other, -lines.other.start)),
        ),
    )


def _line_of(text: str, span: NormalSpan) -> Line:
    words = span.of(text)
    if "\n" not in words:
        return Line(span.start, words, ())
    feeds = [place for place, char in enumerate(words) if char == "\n"]
    return Line(span.start, words.replace("\n", ""), feeds)


def _differences(comparison: Comparison, lines: Pair[Line]) -> Iterator[Difference]:
    for hunk in comparison.hunks:
        spans = Pair(
            lines.base.stretch_of(hunk.spans.base), lines.other.stretch_of(hunk.spans.other)
        )
        one = lines.base.words[spans.base.start : spans.base.end]
        two = lines.other.words[spans.other.start : spans.other.end]
        # Glyphs without characters differ in no word, and are no other form of a character.
        yield Difference(spans, hunk.sources, one == two != "")


def _shift(figures: Iterable[Figure], by: int) -> Iterator[Figure]:
    return (Figure(start + by, end + by, kind, text) for start, end, kind, text in figures)


def _cuts(lines: Pair[Line], differences: Sequence[Difference]) -> Pair[list[int]]:
    """Give the paragraph breaks of either side that end a figure, as places in the words.

    They are those that stand at the same place in both texts, or in or beside a difference.
    """
    breaks = lines.map(lambda line: [feed - n for n, feed in enumerate(line.feeds)])
    there = _across(differences, 0, breaks.base), _across(differences, 1, breaks.other)
    return Pair(
        _common(breaks.base, there[0], breaks.other), _common(breaks.other, there[1], breaks.base)
    )


def _across(
    differences: Sequence[Difference], side: int, places: Iterable[int]
) -> list[int | None]:
    """Give rising places of one side in the words of the other, None in or beside a difference."""
    answers: list[int | None] = []
    at, shift = 0, 0
    for place in places:
        while at < len(differences) and differences[at].spans[side].end < place:
            spans = differences[at].spans
            shift = spans[1 - side].end - spans[side].end
            at += 1
        touches = at < len(differences) and differences[at].spans[side].start <= place
        answers.append(None if touches else place + shift)
    return answers


def _common(places: Iterable[int], there: Iterable[int | None], breaks: Iterable[int]) -> list[int]:
    known = frozenset(breaks)
    return [
        place
        for place, answer in zip(places, there, strict=True)
        if answer is None or answer in known
    ]


def _joined(line: Line, clauses: Iterable[Clause], cuts: Iterable[int]) -> Iterator[Figure]:
    """Give the figures of a side, found anew in the words between labels and `cuts`."""
    edges = [0, len(line.words), *cuts]
    labels = set[int]()
    for clause in clauses:
        if clause.body.start > clause.span.start:
            start = line.place_of(clause.span.start)
            edges += start, line.place_of(clause.body.start)
            labels.add(start)
    edges = sorted(set(edges))
    for start, end in pairwise(edges):
        if start not in labels:
            found = find_figures(line.words[start:end])
            yield from _shift((f for f in found if f.kind != "latin"), start)
