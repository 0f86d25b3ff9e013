"""Pictures in grey: pages that are drawn, and picture files. The only file that imports Pillow.

Pillow comes with the extra `ocr`; a picture is written without it.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from diffcore.errors import Bilingual
from diffcore.places import Box
from diffcore.read import refusals
from diffcore.read.reader import Drawn, Strip

# Dots of a picture: A3 at 600 dots an inch has 70 million. A file of some kilobytes can claim
# thousands of millions (a decompression bomb).
DOTS_AT_MOST = 80_000_000
# Pictures in one TIFF file: those of a gazette's yearly volume.
PICTURES_AT_MOST = 2_000
# Dots an inch where the file says nothing, or nothing that a scanner offers.
USUAL_DOTS_AN_INCH = 200.0
_LEAST_DOTS_AN_INCH, _MOST_DOTS_AN_INCH = 50.0, 2_400.0

# Dots an inch at which strips of pages are drawn for a report, the finest first, and the bytes of
# one from which on the next is tried. At 110 the strips of the guidelines of shared/data have 6 KB
# on the average; type of 16 points can still be read at 56.
STRIP_DOTS_AN_INCH = (110.0, 80.0, 56.0)
STRIP_BYTES = 20_000

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
TITLE = Bilingual("图像文件", "image")

# What a PNG file is made of. Source: ISO/IEC 15948 (PNG), 5.3, 11.2; 4-bit greyscale.
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DEPTH, _GREYSCALE = 4, 0
_BEST = 9


class Picture(NamedTuple):
    """A picture in grey, one byte a dot (0 is black), line after line from the top."""

    width: int
    height: int
    dots: bytes


def pictures_in(data: bytes, path: str) -> Iterator[tuple[Picture, float]]:
    """Give the pictures of a file, upright, with their dots an inch; of a TIFF each of its pages.

    Raises: ReadError where the file is damaged or too large to be honest.
    """
    from io import BytesIO

    from PIL import Image

    Image.MAX_IMAGE_PIXELS = DOTS_AT_MOST
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            count = int(getattr(image, "n_frames", 1))
            if count > PICTURES_AT_MOST:
                raise refusals.too_demanding(path, TITLE)
            for index in range(count):
                if count > 1:
                    image.seek(index)
                yield _grey(image, path), _dots_an_inch(image)
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        if isinstance(error, Image.DecompressionBombError):
            raise refusals.too_demanding(path, TITLE) from error
        raise refusals.damaged(path, TITLE, _first_line(error)) from error


def _grey(image: Any, path: str) -> Picture:
    """Give a picture in grey on white, turned as its camera says; its size is looked at first."""
    from PIL import Image, ImageOps

    if image.width * image.height > DOTS_AT_MOST:
        raise refusals.too_demanding(path, TITLE)
    upright = ImageOps.exif_transpose(image) or image
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        over = upright.convert("RGBA")
        paper = Image.new("RGBA", over.size, "white")
        upright = Image.alpha_composite(paper, over)
    if upright.mode.startswith("I;16") or upright.mode in ("I", "F"):
        upright = upright.point(lambda value: value / 256).convert("L")
    grey = upright.convert("L")
    return Picture(grey.width, grey.height, grey.tobytes())


def _dots_an_inch(image: Any) -> float:
    found = image.info.get("dpi")
    across = float(found[0]) if found else 0.0
    is_usual = _LEAST_DOTS_AN_INCH <= across <= _MOST_DOTS_AN_INCH
    return across if is_usual else USUAL_DOTS_AN_INCH


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def scaled(picture: Picture, scale: float) -> Picture:
    """Give a picture made smaller."""
    from PIL import Image

    whole = Image.frombytes("L", (picture.width, picture.height), picture.dots)
    width, height = (max(1, round(side * scale)) for side in whole.size)
    small = whole.resize((width, height), Image.Resampling.BOX)
    return Picture(width, height, small.tobytes())


def cut_strips(data: bytes, path: str, strips: Sequence[Strip]) -> list[Drawn | None]:
    """Cut strips out of the pictures of a file, None for what is not there.

    Raises: ReadError where the file is damaged.
    """
    drawn: list[Drawn | None] = [None] * len(strips)
    for number, (picture, dots) in enumerate(pictures_in(data, path), 1):
        for i, strip in enumerate(strips):
            if strip.page == number:
                drawn[i] = drawn_small(partial(_cut, picture, dots, strip.box))
    return drawn


def _cut(picture: Picture, dots_an_inch: float, box: Box, dots: float) -> Picture | None:
    """Give what of a picture stands in `box`, in points, with so many dots an inch."""
    from PIL import Image

    scale = dots_an_inch / 72
    left, top = max(box.left * scale, 0), max(box.top * scale, 0)
    right, bottom = min(box.right * scale, picture.width), min(box.bottom * scale, picture.height)
    if left >= right or top >= bottom:
        return None
    whole = Image.frombytes("L", (picture.width, picture.height), picture.dots)
    part = whole.crop((math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom)))
    return scaled(Picture(part.width, part.height, part.tobytes()), dots / dots_an_inch)


def drawn_small(draw: Callable[[float], Picture | None]) -> Drawn | None:
    """Give what `draw` draws, asked with some dots an inch, as a small file.

    It is drawn coarser until the file is small enough.
    """
    drawn = None
    for dots in STRIP_DOTS_AN_INCH:
        picture = draw(dots)
        if picture is None:
            return None
        drawn = Drawn(picture.width * 72 / dots, picture.height * 72 / dots, png_of(picture))
        if len(drawn.png) <= STRIP_BYTES:
            break
    return drawn


def png_of(picture: Picture) -> bytes:
    """Give a picture as a PNG file of sixteen greys, of which letters need no more."""
    width, height = picture.width, picture.height
    header = b"".join((_number(width), _number(height), bytes((_DEPTH, _GREYSCALE, 0, 0, 0))))
    rows = b"".join(
        b"\x00" + _halved(picture.dots[at : at + width]) for at in range(0, width * height, width)
    )
    return _SIGNATURE + b"".join(
        _chunk(name, body)
        for name, body in (
            (b"IHDR", header), (b"IDAT", zlib.compress(rows, _BEST)), (b"IEND", b""),
        )
    )  # fmt: skip


def _halved(row: bytes) -> bytes:
    """Give the upper halves of the bytes of a row, two to a byte."""
    if len(row) % 2:
        row += b"\xff"
    pairs = zip(row[::2], row[1::2], strict=True)
    return bytes((left & 0xF0) | (right >> 4) for left, right in pairs)


def _chunk(name: bytes, body: bytes) -> bytes:
    return _number(len(body)) + name + body + _number(zlib.crc32(name + body))


def _number(value: int) -> bytes:
    return value.to_bytes(4, "big")
