"""Changes joined that together let two members of a list change places (倒文).

自我教育、自我服务 against 自我服务、自我教育: the members share characters, so the shortest
script takes them apart. What a proofreader reads is that the two stand in another order.
"""

from __future__ import annotations

from collections.abc import Iterator

from diffcore.diff.changes import Change, join

# Characters between the marks that enclose an exchange, the equal ones at its ends included.
# Range 5..; of the neighbouring members in lists of shared/data 99 in 100 pairs are shorter.
EXCHANGED_AT_MOST = 40
# Changes that one exchange may fall into, and equal characters at either end that belong to it.
PIECES_AT_MOST = 6
SHARED_AT_MOST = 8

_JOINTS = frozenset("、,和与及或并")
_STOPS = frozenset("。;；:\n")


def join_exchanges(changes: list[Change], one: str, two: str) -> list[Change]:
    """Give `changes` with those made one that let members of a list change places."""
    joined: list[Change] = []
    at = 0
    while at < len(changes):
        low = joined[-1].end if joined else 0
        found = _exchange_at(changes, at, low, one, two)
        exchange, at = found or (changes[at], at + 1)
        joined.append(exchange)
    return joined


def _exchange_at(
    changes: list[Change], at: int, low: int, one: str, two: str
) -> tuple[Change, int] | None:
    """Give the exchange that begins with the change `at`, and the index behind its last."""
    for last in range(min(at + PIECES_AT_MOST, len(changes)) - 1, at - 1, -1):
        whole = join(changes[at], changes[last])
        high = changes[last + 1].start if last + 1 < len(changes) else len(one)
        if _has_same_signs(whole, one, two) and _has_joint(whole, one):
            for left, right in _reaches(whole.start - low, high - whole.end):
                wide = whole.widened(left, right)
                if _fits(wide, one, two) and _is_exchange(wide, one, two):
                    return wide, last + 1
    return None


def _has_same_signs(whole: Change, one: str, two: str) -> bool:
    """Say whether both readings have the same characters; such as are short enough."""
    start, end, begin, stop = whole
    if end - start != stop - begin or not 1 < end - start <= EXCHANGED_AT_MOST:
        return False
    return sorted(one[start:end]) == sorted(two[begin:stop])


def _has_joint(whole: Change, one: str) -> bool:
    """Say whether two members may stand in a change: a joint between them is never outside."""
    return not _JOINTS.isdisjoint(one[whole.start : whole.end])


def _reaches(low: int, high: int) -> Iterator[tuple[int, int]]:
    """Give the numbers of equal characters to take in on the left and right, fewest first."""
    for both in range(2 * SHARED_AT_MOST + 1):
        for left in range(max(0, both - SHARED_AT_MOST), min(both, SHARED_AT_MOST) + 1):
            if left <= low and both - left <= high:
                yield left, both - left


def _fits(wide: Change, one: str, two: str) -> bool:
    """Say whether what was taken in is equal on both sides, in one sentence."""
    words = one[wide.start : wide.end]
    inside = wide.start >= 0 and wide.begin >= 0 and wide.stop <= len(two)
    return inside and wide.size <= EXCHANGED_AT_MOST and _STOPS.isdisjoint(words)


def _is_exchange(wide: Change, one: str, two: str) -> bool:
    """Say whether the first and the last member changed places, a joint or more between them."""
    base, other = one[wide.start : wide.end], two[wide.begin : wide.stop]
    length = len(base)
    firsts = [i for i in range(1, length - 1) if base[i] in _JOINTS]
    for i in firsts:
        head = base[:i]
        if other.endswith(head) and other[length - i - 1] in _JOINTS:
            for j in firsts:
                tail = base[j + 1 :]
                if j >= i and other.startswith(tail) and base[i : j + 1] == other[len(tail) : -i]:
                    return True
    return False
