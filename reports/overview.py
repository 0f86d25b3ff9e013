"""Where in the two texts the differences lie, to scale."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from diffcore.model import SEVERITIES, Finding
from diffcore.spans import Pair, SourceSpan

# Height of the longer scope in the units of the drawing.
HEIGHT = 1000

# Ticks that fall on the same step of this many units on both sides are drawn as one: on a
# screen of some 800 pixels they could not be told apart, and a report stays small.
STEP = 3


# More ticks than this on a strip of 800 pixels would run together: they are drawn thin.
DENSE_FROM = 120


class Tick(NamedTuple):
    """One place of difference: its height on both sides, and the gravest finding there."""

    heights: Pair[int]
    severity: str
    finding: str


class Overview(NamedTuple):
    """The two scopes as bars of these heights, with their ticks, the gravest last."""

    heights: Pair[int]
    ticks: tuple[Tick, ...]

    @property
    def is_dense(self) -> bool:
        """Whether the ticks are so many that they are drawn thin."""
        return len(self.ticks) > DENSE_FROM


def overview_of(findings: Iterable[Finding], scopes: Pair[SourceSpan]) -> Overview:
    """Give the drawing of `findings` in `scopes`; both sides have one scale."""
    longest = max(len(scopes.base), len(scopes.other), 1)
    ticks: dict[tuple[int, int], Tick] = {}
    placed = [finding for finding in findings if finding.row is not None]
    for finding in sorted(placed, key=lambda each: SEVERITIES.index(each.severity)):
        readings = finding.readings
        heights = Pair(
            _height(readings.base.span.start - scopes.base.start, longest),
            _height(readings.other.span.start - scopes.other.start, longest),
        )
        key = heights.base // STEP, heights.other // STEP
        ticks.setdefault(key, Tick(heights, finding.severity, finding.id))
    bars = scopes.map(lambda scope: max(_height(len(scope), longest), 1))
    return Overview(bars, tuple(reversed(ticks.values())))


def _height(length: int, longest: int) -> int:
    return min(max(length, 0) * HEIGHT // longest, HEIGHT)
