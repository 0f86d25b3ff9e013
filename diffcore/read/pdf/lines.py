"""Printed lines: the fragments that stand side by side, with the blanks between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from diffcore.chinese.characters import BLANK, is_latin
from diffcore.places import Box, Cell
from diffcore.read.pdf.fragments import Fragment
from diffcore.read.pdf.geometry import hull

# Fragments are of one line where they share so much of the height of the lower one.
OVERLAP_AT_LEAST = 0.5
# As shares of an em: a gap that parts Latin words, and one that is a blank between Chinese.
WORD_GAP = 0.18
BLANK_GAP = 0.45
# Columns. A gap is written as no more blanks.
BLANKS_AT_MOST = 60
# As a share of an em: the same words once more so near are the same, drawn twice to be bold.
AGAIN_AT_MOST = 0.3


class Piece(NamedTuple):
    """A part of a line that has a place of its own: the line, or a cell of its row.

    `start` and the marks of glyphs without character are offsets in the text of the line.
    """

    start: int
    box: Box
    cell: Cell | None = None


class Line(NamedTuple):
    """One line as it is printed, or one row of a table.

    `left` and `right` are those of its words, `em` the size of most of its type. `marks` are the
    offsets of glyphs without character, each with its box. `notes` are the offsets of small
    raised figures. `again` counts the characters drawn twice in one place.
    """

    text: str
    box: Box
    em: float
    pieces: tuple[Piece, ...]
    marks: tuple[tuple[int, Box], ...] = ()
    raised: tuple[tuple[int, int], ...] = ()
    is_row: bool = False
    again: int = 0


def rows_of(fragments: Iterable[Fragment]) -> list[list[Fragment]]:
    """Give the fragments line by line from the top, each line from the left."""
    rows: list[list[Fragment]] = []
    heights: list[tuple[float, float]] = []
    for one in sorted(fragments, key=_BY_TOP):
        at = _row_at(heights, one.top, one.bottom)
        if at < 0:
            rows.append([one])
            heights.append((one.top, one.bottom))
        else:
            rows[at].append(one)
            if one.bottom - one.top > heights[at][1] - heights[at][0]:
                heights[at] = (one.top, one.bottom)
    order = sorted(range(len(rows)), key=lambda at: sum(heights[at]))
    return [sorted(rows[at], key=_BY_LEFT) if len(rows[at]) > 1 else rows[at] for at in order]


_BY_TOP, _BY_LEFT = attrgetter("top", "left"), attrgetter("left")


def _row_at(heights: Sequence[tuple[float, float]], above: float, below: float) -> int:
    """Give the index of the line that a fragment belongs to, -1 where it begins a new one."""
    for at in range(len(heights) - 1, max(-1, len(heights) - 6), -1):
        top, bottom = heights[at]
        shared = (bottom if bottom < below else below) - (top if top > above else above)
        if shared > 0 and shared > OVERLAP_AT_LEAST * min(below - above, bottom - top):
            return at
    return -1


def line_of(fragments: Sequence[Fragment]) -> Line:
    """Give the line that fragments form which stand side by side, from the left."""
    if len(fragments) == 1:
        one = fragments[0]
        glyphs = tuple((at, _glyph_box(one, at)) for at in one.marks)
        return Line(one.text, one.box, one.em, (Piece(0, one.box),), glyphs)
    words: list[str] = []
    marks: list[tuple[int, Box]] = []
    raised: list[tuple[int, int]] = []
    length = again = 0
    main = max(fragments, key=lambda one: (one.right - one.left, -one.left))
    before: Fragment | None = None
    for one in fragments:
        if before is not None:
            if _is_again(before, one):
                again += len(one.text)
                continue
            gap = blanks_between(before, one, main.em)
            words.append(" " * gap)
            length += gap
        marks += [(length + at, _glyph_box(one, at)) for at in one.marks]
        if _is_raised(one, main):
            raised.append((length, length + len(one.text)))
        words.append(one.text)
        length += len(one.text)
        before = one
    box = hull([one.box for one in fragments])
    text = "".join(words)
    return Line(text, box, main.em, (Piece(0, box),), tuple(marks), tuple(raised), again=again)


def blanks_between(before: Fragment, one: Fragment, em: float) -> int:
    """Give the number of blanks that the gap between two fragments is as wide as."""
    gap = one.left - before.right
    last, first = before.text[-1], one.text[0]
    if last in BLANK or first in BLANK:
        return 0
    if is_latin(last) and is_latin(first):
        return 1 if gap > WORD_GAP * em else 0
    if gap < BLANK_GAP * em:
        return 0
    return min(max(1, round(2 * gap / em)), BLANKS_AT_MOST)


def _is_again(before: Fragment, one: Fragment) -> bool:
    return before.text == one.text and one.left - before.left < AGAIN_AT_MOST * before.em


def _is_raised(one: Fragment, main: Fragment) -> bool:
    """Tell whether a fragment is smaller than its line and stands above its foot."""
    return one.em < 0.8 * main.em and main.bottom - one.bottom > 0.2 * main.em


def _glyph_box(one: Fragment, at: int) -> Box:
    right = one.lefts[at + 1] if at + 1 < len(one.lefts) else one.right
    return Box(one.lefts[at], one.top, right, one.bottom)
