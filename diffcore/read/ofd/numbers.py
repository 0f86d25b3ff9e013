"""Numbers as OFD writes them: points in a row, matrices, offsets with repetitions.

Nothing that a file says is believed: what is no number is 0, and none is larger than a page of a
kilometre, so that no later sum overflows.
Source: GB/T 33190—2016, 6.3 (basic types), 11.3 (DeltaX, DeltaY).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, repeat
from math import isfinite, isnan

# Millimetres, and factors.
LARGEST = 1e6

# Points in a millimetre.
POINTS = 72 / 25.4

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

# Numbers that one attribute may hold; an object has no more characters.
NUMBERS_AT_MOST = 1_000_000


def number_of(text: str | None, otherwise: float = 0.0) -> float:
    """Give the number that `text` writes, `otherwise` where it writes none."""
    try:
        value = float(text or "")
    except ValueError:
        return otherwise
    return bounded(value) if isfinite(value) else otherwise


def bounded(value: float) -> float:
    """Give `value`, or the largest there may be; what is no number is 0."""
    return 0.0 if isnan(value) else max(-LARGEST, min(LARGEST, value))


def numbers_of(text: str | None) -> list[float]:
    """Give the numbers of a list, parted by blanks."""
    return [number_of(word) for word in (text or "").split()[:NUMBERS_AT_MOST]]


def offsets_of(text: str | None, count: int) -> list[float] | None:
    """Give `count` offsets, None where `text` is missing; the last one goes on for those lacking.

    `g n v` stands for n times v. Files that give too few offsets mean it so.
    """
    words = (text or "").split()[: NUMBERS_AT_MOST * 3]
    if not words:
        return None
    found = list(islice(_expanded(words, count), count))
    return found + [found[-1] if found else 0.0] * (count - len(found))


def _expanded(words: list[str], most: int) -> Iterator[float]:
    at = 0
    while at < len(words):
        if words[at] == "g" and at + 2 < len(words):
            times = int(max(0.0, min(number_of(words[at + 1]), most)))
            yield from repeat(number_of(words[at + 2]), times)
            at += 3
        else:
            yield number_of(words[at])
            at += 1


def matrix_of(text: str | None) -> Matrix:
    """Give the matrix that a CTM writes, that of no change where it writes none."""
    found = numbers_of(text)
    if len(found) != 6:
        return IDENTITY
    a, b, c, d, e, f = found
    return a, b, c, d, e, f


def moved(matrix: Matrix, x: float, y: float) -> Matrix:
    """Give `matrix` with its origin at what was (x, y)."""
    a, b, c, d, e, f = matrix
    return a, b, c, d, bounded(a * x + c * y + e), bounded(b * x + d * y + f)


def product(outer: Matrix, inner: Matrix) -> Matrix:
    """Give the matrix that applies `inner` first and `outer` to what comes out."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        bounded(a * g + c * h), bounded(b * g + d * h),
        bounded(a * i + c * j), bounded(b * i + d * j),
        bounded(a * k + c * m + e), bounded(b * k + d * m + f),
    )  # fmt: skip


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Give where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return bounded(a * x + c * y + e), bounded(b * x + d * y + f)
