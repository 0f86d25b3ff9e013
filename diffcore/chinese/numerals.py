"""The value of a numeral: 十二, 二〇二五, 壹佰贰拾, 廿一, 1,200.

The grammar is strict: what has no certain value (一百五, 百万, 零五) has none here, and nothing
is ever looked for inside other words (统一, 一带一路). Digits side by side are read digit by
digit (第二三条); where 三五 means "three to five" the caller must know it.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Every character that may stand in a Chinese numeral, in either script and in 大写.
NUMERAL_CHARACTERS = (
    "〇零○一二三四五六七八九十百千万亿两廿卅卌萬億兩壹贰叁肆伍陆柒捌玖拾佰仟貳參叄陸"
)

# Source: GB/T 15835—2011, annex A (大写), and the traditional forms of the same characters.
_PLAIN = str.maketrans(
    "〇○壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參叄陸兩", "零零一二三四五六七八九十百千万亿二三三六两"
)
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_ARABIC = re.compile(r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+")
# A numeral longer than this is no numeral; it also bounds the work on hostile input.
_LENGTH_AT_MOST = 32


# A law of a million characters names some hundreds of numerals, most of them many times.
@lru_cache(maxsize=4096)
def parse_numeral(text: str) -> int | None:
    """Give the value of `text`, all of it one Chinese or Arabic whole number, else None.

    Chinese: with units (三千零五), digit by digit (二〇二五), in 大写 (壹仟), short (廿一).
    Arabic: half or full width, with or without commas between thousands.
    """
    if not text or len(text) > _LENGTH_AT_MOST:
        return None
    if _ARABIC.fullmatch(text):
        return int(text.replace(",", "").replace("，", ""))
    plain = text.translate(_PLAIN)
    for short, full in _TENS.items():
        plain = plain.replace(short, full)
    if all(character in _DIGITS for character in plain):
        return _parse_digits(plain)
    return _parse_units(plain)


def _parse_digits(text: str) -> int | None:
    """Give the value of digits that stand for themselves; a zero may not lead (零五)."""
    if len(text) > 1 and text[0] == "零":
        return None
    return int("".join(str(_DIGITS[character]) for character in text))


def _parse_units(text: str) -> int | None:
    """Give the value of a numeral with 十百千万亿."""
    if text == "两":
        return 2
    head, hundred_millions, tail = text.rpartition("亿")
    if not hundred_millions:
        return _parse_below(text, 0)
    high = _parse_below(head, 0)
    if not high:
        return None
    low = _parse_below(tail, 10**8) if tail else 0
    return None if low is None else high * 10**8 + low


def _parse_below(text: str, place: int) -> int | None:
    """Give the value of what stands behind 亿 (`place` 10**8) or first (`place` 0)."""
    head, ten_thousands, tail = text.partition("万")
    if not ten_thousands:
        return _parse_section(text, place)
    high = _parse_section(head, 10**4 if place else 0)
    if not high:
        return None
    low = _parse_section(tail, 10**4) if tail else 0
    return None if low is None else high * 10**4 + low


def _parse_section(text: str, place: int) -> int | None:
    """Give the value of at most four places; `place` is the unit before them, 0 for none.

    零 must stand where a place is left out before a digit without unit (一百零五) and may
    stand before one with a unit (一千零五十); nowhere else.
    """
    total = at = 0
    while at < len(text):
        is_bridged = text[at] == "零"
        at += is_bridged
        digit, unit, at = _read_place(text, at)
        is_gap = bool(place) and unit * 10 < place
        if not digit or (place and unit >= place) or (is_bridged and not is_gap):
            return None
        if is_gap and unit == 1 and not is_bridged:
            return None
        total, place = total + digit * unit, unit
    return total or None


def _read_place(text: str, at: int) -> tuple[int, int, int]:
    """Give digit, unit and the index behind them; digit 0 where there is none.

    Only 十 may stand without digit; 两 stands before 百 and higher, or alone before 万, 亿.
    """
    character = text[at : at + 1]
    following = text[at + 1 : at + 2]
    if character == "十":
        return 1, 10, at + 1
    digit = _DIGITS.get(character, 0)
    if character == "两" and following != "十":
        digit = 2
    if following in _UNITS:
        return digit, _UNITS[following], at + 2
    if character == "两" and len(text) > 1:
        return 0, 1, at + 1
    return digit, 1, at + 1
