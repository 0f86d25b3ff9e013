"""Glyphs without character: what the page shows there, read off it line by line.

A whole line is recognised, and laid against what the file says of it: the characters that are
known hold what is seen in its place, and what falls on the marks is what they show. It is offered
beside the text and never put into it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from diffcore.places import Box, Unmapped
from diffcore.read.pdf.engine import Page, Pdf
from diffcore.read.pdf.fragments import Fragment
from diffcore.read.pdf.geometry import hull
from diffcore.read.pdf.lines import rows_of
from diffcore.read.pdf.pages import Sheet
from diffcore.read.pdf.strips import draw
from diffcore.read.pdf.writing import Lost
from diffcore.read.picture import Picture
from diffcore.read.recognise import Sign, signs_of

# Dots an inch at which a line is drawn: letters of 16 points are then as high as the models were
# trained on (48 dots). Smaller ones are drawn larger, up to the second number.
DOTS_AN_INCH, MOST_DOTS_AN_INCH = 200.0, 400.0
SIZE_OF_TYPE = 16.0
# Ems of paper at either end of a line.
RIM = 0.3
# Ems. Fragments of a row that are farther apart are drawn and read one by one.
GAP_AT_MOST = 3.0

# What it costs to lay a line against what is seen: a character that has nothing to answer to it,
# two that differ, a mark that shows no digit or Latin letter. A mark that shows one costs nothing:
# what files lose are mostly those.
_ALONE, _UNLIKE, _UNUSUAL = 10, 11, 4


class Glyph(NamedTuple):
    """A glyph of a line: its character, or the mark, and its middle on the page, in points."""

    text: str
    across: float
    down: float
    is_lost: bool


class Shown(NamedTuple):
    """What a glyph without character shows, with its middle on the page."""

    across: float
    down: float
    text: str
    confidence: float


def see_lost(pdf: Pdf, sheets: Sequence[Sheet], lost: Sequence[Lost]) -> tuple[Unmapped, ...]:
    """Give the glyphs without character, with what the page shows there.

    A run is read where every glyph of it shows one sign. Pages whose letters lie on their side
    are not read.
    """
    runs = defaultdict(list)
    for each in lost:
        runs[each.page].append(each)
    shown: dict[int, list[Shown]] = {}
    for sheet in sheets:
        if sheet.number in runs and sheet.frame == sheet.shown:
            with pdf.page(sheet.number - 1) as page:
                shown[sheet.number] = list(_shown_on(page, sheet)) if page else []
    return tuple(_unmapped(each, shown.get(each.page, ())) for each in lost)


def _shown_on(page: Page, sheet: Sheet) -> Iterator[Shown]:
    """Read the lines of a page that have marks."""
    for row in rows_of(sheet.fragments):
        for fragments in _near(row):
            if any(one.marks for one in fragments):
                yield from _shown_in(page, fragments)


def _near(row: Sequence[Fragment]) -> list[list[Fragment]]:
    """Part a row where a wide gap is, as between the cells of a table."""
    parts: list[list[Fragment]] = []
    for one in row:
        if parts and one.left - parts[-1][-1].right <= GAP_AT_MOST * one.em:
            parts[-1].append(one)
        else:
            parts.append([one])
    return parts


def _shown_in(page: Page, fragments: Sequence[Fragment]) -> Iterator[Shown]:
    glyphs = [glyph for one in fragments for glyph in _glyphs(one)]
    strip = _strip(page, fragments)
    signs = [sign for sign in signs_of(strip) if not sign.text.isspace()] if strip else []
    for glyph, found in zip(glyphs, lay_against(glyphs, signs), strict=True):
        if glyph.is_lost and len(found) == 1:
            yield Shown(glyph.across, glyph.down, found[0].text, found[0].confidence)


def _glyphs(one: Fragment) -> Iterator[Glyph]:
    rights = (*one.lefts[1:], one.right)
    marks = frozenset(one.marks)
    for at, (char, left, right) in enumerate(zip(one.text, one.lefts, rights, strict=True)):
        if not char.isspace():
            yield Glyph(char, (left + right) / 2, one.middle, at in marks)


def _strip(page: Page, fragments: Sequence[Fragment]) -> Picture | None:
    em = max(one.em for one in fragments)
    box = hull([one.box for one in fragments])
    dots = min(MOST_DOTS_AN_INCH, DOTS_AN_INCH * max(1.0, SIZE_OF_TYPE / max(em, 1.0)))
    part = Box(box.left - RIM * em, box.top, box.right + RIM * em, box.bottom)
    return draw(page, dots, part)


def lay_against(glyphs: Sequence[Glyph], signs: Sequence[Sign]) -> list[list[Sign]]:
    """Give for each glyph of a line the signs that are seen in its place, at the least cost.

    A sign too many beside a lost glyph is given to that one as well: it has two then, and what it
    shows is not certain. Cost: glyphs times signs, of one line. Source: Needleman and Wunsch,
    J. Mol. Biol. 48 (1970), global alignment.
    """
    costs = _costs(glyphs, signs)
    found: list[list[Sign]] = [[] for _ in glyphs]
    i, j = len(glyphs), len(signs)
    while i and j:
        here = costs[i][j]
        if here == costs[i - 1][j - 1] + _cost(glyphs[i - 1], signs[j - 1]):
            i, j = i - 1, j - 1
            found[i].insert(0, signs[j])
        elif here == costs[i - 1][j] + _ALONE:
            i -= 1
        else:
            j -= 1
            _give(found, glyphs, i, signs[j])
    for sign in reversed(signs[:j]):
        _give(found, glyphs, 0, sign)
    return found


def _give(found: list[list[Sign]], glyphs: Sequence[Glyph], at: int, sign: Sign) -> None:
    """Give a sign too many, before the glyph with index `at`, to a lost neighbour where one is."""
    for beside in (at, at - 1):
        if 0 <= beside < len(glyphs) and glyphs[beside].is_lost:
            found[beside].insert(0, sign)
            return


def _costs(glyphs: Sequence[Glyph], signs: Sequence[Sign]) -> list[list[int]]:
    """Give the least cost of laying the first glyphs against the first signs."""
    costs = [[_ALONE * j for j in range(len(signs) + 1)]]
    for i, glyph in enumerate(glyphs, 1):
        above, row = costs[-1], [_ALONE * i]
        for j, sign in enumerate(signs, 1):
            row.append(
                min(
                    above[j - 1] + _cost(glyph, sign),
                    above[j] + _ALONE,
                    row[j - 1] + _ALONE,
                )
            )
        costs.append(row)
    return costs


def _cost(glyph: Glyph, sign: Sign) -> int:
    if glyph.is_lost:
        is_usual = sign.text == "%" or (sign.text.isascii() and sign.text.isalnum())
        return 0 if is_usual else _UNUSUAL
    return 0 if normalize("NFKC", glyph.text) == normalize("NFKC", sign.text) else _UNLIKE


def _unmapped(lost: Lost, shown: Sequence[Shown]) -> Unmapped:
    """Give a run with what is seen there; nothing where not every glyph of it shows one sign."""
    box = lost.box
    inside = sorted(
        each
        for each in shown
        if box.left <= each.across <= box.right and box.top <= each.down <= box.bottom
    )
    if len(inside) < lost.span.end - lost.span.start:
        return Unmapped(lost.span)
    seen = "".join(each.text for each in inside)
    return Unmapped(lost.span, seen, min(each.confidence for each in inside))
