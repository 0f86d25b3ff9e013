"""References to articles of the law itself (本法第五条、第六条), and which article they name.

Source: 《立法技术规范（试行）（一）》（2009）, 11 (how provisions are cited).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from diffcore.chinese.numerals import parse_numeral
from diffcore.classify.case import Number
from diffcore.spans import NormalSpan

NUMBER = "[0-9〇零一二三四五六七八九十百千]{1,9}"
_ARTICLE = rf"第({NUMBER})条(?:之({NUMBER}))?"
# A list of articles (第三条、第五条第二款和第六条) belongs to the law that is named before it. What
# ends in 法, 例, 则 and the like names another law, unless 本 makes it this one.
_LIST = (
    r"(?:本(?:法|条例|办法|规定|规则|细则|解释|决定)|(?<![》法例则定释章]))"
    rf"({_ARTICLE}(?:第{NUMBER}[款项])*(?:[、,和与或至及到]{{1,2}}第{NUMBER}[条款项](?:之{NUMBER})?)*)"
)


class Reference(NamedTuple):
    """A reference to an article of this law, or an item of it: where it stands, and its number."""

    span: NormalSpan
    number: Number


def find_references(text: str, start: int, end: int) -> Iterator[Reference]:
    """Give the references to articles of this law in text[start:end], in order."""
    if text.find("条", start, end) < 0:
        return
    for found in _list().finditer(text, start, end):
        for article in _article().finditer(text, found.start(1), found.end(1)):
            number, branch = (parse_numeral(part or "") for part in article.groups())
            if number is not None:
                yield Reference(NormalSpan(*article.span()), (number, branch or 0))


def find_items(text: str, start: int, end: int, own: Number | None) -> Iterator[Reference]:
    """Give the references to items in text[start:end], in order; `own` is the article they are in.

    An item is one of the article named before it, of the one before (前条), else of `own`.
    """
    if text.find("第(", start, end) < 0:
        return
    for found in _items().finditer(text, start, end):
        article, branch = (parse_numeral(part or "") for part in found.group(2, 3))
        number = own if article is None else (article, branch or 0)
        if number is None:
            continue
        if found[1] == "前条":
            number = (number[0] - 1, 0)
        for item in _item().finditer(text, found.start(4), found.end(4)):
            ordinal = parse_numeral(item[1])
            if ordinal is not None:
                yield Reference(NormalSpan(*item.span()), (*number, ordinal))


@cache
def _items() -> re.Pattern[str]:
    item = rf"第\({NUMBER}\)项"
    return re.compile(
        rf"({_ARTICLE}|前条|本条)?(?:第{NUMBER}款|前款|本款)?({item}(?:[、,和与或至及到]{{1,2}}{item})*)"
    )


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"第\(({NUMBER})\)项")


@cache
def _list() -> re.Pattern[str]:
    return re.compile(_LIST)


@cache
def _article() -> re.Pattern[str]:
    return re.compile(_ARTICLE)
