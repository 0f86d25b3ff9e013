"""Parts of a document that stand once (标题, 发文字号, 成文日期, 施行 …), whatever they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from diffcore.align.draft import Draft, single
from diffcore.align.side import Side

ROLE = "role"

# Parts that a document has once. Another date is a changed date, not another clause.
# Source: GB/T 9704—2012, 7.
ONCE = frozenset({"title", "document_number", "recipient", "signature", "date"})


# What an article is called that says when the text comes into force: another day, the same article.
# Source: 《立法法》 (2023), 第六十一条: 法律应当明确规定施行日期.
ENFORCEMENT = "enforcement"


def by_role(draft: Draft) -> None:
    """Link free clauses of one gap that are the same part of the document, if each is alone."""
    for gap in list(draft.gaps()):
        free = draft.free(gap)
        base, other = _alone(draft.sides.base, free.base), _alone(draft.sides.other, free.other)
        for role, index in base.items():
            if index >= 0 <= other.get(role, -1):
                draft.add(single(index, other[role], ROLE))


def _alone(side: Side, free: Sequence[int]) -> dict[str, int]:
    """Give the free clauses by role; -1 where two have the same."""
    found: dict[str, int] = {}
    for index in free:
        role = side.clauses[index].role
        if side.is_article(index) and _enforcement().match(side.bodies[index]):
            role = ENFORCEMENT
        if role in ONCE or role == ENFORCEMENT:
            found[role] = -1 if role in found else index
    return found


@cache
def _enforcement() -> re.Pattern[str]:
    """Give the pattern of an article that says when the text comes into force."""
    return re.compile("本[^,。]{1,12}(?:自[^,。]{1,40}施行|(?:的|之)?施行(?:日期|时间|日))")
