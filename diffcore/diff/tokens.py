"""What the engine may not take apart: a number, a Latin word. Everything else is one character.

Each longer token is put into one code point, the same in both texts, so that a diff of
characters is a diff of tokens. Figures as a whole (2025年3月1日, 三十) are tidied afterwards:
where digits were lost, 年, 月 and 日 must still find their counterparts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from diffcore.diff.changes import Change

# Code points that stand for tokens: the private planes, which never hold a surrogate. Where a
# text itself uses them, its characters are tokens too, so no two things share a code point.
_FIRST, _LAST = 0xF0000, 0x10FFFD

_TOKENS = (
    r"[0-9]{1,3}(?:,[0-9]{3}(?![0-9]))++(?:\.[0-9]++)?"
    r"|[0-9]++(?:\.[0-9]++)*+(?![A-Za-z])"
    r"|[A-Za-z0-9]++(?:[.&+'][A-Za-z0-9]++)*+"
    r"|[\U000f0000-\U0010ffff]"
)


class Tokens(NamedTuple):
    """A text with its longer tokens put into one code point each.

    `places` are the indices of those tokens in `text`, `extra` how many characters they and
    those before them have more than one; so any index leads back to the original text.
    """

    text: str
    places: list[int]
    extra: list[int]

    def origin(self, index: int) -> int:
        """Give the place in the original text of the token at `index` (or the end)."""
        earlier = bisect_left(self.places, index)
        return index + (self.extra[earlier - 1] if earlier else 0)


def tokenise(one: str, two: str) -> tuple[Tokens, Tokens]:
    """Give both texts in tokens, equal tokens as equal code points."""
    codes: dict[str, str] = {}
    return _tokens_of(one, codes), _tokens_of(two, codes)


def in_characters(changes: Iterable[Change], one: Tokens, two: Tokens) -> list[Change]:
    """Give changes between two token texts as changes between the original texts."""
    return [
        Change(
            one.origin(change.start),
            one.origin(change.end),
            two.origin(change.begin),
            two.origin(change.stop),
        )
        for change in changes
    ]


def _tokens_of(text: str, codes: dict[str, str]) -> Tokens:
    pieces: list[str] = []
    places: list[int] = []
    extra: list[int] = []
    copied = longer = 0
    for match in _pattern().finditer(text):
        token, start = match.group(), match.start()
        if len(token) == 1 and token < chr(_FIRST):
            continue
        code = codes.setdefault(token, chr(_FIRST + len(codes)))
        pieces += text[copied:start], code
        places.append(start - longer)
        copied, longer = match.end(), longer + len(token) - 1
        extra.append(longer)
        if _FIRST + len(codes) > _LAST:  # 131,000 different tokens: the rest stay characters
            break
    pieces.append(text[copied:])
    return Tokens("".join(pieces), places, extra)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_TOKENS)
