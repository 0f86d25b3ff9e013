"""The documents of a gazette issue, and what a covering notice prints behind itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from diffcore.structure.contents import find_contents, key_of
from diffcore.structure.enclosing import enclosed_by_title, enclosed_by_words
from diffcore.structure.page import end_of_page_head, find_colophon
from diffcore.structure.paragraphs import DATE, Paragraph, is_speaker
from diffcore.structure.restart import Course, Opening, full_title, is_author, opening_behind


class Section(NamedTuple):
    """A stretch first..last (half-open) of paragraphs that is numbered by itself.

    `kind` is "masthead", "document", "enclosure", "attachment" or "colophon". Its title are the
    paragraphs title..behind_title; before them may stand the head of the page (版头) or 附件1.
    """

    kind: str
    first: int
    title: int
    behind_title: int
    last: int = 0


# A title is broken over at most so many lines (the longest in the seeds and data/formats: 3).
TITLE_LINES = 6
# The enclosed title stands at most so many paragraphs behind the covering notice's title.
COVER_AT_MOST = 60
# 附件说明 lists at most so many attachments between 附件： and the signature.
LISTED_AT_MOST = 16


def divide_issue(text: str, paragraphs: Sequence[Paragraph]) -> list[Section]:
    """Give the sections of a text, in order; they tile its paragraphs.

    A text that is no issue gives one document, with its enclosures and attachments.
    """
    walk = _Starts(text, paragraphs)
    starts = walk.find()
    first = starts[0].first if starts else len(paragraphs)
    if first > 0 or not starts:
        starts = _begin(text, paragraphs, starts, walk)
    colophon = find_colophon(paragraphs, starts[-1].behind_title)
    if colophon < len(paragraphs):
        starts.append(Section("colophon", colophon, colophon, colophon))
    lasts = [*(start.first for start in starts[1:]), len(paragraphs)]
    return [start._replace(last=last) for start, last in zip(starts, lasts, strict=True)]


# What may stand above the only title of a text: the head of its page (版头).
_ABOVE_TITLE = {"short", "number", "date", "edition"}


def _begin(
    text: str, paragraphs: Sequence[Paragraph], starts: list[Section], walk: _Starts
) -> list[Section]:
    """Give the sections with what stands before the first title that has been found."""
    first = starts[0].first if starts else len(paragraphs)
    above = [line.looks for line in walk.unlisted(first)]
    is_text = "labelled" in above or "" in above
    if starts and starts[0].kind == "document" and (walk.lists_titles or not is_text):
        documents = sum(start.kind == "document" for start in starts)
        if documents > 1 or walk.lists_titles or {"edition", "page"} & set(above):
            return [Section("masthead", 0, 0, 0), *starts]
        if first <= TITLE_LINES and set(above) <= _ABOVE_TITLE:
            return [starts[0]._replace(first=0), *starts[1:]]
        starts = starts[1:]
    title = end_of_page_head(paragraphs)
    behind = title + _count_title(text, paragraphs, title)
    masthead = [Section("masthead", 0, 0, 0)] if title else []
    return [*masthead, Section("document", title, title, behind), *starts]


def _count_title(text: str, paragraphs: Sequence[Paragraph], at: int) -> int:
    """Give how many paragraphs from `at` are the title of a document without other evidence."""
    key = ""
    for count in range(1, TITLE_LINES + 1):
        if at + count > len(paragraphs) or paragraphs[at + count - 1].looks != "short":
            break
        start, end, *_ = paragraphs[at + count - 1]
        key += key_of(text, start, end)
        if _title_pattern().search(key):
            return count + _count_subtitle(text, paragraphs, at + count)
    return int(at < len(paragraphs) and paragraphs[at].looks == "short")


def _count_subtitle(text: str, paragraphs: Sequence[Paragraph], at: int) -> int:
    """Give 1 where paragraph `at` is the end of a title: （试行）, ——2024年3月5日在…会议上."""
    if at >= len(paragraphs) or paragraphs[at].looks != "short":
        return 0
    start, end, *_ = paragraphs[at]
    is_bracketed = text[start] == "(" and text[end - 1] == ")"
    return int(is_bracketed or _occasion_pattern().fullmatch(text, start, end) is not None)


@cache
def _occasion_pattern() -> re.Pattern[str]:
    """Give the pattern of the line below the title of a speech: when and where it was held."""
    return re.compile(rf"[-—]{{1,2}}{DATE}在.{{4,60}}")


@cache
def _title_pattern() -> re.Pattern[str]:
    """Give the pattern of the last words of a title.

    Source: 《党政机关公文处理工作条例》 art. 8 (kinds of documents), 《立法法》,
    《规章制定程序条例》 art. 7.
    """
    return re.compile(
        r"(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|答复|"
        r"条例|办法|方案|规定|规划|细则|纲要|计划|章程|规则|准则|标准|指南|要点|措施|预案|制度|"
        r"清单|名单|解释|法|修正案|宣言|讲话|说明)"
        r"(?:\d{4}年\d{1,2}月\d{1,2}日在.{4,40}|试行|草案|暂行|修订|修正|第?[一二三四五六七八九十]{1,3}版?|\d{4}年?.{0,6})*$"
    )


class _Starts:
    """Walks over the paragraphs and notes where a section begins."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._text, self._paragraphs = text, paragraphs
        self._regions = find_contents(text, paragraphs)
        self._behind = dict(self._regions)
        self._course, self._kind = Course(), ""
        self._openings: dict[int, Opening] = {}
        self._entries = self._read_entries()
        # Titles that the covering notice has named, and where that notice began.
        self._names: set[str] = set()
        self._cover = 0
        self._title = ""
        # Nothing has come before, or what came is closed by a date or an imprint.
        self._is_closed = True

    @property
    def lists_titles(self) -> bool:
        """Whether a table of contents lists documents, as that of an issue does."""
        return bool(self._entries)

    def unlisted(self, until: int) -> list[Paragraph]:
        """Give the paragraphs before `until` that stand in no table of contents."""
        kept: list[Paragraph] = []
        at = 0
        for first, last in [*self._regions, (until, until)]:
            kept += self._paragraphs[at : min(first, until)]
            at = last
        return kept

    def find(self) -> list[Section]:
        """Give the sections, their `last` left open."""
        starts: list[Section] = []
        at = 0
        while at < len(self._paragraphs):
            if at in self._behind:
                at = self._behind[at]
                continue
            kind, lines = self._look(at)
            if kind == "attachment":
                lines = 1 + _count_title(self._text, self._paragraphs, at + 1)
                starts.append(Section(kind, at, at + 1, at + lines))
            elif kind:
                floor = starts[-1].behind_title if starts else 0
                starts.append(Section(kind, self._reach_back(at, floor), at, at + lines))
            if kind:
                self._kind, self._is_closed, self._course = kind, False, Course()
            else:
                self._course.pass_by(self._paragraphs[at])
            at += lines or 1
        return starts

    def _read_entries(self) -> frozenset[str]:
        """Give the titles that the tables of contents list."""
        lines = (p for first, last in self._regions for p in self._paragraphs[first + 1 : last])
        keys = (key_of(self._text, line.start, line.end) for line in lines)
        return frozenset(key for key in keys if _title_pattern().search(key))

    def _look(self, at: int) -> tuple[str, int]:
        """Give the kind of section that begins at paragraph `at` ("" for none), title lines."""
        paragraph = self._paragraphs[at]
        if paragraph.looks == "short":
            return self._look_for_title(at)
        if paragraph.looks == "mark" and self._opens_attachment(at):
            return "attachment", 0
        if at <= self._cover + COVER_AT_MOST:
            self._names |= enclosed_by_words(self._text, paragraph)
        self._is_closed |= paragraph.looks in ("date", "imprint")
        return "", 0

    def _look_for_title(self, at: int) -> tuple[str, int]:
        is_named = at > self._cover + 1 and self._paragraphs[at - 1].looks != "mark"
        for count, key in self._joined(at):
            lines = count + self._subtitle(at + count)
            if is_named and key in self._names:
                self._names.discard(key)
                return "enclosure", lines
            if self._is_title(at, lines, key) and not self._begins_later(at, count):
                self._cover, self._title, self._names = at, key, enclosed_by_title(key)
                return "document", lines
        return "", 0

    def _begins_later(self, at: int, count: int) -> bool:
        """Tell whether the first of `count` lines of a title belongs to what stands before it."""
        if count == 1 or is_author(self._line(at)):
            return False
        return any(
            full_title().match(self._text, line.start, line.end)
            for line in self._paragraphs[at + 1 : at + count]
        )

    def _line(self, at: int) -> str:
        return self._text[self._paragraphs[at].start : self._paragraphs[at].end]

    def _joined(self, at: int) -> list[tuple[int, str]]:
        """Give for 1, 2 … lines from `at` what they read together."""
        joined: list[tuple[int, str]] = []
        key = ""
        for paragraph in self._paragraphs[at : at + TITLE_LINES]:
            if paragraph.looks != "short":
                break
            key += key_of(self._text, paragraph.start, paragraph.end)
            joined.append((len(joined) + 1, key))
        return joined

    def _subtitle(self, at: int) -> int:
        return _count_subtitle(self._text, self._paragraphs, at)

    def _is_title(self, at: int, lines: int, key: str) -> bool:
        """Tell whether so many lines from `at` are a title, by what stands behind them."""
        is_titled = _title_pattern().search(key) is not None
        behind = at + lines
        if not self._is_closed and self._title.endswith(key) and not self._counts_anew(behind):
            return False
        if is_titled or self._course.is_ended:
            if behind not in self._openings:
                self._openings[behind] = opening_behind(self._paragraphs, behind, self._behind)
            opening = self._openings[behind]
            if self._course.begins_anew(opening, len(key), is_titled=is_titled):
                return True
        if not is_titled:
            return False
        looks = self._paragraphs[behind].looks if behind < len(self._paragraphs) else ""
        if looks == "short" and is_speaker(self._paragraphs, behind):
            looks = "address"
        is_law = self._course.has_text and self._kind != "attachment"
        is_dated = looks == "adoption" and (self._is_closed or is_law)
        return looks in ("number", "address") or is_dated or key in self._entries

    def _counts_anew(self, behind: int) -> bool:
        """Tell whether articles that have been counted begin with 第一条 again behind a title.

        So the title that is printed once more belongs to another version, and to no page.
        """
        label = opening_behind(self._paragraphs, behind, self._behind).label
        is_first = label is not None and label.ordinal == 1 and label.style != "arabic-dot"
        return is_first and self._course.highest.get("article", 0) > 1

    def _reach_back(self, at: int, floor: int) -> int:
        """Give the first paragraph of a document whose number stands above its title (版头)."""
        if at > floor and self._paragraphs[at - 1].looks == "number":
            at -= 1
            above = self._paragraphs[at - 1] if at > floor else None
            if above and self._text.endswith("文件", above.start, above.end):
                at -= 1
        return at

    def _opens_attachment(self, at: int) -> bool:
        """Tell 附件1 above an attachment from 附件： above the list of attachments (附件说明)."""
        for paragraph in self._paragraphs[at + 1 : at + 1 + LISTED_AT_MOST]:
            if paragraph.looks == "date":
                return False
            if paragraph.looks not in ("short", "labelled"):
                break
        start, end, *_ = self._paragraphs[at]
        return (
            self._is_closed or _attachment_pattern().fullmatch(self._text, start, end) is not None
        )


@cache
def _attachment_pattern() -> re.Pattern[str]:
    """Give the pattern of the line above an attachment; 附件：1. is the list of them."""
    return re.compile(
        r"附[件表录]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?:?|附件[^:]{1,3}:(?!1\.).*"
    )
