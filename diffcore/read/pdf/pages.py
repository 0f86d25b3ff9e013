"""The pages of a document, one after the other: glyphs are gathered and each page is let go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from diffcore.places import Box
from diffcore.read.pdf.engine import Extras, Glyphs, Page, Pdf
from diffcore.read.pdf.fragments import (
    DIRECTION_SAMPLE,
    Fragment,
    Gathered,
    direction,
    gather,
    is_vertical,
)
from diffcore.read.pdf.geometry import Frame

# Points beyond the edge of the page up to which a fragment still belongs to it.
BEYOND_AT_MOST = 2.0
# Quarter turns by which a letter that is not upright differs from one that is.
TILTED_AT_LEAST = 0.08


class Sheet(NamedTuple):
    """What stands on one page. `number` counts from 1.

    `tilted` is what stands at another angle than the rest (a watermark, a note along the margin).
    `frame` sets the letters upright, `shown` is the page as it is shown; they differ where the
    text lies on its side. `rules` are thin bars, in the coordinates of `frame`. `outside` and
    `again` count characters that no one sees: beyond the edges, or drawn twice in one place.
    """

    number: int
    frame: Frame
    shown: Frame
    fragments: list[Fragment]
    rules: tuple[Box, ...] = ()
    has_picture: bool = False
    is_vertical: bool = False
    invisible: int = 0
    outside: int = 0
    again: int = 0
    extras: Extras = Extras(0, 0, 0)
    tilted: tuple[Fragment, ...] = ()


def sheets_of(pdf: Pdf) -> tuple[list[Sheet], list[int]]:
    """Give what stands on each page, and the numbers of the pages that cannot be opened."""
    sheets, broken = [], []
    for index in range(len(pdf)):
        with pdf.page(index) as page:
            sheet = _sheet(page, index + 1) if page else None
        if sheet is None:
            broken.append(index + 1)
            continue
        if sheet.extras.fields or sheet.extras.free_texts:
            sheet = _with_extras(pdf, index, sheet)
        sheets.append(sheet)
    return sheets, broken


def _with_extras(pdf: Pdf, index: int, sheet: Sheet) -> Sheet:
    """Read a page again with its fields and the texts laid over it as part of its content."""
    with pdf.page(index) as page:
        is_flat = page is not None and page.flatten()
    with pdf.page(index) as page:
        if page and is_flat:
            return _sheet(page, index + 1)._replace(extras=sheet.extras)
    unread = sheet.extras.undrawn + sheet.extras.free_texts
    return sheet._replace(extras=Extras(0, 0, unread))


def _sheet(page: Page, number: int) -> Sheet:
    bounds, glyphs = page.bounds, page.glyphs()
    frame = Frame(bounds, direction(page.turns(_sample(glyphs))))
    gathered = gather(glyphs, frame)
    inside = [one for one in gathered.fragments if _is_inside(one, frame)]
    upright, tilted = _parted(page, inside, frame)
    rules, has_picture = page.drawn()
    return Sheet(
        number,
        frame,
        Frame(bounds, page.rotation),
        upright,
        tuple(map(frame.box_of, rules)),
        has_picture,
        is_vertical(upright),
        _invisible(page, inside),
        _beyond(gathered, inside),
        gathered.again,
        page.extras(),
        tuple(tilted),
    )


def _parted(
    page: Page, fragments: Sequence[Fragment], frame: Frame
) -> tuple[list[Fragment], list[Fragment]]:
    """Part what stands upright from what does not: no two letters of that are in one fragment."""
    single = [one for one in fragments if len(one.text) == 1]
    turns = page.turns([one.first for one in single])
    tilted = {
        one.first
        for one, turn in zip(single, turns, strict=True)
        if min((turn - frame.quarters) % 4, (frame.quarters - turn) % 4) > TILTED_AT_LEAST
    }
    return (
        [one for one in fragments if one.first not in tilted],
        [one for one in fragments if one.first in tilted],
    )


def _sample(glyphs: Glyphs) -> list[int]:
    """Give the indices of some glyphs from all over the page."""
    count = len(glyphs.text)
    step = max(1, count // DIRECTION_SAMPLE)
    return [i for i in range(0, count, step) if glyphs.rights[i] > glyphs.lefts[i]]


def _is_inside(one: Fragment, frame: Frame) -> bool:
    return (
        -BEYOND_AT_MOST < (one.left + one.right) / 2 < frame.width + BEYOND_AT_MOST
        and -BEYOND_AT_MOST < one.middle < frame.height + BEYOND_AT_MOST
    )


def _beyond(gathered: Gathered, inside: Sequence[Fragment]) -> int:
    """Count the characters beyond the edges of the page."""
    if len(inside) == len(gathered.fragments):
        return 0
    kept = {one.first for one in inside}
    return sum(len(one.text) for one in gathered.fragments if one.first not in kept)


def _invisible(page: Page, fragments: Sequence[Fragment]) -> int:
    """Count the characters that are not drawn, as those behind a scanned page."""
    hidden = page.are_invisible([one.first for one in fragments])
    return sum(len(one.text) for one, is_hidden in zip(fragments, hidden, strict=True) if is_hidden)
