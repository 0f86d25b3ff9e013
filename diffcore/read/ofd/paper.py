"""A page of an OFD file while it is drawn: its glyphs, and the rules of its tables.

What comes out is what the layout takes (diffcore/read/pdf/layout.py): fragments and thin bars.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from diffcore.places import Box
from diffcore.read.ofd.numbers import POINTS, Matrix, applied, number_of
from diffcore.read.ofd.package import child, text_of
from diffcore.read.ofd.text_object import Run
from diffcore.read.pdf.engine import Glyphs
from diffcore.read.pdf.flow import DOWNWARDS, Flowing
from diffcore.read.pdf.fragments import Fragment, gather, is_vertical
from diffcore.read.pdf.geometry import Frame, Rect
from diffcore.read.pdf.layout import Leaf
from diffcore.read.pdf.lines import Line, line_of, rows_of
from diffcore.read.pdf.pages import Sheet

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Points. A drawn bar is no thicker where it is a rule.
RULE_AT_MOST = 3.0

# Points. A glyph is no smaller, even where a matrix makes it a point.
LEAST = 0.1

# Points; where blanks are put, as what the gap means is told by its width.
OFF_PAGE = -1e7

# Blanks that are more than one between words.
_GAP = re.compile(r" \s+|[^\S ]\s*")

# Points of a path that are looked at; the rule of a table has two to six, a map has thousands.
POINTS_AT_MOST = 64

# Rules of one page; a drawing with more of them is no table.
RULES_AT_MOST = 5_000


class Printed(NamedTuple):
    """A page as it is drawn: its sheet, and the lines that stand outside the flow of its text.

    `heads` and `feet` are drawn by a template of several pages, above and below all that the page
    draws itself. `turned` run in another direction than the lines of the page, `aslant` lean.
    """

    sheet: Sheet
    heads: Sequence[Line]
    feet: Sequence[Line]
    turned: Sequence[Line]
    aslant: Sequence[Line]

    def add_to(self, leaf: Leaf) -> None:
        """Put the lines outside the flow into the page; those that lean are watermarks."""
        leaf.heads[:0] = self.heads
        leaf.text.extend(Flowing(line, leaf.sheet.number, DOWNWARDS) for line in self.turned)
        leaf.feet.extend((*self.feet, *self.aslant))


class Paper:
    """Collects what is drawn on one page; lengths are points."""

    def __init__(self, number: int, width: float, height: float) -> None:
        self._number = number
        self._page = Rect(0.0, 0.0, width, height)
        self._runs: dict[int, list[Run]] = {}
        self._common: dict[int, list[Run]] = {}
        self._aslant: list[Run] = []
        self._rules: list[Box] = []

    def put(self, run: Run, *, is_common: bool) -> None:
        """Draw the glyphs of a text code; `is_common`: a template of several pages does."""
        if run.quarter is None:
            self._aslant.append(run)
        else:
            runs = self._common if is_common else self._runs
            runs.setdefault(run.quarter, []).append(run)

    def rule(self, element: Element, matrix: Matrix) -> None:
        """Note down the thin bars that a path draws: lines, or narrow filled rectangles."""
        if len(self._rules) < RULES_AT_MOST:
            self._rules += _bars(text_of(child(element, "AbbreviatedData")), matrix)

    def printed(self) -> Printed:
        """Give the page with its fragments; most of its glyphs set the direction."""
        main = self._direction()
        frame, shown = self._frame(main), self._frame(0)
        common = self._common.get(main, [])
        gathered = gather(self._glyphs([*common, *self._runs.get(main, [])]), frame)
        parted = _parted(gathered.fragments, sum(len(run.text) + 1 for run in common))
        rules = tuple(frame.box_of(shown.rect_of(rule)) for rule in self._rules)
        sheet = Sheet(
            self._number, frame, shown, parted.body, rules, bool(self._rules),
            is_vertical(parted.body), again=gathered.again,
        )  # fmt: skip
        return Printed(
            sheet,
            [line_of(row) for row in rows_of(parted.above)],
            [line_of(row) for row in rows_of(parted.below)],
            list(self._across(main)),
            [self._slanted(run, frame) for run in self._aslant if run.text.strip()],
        )

    def _direction(self) -> int:
        """Give the quarters of a turn by which most glyphs lie."""
        counts = Counter[int]()
        for quarter, runs in (*self._runs.items(), *self._common.items()):
            counts[quarter] += sum(len(run.text) for run in runs)
        return max(sorted(counts), key=lambda quarter: counts[quarter], default=0)

    def _across(self, main: int) -> Iterator[Line]:
        """Give the lines that run in another direction, with boxes as those of the page."""
        frame = self._frame(main)
        for quarter in sorted({*self._runs, *self._common} - {main}):
            own = self._frame(quarter)
            runs = [*self._common.get(quarter, []), *self._runs.get(quarter, [])]
            for row in rows_of(gather(self._glyphs(runs), own).fragments):
                yield _moved(line_of(row), own, frame)

    def _frame(self, quarter: int) -> Frame:
        return Frame(self._page, -quarter % 4)

    def _glyphs(self, runs: Sequence[Run]) -> Glyphs:
        """Give the glyphs of runs as the layout takes them: heights are counted upwards.

        A blank has no width: what a gap means is told by its width alone. One that is no mere
        blank between words parts what stands on either side, as does the end of a code: a form is
        filled in at such gaps.
        """
        drawn = _Edges(self._page.top)
        for run in runs:
            text = _GAP.sub(lambda found: "\n" * len(found[0]), run.text)
            for char, box in zip(text + "\n", (*run.boxes, run.boxes[-1]), strict=True):
                drawn.add(char, box)
        starts = accumulate((len(run.text) + 1 for run in runs), initial=0)
        unmapped = (
            start + at for start, run in zip(starts, runs, strict=False) for at in run.marks
        )
        return drawn.glyphs(frozenset(unmapped))

    def _slanted(self, run: Run, frame: Frame) -> Line:
        """Give a run whose glyphs lie aslant as a line by itself."""
        lefts, tops, rights, bottoms = zip(*run.boxes, strict=True)
        box = frame.box_of(
            self._frame(0).rect_of(Box(min(lefts), min(tops), max(rights), max(bottoms)))
        )
        em = bottoms[0] - tops[0]
        words = run.text.strip()
        first = Fragment(words, *box, em, array("d", [box.left] * len(words)), run.marks, 0)
        return line_of([first])


class _Edges:
    """Collects the edges of glyphs, with heights counted upwards from the foot of the page."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._texts: list[str] = []
        self._sides = tuple(array("d") for _ in range(4))

    def add(self, char: str, box: Box) -> None:
        """Add a glyph; one that is a blank has no width and stands beside nothing."""
        if char.isspace():
            edges = OFF_PAGE, OFF_PAGE, OFF_PAGE, OFF_PAGE
        else:
            right, bottom = max(box.right, box.left + LEAST), max(box.bottom, box.top + LEAST)
            edges = (box.left, self._height - box.top, right, self._height - bottom)
        self._texts.append(char)
        for side, edge in zip(self._sides, edges, strict=True):
            side.append(edge)

    def glyphs(self, unmapped: frozenset[int]) -> Glyphs:
        """Give what was added, with the indices of the glyphs without character."""
        lefts, tops, rights, bottoms = self._sides
        return Glyphs("".join(self._texts), lefts, tops, rights, bottoms, unmapped)


class _Parted(NamedTuple):
    above: list[Fragment]
    body: list[Fragment]
    below: list[Fragment]


def _parted(fragments: list[Fragment], end: int) -> _Parted:
    """Part the template, whose glyphs come before `end`, where it stands outside the page itself.

    What it draws between the lines of the page is text: the captions of a form.
    """
    own = [one for one in fragments if one.first >= end]
    if not own or len(own) == len(fragments):
        return _Parted([], fragments, [])
    top, bottom = min(one.top for one in own), max(one.bottom for one in own)
    above = [one for one in fragments if one.first < end and one.middle < top]
    below = [one for one in fragments if one.first < end and one.middle > bottom]
    outside = {one.first for one in (*above, *below)}
    return _Parted(above, [one for one in fragments if one.first not in outside], below)


def _moved(line: Line, own: Frame, frame: Frame) -> Line:
    def moved(box: Box) -> Box:
        return frame.box_of(own.rect_of(box))

    return line._replace(
        box=moved(line.box),
        pieces=tuple(piece._replace(box=moved(piece.box)) for piece in line.pieces),
        marks=tuple((at, moved(box)) for at, box in line.marks),
    )


def _bars(path: str, matrix: Matrix) -> list[Box]:
    """Give the boxes of the thin parts of a path, in points: whole, or its straight pieces.

    Source: GB/T 33190—2016, 9.2: S and M begin a part, L draws a line, C closes; curves have
    letters of their own, and what holds them is no rule.
    """
    bars: list[Box] = []
    part: list[tuple[float, float]] = []
    words = path.split()[: 3 * POINTS_AT_MOST]
    at = 0
    while at < len(words):
        sign = words[at]
        if sign in "SML" and at + 2 < len(words):
            if sign != "L":
                bars += _thin(part)
                part = []
            x, y = applied(matrix, number_of(words[at + 1]), number_of(words[at + 2]))
            part.append((POINTS * x, POINTS * y))
            at += 3
        elif sign == "C":
            part += part[:1]
            at += 1
        else:
            return []
    return bars + _thin(part)


def _thin(part: Sequence[tuple[float, float]]) -> list[Box]:
    """Give a part of a path as one bar where it is thin, else its level and upright pieces."""
    if len(part) < 2:
        return []
    whole = _hull(part)
    if _thickness(whole) <= RULE_AT_MOST:
        return [whole]
    pieces = [_hull(part[i : i + 2]) for i in range(len(part) - 1)]
    return [piece for piece in pieces if _thickness(piece) <= RULE_AT_MOST]


def _hull(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _thickness(box: Box) -> float:
    return min(box.right - box.left, box.bottom - box.top)
