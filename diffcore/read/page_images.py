"""Strips of pages around the findings (版面图): the files are drawn once more, by their bytes.

A file that is no longer the one that was collated is not drawn; how many strips there may be is
bounded, and what is left out is said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from diffcore.errors import Bilingual, ReadError
from diffcore.model import Collation, Finding, Notice, PageImage, SourceText
from diffcore.places import Box, Place, Placer, SourcePart
from diffcore.read import readers
from diffcore.read.isolated import draw_isolated
from diffcore.read.reader import Drawn, Strip
from diffcore.read.source import STANDARD_INPUT, load
from diffcore.spans import Pair, SourceSpan

# Strips in a report, and bytes of all of them: a page of some megabytes still opens at once.
IMAGES_AT_MOST = 240
BYTES_AT_MOST = 3_000_000

# Points of a line that are drawn: some 16 characters of 16 points, as wide as a list of findings
# shows them in their own size. At either end of a line some paper.
WIDTH_AT_MOST = 270.0
RIM = 8.0
# Heights of a line: a finding that runs over more is drawn where it begins; a line above or below
# that is farther away is not drawn; so much paper is above and below.
LINES_AT_MOST, NEIGHBOUR_AT_MOST, PAPER = 8.0, 3.0, 0.4


class _Wanted(NamedTuple):
    """A strip that a finding wants: of which file of its side, and where."""

    finding: str
    side: str
    file: str
    format: str
    sha256: str
    place: Place
    strip: Strip


def draw_page_images(
    collation: Collation, files: Pair[list[str]]
) -> tuple[tuple[PageImage, ...], tuple[Notice, ...]]:
    """Give the strips of the findings that say a difference, and what is to be said of them.

    `files` are the paths of the two sides, as they were read.
    """
    wanted = [*_wanted(collation, files)]
    if not wanted:
        return (), (_said(_NO_PAGES),)
    asked, more = wanted[:IMAGES_AT_MOST], wanted[IMAGES_AT_MOST:]
    drawn = _draw(asked)
    images, size = [], 0
    for each in asked:
        found = drawn.get(each)
        if found and size + len(found.png) <= BYTES_AT_MOST:
            size += len(found.png)
            images.append(PageImage(each.finding, each.side, each.place, *found))
        else:
            more.append(each)
    return tuple(images), (_said(_left_out(len(images), len(more))),) if more else ()


_NO_PAGES = Bilingual(
    "没有可画版面图的校记：两本都不是有版面的文件（PDF、图像），或校记没有页码",
    "no strips of pages: neither side is a file with pages (PDF, image), or no finding has a page",
)


def _left_out(shown: int, more: int) -> Bilingual:
    return Bilingual(
        f"版面图 {shown} 幅；另有 {more} 处未画"
        "（超出数量、大小的限度，或文件在对校后变了、读不到）",
        f"{shown} strips of pages; {more} more were not drawn (beyond the limits of number and "
        "size, or the file has changed since or cannot be read)",
    )


def _said(message: Bilingual) -> Notice:
    return Notice("report", None, message)


def _wanted(collation: Collation, files: Pair[list[str]]) -> Iterator[_Wanted]:
    """Give the strips of all findings, those of substance first."""
    sides = [
        (name, _Side(witness.source, paths))
        for name, witness, paths in zip(
            ("base", "other"), collation.witnesses, files, strict=True
        )
    ]  # fmt: skip
    for severity in ("substantive", "accidental"):
        for finding in collation.findings:
            if finding.severity == severity:
                for name, side in sides:
                    yield from side.wanted(finding, name)


class _Side:
    """One side: its files, and where its characters stand in them."""

    def __init__(self, source: SourceText, paths: Sequence[str]) -> None:
        self._source = source
        self._line_starts = [each.start for each in source.placed]
        self._placer = Placer(source.text, source.placed, source.parts)
        self._starts = [part.start for part in source.parts] or [0]
        parts = source.parts or (_whole(source),)
        self._files = [
            (path, part.format, part.sha256) for path, part in zip(paths, parts, strict=True)
        ]
        self._drawn = {reader.name for reader in readers() if reader.draw}

    def wanted(self, finding: Finding, name: str) -> Iterator[_Wanted]:
        """Give the strip that a finding wants, where the file has pages."""
        span = getattr(finding.readings, name).span
        file, form, digest = self._files[bisect_right(self._starts, span.start) - 1]
        place = self._placer.at(span.start)
        if form in self._drawn and place.page is not None and place.box is not None:
            strip = Strip(place.page, self._around(span, place.page, place.box))
            yield _Wanted(finding.id, name, file, form, digest, place, strip)

    def _around(self, span: SourceSpan, page: int, box: Box) -> Box:
        """Give what is drawn: the lines of `span` and their neighbours, cut at either end."""
        first = bisect_right(self._line_starts, span.start) - 1
        last = bisect_right(self._line_starts, max(span.start, span.end - 1)) - 1
        height = box.bottom - box.top
        lines = [box]
        for at in range(first, min(last, first + round(LINES_AT_MOST)) + 1):
            lines += self._on_page(at, page, lines[-1], LINES_AT_MOST * height)
        end = lines[-1]
        for at in (first - 1, last + 1):
            lines += self._on_page(at, page, box if at < first else end, NEIGHBOUR_AT_MOST * height)
        left, right = self._across(span, box)
        return Box(
            round(left, 1), round(min(each.top for each in lines) - PAPER * height, 1),
            round(right, 1), round(max(each.bottom for each in lines) + PAPER * height, 1),
        )  # fmt: skip

    def _on_page(self, at: int, page: int, near: Box, most: float) -> list[Box]:
        """Give the box of the line with that index, where it stands near another one."""
        if not 0 <= at < len(self._source.placed):
            return []
        place = self._source.placed[at].place
        if place.page != page or place.box is None or abs(place.box.top - near.top) > most:
            return []
        is_in_column = place.box.left < near.right and near.left < place.box.right
        return [place.box] if is_in_column else []

    def _across(self, span: SourceSpan, box: Box) -> tuple[float, float]:
        """Give the edges of what is drawn of a line: where `span` stands in it, more or less."""
        at = bisect_right(self._line_starts, span.start) - 1
        begin = self._line_starts[at]
        after = self._line_starts[at + 1 : at + 2] or [len(self._source.text)]
        line = self._source.text[begin : after[0]].rstrip()
        set_in = len(line) - len(line.lstrip())
        before = _width(line[set_in : max(span.start - begin, set_in)])
        words = _width(self._source.text[span.start : min(span.end, begin + len(line))])
        scale = (box.right - box.left) / max(_width(line[set_in:]), 1)
        middle = box.left + min(before + words / 2, before + WIDTH_AT_MOST / 2 / scale) * scale
        left = min(max(middle - WIDTH_AT_MOST / 2, box.left), box.right - WIDTH_AT_MOST)
        left = max(left, box.left)
        return left - RIM, max(min(left + WIDTH_AT_MOST, box.right), left + WIDTH_AT_MOST) + RIM


def _width(text: str) -> int:
    """Give the width of characters as they are printed, in halves of an em."""
    return sum(1 if char.isascii() else 2 for char in text)


def _whole(source: SourceText) -> SourcePart:
    length, encoding = len(source.text), source.encoding
    return SourcePart(0, length, source.path, source.sha256, source.format, encoding)


def _draw(wanted: Sequence[_Wanted]) -> dict[_Wanted, Drawn]:
    """Draw strips, file by file."""
    by_file: dict[tuple[str, str, str], list[_Wanted]] = defaultdict(list)
    for each in wanted:
        by_file[each.file, each.format, each.sha256].append(each)
    drawn: dict[_Wanted, Drawn] = {}
    for (path, form, digest), asked in by_file.items():
        data = _same_bytes(path, digest)
        if data is None:
            continue
        reader = next(each for each in readers() if each.name == form)
        pictures = draw_isolated(reader, data, path, [each.strip for each in asked])
        drawn |= {each: found for each, found in zip(asked, pictures, strict=True) if found}
    return drawn


def _same_bytes(path: str, digest: str) -> bytes | None:
    """Give the bytes of a file where they are those that were collated."""
    if path == STANDARD_INPUT:
        return None
    try:
        data = load(path)
    except ReadError:
        return None
    return data if sha256(data).hexdigest() == digest else None
