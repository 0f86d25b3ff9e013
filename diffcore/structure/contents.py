"""Tables of contents (目录): lines that name what follows later in the same words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from diffcore.chinese.characters import LETTER
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
    return re.compile(rf"[.…·\-]+\(?\d*\)?$|\(\d+\)$|(?<={LETTER}|[》”])\d+$|[^\w]+")


def find_contents(text: str, paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Give the tables of contents as index ranges, from 目录 to where the text begins."""
    regions: list[tuple[int, int]] = []
    lasts: dict[str, int] | None = None
    for at, paragraph in enumerate(paragraphs):
        if paragraph.looks == "contents" and not (regions and at < regions[-1][1]):
            if lasts is None:
                lasts = _last_places(text, paragraphs)
            regions.append((at, _end_of_contents(text, paragraphs, at, lasts)))
    return regions


def _last_places(text: str, paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    """Give for each line that may be a title, or the first line of one, where it comes last."""
    return {
        key_of(text, line.start, line.end): at
        for at, line in enumerate(paragraphs)
        if line.looks == "short"
    }


def _end_of_contents(
    text: str, paragraphs: Sequence[Paragraph], at: int, lasts: Mapping[str, int]
) -> int:
    """Give the index behind the table whose heading is paragraph `at`; at + 1 if none follows.

    The text begins where the first entry that comes again does so for the last time before the
    running text: 第一编 may be listed more than once. Where none comes again so soon (the title
    of a decree is not always listed) the table ends behind the last title that comes anywhere.
    """
    until = _end_of_short_lines(text, paragraphs, at + 1)
    lines = paragraphs[at + 1 : until]
    keys = [key_of(text, line.start, line.end) for line in lines]
    # A rubric (【市政府文件】) may stand before the first entry.
    for entry in [key for key in keys if key][:2]:
        last = max(i for i, key in enumerate(keys) if key and _recurs(key, entry))
        if last > keys.index(entry):
            return at + 1 + last
    if until < len(paragraphs) and paragraphs[until].looks == "number":
        keys = keys[:-1]
    listed = [i for i, key in enumerate(keys) if _comes_behind(key, until, lasts)]
    return at + 2 + listed[-1] if listed else at + 1


def _end_of_short_lines(text: str, paragraphs: Sequence[Paragraph], at: int) -> int:
    """Give the index behind the lines from `at` on that may be entries of a table of contents."""
    for until in range(at, len(paragraphs)):
        start, end, looks, label = paragraphs[until]
        is_text = end - start > ENTRY_AT_MOST or text[end - 1] in "。;:"
        if is_text or looks in ("contents", "number") or (label and label.style == "article"):
            return until
    return len(paragraphs)


def _comes_behind(entry: str, at: int, lasts: Mapping[str, int]) -> bool:
    """Tell whether a title that `entry` names, or the first line of it, comes at `at` or later."""
    sizes = range(PREFIX_AT_LEAST, len(entry) + 1)
    return any(lasts.get(entry[:size], -1) >= at for size in sizes)


def _recurs(key: str, entry: str) -> bool:
    if key == entry:
        return True
    return min(len(key), len(entry)) >= PREFIX_AT_LEAST and (
        entry.startswith(key) or key.startswith(entry)
    )


def find_listed(text: str, heads: Sequence[Head], end: int) -> range:
    """Give which heads, before the first article, only list the divisions that come again.

    Before them other labels may stand: those of the acts that amended a law.
    """
    styles = [head.label.style for head in heads]
    first = next((at for at, style in enumerate(styles) if style in _OF_STATUTES), len(heads))
    until = first
    while until < len(heads) and styles[until] in DIVISIONS:
        until += 1
    key = _key_of_head(text, heads, first, end) if first < until else ""
    for at in range(first + 1, until):
        if _key_of_head(text, heads, at, end) == key:
            return range(first, at)
    return range(0)


_OF_STATUTES = frozenset((*DIVISIONS, "article"))


def find_listing(text: str, paragraphs: Sequence[Paragraph], heads: Sequence[Head]) -> range:
    """Give the offsets of a table of contents without a heading (目录).

    The last of `heads` is the first that comes again; the others are entries. Lines beside them
    (序言, 附件) are entries if they come again, too; what follows them is text, not contents.
    """
    start, last, behind = heads[0].start, heads[-2].start, heads[-1].start
    keys = [(line.start, key_of(text, line.start, line.end)) for line in paragraphs]
    later = {key for at, key in keys if at > last}
    for at, key in reversed(keys):
        if at < start and key in later:
            start = at
        elif at < start:
            break
    titles = {key for at, key in keys if at >= behind}
    text_begins = (at for at, key in keys if last < at < behind and key not in titles)
    return range(start, next(text_begins, behind))


def _key_of_head(text: str, heads: Sequence[Head], i: int, end: int) -> str:
    until = heads[i + 1].start if i + 1 < len(heads) else end
    line = text.find("\n", heads[i].start, until)
    return key_of(text, heads[i].start, line if line >= 0 else min(until, heads[i].start + 99))
