"""The raw changes between two texts: the shortest script of deletions and insertions.

diff-match-patch finds it (Myers 1986), without its clock and without its clean-ups: the clock
makes results depend on the machine, the clean-ups know nothing of Chinese words. Its work grows
with the square of the number of edits, so texts that are too unlike go to rapidfuzz, which
finds a script of the same length from bit vectors; texts too large for that are first held
together by the sentences they share (anchors.py). What is chosen depends on sizes only.

Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diffcore.chinese.similarity import common_head, edit_blocks, edit_distance
from diffcore.diff.anchors import gaps_between_anchors
from diffcore.diff.changes import Change

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

# Edits (deleted and inserted tokens) up to which diff-match-patch does the work.
# Range 0..; 80 edits take it some 2 ms, 160 take 7, 900 take 190, where rapidfuzz needs 0.1 to
# 1.4 ms (rows of 400 to 3,000 characters of shared/data/laws); the hunks hardly differ.
EDITS_AT_MOST = 80

# Length of both texts together from which the sentences that they share are looked for first,
# in tokens. Range 0..; the longest paragraph of shared/data has 2,500; at 1,000,000 tokens and 50
# edits it is 0.7 s instead of 1.8.
LONG_FROM = 20_000

# Product of the lengths up to which rapidfuzz does it, in tokens squared. Its memory
# is a bit for each cell: 4e8 cells are 50 MB, and some 0.3 s.
CELLS_AT_MOST = 400_000_000


def find_changes(one: str, two: str) -> tuple[list[Change], bool]:
    """Give the changes that turn `one` into `two`, and whether all of the work was done.

    It was not where a stretch is too large and too unlike (CELLS_AT_MOST): that is one change.
    """
    middle = _middle(one, two)
    left, right = one[middle.start : middle.end], two[middle.begin : middle.stop]
    changes, is_complete = _changes_between_anchors(left, right)
    return [change.moved(middle.start, middle.begin) for change in changes], is_complete


def _changes_between_anchors(one: str, two: str) -> tuple[list[Change], bool]:
    changes: list[Change] = []
    is_complete = True
    is_long = len(one) + len(two) > LONG_FROM
    whole = [Change(0, len(one), 0, len(two))]
    for gap in gaps_between_anchors(one, two) if is_long else whole:
        middle = _middle(one[gap.start : gap.end], two[gap.begin : gap.stop])
        middle = middle.moved(gap.start, gap.begin)
        found = _exact_changes(one[middle.start : middle.end], two[middle.begin : middle.stop])
        if found is None:
            is_complete = False
            found = [Change(0, middle.end - middle.start, 0, middle.stop - middle.begin)]
        changes += [change.moved(middle.start, middle.begin) for change in found]
    return changes, is_complete


def _exact_changes(left: str, right: str) -> list[Change] | None:
    """Give the shortest script, None where it would take too much work."""
    if not left or not right:
        return [Change(0, len(left), 0, len(right))] if left or right else []
    if _edits_at_most(left, right, EDITS_AT_MOST):
        return _by_dmp(left, right)
    if len(left) * len(right) > CELLS_AT_MOST:
        return None
    return [Change(*block) for block in edit_blocks(left, right)]


def _middle(one: str, two: str) -> Change:
    """Give what is left between the common beginning and the common end."""
    head = common_head(one, two)
    tail = common_head(one[head:][::-1], two[head:][::-1])
    return Change(head, len(one) - tail, head, len(two) - tail)


def _by_dmp(one: str, two: str) -> list[Change]:
    changes: list[Change] = []
    at = begin = 0
    start, start_two = 0, 0
    for kind, text in [*_engine().diff_main(one, two, False), (0, "")]:  # noqa: FBT003
        if kind:
            at += len(text) if kind < 0 else 0
            begin += len(text) if kind > 0 else 0
            continue
        if at > start or begin > start_two:
            changes.append(Change(start, at, start_two, begin))
        at, begin = at + len(text), begin + len(text)
        start, start_two = at, begin
    return changes


@cache
def _engine() -> diff_match_patch:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine


def _edits_at_most(one: str, two: str, limit: int) -> bool:
    """Say whether `limit` edits suffice; short texts need not be looked at."""
    return len(one) + len(two) <= limit or edit_distance(one, two, limit) <= limit
