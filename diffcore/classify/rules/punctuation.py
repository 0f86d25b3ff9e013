"""Punctuation that means something else is exchanged, lost or added."""

from __future__ import annotations

import unicodedata

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.errors import Bilingual
from diffcore.spans import NormalSpan, Pair

# Words between two marks of a pair that is lost, added or exchanged as one: a name or a slogan in
# quotes. Characters, range 8..40; of quoted words in shared/data/policy 99 in 100 are shorter.
QUOTED_AT_MOST = 30

_PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "(": ")", "〔": "〕", "【": "】"}


def _match(case: Case) -> Answer | None:
    """Name a difference in which either side has punctuation and nothing else.

    An opening mark and its partner that were lost or added together are one difference.
    """
    reads = case.reads
    if not all(map(_is_mark, reads.base + reads.other)):
        return None
    partner = _partner(case)
    if partner is None:
        return Answer((Draft("punctuation", case.spans),))
    spans, last = case.spans, case.comparison.hunks[partner].spans
    whole = Pair(
        NormalSpan(spans.base.start, last.base.end), NormalSpan(spans.other.start, last.other.end)
    )
    return Answer((Draft("punctuation", whole),), (partner,))


def _partner(case: Case) -> int | None:
    """Give the next hunk where it does to the closing mark what this one does to the opening."""
    hunks, index = case.comparison.hunks, case.index + 1
    if index == len(hunks) or case.is_taken[index] or not case.is_whole:
        return None
    following = hunks[index].spans
    words = case.texts.base[case.spans.base.end : following.base.start]
    closing = case.reads.map(lambda mark: _PAIRS.get(mark, mark and "?"))
    reads = Pair(following.base.of(case.texts.base), following.other.of(case.texts.other))
    is_near = len(words) <= QUOTED_AT_MOST and "\n" not in words
    return index if is_near and closing == reads else None


def _is_mark(char: str) -> bool:
    """Say whether `char` is punctuation or a blank; signs of calculation and currency are not."""
    return char in "~|· " or unicodedata.category(char).startswith("P")


RULE = Rule(
    name="punctuation",
    kinds=("punctuation",),
    about="hunk",
    rank=70,
    source=Bilingual(
        "GB/T 15834—2011《标点符号用法》，4.4、4.5：逗号与顿号",
        "GB/T 15834—2011, 4.4 and 4.5: comma and enumeration comma",
    ),
    match=_match,
    fires=(
        ("检查[-、-]{+，+}登记、备案。", "punctuation"),
        ("依法处理[-；-]{+。+}", "punctuation"),
        ("经审查{+，+}符合条件的，予以批准。", "punctuation"),
        ("《关于修改〈港口办法〉[-、-]〈码头办法〉的决定》另行公布。", "punctuation"),
        ("[-“-]{+《+}示范办法[-”-]{+》+}另行制定。", "punctuation"),
        ("推进[-“-]放管服[-”-]改革。", "punctuation"),
        ("列入《[-“-]九五[-”-]规划》的项目优先安排。", "punctuation"),
    ),
    silent=("检查[-、-]{+和+}登记。", "占比[-5-]{+6+}%。"),
)
