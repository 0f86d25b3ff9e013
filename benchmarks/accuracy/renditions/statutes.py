"""The articles of a law, cut out of its text by their heads alone, without the tool's outline."""

from __future__ import annotations

import re

from benchmarks.accuracy.renditions.account import signs_of
from benchmarks.accuracy.renditions.files import ANNEX
from diffcore.chinese.numerals import parse_numeral

# (ordinal, branch): 第三十四條之一 and 第 34-1 條 are (34, 1).
Article = tuple[int, int]

_NUMBER = r"[一二三四五六七八九十百千零〇]+"
_HEAD = re.compile(
    rf"^[#*>\s]*第\s*(?:(?P<han>{_NUMBER})\s*[条條](?:\s*之\s*(?P<branch>{_NUMBER}))?"
    r"|(?P<arabic>\d+)(?:-(?P<sub>\d+))?\s*[条條])(?=[\s*(（]|$)\**[ \t\u3000]*"
    r"(?P<caption>[(（][^()（）\n]*[)）][ \t]*$)?",
    re.MULTILINE,
)
_DIVISION = re.compile(
    rf"^[#*>\s]*第\s*{_NUMBER}\s*[编編章节節][ \t\u3000\d-].*$|^[=-]+[ \t]*$", re.MULTILINE
)


def articles_of(text: str) -> dict[Article, str]:
    """Give the signs of each article of `text`, without captions, headings and annexes."""
    heads = list(_HEAD.finditer(text))
    annex = ANNEX.search(text, heads[-1].end()) if heads else None
    end = annex.start() if annex else len(text)
    bounds = [*(head.start() for head in heads[1:]), end]
    return {
        _number(head): signs_of(_DIVISION.sub("", text[head.end() : bound]))
        for head, bound in zip(heads, bounds, strict=True)
    }


def differing(base: str, other: str) -> set[Article]:
    """Give the articles that do not have the same signs in both texts, or are in one alone."""
    one, two = articles_of(base), articles_of(other)
    return {number for number in one.keys() | two.keys() if one.get(number) != two.get(number)}


def _number(head: re.Match[str]) -> Article:
    if head["arabic"]:
        return int(head["arabic"]), int(head["sub"] or 0)
    branch = parse_numeral(head["branch"]) if head["branch"] else 0
    return parse_numeral(head["han"]) or 0, branch or 0
