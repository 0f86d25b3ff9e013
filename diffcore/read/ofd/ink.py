"""Which glyphs of an embedded font have ink: a blank that is drawn with ink is a lost character.

Only what is needed is read of a TrueType font, which is what OFD files embed: whether a glyph has
an outline, and how large it is; the blank of SimSun has one that is a point. Of other fonts, and
of what cannot be read, nothing is known for certain.
Source: ISO/IEC 14496-22 (OpenType), tables head, loca and glyf.
"""

from __future__ import annotations

from collections.abc import Callable
from struct import error as struct_error
from struct import unpack_from

# Tables of a font that are looked at.
TABLES_AT_MOST = 64

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")


def ink_of(font: bytes) -> Callable[[int], bool]:
    """Give what tells of the number of a glyph whether it has ink for certain.

    Glyph 0 is none of a character: it is drawn where the font has no glyph.
    """
    if not font.startswith(_TRUETYPE):
        return _unknown
    try:
        tables = _tables(font)
        (is_long,) = unpack_from(">h", font, tables[b"head"][0] + 50)
        (start, end), (outlines, _) = tables[b"loca"], tables[b"glyf"]
    except (struct_error, KeyError):
        return _unknown
    form, size, unit = (">LL", 4, 1) if is_long else (">HH", 2, 2)

    def has_ink(glyph: int) -> bool:
        at = start + size * glyph
        if glyph <= 0 or at + 2 * size > min(end, len(font)):
            return False
        begins, ends = unpack_from(form, font, at)
        return ends > begins and _is_large(font, outlines + unit * begins)

    return has_ink


def _is_large(font: bytes, at: int) -> bool:
    """Tell whether the outline at `at` has a height and a width."""
    if at + 10 > len(font):
        return False
    contours, left, bottom, right, top = unpack_from(">hhhhh", font, at)
    return bool(contours and right > left and top > bottom)


def _unknown(_glyph: int) -> bool:
    return False


def _tables(font: bytes) -> dict[bytes, tuple[int, int]]:
    """Give where each table begins and ends."""
    (count,) = unpack_from(">H", font, 4)
    tables = {}
    for at in range(12, 12 + 16 * min(count, TABLES_AT_MOST), 16):
        tag, _checksum, offset, length = unpack_from(">4sLLL", font, at)
        tables[tag] = offset, offset + length
    return tables
