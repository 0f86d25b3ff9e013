"""Automatic numbers of paragraphs (自动编号), written out as Word prints them.

A paragraph names a list (num) and a level, by itself or through its style; the list names its
definition (abstractNum), which lists of one numbering share together with their counters.
Source: ECMA-376-1:2016, 17.9 (Numbering); 17.7.2 for styles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from diffcore.read.docx.number_formats import write_number
from diffcore.read.docx.package import child, children, value_of
from diffcore.read.docx.symbols import written_symbol
from diffcore.read.xml import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = 9
# Styles that are based on one another, at most; more is a circle.
_CHAIN_AT_MOST = 64

_PLACE = re.compile("%([1-9])")
_SUFFIXES = {"tab": " ", "space": " ", "nothing": ""}


class Level(NamedTuple):
    """One level of a list. `restart`: after which level (from 1) it begins anew; 0 for never."""

    start: int
    form: str
    text: str
    suffix: str
    is_legal: bool
    restart: int | None
    style: str | None


class _List(NamedTuple):
    """A num: its definition, its levels, and the numbers that it begins anew with."""

    definition: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """The labels of paragraphs; to be asked for each paragraph once, in order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._styles = {
            value_of(style, "styleId") or "": style for style in children(styles, "style")
        }
        self._definitions = {
            value_of(each, "abstractNumId") or "": each
            for each in children(numbering, "abstractNum")
        }
        self._nums = {value_of(each, "numId") or "": each for each in children(numbering, "num")}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label_of(self, properties: Element | None) -> str:
        """Give what Word prints before a paragraph with these properties, its blank included."""
        place = self._place_of(properties)
        found = self._list_of(place[0]) if place else None
        if place is None or found is None or place[1] not in found.levels:
            return ""
        counts = self._count(place[0], found, place[1])
        level = found.levels[place[1]]
        text = _PLACE.sub(
            lambda match: _number(found, counts, level, int(match[1]) - 1), level.text
        )
        text = written_symbol(text) if level.form == "bullet" else text
        return text + level.suffix if text else ""

    def _place_of(self, properties: Element | None) -> tuple[str, int] | None:
        """Give the list and the level of a paragraph, None where it has none.

        What the paragraph says itself goes before its style; a style's level is the one that
        names the style.
        """
        own = child(properties, "numPr")
        number, level = value_of(child(own, "numId")), value_of(child(own, "ilvl"))
        style = value_of(child(properties, "pStyle")) or self._default_style()
        if number is None:
            number, inherited, style = self._through_styles(style)
            level = level or inherited
        if number is None or number == "0":
            return None
        if level is None:
            found = self._list_of(number)
            levels = found.levels.items() if found else ()
            return number, next((at for at, each in levels if style and each.style == style), 0)
        return number, int(level) if level.isdecimal() else 0

    def _default_style(self) -> str | None:
        for name, style in self._styles.items():
            is_paragraph = value_of(style, "type") in (None, "paragraph")
            if is_paragraph and value_of(style, "default") in ("1", "true", "on"):
                return name
        return None

    def _through_styles(self, name: str | None) -> tuple[str | None, str | None, str | None]:
        """Give the list, the level and the style that names them, this one or one below it."""
        for _ in range(_CHAIN_AT_MOST):
            style = self._styles.get(name or "")
            if style is None:
                break
            told = child(child(style, "pPr"), "numPr")
            number = value_of(child(told, "numId"))
            if number is not None:
                return number, value_of(child(told, "ilvl")), name
            name = value_of(child(style, "basedOn"))
        return None, None, None

    def _list_of(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read_list(number)
        return self._lists[number]

    def _read_list(self, number: str) -> _List | None:
        num = self._nums.get(number)
        name = value_of(child(num, "abstractNumId")) or ""
        definition = self._definitions.get(name)
        linked = value_of(child(definition, "numStyleLink"))
        if linked:
            # The definition stands with another num, that of a numbering style.
            style = child(child(self._styles.get(linked), "pPr"), "numPr")
            other = self._nums.get(value_of(child(style, "numId")) or "")
            name = value_of(child(other, "abstractNumId")) or ""
            definition = self._definitions.get(name)
        if num is None or definition is None:
            return None
        levels = dict(_levels(definition))
        restarts = {}
        for override in children(num, "lvlOverride"):
            at = int(value_of(override, "ilvl") or 0)
            start = value_of(child(override, "startOverride"))
            levels |= dict(_levels(override))
            if start is not None:
                restarts[at] = int(start)
        return _List(name, levels, restarts)

    def _count(self, number: str, found: _List, at: int) -> list[int | None]:
        """Count one more on level `at`, and give the counts of all levels."""
        counts = self._counts.setdefault(found.definition, [None] * LEVELS)
        if at in found.restarts and (number, at) not in self._begun:
            counts[at] = found.restarts[at] - 1
        self._begun.add((number, at))
        for above in range(at):
            if counts[above] is None:
                counts[above] = _start(found, above)
        count = counts[at]
        counts[at] = _start(found, at) if count is None else count + 1
        for below in range(at + 1, LEVELS):
            level = found.levels.get(below)
            restart = level.restart if level else None
            if restart != 0 and (restart is None or at < restart):
                counts[below] = None
        return counts


def _start(found: _List, at: int) -> int:
    level = found.levels.get(at)
    return found.restarts.get(at, level.start if level else 1)


def _number(found: _List, counts: list[int | None], level: Level, at: int) -> str:
    """Give the number of level `at` inside a label of `level`; figures where that asks for them."""
    count = counts[at]
    shown = found.levels.get(at)
    if count is None or shown is None:
        return ""
    return write_number(count, "decimal" if level.is_legal else shown.form)


def _levels(parent: Element) -> list[tuple[int, Level]]:
    return [
        (int(value_of(each, "ilvl") or 0), _level(each))
        for each in children(parent, "lvl")
        if (value_of(each, "ilvl") or "0").isdecimal()
    ]


def _level(element: Element) -> Level:
    start = value_of(child(element, "start")) or "1"
    restart = value_of(child(element, "lvlRestart"))
    legal = child(element, "isLgl")
    return Level(
        int(start) if start.lstrip("-").isdecimal() else 1,
        _form(element),
        value_of(child(element, "lvlText")) or "",
        _SUFFIXES.get(value_of(child(element, "suff")) or "tab", " "),
        legal is not None and value_of(legal) not in ("0", "false", "off"),
        int(restart) if restart and restart.isdecimal() else None,
        value_of(child(element, "pStyle")),
    )


def _form(element: Element) -> str:
    """Give the name of the number format; a newer one may stand inside an alternative."""
    for each in element:
        if local_name(each) == "AlternateContent":
            return _form(child(each, "Fallback") or each)  # the form that every program knows
    form = value_of(child(element, "numFmt")) or "decimal"
    return "decimalZero" if form == "custom" else form
