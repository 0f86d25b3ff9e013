"""Parts of an official document that stand once (标题, 发文字号, 成文日期 …), whatever they say."""

from __future__ import annotations

from collections.abc import Sequence

from diffcore.align.draft import Draft, single
from diffcore.align.side import Side

ROLE = "role"

# Parts that a document has once. Another date is a changed date, not another clause.
# Source: GB/T 9704—2012, 7.
ONCE = frozenset({"title", "document_number", "recipient", "signature", "date"})


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
        if role in ONCE:
            found[role] = -1 if role in found else index
    return found
