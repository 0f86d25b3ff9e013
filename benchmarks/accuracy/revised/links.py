"""The links of articles that a collation tells, and how well two sets of links agree.

Source: B. Thompson, P. Koehn, "Vecalign: Improved Sentence Alignment in Linear Time and Space",
EMNLP 2019, 4: a group of articles that answer to each other agrees strictly if it is the same
group, and laxly if it has a link in common with one of the other set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from diffcore.model import Clause, Collation

# The number of an article, with the 一 of 之一 (else 0).
Number = tuple[int, int]
Link = tuple[Number, Number]


class Agreement(NamedTuple):
    """F1, 0..1: of single links, of groups that are the same, of groups that overlap."""

    links: float
    strict: float
    lax: float


def told_links(collation: Collation) -> set[Link]:
    """Give the articles that answer to each other: a row has clauses of both."""
    rows = [comparison.row for comparison in collation.comparisons]
    base = articles_in(clause for row in rows for clause in row.clauses.base)
    other = articles_in(clause for row in rows for clause in row.clauses.other)
    return {
        (base[one.index], other[two.index])
        for row in rows
        for one in row.clauses.base
        for two in row.clauses.other
        if one.index in base and two.index in other
    }


def articles_in(clauses: Iterable[Clause]) -> Mapping[int, Number]:
    """Give the number of the article that each clause belongs to."""
    found: dict[int, Number] = {}
    for clause in sorted(clauses, key=lambda clause: clause.index):
        if clause.level == "article":
            found[clause.index] = clause.ordinal or 0, clause.branch
        elif clause.parent in found:
            found[clause.index] = found[clause.parent]
    return found


def agreement(pairs: Iterable[tuple[Set[Link], Set[Link]]]) -> Agreement:
    """Give how well two sets of links agree, over all pairs of versions together."""
    counts = [_counts(*pair) for pair in pairs]
    one, two, links, first, second, strict, lax, lax_back = map(sum, zip(*counts, strict=True))
    return Agreement(
        _f1(links, one, links, two),
        _f1(strict, first, strict, second),
        _f1(lax, first, lax_back, second),
    )


def _counts(one: Set[Link], two: Set[Link]) -> tuple[int, ...]:
    """Give how many links and groups either set has, and how many of them agree."""
    first, second = list(_groups(one)), list(_groups(two))
    strict = len(set(map(_members, first)) & set(map(_members, second)))
    lax = sum(not two.isdisjoint(group) for group in first)
    lax_back = sum(not one.isdisjoint(group) for group in second)
    return len(one), len(two), len(one & two), len(first), len(second), strict, lax, lax_back


def name_of(number: Number) -> str:
    """Give the number of an article in figures: 32, or 32-1 for 第三十二条之一."""
    return "-".join(str(part) for part in number if part)


def _groups(links: Set[Link]) -> Iterator[list[Link]]:
    """Give the links in groups that have no article in common."""
    waiting = sorted(links)
    while waiting:
        group = [waiting.pop(0)]
        for link in group:
            near = [one for one in waiting if one[0] == link[0] or one[1] == link[1]]
            group.extend(near)
            waiting = [one for one in waiting if one not in near]
        yield group


def _members(group: Iterable[Link]) -> tuple[frozenset[Number], frozenset[Number]]:
    base, other = zip(*group, strict=True)
    return frozenset(base), frozenset(other)


def _f1(right: int, told: int, found: int, gold: int) -> float:
    precision, recall = right / (told or 1), found / (gold or 1)
    both = precision + recall
    return 2 * precision * recall / both if both else float(told == gold == 0)
