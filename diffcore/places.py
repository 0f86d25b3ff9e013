"""What a reader knows of the characters of a text: where they stand in the file, and their defects.

A plain text has none of this: there a character stands on a line of the file, and that is all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from diffcore.errors import Bilingual
from diffcore.spans import SourceSpan

# Stands in a source text for one glyph that is drawn on the page and has no Unicode. U+3013, the
# geta mark, has meant "a type is missing here" since movable type; where a text has the mark as a
# character of its own, no `Unmapped` span covers it.
UNMAPPED_MARK = "〓"


class Box(NamedTuple):
    """A rectangle on a page, in points (1/72 inch) from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float


class Cell(NamedTuple):
    """A cell of a table: the number of the table in its file, the row, the column, from 1."""

    table: int
    row: int
    column: int


class Place(NamedTuple):
    """Where characters stand in their file (出处); what a format does not have is None.

    `page`, `line` (of the page, or of a plain file) and `paragraph` (of the file) count from 1.
    `box` is the line on its page. `part` is the path of the file, of a side that has several, and
    the part of the file that the line stands in, of a file that has several (EPUB).
    """

    page: int | None = None
    line: int | None = None
    paragraph: int | None = None
    cell: Cell | None = None
    box: Box | None = None
    part: str | None = None

    def in_words(self) -> Bilingual:
        """Give the place as one says it: 第3页第5行, 表2第3行第1列, 第12段; without the file."""
        zh, en = [], []
        if self.page is not None:
            zh.append(f"第{self.page}页")
            en.append(f"page {self.page}")
        if self.cell is not None:
            zh.append(f"表{self.cell.table}第{self.cell.row}行第{self.cell.column}列")
            en.append(f"table {self.cell.table} row {self.cell.row} column {self.cell.column}")
        elif self.paragraph is not None:
            zh.append(f"第{self.paragraph}段")
            en.append(f"paragraph {self.paragraph}")
        elif self.line is not None:
            zh.append(f"第{self.line}行")
            en.append(f"line {self.line}")
        return Bilingual("".join(zh), " ".join(en))


class Placed(NamedTuple):
    """The place of the characters from `start` on, up to the next record."""

    start: int
    place: Place


class Unmapped(NamedTuple):
    """Glyphs that the page shows and the file gives no characters for (有字形、无字符).

    In the text each is an `UNMAPPED_MARK`. `seen` is what optical recognition reads there, empty
    where it was not asked or saw nothing, with its `confidence` (0..1).
    """

    span: SourceSpan
    seen: str = ""
    confidence: float | None = None


# What stands between the digits and letters of one figure or name: 1.2, SARS-CoV-2, 10:30. At the
# end of a line a hyphen may be followed by the line end. With / , or ～ two figures or units would
# be one: in shared/data/formats/digit_loss 570 of 620 losses are then quoted sign by sign, now 584.
_JOINT = re.compile(r"[-.:]|-\n")


def glyph_runs(text: str, unmapped: Sequence[Unmapped]) -> list[SourceSpan]:
    """Give the runs of glyphs without characters, those of one figure or name as one.

    〓〓-〓 is one unreadable name; the hyphen alone says nothing.
    """
    runs: list[SourceSpan] = []
    for each in unmapped:
        if runs and (
            runs[-1].end == each.span.start or _JOINT.fullmatch(text, runs[-1].end, each.span.start)
        ):
            runs[-1] = SourceSpan(runs[-1].start, each.span.end)
        else:
            runs.append(each.span)
    return runs


class Recognised(NamedTuple):
    """A line read by optical recognition, with the confidence (0..1) of the recogniser."""

    span: SourceSpan
    confidence: float


class SourcePart(NamedTuple):
    """One of the several files that form a side, and where its text begins and ends."""

    start: int
    end: int
    path: str
    sha256: str
    format: str
    encoding: str | None


class Placer:
    """Looks up the place of an offset of one source text."""

    def __init__(self, text: str, placed: Sequence[Placed], parts: Sequence[SourcePart]) -> None:
        self._text, self._placed, self._parts = text, placed, parts
        self._starts = [each.start for each in placed]
        self._part_starts = [each.start for each in parts]
        self._line_starts: list[int] | None = None

    def at(self, offset: int) -> Place:
        """Give the place of the character at `offset`; of the last one where that is the end."""
        part = self._part_at(offset)
        begin = part.start if part else 0
        path = part.path if part else None
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self._starts[index] >= begin:
            place = self._placed[index].place
            return place._replace(part="›".join(filter(None, (path, place.part))) or None)
        return Place(line=self._line_at(offset) - self._line_at(begin) + 1, part=path)

    def _part_at(self, offset: int) -> SourcePart | None:
        index = bisect_right(self._part_starts, offset) - 1
        return self._parts[max(index, 0)] if self._parts else None

    def _line_at(self, offset: int) -> int:
        if self._line_starts is None:
            ends = (found.end() for found in re.finditer(r"\r\n|\r|\n", self._text))
            self._line_starts = [0, *ends]
        return bisect_right(self._line_starts, offset)
