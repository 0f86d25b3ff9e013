"""Where readings stand in their files, in words (出处): page and line, cell, paragraph, file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate

from diffcore.model import SourceText
from diffcore.places import Place, Placer
from diffcore.spans import Pair, SourceSpan


class Places:
    """Looks up the places of one side."""

    def __init__(self, source: SourceText) -> None:
        self._placer = Placer(source.text, source.placed, source.parts)
        self._recognised = source.recognised
        self._parts = source.parts
        self._part_starts = [each.start for each in source.parts]
        # What the file counts its places in: it is said of the scope as well.
        first = source.placed[0].place if source.placed else Place()
        self.unit = "page" if first.page else "paragraph" if source.placed else "line"

    def at(self, offset: int) -> Place:
        """Give the place of the character at `offset`."""
        return self._placer.at(offset)

    def sureness(self, span: SourceSpan) -> float | None:
        """Give the lowest confidence of the recognised lines that `span` meets, None for none."""
        found = self._recognised
        first = bisect_right(found, span.start, key=lambda each: each.span.end)
        last = bisect_left(found, max(span.end, span.start + 1), key=lambda each: each.span.start)
        return min((each.confidence for each in found[first:last]), default=None)

    def count_at(self, offset: int) -> int:
        """Give the number that the place at `offset` has in the unit of the file.

        Of a side of several files the earlier ones are counted along.
        """
        index = max(bisect_right(self._part_starts, offset) - 1, 0)
        return self._counted[index] + self._count_in_part(offset)

    @cached_property
    def _counted(self) -> list[int]:
        """What the files before each file have in all."""
        sizes = (self._count_in_part(max(each.end - 1, each.start)) for each in self._parts[:-1])
        return list(accumulate(sizes, initial=0))

    def _count_in_part(self, offset: int) -> int:
        place = self.at(offset)
        if self.unit == "page":
            return place.page or 1
        return (place.paragraph if self.unit == "paragraph" else place.line) or 1


def say_place(place: Place, lang: str, sureness: float | None = None) -> str:
    """Give a place in words, with its file where a side has several, and how surely it was read."""
    words = place.in_words().within(lang)
    if place.part:
        name = re.split(r"[/\\]", place.part)[-1]
        words = f"{name} {words}".strip()
    if sureness is not None:
        told = {"zh": "（文字识别，置信 {:.2f}）", "en": " (recognised, confidence {:.2f})"}[lang]
        words += told.format(sureness)
    return words


def say_places(
    places: Pair[Place], sureness: Pair[float | None], words: Mapping[str, str], lang: str
) -> str:
    """Give the places of both sides of a finding."""
    if sureness == Pair(None, None) and all(map(_is_plain, places)):
        return words["lines"].format(base=f"{places.base.line:,}", other=f"{places.other.line:,}")
    base, other = (say_place(*each) for each in zip(places, (lang, lang), sureness, strict=True))
    return words["places"].format(base=base, other=other)


def mark_of(place: Place) -> str:
    """Give a place as it stands in a margin: a line, a page with its line, a row of a table."""
    if place.cell is not None:
        return f"表{place.cell.table}.{place.cell.row}"
    if place.page is not None:
        return f"{place.page}·{place.line}" if place.line else str(place.page)
    return str(place.paragraph or place.line or "")


def _is_plain(place: Place) -> bool:
    """Tell whether a place is a line of a file and no more."""
    return place.line is not None and place._replace(line=None) == Place()
