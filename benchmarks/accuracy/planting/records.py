"""What is planted: pieces of a paragraph, edits by their place, and both texts."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from benchmarks.accuracy.planting.links import Link


class Piece(NamedTuple):
    """What stands at start..end of a paragraph in the base and in the other."""

    start: int
    end: int
    base: str
    other: str


class Edit(NamedTuple):
    """A planted difference: its sort, its place in the base and its readings.

    `also` is a second place in the base that may be told: where a moved paragraph went. `there`
    is the place in the other text before any dirt; -1 where it is not known.
    """

    sort: str
    start: int
    end: int
    base: str
    other: str
    also: int | None = None
    there: int = -1


class Planted(NamedTuple):
    """Both texts and the edits between them, in the order of the base.

    `links` are the articles that were split or merged, by their numbers on either side.
    """

    base: str
    other: str
    edits: tuple[Edit, ...]
    links: tuple[Link, ...] = ()


class Window(NamedTuple):
    """A stretch of a paragraph in which one edit may be planted, and words to plant."""

    rng: Random
    text: str
    start: int
    end: int
    words: list[str]


# A maker plants its edit somewhere in a window; it gives None where nothing there is fit for it.
Maker = Callable[[Window], Piece | None]
