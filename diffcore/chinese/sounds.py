"""How characters are read: whether two of them sound alike.

The readings are those in use (sounds.txt, made by tools/make_characters.py). Nothing is guessed of
the word that a character stands in: where one has several readings, a shared one is named as such.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

# The marks of the four tones, once a letter is taken apart: ā á ǎ à. The dots of ü are no tone.
_TONES = frozenset("\u0304\u0301\u030c\u0300")


class Sound(NamedTuple):
    """A reading of a character; `is_usual` where it is the one most in use."""

    reading: str
    is_usual: bool


class Likeness(NamedTuple):
    """How two characters sound alike.

    `readings` is the one that they share, or one of each. `has_others`: at least one of them is
    read in other ways too.
    """

    readings: tuple[str, ...]
    has_others: bool


def sounding_alike(one: str, two: str) -> Likeness | None:
    """Give how two characters sound alike; None where they do not, or have no known reading.

    A shared reading is the usual one of at least one of them. Readings that differ in their tone
    count only where each character has no other.
    """
    mine, yours = sounds_of(one), sounds_of(two)
    has_others = len(mine) > 1 or len(yours) > 1
    for sound in mine:
        for other in yours:
            if sound.reading == other.reading and (sound.is_usual or other.is_usual):
                return Likeness((sound.reading,), has_others)
    if not mine or not yours or has_others:
        return None
    first, last = mine[0].reading, yours[0].reading
    return Likeness((first, last), has_others) if _toneless(first) == _toneless(last) else None


@cache
def sounds_of(char: str) -> tuple[Sound, ...]:
    """Give the readings of a character, in the order of the file."""
    lines = _lines()
    found: list[Sound] = []
    at = lines.find(char)
    while at >= 0:
        start = lines.rfind("\n", 0, at) + 1
        reading, *before = lines[start:at].split(" ")
        found.append(Sound(reading, is_usual=len(before) == 1))
        at = lines.find(char, at + 1)
    return tuple(found)


def _toneless(sound: str) -> str:
    letters = unicodedata.normalize("NFD", sound)
    return "".join(letter for letter in letters if letter not in _TONES)


@cache
def _lines() -> str:
    return Path(__file__).with_name("sounds.txt").read_text("utf-8")
