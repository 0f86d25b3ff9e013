"""Which labels open a clause: those that fit the sequence in which they stand.

A label at the head of a paragraph opens a clause unless the sequence shows it to be a citation.
A label in running text opens one only where it carries on a sequence behind the end of a
sentence or of a heading: then line breaks were lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from diffcore.chinese.labels import Label, find_label
from diffcore.structure.paragraphs import Paragraph


class Head(NamedTuple):
    """A place where a clause may begin; `is_line` where it is the head of a paragraph."""

    start: int
    label: Label
    is_line: bool


# Labels that stand above the articles of a law.
DIVISIONS = ("part", "subpart", "chapter", "section", "paragraph", "subparagraph")

# A heading (第一章 总则, 一、总体要求) that has lost the line break behind it is at most so long
# (code points), and has no sentence mark in it. The longest in data/laws has 57 (监督法, 第三章).
HEADING_AT_MOST = 60
# So many labels of one style are looked at to tell a citation from a gap in the sequence.
LOOK_AHEAD = 6
# So many articles in a row may be missing from a text without line breaks.
SKIPPED_AT_MOST = 2


def find_heads(
    text: str, paragraphs: Iterable[Paragraph], is_set_off: Callable[[int], bool]
) -> list[Head]:
    """Give the labels in `paragraphs` that open a clause, in order.

    `is_set_off` tells of the place behind a label whether a blank stands there in print.
    """
    return _accept(text, _merge(text, list(paragraphs)), is_set_off)


def _merge(text: str, paragraphs: list[Paragraph]) -> list[Head]:
    """Give every candidate: labels at heads of paragraphs and labels in running text."""
    heads: list[Head] = []
    for paragraph in paragraphs:
        if paragraph.label is not None:
            heads.append(Head(paragraph.start, paragraph.label, is_line=True))
        behind = paragraph.start + 1
        for match in _running_pattern().finditer(text, behind, paragraph.end):
            label = find_label(text, match.start())
            if label is not None and not label.is_bare and label.end <= paragraph.end:
                heads.append(Head(match.start(), label, is_line=False))
    return heads


@cache
def _running_pattern() -> re.Pattern[str]:
    """Give the pattern of places in running text that are worth a look."""
    numeral = "[〇零一二三四五六七八九十百千]"
    return re.compile(
        rf"第(?:{numeral}{{1,8}}|\d{{1,4}})(?:-\d{{1,2}})?(?:分?编|篇|部分|章|节|条|款|目)|"
        rf"\({numeral}{{1,4}}\)|"
        r"(?<=[。;:!?)”])(?:"
        rf"{numeral}{{1,3}}、|\d{{1,2}}[.、)]|\(\d{{1,2}}\)|[①-⑳⑴-⒇㈠-㈩])"
    )


def _accept(text: str, heads: list[Head], is_set_off: Callable[[int], bool]) -> list[Head]:
    """Give the heads that the sequences around them bear out.

    An article that has left its place is one, too; the sequence goes on without it.
    """
    lines = _following_lines(heads)
    successors = _successors(heads)
    counted, lone = _counted_decimals(text, heads), _lone_articles(heads)
    accepted: list[Head] = []
    last: dict[str, tuple[int, int]] = {}
    for i, head in enumerate(heads):
        style = head.label.style
        if not head.is_line:
            previous = accepted[-1] if accepted else None
            is_open = (
                _follows(head, last, lines[i], heads, has_next=successors[i])
                and _is_gap(text, previous, head)
                and (style not in _ARTICLE_PARTS or _is_division(previous))
            )
        elif style == "article":
            is_open = _is_in_sequence(head, last, heads, lines[i])
            if not is_open and (i in lone or is_set_off(head.label.end)):
                accepted.append(head)
        elif style in _ARTICLE_PARTS:
            is_open = _is_heading_line(text, head)
        else:
            is_open = style != "decimal" or i in counted
        if is_open:
            accepted.append(head)
            if head.label.ordinal is not None:
                last[style] = _rank(head.label)
    return accepted


# 第一款 and 第一目 are headings in Taiwan's codes; in a sentence they name a part of an article.
_ARTICLE_PARTS = ("paragraph", "subparagraph")


def _is_division(head: Head | None) -> bool:
    return head is not None and head.label.style in DIVISIONS


def _is_heading_line(text: str, head: Head) -> bool:
    """Tell whether no sentence stands behind a label that is the head of its paragraph."""
    end = text.find("\n", head.start)
    return text[end - 1 if end >= 0 else -1] not in "。;:"


def _lone_articles(heads: list[Head]) -> frozenset[int]:
    """Give which paragraphs begin with 第X条 of a number that no other begins with.

    Such a number, between the first and the highest, is the article itself: a citation names
    one that stands elsewhere.
    """
    articles = [i for i, head in enumerate(heads) if head.is_line and head.label.style == "article"]
    ranks = Counter(_rank(heads[i].label) for i in articles)
    if not ranks:
        return frozenset()
    first, highest = _rank(heads[articles[0]].label), max(ranks)
    own = ((i, _rank(heads[i].label)) for i in articles)
    return frozenset(i for i, rank in own if ranks[rank] == 1 and first < rank < highest)


def _counted_decimals(text: str, heads: list[Head]) -> frozenset[int]:
    """Give which heads of paragraphs such as 1.2 stand in a sequence; an amount does not."""
    decimals = [
        (i, tuple(map(int, text[head.start : head.label.end].split("."))))
        for i, head in enumerate(heads)
        if head.label.style == "decimal" and head.is_line
    ]
    pairs = [(one, two) for one, two in pairwise(decimals) if _counts_on(one[1], two[1])]
    return frozenset(i for pair in pairs for i, _ in pair)


def _counts_on(one: tuple[int, ...], two: tuple[int, ...]) -> bool:
    """Tell whether `two` comes next behind `one`: 1.3, 1.2.1 or 2.1 behind 1.2."""
    same = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
    if same == len(one):
        return two[same:] == (1,)
    is_next = len(two) > same and two[same] == one[same] + 1
    return is_next and all(figure == 1 for figure in two[same + 1 :])


def _following_lines(heads: list[Head]) -> list[tuple[int, ...]]:
    """Give for each head the indices of the next line heads of its style."""
    following: list[tuple[int, ...]] = [()] * len(heads)
    ahead: dict[str, tuple[int, ...]] = {}
    for i in range(len(heads) - 1, -1, -1):
        style = heads[i].label.style
        following[i] = ahead.get(style, ())
        if heads[i].is_line and not heads[i].label.is_bare:
            ahead[style] = (i, *following[i])[:LOOK_AHEAD]
    return following


def _successors(heads: list[Head]) -> list[bool]:
    """Tell for each head whether one of the next of its style carries its sequence on."""
    has_next = [False] * len(heads)
    ahead: dict[str, tuple[Label, ...]] = {}
    for i in range(len(heads) - 1, -1, -1):
        label = heads[i].label
        following = ahead.get(label.style, ())
        has_next[i] = any(_continues(_rank(label), other) for other in following)
        ahead[label.style] = (label, *following)[:LOOK_AHEAD]
    return has_next


def _rank(label: Label) -> tuple[int, int]:
    return label.ordinal or 0, label.branch


def _continues(last: tuple[int, int] | None, label: Label) -> bool:
    """Whether `label` is the very next one behind `last`: 第四条 or 第三条之一 behind 第三条."""
    ordinal, branch = _rank(label)
    if last is None:
        return ordinal == 1 and not branch
    return (ordinal, branch) in ((last[0] + 1, 0), (last[0], last[1] + 1))


def _is_in_sequence(
    head: Head, last: dict[str, tuple[int, int]], heads: list[Head], lines: tuple[int, ...]
) -> bool:
    """Tell whether a paragraph that begins with 第X条 is that article, and cites it not.

    It is not where it breaks a sequence that goes on behind it.
    """
    previous = last.get(head.label.style)
    if head.label.is_bare or previous is None or _continues(previous, head.label):
        return True
    rank = _rank(head.label)
    if rank[0] == previous[0] and rank > previous:
        return True
    following = [_rank(heads[i].label) for i in lines]
    if any(_continues(previous, heads[i].label) for i in lines):
        return False
    return rank > previous or not any(
        previous < other <= (previous[0] + LOOK_AHEAD, 0) for other in following
    )


def _follows(
    head: Head,
    last: dict[str, tuple[int, int]],
    lines: tuple[int, ...],
    heads: list[Head],
    *,
    has_next: bool,
) -> bool:
    """Tell whether a label in running text carries a sequence on or begins one."""
    label, previous = head.label, last.get(head.label.style)
    if lines and _rank(heads[lines[0]].label) == _rank(label):
        return False
    if _rank(label) == (1, 0):
        return has_next or label.style in DIVISIONS
    if _continues(previous, label):
        return True
    if any(_continues(previous, heads[i].label) for i in lines):
        return False
    # A number may be missing, or the text be a later part of a law: then two in a row are asked.
    is_near = previous is None or previous < _rank(label) <= (previous[0] + SKIPPED_AT_MOST + 1, 0)
    return label.style == "article" and is_near and has_next


def _is_gap(text: str, previous: Head | None, head: Head) -> bool:
    """Tell whether a clause may begin here: behind a sentence, or behind a heading or title."""
    before = text[head.start - 1]
    if before in "。;:!?" or (before == "”" and text[head.start - 2] in "。;!?"):
        return True
    # A policy names those in charge in brackets behind the last sentence of a clause.
    if before == ")" and head.label.style in _BEHIND_BRACKET:
        return True
    if head.label.style not in _UNDER_HEADING or before == "第":
        return False
    if previous is None:
        return _rank(head.label) == (1, 0) and before not in _CITING
    between = text[previous.label.end : head.start]
    if not between or len(between) > HEADING_AT_MOST or _SENTENCE_MARK.search(between):
        return False
    if previous.label.style in DIVISIONS:
        return True
    is_heading = previous.label.style in _HEADINGS and "," not in between
    return is_heading and before not in _CITING and not _cites_law(between)


def _cites_law(between: str) -> bool:
    """Whether 第三十条 stands behind the name of a law: 有公司法第三十条各款情形的."""
    return between.endswith(("法", "条例", "规定", "办法", "细则", "条"))


_SENTENCE_MARK = re.compile(r"[。;:!?\n]")
_HEADINGS = ("comma-chinese", "paren-chinese")
_UNDER_HEADING = (*DIVISIONS, "article", "paren-chinese", "comma-chinese")
_BEHIND_BRACKET = (*DIVISIONS, "comma-chinese", "paren-chinese", "arabic-dot", "article")
# Before a label these mean that it is cited: 依照第三条, 本法第三条, 和第（二）项.
_CITING = "第本该依照据按和与及或至到、的在见为以即》”“>《<（("
