"""Where an edit can be planted, and the makers that most sorts are built from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from random import Random

from benchmarks.accuracy.planting.records import Maker, Piece, Window
from diffcore.chinese.words import cut

HAN = "\u4e00-\u9fff"


def choose(window: Window, pattern: str) -> re.Match[str] | None:
    """Give one of the places of `pattern` in the window, None without any."""
    found = []
    for match in _compiled(pattern).finditer(window.text, window.start):
        if match.start() >= window.end:
            break
        if match.end() <= window.end:
            found.append(match)
    return window.rng.choice(found) if found else None


def leaving_out(pattern: str, group: int = 0) -> Maker:
    """Give the maker that leaves out what `pattern` finds."""
    return replacing(pattern, lambda _rng, _words: "", group)


def replacing(pattern: str, instead: Callable[[Random, str], str], group: int = 0) -> Maker:
    """Give the maker that replaces what `pattern` finds."""

    def make(window: Window) -> Piece | None:
        found = choose(window, pattern)
        if found is None:
            return None
        new = instead(window.rng, found[group])
        return Piece(*found.span(group), found[group], new) if new != found[group] else None

    return make


def exchanging(pairs: Mapping[str, str], before: str = "", behind: str = "") -> Maker:
    """Give the maker that replaces one of the words by its partner."""
    words = "|".join(map(re.escape, sorted(pairs, key=len, reverse=True)))
    return replacing(f"{before}(?:{words}){behind}", lambda _, word: pairs[word])


def putting(pattern: str, readings: Callable[[Random], tuple[str, str]]) -> Maker:
    """Give the maker that puts something behind what `pattern` finds, on one side or on both."""

    def make(window: Window) -> Piece | None:
        found = choose(window, pattern)
        return Piece(found.end(), found.end(), *readings(window.rng)) if found else None

    return make


def turned(maker: Maker) -> Maker:
    """Give the maker with the readings of both sides exchanged."""

    def make(window: Window) -> Piece | None:
        piece = maker(window)
        return piece._replace(base=piece.other, other=piece.base) if piece else None

    return make


def borders_of(text: str) -> tuple[tuple[int, int], ...]:
    """Give the words of `text`, of either script."""
    return cut(to_simplified(text))


def to_simplified(text: str) -> str:
    """Convert to simplified script, for the list of words."""
    return str(_converter()(text))


@cache
def _converter() -> Callable[[str], object]:
    from opencc import OpenCC

    convert: Callable[[str], object] = OpenCC("t2s").convert
    return convert


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
