"""Numbers as Word writes them before paragraphs: 一, 壹, 甲, ①, iv.

Source: ECMA-376-1:2016, 17.18.59 (ST_NumberFormat); where it leaves a form open, what Word prints.
"""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_SIMPLIFIED = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟萬")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟萬")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def write_number(number: int, form: str) -> str:
    """Give `number` in the form of that name; in figures where the form has no sign for it."""
    written = _FORMS[form](number) if form in _FORMS and number >= 0 else ""
    return written or ("" if form == "none" else str(number))


def _counting(number: int, digits: str = _DIGITS, units: str = "十百千万") -> str:
    """Give a number up to 99,999 in words: 十二, 一百零五, 二千."""
    if number >= 100_000 or not number:
        return digits[0] if not number else ""
    places = [int(digit) for digit in str(number)]
    words, is_gap = "", False
    for power, digit in zip(reversed(range(len(places))), places, strict=True):
        if not digit:
            is_gap = bool(words)
            continue
        zero = "零" if is_gap else ""
        words += zero + digits[digit] + (units[power - 1] if power else "")
        is_gap = False
    is_teen = 10 <= number < 20
    return words[1:] if is_teen and units[0] == "十" else words


def _counting_short(number: int) -> str:
    """Give a number in words up to ninety-nine; from a hundred on its digits one by one."""
    return _counting(number) if number < 100 else _digitally(number)


def _digitally(number: int) -> str:
    return "".join(_DIGITS[int(digit)].replace("〇", "○") for digit in str(number))


def _simplified_legal(number: int) -> str:
    return _counting(number, *_LEGAL_SIMPLIFIED)


def _traditional_legal(number: int) -> str:
    return _counting(number, *_LEGAL_TRADITIONAL)


def _from(signs: str) -> Callable[[int], str]:
    """Give the form whose n-th number is the n-th of `signs`."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _block(first: str, count: int) -> Callable[[int], str]:
    """Give the form whose numbers are `count` code points from `first` on."""
    return _from("".join(chr(ord(first) + at) for at in range(count)))


def _circled(number: int) -> str:
    if number > 20:
        return chr(0x3251 + number - 21) if number <= 35 else _block("㊱", 15)(number - 35)
    return _block("①", 20)(number)


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number else ""


def _letters(number: int) -> str:
    """Give a, b … z, aa, bb …: the letter again for each round. Source: as above, upperLetter."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else ""


def _roman(number: int) -> str:
    words = ""
    if number < 4000:
        for value, signs in _ROMAN:
            words += signs * (number // value)
            number %= value
    return words


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _block("⒈", 20),
    "decimalEnclosedParen": _block("⑴", 20),
    "ideographEnclosedCircle": _block("㊀", 10),
    "numberInDash": "- {} -".format,
    "chineseCounting": _counting_short,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "japaneseDigitalTenThousand": _digitally,
    "taiwaneseCounting": _counting_short,
    "taiwaneseCountingThousand": _counting,
    "taiwaneseDigital": _digitally,
    "ideographDigital": _digitally,
    "chineseLegalSimplified": _simplified_legal,
    "ideographLegalTraditional": _traditional_legal,
    "ideographTraditional": _from(_STEMS),
    "ideographZodiac": _from(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
