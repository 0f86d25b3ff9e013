"""The parts of a text whose line breaks are lost: title, 题注, number, addressees, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from diffcore.chinese.characters import LETTER
from diffcore.structure.paragraphs import DATE

# What stands before the first label of a text without line breaks is looked at so far
# (code points).
LEAD_AT_MOST = 3000


def split_lead(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Give where the parts of text[start:end] begin that stand before the first label, with roles.

    Gives nothing where it begins with no title. Source: GB/T 9704—2012, 7.3.1, 7.3.2.
    """
    title = _title_pattern().match(text, start, min(end, start + LEAD_AT_MOST))
    if title is None:
        return
    yield start, "title"
    at = title.end()
    for role, pattern in _parts():
        match = pattern.match(text, at, end)
        if match is not None:
            yield at, role
            at = match.end()
    if at < end:
        yield at, "preamble"


def find_signed(text: str, start: int, end: int) -> int:
    """Give where the office and date begin that end text[start:end]; `end` where none do."""
    match = _signed_pattern().search(text, max(start, end - LEAD_AT_MOST), end)
    return match.start("signed") if match else end


@cache
def _title_pattern() -> re.Pattern[str]:
    """Give the pattern of a title with what must follow it; a sentence begins otherwise."""
    ends = (
        "决议|决定|令|公告|通告|意见|通知|通报|报告|批复|条例|办法|方案|规定|规划|细则|纲要|计划|"
        "规则|准则|标准|指南|要点|措施|预案|制度|解释|法"
    )
    behind = rf"\(?{DATE}|{_NUMBER}|为{LETTER}|根据|各{LETTER}|第一[编章条]|一、"
    return re.compile(
        r"(?!为|根据|依照|按照|依据|本|现|各|第)[^。;:!?,\n]{4,100}?"
        rf"(?:{ends})(?:\((?:试行|草案|暂行|修订|修正)\))?(?:(?={behind})|\Z)"
    )


_NUMBER = rf"{LETTER}{{1,12}}[〔\[(](?:[12]\d{{3}})?[〕\])]第?\d{{0,5}}号"


@cache
def _parts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the roles that may follow a title, in order, with the patterns of their words."""
    return (
        ("document_number", re.compile(_NUMBER)),
        ("adoption", re.compile(rf"\((?:根据|自)?{DATE}[^()]{{0,1200}}\)")),
        ("recipient", re.compile(r"各[^。;:!?《》\n]{1,200}:")),
    )


@cache
def _signed_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<=[。”)])(?P<signed>(?:{LETTER}|、){{4,60}}?{DATE})\Z")
