"""Running heads and page numbers, told by their place on the page and by coming again.

What stands outermost at the same height of several pages, and says the same there or counts the
pages, belongs to the paper and not to the text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffcore.chinese.characters import DASH
from diffcore.places import UNMAPPED_MARK
from diffcore.read.pdf.fragments import Fragment
from diffcore.read.pdf.lines import rows_of

# Rows from either end of a page among which furniture is looked for.
DEEP = 3
# Points by which the same head may stand higher or lower on another page.
NEAR = 4.0
# A head comes on so many pages; on two where a document has no more than a few, and its type is
# smaller than that of the text by that share: two forms begin with the same title.
HEADS_AT_LEAST, FEW_PAGES, SMALLER_THAN = 3, 4, 0.95
# One that comes so often need not be set off from the text, by so much more than the usual distance
# of lines or by so much of its size.
OFTEN = 6
APART_AT_LEAST, RESIZED_AT_LEAST = 1.15, 0.08
# Share of the page numbers of a document that count its pages; others begin anew.
COUNTED_AT_LEAST = 0.5

_NUMBER = rf"(?:\d{{1,4}}|[ivxlcIVXLC]{{1,7}}|[{UNMAPPED_MARK}]{{1,4}})"
_PAGE = re.compile(
    rf"[{DASH}·•～~\s]*(?P<number>{_NUMBER})[{DASH}·•～~\s]*"
    rf"|第?\s*(?P<of>{_NUMBER})\s*(?:页|頁|[/／])\s*(?:[,，/／]?\s*共?\s*{_NUMBER}\s*[页頁]?)?"
    rf"|[Pp]age\s*(?P<page>{_NUMBER})(?:\s*(?:of|/)\s*{_NUMBER})?"
)
# The number of the page beside the words of a head; no figure of the words themselves.
_BESIDE = re.compile(rf"^[{DASH}·•\s]*{_NUMBER}[{DASH}·•\s]+|[{DASH}·•\s]+{_NUMBER}[{DASH}·•\s]*$")
_BLANKS = re.compile(r"\s+")
_TEXT_MARK = re.compile("[，。；：！？]")
# What stands on top of a page and heads a part of the text.
_NO_HEAD = re.compile("附|表|图|圖|续|續")


class _Outer(NamedTuple):
    """A row near an end of a page: `depth` counts from that end, `words` are without blanks.

    `is_apart`: it is set off from the next row inwards, by its distance or the size of its type;
    `is_small`: by smaller type.
    """

    page: int
    depth: int
    middle: float
    words: str
    number: str
    is_apart: bool
    is_small: bool


class Furnished(NamedTuple):
    """The rows of a page that belong to the paper, from the top, and the fragments of the text."""

    heads: list[list[Fragment]]
    feet: list[list[Fragment]]
    body: list[Fragment]


def furnish(pages: Sequence[Sequence[Fragment]]) -> list[Furnished]:
    """Part the furniture of each page from its text."""
    rows = [rows_of(page) for page in pages]
    heads = _told([list(_outer(page, each)) for page, each in enumerate(rows)])
    feet = _told([list(_outer(page, each[::-1])) for page, each in enumerate(rows)])
    return [
        _parted(page, each, heads.get(i, 0), feet.get(i, 0))
        for i, (page, each) in enumerate(zip(pages, rows, strict=True))
    ]


def _parted(
    page: Sequence[Fragment], rows: list[list[Fragment]], heads: int, feet: int
) -> Furnished:
    heads = min(heads, len(rows) - feet) if heads + feet > len(rows) else heads
    above, below = rows[:heads], rows[len(rows) - feet :] if feet else []
    if not above and not below:
        return Furnished([], [], list(page))
    taken = {one.first for row in (*above, *below) for one in row}
    return Furnished(above, below, [one for one in page if one.first not in taken])


def _outer(page: int, rows: Sequence[list[Fragment]]) -> Iterator[_Outer]:
    pitch = _pitch(rows)
    for depth, row in enumerate(rows[:DEEP]):
        words = " ".join(one.text for one in row)
        number = _PAGE.fullmatch(words.replace(" ", ""))
        plain = "" if number else _BLANKS.sub("", _BESIDE.sub("", words))
        found = next(filter(None, number.groups()), "") if number else ""
        is_apart = depth + 1 == len(rows) or _is_apart(row, rows[depth + 1], pitch)
        is_small = depth + 1 < len(rows) and row[0].em < SMALLER_THAN * rows[depth + 1][0].em
        yield _Outer(page, depth, row[0].middle, plain, found, is_apart, is_small)


def _pitch(rows: Sequence[list[Fragment]]) -> float:
    """Give the middle one of the distances between neighbouring rows."""
    steps = sorted(abs(two[0].middle - one[0].middle) for one, two in pairwise(rows))
    return steps[len(steps) // 2] if steps else 0.0


def _is_apart(row: Sequence[Fragment], inner: Sequence[Fragment], pitch: float) -> bool:
    is_far = abs(inner[0].middle - row[0].middle) > APART_AT_LEAST * pitch
    return is_far or abs(row[0].em - inner[0].em) > RESIZED_AT_LEAST * inner[0].em


def _told(pages: Sequence[Sequence[_Outer]]) -> dict[int, int]:
    """Give for each page how many of its outermost rows are furniture."""
    every = [outer for page in pages for outer in page]
    told = {
        (one.page, one.depth) for one in (*_numbers(every, len(pages)), *_heads(every, len(pages)))
    }
    counts: dict[int, int] = {}
    for page, outers in enumerate(pages):
        depth = 0
        while depth < len(outers) and (page, depth) in told:
            depth += 1
        counts[page] = depth
    return counts


def _numbers(every: Sequence[_Outer], pages: int) -> Iterator[_Outer]:
    """Give the rows that are the number of their page, and stand where those of others do."""
    numbers = [one for one in every if one.number]
    for group in _level(numbers):
        if len({one.page for one in group}) >= min(2, pages) and _is_counting(group):
            yield from group


def _is_counting(group: Sequence[_Outer]) -> bool:
    """Tell whether numbers grow with the pages; those without characters may."""
    differences = Counter(int(one.number) - one.page for one in group if one.number.isdecimal())
    known = sum(differences.values())
    if not known:
        return True
    return max(differences.values()) >= COUNTED_AT_LEAST * known


def _heads(every: Sequence[_Outer], pages: int) -> Iterator[_Outer]:
    """Give the rows that say the same at the same height of several pages."""
    alike: defaultdict[str, list[_Outer]] = defaultdict(list)
    for one in every:
        if one.words and not _NO_HEAD.match(one.words) and not _TEXT_MARK.search(one.words):
            alike[one.words].append(one)
    for group in alike.values():
        for level in _level(group):
            count = len({one.page for one in level})
            is_seldom = pages <= FEW_PAGES and all(one.is_small for one in level)
            least = 2 if is_seldom else HEADS_AT_LEAST
            if count >= OFTEN or (count >= least and all(one.is_apart for one in level)):
                yield from level


def _level(group: Sequence[_Outer]) -> list[list[_Outer]]:
    """Part rows by the height at which they stand."""
    levels: list[list[_Outer]] = []
    for one in sorted(group, key=lambda each: (each.middle, each.page)):
        if levels and one.middle - levels[-1][-1].middle <= NEAR:
            levels[-1].append(one)
        else:
            levels.append([one])
    return levels
