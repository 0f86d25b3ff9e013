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
from functools import cache
from typing import NamedTuple

from diffcore.chinese.figure_values import ARABIC, HAN, HAN_DIGITS, NUMBER, NUMERALS, value_of
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
    "公[里顷斤]|千[米克]|千瓦时?|人次|学[时分]|课时|周[岁年]|月龄|[美港欧日]元|位(?!一体)|"
    "[岁周天年月日米亩克吨斤升人户家所名件项条款章节次倍级类档批期届张套辆台座层床种号编目页卷册]"
)
_UNITS = (
    f"厘米|毫[米克升]|兆瓦|千[卡帕伏赫]|分(?![之钟])|{_UNITS_OF_HAN}|部(?![门委分队署位长级])|"
    "例(?![如外])|[秒时元角度处间点股字份艘架轮遍剂]"
)
_UNITS_OF_ORDER = (
    "个(?:工作日|月|百分点)?|季度|[章节编款项目批期届次号类种级位名卷册页人年天日周轮档层组]"
)
# 一 is as often part of a word as a number (一个, 一种, 一次): it counts only before these.
_SURE_UNITS = (
    *("年", "月", "日", "天", "周", "倍", "名", "级", "类", "档", "人"),
    *("周年", "小时", "分钟", "工作日", "个工作日", "个月", "公里"),
)

# A slogan stands in these: “三个代表”, “两个维护”. What is quoted from a text goes on otherwise:
# “三年”, “两个以上”.
_OPENING = ("“", "‘", "「", "『", '"')
_SLOGAN = "[一二三四五六七八九十两]个"
# What stands behind an amount of one digit (每户每日五元。), "" at the end of the text.
_BEHIND_AMOUNT = ("", *",。;、:)/\n以至到的")

_HAN = rf"(?<![{HAN}])[一二三四五六七八九十两廿卅][{HAN}]*+(?:点[{HAN_DIGITS}]++)?"
_YEAR = rf"(?:\d{{4}}|(?<![{HAN}])[一二][{HAN_DIGITS}]{{3}})年"
_SHORT = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = "[-~至到]"

# Tried in this order at each place. Runs are taken possessively and none is entered in its
# middle, so the whole is linear in the length of the text.
_FORMS = {
    "document": rf"[〔\[(]\d{{4}}[〕\])]第?\d++号|〔[一二][{HAN_DIGITS}]{{3}}〕[{HAN}]++号",
    "date": rf"{_YEAR}(?:{_SHORT}月(?:{_SHORT}[日号])?|(?!{_TO}{_YEAR}))"
    rf"|(?<![\d{HAN}]){_SHORT}月{_SHORT}日"
    r"|(?<![\d.])\d{4}(?P<sign>[-./])\d{1,2}(?P=sign)\d{1,2}(?![\d.])",
    "percent": rf"{NUMBER}[%‰]?{_TO}{NUMBER}[%‰]|{NUMBER}[%‰]"
    rf"|(?<![{HAN}])[百千万]分之[{HAN}]++(?:点[{HAN_DIGITS}]++)?",
    "ratio": rf"{NUMBER}(?::{NUMBER})++|\d++/\d++(?![A-Za-z])|{_HAN}分之[{HAN}]++|\d++比\d++",
    "ordinal": rf"第(?:{NUMBER}(?:{_TO}{NUMBER})?|[{HAN}]++)"
    rf"(?:条(?:之[{HAN}]++)?|(?!人民)(?:{_UNITS_OF_ORDER}))?"
    rf"|第\((?:{NUMBER}|[{HAN}]++)\)[条款项目]",
    "mixed": rf"(?:{NUMBER})?+[A-Za-z][A-Za-z0-9]*+(?:[-.&+'/][A-Za-z0-9]++)*+",
    "amount": rf"{ARABIC}[多余]?(?P<unit>{_UNITS}|℃)?"
    # 10月至2026年6月 are two dates.
    rf"(?P<spread>(?:(?<![月日])|(?!{_TO}\d{{4}}年)){_TO}"
    rf"(?:{ARABIC}(?:{_UNITS})?|{_HAN}(?:{_UNITS_OF_HAN})))?",
    "han": rf"{_HAN}(?:[多余][万亿]*+)?(?:{_UNITS_OF_HAN}|元)?"
    rf"(?P<until>[至到](?:{_HAN}|{ARABIC})(?:{_UNITS_OF_HAN}))?",
}
_FIRST = rf"0-9A-Za-z第〔\[({HAN}"
_STARTS = rf"(?=[{_FIRST}])"

# Of a text from this length on, in characters, only the runs that can hold a figure are put into
# the characters of the grammar: some tenth of a law. In shorter ones finding the runs takes longer.
_RUNS_FROM = 1000
# Stands between two runs, and in no form of the grammar.
_APART = "\x7f"

# What is left of figures where digits and letters were lost may be any of these signs:
# 〔〕号, (), :, %, ., and a blank. A key without them is the same with and without the loss.
_LOSSES = r"[\x00-\x7f〔〕…‰]+"


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
        if words[0] not in HAN or (
            _counts(kind, words, text[end : end + 1])
            and not (text[start - 1 : start] in _OPENING and _is_name(words, text[end : end + 1]))
        ):
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
    *_, last = re.finditer(rf"(?:{NUMERALS})[多余]?", figure.text)
    return figure.start + int(last.end())


def mask_figures(text: str) -> str:
    """Give `text` without figures and Latin and without what their loss can leave standing.

    A rendition that lost all its digits and letters has the same key as one that kept them.
    The key is for comparing, not for reading: every ASCII character is gone.
    """
    return re.sub(_LOSSES, "", text)


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
    """Give the pattern of a run of characters of the grammar, from one that begins a form on.

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
    numeral = re.match(rf"[{HAN}]+", words)
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


def _is_name(words: str, behind: str) -> bool:
    """Say whether `words`, which begin a quotation, begin the name of a slogan."""
    return re.fullmatch(_SLOGAN, words) is not None and behind not in ("以", *_BEHIND_AMOUNT)
