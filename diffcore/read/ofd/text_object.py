"""Text objects to glyphs at their places on the page.

Source: GB/T 33190—2016, 11 (text), 8.5 (graphic units and their matrices).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import atan2, cos, degrees, hypot, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from diffcore.places import UNMAPPED_MARK, Box
from diffcore.read.ofd.glyph_numbers import GlyphNumbers
from diffcore.read.ofd.numbers import (
    POINTS,
    Matrix,
    applied,
    number_of,
    numbers_of,
    offsets_of,
)
from diffcore.read.ofd.package import children

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Millimetres: the size of type where an object gives none (小四 has 4.2).
USUAL_SIZE = 4.2

# Shares of the em above and below the baseline; fonts are somewhat taller than their em.
# Source: the proportions of SimSun and its like, as PDF gives the boxes of their glyphs.
ASCENT, DESCENT = 0.94, 0.18

# Degrees by which a line may lean and still be one that runs along the page.
LEANING_AT_MOST = 5

# Ems: what is set wider than this is spaced, and the glyph does not fill it.
ADVANCE_AT_MOST = 1.1

# Stands for glyphs without characters. Source: GB/T 33190—2016, 11.3, table 46: a TextCode that
# only keeps places is filled with ¤ (U+00A4).
_PLACEHOLDER = "\u00a4"

# Characters that XML does not allow, and blanks, written as a backslash and four hexadecimal
# digits (there); what writes any other character so is text that looks like it.
_ESCAPED = re.compile(r"\\(00[01][0-9A-Fa-f]|0020|[Ff]{3}[EeFf])")
# A text code that was set on lines of its own by whatever wrote the XML.
_BROKEN = re.compile(r"[ \t]*[\r\n]\s*")

# No character of any script: controls, private use, the sign for a broken character.
_NO_CHARACTER = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff"
    "\U000f0000-\U0010ffff]"
)


class Run(NamedTuple):
    """The glyphs of one text code, in the order of reading.

    `text` has a mark for each of `marks`, the indices of glyphs without character. `boxes` are
    their em boxes on the page, in points. `quarter` counts the quarters of a turn, clockwise,
    by which the glyphs lie on the page; None for others. `codes` are the characters that had to be
    marked, as the file has them.
    """

    text: str
    boxes: tuple[Box, ...]
    marks: tuple[int, ...]
    quarter: int | None
    codes: str


class Reach(NamedTuple):
    """How far the glyphs of a run reach from their points, in millimetres on the page.

    `across` and `down` are what a unit of their width adds, `upright` their height alone.
    """

    across: float
    down: float
    upright: Box


def runs_of(element: Element, matrix: Matrix, has_ink: Callable[[int], bool]) -> list[Run]:
    """Give the runs of a text object.

    `matrix` leads from its own coordinates to the page; `has_ink` tells of glyphs of its font
    whether they have ink for certain.
    """
    runs: list[Run] = []
    numbers = GlyphNumbers(element)
    at = 0
    for code in children(element, "TextCode"):
        text = _text_of(code)
        marks = [_is_unmapped(char, at + i, numbers, has_ink) for i, char in enumerate(text)]
        at += len(text)
        if text:
            runs.append(_run(element, code, text, marks, matrix))
    lost = numbers.count_beyond(at)
    if lost:
        code = next(children(element, "TextCode"), element)
        text = UNMAPPED_MARK * lost
        runs.append(_run(element, code, text, [True] * lost, matrix, skipped=at))
    return runs


def words_of(element: Element) -> str:
    """Give the characters of a text object, wherever they are drawn."""
    return "".join(_text_of(code) for code in children(element, "TextCode"))


def _text_of(code: Element) -> str:
    text = _BROKEN.sub("", "".join(code.itertext()))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "\\" in text else text


def _is_unmapped(char: str, at: int, numbers: GlyphNumbers, has_ink: Callable[[int], bool]) -> bool:
    """Tell whether the character at `at` is none: a placeholder, or a blank that has ink."""
    if char == _PLACEHOLDER:
        return numbers.covers(at)
    if char in " \u00a0\u3000":
        return has_ink(numbers.glyph_of(at))
    return _NO_CHARACTER.match(char) is not None


def _run(
    element: Element,
    code: Element,
    text: str,
    marks: list[bool],
    matrix: Matrix,
    skipped: int = 0,
) -> Run:
    size = abs(number_of(element.get("Size"))) or USUAL_SIZE
    stretch = abs(number_of(element.get("HScale"), 1.0)) or 1.0
    advances = [size * stretch * _share(char) for char in text]
    reading = number_of(element.get("ReadDirection"))
    spots = _spots(code, advances, reading, skipped * size * stretch)
    points = [applied(matrix, x, y) for x, y in spots]
    turn = radians(number_of(element.get("CharDirection")))
    reach = _reach(matrix, size, turn)
    most = ADVANCE_AT_MOST * size * stretch
    wide = [_advance(advance, spots, i, most) for i, advance in enumerate(advances)]
    boxes = tuple(_box(point, reach, width) for point, width in zip(points, wide, strict=True))
    marked = tuple(i for i, is_marked in enumerate(marks) if is_marked)
    drawn = "".join(
        UNMAPPED_MARK if is_marked else char for char, is_marked in zip(text, marks, strict=True)
    )
    return Run(drawn, boxes, marked, _quarter(reach), "".join(text[i] for i in marked))


def _share(char: str) -> float:
    """Give the share of the em that a glyph fills along its line."""
    return 0.5 if char < "\u0100" else 1.0


def _spots(
    code: Element, advances: list[float], reading: float, skipped: float
) -> list[tuple[float, float]]:
    """Give the point of each glyph in the coordinates of its object."""
    x, y = number_of(code.get("X")), number_of(code.get("Y"))
    across = offsets_of(code.get("DeltaX"), len(advances) - 1)
    down = offsets_of(code.get("DeltaY"), len(advances) - 1)
    if across is None and down is None:
        along = cos(radians(reading)), sin(radians(reading))
        across = [advance * along[0] for advance in advances[:-1]]
        down = [advance * along[1] for advance in advances[:-1]]
    spots = [(x + skipped, y)]
    for dx, dy in zip(across or [0.0] * len(advances), down or [0.0] * len(advances), strict=False):
        spots.append((spots[-1][0] + dx, spots[-1][1] + dy))
    return spots[: len(advances)]


def _advance(nominal: float, spots: list[tuple[float, float]], i: int, most: float) -> float:
    """Give the width of a glyph: as far as the next one, where that is no wider than an em."""
    if i + 1 == len(spots):
        return nominal
    step = hypot(spots[i + 1][0] - spots[i][0], spots[i + 1][1] - spots[i][1])
    return step if 0 < step <= most else nominal


def _quarter(reach: Reach) -> int | None:
    """Give how the glyphs lie on the page, None where they are aslant."""
    angle = degrees(atan2(reach.down, reach.across)) % 360
    nearest = round(angle / 90)
    return nearest % 4 if abs(angle - 90 * nearest) <= LEANING_AT_MOST else None


def _reach(matrix: Matrix, size: float, turn: float) -> Reach:
    """Give how far the em box of a glyph reaches from its point, for all glyphs of a run."""
    a, b, c, d, _, _ = matrix
    across, down = cos(turn), sin(turn)
    along = a * across + c * down, b * across + d * down
    upright = (c * across - a * down) * size, (d * across - b * down) * size
    xs = sorted((-ASCENT * upright[0], DESCENT * upright[0]))
    ys = sorted((-ASCENT * upright[1], DESCENT * upright[1]))
    return Reach(*along, Box(xs[0], ys[0], xs[1], ys[1]))


def _box(point: tuple[float, float], reach: Reach, width: float) -> Box:
    """Give the em box of a glyph on the page, in points."""
    (x, y), across, down = point, reach.across * width, reach.down * width
    left, top, right, bottom = reach.upright
    return Box(
        POINTS * (x + left + (across if across < 0 else 0)),
        POINTS * (y + top + (down if down < 0 else 0)),
        POINTS * (x + right + (across if across > 0 else 0)),
        POINTS * (y + bottom + (down if down > 0 else 0)),
    )


def boundary_of(element: Element) -> tuple[float, float]:
    """Give the corner of an object's boundary."""
    numbers = numbers_of(element.get("Boundary"))
    return (numbers[0], numbers[1]) if len(numbers) >= 2 else (0.0, 0.0)
