from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffcore.chinese.numerals import NUMERAL_CHARACTERS, parse_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("〇", 0), ("零", 0), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("廿一", 21),
        ("卅", 30), ("一百零五", 105), ("一百〇五", 105), ("一百一十五", 115), ("一百十五", 115),
        ("一千零五", 1005), ("一千零五十", 1050), ("二〇二五", 2025), ("一九九八", 1998),
        ("壹佰贰拾叁", 123), ("壹仟", 1000), ("貳萬", 20000), ("两千五百万", 25_000_000),
        ("三千五百亿", 350_000_000_000), ("一万亿", 10**12), ("一亿零五百万", 105_000_000),
        ("十一万零三", 110_003), ("12", 12), ("１２", 12), ("1,200", 1200), ("1,200,000",
        1_200_000),
    ],
)  # fmt: skip
def test_a_numeral_has_its_value(text: str, value: int) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "统一", "一带一路", "百万", "千", "一百五", "一万五", "零五", "十十", "两十", "三两",
     "一百零十", "一二十", "1.5", "1,20", "-1", "一" * 40, "万一", "亿"],
)  # fmt: skip
def test_what_has_no_certain_value_has_none(text: str) -> None:
    assert parse_numeral(text) is None


DIGITS = "零一二三四五六七八九"


def spell(number: int) -> str:
    """Spell a number below 10,000 with units, as a law does."""
    spelt, is_gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            spelt += ("零" if is_gap and spelt else "") + DIGITS[digit] + name
        is_gap = not digit
    return spelt


@given(st.integers(1, 9999))
def test_a_number_that_is_spelt_with_units_is_read_back(number: int) -> None:
    assert parse_numeral(spell(number)) == number


@given(st.integers(1, 10**12))
def test_a_number_in_arabic_digits_is_read_back(number: int) -> None:
    assert parse_numeral(str(number)) == parse_numeral(f"{number:,}") == number


@given(st.text(st.sampled_from(NUMERAL_CHARACTERS + "第0１,")))
def test_any_string_of_numerals_has_a_value_or_none(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or value >= 0
