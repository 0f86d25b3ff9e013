"""What a reader of one file format is: a record that `diffcore.read` finds by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from diffcore.errors import Bilingual
from diffcore.model import ReadOptions, SourceText
from diffcore.places import Box


def never(_data: bytes) -> bool:
    """Say no: the format cannot be told by its bytes."""
    return False


def nothing() -> None:
    """Say that nothing is lacking: the reader works on every machine."""


class Strip(NamedTuple):
    """A part of a page (版面条) that is to be drawn."""

    page: int
    box: Box


class Drawn(NamedTuple):
    """A strip as a PNG file; `width` and `height` are points."""

    width: float
    height: float
    png: bytes


class Reader(NamedTuple):
    """A file format and the way to read it.

    `suffixes` are lower case with their dot. `recognises` tells the format by the bytes of the
    file alone; a format that bytes cannot tell (every kind of plain text) always says no.
    `read` takes the bytes of the file, the path to be shown and the options, and raises ReadError.
    A reader that `is_isolated` parses with foreign code and runs in a process of its own, with
    limits. `lacks` says what must be installed on this machine before the reader works, if
    anything; `extra` what an optional package would add that is not installed. A format that has
    pages can `draw` strips of them: each is given as a picture, None where there is none. `memory`
    are bytes of address space that an isolated reader needs beyond the usual.
    """

    name: str
    suffixes: tuple[str, ...]
    title: Bilingual
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str, ReadOptions], SourceText]
    is_isolated: bool = False
    lacks: Callable[[], Bilingual | None] = nothing
    extra: Callable[[], Bilingual | None] = nothing
    draw: Callable[[bytes, str, Sequence[Strip]], list[Drawn | None]] | None = None

    memory: int = 0
