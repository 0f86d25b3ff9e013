"""Edits inside a paragraph: apart from each other, each of the sort planted least often so far."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from random import Random

from benchmarks.accuracy.planting import figures, force, words
from benchmarks.accuracy.planting.places import HAN, borders_of
from benchmarks.accuracy.planting.records import Edit, Maker, Piece, Window

# Characters of unchanged text that an edit leaves to either side.
APART = 12
# Characters of a paragraph that one edit in words has for itself.
WINDOW = 60
# Characters at the end of a paragraph in which nothing is planted.
TAIL = 6

MAKERS: dict[str, Maker] = {**figures.MAKERS, **words.MAKERS, **force.MAKERS}

# Sorts for which few places are fit, and how many times as often they are planted where they are.
_RARE = frozenset(
    sort
    for sort in MAKERS
    if sort in ("figure changed", "figure missing", "figure extra", "figure form", "citation",
                "figure form: date", "citation of a title", "citation of another title",
                "citation: paragraph lost", "omission of a sentence", "addition of a sentence",
                "punctuation: quotes lost", "figure changed: last digit", "figure changed: date",
                "figure changed: a digit more or less", "figure changed: percent",
                "figure changed: document number", "figure changed: Chinese percent")
)  # fmt: skip
RARE_FIRST = 8

# Titles and lists in brackets: what changes there is told as a citation or a list.
_ENCLOSED = re.compile(
    "《[^》]*》|“[^”]*”|「[^」]*」|[（(][^）)]*[）)]|(?:抄送|责任单位).*"
    "|第[一二三四五六七八九十百]+[条條款项項]|本[法条條规規办辦].."
)
_TITLES = re.compile("《[^》]*》")
# These belong where they are planted, or stand outside of brackets by their own making.
_ANYWHERE = ("citation", "variant", "name", "latin changed", "punctuation: quotes")


class Planter:
    """Plants edits into paragraphs; keeps count of the sorts, so that rare ones come first."""

    def __init__(self, rng: Random, paragraphs: Sequence[str]) -> None:
        self._rng = rng
        self._words = words_of(paragraphs)
        self._times: Counter[str] = Counter()

    def edit(self, paragraph: str) -> tuple[str, str, list[Edit]]:
        """Give a paragraph as both sides have it, and the edits with their places in it."""
        base = other = ""
        edits, done, at = [], 0, APART
        while at + APART < len(paragraph) - TAIL:
            end = min(at + WINDOW, len(paragraph) - TAIL)
            found = self._plant(Window(self._rng, paragraph, at, end, self._words))
            if found is None:
                at = end + APART
                continue
            sort, piece = found
            base += paragraph[done : piece.start]
            other += paragraph[done : piece.start]
            place = len(base), len(base) + len(piece.base)
            edits.append(Edit(sort, *place, piece.base, piece.other, there=len(other)))
            base, other, done = base + piece.base, other + piece.other, piece.end
            at = max(end, piece.end) + APART
        return base + paragraph[done:], other + paragraph[done:], edits

    def _plant(self, window: Window) -> tuple[str, Piece] | None:
        """Give an edit of the rarest sort that finds a place in the window."""
        sorts = list(MAKERS)
        self._rng.shuffle(sorts)
        for sort in sorted(sorts, key=self._turn):
            piece = MAKERS[sort](window)
            if piece and piece.base != piece.other and _is_open(window.text, piece, sort):
                self._times[sort] += 1
                return sort, piece
        return None

    def _turn(self, sort: str) -> float:
        """Give how late a sort is tried: rare ones first, else those planted most seldom."""
        return self._times[sort] / RARE_FIRST - 1 if sort in _RARE else self._times[sort]


def words_of(paragraphs: Sequence[str]) -> list[str]:
    """Give the words of a text that are none of force, to be planted elsewhere."""
    text = "\n".join(paragraphs)[:20000]
    found = {text[a:b] for a, b in borders_of(text)}
    return sorted(
        word
        for word in found
        if re.fullmatch(f"[{HAN}]{{2,4}}", word) and not words.FORCE.search(word)
    )


def _is_open(paragraph: str, piece: Piece, sort: str) -> bool:
    """Say whether a piece stands in running text, or belongs where it is."""
    end = max(piece.end, piece.start + 1)
    if sort.startswith("figure"):
        # In the name of a law a figure is part of what is cited.
        return all(not m.start() < end <= m.end() for m in _TITLES.finditer(paragraph))
    if sort.startswith(_ANYWHERE):
        return True
    return not any(
        found.start() < end and piece.start < found.end() for found in _ENCLOSED.finditer(paragraph)
    )
