"""Text in terminal columns: how wide it is, and how it is broken into lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from unicodedata import east_asian_width

# Two columns each. A: ambiguous characters (“ ” … ①) take one column or two, as the terminal
# likes; counted as two, no line is ever too long. Source: Unicode Standard Annex #11.
_TWO_COLUMNS = frozenset("WFA")

# Escapes, bidirectional controls and the like could rewrite the screen: they are shown as this.
_REPLACEMENT = "\ufffd"
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)

# Punctuation that does not begin a line. Source: GB/T 15834—2011, 5.1.
_NOT_AT_HEAD = frozenset("，。、；：？！）〕】》〉”’,.;:?!)]}%…")

# Columns at the end of a line kept for such punctuation.
_RESERVE = 2

# A Latin word or one character; an opening bracket does not end a line and stays with it.
_TOKEN = re.compile(r"[（〔【《〈“‘「『]?(?:[!-~]+|.)", re.DOTALL)


def width_of(text: str) -> int:
    """Give the columns that `text` takes at most."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(each) in _TWO_COLUMNS else 1 for each in text)


def printable(text: str) -> str:
    """Give `text` with every character that could act on a terminal replaced."""
    return _UNSAFE.sub(_REPLACEMENT, text)


def lines_of(
    parts: Sequence[tuple[str, str]], width: int, indent: int, paint: Callable[[str, str], str]
) -> Iterator[str]:
    """Give `parts`, texts with their styles, as lines of at most `width` columns.

    Lines after the first are indented by `indent` columns. `paint` turns a text and its style
    into what is printed.
    """
    line: list[tuple[str, str]] = []
    used, room = 0, width - _RESERVE
    for text, style in _tokens(parts, room - indent):
        columns = width_of(text)
        hangs = text in _NOT_AT_HEAD and used + columns <= width
        if line and used + columns > room and not hangs:
            yield _painted(line, paint)
            line, used = [(" " * indent, "")], indent
            if text.isspace():
                continue
        line.append((text, style))
        used += columns
    if line:
        yield _painted(line, paint)


def _tokens(parts: Sequence[tuple[str, str]], room: int) -> Iterator[tuple[str, str]]:
    """Give the unbreakable texts of `parts`: Latin words, else single characters."""
    for text, style in parts:
        for token in _TOKEN.findall(printable(text)):
            if width_of(token) <= room:
                yield token, style
            else:
                yield from ((each, style) for each in token)


def _painted(line: list[tuple[str, str]], paint: Callable[[str, str], str]) -> str:
    runs = groupby(line, key=itemgetter(1))
    return "".join(paint("".join(text for text, _ in run), style) for style, run in runs).rstrip()
