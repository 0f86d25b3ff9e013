"""The value of a figure: the same for figures that mean the same, whatever their form.

Arabic and Chinese numerals, magnitudes (1.5万), calendar dates, parts of a hundred and ranges are
put into one form each. Units stay: 30日 and 30天 are not the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from diffcore.chinese.numerals import parse_numeral

# The characters of Chinese numerals, those that are digits, and numbers in Arabic digits without
# and with their magnitude. Runs are taken possessively and none is entered in its middle.
HAN = "〇零一二三四五六七八九十百千万亿两廿卅"
HAN_DIGITS = "〇零一二三四五六七八九"
NUMBER = r"(?:\d{1,3}(?:,\d{3}(?!\d))++(?:\.\d++)?|\d{1,3}(?: \d{3}(?!\d))++|\d++(?:\.\d++)*+)"
ARABIC = rf"{NUMBER}(?:[多余]?[百千]?[万亿]++|[百千](?![米克瓦卡帕伏赫]))?"
NUMERALS = (
    rf"{ARABIC}|(?![百千万亿])[{HAN}]++[多余][万亿]++|[百千万](?=分之)"
    rf"|(?![百千万亿])[{HAN}]++(?:点[{HAN_DIGITS}]++)?"
)
_MAGNITUDES = {"百": 2, "千": 3, "万": 4, "亿": 8}
_CALENDAR = r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})"
# 6600多万: the magnitude stands behind the word.
_ABOUT = r"(.+)([多余])([百千万亿]+)"
# 第(一)项 is 第一项.
_PLAIN = str.maketrans("", "", "()")
_BRACKETS = str.maketrans("[]()", "〔〕〔〕")
_PARTS = r"(\d+)分之(.+)"
_PART_SIGNS = {"100": "%", "1000": "‰", "10000": "‱"}
_SPREAD = r"(\d[\d.]*)(\D*?)[-~至到](\d[\d.]*)(\D*)"


# A law of a million characters has some thousand different figures, most of them many times.
@lru_cache(maxsize=4096)
def value_of(kind: str, words: str) -> str | None:
    """Give the value of a figure as a string to compare, None where it has none for certain."""
    if kind in ("mixed", "latin"):
        return words
    plain = _in_digits(words)
    if plain is None:
        return None
    make = {"date": _date_value, "percent": _part_value, "ratio": _part_value}.get(kind)
    if make is not None:
        plain = make(plain)
    if kind == "document":
        return plain.replace("第", "").translate(_BRACKETS)
    if kind == "ordinal":
        plain = plain.translate(_PLAIN)
    return _range_value(plain) if kind in ("range", "percent", "ordinal") else plain


def _in_digits(words: str) -> str | None:
    """Give `words` with every numeral in plain Arabic digits, None where one has no value."""
    values = [_number_value(match.group()) for match in re.finditer(NUMERALS, words)]
    if None in values:
        return None
    rest = iter(values)
    return re.sub(NUMERALS, lambda _: next(rest) or "", words)


def _number_value(numeral: str) -> str | None:
    """Give one numeral, with its magnitude, as plain digits: 1.5万 is 15000."""
    if numeral in ("百", "千", "万"):
        return str(10 ** _MAGNITUDES[numeral])
    about = re.fullmatch(_ABOUT, numeral)
    if about:
        nearest = _number_value(about[1] + about[3])
        return nearest and nearest + about[2]
    if numeral[0] in "0123456789":
        number = numeral.rstrip("百千万亿")
        zeros = sum(_MAGNITUDES[sign] for sign in numeral[len(number) :])
        return _arabic_value(number.replace(",", "").replace(" ", ""), zeros)
    whole, _, decimals = numeral.partition("点")
    value = parse_numeral(whole) if whole != "零" else 0
    if value is None or not decimals:
        return None if value is None else str(value)
    return f"{value}." + "".join(str(parse_numeral(digit) or 0) for digit in decimals)


def _arabic_value(number: str, zeros: int) -> str:
    """Give number * 10**zeros in plain digits; 3.10 and 3.1 differ (they may be numberings)."""
    if number.count(".") > 1 or not zeros:
        return number if "." in number else number.lstrip("0") or "0"
    whole, _, decimals = number.partition(".")
    decimals = decimals.ljust(zeros, "0")
    rest = decimals[zeros:].rstrip("0")
    return f"{int(whole + decimals[:zeros])}" + (f".{rest}" if rest else "")


def _date_value(plain: str) -> str:
    """Give 2025-03-01 and 2025年03月1号 as 2025年3月1日."""
    calendar = re.fullmatch(_CALENDAR, plain)
    if calendar:
        year, month, day = map(int, calendar.groups())
        return f"{year}年{month}月{day}日"
    return plain.replace("号", "日")


def _part_value(plain: str) -> str:
    """Give 100分之50 as 50%, 3分之2 as 2/3 and 1比2 as 1:2."""
    parts = re.fullmatch(_PARTS, plain)
    if not parts:
        return plain.replace("比", ":")
    whole, part = parts.groups()
    return part + _PART_SIGNS[whole] if whole in _PART_SIGNS else f"{part}/{whole}"


def _range_value(plain: str) -> str:
    """Give 3年至5年, 3至5年 and 3-5年 as 3-5年."""
    spread = re.fullmatch(_SPREAD, plain.removeprefix("第"))
    if not spread:
        return plain
    first, unit, last, last_unit = spread.groups()
    is_common = unit in ("", last_unit)
    return f"{first}-{last}{last_unit}" if is_common else f"{first}{unit}-{last}{last_unit}"
