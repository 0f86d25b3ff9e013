"""The articles of a statute, cut from its file by the bare rule that they count up from one.

It shares no code with the tool: what the tool takes for an article is measured by it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = "[零〇一二两三四五六七八九十百千]+"

_MARKUP = re.compile(r"<!--.*?-->|<[^>]*>|\*\*|!?\[([^\]]*)\]\([^)]*\)", re.DOTALL)
_FRONT = re.compile(r"\A\s*---\n.*?\n---\n", re.DOTALL)
# Lines of signs under a heading, as some renditions draw them.
_RULE = re.compile(r"[-=]+")
_ARTICLE = re.compile(rf"(?:#+\s*)?第({NUMERAL})[条條](?:之({NUMERAL}))?(?=[\s::]|$)")
_HEADING = re.compile(rf"(?:#+\s*)?(?:-\s*)?第{NUMERAL}(?:编|分编|章|节)(?=\s|$)|#+\s")
_ANNEX = re.compile(r"(?:#+\s*)?(?:附件|附表|附录|附[::]|附$)")


class Article(NamedTuple):
    """One article: its number with the 一 of 之一 (else 0), its division, and its paragraphs."""

    number: tuple[int, int]
    division: str
    paragraphs: tuple[str, ...]

    @property
    def words(self) -> str:
        """The words of the article without its number."""
        return "".join(self.paragraphs)


def number_of(numeral: str) -> int:
    """Give the value of a Chinese numeral below ten thousand."""
    value, digit = 0, 0
    for char in numeral:
        if char in UNITS:
            value += (digit or 1) * UNITS[char]
            digit = 0
        else:
            digit = DIGITS[char]
    return value + digit


def articles_of(text: str) -> tuple[Article, ...]:
    """Give the articles of a statute in their order; what stands before and after is left out."""
    found: list[Article] = []
    division, paragraphs, is_open = "", [], False
    for line in _lines(text):
        head = _ARTICLE.match(line)
        number = (number_of(head[1]), number_of(head[2] or "")) if head else (0, 0)
        if head and _follows(found[-1].number if found else (0, 0), number):
            paragraphs, is_open = [line[head.end() :].strip()], True
            found.append(Article(number, division, ()))
        elif _HEADING.match(line) or (found and _ANNEX.match(line)):
            division, is_open = re.sub(r"[#\s]", "", line), False
        elif is_open:
            paragraphs.append(line)
        if is_open:
            found[-1] = found[-1]._replace(paragraphs=tuple(filter(None, paragraphs)))
    return tuple(found)


def _lines(text: str) -> Iterator[str]:
    """Give the lines without blanks at their ends and without markup, in half width."""
    plain = _MARKUP.sub(lambda found: found[1] or "", _FRONT.sub("", text.replace("\r", "")))
    for line in plain.split("\n"):
        words = unicodedata.normalize("NFKC", line).strip()
        if words and not _RULE.fullmatch(words):
            yield words.removeprefix("> ").strip()


def _follows(last: tuple[int, int], number: tuple[int, int]) -> bool:
    """Tell whether an article of this number may come next: the line may begin with a citation."""
    return number in ((last[0] + 1, 0), (last[0], last[1] + 1))
