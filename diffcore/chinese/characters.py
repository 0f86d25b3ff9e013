"""Classes of characters that the stages agree on, as the insides of regular-expression sets."""

from __future__ import annotations

import re
from functools import cache

# Blanks that print as white space inside a line; zero-width characters are junk, not blanks.
BLANK = "\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164\uffa0\u2800"

# Characters at which `str.splitlines` ends a line.
LINE_END = "\n\v\f\r\x1c-\x1e\x85\u2028\u2029"

DASH = "\\-\u2010-\u2015\u2212\u2500\u2501\u2e3a\u2e3b\ufe58\ufe63\uff0d"

# Han characters of all planes, with 〇 and the sign of repetition 々.
HAN = "\u3005\u3007\u2e80-\u2fd5\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

# One Chinese character of a normal text, as a pattern of its own: a letter or numeral beyond ASCII.
# re compiles it forty times as fast as the range of all Han characters.
LETTER = r"[^\W\dA-Za-z_]"

# Marks that end a sentence or a member of a list, and what may close behind them.
# Source: GB/T 15834—2011, 4.1–4.7.
FINAL = "。！？；：…!?;:．｡"
CLOSER = "”’」』）〕》〉】］〗)]>﹂﹄\"'"
OPENER = "“‘「『（〔《〈【［〖([<﹁﹃"

# Marks that may not stand at the beginning of a line. Source: GB/T 15834—2011, 5.1.
NEVER_FIRST = "，、。；：！？,;:!?.．％%·～…" + "”’」』）〕》〉】］〗)]﹂﹄"


def is_han(char: str) -> bool:
    """Tell whether `char` is a Han character, of whatever plane."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


@cache
def not_han() -> re.Pattern[str]:
    """Give the pattern of a run of characters that are no Han characters.

    One for all: to compile a set with so many characters takes a millisecond.
    """
    return re.compile("[^\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def is_latin(char: str) -> bool:
    """Tell whether `char` is a letter of words that are set with blanks between them.

    Latin, Greek and Cyrillic letters are, and the full-width forms of Latin ones.
    """
    return char.isalpha() and (char < "\u0530" or "Ａ" <= char <= "ｚ")


def display_width(text: str) -> int:
    """Give the width of `text` in columns: a Han character takes two, an ASCII character one.

    Characters whose width is ambiguous (Greek, ×, °) count one and a half: UTF-8 gives them two
    bytes, ASCII one and Han three, so the mean of bytes and characters is the width.
    """
    return (len(text.encode("utf-8", "surrogatepass")) + len(text)) // 2
