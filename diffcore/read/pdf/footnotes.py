"""Footnotes (脚注): smaller type at the foot of a page, below a rule or behind a raised mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from diffcore.read.pdf.fragments import Fragment
from diffcore.read.pdf.lines import rows_of
from diffcore.read.pdf.pages import Sheet

# The type of a footnote is smaller than that of the text, as a share of it.
SMALLER_THAN = 0.93
# The rule above footnotes is so much of the width of the page long.
RULE_AT_LEAST, RULE_AT_MOST = 0.08, 0.6
# Footnotes stand in the lower part of a page, in shares of its height.
BELOW = 0.35

_LABEL = re.compile(
    r"(?P<label>[①-⑳㉑-㉟]|[\[〔［(（]\d{1,3}[\]〕］)）]|\d{1,3}|[*＊†‡]{1,3}|注)(?!\d)"
)
_MARK = re.compile(r"[①-⑳㉑-㉟]|[\[〔［(（]?\d{1,3}[\]〕］)）]?|[*＊†‡]{1,3}")
_PLAIN = re.compile(r"[\[〔［(（\]〕］)）\s]")


class Footed(NamedTuple):
    """The text of a page and its footnotes.

    `labels` are the marks in the text, of this page or the one before, that refer to its
    footnotes, `open` the marks in its text that none of them answers.
    """

    body: list[Fragment]
    notes: list[Fragment]
    labels: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()


def part_notes(
    body: list[Fragment], sheet: Sheet, em: float, before: frozenset[str] = frozenset()
) -> Footed:
    """Part the footnotes of a page from its text; `em` is the size of the type of the text.

    `before` are the marks of the page before that are still open: a note may be put off.
    """
    height = sheet.frame.height
    small = [one for one in body if one.em < SMALLER_THAN * em and one.middle > BELOW * height]
    if not small:
        return Footed(body, [], open=_marks(body, em))
    rows = rows_of(body)
    start = len(rows)
    while start and _is_small(rows[start - 1], em) and rows[start - 1][0].middle > BELOW * height:
        start -= 1
    while start < len(rows) and not _LABEL.match(_words(rows[start])):
        start += 1
    above = [one for row in rows[:start] for one in row]
    marks = _marks(above, em)
    if start in (0, len(rows)):
        return Footed(body, [], open=marks)
    labels = frozenset(
        _PLAIN.sub("", found["label"])
        for row in rows[start:]
        if (found := _LABEL.match(_words(row)))
    )
    referred = labels & (marks | before)
    if not referred or not (_is_ruled(rows, start, sheet) or referred == labels):
        return Footed(body, [], open=marks)
    notes = [one for row in rows[start:] for one in row]
    return Footed(above, notes, referred, marks - labels)


def is_first(words: str) -> bool:
    """Tell whether a line of footnotes begins one."""
    return _LABEL.match(words) is not None


def is_mark(words: str, labels: frozenset[str]) -> bool:
    """Tell whether small raised words refer to one of these footnotes."""
    return _MARK.fullmatch(words) is not None and _PLAIN.sub("", words) in labels


def _is_small(row: Sequence[Fragment], em: float) -> bool:
    return all(one.em < SMALLER_THAN * em for one in row)


def _words(row: Sequence[Fragment]) -> str:
    return "".join(one.text for one in row)


def _marks(above: Sequence[Fragment], em: float) -> frozenset[str]:
    """Give what stands in the text as small marks of their own."""
    return frozenset(
        _PLAIN.sub("", one.text)
        for one in above
        if one.em < SMALLER_THAN * em and _MARK.fullmatch(one.text)
    )


def _is_ruled(rows: Sequence[Sequence[Fragment]], start: int, sheet: Sheet) -> bool:
    """Tell whether a short level rule stands right above a row."""
    width = sheet.frame.width
    top = min(one.top for one in rows[start])
    last = max(one.middle for one in rows[start - 1])
    return any(
        last < rule.top < top + 2 and RULE_AT_LEAST * width < rule.right - rule.left
        <= RULE_AT_MOST * width
        for rule in sheet.rules
    )  # fmt: skip
