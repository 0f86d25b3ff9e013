"""Edits in figures: other values, losses, gains, and the same value in another form.

The forms are those of GB/T 15835—2011 (4.1–4.3, 5.1–5.2, annex A) and GB/T 9704—2012 (7.2.5).
"""

from __future__ import annotations

from random import Random

from benchmarks.accuracy.planting.places import HAN, leaving_out, putting, replacing, turned
from benchmarks.accuracy.planting.records import Maker

_DIGITS = "〇一二三四五六七八九"
_PLACES = ("", "十", "百", "千")

_NUMBER = rf"(?<![\d.,A-Za-z：:第\-—/〔〕至到])\d{{1,5}}(?![\d.,A-Za-z：:\-—/〕至到])(?=[{HAN}%％])"
_PERCENT = r"(?<![\d.\-—至到])\d{1,2}(?:\.\d)?(?=[%％])"
_DATE = r"(?<![\d〇一二三四五六七八九])[12]\d{3}年\d{1,2}月\d{1,2}日"
_YEAR = r"(?<![\d—\-至])[12]\d{3}(?=年(?!度|代|—|\d))"
_DOCUMENT = r"(?<=〔)[12]\d{3}〕\d{1,3}(?=号)"
_HAN_NUMBER = (
    "(?<![第〇零一二三四五六七八九十百千万萬亿億两兩分之点點初])[二三四五六七八九]"
    "(?=日|个月|個月|年(?!级)|人|个工作日|倍|名)"
)
_HAN_TENS = (
    "(?<![第〇零一二三四五六七八九十百千万萬亿億两兩分之点點初月])"
    "(?:[二三四五六七八九]十|十[二三四五六七八九]?)(?=日|个月|個月|年(?!级)|人|个工作日|倍|名)"
)
_HAN_PARTS = "(?<=百分之)(?:[二三四五六七八九]十?|十)(?![一二三四五六七八九十点])"
# Where a figure can be put behind a noun, in brackets or bare.
_NOUN = f"(?<=[{HAN}])[{HAN}]{{2}}(?=[，；])"
_BRACKET = f"(?<=[{HAN}])[{HAN}]{{2}}(?=[，；。])"


def han(value: int) -> str:
    """Give a whole number below 10,000 in Chinese numerals: 12 is 十二, 305 is 三百零五."""
    digits = [int(digit) for digit in str(value)]
    words, is_gap = "", False
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if not digit:
            is_gap = True
            continue
        words += ("零" if is_gap and words else "") + _DIGITS[digit] + _PLACES[place]
        is_gap = False
    return words.removeprefix("一") if words.startswith("一十") else words or "零"


def _digit_by_digit(_rng: Random, number: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in number)


def _other_first(rng: Random, number: str) -> str:
    """Give the number with another first digit."""
    return rng.choice([d for d in "123456789" if d != number[0]]) + number[1:]


def _other_last(rng: Random, number: str) -> str:
    return number[:-1] + rng.choice([d for d in "123456789" if d != number[-1]])


def _other_length(rng: Random, number: str) -> str:
    """Give the number with a digit more, or with one less."""
    if len(number) > 1 and rng.random() < 0.5:
        return number[:-1] if number[0] != number[-1] else number + "0"
    return number + "0"


def _other_date(rng: Random, date: str) -> str:
    year, _, rest = date.partition("年")
    month, _, day = rest.partition("月")
    part = rng.randrange(3)
    if part == 0:
        return f"{int(year) + rng.randint(1, 9)}年{rest}"
    if part == 1:
        return f"{year}年{int(month) % 12 + 1}月{day}"
    return f"{year}年{month}月{int(day[:-1]) % 28 + 1}日"


def _other_document(rng: Random, number: str) -> str:
    year, _, place = number.partition("〕")
    if rng.random() < 0.5:
        return f"{int(year) - 1}〕{place}"
    return f"{year}〕{int(place) + rng.randint(1, 9)}"


def _other_han(rng: Random, number: str) -> str:
    return rng.choice([d for d in "二三四五六七八九" if d != number])


def _other_tens(rng: Random, number: str) -> str:
    return rng.choice([n for n in ("十", "十五", "二十", "三十", "六十", "九十") if n != number])


def _other_parts(rng: Random, number: str) -> str:
    return rng.choice([n for n in ("五", "十", "二十", "三十", "六十") if n != number])


def _date_in_han(rng: Random, date: str) -> str:
    year, _, rest = date.partition("年")
    month, _, day = rest.partition("月")
    return f"{_digit_by_digit(rng, year)}年{han(int(month))}月{han(int(day[:-1]))}日"


def _dates(rng: Random) -> tuple[str, str]:
    """Give a date in brackets as it is on either side."""
    date = f"{rng.randint(1990, 2025)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    return f"（{date}前）", f"（{_other_date(rng, date)}前）"


def _both(*pairs: tuple[str, str]) -> Maker:
    """Give the maker that puts one of `pairs` of readings into both sides, in brackets."""

    def readings(rng: Random) -> tuple[str, str]:
        base, other = rng.choice([*pairs, *((other, base) for base, other in pairs)])
        return base, other

    return putting(_BRACKET, readings)


def _carried(frame: str, *pairs: tuple[str, str]) -> Maker:
    return _both(*((frame.format(base), frame.format(other)) for base, other in pairs))


MAKERS: dict[str, Maker] = {
    "figure changed": replacing(_NUMBER, _other_first),
    "figure changed: last digit": replacing(_NUMBER, _other_last),
    "figure changed: a digit more or less": replacing(_NUMBER, _other_length),
    "figure changed: percent": replacing(_PERCENT, _other_last),
    "figure changed: date": replacing(_DATE, _other_date),
    "figure changed: document number": replacing(_DOCUMENT, _other_document),
    "figure changed: date put in": putting(_BRACKET, _dates),
    "figure changed: one Chinese digit": replacing(_HAN_NUMBER, _other_han),
    "figure changed: Chinese tens": replacing(_HAN_TENS, _other_tens),
    "figure changed: Chinese percent": replacing(_HAN_PARTS, _other_parts),
    "figure changed: range": _carried("（{}）", ("3至5年", "3至6年"), ("10—15天", "12—15天"),
                                      ("2～4次", "2～5次"), ("三至五年", "三至七年")),
    "figure changed: ratio": _carried("（比例为{}）", ("1:2", "1:3"), ("2:8", "3:8"),
                                      ("三分之一", "三分之二"), ("3/5", "4/5")),
    "figure changed: amount": _carried("（计{}）", ("1200元", "1201元"), ("3.5万元", "3.6万元"),
                                       ("1,200吨", "1,300吨"), ("五万元", "三万元"),
                                       ("2亿元", "2万元"),
                                       ("12个", "12.5个"), ("0.5公顷", "5公顷")),
    "figure missing": leaving_out(_NUMBER),
    "figure missing: with its unit": turned(putting(_NOUN, lambda rng: (
        "", rng.choice(["（共300张）", "15%", "（2023年）", "5G", "PM2.5", "1:2"])))),
    "figure extra": turned(leaving_out(_NUMBER)),
    "figure extra: with its unit": putting(_NOUN, lambda rng: (
        "", rng.choice(["（共300张）", "15%", "（2023年）", "5G", "PM2.5", "1:2"]))),
    "figure form": replacing(_YEAR, _digit_by_digit),
    "figure form: date": replacing(_DATE, _date_in_han),
    "figure form: Chinese tens": replacing(
        _HAN_TENS, lambda _, n: {han(value): str(value) for value in range(1, 100)}.get(n, n)),
    "figure form: amounts": _carried("（计{}）", ("3万元", "30000元"), ("1.5亿元", "15000万元"),
                                     ("1,200元", "1200元"), ("三十万元", "30万元"),
                                     ("五百人", "500人"),
                                     ("两千户", "2000户"), ("1.2万吨", "12000吨"),
                                     ("一百零五个", "105个")),
    "figure form: parts": _carried("（占{}）", ("50%", "百分之五十"), ("5‰", "千分之五"),
                                   ("三分之二", "2/3"), ("12.5%", "百分之十二点五")),
    "figure form: ranges and ratios": _carried(
        "（按{}）", ("3至5年", "3—5年"), ("三至五年", "3至5年"), ("1:2", "1比2"),
        ("3年至5年", "3至5年"),
        ("10%—15%", "10—15%")),
    "figure form: dates and numbers": _carried(
        "（见{}）", ("2018-03-01", "2018年3月1日"), ("〔2018〕12号", "〔二〇一八〕十二号"),
        ("2018年3月1号", "2018年3月1日"), ("第12次", "第十二次"), ("二〇一八年", "2018年")),
    "name with numerals": _carried(
        "（列入{}规划）", ("“十四五”", "“十三五”"), ("十二五", "十三五")),
    "latin missing": turned(putting(_NOUN, lambda rng: ("", rng.choice(["CMI", "GDP", "App"])))),
    "latin extra": putting(_NOUN, lambda rng: ("", rng.choice(["BIM", "RFID", "Wi-Fi"]))),
    "latin changed": _carried("（简称{}）", ("BIM", "CIM"), ("GDP", "GNP"), ("APP", "API")),
}  # fmt: skip

_CHANGED, _FORM = ("changed_figure",), ("figure_form",)

KINDS = {
    **{sort: _CHANGED for sort in MAKERS if sort.startswith("figure changed")},
    **{sort: _FORM for sort in MAKERS if sort.startswith("figure form")},
    # The contract names a document number under both kinds.
    "figure changed: document number": ("changed_figure", "citation"),
    "figure missing": ("missing_figure",),
    "figure missing: with its unit": ("missing_figure",),
    "figure extra": ("extra_figure",),
    "figure extra: with its unit": ("extra_figure",),
    "name with numerals": ("wording",),
    "latin missing": ("missing_latin",),
    "latin extra": ("extra_latin",),
    "latin changed": ("wording",),
}
