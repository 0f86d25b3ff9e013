"""The glyphs of a page as fragments: what stands side by side, in the order of the content."""

from __future__ import annotations

from collections import Counter
from operator import sub
from typing import NamedTuple

from diffcore.places import UNMAPPED_MARK, Box
from diffcore.read.pdf.engine import Glyphs
from diffcore.read.pdf.geometry import Frame, Rect

# As shares of the height of a glyph: a gap that parts fragments, and how far the next glyph may
# step back (kerning) or up and down (a font with other depths) in the same one.
GAP_AT_LEAST = 0.8
BACK_AT_MOST = 0.5
STEP_AT_MOST = 0.3
# As a share of its height: the same glyph drawn once more so near is the same, made bold.
AGAIN_AT_MOST = 0.25
# As a share of the height: the next glyph is of another size.
RESIZED_AT_LEAST = 0.25
# Height of a glyph's box in ems; the widest glyph tells the em, as a Chinese one is as wide, where
# its width is that height within these shares.
HEIGHT_IN_EMS = 1.12
NARROW_EM, WIDE_EM = 0.75, 1.4

_BLANK = " \t\u00a0\u3000\u2002\u2003"

# How many glyphs of a page are asked for their direction.
DIRECTION_SAMPLE = 24


class Fragment(NamedTuple):
    """Glyphs of one size that stand side by side on one line.

    `lefts` are the left edges of the characters. `em` is the size of the type, in points.
    `marks` are the offsets in `text` of the glyphs without character. `first` is the index of
    the first glyph on its page.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    em: float
    lefts: tuple[float, ...]
    marks: tuple[int, ...]
    first: int

    @property
    def middle(self) -> float:
        """The height on the page of the middle of the fragment."""
        return (self.top + self.bottom) / 2

    @property
    def box(self) -> Box:
        """The box of the fragment on its page."""
        return Box(self.left, self.top, self.right, self.bottom)

    def split(self, at: int, right: float) -> tuple[Fragment, Fragment]:
        """Give the two fragments before and from the character at index `at`."""
        before = self._replace(
            text=self.text[:at], right=right, lefts=self.lefts[:at],
            marks=tuple(mark for mark in self.marks if mark < at),
        )  # fmt: skip
        behind = self._replace(
            text=self.text[at:], left=self.lefts[at], lefts=self.lefts[at:],
            marks=tuple(mark - at for mark in self.marks if mark >= at),
            first=self.first + at,
        )  # fmt: skip
        return before, behind


class Gathered(NamedTuple):
    """The fragments of a page, and how many glyphs were drawn again in their own place."""

    fragments: list[Fragment]
    again: int


def gather(glyphs: Glyphs, frame: Frame) -> Gathered:
    """Put the glyphs of a page together to fragments."""
    text = glyphs.text
    lefts, tops, rights, bottoms = _turned(glyphs.edges, frame)
    builder = _Builder(text, lefts, tops, rights, bottoms, glyphs.unmapped)
    start = again = 0
    before_right = before_bottom = height = 0.0
    before = -1
    for i, (left, top, right, bottom) in enumerate(zip(lefts, tops, rights, bottoms, strict=True)):
        if right <= left and text[i] in "\r\n ":
            if before >= 0:
                builder.add(start, before + 1)
                before = -1
            continue
        if before >= 0:
            gap, tall = left - before_right, bottom - top
            if (
                gap < GAP_AT_LEAST * height
                and gap > -BACK_AT_MOST * height
                and -STEP_AT_MOST * height < bottom - before_bottom < STEP_AT_MOST * height
                and abs(tall - height) < RESIZED_AT_LEAST * height
            ):
                before, before_right, before_bottom, height = i, right, bottom, tall
                continue
            builder.add(start, before + 1)
            if text[i] == text[before] and _is_again(builder, i, before, height):
                again += 1
                before = -1
                continue
        start = before = i
        before_right, before_bottom, height = right, bottom, bottom - top
    if before >= 0:
        builder.add(start, before + 1)
    return Gathered(builder.fragments, again)


def _turned(edges: list[float], frame: Frame) -> tuple[list[float], ...]:
    """Give left, top, right and bottom edges of all glyphs on the page that is set upright."""
    lefts, tops, rights, bottoms = (edges[side::4] for side in range(4))
    page = frame.page
    if frame.quarters == 0:
        x, y = page.left, page.top
        return (
            [each - x for each in lefts] if x else lefts,
            [y - each for each in tops],
            [each - x for each in rights] if x else rights,
            [y - each for each in bottoms],
        )
    boxes = [
        frame.box_of(Rect(left, bottom, right, top))
        for left, top, right, bottom in zip(lefts, tops, rights, bottoms, strict=True)
    ]
    return tuple(list(side) for side in zip(*boxes, strict=True)) or ([], [], [], [])


class _Builder:
    def __init__(
        self, text: str, lefts: list[float], tops: list[float], rights: list[float],
        bottoms: list[float], unmapped: frozenset[int],
    ) -> None:  # fmt: skip
        self._text, self._unmapped = text, sorted(unmapped)
        self.lefts, self._tops, self._rights, self.bottoms = lefts, tops, rights, bottoms
        self._next = 0
        self.fragments: list[Fragment] = []

    def add(self, start: int, end: int) -> None:
        """Make a fragment of the glyphs start..end, half-open, without blanks at its ends."""
        marks = self._marks(start, end)
        while start < end and self._is_blank(start, marks):
            start += 1
        while start < end and self._is_blank(end - 1, marks):
            end -= 1
        if start == end:
            return
        words = self._text[start:end]
        if marks:
            drawn = list(words)
            for at in marks:
                drawn[at - start] = UNMAPPED_MARK
            words = "".join(drawn)
        middle = (start + end) // 2
        top, bottom = self._tops[middle], self.bottoms[middle]
        lefts, right = self.lefts[start:end], self._rights[end - 1]
        em = (bottom - top) / HEIGHT_IN_EMS
        widest = max(map(sub, self._rights[start:end], lefts))
        if NARROW_EM * em <= widest <= WIDE_EM * em:
            em = widest
        self.fragments.append(
            Fragment(words, lefts[0], top, right, bottom, em, tuple(lefts),
                     tuple(at - start for at in marks), start)
        )  # fmt: skip

    def _is_blank(self, at: int, marks: tuple[int, ...]) -> bool:
        return self._text[at] in _BLANK and at not in marks

    def _marks(self, start: int, end: int) -> tuple[int, ...]:
        """Give the glyphs without character among start..end; ranges are asked for in order."""
        unmapped, at = self._unmapped, self._next
        while at < len(unmapped) and unmapped[at] < start:
            at += 1
        first = at
        while at < len(unmapped) and unmapped[at] < end:
            at += 1
        self._next = at
        return tuple(unmapped[first:at])


def _is_again(builder: _Builder, i: int, before: int, height: float) -> bool:
    """Tell whether glyph `i` is drawn where the one before it stands."""
    near = AGAIN_AT_MOST * height
    return (
        abs(builder.lefts[i] - builder.lefts[before]) < near
        and abs(builder.bottoms[i] - builder.bottoms[before]) < near
    )


def direction(turns: list[int]) -> int:
    """Give the quarter turns that most glyphs of a sample ask for."""
    return Counter(turns).most_common(1)[0][0] if turns else 0


def is_vertical(fragments: list[Fragment]) -> bool:
    """Tell whether the page is written downwards: single glyphs, each below the one before."""
    single = sum(1 for one in fragments if len(one.text) == 1)
    if len(fragments) < 8 or single < 0.7 * len(fragments):
        return False
    below = sum(
        1
        for one, two in zip(fragments, fragments[1:], strict=False)
        if abs(one.left + one.right - two.left - two.right) < one.em
        and 0 < two.middle - one.middle < 2.5 * one.em
    )
    return below >= 0.6 * len(fragments)
