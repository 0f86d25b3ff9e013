"""Scans made for tests: sentences of our own, drawn in a Chinese font, turned and made dirty.

Nothing in them is random: the noise comes from a generator with a fixed seed.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont

FONT = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")
DOTS_AN_INCH = 150
# Points: A5, wide enough for 20 characters of 16 points.
PAGE = (420, 595)
SIZE, LEAD = 16, 27
MARGIN = (50, 60)

# In CI the font must be there: a skipped test would be a check that cannot fail.
needs_font = pytest.mark.skipif(
    not FONT.exists() and os.environ.get("CI") != "true", reason=f"{FONT} is not on this machine"
)


def page(
    lines: Sequence[str],
    foot: str = "",
    *,
    lean: float = 0.0,
    noise: float = 0.0,
    dots: int = DOTS_AN_INCH,
    left: float = MARGIN[0],
    size: float = SIZE,
) -> Image.Image:
    """Draw a page: lines one below the other, full-width blanks set them in, `foot` below.

    `lean` are degrees, counter-clockwise; `noise` is how far greys stray, of 255.
    """  # fmt: skip
    scale = dots / 72
    image = Image.new("L", (round(PAGE[0] * scale), round(PAGE[1] * scale)), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(str(FONT), round(size * scale))
    for number, line in enumerate(lines):
        top = MARGIN[1] + number * LEAD * size / SIZE
        draw.text((left * scale, top * scale), line, font=font, fill=0)
    if foot:
        draw.text((PAGE[0] / 2 * scale, (PAGE[1] - 45) * scale), foot, font=font, fill=0)
    if lean:
        image = image.rotate(lean, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return _dirty(image, noise) if noise else image


def _dirty(image: Image.Image, noise: float) -> Image.Image:
    generator = numpy.random.default_rng(7)
    greys = numpy.asarray(image).astype(float) + generator.normal(0, noise, image.size[::-1])
    return Image.fromarray(numpy.clip(greys, 0, 255).astype("uint8"))


def shape(char: str) -> str:
    """Give the operators that draw a letter as it is printed, in a square of 1000 by 1000."""
    side = 96
    image = Image.new("1", (side, side), 1)
    font = ImageFont.truetype(str(FONT), side)
    ImageDraw.Draw(image).text((0, -side // 12), char, font=font, fill=0)
    return (
        f"q 1000 0 0 1000 0 -160 cm BI /W {side} /H {side} /BPC 1 /IM true /F /AHx "
        f"ID {image.tobytes().hex()}> EI Q"
    )


def saved(pages: Sequence[Image.Image], kind: str, dots: int = DOTS_AN_INCH) -> bytes:
    """Give pages as a file: "PNG", "JPEG", "BMP", "WEBP" of the first one, "TIFF" or "PDF"."""
    buffer = BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if kind in ("TIFF", "PDF") else {}
    resolution = {"resolution": dots} if kind == "PDF" else {"dpi": (dots, dots)}
    pages[0].save(buffer, kind, **more, **resolution)
    return buffer.getvalue()
