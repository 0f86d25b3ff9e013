"""The figures of a row on their way to be paired: each is taken once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from diffcore.chinese.figures import Figure
from diffcore.classify.rowfigures import Difference, RowFigures, Stretch
from diffcore.spans import Pair


class Answer(NamedTuple):
    """A figure of the base and what answers to it; None where a side has none.

    `around` are the words that a figure without an answer is part of on the other side.
    """

    figures: Pair[Figure | None]
    around: Pair[Stretch | None] = Pair(None, None)


class Edges(NamedTuple):
    """Where the differences of a row begin and end on one side; both rise."""

    starts: list[int]
    ends: list[int]


class Pairing:
    """The figures of a row on their way to be paired: each is taken once."""

    def __init__(self, row: RowFigures) -> None:
        self.row = row
        self.differences = [each for each in row.differences if not each.is_variant]
        self._edges = Pair(_edges(self.differences, 0), _edges(self.differences, 1))
        self._starts = row.figures.map(lambda side: [figure.start for figure in side])
        self._taken: Pair[set[int]] = Pair(set(), set())
        self.answers: list[Answer] = []

    def take(self, base: int, other: int) -> None:
        """Let two figures answer to each other, by their indices."""
        figures = self.row.figures
        pair = Pair[Figure | None](figures.base[base], figures.other[other])
        self.answers.append(Answer(pair))
        self._taken.base.add(base)
        self._taken.other.add(other)

    def take_alone(self, side: int, index: int, opposite: Figure | None) -> None:
        """Let a figure answer to words that the grammar calls none, or to nothing."""
        figure = self.row.figures[side][index]
        around = self.widen(1 - side, self.across(side, Stretch(figure.start, figure.end)))
        self.answers.append(
            Answer(Pair(opposite, figure), Pair(around, None))
            if side
            else Answer(Pair(figure, opposite), Pair(None, around))
        )
        self._taken[side].add(index)

    def take_joined(self, indices: Pair[range], stretches: Pair[Stretch]) -> None:
        """Let equal words that hold these figures answer to each other."""
        kinds = [self.row.figures[side][indices[side][0]].kind for side in (0, 1)]
        pair = Pair[Figure | None](
            *(
                Figure(*stretch, min(kinds), self.row.lines[side].words[slice(*stretch)])
                for side, stretch in enumerate(stretches)
            )
        )
        self.answers.append(Answer(pair))
        self._taken.base.update(indices.base)
        self._taken.other.update(indices.other)

    def is_free(self, side: int, indices: range) -> bool:
        """Say whether none of these figures is taken."""
        return self._taken[side].isdisjoint(indices)

    def widen(self, side: int, stretch: Stretch) -> Stretch:
        """Give a stretch with the figures that it cuts."""
        touched = self.touched(side, stretch)
        if not touched:
            return stretch
        figures = self.row.figures[side]
        return Stretch(
            min(stretch.start, figures[touched[0]].start),
            max(stretch.end, figures[touched[-1]].end),
        )

    def free(self, side: int, stretch: Stretch | None = None) -> list[int]:
        """Give the figures of a side that are not taken and share a character with `stretch`."""
        figures, taken = self.row.figures[side], self._taken[side]
        if stretch is None:
            return [index for index in range(len(figures)) if index not in taken]
        return [index for index in self.touched(side, stretch) if index not in taken]

    def touched(self, side: int, stretch: Stretch) -> range:
        """Give the figures of a side that share a character with `stretch`."""
        first = bisect_right(self._starts[side], stretch.start) - 1
        if first < 0 or self.row.figures[side][first].end <= stretch.start:
            first += 1
        last = bisect_left(self._starts[side], stretch.end, lo=first)
        return range(first, max(first, last)) if stretch.end > stretch.start else range(0)

    def differences_in(self, side: int, stretch: Stretch) -> Sequence[Difference]:
        """Give the differences that change a character of `stretch` or lie inside it."""
        edges = self._edges[side]
        first = bisect_right(edges.ends, stretch.start)
        return self.differences[first : max(first, bisect_left(edges.starts, stretch.end))]

    def across(self, side: int, stretch: Stretch) -> Stretch:
        """Give what answers to a stretch of one side; a difference in it is taken as a whole."""
        edges, there = self._edges[side], 1 - side
        start, first = stretch.start, bisect_right(edges.ends, stretch.start)
        if first < len(self.differences) and edges.starts[first] < start + 1:
            begin = self.differences[first].spans[there].start
        else:
            begin = start + self._shift(side, first - 1)
        last = bisect_left(edges.starts, stretch.end) - 1
        if last >= 0 and edges.ends[last] >= stretch.end:
            return Stretch(begin, max(begin, self.differences[last].spans[there].end))
        return Stretch(begin, max(begin, stretch.end + self._shift(side, last)))

    def _shift(self, side: int, index: int) -> int:
        """Give how far the equal words behind a difference are moved on the other side."""
        if index < 0:
            return 0
        spans = self.differences[index].spans
        return spans[1 - side].end - spans[side].end


def _edges(differences: Iterable[Difference], side: int) -> Edges:
    spans = [each.spans[side] for each in differences]
    return Edges([span.start for span in spans], [span.end for span in spans])
