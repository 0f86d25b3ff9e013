"""The lines of the text in reading order, with what their place tells of paragraphs.

Every line knows the column it is set in. A line is set in (缩进) where it begins behind the edge of
its column, and short where it ends before that; both are measured, not read off the words, so
that lost characters do not change them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffcore.chinese.characters import CLOSER, FINAL, NEVER_FIRST
from diffcore.places import UNMAPPED_MARK
from diffcore.read.pdf.columns import Region, fit, gutters_of, regions_of
from diffcore.read.pdf.fragments import Fragment
from diffcore.read.pdf.lines import Line, line_of, rows_of
from diffcore.read.pdf.tables import Grid, is_table, rows_in

# Share of the lines of a column that begin, or end, at its edge within NEAR points.
AT_EDGE = 0.08
NEAR = 2.5
# Ems by which the first line of a paragraph is set in.
SET_IN_AT_LEAST, SET_IN_AT_MOST = 1.5, 2.7
# Share of the lines that go on with a sentence behind a full line that may be set in.
INNER_AT_MOST = 0.05
INNER_LINES_AT_LEAST = 5
# Share of the lines that end at the right edge, within half an em, where they are justified.
JUSTIFIED_AT_LEAST = 0.4
# Ems that a line lacks, beside the next word, where its paragraph ended.
SHORT_AT_LEAST = 1.3
# As a share of the type of the line before: a line of another size begins anew.
RESIZED_AT_LEAST = 0.12
# A distance so much larger than that of most lines parts paragraphs.
APART_AT_LEAST = 1.45
# Ems by which the margins of a centred line may differ.
CENTRED_WITHIN = 1.2

# Ems that a full line lacks at most beside the next word; ems within which a line is not set in.
LACKING_AT_MOST = 0.3
FLUSH_WITHIN = 0.5

# Entries of a table of contents are full lines, and headings of divisions may not be set in.
_LEADER = re.compile(r"[.．·…‥_]{4}")
_DIVISION = re.compile("第[^，。；：]{1,9}[编章节条款編節條]")

_WORD = re.compile(rf"[“‘「『（〔《〈【(\[]*(?:[!-~〓]{{1,24}}|.)[{re.escape(NEVER_FIRST)}]*")


class Edge(NamedTuple):
    """Where a column begins and ends, and whether its lines fill it."""

    left: float
    right: float
    is_justified: bool


class Flowing(NamedTuple):
    """A line of the text with its page and the column that it stands in.

    Columns are alike where pages of one width, left or right ones, have as many of them.
    """

    line: Line
    page: int
    column: tuple[int, int, int]


class Columns:
    """Finds the gutters of one page after the other: a page may be too empty to show its own."""

    def __init__(self) -> None:
        self._last: list[float] = []

    def of(self, fragments: Sequence[Fragment], width: float) -> list[float]:
        """Give the gutters of the next page."""
        found = gutters_of(fragments, width)
        if found:
            self._last = found
        elif self._last and fit(fragments, self._last):
            return self._last
        return found


def flow_of(
    page: int,
    body: Sequence[Fragment],
    grids: Sequence[Grid],
    gutters: Sequence[float],
    width: float,
    tables: int,
) -> tuple[list[Flowing], int]:
    """Give the lines of a page in reading order, and how many tables have been met by then."""
    flowing: list[Flowing] = []
    left = list(body)
    for grid in sorted(grids, key=lambda each: each.box.top):
        above = [one for one in left if one.middle < grid.box.top]
        inside = [one for one in left if grid.holds(one)]
        if not is_table(grid, inside):
            continue
        taken = {one.first for one in (*above, *inside)}
        left = [one for one in left if one.first not in taken]
        flowing += _lines(page, regions_of(above, gutters), width)
        tables += 1
        flowing += [Flowing(row, page, _ROW) for row in rows_in(grid, tables, inside)]
    flowing += _lines(page, regions_of(left, gutters), width)
    return flowing, tables


# The columns of what is set in none: rows of tables, and lines that run downwards.
_ROW = (0, -1, 0)
DOWNWARDS = (0, -2, 0)


def _lines(page: int, regions: Iterable[Region], width: float) -> list[Flowing]:
    return [
        Flowing(line_of(row), page, (page % 2 + 2 * round(width), region.column, region.columns))
        for region in regions
        for row in rows_of(region.fragments)
    ]


def edges_of(flowing: Sequence[Flowing]) -> dict[tuple[int, int, int], Edge]:
    """Give the edges of each column; those of left and right pages may differ."""
    columns: defaultdict[tuple[int, int, int], list[Line]] = defaultdict(list)
    for one in flowing:
        if one.column not in (_ROW, DOWNWARDS):
            columns[one.column].append(one.line)
    return {column: _edge(lines) for column, lines in columns.items()}


def _edge(lines: Sequence[Line]) -> Edge:
    least = max(2.0, AT_EDGE * len(lines))
    lefts = sorted(line.box.left for line in lines)
    rights = sorted(line.box.right for line in lines)
    left = next((at for i, at in enumerate(lefts) if _near(lefts, i) >= least), lefts[0])
    # A mark may hang over the edge, so the edge is where most lines end and not the farthest one.
    right = max(rights, key=lambda at: (_near(rights, bisect_left(rights, at)), at))
    full = sum(1 for line in lines if right - line.box.right < 0.5 * line.em)
    return Edge(left, right, full >= JUSTIFIED_AT_LEAST * len(lines))


def _near(values: Sequence[float], i: int) -> int:
    """Count the values, which rise, from the i-th on that lie near it."""
    return bisect_right(values, values[i] + NEAR) - i


def indent_of(one: Flowing, edges: dict[tuple[int, int, int], Edge]) -> int:
    """Give the columns by which a line is set in."""
    if one.column not in edges:
        return 0
    return max(0, round(2 * (one.line.box.left - edges[one.column].left) / one.line.em))


def breaks_of(
    flowing: Sequence[Flowing], edges: dict[tuple[int, int, int], Edge]
) -> dict[int, bool]:
    """Tell of lines whether a paragraph begins with them; of some it is not certain."""
    measured = [_measure(one, edges) for one in flowing]
    pitch = _pitch(flowing)
    is_set_in = _sets_in(flowing, measured)
    breaks = {0: True} if flowing else {}
    for i in range(1, len(flowing)):
        if _begins(i, flowing, measured, pitch, is_set_in=is_set_in):
            breaks[i] = True
        elif is_set_in and _goes_on(i, flowing, measured):
            breaks[i] = False
    return breaks


class _Measured(NamedTuple):
    """The ems by which a line is set in and short; `is_ended`: it ends with a mark."""

    indent: float
    short: float
    is_ended: bool
    is_centred: bool
    is_justified: bool


def _measure(one: Flowing, edges: dict[tuple[int, int, int], Edge]) -> _Measured:
    line = one.line
    if one.column not in edges:
        return _Measured(0, 0, is_ended=True, is_centred=False, is_justified=False)
    edge = edges[one.column]
    indent, short = (line.box.left - edge.left) / line.em, (edge.right - line.box.right) / line.em
    is_centred = indent > SET_IN_AT_MOST and abs(indent - short) < CENTRED_WITHIN
    is_ended = line.text.rstrip(CLOSER)[-1:] in FINAL or line.text[-1] in CLOSER
    return _Measured(indent, short, is_ended, is_centred, edge.is_justified)


def _pitch(flowing: Sequence[Flowing]) -> float:
    """Give the distance of most neighbouring lines, in points."""
    steps = Counter(
        round(two.line.box.bottom - one.line.box.bottom)
        for one, two in pairwise(flowing)
        if one.page == two.page and one.column == two.column
    )
    return float(max(steps, key=lambda step: (steps[step], step))) if steps else 0.0


def _sets_in(flowing: Sequence[Flowing], measured: Sequence[_Measured]) -> bool:
    """Tell whether only first lines of paragraphs are set in."""
    inner = [
        here.indent
        for one, two, before, here in zip(
            flowing, flowing[1:], measured, measured[1:], strict=False
        )
        if before.short < 1 and not before.is_ended and not (one.line.is_row or two.line.is_row)
    ]
    set_in = sum(1 for indent in inner if indent > 1)
    return len(inner) >= INNER_LINES_AT_LEAST and set_in <= INNER_AT_MOST * len(inner)


def _begins(
    i: int, flowing: Sequence[Flowing], measured: Sequence[_Measured], pitch: float, *,
    is_set_in: bool,
) -> bool:  # fmt: skip
    """Tell whether a paragraph begins with line `i` for certain."""
    before, here = measured[i - 1], measured[i]
    one, two = flowing[i - 1].line, flowing[i].line
    if one.is_row or two.is_row:
        return True
    if DOWNWARDS in (flowing[i - 1].column, flowing[i].column):
        return False
    if before.is_centred and here.is_centred:
        return False
    if abs(one.em - two.em) > RESIZED_AT_LEAST * one.em:
        return True
    if is_set_in and SET_IN_AT_LEAST <= here.indent <= SET_IN_AT_MOST and not here.is_centred:
        return True
    if before.is_justified and before.short > SHORT_AT_LEAST + _word(two.text):
        return not before.is_centred
    return _is_apart(flowing[i - 1], flowing[i], pitch) and before.is_ended


def _goes_on(i: int, flowing: Sequence[Flowing], measured: Sequence[_Measured]) -> bool:
    """Tell whether line `i` is not set in, where first lines are, and is behind a full line."""
    before, here = measured[i - 1], measured[i]
    one, two = flowing[i - 1].line, flowing[i].line
    if not before.is_justified or before.short > LACKING_AT_MOST + _word(two.text):
        return False
    if abs(here.indent) > FLUSH_WITHIN or abs(one.em - two.em) > RESIZED_AT_LEAST * one.em:
        return False
    if _LEADER.search(one.text) or _LEADER.search(two.text):
        return False
    return not (before.is_ended and _DIVISION.match(two.text))


def _is_apart(one: Flowing, two: Flowing, pitch: float) -> bool:
    if one.page != two.page or one.column != two.column or not pitch:
        return False
    return two.line.box.bottom - one.line.box.bottom > APART_AT_LEAST * pitch


def _word(text: str) -> float:
    """Give the width, in ems, of the first word of a line with the marks that may not leave it."""
    found = _WORD.match(text)
    words = found[0] if found else text[:1]
    return sum(0.6 if char.isascii() or char == UNMAPPED_MARK else 1.0 for char in words)
