"""The lines that elements become: words with blanks as a browser prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from diffcore.places import Cell
from diffcore.read import cut_lines

# Blanks that a browser makes one; the ideographic and the hard blank are none of them.
# Source: CSS Text Module Level 3, 4.1 (white space processing).
_COLLAPSED = re.compile(r"[ \t\r\n\f]+")
# A line break and an indent begin a paragraph.
_INDENT = re.compile("[\u3000\u2003]{2}|[\u00a0\u2002 ]{4}")


@dataclass(slots=True)
class Line:
    """One printed line: a paragraph, a row of a table, or the words between two line breaks.

    `markup` are ranges of signs that are no words (the number of a footnote). `is_start`: a
    paragraph begins here for certain. `cells` are the cells of a row with their beginnings.
    `links` counts the characters that link, `is_note` tells a footnote, `part` is the part of the
    file that the line stands in, of a file that has several.
    """

    text: str
    markup: tuple[tuple[int, int], ...] = ()
    is_start: bool = True
    cells: tuple[tuple[int, Cell], ...] = ()
    links: int = 0
    is_note: bool = False
    part: str | None = None

    @property
    def size(self) -> int:
        """The number of characters that are no blanks."""
        return count_characters(self.text)


class Region(NamedTuple):
    """A block element: its name, the words of its class, id and role, its lines first..last."""

    name: str
    words: str
    first: int
    last: int
    depth: int


def count_characters(text: str) -> int:
    """Give the number of characters of `text` that are no blanks."""
    return sum(map(len, text.split()))


@dataclass(slots=True)
class LineWriter:
    """Gathers words into lines."""

    lines: list[Line] = field(default_factory=list)
    # What is printed before the next words, such as the number of a list item.
    prefix: str = ""
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _last: str = ""
    _is_start: bool = True
    _markup: list[tuple[int, int]] = field(default_factory=list)
    _cells: list[tuple[int, Cell]] = field(default_factory=list)
    _links: int = 0

    @property
    def length(self) -> int:
        """The number of characters of the line in hand."""
        return self._length

    def write(self, words: str, *, is_link: bool = False) -> None:
        """Add words, runs of blanks made one blank."""
        words = _COLLAPSED.sub(" ", words)
        if self._last in ("", " ", "\t") and words[:1] == " ":
            words = words[1:]
        self._add(words)
        if is_link:
            self._links += count_characters(words)

    def write_preformatted(self, words: str, *, is_link: bool = False) -> None:
        """Add words whose line ends and blanks are printed; no paragraph is certain in them."""
        first, *others = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._add(first)
        for line in others:
            self.break_line()
            self._add(line)
        if is_link:
            self._links += count_characters(words)

    def mark(self, start: int) -> None:
        """Take the line in hand from character `start` on for signs that are no words."""
        if start < self._length:
            self._markup.append((start, self._length))

    def begin_cell(self, cell: Cell, *, is_first: bool) -> None:
        """Begin a cell of a row, behind a tab where it is not the first."""
        if not is_first:
            self._drop_blank()
            self._add("\t")
        self._cells.append((self._length, cell))

    def pass_cells(self, count: int) -> None:
        """Leave empty the places of cells that reach down from rows above."""
        self._add("\t" * count)

    def break_line(self) -> None:
        """End the line in hand; whether the paragraph goes on is not said."""
        is_blank = not "".join(self._pieces).strip()
        self.end_paragraph()
        self._is_start = is_blank

    def end_paragraph(self) -> None:
        """End the line in hand, and its paragraph for certain."""
        text = "".join(self._pieces).rstrip(" \t\n")
        if text.strip():
            length = len(text)
            self.lines.append(Line(
                text,
                tuple((start, min(end, length)) for start, end in self._markup if start < length),
                self._is_start or _INDENT.match(text) is not None,
                tuple(cell for cell in self._cells if cell[0] < length),
                self._links,
            ))  # fmt: skip
        self._pieces, self._markup, self._cells = [], [], []
        self._length = self._links = 0
        self._last, self._is_start = "", True

    def _drop_blank(self) -> None:
        if self._last == " ":
            self._pieces[-1] = self._pieces[-1][:-1]
            self._length -= 1

    def _add(self, words: str) -> None:
        if self.prefix and words.strip():
            words, self.prefix = self.prefix + words, ""
        if words:
            self._pieces.append(words)
            self._length += len(words)
            self._last = words[-1]


def are_cut(lines: Iterable[Line]) -> bool:
    """Tell whether the lines are those of a print, one <p> each, and no paragraphs."""
    return cut_lines.are_cut(line.text for line in lines if not line.cells)
