"""Which characters of a text object are drawn by glyphs that are named by number.

Source: GB/T 33190—2016, 11.4 (CGTransform): `CodeCount` characters from `CodePosition` on, counted
through all text codes of the object, are drawn by `GlyphCount` glyphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diffcore.read.ofd.numbers import number_of
from diffcore.read.ofd.package import children, text_of
from diffcore.read.xml import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Transform(NamedTuple):
    """One mapping: characters `start`..`end`, half-open, and the numbers of their glyphs."""

    start: int
    end: int
    glyphs: tuple[int, ...]


class GlyphNumbers:
    """The mappings of one text object."""

    def __init__(self, element: Element) -> None:
        self._transforms = [_transform(each) for each in children(element, "CGTransform")]

    def covers(self, at: int) -> bool:
        """Tell whether a glyph named by number draws the character at `at`."""
        return any(each.start <= at < each.end for each in self._transforms)

    def glyph_of(self, at: int) -> int:
        """Give the glyph that draws the one character at `at`, 0 where several do or none."""
        for each in self._transforms:
            if each.start <= at < each.end:
                is_one_each = len(each.glyphs) == each.end - each.start
                return each.glyphs[at - each.start] if is_one_each else 0
        return 0

    def count_beyond(self, length: int) -> int:
        """Count the glyphs of characters that an object of `length` characters has not."""
        end = max((each.end for each in self._transforms), default=0)
        return max(0, min(end - length, sum(len(each.glyphs) for each in self._transforms)))


def _transform(element: Element) -> Transform:
    start = int(max(0.0, number_of(element.get("CodePosition"))))
    count = int(max(1.0, number_of(element.get("CodeCount"), 1)))
    listed = [text_of(each) for each in element if local_name(each) == "Glyphs"]
    glyphs = tuple(int(number_of(word)) for words in listed for word in words.split())
    return Transform(start, start + count, glyphs)
