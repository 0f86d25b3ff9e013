"""The paragraphs of a normal text, and what each looks like when seen alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from diffcore.chinese.characters import LETTER
from diffcore.chinese.enumerated import find_enumerated
from diffcore.chinese.labels import Label, find_label, find_parted_label
from diffcore.chinese.site_words import SITE_WORDS


class Paragraph(NamedTuple):
    """A paragraph that is not blank: its span without the line feed, its looks, its label.

    `looks` is one of "number" (发文字号), "date", "adoption" (题注), "entry" (制定机关：…),
    "imprint" (版记), "annotation" (附注), "edition" (刊名、期号), "contents" (目录), "mark" (附件),
    "address" (ends like 主送机关), "short" (no sentence: a title, a signature), "labelled" and ""
    (running text).
    """

    start: int
    end: int
    looks: str
    label: Label | None


# A paragraph longer than this (code points) is running text, whatever else it looks like. The
# longest title under GB/T 9704 in data/formats/html_govcn has 52; two lines of one fit.
SHORT_AT_MOST = 80
# The list of an office's addressees (主送机关) may be long; 题注 of a much amended law longer.
ADDRESS_AT_MOST = 300
ADOPTION_AT_MOST = 1200

# An office and the name of who speaks have at most so many characters (国务院总理 李强: 7).
SPEAKER_AT_MOST = 20
# The next number of a list stands within so many labelled paragraphs: items have sub-items.
LIST_REACH = 12

_TERMINALS = "。；;:，,、!?！？…"
_FORM_STARTS = "(根自12年抄分主附"
_YEAR = r"(?:[12]\d{3}|[一二][〇零○0OＯ一二三四五六七八九]{3})?年"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})?"
DATE = rf"{_YEAR}{_DAY}月{_DAY}日"
# Where other words make sure that a date is meant; re compiles it many times as fast.
_SOME_DATE = r"\w{0,4}年\w{0,3}月\w{0,3}日"


def split_paragraphs(text: str, is_set_off: Callable[[int], bool]) -> list[Paragraph]:
    """Give the paragraphs of `text` that are not blank, in order.

    `is_set_off` tells of the place behind a label whether a blank stands there in print.
    """
    paragraphs: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            label = find_label(text, start) or find_parted_label(text, start, is_set_off)
            paragraphs.append(Paragraph(start, start + len(line), _look_at(line, label), label))
        start += len(line) + 1
    for at, paragraph in enumerate(paragraphs):
        if paragraph.label is None and "、" in text[paragraph.start + 1 : paragraph.start + 4]:
            paragraphs[at] = _label_by_list(text, paragraphs, at)
    return paragraphs


def _label_by_list(text: str, paragraphs: Sequence[Paragraph], at: int) -> Paragraph:
    """Give paragraph `at` its label where it reads like an enumeration and its list goes on.

    一、二年制：… is an item where 二、 follows.
    """
    paragraph = paragraphs[at]
    label = find_enumerated(text, paragraph.start)
    if label is None or label.ordinal is None or label.end >= paragraph.end:
        return paragraph
    behind = (other.label for other in paragraphs[at + 1 : at + 1 + LIST_REACH])
    following = next((other for other in behind if other and other.style == label.style), None)
    if following is None or following.ordinal != label.ordinal + 1:
        return paragraph
    return paragraph._replace(looks="labelled", label=label)


def is_speaker(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Tell whether a name stands between the head of a speech and its address (各位代表：)."""
    if at + 1 >= len(paragraphs) or paragraphs[at + 1].looks != "address":
        return False
    name = paragraphs[at]
    return name.looks == "short" and name.end - name.start <= SPEAKER_AT_MOST


def _look_at(line: str, label: Label | None) -> str:
    """Give the looks of a paragraph."""
    if label is not None:
        return "labelled"
    # Most paragraphs are sentences; of these only 题注 and 抄送 are more, and they begin so.
    if len(line) > ADOPTION_AT_MOST or (line[-1] in "。;,、" and line[0] not in _FORM_STARTS):
        return ""
    match = _looks_pattern().match(line)
    if match:
        return str(match.lastgroup)
    if len(line) <= ADDRESS_AT_MOST and _address_pattern().fullmatch(line):
        return "address"
    if len(line) <= SHORT_AT_MOST and line[-1] not in _TERMINALS and "。" not in line:
        return "short"
    return ""


@cache
def _address_pattern() -> re.Pattern[str]:
    """Give the pattern of a line that names addressees, and announces no list or text."""
    return re.compile(
        r"(?!为|根据|依照|按照|现)[^。《》]+(?<!如下)(?<!以下)(?<!下列)(?<!决定)(?<!规定):"
    )


@cache
def _looks_pattern() -> re.Pattern[str]:
    """Give the pattern of lines that a form of GB/T 9704 marks; lost digits are allowed for.

    Source: GB/T 9704—2012, 7.2.5 (发文字号), 7.3.4 (附件说明), 7.3.5 (落款), 7.4 (版记).
    """
    acts = "通过|公布|发布|施行|实施|修订|修正|批准|生效|印发|制定"
    return re.compile(
        rf"(?P<page>{SITE_WORDS})|"
        rf"(?P<number>(?:(?:{LETTER}|、){{1,20}}[〔\[(【](?:[12]\d{{3}})?[〕\])】]第?\d{{0,5}}号|"
        rf"(?:{LETTER}{{1,20}}令)?\(?第[\d一二三四五六七八九十〇零]{{0,5}}号\)?)$)|"
        rf"(?P<date>\(?{DATE}\)?$)|"
        rf"(?P<imprint>(?:抄送|抄报|分送|主题词|主送):|.{{0,40}}{_SOME_DATE}印发$)|"
        rf"(?P<adoption>\((?=.{{0,40}}年).{{4,{ADOPTION_AT_MOST}}}\)$|"
        rf"(?:根据|自)?{_SOME_DATE}[^。;]{{3,400}}(?:{acts})\)?。?$)|"
        r"(?P<entry>(?:制定|发布|颁布|公布|发文)(?:机关|单位|部门|日期|时间|文号):.{1,60}$|"
        r"(?:生效|施行|实施|通过|成文|修订|修正)(?:日期|时间):.{1,60}$|"
        r"(?:时效性|效力级别|效力位阶|法律效力):.{1,20}$)|"
        r"(?P<annotation>\((?:此件|本件|本文|此文|联系人)[^()]{2,60}\)$)|"
        rf"(?P<edition>{LETTER}{{2,20}}(?:[省市县区府院]|委员会)(?:公报|政报)$|【.{{1,20}}】$|"
        r"(?:[12]?\d{0,3}年)?(?:第[\d、-]*[期号](?:[(总].{0,20})?|总第?[\d-]*[期号])$|"
        r".{2,40}(?:主办|主管|编印|出版)$)|"
        r"(?P<contents>目[录次]$)|"
        r"(?P<mark>附[件表录]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?::|$))"
    )
