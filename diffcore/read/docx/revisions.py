"""Tracked changes (修订): which insertions, deletions and moves are read.

Source: ECMA-376-1:2016, 17.13.5 (Revisions).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diffcore.read.docx.package import child, children
from diffcore.read.xml import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ARRIVALS = frozenset(("ins", "moveTo"))
_DEPARTURES = frozenset(("del", "moveFrom"))
_MARKS = _ARRIVALS | _DEPARTURES


class Revisions:
    """Says what stands in the text, accepted or original, and counts the changes."""

    def __init__(self, reading: str) -> None:
        """Read the text as "accepted" or as "original"."""
        self._absent = _DEPARTURES if reading == "accepted" else _ARRIVALS
        self.count = 0

    def is_absent(self, element: Element) -> bool:
        """Tell whether an ins, del, moveTo or moveFrom around words is left out."""
        name = local_name(element)
        if name not in _MARKS:
            return False
        self.count += 1
        return name in self._absent

    def joins(self, properties: Element | None) -> bool:
        """Tell whether the mark at the end of a paragraph is left out: it joins the next one."""
        return self._has_absent_mark(child(properties, "rPr"))

    def is_row_absent(self, row: Element) -> bool:
        """Tell whether a row of a table is left out."""
        return any(self._has_absent_mark(each) for each in children(row, "trPr"))

    def _has_absent_mark(self, properties: Element | None) -> bool:
        marks = [local_name(each) for each in properties] if properties is not None else []
        changes = [mark for mark in marks if mark in _MARKS]
        self.count += len(changes)
        return any(mark in self._absent for mark in changes)
