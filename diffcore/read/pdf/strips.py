"""Parts of the pages of a PDF as small pictures."""

from __future__ import annotations

from collections.abc import Sequence

from diffcore.places import Box
from diffcore.read.pdf.engine import Page, open_pdf
from diffcore.read.pdf.geometry import Frame
from diffcore.read.picture import Picture, drawn_small
from diffcore.read.reader import Drawn, Strip


def draw_strips(data: bytes, path: str, strips: Sequence[Strip]) -> list[Drawn | None]:
    """Draw strips of the pages as they are shown, None for what is not there.

    Raises: ReadError where the document cannot be opened.
    """
    pdf = open_pdf(data, path)
    drawn: list[Drawn | None] = []
    for strip in strips:
        with pdf.page(strip.page - 1) as page:
            drawn.append(_drawn(page, strip.box) if page else None)
    return drawn


def _drawn(page: Page, box: Box) -> Drawn | None:
    shown = Frame(page.bounds, page.rotation)
    part = Box(
        max(box.left, 0),
        max(box.top, 0),
        min(box.right, shown.width),
        min(box.bottom, shown.height),
    )
    if part.left >= part.right or part.top >= part.bottom:
        return None
    return drawn_small(lambda dots: draw(page, dots, part))


def draw(page: Page, dots: float, part: Box | None = None) -> Picture | None:
    """Draw a page, or a part of it, with so many dots an inch; None where that is impossible."""
    found = page.draw(dots, part)
    return Picture(*found) if found else None
