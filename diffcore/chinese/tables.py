"""Signs of a file format that part the cells of a table: the figures beside them are two."""

from __future__ import annotations

_TAGS = ("</td", "</th")


def ends_cell(text: str, start: int, end: int) -> bool:
    """Tell whether the sign text[start:end] is a bar of Markdown or ends a cell of HTML.

    One at the edge of a line parts nothing.
    """
    if text[start - 1 : start] in "\r\n" or text[end : end + 1] in "\r\n":
        return False
    sign = text[start:end]
    return sign.lstrip(" \t")[:1] == "|" or sign[:4].lower() in _TAGS
