"""Lists of bodies (名单): where a difference lies in one, and who its members are."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from diffcore.classify.case import Case
from diffcore.spans import NormalSpan, Pair

# How far a list is looked for around a difference, in characters. A 抄送 of a city has some 120.
LIST_AT_MOST = 240

# Characters of the name of a body in a list in running text; what is longer is half a sentence
# (第三十四条 本市各级人民政府应当支持和鼓励学校、). 市住房城乡建设委员会办公室 has 13.
BODY_AT_MOST = 14

_MARKS = "、,，"
# A difference with one of these is more than a member.
_BREAKS = frozenset("。;；:\n")
_OPENERS, _CLOSERS = "(:。;\n", ")。;\n"
# What stands before the first member and is no part of its name: 由甲、乙负责.
_LEADS = frozenset("由")
_PLACES = ("(", "(由")
# What is said of the bodies of a list, behind it or before it.
_DUTY = (
    r"(?:等)?(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:分别|共同|具体)?"
    r"(?:牵头|负责|配合|参与|落实|参加|指导)+"
)
# How the name of a body ends: 委, 局, 人民政府, 有关部门. A list with a duty behind it that stands
# in running text is one of bodies only if all its members but one end so; what stands in brackets
# or behind a title (责任单位：) is a list of bodies because of its place.
_BODY = (
    r"(?:[委局厅部办院会府署处队站区县市省州校所社团行馆企库]|中心|公司|单位|部门|银行|法院|机构|机关|"
    r"组织|企业|集团|联盟|联合会|基金|管委|街道|乡镇|委员|政府)(?:等)?"
)
_TITLE = r"(?:责任|牵头|配合|参加|参与|协办|主办|承办|成员|报送|发送)(?:单位|部门)|抄送|抄报|主送"


class Roster(NamedTuple):
    """A list of bodies: where it stands in the normal text, and its members in order.

    `is_placed`: it stands where only a list of bodies stands, in brackets or behind a title.
    """

    span: NormalSpan
    members: tuple[str, ...]
    is_placed: bool


def rosters_at(case: Case) -> Pair[Roster] | None:
    """Give the lists in which the difference lies, None where either side has none there."""
    base = _roster(case.texts.base, case.spans.base, case.row.spans.base)
    other = _roster(case.texts.other, case.spans.other, case.row.spans.other)
    if base is None or other is None:
        return None
    return Pair(base, other)


def _roster(text: str, span: NormalSpan, row: NormalSpan) -> Roster | None:
    """Give the list around `span`, inside `row`."""
    first = max(row.start, span.start - LIST_AT_MOST)
    last = min(row.end, span.end + LIST_AT_MOST)
    # Behind a bracket that closes before the difference (县(市)主管部门) the list is not in it.
    start = max(text.rfind(char, first, span.start) for char in _OPENERS + ")") + 1 or first
    ends = [end for char in _CLOSERS if (end := text.find(char, span.end, last)) >= 0]
    end = min(ends, default=last)
    words = text[start:end]
    duty = _duty().search(words)
    title = _title().search(text, max(row.start, start - 8), start)
    if not duty and not title:
        return None
    end = start + duty.start() if duty else end
    if span.end > end:
        return None
    if text[start : start + 1] in _LEADS and end - start > 1 and span.start > start:
        start += 1
    members = tuple(name for name in re.split(f"[{_MARKS}]", text[start:end]) if name)
    if len(members) < 2 or not _BREAKS.isdisjoint(span.of(text)):
        return None
    is_placed = (
        title is not None or text[start - 1 : start] == "(" or text[start - 2 : start] == "(由"
    )
    if not is_placed and not _are_bodies(members):
        return None
    return Roster(NormalSpan(start, end), members, is_placed)


def _are_bodies(members: tuple[str, ...]) -> bool:
    """Say whether all members but one are named like bodies, and none is half a sentence."""
    is_short = max(map(len, members)) <= BODY_AT_MOST
    return is_short and sum(map(_is_body, members)) >= max(2, len(members) - 1)


def _is_body(name: str) -> bool:
    """Say whether a member of a list is named like a body."""
    return _body().search(name) is not None


def differ_as_lists(rosters: Pair[Roster]) -> bool:
    """Say whether two lists have other members, and those that only one has are bodies, too.

    In running text the first member may have half a sentence before it, which may differ.
    """
    base, other = Counter(rosters.base.members), Counter(rosters.other.members)
    lone = [*(base - other), *(other - base)]
    is_placed = rosters.base.is_placed or rosters.other.is_placed
    return bool(lone) and (is_placed or all(map(_is_body, lone)))


def has_same_members(reads: Pair[str]) -> bool:
    """Say whether both readings are lists of the same members, of two at least, in other order."""
    for joints in ("[、,]", "[、,和与及或并]+"):
        base, other = (re.split(joints, words) for words in (reads.base, reads.other))
        if len(base) > 1 and base != other and sorted(base) == sorted(other):
            return True
    return False


def member_spans(case: Case, rosters: Pair[Roster], spans: Pair[NormalSpan]) -> Pair[NormalSpan]:
    """Give `spans` in whole members: cut members completed, marks at the ends of a member left out.

    Both sides are widened by the same words, or not at all.
    """
    texts = case.texts
    bare = Pair(_bare(texts.base, spans.base), _bare(texts.other, spans.other))
    if _is_whole(texts.base, bare.base, rosters.base) and _is_whole(
        texts.other, bare.other, rosters.other
    ):
        return bare
    left = _common_reach(texts, spans.map(_start), rosters.map(_first), -1)
    right = _common_reach(texts, spans.map(_end), rosters.map(_last), 1)
    return Pair(
        NormalSpan(spans.base.start - left, spans.base.end + right),
        NormalSpan(spans.other.start - left, spans.other.end + right),
    )


def _bare(text: str, span: NormalSpan) -> NormalSpan:
    """Give `span` without marks at its ends; an empty one as it is."""
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    return NormalSpan(start, end)


def _is_whole(text: str, span: NormalSpan, roster: Roster) -> bool:
    """Say whether `span` is nothing, or begins and ends where members do."""
    begins = span.start <= roster.span.start or text[span.start - 1] in _MARKS
    ends = span.end >= roster.span.end or text[span.end] in _MARKS
    return not span or (begins and ends)


def _common_reach(texts: Pair[str], place: Pair[int], limit: Pair[int], step: int) -> int:
    """Give how many characters from `place` to the next mark, equal on both sides."""
    base, other, count = place.base, place.other, 0
    while base != limit.base and other != limit.other:
        one = texts.base[min(base, base + step)]
        if one in _MARKS or one != texts.other[min(other, other + step)]:
            break
        base, other, count = base + step, other + step, count + 1
    return count


def _start(span: NormalSpan) -> int:
    return span.start


def _end(span: NormalSpan) -> int:
    return span.end


def _first(roster: Roster) -> int:
    return roster.span.start


def _last(roster: Roster) -> int:
    return roster.span.end


@cache
def _duty() -> re.Pattern[str]:
    return re.compile(_DUTY + r"[。,]?$")


@cache
def _body() -> re.Pattern[str]:
    return re.compile(_BODY + "$")


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"(?:{_TITLE}):$")
