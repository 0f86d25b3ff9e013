"""A change between two texts in the making, before it becomes an op."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Change(NamedTuple):
    """one[start:end] stands in the one text where the other has two[begin:stop].

    Either range may be empty, never both. Between two changes the texts are equal.
    """

    start: int
    end: int
    begin: int
    stop: int

    @property
    def size(self) -> int:
        """The length of the longer of the two readings."""
        return max(self.end - self.start, self.stop - self.begin)

    @property
    def is_pure(self) -> bool:
        """Whether one of the two readings is empty: nothing but a loss or a gain."""
        return self.start == self.end or self.begin == self.stop

    def moved(self, one: int, two: int) -> Change:
        """Give the change with its ranges shifted by `one` and `two` characters."""
        return Change(self.start + one, self.end + one, self.begin + two, self.stop + two)

    def widened(self, left: int, right: int) -> Change:
        """Give the change with `left` and `right` equal characters taken in."""
        return Change(self.start - left, self.end + right, self.begin - left, self.stop + right)

    def mirrored(self) -> Change:
        """Give the same change with the two texts exchanged."""
        return Change(self.begin, self.stop, self.start, self.end)


def join(first: Change, last: Change) -> Change:
    """Give the change from the start of `first` to the end of `last`."""
    return Change(first.start, last.end, first.begin, last.stop)


def join_touching(changes: Iterable[Change]) -> list[Change]:
    """Give `changes` with those joined that touch or overlap; widening may have made them so."""
    joined: list[Change] = []
    for change in changes:
        if joined and change.start <= joined[-1].end:
            last = joined.pop()
            change = Change(
                min(last.start, change.start),
                max(last.end, change.end),
                min(last.begin, change.begin),
                max(last.stop, change.stop),
            )
        joined.append(change)
    return joined
