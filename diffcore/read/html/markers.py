"""Numbers that a browser prints before the items of an ordered list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diffcore.chinese.labels import find_label
from diffcore.read.xml import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:\s*(?:(?:inside|outside)\s+)?([a-z-]+)", re.IGNORECASE
)
_NAMES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "lower-latin": "lower-alpha", "upper-latin": "upper-alpha",
}  # fmt: skip
_BULLETS = frozenset(("none", "disc", "circle", "square"))
_CHINESE = "〇一二三四五六七八九"
_IDEOGRAPHIC = frozenset((
    "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal",
))  # fmt: skip
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Numbering:
    """Numbers the items of one list, in the order in which they are asked for.

    Source: HTML Living Standard, 4.4.5 and 4.4.8; CSS Counter Styles Level 3, 6 and 7.
    """

    def __init__(self, container: Element) -> None:
        items = [child for child in container if local_name(child) == "li"]
        self._is_ordered = local_name(container) == "ol" and not _are_labelled(items)
        self._style = _style_of(container, "decimal")
        self._step = -1 if container.get("reversed") is not None else 1
        start = _integer(container.get("start"))
        self._next = start if start is not None else (len(items) if self._step < 0 else 1)

    def marker(self, item: Element) -> str:
        """Give what is printed before `item`, its blank included; empty for a bullet."""
        value = _integer(item.get("value"))
        number = self._next if value is None else value
        self._next = number + self._step
        style = _style_of(item, self._style)
        if not self._is_ordered or style in _BULLETS:
            return ""
        return write_number(number, style)


def _are_labelled(items: list[Element]) -> bool:
    """Tell whether all items bring a label in their words: then a style sheet hides the numbers."""
    heads = ("".join(item.itertext()).lstrip()[:32] for item in items)
    return bool(items) and all(find_label(head) is not None for head in heads)


def _style_of(element: Element, inherited: str) -> str:
    found = _STYLE.search(element.get("style") or "")
    said = found[1].lower() if found else element.get("type")
    return _NAMES.get(said, said) if said else inherited


def _integer(value: str | None) -> int | None:
    found = re.match(r"\s*([+-]?\d{1,9})", value or "")
    return int(found[1]) if found else None


def write_number(number: int, style: str) -> str:
    """Give a number with the mark and the blank that a browser sets behind it: `3. `, `三、`."""
    if style in _IDEOGRAPHIC:
        return f"{_in_chinese(number)}、"
    name = style.partition("-")[2]
    words = str(number)
    if name in ("alpha", "roman") and 0 < number < 4000:
        words = _in_letters(number) if name == "alpha" else _in_roman(number)
        words = words.upper() if style.startswith("upper") else words
    return f"{words}. "


def _in_letters(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _in_roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words += letters * (number // value)
        number %= value
    return words


def _in_chinese(number: int) -> str:
    """Give a number up to 99 in words; what is larger, and below 0, stays in figures."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    ten = "" if not tens else ("十" if tens == 1 else f"{_CHINESE[tens]}十")
    return ten + (_CHINESE[ones] if ones or not tens else "")
