"""Dot leaders and page numbers of a table of contents (目录): they belong to the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from diffcore.normalise.lines import Line
from diffcore.offsets import Edit


def leader_edits(text: str, lines: Iterable[Line]) -> Iterator[Edit]:
    """Take away the leader and the page number at the end of an entry, and of a line of its own."""
    if not any(sign in text for sign in _SIGNS) and not _paged_pattern().search(text):
        return
    for line in lines:
        if text[line.end - 1] not in _LAST:
            continue
        match = _leader_pattern().search(text, line.start, line.end)
        if match is None and text[line.start] == "第":
            match = _paged_pattern().search(text, line.start, line.end)
        if match is not None:
            yield Edit(match.start("gap"), line.end, "")


_SIGNS = ("...", "．．．", "···", "・・・", "••", "……", "‥‥", "__", "﹍")
_LAST = "0123456789０１２３４５６７８９)）.．·・•…‥_﹍"


@cache
def _leader_pattern() -> re.Pattern[str]:
    """Give the pattern of a leader with the number of a page; a long one may have lost it.

    An ellipsis has six dots at most (GB/T 15834—2011, 4.11) and no number behind it.
    """
    sign = r"[.．·・•_﹍]"
    number = r"(?:[(（][ \t]*\d{0,4}[ \t]*[)）]|\d{1,4})"
    return re.compile(
        rf"(?P<gap>[ \t\u3000]*(?:(?:(?<!{sign}){sign}{{3,}}|(?<![…‥])[…‥]+)[ \t\u3000]*{number}|"
        rf"(?:(?<!{sign}){sign}{{8,}}|(?<![…‥])[…‥]{{4,}})))\Z"
    )


@cache
def _paged_pattern() -> re.Pattern[str]:
    """Give the pattern of a heading with a page number that blanks set off: 第一章 总则  3."""
    return re.compile(
        r"(?m)^第[一二三四五六七八九十百\d]{1,5}[编章节][^\n，。；：]{1,40}?"
        r"(?P<gap>[ \t\u3000]+\d{1,4})$"
    )
