"""Changes cut at the ends of paragraphs, so that no difference holds a line feed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from diffcore.diff.changes import Change


def split_at_breaks(
    changes: list[Change], breaks: Sequence[int], others: Sequence[int]
) -> list[Change]:
    """Give `changes` cut wherever a paragraph of either side ends inside one.

    `breaks` and `others` are the places of the line feeds among the words of either side.
    """
    if not breaks and not others:
        return changes
    pieces: list[Change] = []
    for change in changes:
        rest: Change | None = change
        while rest is not None:
            piece, rest = _cut_once(rest, breaks, others)
            pieces.append(piece)
    return pieces


def _cut_once(
    change: Change, breaks: Sequence[int], others: Sequence[int]
) -> tuple[Change, Change | None]:
    """Give the part of `change` up to the first break inside it, and the rest.

    Where both sides have a break the cut goes through both; where one has, the reading of the
    other goes to the longer part.
    """
    at = _first_inside(breaks, change.start, change.end)
    place = _first_inside(others, change.begin, change.stop)
    if at is None and place is None:
        return change, None
    if at is None:
        assert place is not None  # noqa: S101
        is_first_longer = place - change.begin >= change.stop - place
        at = change.end if is_first_longer else change.start
    elif place is None:
        is_first_longer = at - change.start >= change.end - at
        place = change.stop if is_first_longer else change.begin
    return Change(change.start, at, change.begin, place), Change(at, change.end, place, change.stop)


def _first_inside(breaks: Sequence[int], start: int, end: int) -> int | None:
    at = bisect_right(breaks, start)
    return breaks[at] if at < len(breaks) and breaks[at] < end else None
