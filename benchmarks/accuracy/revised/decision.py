"""What an official decision says of each article that it changes, read from its own words.

Source: 全国人大常委会法制工作委员会《立法技术规范（试行）（一）》 (2009), on the form of 修改决定:
将第X条修改为, 增加一条，作为第X条, 删去第X条, 第X条改为第Y条.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.accuracy.revised.links import Number
from benchmarks.accuracy.revised.statute import NUMERAL, number_of

# The preamble (序言, 引言) stands before the first article.
PREAMBLE: Number = (0, 0)

AMENDED, ADDED, DELETED, RENUMBERED = "amended", "added", "deleted", "renumbered"


class Statement(NamedTuple):
    """What a decision says of one article: its number, what is done, and the words quoted.

    `old` are the words that are replaced, where the decision quotes them, `new` those that it
    puts in. `is_whole`: `new` is the article in full, not a paragraph or a sentence of it.
    """

    article: Number
    action: str
    old: str
    new: str
    is_whole: bool


_HEADING = re.compile(rf"^{NUMERAL}、修改《(.+)》$", re.MULTILINE)
_ITEM = re.compile(rf"^(?:\d+[.．]|第{NUMERAL}条 )", re.MULTILINE)
_QUOTED = re.compile(r"“([^”]*)(?:”|\Z)")
_PLACE = re.compile(rf"第({NUMERAL})条(?:之({NUMERAL}))?")
_PART = re.compile(rf"第{NUMERAL}(?:款|项|自然段)|增加一款|增加规定|增加：")
_ADDED = re.compile(rf"增加{NUMERAL}条，?作为")
_RENUMBERED = re.compile(rf"第{NUMERAL}条(?:之{NUMERAL})?改为第")


def statements_of(text: str, law: str) -> list[Statement]:
    """Give what a decision says of the articles of `law`, in its order."""
    found = (_statement(item) for item in _items(_part_on(text, law)))
    return [statement for statement in found if statement is not None]


def names(text: str, law: str) -> bool:
    """Tell whether a decision that changes several laws has a part on `law`."""
    return any(_title(heading[1]) == _title(law) for heading in _HEADING.finditer(text))


def plain(text: str) -> str:
    """Give words as they are compared: without blanks, markup, quotes and differences of width."""
    bare = re.sub(r"<[^>]*>|\*\*|[“”‘’\"'\s]", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"^#+|>", "", bare)


def _part_on(text: str, law: str) -> str:
    """Give the part of a decision that is on `law`: all of it where it changes one law only."""
    headings = list(_HEADING.finditer(text))
    for at, heading in enumerate(headings):
        if _title(heading[1]) == _title(law):
            behind = [following.start() for following in headings[at + 1 :]]
            return text[heading.end() : behind[0] if behind else len(text)]
    return "" if headings else text


def _title(name: str) -> str:
    return re.sub(r"[《》〈〉]|中华人民共和国", "", name)


def _items(text: str) -> Iterator[str]:
    """Give the numbered items of a decision, each without its number."""
    starts = list(_ITEM.finditer(text))
    for at, item in enumerate(starts):
        end = starts[at + 1].start() if at + 1 < len(starts) else len(text)
        yield text[item.end() : end]


def _statement(item: str) -> Statement | None:
    """Give what an item says; None where it changes no article (条文顺序作相应调整)."""
    head, *_ = item.split("“", 1)
    place = _PLACE.search(head)
    if not place and not re.search("序言|引言", head):
        return None
    article = (number_of(place[1]), number_of(place[2] or "")) if place else PREAMBLE
    quotes = list(_QUOTED.finditer(item))
    turn = item.find("修改为")
    old = "".join(quote[1] for quote in quotes if quote.start() < turn)
    new = "".join(quote[1] for quote in quotes if quote.start() > turn)
    is_whole = bool(new) and not old and not _PART.search(head)
    return Statement(article, _action(head), plain(old), plain(new), is_whole)


def _action(head: str) -> str:
    if re.match(r"删[去除]", head) and not _PART.search(head):
        return DELETED
    if _ADDED.search(head):
        return ADDED
    if _RENUMBERED.search(head):
        return RENUMBERED
    return AMENDED
