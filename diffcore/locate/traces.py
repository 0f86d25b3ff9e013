"""Traces: short pieces of a text by which its words are found again in another text."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

# Characters of one trace: letters or Han characters in a row, without figures and signs, which
# are what a rendition loses. Six are some three words. Range 4..10.
LENGTH = 6

# A trace begins at every character of a text up to this many characters (both sides together),
# beyond it at one in SPARSE. Which ones, the character itself decides: so the same words leave
# the same traces in any text.
DENSE_AT_MOST = 20_000
SPARSE = 8


def traces(text: str, total: int) -> dict[str, list[int]]:
    """Give the traces of `text` with the offsets where they begin.

    `total` is the length of both texts that are to be compared.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    if total > DENSE_AT_MOST:
        for match in _sparse().finditer(text):
            found[match[1]].append(match.start())
        return found
    for match in _letters().finditer(text):
        run, start = match[0], match.start()
        for at in range(len(run) - LENGTH + 1):
            found[run[at : at + LENGTH]].append(start + at)
    return found


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{{LENGTH},}}")


@cache
def _sparse() -> re.Pattern[str]:
    first = "".join(map(chr, range(0x4E00, 0xA000, SPARSE))) + "aeiouAEIOU"
    return re.compile(rf"(?=([{first}][^\W\d_]{{{LENGTH - 1}}}))")
