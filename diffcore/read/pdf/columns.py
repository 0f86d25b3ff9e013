"""The order in which the fragments of a page are read: columns within bands, bands from the top.

A gutter is a strip that hardly any fragment crosses and that has lines of prose on both sides.
What does cross it (a title over both columns) parts the page into bands. Source: the recursive
X-Y cut of Nagy and Seth (1984), cut once across and once down.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from diffcore.read.pdf.fragments import Fragment
from diffcore.read.pdf.lines import rows_of

# Lines that stand on both sides of a gutter.
LINES_AT_LEAST = 4
# The width of a gutter in ems.
GUTTER_AT_LEAST = 0.7
# Of the lines beside it, so many may cross it: titles and wide tables.
CROSSING_AT_MOST = 0.3
# Ems by which a mark at the end of a line may hang over the middle of a gutter.
HANG_AT_MOST = 0.5
# Where a gutter is clearest, so many more may cross it beside that, of all lines.
CROSSING_MORE = 0.1
# Lines of prose fill their column: so much of the width of a column its lines fill on average.
FILLED_AT_LEAST = 0.6
# A column is no narrower, in ems.
COLUMN_AT_LEAST = 8.0
# Points. The strips in which the page is measured; no page is wider than so many of them.
# Source: ISO 32000-1, annex C: 14,400 units.
STRIP = 2.0
STRIPS_AT_MOST = 7200


class Region(NamedTuple):
    """Fragments that are read line by line; `column` counts the columns of its band from 0."""

    fragments: list[Fragment]
    column: int
    columns: int


def regions_of(fragments: Sequence[Fragment], gutters: Sequence[float]) -> list[Region]:
    """Give the regions of a page in the order in which they are read."""
    if not gutters:
        return [Region(list(fragments), 0, 1)] if fragments else []
    regions: list[Region] = []
    band: list[list[Fragment]] = [[] for _ in range(len(gutters) + 1)]
    wide: list[Fragment] = []
    crossing = [one for one in fragments if _crosses(one, gutters)]
    tops = [(one.top, one.bottom) for one in crossing]
    for row in rows_of(fragments):
        is_wide = any(_crosses(one, gutters) for one in row) or _is_beside(row, tops)
        if is_wide:
            regions += _columns(band)
            band = [[] for _ in band]
            wide += row
        else:
            if wide:
                regions.append(Region(wide, 0, 1))
                wide = []
            for one in row:
                band[sum(one.left + one.right > 2 * gutter for gutter in gutters)].append(one)
    regions += _columns(band)
    if wide:
        regions.append(Region(wide, 0, 1))
    return regions


def _columns(band: Sequence[list[Fragment]]) -> list[Region]:
    return [Region(column, i, len(band)) for i, column in enumerate(band) if column]


def _crosses(one: Fragment, gutters: Sequence[float]) -> bool:
    """Tell whether a fragment reaches over a gutter; a mark that hangs over an edge does not."""
    hang = HANG_AT_MOST * one.em
    return any(one.left + hang < gutter < one.right - hang for gutter in gutters)


def _is_beside(row: Sequence[Fragment], tops: Sequence[tuple[float, float]]) -> bool:
    """Tell whether all of a row stands beside a fragment that crosses a gutter."""
    return any(
        all(min(one.bottom, bottom) - max(one.top, top) > 0.5 * (one.bottom - one.top)
            for one in row)
        for top, bottom in tops
    )  # fmt: skip


def fit(fragments: Sequence[Fragment], gutters: Sequence[float]) -> bool:
    """Tell whether the gutters of the page before part this one as well: it may be nearly empty."""
    crossing = sum(1 for one in fragments if _crosses(one, gutters))
    is_parted = all(
        any(one.right <= gutter + HANG_AT_MOST * one.em for one in fragments)
        and any(one.left >= gutter - HANG_AT_MOST * one.em for one in fragments)
        for gutter in gutters
    )
    return is_parted and crossing <= CROSSING_AT_MOST * len(fragments) / (len(gutters) + 1)


def gutters_of(fragments: Sequence[Fragment], width: float) -> list[float]:
    """Give the middles of the gutters of a page, from the left."""
    words = [one for one in fragments if one.right > one.left]
    if len(words) < 2 * LINES_AT_LEAST:
        return []
    em = sorted(one.em for one in words)[len(words) // 2]
    covered = _covered(words, width)
    found = [
        gutter
        for wide, gutter in _clear(covered, CROSSING_AT_MOST * max(covered))
        if wide >= GUTTER_AT_LEAST * em
    ]
    return [gutter for gutter in found if _parts_prose(words, gutter, em)]


def _covered(words: Sequence[Fragment], width: float) -> list[int]:
    """Give for each strip of the page how many fragments stand in it."""
    count = min(max(1, int(width / STRIP) + 1), STRIPS_AT_MOST)
    steps = [0] * (count + 1)
    for one in words:
        start, end = int(one.left / STRIP), int(one.right / STRIP) + 1
        steps[min(max(start, 0), count)] += 1
        steps[min(max(end, 0), count)] -= 1
    return list(accumulate(steps))[:count]


def _clear(covered: Sequence[int], most: float) -> list[tuple[float, float]]:
    """Give the width and the middle of strips in which hardly anything stands, words beside them.

    Of what is clear enough only the clearest is taken, or a gutter would begin behind the last
    letter of a ragged line.
    """
    first = next((i for i, count in enumerate(covered) if count > most), None)
    if first is None:
        return []
    last = max(i for i, count in enumerate(covered) if count > most)
    found: list[tuple[float, float]] = []
    start: int | None = None
    for i in range(first, last + 2):
        if i <= last and covered[i] <= most:
            start = i if start is None else start
        elif start is not None:
            found.append(_clearest(covered, start, i))
            start = None
    return found


def _clearest(covered: Sequence[int], start: int, end: int) -> tuple[float, float]:
    """Give the width of the widest part of a strip that is clear enough, and where it is clearest.

    Marks that hang over the edge of a column make a gutter narrower than it is, but not shift it.
    """
    most = min(covered[start:end]) + CROSSING_MORE * max(covered)
    widest = max(_runs(covered, start, end, most), key=lambda run: run[1] - run[0])
    middle = max(
        _runs(covered, *widest, min(covered[slice(*widest)])), key=lambda run: run[1] - run[0]
    )
    return (widest[1] - widest[0]) * STRIP, sum(middle) / 2 * STRIP


def _runs(covered: Sequence[int], start: int, end: int, most: float) -> list[tuple[int, int]]:
    """Give the runs of strips, half-open, in which no more than `most` fragments stand."""
    runs: list[tuple[int, int]] = []
    for at in range(start, end):
        if covered[at] <= most:
            is_next = bool(runs) and runs[-1][1] == at
            runs[-1 if is_next else len(runs) :] = [(runs[-1][0] if is_next else at, at + 1)]
    return runs


def _parts_prose(words: Sequence[Fragment], gutter: float, em: float) -> bool:
    """Tell whether lines of prose stand on both sides of a gutter, beside each other."""
    left = [one for one in words if one.right <= gutter + HANG_AT_MOST * one.em]
    right = [one for one in words if one.left >= gutter - HANG_AT_MOST * one.em]
    if not left or not right:
        return False
    # The columns that meet at the gutter, where there are more of them.
    near = _block(left, gutter, is_left=True), _block(right, gutter, is_left=False)
    return all(_is_prose(block, em) for block in near)


def _block(side: Sequence[Fragment], gutter: float, *, is_left: bool) -> list[list[Fragment]]:
    """Give the rows of the column beside a gutter."""
    rows = rows_of(side)
    if is_left:
        return [_run(row[::-1]) for row in rows if gutter - row[-1].right < row[-1].em * 12]
    return [_run(row) for row in rows if row[0].left - gutter < row[0].em * 12]


def _run(row: Sequence[Fragment]) -> list[Fragment]:
    """Give the fragments of a row up to the first gap that is wide enough for a gutter."""
    run = [row[0]]
    for before, one in pairwise(row):
        if max(one.left - before.right, before.left - one.right) > 2 * before.em:
            break
        run.append(one)
    return run


def _is_prose(rows: Sequence[Sequence[Fragment]], em: float) -> bool:
    if len(rows) < LINES_AT_LEAST:
        return False
    lefts = [min(one.left for one in row) for row in rows]
    rights = [max(one.right for one in row) for row in rows]
    width = sorted(rights)[int(0.8 * len(rights))] - sorted(lefts)[int(0.2 * len(lefts))]
    if width < COLUMN_AT_LEAST * em:
        return False
    filled = sum(one.right - one.left for row in rows for one in row)
    return filled >= FILLED_AT_LEAST * width * len(rows)
