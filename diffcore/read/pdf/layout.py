"""A document as it is laid out: for each page its heads, its text, its footnotes and its feet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from diffcore.read.pdf import flow, footnotes, furniture, tables
from diffcore.read.pdf.engine import Pdf
from diffcore.read.pdf.fragments import Fragment
from diffcore.read.pdf.geometry import hull
from diffcore.read.pdf.lines import Line, line_of, rows_of
from diffcore.read.pdf.pages import Sheet, sheets_of


class Leaf(NamedTuple):
    """One page as it is read; `labels` are the marks in its text that refer to footnotes."""

    sheet: Sheet
    heads: list[Line]
    text: list[flow.Flowing]
    feet: list[Line]
    notes: list[Line]
    tilted: list[Line]
    labels: frozenset[str] = frozenset()


class Layout(NamedTuple):
    """All pages that could be opened, and the numbers of those that could not."""

    leaves: list[Leaf]
    broken: list[int]

    @property
    def without_text(self) -> list[int]:
        """The numbers of the pages on which no character stands."""
        return [leaf.sheet.number for leaf in self.leaves if not leaf.sheet.fragments]


def lay_out(pdf: Pdf) -> Layout:
    """Read all pages of a document."""
    return lay_out_sheets(*sheets_of(pdf))


def lay_out_sheets(sheets: Sequence[Sheet], broken: list[int]) -> Layout:
    """Lay out what stands on the pages of a document, of whatever format."""
    furnished = furniture.furnish([sheet.fragments for sheet in sheets])
    em = _em([one for each in furnished for one in each.body])
    composer = _Composer(em)
    for sheet, each in zip(sheets, furnished, strict=True):
        composer.add(sheet, each)
    return Layout(composer.leaves, broken)


def _em(fragments: Sequence[Fragment]) -> float:
    """Give the size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for one in fragments:
        sizes[round(one.em, 1)] += len(one.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


# On a page with columns a table is taken for one where it is so wide, as a share of the page; one
# inside a column is read line by line.
WIDE = 0.6


class _Composer:
    """Lays out one page after the other; `em` is the size of the type of the text."""

    def __init__(self, em: float) -> None:
        self.leaves: list[Leaf] = []
        self._em, self._columns = em, flow.Columns()
        self._tables = 0
        self._open: frozenset[str] = frozenset()

    def add(self, sheet: Sheet, furnished: furniture.Furnished) -> None:
        """Lay out the next page."""
        heads, feet = ([line_of(row) for row in rows] for rows in (furnished.heads, furnished.feet))
        tilted = [_column(sheet.tilted)] if sheet.tilted else []
        if sheet.is_vertical:
            lines = _downwards(furnished.body)
            text = [flow.Flowing(line, sheet.number, flow.DOWNWARDS) for line in lines]
            self.leaves.append(Leaf(sheet, heads, text, feet, [], tilted))
            return
        footed = footnotes.part_notes(furnished.body, sheet, self._em, self._open)
        text = self._text(sheet, footed.body)
        notes = [line_of(row) for row in rows_of(footed.notes)]
        if self.leaves and footed.labels & self._open:
            last = self.leaves[-1]
            self.leaves[-1] = last._replace(labels=last.labels | (footed.labels & self._open))
        self._open = footed.open
        self.leaves.append(Leaf(sheet, heads, text, feet, notes, tilted, footed.labels))

    def _text(self, sheet: Sheet, body: list[Fragment]) -> list[flow.Flowing]:
        grids, width = tables.grids_of(sheet.rules), sheet.frame.width
        outside = body
        if grids:
            outside = [one for one in body if not any(grid.holds(one) for grid in grids)]
        gutters = self._columns.of(outside, width)
        if gutters:
            grids = [grid for grid in grids if grid.box.right - grid.box.left > WIDE * width]
        text, self._tables = flow.flow_of(sheet.number, body, grids, gutters, width, self._tables)
        return text


def _downwards(fragments: Sequence[Fragment]) -> list[Line]:
    """Give the lines of a page that is written downwards, from the right."""
    columns: list[list[Fragment]] = []
    for one in sorted(fragments, key=lambda each: (-each.right, each.top)):
        if columns and columns[-1][0].left < (one.left + one.right) / 2:
            columns[-1].append(one)
        else:
            columns.append([one])
    return [_column(sorted(column, key=lambda one: one.first)) for column in columns]


def _column(fragments: Sequence[Fragment]) -> Line:
    """Give a line that runs downwards: its fragments one behind the other, without blanks."""
    lines = [line_of([one]) for one in fragments]
    text, marks = "", []
    for line in lines:
        marks += [(len(text) + at, box) for at, box in line.marks]
        text += line.text
    box = hull([line.box for line in lines])
    return lines[0]._replace(
        text=text, box=box, marks=tuple(marks), pieces=(lines[0].pieces[0]._replace(box=box),)
    )
