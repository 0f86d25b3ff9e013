"""Where in one text a change may begin or end without cutting a word or a figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from diffcore.chinese.characters import not_han
from diffcore.chinese.figures import Figure, find_figures, unit_start
from diffcore.chinese.numerals import NUMERAL_CHARACTERS
from diffcore.chinese.words import word_borders

# How far a stretch of Chinese characters is read to either side of a place, in characters.
# Range 4.. (the longest word); from 8 on every one of 3,000 places of shared/data/laws is judged
# as with the whole stretch.
CONTEXT = 16


class Borders:
    """The figures and words of one text, looked up only where a change asks for them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.figures = _with_names(text, find_figures(text))
        self._ends = [figure.end for figure in self.figures]
        self._solid = _solid(text, self.figures)
        self._runs: dict[int, tuple[int, ...]] = {}

    def figures_at(self, start: int, end: int) -> list[Figure]:
        """Give the figures that hold some of start..end, or hold an empty range inside them."""
        at = bisect_right(self._ends, start)
        found = []
        while at < len(self.figures) and self.figures[at].start < end:
            found.append(self.figures[at])
            at += 1
        return found

    def is_border(self, at: int) -> bool:
        """Say whether a word may end or begin at `at`."""
        return self.is_hard(at) or at in self._borders(at)

    def is_hard(self, at: int) -> bool:
        """Say whether `at` lies at the edge of the text, of punctuation, of a number or Latin."""
        return not (0 < at < len(self.text) and self._is_word(at - 1) and self._is_word(at))

    def word_beside(self, at: int, way: int) -> int:
        """Give the length of the word that ends (`way` -1) or begins (1) at the border `at`."""
        return min(
            (way * (border - at) for border in self._borders(at) if way * border > way * at),
            default=0,
        )

    def _is_word(self, at: int) -> bool:
        return self._solid[at] != " "

    def _borders(self, at: int) -> tuple[int, ...]:
        """Give the word borders of the stretch of Chinese characters in which `at` lies."""
        head = self._solid[max(0, at - CONTEXT) : at]
        start = at - len(head) + head.rfind(" ") + 1
        tail = self._solid[at : at + CONTEXT].partition(" ")[0]
        if start not in self._runs or self._runs[start][-1] < at + len(tail):
            stretch = self.text[start : at + len(tail)]
            self._runs[start] = tuple(start + border for border in word_borders(stretch))
        return self._runs[start]


def _with_names(text: str, figures: tuple[Figure, ...]) -> list[Figure]:
    """Give `figures` and, as figures without value, names made of numerals (十四五)."""
    solid = _solid(text, figures)
    names = [
        Figure(match.start(), match.end(), "name", match.group())
        for match in _names().finditer(solid)
    ]
    return sorted((*figures, *names)) if names else list(figures)


def _solid(text: str, figures: Iterable[Figure]) -> str:
    """Give `text` with a blank for all that is no word: numbers, Latin, punctuation, line ends.

    Units stay, they are words; 内 behind one (30日内) is none that goes on behind it (内向).
    """
    pieces: list[str] = []
    copied = 0
    for figure in figures:
        end = unit_start(figure)
        pieces += text[copied : figure.start], " " * (end - figure.start)
        copied = end
        if end < figure.end and text.startswith("内", figure.end):
            pieces += text[copied : figure.end], " "
            copied = figure.end + 1
    pieces.append(text[copied:])
    return not_han().sub(lambda match: " " * len(match.group()), "".join(pieces))


@cache
def _names() -> re.Pattern[str]:
    return re.compile(f"[{NUMERAL_CHARACTERS}]{{2,}}")
