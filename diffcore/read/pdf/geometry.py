"""Boxes and directions on a page, in points; tops are smaller than bottoms, as one reads."""

from __future__ import annotations

from typing import NamedTuple

from diffcore.places import Box


class Rect(NamedTuple):
    """A rectangle in the coordinates of the file: the origin is at the bottom left."""

    left: float
    bottom: float
    right: float
    top: float


class Frame(NamedTuple):
    """A page turned so that its letters stand upright, with the origin at the top left.

    `quarters` (0..3) are the quarter turns, clockwise, that set the letters upright.
    """

    page: Rect
    quarters: int

    @property
    def width(self) -> float:
        """The width of the turned page."""
        across, down = self.page.right - self.page.left, self.page.top - self.page.bottom
        return down if self.quarters % 2 else across

    @property
    def height(self) -> float:
        """The height of the turned page."""
        across, down = self.page.right - self.page.left, self.page.top - self.page.bottom
        return across if self.quarters % 2 else down

    def box_of(self, rect: Rect) -> Box:
        """Give a rectangle of the file as a box of the turned page."""
        page = self.page
        if self.quarters == 0:
            return Box(rect.left - page.left, page.top - rect.top,
                       rect.right - page.left, page.top - rect.bottom)  # fmt: skip
        if self.quarters == 1:
            return Box(rect.bottom - page.bottom, rect.left - page.left,
                       rect.top - page.bottom, rect.right - page.left)  # fmt: skip
        if self.quarters == 2:
            return Box(page.right - rect.right, rect.bottom - page.bottom,
                       page.right - rect.left, rect.top - page.bottom)  # fmt: skip
        return Box(page.top - rect.top, page.right - rect.right,
                   page.top - rect.bottom, page.right - rect.left)  # fmt: skip

    def rect_of(self, box: Box) -> Rect:
        """Give a box of the turned page as a rectangle of the file."""
        page = self.page
        if self.quarters == 0:
            return Rect(page.left + box.left, page.top - box.bottom,
                        page.left + box.right, page.top - box.top)  # fmt: skip
        if self.quarters == 1:
            return Rect(page.left + box.top, page.bottom + box.left,
                        page.left + box.bottom, page.bottom + box.right)  # fmt: skip
        if self.quarters == 2:
            return Rect(page.right - box.right, page.bottom + box.top,
                        page.right - box.left, page.bottom + box.bottom)  # fmt: skip
        return Rect(page.right - box.bottom, page.top - box.right,
                    page.right - box.top, page.top - box.left)  # fmt: skip


def hull(boxes: list[Box]) -> Box:
    """Give the smallest box around `boxes`, of which there is one at least."""
    return Box(
        min(box.left for box in boxes), min(box.top for box in boxes),
        max(box.right for box in boxes), max(box.bottom for box in boxes),
    )  # fmt: skip
