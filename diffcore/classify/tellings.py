"""Where the findings of a row stand in its words, to be asked what tells of a figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from diffcore.classify.rowfigures import Line, Stretch
from diffcore.model import Finding
from diffcore.spans import NormalSpan, Pair

# Findings about a clause as a whole: what differs in its words has findings of its own.
_WIDE = frozenset(("moved_clause", "split_clause", "merged_clause"))
# Findings that tell of no difference of words.
_SILENT = frozenset(("renumbered", "stale_reference", "suspect_gap"))
# But glyphs without characters may be digits of the figure that they stand in or beside.
_OF_GLYPHS = "unmapped"


class Told(NamedTuple):
    """A finding with the normal spans that it is about."""

    spans: Pair[NormalSpan]
    finding: Finding


class Telling(NamedTuple):
    """A finding with what it is about in the words of its row."""

    spans: Pair[Stretch]
    finding: Finding


class Tellings:
    """The findings of one row; `narrow` are those that are not about it as a whole, in order."""

    def __init__(self, told: Iterable[Told], lines: Pair[Line]) -> None:
        tellings = [
            Telling(
                Pair(lines.base.stretch_of(spans.base), lines.other.stretch_of(spans.other)),
                finding,
            )
            for spans, finding in told
            if finding.kind not in _SILENT or finding.rule == _OF_GLYPHS
        ]
        self.narrow = [each for each in tellings if each.finding.kind not in _WIDE]
        self._wide = [each for each in tellings if each.finding.kind in _WIDE]
        self._index = Pair(_Index(self.narrow, 0), _Index(self.narrow, 1))

    def telling_of(self, side: int, stretch: Stretch) -> list[Telling]:
        """Give the findings that tell of a character of `stretch`, the narrow ones if any."""
        found = list(self._index[side].sharing(stretch))
        return found or [each for each in self._wide if _shares(each.spans[side], stretch)]

    def telling_of_pair(self, stretches: Pair[Stretch | None]) -> list[Telling]:
        """Give the findings that tell of two readings, else those right beside them, by id."""
        sides = [(side, stretch) for side, stretch in enumerate(stretches) if stretch]
        found = [each for side, stretch in sides for each in self._index[side].sharing(stretch)]
        if not found:
            found = [each for side, stretch in sides for each in self.telling_of(side, stretch)]
        if not found:
            found = [
                each for side, stretch in sides for each in self._index[side].touching(stretch)
            ]
        return sorted(found, key=lambda each: each.finding.id)


class _Index:
    """Findings by where they begin on one side, with how far those before reach."""

    def __init__(self, tellings: Sequence[Telling], side: int) -> None:
        self._side = side
        self._tellings = sorted(tellings, key=lambda each: each.spans[side])
        self._starts = [each.spans[side].start for each in self._tellings]
        self._reach = list(accumulate((each.spans[side].end for each in self._tellings), max))

    def sharing(self, stretch: Stretch) -> Iterator[Telling]:
        """Give those that share a character with `stretch`."""
        return (each for each in self.touching(stretch) if _shares(each.spans[self._side], stretch))

    def touching(self, stretch: Stretch) -> Iterator[Telling]:
        """Give those that share a character with `stretch` or reach to an edge of it."""
        at = bisect_left(self._starts, stretch.end + 1) - 1
        while at >= 0 and self._reach[at] >= stretch.start:
            if self._tellings[at].spans[self._side].end >= stretch.start:
                yield self._tellings[at]
            at -= 1


def _shares(one: Stretch, two: Stretch) -> bool:
    return max(one.start, two.start) < min(one.end, two.end)
