"""A laid-out document as a source text: its lines in order, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from diffcore.places import Box, Place, Placed, Unmapped
from diffcore.read.pdf import flow
from diffcore.read.pdf.footnotes import is_first, is_mark
from diffcore.read.pdf.geometry import hull
from diffcore.read.pdf.layout import Layout, Leaf
from diffcore.read.pdf.lines import Line
from diffcore.read.pdf.pages import Sheet
from diffcore.spans import SourceSpan


class Lost(NamedTuple):
    """A run of glyphs without character: its marks in the text, and where it is on its page."""

    span: SourceSpan
    page: int
    box: Box


class Written(NamedTuple):
    """The text of a document with all that a `SourceText` tells of it.

    `references` counts the marks in the text that refer to footnotes, `notes` the lines of these.
    """

    text: str
    placed: tuple[Placed, ...]
    starts: tuple[int, ...]
    continuations: tuple[int, ...]
    furniture: tuple[SourceSpan, ...]
    markup: tuple[SourceSpan, ...]
    lost: tuple[Lost, ...]
    references: int
    notes: int

    @property
    def unmapped(self) -> tuple[Unmapped, ...]:
        """The runs of glyphs without character, as nothing has looked at them yet."""
        return tuple(Unmapped(each.span) for each in self.lost)


def write(layout: Layout) -> Written:
    """Write a document: page after page, then the footnotes of all pages."""
    writer = _Writer()
    flowing = [one for leaf in layout.leaves for one in leaf.text]
    edges = flow.edges_of(flowing)
    breaks = flow.breaks_of(flowing, edges)
    at = 0
    for leaf in layout.leaves:
        writer.open(leaf.sheet)
        writer.furniture(leaf.heads)
        for one in leaf.text:
            writer.text(one.line, flow.indent_of(one, edges), leaf.labels, breaks.get(at))
            at += 1
        writer.furniture([*leaf.feet, *leaf.tilted])
        writer.close()
    _write_notes(writer, layout.leaves)
    return writer.written()


def _write_notes(writer: _Writer, leaves: Iterable[Leaf]) -> None:
    for leaf in leaves:
        if leaf.notes:
            writer.open(leaf.sheet, below=len(leaf.heads) + len(leaf.text))
            for i, line in enumerate(leaf.notes):
                writer.note(line, starts=i == 0 or is_first(line.text))


class _Writer:
    def __init__(self) -> None:
        self._words: list[str] = []
        self._length = self._line = 0
        self._sheet: Sheet | None = None
        self._placed: list[Placed] = []
        self._starts: list[int] = []
        self._continuations: list[int] = []
        self._furniture: list[SourceSpan] = []
        self._markup: list[SourceSpan] = []
        self._lost: list[Lost] = []
        self._references = self._notes = 0

    def open(self, sheet: Sheet, below: int = 0) -> None:
        """Begin a page; `below` lines of it stand above what follows."""
        self._sheet, self._line = sheet, below

    def close(self) -> None:
        """End a page."""
        self._put("\f")

    def furniture(self, lines: Sequence[Line]) -> None:
        """Write lines that belong to the paper."""
        for line in lines:
            start = self._length
            self._put_line(line, 0)
            self._furniture.append(SourceSpan(start, self._length - 1))

    def text(self, line: Line, indent: int, labels: frozenset[str], starts: bool | None) -> None:  # noqa: FBT001
        """Write a line of the text, set in by `indent` columns.

        `starts` tells whether a paragraph begins with it, None where that is not certain.
        """
        start = self._put_line(line, indent)
        if starts is not None:
            (self._starts if starts else self._continuations).append(start)
        for begin, end in line.raised:
            if is_mark(line.text[begin:end], labels):
                self._markup.append(SourceSpan(start + begin, start + end))
                self._references += 1

    def note(self, line: Line, *, starts: bool) -> None:
        """Write a line of a footnote."""
        start = self._put_line(line, 0)
        self._notes += 1
        if starts:
            self._starts.append(start)

    def written(self) -> Written:
        """Give what has been written."""
        return Written(
            "".join(self._words), tuple(self._placed), tuple(self._starts),
            tuple(self._continuations), tuple(self._furniture), tuple(self._markup),
            tuple(self._lost), self._references, self._notes,
        )  # fmt: skip

    def _put_line(self, line: Line, indent: int) -> int:
        """Write a line and give where its words begin."""
        self._line += 1
        sheet = self._sheet
        if sheet is None:
            raise ValueError("no page is open")
        before = self._length
        self._put(" " * indent)
        start = self._length
        self._put(line.text + "\n")
        for i, piece in enumerate(line.pieces):
            place = Place(sheet.number, self._line, None, piece.cell, _shown(piece.box, sheet))
            self._placed.append(Placed(start + piece.start if i else before, place))
        if line.marks:
            self._lost += _runs(line, start, sheet)
        return start

    def _put(self, words: str) -> None:
        self._words.append(words)
        self._length += len(words)


def _runs(line: Line, start: int, sheet: Sheet) -> list[Lost]:
    """Give the glyphs of a line that have no character, neighbours together."""
    runs: list[tuple[int, int, list[Box]]] = []
    for at, box in line.marks:
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1, [*runs[-1][2], box])
        else:
            runs.append((at, at + 1, [box]))
    return [
        Lost(SourceSpan(start + begin, start + end), sheet.number, _shown(hull(boxes), sheet))
        for begin, end, boxes in runs
    ]


def _shown(box: Box, sheet: Sheet) -> Box:
    """Give a box of the page set upright as one of the page as it is shown, to a tenth."""
    if sheet.frame.quarters != sheet.shown.quarters:
        box = sheet.shown.box_of(sheet.frame.rect_of(box))
    left, top, right, bottom = box
    return Box(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
