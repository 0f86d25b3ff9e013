"""Members of a list of bodies are lost or added."""

from __future__ import annotations

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.classify.members import (
    differ_as_lists,
    has_same_members,
    member_spans,
    rosters_at,
)
from diffcore.classify.messages import say
from diffcore.errors import Bilingual
from diffcore.spans import Pair

_JOINTS = frozenset("、，,和及与")


def _match(case: Case) -> Answer | None:
    """Name a difference in a list whose members, read as a set, are not the same."""
    reads = case.reads
    if _JOINTS.issuperset(reads.base + reads.other) or has_same_members(reads):
        return None
    rosters = rosters_at(case)
    if rosters is None or not differ_as_lists(rosters):
        return None
    spans = member_spans(case, rosters, case.spans)
    return Answer((Draft("roster", spans, say=_say_members),))


def _say_members(readings: Pair[str]) -> Bilingual:
    """Give the sentence with the bare members; the reading has the mark lost with them, too."""
    return say("roster", readings.map(lambda words: words.strip("、，,")))


RULE = Rule(
    name="roster",
    kinds=("roster",),
    about="hunk",
    rank=20,
    source=Bilingual(
        "政策文件任务分工的惯例：责任单位以顿号并列，括注于任务之后",
        "Policies name the bodies in charge in brackets behind each task",
    ),
    match=_match,
    fires=(
        ("推进数据共享。（市档案局、市教委[-、市财政局-]按职责分工负责）", "roster"),
        ("推进数据共享。（市档案局、市[-教委-]{+科委+}、市财政局按职责分工负责）", "roster"),
        ("责任单位：市档案局、{+市民政局、+}市财政局。", "roster"),
    ),
    silent=(
        "加强审查、考核[-、监督-]。",
        "推进数据共享。（市档案局、市教委按职责[-分工-]负责）",
        "推进数据共享。（市档案局[-、-]{+和+}市教委、市财政局按职责分工负责）",
    ),
)
