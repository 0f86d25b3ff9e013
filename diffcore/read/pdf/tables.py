"""Tables with drawn rules: their cells, and the rows of text that the cells hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from diffcore.chinese.characters import is_latin
from diffcore.places import Box, Cell
from diffcore.read.pdf.fragments import Fragment
from diffcore.read.pdf.geometry import hull
from diffcore.read.pdf.lines import Line, Piece, line_of, rows_of

# Points within which two rules are one, or meet.
NEAR = 3.0
# Points. A shorter bar is no rule of a table (an underline, a dash, a piece of a letter).
RULE_AT_LEAST = 6.0
# So many rules are looked at; drawings with more are none of a table.
RULES_AT_MOST = 3000


class Grid(NamedTuple):
    """The rules of one table: where its columns and its rows are parted.

    `cells` gives for each (row, column) the first row and column of the cell that it belongs to,
    as cells may reach over several.
    """

    box: Box
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[tuple[int, int], tuple[int, int]]

    def holds(self, one: Fragment) -> bool:
        """Tell whether the middle of a fragment lies in the table."""
        box, middle = self.box, (one.left + one.right) / 2
        return box.top <= one.middle <= box.bottom and box.left < middle < box.right


def grids_of(rules: Sequence[Box]) -> list[Grid]:
    """Give the tables that rules draw on a page: two columns at least, closed or not."""
    bars = [rule for rule in rules if _length(rule) >= RULE_AT_LEAST]
    across = [bar for bar in bars if bar.right - bar.left >= bar.bottom - bar.top]
    down = [bar for bar in bars if bar.right - bar.left < bar.bottom - bar.top]
    if len(down) < 2 or len(across) < 2 or len(bars) > RULES_AT_MOST:
        return []
    grids = [_grid(group) for group in _groups(across, down)]
    return [grid for grid in grids if grid is not None]


def _length(bar: Box) -> float:
    return max(bar.right - bar.left, bar.bottom - bar.top)


def _groups(across: Sequence[Box], down: Sequence[Box]) -> list[list[Box]]:
    """Give the rules that meet one another, each group by itself."""
    bars = sorted((*across, *down), key=lambda bar: (bar.top, bar.left))
    leader = list(range(len(bars)))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    active: list[int] = []
    for i, bar in enumerate(bars):
        active = [j for j in active if bars[j].bottom + NEAR >= bar.top]
        for j in active:
            if bars[j].left - NEAR <= bar.right and bar.left - NEAR <= bars[j].right:
                leader[find(i)] = find(j)
        active.append(i)
    groups: dict[int, list[Box]] = {}
    for i, bar in enumerate(bars):
        groups.setdefault(find(i), []).append(bar)
    return list(groups.values())


def _grid(bars: Sequence[Box]) -> Grid | None:
    across = [bar for bar in bars if bar.right - bar.left >= bar.bottom - bar.top]
    down = [bar for bar in bars if bar.right - bar.left < bar.bottom - bar.top]
    if len(across) < 2 or not down:
        return None
    box = hull(list(bars))
    xs = _steps([(bar.left + bar.right) / 2 for bar in down] + [box.left, box.right])
    ys = _steps([(bar.top + bar.bottom) / 2 for bar in across] + [box.top, box.bottom])
    if len(xs) < 3 or len(ys) < 2:
        return None
    return Grid(box, xs, ys, _cells(xs, ys, across, down))


def _steps(values: Iterable[float]) -> tuple[float, ...]:
    """Give the values in order, one for all that lie near each other."""
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > NEAR:
            steps.append(value)
    return tuple(steps)


def _cells(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Box], down: Sequence[Box]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Give for each square of the grid the first one of the cell that it is a part of."""
    upright = _drawn(down, xs, ys, is_down=True)
    level = _drawn(across, ys, xs, is_down=False)
    cells: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if column and (column, row) not in upright:
                cells[row, column] = cells[row, column - 1]
            elif row and (row, column) not in level:
                cells[row, column] = cells[row - 1, column]
            else:
                cells[row, column] = (row, column)
    return cells


def _drawn(
    bars: Sequence[Box], steps: Sequence[float], spans: Sequence[float], *, is_down: bool
) -> set[tuple[int, int]]:
    """Give the (step, span) at which a rule is drawn: the step that it lies on, what it passes."""
    drawn: set[tuple[int, int]] = set()
    for bar in bars:
        middle = (bar.left + bar.right) / 2 if is_down else (bar.top + bar.bottom) / 2
        start, end = (bar.top, bar.bottom) if is_down else (bar.left, bar.right)
        at = bisect_right(steps, middle + NEAR) - 1
        for span in range(len(spans) - 1):
            if start - NEAR <= (spans[span] + spans[span + 1]) / 2 <= end + NEAR:
                drawn.add((at, span))
    return drawn


def is_table(grid: Grid, fragments: Iterable[Fragment]) -> bool:
    """Tell whether fragments stand in several cells: what has one is a frame around a page."""
    return len({_cell_of(one, grid) for one in fragments}) > 1


def rows_in(grid: Grid, number: int, fragments: Iterable[Fragment]) -> list[Line]:
    """Give the rows of a table, each one line with tabs between its cells."""
    held: dict[tuple[int, int], list[Fragment]] = {}
    for whole in fragments:
        for one in _cut(whole, grid):
            held.setdefault(_cell_of(one, grid), []).append(one)
    rows = []
    for row in range(len(grid.ys) - 1):
        columns = [
            column for column in range(len(grid.xs) - 1) if grid.cells[row, column] == (row, column)
        ]
        cells = [(Cell(number, row + 1, i + 1), held.get((row, column), []))
                 for i, column in enumerate(columns)]  # fmt: skip
        if any(words for _, words in cells):
            rows.append(_row(cells))
    return rows


def _cut(one: Fragment, grid: Grid) -> list[Fragment]:
    """Cut a fragment that runs over a rule between two cells."""
    row = min(max(bisect_right(grid.ys, one.middle) - 1, 0), len(grid.ys) - 2)
    pieces = []
    for column in range(1, len(grid.xs) - 1):
        x = grid.xs[column]
        is_parted = grid.cells[row, column] != grid.cells[row, column - 1]
        if is_parted and one.left + NEAR < x < one.right - NEAR:
            at = next((i for i, left in enumerate(one.lefts) if left > x - NEAR), 0)
            if 0 < at < len(one.text):
                before, one = one.split(at, x)
                pieces.append(before)
    return [*pieces, one]


def _cell_of(one: Fragment, grid: Grid) -> tuple[int, int]:
    row = min(max(bisect_right(grid.ys, one.middle) - 1, 0), len(grid.ys) - 2)
    middle = (one.left + one.right) / 2
    column = min(max(bisect_right(grid.xs, middle) - 1, 0), len(grid.xs) - 2)
    return grid.cells[row, column]


def _row(cells: Sequence[tuple[Cell, list[Fragment]]]) -> Line:
    """Join the cells of a row, and the lines within each."""
    text = ""
    pieces: list[Piece] = []
    lines: list[Line] = []
    marks: list[tuple[int, Box]] = []
    for i, (cell, fragments) in enumerate(cells):
        text += "\t" if i else ""
        start = len(text)
        for line in map(line_of, rows_of(fragments)):
            joint = " " if len(text) > start and _parts_words(text, line.text) else ""
            text += joint
            marks += [(len(text) + at, box) for at, box in line.marks]
            text += line.text
            lines.append(line)
        if fragments:
            pieces.append(Piece(start, hull([one.box for one in fragments]), cell))
    box = hull([piece.box for piece in pieces])
    first = lines[0]
    return Line(text, box, first.em, tuple(pieces), tuple(marks), is_row=True,
                again=sum(line.again for line in lines))  # fmt: skip


def _parts_words(before: str, behind: str) -> bool:
    return is_latin(before[-1]) and is_latin(behind[0])
