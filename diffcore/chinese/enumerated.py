"""Labels that read like an enumeration (一、二年制) until the list that they stand in goes on."""

from __future__ import annotations

import re
from functools import cache

from diffcore.chinese.labels import Label
from diffcore.chinese.numerals import NUMERAL_CHARACTERS, parse_numeral


def find_enumerated(text: str, at: int) -> Label | None:
    """Give the label that is at `at` if what reads like an enumeration is none: 一、二年制.

    Whether it is one only the list can tell that it would stand in.
    """
    match = _enumerated_pattern().match(text, at)
    ordinal = parse_numeral(match["number"]) if match else None
    if match is None or not ordinal:
        return None
    style = "arabic-dot" if match["number"].isdigit() else "comma-chinese"
    return Label(match.end(), style, ordinal)


@cache
def _enumerated_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>[{NUMERAL_CHARACTERS}]{{1,3}}|\d{{1,2}})、(?=[{NUMERAL_CHARACTERS}\d])"
    )
