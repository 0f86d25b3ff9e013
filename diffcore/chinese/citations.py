"""What follows a number that is cited (第三条第二款, （一）项) and not one that opens a clause."""

from __future__ import annotations

import re
from functools import cache

from diffcore.chinese.numerals import NUMERAL_CHARACTERS

_BLANK = r"[ \t\u3000\u00a0]*"
_NUMERAL = f"[{NUMERAL_CHARACTERS}0-9０-９]"


def is_cited_ordinal(text: str, at: int, style: str) -> bool:
    """Tell whether 第X条, 第X章 … of `style`, which ends at `at`, can only be a citation."""
    if _ordinal_pattern().match(text, at):
        return True
    if style in _HEADINGS and _closing_pattern().match(text, at):
        return True
    inner = _INNER.get(style)
    return inner is not None and _inner_pattern(inner).match(text, at) is not None


def is_cited_item(text: str, at: int) -> bool:
    """Tell whether （一） or 1）, which ends at `at`, can only be a citation: （一）项."""
    return _item_pattern().match(text, at) is not None


# An article is cited with its 款 or 项, a chapter with its 节: 第三条第二款.
_INNER = {"article": "款项項", "chapter": "节節", "paragraph": "项項"}


# What these open is a title. A bracket that closes behind one was opened before it:
# （依照本办法第三章办理）, broken before 第三章.
_HEADINGS = frozenset(("part", "subpart", "chapter", "section"))


@cache
def _closing_pattern() -> re.Pattern[str]:
    return re.compile("[^(（《“\\n]{0,24}[)）》”]")


@cache
def _ordinal_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{_BLANK}(?:[、，,。；;）)》”]|(?:和|至|及|与|與|或|或者|以及|到|-){_BLANK}第|"
        r"之?[规規]定(?=[的之、，,。；;）)》”外处處给給予]|[执執]行|情形)|"
        r"所[称稱规規列指定述]|的|之|中[的所规規]|[及或与與和]者?前|前[一二三四]?款)"
    )


@cache
def _inner_pattern(kinds: str) -> re.Pattern[str]:
    return re.compile(rf"{_BLANK}第{_BLANK}{_NUMERAL}*{_BLANK}[{kinds}]")


@cache
def _item_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{_BLANK}(?:[项項](?!目|下|制)|款(?!项|項|式|待)|目(?!标|標|录|錄|前|的)|[、，,；;。]|"
        rf"(?:至|和|及|或){_BLANK}第?[(（0-9])"
    )
