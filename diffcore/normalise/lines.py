"""The printed lines of a text: where they stand, how wide they are, what parts them."""

from __future__ import annotations

from typing import NamedTuple

from diffcore.chinese.characters import display_width


class Line(NamedTuple):
    """One printed line that is not blank, without the blanks at its ends.

    `indent` and `width` are in columns. `feeds` counts the line ends between the line before and
    this one (1: the next line; the first line has those before it), `is_paged` tells whether a
    form feed is among them.
    """

    start: int
    end: int
    indent: int
    width: int
    feeds: int
    is_paged: bool


def lines_of(text: str) -> list[Line]:
    """Give the lines of `text` that are not blank, in order."""
    lines: list[Line] = []
    at = feeds = 0
    is_paged = False
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            lead = 0 if raw[0] == words[0] else raw.index(words[0])
            start = at + lead
            indent = display_width(raw[:lead]) if lead else 0
            end = start + len(words)
            lines.append(Line(start, end, indent, display_width(words), feeds, is_paged))
            feeds, is_paged = 1, raw[-1] == "\f"
        else:
            feeds += 1
            is_paged = is_paged or "\f" in raw
        at += len(raw)
    return lines


def has_cells(text: str, line: Line, label_end: int) -> bool:
    """Tell whether `line` is a row of a table: a tab parts its words, not only its label."""
    return text.find("\t", max(line.start, label_end + 1), line.end) >= 0
