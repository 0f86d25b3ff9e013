"""Tables: those of data, told from those that lay a page out, and the grid of their cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diffcore.places import Cell
from diffcore.read.html.lines import count_characters
from diffcore.read.xml import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# A cell that holds so much (0..1) of the characters of its table, and so many of them, is a column
# of a page with its margins beside it, and no datum. The fullest cell of the data tables of
# data/formats/html_govcn holds 0.31 of its table.
COLUMN_AT_LEAST = 0.8
COLUMN_CHARACTERS = 200

# Source: HTML Living Standard, 4.9.11 (limits of colspan and rowspan).
_SPAN_AT_MOST = {"colspan": 1000, "rowspan": 65534}


def holds_data(table: Element) -> bool:
    """Tell whether a table holds data; else its cells are blocks of a page.

    Pages were laid out in tables, one in the other, mostly with one cell to a row.
    """
    if next(_nested(table), None) is not None or table.get("role") in ("presentation", "none"):
        return False
    sizes = [_sizes(row) for row in table.iter("{*}tr")]
    if not any(sum(1 for size in row if size) > 1 for row in sizes):
        return False
    every = [size for row in sizes for size in row]
    largest = max(every)
    return largest < COLUMN_CHARACTERS or largest < COLUMN_AT_LEAST * sum(every)


def _nested(table: Element) -> Iterator[Element]:
    return (each for each in table.iter("{*}table") if each is not table)


def _sizes(row: Element) -> list[int]:
    cells = (cell for cell in row if local_name(cell) in ("td", "th"))
    return [count_characters("".join(cell.itertext())) for cell in cells]


class Grid:
    """Counts the rows and columns of one data table; a cell that spans several is in the first."""

    def __init__(self, number: int) -> None:
        self._number, self._row, self._column = number, 0, 1
        # Cells that reach down: first column, column behind the last, rows that are left.
        self._reaching: list[tuple[int, int, int]] = []

    def begin_row(self) -> None:
        """Go to the next row."""
        self._row += 1
        self._column = 1
        self._above = sorted((first, last) for first, last, _ in self._reaching)
        self._reaching = [
            (first, last, left - 1) for first, last, left in self._reaching if left > 1
        ]

    def place(self, cell: Element) -> tuple[Cell, int]:
        """Give the place of the next cell, and how many cells from above stand before it."""
        passed = 0
        while self._above and self._above[0][0] <= self._column:
            self._column = max(self._column, self._above.pop(0)[1])
            passed += 1
        width, height = _span(cell, "colspan"), _span(cell, "rowspan")
        place = Cell(self._number, self._row, self._column)
        if height > 1:
            self._reaching.append((self._column, self._column + width, height - 1))
        self._column += width
        return place, passed


def _span(cell: Element, name: str) -> int:
    """Give the number of rows or columns of a cell; 1 where it is none."""
    value = (cell.get(name) or "").strip()
    if not value.isdecimal() or len(value) > 6:
        return 1
    return min(max(int(value), 1), _SPAN_AT_MOST[name])
