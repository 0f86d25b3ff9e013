"""The grammar of figures (数字): where in a normal text they stand, and what they are worth.

A figure is a number with its magnitude and unit (1.39万亿斤, 50%, 三十个工作日), a date
(2025年3月1日), the year and number of a document (〔2021〕18号), an ordinal (第12号), a range
(3至5年), a ratio (1:2), or a run of Latin letters (CMI) or of letters and digits (5G, PM2.5).
Everything is read on the normal text: half-width digits, ':' '-' '~' '%', no inner blanks.

Chinese numerals are figures only where they have a certain value and count something:
三十个工作日, 百分之五, 二〇二五年; never in names (十四五, 一带一路, 三农, 一体化).

Source: GB/T 15835—2011 for the forms of figures; GB/T 9704—2012, 7.2.5 for document numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from diffcore.chinese.numerals import parse_numeral

# What a figure may be (Figure.kind), in the order in which the forms are tried.
KINDS = (
    *("document", "date", "percent", "ratio", "ordinal"),
    *("mixed", "latin", "range", "quantity", "number"),
)

# Units, those that begin with another one before it. Behind Chinese numerals fewer of them are
# certain: 十分, 三角洲, 二元结构, 四处 and 两点论 count nothing.
_UNITS_OF_HAN = (
    "个(?:工作日|自然日|百分点|小时|月)?|工作日|百分点|小时|分钟|平方(?:公里|千米|米)|立方米|"
    "公[里顷斤]|千[米克]|千瓦时?|人次|学[时分]|课时|周岁|[美港欧日]元|位(?!一体)|"
    "[岁周天年月日米亩克吨斤升人户家所名件项条款章节次倍级类档批期届张套辆台座层床种号编目页卷册]"
)
_UNITS = f"厘米|毫[米克]|兆瓦|分(?!之)|{_UNITS_OF_HAN}|[秒时元角度处间点股字份艘架轮]"
_UNITS_OF_ORDER = (
    "个(?:工作日|月|百分点)?|季度|[章节编款项目批期届次号类种级位名卷册页人年天日周轮档层组]"
)
# 一 is as often part of a word as a number (一个, 一种, 一次): it counts only before these.
_SURE_UNITS = (
    *("年", "月", "日", "天", "周", "倍", "名", "级", "类", "档", "人"),
    *("小时", "分钟", "工作日", "个工作日", "个月", "公里"),
)

# What stands behind an amount of one digit (每户每日五元。), "" at the end of the text.
_BEHIND_AMOUNT = ("", *",。;、:)/\n以至到的")

_C = "〇零一二三四五六七八九十百千万亿两廿卅"
_DIGIT = "〇零一二三四五六七八九"
_N = r"(?:\d{1,3}(?:,\d{3}(?!\d))++(?:\.\d++)?|\d{1,3}(?: \d{3}(?!\d))++|\d++(?:\.\d++)*+)"
_ARABIC = rf"{_N}(?:[百千]?[万亿]++|[百千](?![米克瓦]))?"
_HAN = rf"(?<![{_C}])[一二三四五六七八九十两廿卅][{_C}]*+(?:点[{_DIGIT}]++)?"
_YEAR = rf"(?:\d{{4}}|(?<![{_C}])[一二][{_DIGIT}]{{3}})年"
_SHORT = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = "[-~至到]"

# Tried in this order at each place. Runs are taken possessively and none is entered in its
# middle, so the whole is linear in the length of the text.
_FORMS = {
    "document": rf"[〔\[(]\d{{4}}[〕\])]第?\d++号|〔[一二][{_DIGIT}]{{3}}〕[{_C}]++号",
    "date": rf"{_YEAR}(?:{_SHORT}月(?:{_SHORT}[日号])?)?(?!{_TO}{_YEAR})"
    rf"|(?<![\d{_C}]){_SHORT}月{_SHORT}日"
    r"|(?<![\d.])\d{4}(?P<sign>[-./])\d{1,2}(?P=sign)\d{1,2}(?![\d.])",
    "percent": rf"{_N}[%‰]?{_TO}{_N}[%‰]|{_N}[%‰]"
    rf"|(?<![{_C}])[百千万]分之[{_C}]++(?:点[{_DIGIT}]++)?",
    "ratio": rf"{_N}(?::{_N})++|\d++/\d++(?![A-Za-z])|{_HAN}分之[{_C}]++|\d++比\d++",
    "ordinal": rf"第(?:{_N}(?:{_TO}{_N})?|[{_C}]++)"
    rf"(?:条(?:之[{_C}]++)?|(?!人民){_UNITS_OF_ORDER})?",
    "mixed": rf"(?:{_N})?+[A-Za-z][A-Za-z0-9]*+(?:[-.&+'/][A-Za-z0-9]++)*+",
    "amount": rf"{_ARABIC}[多余]?(?P<unit>{_UNITS}|℃)?"
    rf"(?P<spread>{_TO}(?:{_ARABIC}(?:{_UNITS})?|{_HAN}(?:{_UNITS_OF_HAN})))?",
    "han": rf"{_HAN}[多余]?(?:{_UNITS_OF_HAN}|元)?"
    rf"(?P<until>[至到](?:{_HAN}|{_ARABIC})(?:{_UNITS_OF_HAN}))?",
}
_FIRST = rf"0-9A-Za-z第〔\[({_C}"
_STARTS = rf"(?=[{_FIRST}])"

# Of a text from this length on, in characters, only the runs that can hold a figure are put into
# the characters of the grammar: some tenth of a law. In shorter ones finding the runs takes longer.
_RUNS_FROM = 1000
# Stands between two runs, and in no form of the grammar.
_APART = "\x7f"

# What is left of figures where digits and letters were lost may be any of these signs:
# 〔〕号, (), :, %, ., and a blank. A key without them is the same with and without the loss.
_LOSSES = r"[\x00-\x7f〔〕…‰]+"

_NUMERALS = rf"{_ARABIC}|[百千万](?=分之)|(?![百千万亿])[{_C}]++(?:点[{_DIGIT}]++)?"
_MAGNITUDES = {"百": 2, "千": 3, "万": 4, "亿": 8}
_CALENDAR = r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})"
_BRACKETS = str.maketrans("[]()", "〔〕〔〕")
_PARTS = r"(\d+)分之(.+)"
_PART_SIGNS = {"100": "%", "1000": "‰", "10000": "‱"}
_SPREAD = r"(\d[\d.]*)(\D*?)[-~至到](\d[\d.]*)(\D*)"


class Figure(NamedTuple):
    """A figure in a normal text; `kind` is one of KINDS.

    `value` is the same for figures that mean the same (百分之五十 and 50%, 3万元 and 30,000元)
    and otherwise differs. It is None where the words have no certain value.
    """

    start: int
    end: int
    kind: str
    text: str

    @property
    def value(self) -> str | None:
        """The value, for comparing."""
        return value_of(self.kind, self.text)


def find_figures(text: str) -> tuple[Figure, ...]:
    """Give every figure of the normal text `text`, in order; they never overlap."""
    figures = []
    for match, shift in _matches(text):
        start, end = match.start() + shift, match.end() + shift
        kind, words = _kind(match), text[start:end]
        if words[0] not in _C or _counts(kind, words, text[end : end + 1]):
            figures.append(Figure(start, end, kind, words))
    return tuple(figures)


def _matches(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Give the matches of the grammar, each with how far it stands from its place in `text`."""
    pattern, narrow = _grammar()
    if len(text) < _RUNS_FROM:
        yield from ((match, 0) for match in pattern.finditer(text.translate(narrow)))
        return
    runs = [run.span() for run in _runs().finditer(text)]
    joined = _APART.join([text[start:end] for start, end in runs]).translate(narrow)
    run, at = 0, 0  # the run in hand, and where it begins in `joined`
    for match in pattern.finditer(joined):
        while match.start() >= at + runs[run][1] - runs[run][0]:
            at += runs[run][1] - runs[run][0] + len(_APART)
            run += 1
        yield match, runs[run][0] - at


def unit_start(figure: Figure) -> int:
    """Give the place in the text at which the unit of `figure` begins, its end where it has none.

    The magnitude belongs to the number (3万|元), and so does a percent sign; a date, a ratio or
    an ordinal is one whole.
    """
    if figure.kind not in ("quantity", "range"):
        return figure.end
    *_, last = re.finditer(_NUMERALS, figure.text)
    return figure.start + int(last.end())


def mask_figures(text: str) -> str:
    """Give `text` without figures and Latin and without what their loss can leave standing.

    A rendition that lost all its digits and letters has the same key as one that kept them.
    The key is for comparing, not for reading: every ASCII character is gone.
    """
    return re.sub(_LOSSES, "", text)


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
    return _range_value(plain) if kind in ("range", "percent", "ordinal") else plain


@cache
def _grammar() -> tuple[re.Pattern[str], dict[int, str]]:
    """Give the compiled grammar, and the table that puts a text into its characters.

    They are compiled when the first figure is looked for. The hundred-odd Chinese characters of
    the grammar stand below U+0100 in it, where re compiles sets of characters many times as fast;
    what stands there in a text matches nothing.
    """
    forms = "|".join(f"(?P<{kind}>{form})" for kind, form in _FORMS.items())
    grammar = f"{_STARTS}(?:{forms})"
    narrow = dict.fromkeys(range(0x80, 0x100), "\ufffd")
    wide = sorted({char for char in grammar if not char.isascii()})
    narrow |= {ord(char): chr(0x80 + place) for place, char in enumerate(wide)}
    return re.compile(grammar.translate(narrow)), narrow


@cache
def _runs() -> re.Pattern[str]:
    """Give the pattern of a run of characters of the grammar, from the first one that begins a form.

    The point before it is part of it: a date does not begin behind one. Any other character that
    a form looks back at begins one itself.
    """
    wide = "".join(sorted({char for form in _FORMS.values() for char in form if char > _APART}))
    return re.compile(rf"\.?[{_FIRST}][ -~{wide}]*+")


def _kind(match: re.Match[str]) -> str:
    """Give the kind of the figure that the grammar has found."""
    form = match.lastgroup or ""
    if form in ("amount", "han"):
        if match["spread"] or match["until"]:
            return "range"
        return "quantity" if match["unit"] or form == "han" else "number"
    if form == "mixed" and not any(map(str.isdigit, match.group())):
        return "latin"
    return form


def _counts(kind: str, words: str, behind: str) -> bool:
    """Say whether a form that begins with a Chinese numeral is certainly a figure.

    `behind` is the character that follows: 五元 is an amount before a mark, in 二元结构 it is none.
    """
    if kind in ("date", "percent", "ratio"):
        return True
    numeral = re.match(rf"[{_C}]+", words)
    run = numeral.group() if numeral else ""
    unit = words[len(run) :]
    if parse_numeral(run) is None or not (
        len(run) == 1 or re.search("[十百千万亿廿卅]", run) or re.match(_YEAR, words)
    ):
        return False
    if run == "一":
        return unit in _SURE_UNITS or kind == "range"
    if unit == "元" and behind in _BEHIND_AMOUNT:
        return True
    if unit in ("", "元"):
        return re.search("[百千万亿]" if not unit else "[十百千万亿]", run) is not None
    return True


def _in_digits(words: str) -> str | None:
    """Give `words` with every numeral in plain Arabic digits, None where one has no value."""
    values = [_number_value(match.group()) for match in re.finditer(_NUMERALS, words)]
    if None in values:
        return None
    rest = iter(values)
    return re.sub(_NUMERALS, lambda _: next(rest) or "", words)


def _number_value(numeral: str) -> str | None:
    """Give one numeral, with its magnitude, as plain digits: 1.5万 is 15000."""
    if numeral in ("百", "千", "万"):
        return str(10 ** _MAGNITUDES[numeral])
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
