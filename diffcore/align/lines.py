"""Pass 3: short lines without labels, broken elsewhere and changed at once (题注, 落款).

Where n lines say nearly what m lines say, but no line what another says, they are one passage that
was set in two widths: one row holds them all.
"""

from __future__ import annotations

from collections.abc import Sequence

from diffcore.align.chain import heaviest_chain
from diffcore.align.draft import JOINED, Draft, Link
from diffcore.align.side import Side
from diffcore.chinese.similarity import similarity

# Characters of the longest line, and lines on either side, that make a passage. A line of print
# has 28 characters (GB/T 9704—2012, 5.2.3), a line of a note under a title up to three of them.
LINE_AT_MOST = 84
LINES_AT_MOST = 12

# Similarity of the whole passages, 0..1, from which on they are one passage, and how much less of
# it their lines, taken one by one, must keep: else the breaks are the same. Range 0.05..0.4.
WHOLE_AT_LEAST = 0.8
LESS_BY_LINES = 0.15


def join_lines(draft: Draft) -> None:
    """Link passages of short lines that are alike as a whole and not line by line."""
    for gap in list(draft.gaps()):
        free = draft.free(gap)
        base, other = _passage(draft.sides.base, free.base), _passage(draft.sides.other, free.other)
        if base and other and len(base) + len(other) > 2 and _is_reset(draft, base, other):
            draft.add(Link(base[0], base[-1] + 1, other[0], other[-1] + 1, JOINED))


def _passage(side: Side, free: Sequence[int]) -> Sequence[int]:
    """Give `free` if it is a passage of short lines without labels, else nothing."""
    if not free or len(free) > LINES_AT_MOST or free[-1] - free[0] >= len(free):
        return ()
    is_plain = all(
        not side.clauses[at].label
        and side.clauses[at].role == side.clauses[free[0]].role
        and len(side.bodies[at]) <= LINE_AT_MOST
        for at in free
    )
    return free if is_plain else ()


def _is_reset(draft: Draft, base: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether two passages are alike, and more so than their lines are in order."""
    one, two = draft.sides.base, draft.sides.other
    whole = similarity(one.joined(base[0], base[-1] + 1), two.joined(other[0], other[-1] + 1))
    if whole < WHOLE_AT_LEAST:
        return False
    pairs = [
        (at, to, similarity(one.bodies[at], two.bodies[to]) * len(one.bodies[at] + two.bodies[to]))
        for at in base
        for to in other
    ]
    kept = [pair for pair in pairs if pair[2] > 0]
    size = sum(len(one.bodies[at]) for at in base) + sum(len(two.bodies[to]) for to in other)
    by_lines = sum(kept[at][2] for at in heaviest_chain(kept))
    return by_lines < (whole - LESS_BY_LINES) * size
