"""Tables of contents (目录): lines that name what follows later in the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from diffcore.structure.paragraphs import Paragraph
from diffcore.structure.sequence import DIVISIONS, Head

# A line of a table of contents is at most so long (code points), a title with its page number.
ENTRY_AT_MOST = 120
# A line of contents and a title that are so long and begin alike are the same: the line may be
# broken, or the title may carry a year in brackets.
PREFIX_AT_LEAST = 8


def key_of(text: str, start: int, end: int) -> str:
    """Give text[start:end], a line, without page number, dot leaders and signs."""
    return _key_pattern().sub("", text[start:end])


@cache
def _key_pattern() -> re.Pattern[str]:
    return re.compile(r"[.…·\-]+\(?\d*\)?$|\(\d+\)$|(?<=[\u4e00-\u9fff》”])\d+$|[^\w]+")


def find_contents(text: str, paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Give the tables of contents as index ranges, from 目录 to where the first entry recurs."""
    regions: list[tuple[int, int]] = []
    for at, paragraph in enumerate(paragraphs):
        if paragraph.looks == "contents" and not (regions and at < regions[-1][1]):
            regions.append((at, _end_of_contents(text, paragraphs, at)))
    return regions


def _end_of_contents(text: str, paragraphs: Sequence[Paragraph], at: int) -> int:
    """Give the index behind the table whose heading is paragraph `at`; at + 1 if none follows."""
    entries: list[str] = []
    for until in range(at + 1, len(paragraphs)):
        start, end = paragraphs[until].start, paragraphs[until].end
        if end - start > ENTRY_AT_MOST or text[end - 1] in "。;:":
            break
        key = key_of(text, start, end)
        # A rubric (【市政府文件】) may stand before the first entry: the second may recur too.
        if len(entries) > 1 and key and any(_recurs(key, entry) for entry in entries[:2]):
            return until
        if key:
            entries.append(key)
    return at + 1


def _recurs(key: str, entry: str) -> bool:
    if key == entry:
        return True
    return min(len(key), len(entry)) >= PREFIX_AT_LEAST and (
        entry.startswith(key) or key.startswith(entry)
    )


def count_listed(text: str, heads: Sequence[Head], end: int) -> int:
    """Give how many of the first heads only list the divisions that come again behind them."""
    run = 0
    while run < len(heads) and heads[run].label.style in DIVISIONS:
        run += 1
    first = _key_of_head(text, heads, 0, end) if run else ""
    for i in range(1, run):
        if _key_of_head(text, heads, i, end) == first:
            return i
    return 0


def _key_of_head(text: str, heads: Sequence[Head], i: int, end: int) -> str:
    until = heads[i + 1].start if i + 1 < len(heads) else end
    line = text.find("\n", heads[i].start, until)
    return key_of(text, heads[i].start, line if line >= 0 else min(until, heads[i].start + 99))
