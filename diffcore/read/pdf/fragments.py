"""The glyphs of a page as fragments: what stands side by side, in the order of the content."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from diffcore.places import UNMAPPED_MARK, Box
from diffcore.read.pdf.engine import Glyphs
from diffcore.read.pdf.geometry import Frame, Rect

# As shares of the height of a glyph: a gap that parts fragments, and how far the next glyph may
# step back (kerning) or reach up and down (a font with other depths) in the same one.
GAP_AT_LEAST = 1.2
BACK_AT_MOST = 0.5
STEP_AT_MOST = 0.35
# As a share of the height: so much wider than most gaps of its fragment is one between figures.
FIGURE_GAP = 0.25
# As a share of its height: the same glyph drawn once more so near is the same, made bold.
AGAIN_AT_MOST = 0.25
# Height of a glyph's box in ems; the widest glyph tells the em, as a Chinese one is as wide, where
# its width is that height within these shares.
HEIGHT_IN_EMS = 1.12
NARROW_EM, WIDE_EM = 0.75, 1.4
# Points. No type is smaller; a damaged file may have some.
EM_AT_LEAST = 0.5

# Letters behind the first one of a ligature (ff, fi, fl, ffi, ft, st): all have its box.
_LIGATED = "filtj"
# From here on stand the radicals, the characters and the full-width marks of Chinese.
_CHINESE = "\u2e80"
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
    lefts: array[float]
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
    text, builder = glyphs.text, _Builder(glyphs, frame)
    lefts, tops, rights, bottoms = builder.edges
    start, before, again = 0, -1, 0
    # What the next glyph must keep to: set anew for each fragment, as this is asked of every glyph.
    behind = gap = back = low = high = lower = higher = 0.0
    for i, (left, top, right, bottom) in enumerate(zip(lefts, tops, rights, bottoms, strict=True)):
        if back < left - behind < gap and low < bottom < high and lower < top < higher:
            before, behind = i, right
            continue
        if right <= left and text[i] == " ":
            continue  # made up by the library; where the next glyph stands tells
        if before >= 0 and text[i] in _LIGATED and builder.is_same(i, before):
            before = i
            continue
        if before >= 0:
            builder.add(start, before + 1)
        if right <= left and text[i] in "\r\n":
            before, gap = -1, back
            continue
        height = top - bottom
        if before >= 0 and text[i] == text[before] and builder.is_again(i, before, height):
            again += 1
            before, gap = -1, back
            continue
        start = before = i
        behind, gap, back = right, GAP_AT_LEAST * height, -BACK_AT_MOST * height
        step = STEP_AT_MOST * height
        low, high, lower, higher = bottom - step, bottom + step, top - step, top + step
    if before >= 0:
        builder.add(start, before + 1)
    return Gathered(builder.fragments, again)


class _Builder:
    """Makes fragments; `edges` are those of the glyphs, with tops above bottoms as in the file."""

    def __init__(self, glyphs: Glyphs, frame: Frame) -> None:
        self._text, self._unmapped = glyphs.text, sorted(glyphs.unmapped)
        self.edges = _turned(glyphs, frame)
        self._y = 0.0 if frame.quarters else frame.page.top
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
        all_lefts, tops, rights, bottoms = self.edges
        lefts = all_lefts[start:end]
        shown = tuple(at - start for at in marks)
        dropped = self._dropped(start, end) if " " in words else ()
        if dropped:
            kept = [at for at in range(end - start) if at + start not in dropped]
            lefts = array("f", (lefts[at] for at in kept))
            shown = tuple(kept.index(at) for at in shown)
            words = "".join(words[at] for at in kept)
        middle = (start + end) // 2
        if tops[middle] <= bottoms[middle]:
            middle = start  # a blank that the library made up has no height
        top, bottom = self._y - tops[middle], self._y - bottoms[middle]
        em = max((bottom - top) / HEIGHT_IN_EMS, EM_AT_LEAST)
        widest = max(map(sub, rights[start:end], all_lefts[start:end]))
        if NARROW_EM * em <= widest <= WIDE_EM * em:
            em = widest
        self.fragments.append(
            Fragment(words, lefts[0], top, rights[end - 1], bottom, em, lefts, shown, start)
        )

    def _dropped(self, start: int, end: int) -> frozenset[int]:
        """Give the blanks that the library made up and that part no words and no figures."""
        text, (lefts, _, rights, _) = self._text, self.edges
        dropped = []
        at = text.find(" ", start, end)
        while at >= 0:
            if rights[at] <= lefts[at] and not self._parts(at, start, end):
                dropped.append(at)
            at = text.find(" ", at + 1, end)
        return frozenset(dropped)

    def _parts(self, at: int, start: int, end: int) -> bool:
        """Tell whether a blank parts two words, none of them Chinese, or two figures.

        Digits may be set apart for looks, as all of their line are; a wider gap parts two figures.
        """
        one, two = self._text[at - 1], self._text[at + 1]
        if one.isdecimal() and two.isdecimal():
            lefts, tops, rights, bottoms = self.edges
            real = [each for each in range(start, end) if rights[each] > lefts[each]]
            gaps = sorted(lefts[after] - rights[before] for before, after in pairwise(real))
            wide = gaps[len(gaps) // 2] + FIGURE_GAP * (tops[start] - bottoms[start])
            return lefts[at + 1] - rights[at - 1] > wide
        return one < _CHINESE and two < _CHINESE

    def _is_blank(self, at: int, marks: tuple[int, ...]) -> bool:
        return self._text[at] in _BLANK and at not in marks

    def is_same(self, i: int, before: int) -> bool:
        """Tell whether glyph `i` has the very box of the one before: both are one ligature."""
        lefts, tops, rights, _ = self.edges
        return (lefts[i], rights[i], tops[i]) == (lefts[before], rights[before], tops[before])

    def is_again(self, i: int, before: int, height: float) -> bool:
        """Tell whether glyph `i` is drawn where the one before it stands."""
        lefts, _, _, bottoms = self.edges
        near = AGAIN_AT_MOST * height
        return abs(lefts[i] - lefts[before]) < near and abs(bottoms[i] - bottoms[before]) < near

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


def _turned(glyphs: Glyphs, frame: Frame) -> tuple[array[float], ...]:
    """Give left, top, right and bottom edges of all glyphs, turned so that letters stand upright.

    Without a turn heights are those of the file; with one, they are counted down from the top.
    """
    if frame.quarters == 0:
        x = frame.page.left
        sides = glyphs.lefts, glyphs.rights
        lefts, rights = sides if not x else (array("f", (at - x for at in side)) for side in sides)
        return lefts, glyphs.tops, rights, glyphs.bottoms
    corners = zip(glyphs.lefts, glyphs.bottoms, glyphs.rights, glyphs.tops, strict=True)
    boxes = [frame.box_of(Rect(*each)) for each in corners]
    return (
        array("f", (box.left for box in boxes)), array("f", (-box.top for box in boxes)),
        array("f", (box.right for box in boxes)), array("f", (-box.bottom for box in boxes)),
    )  # fmt: skip


def direction(turns: Sequence[float]) -> int:
    """Give the quarter turns that most glyphs of a sample ask for."""
    quarters = Counter(round(turn) % 4 for turn in turns)
    return max(quarters, key=lambda each: (quarters[each], -each)) if turns else 0


def is_vertical(fragments: list[Fragment]) -> bool:
    """Tell whether the page is written downwards: single glyphs, each below the one before."""
    single = sum(1 for one in fragments if len(one.text) == 1)
    if len(fragments) < 8 or single < 0.7 * len(fragments):
        return False
    below = sum(
        1
        for one, two in pairwise(fragments)
        if abs(one.left + one.right - two.left - two.right) < one.em
        and 0 < two.middle - one.middle < 2.5 * one.em
    )
    return below >= 0.6 * len(fragments)
