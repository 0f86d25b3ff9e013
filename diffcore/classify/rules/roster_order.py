"""A list of bodies has the same members in another order."""

from __future__ import annotations

from collections import Counter

from diffcore.classify.case import Answer, Case, Draft, Rule, hunks_within
from diffcore.classify.members import member_spans, rosters_at
from diffcore.errors import Bilingual
from diffcore.spans import NormalSpan, Pair


def _match(case: Case) -> Answer | None:
    """Name the whole list once, with every difference in it."""
    rosters = rosters_at(case) if case.is_whole else None
    if rosters is None or rosters.base.members == rosters.other.members:
        return None
    if Counter(rosters.base.members) != Counter(rosters.other.members):
        return None
    hunks = case.comparison.hunks
    claims = hunks_within(case, Pair(rosters.base.span, rosters.other.span))
    first, last = hunks[claims[0]].spans, hunks[claims[-1]].spans
    spans = Pair(
        NormalSpan(first.base.start, last.base.end), NormalSpan(first.other.start, last.other.end)
    )
    return Answer((Draft("roster_order", member_spans(case, rosters, spans)),), claims)


RULE = Rule(
    name="roster_order",
    kinds=("roster_order",),
    about="hunk",
    rank=21,
    source=Bilingual(
        "责任单位名单按集合核对；排名先后另记，列形式",
        "A list of bodies is read as a set; order among them is told apart, as accidental",
    ),
    match=_match,
    fires=(
        (
            "推进数据共享。（市档案局[-、市教委-]、市财政局{+、市教委+}按职责分工负责）",
            "roster_order",
        ),
        (
            "推进数据共享。（由[-市档案局、-]市财政局、市教委{+、市档案局+}负责）",
            "roster_order",
        ),
    ),
    silent=("推进数据共享。（市档案局、市教委[-、市财政局-]按职责分工负责）",),
)
