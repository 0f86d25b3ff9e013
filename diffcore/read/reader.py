"""What a reader of one file format is: a record that `diffcore.read` finds by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from diffcore.errors import Bilingual
from diffcore.model import SourceText


class Reader(NamedTuple):
    """A file format and the way to read it.

    `suffixes` are lower case with their dot. `recognises` tells the format by the first bytes
    alone; a format that bytes cannot tell (every kind of plain text) always says no.
    `read` takes the bytes of the file and the path to be shown, and raises ReadError.
    """

    name: str
    suffixes: tuple[str, ...]
    title: Bilingual
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], SourceText]


def never(_data: bytes) -> bool:
    """Say no: the format cannot be told by its bytes."""
    return False
