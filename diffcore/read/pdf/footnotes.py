"""Footnotes (脚注): smaller type at the foot of a page, below a rule or behind a raised mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from diffcore.places import Box
from diffcore.read.pdf.fragments import Fragment
from diffcore.read.pdf.lines import rows_of

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
    """The text of a page, its footnotes, and how the marks look that refer to them."""

    body: list[Fragment]
    notes: list[Fragment]
    labels: frozenset[str]


def part_notes(
    body: list[Fragment], rules: Sequence[Box], em: float, width: float, height: float
) -> Footed:
    """Part the footnotes of a page from its text; `em` is the size of the type of the text."""
    small = [one for one in body if one.em < SMALLER_THAN * em and one.middle > BELOW * height]
    if not small:
        return Footed(body, [], frozenset())
    rows = rows_of(body)
    start = len(rows)
    while start and _is_small(rows[start - 1], em) and rows[start - 1][0].middle > BELOW * height:
        start -= 1
    while start < len(rows) and not _LABEL.match(_words(rows[start])):
        start += 1
    if start in (0, len(rows)):
        return Footed(body, [], frozenset())
    labels = frozenset(
        _PLAIN.sub("", found["label"])
        for row in rows[start:]
        if (found := _LABEL.match(_words(row)))
    )
    above = [one for row in rows[:start] for one in row]
    referred = labels & _referred(above, em)
    if not referred or not (_is_ruled(rows, start, rules, width) or referred == labels):
        return Footed(body, [], frozenset())
    return Footed(above, [one for row in rows[start:] for one in row], referred)


def is_mark(words: str, labels: frozenset[str]) -> bool:
    """Tell whether small raised words refer to one of these footnotes."""
    return _MARK.fullmatch(words) is not None and _PLAIN.sub("", words) in labels


def _is_small(row: Sequence[Fragment], em: float) -> bool:
    return all(one.em < SMALLER_THAN * em for one in row)


def _words(row: Sequence[Fragment]) -> str:
    return "".join(one.text for one in row)


def _referred(above: Sequence[Fragment], em: float) -> frozenset[str]:
    """Give what stands in the text as small marks of their own."""
    return frozenset(
        _PLAIN.sub("", one.text)
        for one in above
        if one.em < SMALLER_THAN * em and _MARK.fullmatch(one.text)
    )


def _is_ruled(
    rows: Sequence[Sequence[Fragment]], start: int, rules: Sequence[Box], width: float
) -> bool:
    """Tell whether a short level rule stands right above a row."""
    top = min(one.top for one in rows[start])
    last = max(one.middle for one in rows[start - 1])
    return any(
        last < rule.top < top + 2 and RULE_AT_LEAST * width < rule.right - rule.left
        <= RULE_AT_MOST * width
        for rule in rules
    )  # fmt: skip
