"""The text of a document in the making: lines with their places, marks and furniture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from diffcore.places import Place, Placed
from diffcore.read.cut_lines import are_cut
from diffcore.spans import SourceSpan

# Between the paragraphs of one cell: a cell is one field of its row.
IN_CELL = " "


@dataclass(slots=True)
class Words:
    """The words of one paragraph, with the ranges in them that are signs and no words."""

    pieces: list[str] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, *, is_mark: bool = False) -> None:
        """Add words, or a sign such as the number of a footnote."""
        if is_mark:
            self.marks.append((self.length, self.length + len(text)))
        self.pieces.append(text)
        self.length += len(text)

    def join(self, other: Words) -> None:
        """Add the words of another paragraph behind these."""
        self.marks += ((start + self.length, end + self.length) for start, end in other.marks)
        self.pieces += other.pieces
        self.length += other.length

    @property
    def text(self) -> str:
        """The words as one string."""
        return "".join(self.pieces)


@dataclass(slots=True)
class Writer:
    """Gathers lines."""

    placed: list[Placed] = field(default_factory=list)
    markup: list[SourceSpan] = field(default_factory=list)
    furniture: list[SourceSpan] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _paragraphs: list[str] = field(default_factory=list)
    _length: int = 0

    def write_paragraph(self, words: Words, place: Place) -> None:
        """Add a paragraph as a line; its own line breaks do not say whether they end it."""
        text = words.text.rstrip(" \t\n")
        if text.strip():
            self._starts.append(self._length)
            self._paragraphs += text.split("\n")
        self._put(text, words.marks, [Placed(self._length, place)])

    def write_row(self, cells: Iterable[tuple[Words, Place]]) -> None:
        """Add a row of a table as one line, its cells parted by tabs."""
        row, placed = Words(), []
        for at, (cell, place) in enumerate(cells):
            if at:
                row.add("\t")
            placed.append(Placed(self._length + row.length, place))
            row.join(cell)
        if row.text.strip():
            self._starts.append(self._length)
            self._put(row.text.rstrip(" \t"), row.marks, placed)

    def write_furniture(self, words: Words) -> None:
        """Add a header or a footer as a line that is no part of the text."""
        text = " ".join(words.text.split())
        if text:
            self._starts.append(self._length)
            self.furniture.append(SourceSpan(self._length, self._length + len(text)))
            self._put(text, (), ())

    def _put(self, text: str, marks: Iterable[tuple[int, int]], placed: Iterable[Placed]) -> None:
        at = self._length
        end = at + len(text)
        self.markup += (
            SourceSpan(at + first, min(at + last, end)) for first, last in marks if at + first < end
        )
        self.placed += (each for each in placed if each.start < end or each.start == at)
        self._lines.append(text)
        self._length = end + 1

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self._lines) + "\n" if self._lines else ""

    @property
    def starts(self) -> tuple[int, ...]:
        """Where paragraphs begin for certain; none where they are the lines of a print."""
        return () if are_cut(self._paragraphs) else tuple(self._starts)
