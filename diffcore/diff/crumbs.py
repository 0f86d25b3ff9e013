"""Changes joined that are one change to a reader: no confetti, and no equal words swallowed.

Two texts that say different things still share characters by chance (的, 对, 理); a diff keeps
them. Between two changes the shared stretch is dropped where it is small beside them, and where
the two changes together only put the same characters in another order (倒文).
"""

from __future__ import annotations

import re
from functools import cache

from diffcore.diff.changes import Change, join

# Least size of the smaller of two changes, as a multiple of the stretch between them, for which
# the stretch counts as chance. Range 2..; of 246 revised rows of shared/data/laws few depend on
# it: at 3 a kept word is swallowed here and there, at 6 rewritten sentences keep chance pairs.
CHANCE_AT_MOST = 4

# A single character between two changes is chance where the smaller of them has this size.
LONE_AT_LEAST = 3

# Length of the stretch that two changes may exchange their places across, in characters:
# 发展和改革 against 改革和发展. A longer one is a move, and two changes.
EXCHANGED_AT_MOST = 12

# What stands between the provisions that are cited together, and what the number of one ends in.
_BETWEEN_PROVISIONS = frozenset(("、", ",", "和", "或", "及", "与", "至", "或者", "以及"))
_PROVISIONS = tuple("条條款项項章节節")

# Marks between members and clauses.
_MARKS = frozenset("、,;:。；")


def join_crumbs(changes: list[Change], one: str, two: str) -> list[Change]:
    """Give `changes` with those joined between which the texts are equal by chance only."""
    while True:
        joined: list[Change] = []
        for change in changes:
            while joined and _is_one(joined[-1], change, one, two):
                change = _without_ends(
                    _without_marks(join(joined.pop(), change), one, two), one, two
                )
            joined.append(change)
        if len(joined) == len(changes):
            return joined
        changes = joined


def _without_marks(change: Change, one: str, two: str) -> Change:
    """Give `change` without marks at its edges that both readings have (、甲、乙 → 、乙、甲)."""
    start, end, begin, stop = change
    while min(end - start, stop - begin) > 1 and one[start] == two[begin] and one[start] in _MARKS:
        start, begin = start + 1, begin + 1
    while (
        min(end - start, stop - begin) > 1
        and one[end - 1] == two[stop - 1]
        and one[end - 1] in _MARKS
    ):
        end, stop = end - 1, stop - 1
    return Change(start, end, begin, stop)


def _without_ends(change: Change, one: str, two: str) -> Change:
    """Give `change` as a pure loss or gain where one reading ends or begins with all of the other.

    重要标志。要 against 要 has lost 重要标志。; that 要 was kept twice in pieces is chance.
    """
    start, end, begin, stop = change
    base, other = one[start:end], two[begin:stop]
    shared = min(len(base), len(other))
    if base.endswith(other) or other.endswith(base):
        return Change(start, end - shared, begin, stop - shared)
    if base.startswith(other) or other.startswith(base):
        return Change(start + shared, end, begin + shared, stop)
    return change


def _is_one(first: Change, last: Change, one: str, two: str) -> bool:
    between = one[first.end : last.start]
    if "\n" in between:
        return False
    if any(_is_loss_of_figure(change, one, two) for change in (first, last)):
        return False
    if between in _BETWEEN_PROVISIONS and _are_provisions(first, last, one, two):
        return False
    return _is_chance(first, last, between) or _is_exchange(first, last, between, one, two)


def _is_loss_of_figure(change: Change, one: str, two: str) -> bool:
    """Say whether nothing but digits or Latin was lost or gained: 〔2021〕118号, 〔〕号."""
    words = one[change.start : change.end] + two[change.begin : change.stop]
    return change.is_pure and words.isascii() and any(map(str.isalnum, words))


def _are_provisions(first: Change, last: Change, one: str, two: str) -> bool:
    """Say whether both changes end in the number of a provision: a list of citations."""
    return all(
        one[change.start : change.end].endswith(_PROVISIONS)
        and two[change.begin : change.stop].endswith(_PROVISIONS)
        for change in (first, last)
    )


def _is_chance(first: Change, last: Change, between: str) -> bool:
    """Say whether `between` is equal by chance; marks that end a sentence never are."""
    if _ends_sentence().search(between):
        return False
    smaller, length = min(first.size, last.size), len(between)
    if length == 1 and between not in "、,:":
        return smaller >= LONE_AT_LEAST
    if first.is_pure or last.is_pure:
        return False
    return smaller >= CHANCE_AT_MOST * length


def _is_exchange(first: Change, last: Change, between: str, one: str, two: str) -> bool:
    """Say whether both changes together only reorder the same characters."""
    whole = join(first, last)
    if len(between) > EXCHANGED_AT_MOST or whole.end - whole.start != whole.stop - whole.begin:
        return False
    if whole.size > 3 * EXCHANGED_AT_MOST:
        return False
    return sorted(one[whole.start : whole.end]) == sorted(two[whole.begin : whole.stop])


@cache
def _ends_sentence() -> re.Pattern[str]:
    return re.compile("[。；;！!？?]")
