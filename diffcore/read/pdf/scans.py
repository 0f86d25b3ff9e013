"""Pages that are pictures: what recognition sees on them becomes fragments, as if printed.

What is seen takes the same way as the characters of a file: columns, wraps, heads and page numbers
are told by its layout.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from diffcore.places import Box, Place, Placed, Recognised
from diffcore.read.pdf.fragments import HEIGHT_IN_EMS, Fragment
from diffcore.read.picture import Picture
from diffcore.read.recognise import SeenLine, Sign, lines_of
from diffcore.spans import SourceSpan

# Dots an inch at which a page is drawn to be recognised. On three pages of shared/data, leaning and
# dirty, 7 of 1,689 characters were wrong at 70 to 200, 24 at 50 and 8 at 300. Their type has 12 to
# 16 points: at 200 type of 6 points is as large as theirs at 70.
DOTS_AN_INCH = 200.0
# A page with a picture and no more characters than this is a scan with a stamp or a page number.
STAMPED_AT_MOST = 40
# Dots. A larger page (a map, a poster) is drawn with fewer dots an inch.
SIDE_AT_MOST = 6_000
# Of 255: a page without any dot darker than this is blank.
INK_AT_MOST = 200

# Wide characters in a row that tell the size of the type by their distance.
WIDE_AT_LEAST = 4
# The size of the type as a share of the height of a recognised line: what is measured, and what is
# taken where nothing can be.
EM_OF_HEIGHT = 0.92
_LEAST_EM, _MOST_EM = 0.7, 1.05
# A line whose size differs by no more than this share from that of most lines has the same,
# where its size is measured, and by this share where it is not.
SAME_EM, NEAR_EM = 0.12, 0.3
# Marks that are printed in the right half of their square.
_OPENING = "（《〈「『【〔［｛“‘("
# The first character that is as wide as high: CJK radicals; before them stand Latin and the like.
_WIDE_FROM = "\u2e80"


class SeenPage(NamedTuple):
    """What is seen on one page, in points: fragments, and how sure they are."""

    fragments: tuple[Fragment, ...]
    confidences: tuple[float, ...]


def dots_an_inch(width: float, height: float) -> float:
    """Give the resolution at which a page, its sides in points, is drawn to be recognised."""
    return min(DOTS_AN_INCH, SIDE_AT_MOST * 72 / max(width, height, 1.0))


def is_blank(picture: Picture) -> bool:
    """Tell whether nothing is drawn on a page."""
    return not picture.dots or min(picture.dots) > INK_AT_MOST


def see_page(picture: Picture, dots: float) -> SeenPage:
    """Recognise a page of `dots` an inch."""
    lines = () if is_blank(picture) else lines_of(picture)
    if not lines:
        return SeenPage((), ())
    scale = 72 / dots
    ems = [_em(line) for line in lines]
    usual = median(em for (em, _), line in zip(ems, lines, strict=True) for _ in line.signs)
    fragments = [
        _fragment(line, _settled(em, usual, is_measured=is_measured), scale, first)
        for first, (line, (em, is_measured)) in enumerate(zip(lines, ems, strict=True))
    ]
    return SeenPage(tuple(fragments), tuple(line.confidence for line in lines))


def _em(line: SeenLine) -> tuple[float, bool]:
    """Give the size of the type, in dots, and tell whether it is measured.

    It is measured as the distance of wide characters in a row, else taken from the height.
    """
    height = line.box.bottom - line.box.top
    runs: list[list[float]] = [[]]
    for sign in line.signs:
        if sign.text >= _WIDE_FROM:
            runs[-1].append(sign.middle)
        else:
            runs.append([])
    longest = max(runs, key=len)
    if len(longest) < WIDE_AT_LEAST:
        return EM_OF_HEIGHT * height, False
    em = (longest[-1] - longest[0]) / (len(longest) - 1)
    return min(max(em, _LEAST_EM * height), _MOST_EM * height), True


def _settled(em: float, usual: float, *, is_measured: bool) -> float:
    return usual if abs(em - usual) <= (SAME_EM if is_measured else NEAR_EM) * usual else em


def _fragment(line: SeenLine, em: float, scale: float, first: int) -> Fragment:
    """Give a line as a fragment; its box is as high as that of type of its size."""
    signs = _without_needless_blanks(line.signs)
    box = line.box
    middle, half = (box.top + box.bottom) / 2, HEIGHT_IN_EMS * em / 2
    left = box.left - (em / 2 if signs[0].text in _OPENING else 0)
    between = ((one.middle + two.middle) / 2 for one, two in pairwise(signs))
    lefts = (left, *(max(left, box.left + at) for at in between))
    return Fragment(
        "".join(sign.text for sign in signs),
        left * scale,
        (middle - half) * scale,
        box.right * scale,
        (middle + half) * scale,
        em * scale,
        array("d", (at * scale for at in lefts)),
        (),
        first,
    )


def _without_needless_blanks(signs: Sequence[Sign]) -> list[Sign]:
    """Leave out the blanks that recognition adds but between Latin words."""
    kept: list[Sign] = []
    for i, sign in enumerate(signs):
        around = (*signs[max(i - 1, 0) : i], *signs[i + 1 : i + 2])
        is_needed = all(each.text.isascii() for each in around)
        if not sign.text.isspace() or is_needed:
            kept.append(sign)
    return kept


def besides(fragments: Sequence[Fragment], seen: SeenPage) -> SeenPage:
    """Leave out what is seen where the file has characters of its own."""
    kept = [
        (one, confidence)
        for one, confidence in zip(seen.fragments, seen.confidences, strict=True)
        if not any(_lies_on(one, other) for other in fragments)
    ]
    return SeenPage(tuple(one for one, _ in kept), tuple(confidence for _, confidence in kept))


def _lies_on(one: Fragment, other: Fragment) -> bool:
    """Tell whether the middle of one of two fragments lies in the other."""
    return _holds(other.box, one) or _holds(one.box, other)


def recognised_of(
    text: str, placed: Sequence[Placed], pages: dict[int, SeenPage]
) -> tuple[Recognised, ...]:
    """Give each line of a text that is of a recognised page, with the least of its confidences."""
    ends = (*(each.start for each in placed[1:]), len(text))
    found = []
    for each, end in zip(placed, ends, strict=True):
        confidence = _confidence(each.place, pages)
        stop = each.start + len(text[each.start : end].rstrip())
        start = stop - len(text[each.start : stop].lstrip())
        if confidence is not None and start < stop:
            found.append(Recognised(SourceSpan(start, stop), confidence))
    return tuple(found)


def _confidence(place: Place, pages: dict[int, SeenPage]) -> float | None:
    if place.page not in pages or place.box is None:
        return None
    page = pages[place.page]
    inside = [
        confidence
        for one, confidence in zip(page.fragments, page.confidences, strict=True)
        if _holds(place.box, one)
    ]
    return min(inside, default=None)


def _holds(box: Box, one: Fragment) -> bool:
    across = (one.left + one.right) / 2
    return box.left <= across <= box.right and box.top <= one.middle <= box.bottom


def mean_confidence(pages: Iterable[SeenPage]) -> float:
    """Give how sure the lines are on the average, 0..1, rounded down to a hundredth."""
    each = [confidence for page in pages for confidence in page.confidences]
    return math.floor(100 * sum(each) / len(each)) / 100 if each else 0.0
