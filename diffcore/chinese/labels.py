"""Labels (序号) before clauses: 第三条, 一、, （一）, 1., （1）, ①, also where the digit is lost.

Labels are looked for in normal text (half-width brackets and digits, no blanks between Chinese
characters); blanks inside a label and full-width forms are understood as well, because lines
are also asked before they are normalised. Whether a label fits the sequence that it stands in
is not known here. Source: 《立法法》 (编章节条款项目); GB/T 9704—2012, 7.3.3 (一、（一）1.（1）).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from diffcore.chinese.characters import is_han
from diffcore.chinese.citations import is_cited_item, is_cited_ordinal
from diffcore.chinese.numerals import NUMERAL_CHARACTERS, parse_numeral


class Label(NamedTuple):
    """A label at the head of a clause.

    `end` is the offset behind it. `style` is one of STYLES. `ordinal` is None where the number
    is lost (`is_bare`). `branch` is the 一 of 第三条之一, else 0.
    """

    end: int
    style: str
    ordinal: int | None
    branch: int = 0

    @property
    def is_bare(self) -> bool:
        """Whether the label has lost its number."""
        return self.ordinal is None


# The styles of labels, from the widest usual clause to the narrowest.
STYLES = (
    "part",  # 第一编, 第一部分
    "subpart",  # 第一分编
    "chapter",  # 第一章
    "section",  # 第一节
    "paragraph",  # 第一款, as the heading that Taiwan's codes have under 節
    "subparagraph",  # 第一目
    "article",  # 第一条, 第一条之一, 第1-1條
    "comma-formal",  # 壹、, above 一、 in Taiwan's official letters
    "comma-chinese",  # 一、
    "paren-chinese",  # （一）
    "arabic-dot",  # 1. 1、
    "decimal",  # 1.1 1.1.1
    "paren-arabic",  # （1）
    "half-paren",  # 1）
    "circled",  # ①
    "roman",  # Ⅰ.
    "letter",  # a. a） （a）
)

_BLANKS = " \t\u3000\u00a0"
_BLANK = f"[{_BLANKS}]*"
_ARABIC = "0-9０-９"
_NUMERAL = f"[{NUMERAL_CHARACTERS}{_ARABIC}]"
_KINDS = {
    "编": "part", "編": "part", "篇": "part", "部分": "part", "部份": "part",
    "分编": "subpart", "分編": "subpart", "章": "chapter", "节": "section", "節": "section",
    "条": "article", "條": "article", "款": "paragraph", "目": "subparagraph",
}  # fmt: skip
_DOTS = ".．、"
# What never stands right behind a label.
_PARTING = frozenset("，、；。：,;:)）")
_OPENING = "(（〔[【"
_CLOSING = ")）〕\\]】"

# A line such as 3、4月 or 二、三线城市 begins with an enumeration, not with a label.
_MEASURES = "级類类等线線楼层期季产產月日年批审章节節条條款项項号號"
# 1.5倍 is an amount, 1.5总则 a heading: units that stand behind a decimal number.
_UNITS = "倍亿億万萬千百个個元米公吨噸克升度分秒小天日月年人户戶次件项項亩畝平立成折级級至到~%‰-"
# 1–3 digits: 2025. is the end of a date, not a label.
_DIGITS_AT_MOST = 3


def find_label(text: str, at: int = 0) -> Label | None:
    """Give the label that begins exactly at `at` in `text`, or None.

    What can only be a citation (第三条第二款, 第三条、第四条, （一）项) is no label.
    """
    if at >= len(text):
        return None
    find = _finders().get(text[at])
    return find(text, at) if find else None


@cache
def _finders() -> dict[str, Callable[[str, int], Label | None]]:
    """Give for each character that a label may begin with the function that reads it."""
    finders: dict[str, Callable[[str, int], Label | None]] = {}
    finders.update(dict.fromkeys(NUMERAL_CHARACTERS, _find_comma))
    finders.update(dict.fromkeys("0123456789０１２３４５６７８９", _find_arabic))
    finders.update(dict.fromkeys(_LETTERS + "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", _find_letter))
    finders.update(dict.fromkeys(_OPENING, _find_bracketed))
    finders.update(dict.fromkeys(_signs(), _find_sign))
    finders.update(dict.fromkeys(_DOTS + ")）", _find_bare))
    finders["第"] = _find_ordinal
    return finders


# 第X条


@cache
def _ordinal_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"第{_BLANK}(?P<number>{_NUMERAL}(?:{_BLANK}{_NUMERAL}){{0,9}})?"
        rf"(?:[-－—]{_BLANK}(?P<inner>[{_ARABIC}]{{1,3}}))?{_BLANK}"
        r"(?P<kind>分?[编編]|篇|部[分份]|章|[节節条條款目])"
        rf"(?:{_BLANK}(?:之|[-－—]){_BLANK}(?P<branch>{_NUMERAL}{{1,4}})(?![般个些项]))?"
    )


@cache
def _word_pattern() -> re.Pattern[str]:
    """Give the pattern of words that begin with a kind of clause: 条款, 节目, 目标."""
    return re.compile("[节節][目日课]|[条條][款例件]|目[标標的录錄]")


def _find_ordinal(text: str, at: int) -> Label | None:
    """Read 第三条, 第三条之一, 第12-1條, and 第条 without its number; 第三条款 is none."""
    match = _ordinal_pattern().match(text, at)
    if match is None or _word_pattern().match(text, match.end("kind") - 1):
        return None
    return _read_ordinal(text, match)


def find_parted_label(text: str, at: int, is_set_off: Callable[[int], bool]) -> Label | None:
    """Give the label at `at` whose last character makes a word with what follows, else None.

    第一节|目标 and 第二条|例会: it is a label where `is_set_off` tells that a blank stands behind
    it in print, which normal text lacks.
    """
    match = _ordinal_pattern().match(text, at)
    if match is None or not _word_pattern().match(text, match.end("kind") - 1):
        return None
    return _read_ordinal(text, match) if is_set_off(match.end()) else None


def _read_ordinal(text: str, match: re.Match[str]) -> Label | None:
    style = _KINDS[match["kind"]]
    if is_cited_ordinal(text, match.end(), style):
        return None
    ordinal = parse_numeral(_tighten(match["number"] or ""))
    if ordinal is None and match["number"]:
        return None
    branch = parse_numeral(match["inner"] or match["branch"] or "") or 0
    return Label(match.end(), style, ordinal, branch)


# 一、 and 一）


@cache
def _comma_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>[{NUMERAL_CHARACTERS}]{{1,5}}){_BLANK}(?P<mark>[{_DOTS}]|[)）])"
        rf"(?!{_BLANK}[{_DOTS}])(?P<next>{_BLANK}[{NUMERAL_CHARACTERS}])?"
    )


_FORMAL = "壹贰叁肆伍陆柒捌玖拾貳參叄陸"


def _find_comma(text: str, at: int) -> Label | None:
    """Read 一、 and its rarer forms 一. and 一）."""
    match = _comma_pattern().match(text, at)
    ordinal = parse_numeral(match["number"]) if match else None
    if match is None or not ordinal:
        return None
    if match["next"] and _reads_like_enumeration(
        text, match.end(), ordinal, _tighten(match["next"])
    ):
        return None
    if match["mark"] in ")）":
        # A bracket before a mark closes what was opened before: （占三分之二），broken before 二.
        is_rest = text[match.end("mark") : match.end("mark") + 1] in _PARTING
        return None if is_rest else Label(match.end("mark"), "paren-chinese", ordinal)
    # 陆、海、空军 is no sixth heading.
    if text[at] in _FORMAL and text[match.end("mark") : match.end("mark") + 1] in "海空":
        return None
    style = "comma-formal" if text[at] in _FORMAL else "comma-chinese"
    return Label(match.end("mark"), style, ordinal)


def _reads_like_enumeration(text: str, after: int, first: int, second: str) -> bool:
    """Tell whether 二、三 goes on as an enumeration: 二、三线城市, 一、二、三产业."""
    following = text[after : after + 1]
    return parse_numeral(second) == first + 1 and (following in _MEASURES or following == "、")


# 1. and 1）


@cache
def _arabic_pattern() -> re.Pattern[str]:
    digits = f"[{_ARABIC}]"
    year = f"(?=[12１２]{digits}{{3}}年)"
    return re.compile(
        rf"(?P<decimal>{digits}{{1,2}}(?:[.．]{digits}{{1,2}}){{1,3}})"
        rf"(?![{_ARABIC}.．/／:：{_UNITS}]|{_BLANK}[a-zA-Zμ℃%‰~)）,，、。;；+×=])(?=.)|"
        rf"(?P<number>{digits}{{1,{_DIGITS_AT_MOST}}}){_BLANK}"
        rf"(?P<mark>[{_DOTS}](?:(?!{_BLANK}[{_ARABIC}{_DOTS}])|{_BLANK}{year})|[)）])"
    )


def _find_arabic(text: str, at: int) -> Label | None:
    """Read 1. 1、 1） and 1.1.1; no decimal number, no date, no enumeration of figures."""
    match = _arabic_pattern().match(text, at)
    if match is None:
        return None
    if match["decimal"]:
        last = match["decimal"].replace("．", ".").rpartition(".")[2]
        return Label(match.end(), "decimal", int(last)) if int(last) else None
    if not int(match["number"]) or is_cited_item(text, match.end()):
        return None
    style = "half-paren" if match["mark"] in ")）" else "arabic-dot"
    return Label(match.end("mark"), style, int(match["number"]))


# （一）, （1）, （a）


@cache
def _bracketed_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"[{re.escape(_OPENING)}]{_BLANK}"
        rf"(?:(?P<chinese>[{NUMERAL_CHARACTERS}]{{1,5}})|(?P<arabic>[{_ARABIC}]{{1,3}})|"
        rf"(?P<letter>[A-Za-zａ-ｚＡ-Ｚ])|(?P<bare>)){_BLANK}[{_CLOSING}]"
    )


def _find_bracketed(text: str, at: int) -> Label | None:
    """Read （一）, （1）, （a）, and () without its number."""
    match = _bracketed_pattern().match(text, at)
    if match is None or is_cited_item(text, match.end()):
        return None
    if match["chinese"]:
        ordinal, style = parse_numeral(match["chinese"]), "paren-chinese"
    elif match["arabic"]:
        ordinal, style = parse_numeral(match["arabic"]), "paren-arabic"
    elif match["letter"]:
        ordinal, style = _rank_letter(match["letter"]), "letter"
    elif text[at] in "(（" and match.end() < len(text):
        return Label(match.end(), "paren-arabic", None)
    else:
        return None
    return Label(match.end(), style, ordinal) if ordinal else None


# a. and Ⅰ.

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROMAN = {"I": 1, "V": 5, "X": 10}


@cache
def _letter_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<sign>[Ⅰ-Ⅻ])|(?P<roman>[IVX]{{2,5}}|I)|(?P<letter>[A-Za-z])){_BLANK}"
        rf"[{_DOTS})）](?![A-Za-z{_ARABIC}{_DOTS}])"
    )


def _find_letter(text: str, at: int) -> Label | None:
    """Read a. and a） and Ⅰ. and II."""
    match = _letter_pattern().match(text, at)
    if match is None:
        return None
    if match["sign"]:
        return Label(match.end(), "roman", ord(match["sign"]) - ord("Ⅰ") + 1)
    if match["roman"]:
        return Label(match.end(), "roman", _read_roman(match["roman"]))
    return Label(match.end(), "letter", _rank_letter(match["letter"]))


def _read_roman(text: str) -> int:
    values = [_ROMAN[character] for character in text]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))


def _rank_letter(letter: str) -> int:
    """Give the place of a letter in the alphabet, from 1."""
    return (ord(letter) - (0xFEE0 if ord(letter) > 0xFF00 else 0) & ~0x20) - 0x40


# ① ⑴ ⒈ ㈠: one sign is the whole label

# First sign, how many follow one another, the first's ordinal, style.
_SIGN_RANGES = (
    ("①", 20, 1, "circled"), ("㉑", 15, 21, "circled"), ("❶", 10, 1, "circled"),
    ("⓵", 10, 1, "circled"), ("➀", 10, 1, "circled"), ("➊", 10, 1, "circled"),
    ("⑴", 20, 1, "paren-arabic"), ("⒈", 20, 1, "arabic-dot"),
    ("㈠", 10, 1, "paren-chinese"), ("㊀", 10, 1, "circled"), ("⒜", 26, 1, "letter"),
)  # fmt: skip


@cache
def _signs() -> dict[str, tuple[int, str]]:
    """Give ordinal and style of each sign."""
    return {
        chr(ord(first) + i): (ordinal + i, style)
        for first, count, ordinal, style in _SIGN_RANGES
        for i in range(count)
    }


def _find_sign(text: str, at: int) -> Label | None:
    """Read a sign that is a whole label, and a 、 or . behind it."""
    if is_cited_item(text, at + 1) and text[at + 1] not in _DOTS:
        return None
    ordinal, style = _signs()[text[at]]
    end = at + 1
    if text[end : end + 1] in tuple(_DOTS) and text[end + 1 : end + 2] not in _signs():
        end += 1
    return Label(end, style, ordinal)


# Labels that lost their digit: . 、 )


def _find_bare(text: str, at: int) -> Label | None:
    """Read the mark that is left of 1. or 1）; the words must follow on the same line."""
    words = at + 1
    while words < len(text) and text[words] in _BLANKS:
        words += 1
    first = text[words : words + 1]
    is_word = is_han(first) or first in tuple("“《<") or (first.isascii() and first.isalpha())
    if not is_word:
        return None
    style = "half-paren" if text[at] in ")）" else "arabic-dot"
    return Label(at + 1, style, None)


def _tighten(text: str) -> str:
    """Give `text` without blanks."""
    return "".join(text.split())
