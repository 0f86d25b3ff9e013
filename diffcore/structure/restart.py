"""Documents that follow one another with nothing between: the numbering begins anew."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from diffcore.chinese.characters import LETTER
from diffcore.chinese.labels import Label
from diffcore.structure.paragraphs import Paragraph

# So many unnumbered paragraphs may stand between a title and 第一条 or 一、 (序言 of 宪法: 13).
PREAMBLE_AT_MOST = 16
# So many characters a title has at least where little else speaks for it.
TITLE_AT_LEAST = 6
# In a document whose end no date marks, so many headings (一、二、) must have come before.
HEADINGS_AT_LEAST = 2

_STATUTE = ("part", "chapter", "article")
_POLICY = ("comma-chinese", "paren-chinese")
_BETWEEN = ("adoption", "date", "number", "entry", "address", "contents", "short", "")


class Opening(NamedTuple):
    """The first label behind a title, and how many unnumbered paragraphs stand before it."""

    label: Label | None
    gap: int


class Course:
    """What has come so far of the document that is being read."""

    def __init__(self) -> None:
        self.highest: dict[str, int] = {}
        self.has_text = False
        self.is_ended = False

    def pass_by(self, paragraph: Paragraph) -> None:
        """Take note of a paragraph: a label counts on, a date or imprint ends the text."""
        if paragraph.looks in ("date", "imprint"):
            self.is_ended = True
        elif paragraph.looks in ("labelled", ""):
            self.has_text, self.is_ended = True, False
        label = paragraph.label
        if label is not None and label.ordinal is not None:
            self.highest[label.style] = max(label.ordinal, self.highest.get(label.style, 0))

    def begins_anew(self, opening: Opening, size: int, *, is_titled: bool) -> bool:
        """Tell whether a title of `size` characters with `opening` behind it ends this document.

        `is_titled` says that its last words are those of a title (办法, 的通知).
        """
        label = opening.label
        if label is None or label.ordinal != 1 or label.branch or not self.has_text:
            return False
        if not is_titled:
            return self.is_ended and not opening.gap and label.style in _STATUTE
        if label.style in _STATUTE:
            is_second = any(style in self.highest for style in _STATUTE)
            is_long = size >= TITLE_AT_LEAST or opening.gap <= 1
            return self.is_ended or is_second or (is_long and bool(self.highest))
        if size < TITLE_AT_LEAST or label.style not in _POLICY:
            return False
        counted = max(self.highest.get("comma-chinese", 0), self.highest.get("article", 0))
        is_long = label.style == "comma-chinese" and counted >= HEADINGS_AT_LEAST
        return self.is_ended or is_long


def opening_behind(
    paragraphs: Sequence[Paragraph], at: int, contents: Mapping[int, int]
) -> Opening:
    """Give what opens the text behind a title that ends before `at`; `contents` are passed by."""
    gap = 0
    while at < len(paragraphs) and gap <= PREAMBLE_AT_MOST:
        paragraph = paragraphs[at]
        if at in contents:
            at = contents[at]
            continue
        if paragraph.label is not None:
            return Opening(paragraph.label, gap)
        if paragraph.looks not in _BETWEEN:
            break
        gap += paragraph.looks in ("short", "")
        at += 1
    return Opening(None, gap)


def is_author(line: str) -> bool:
    """Whether a line may be the first of a title that is broken: it ends with an office."""
    return line.endswith(("府", "局", "厅", "委", "院", "部", "会", "办", "室", "国", "区", "市"))


@cache
def full_title() -> re.Pattern[str]:
    """Give the pattern of what the first line of a title begins with."""
    return re.compile(
        r"中华人民共和国|最高人民|国务院|全国人民|中共|中国|"
        rf"{LETTER}{{2,8}}?(?:省|市|县|区|州|部|委|院|局|厅)"
    )
