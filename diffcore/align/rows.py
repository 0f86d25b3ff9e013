"""From links to rows: what moved, what is left over, in which order, and where a gap stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from diffcore.align.draft import JOINED, Draft, Link
from diffcore.align.heads import HEADED
from diffcore.align.order import Order
from diffcore.align.side import Side
from diffcore.chinese.similarity import similarity
from diffcore.model import Clause, Row
from diffcore.spans import NormalSpan, Pair

# What made the rows of one side only.
NOTHING = "none"

# Behind one clause of the base stand its own row and then those that the other alone has.
OF_BASE, OF_OTHER = 0, 1

# From this similarity (0..1) on, one clause against itself with unlabelled neighbours is the same
# text with other paragraph breaks; below it the clause was split.
SOFT_AT_LEAST = 0.9


# Roles whose clauses are left out together: one row says that a text has no table of contents.
RUNS = frozenset({"contents"})


class _Place(NamedTuple):
    """Where a row stands among the rows: behind a clause of the base, added rows last."""

    base: int
    side: int
    other: int


def rows_of(draft: Draft, order: Order, starts: Pair[int]) -> tuple[Row, ...]:
    """Give the rows in the order of the base; `starts` are the normal offsets of the scopes."""
    found = [(_Place(at.base, OF_BASE, 0), _linked(draft, at, order)) for at in draft.links()]
    found += _omitted(draft, order, starts.other)
    found += _added(draft, order, starts.base)
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))


def _omitted(draft: Draft, order: Order, start: int) -> list[tuple[_Place, Row]]:
    """Give the rows that the base alone has."""
    side, opposite = draft.sides.base, draft.sides.other
    before = _before(side, draft.partners.base, order.movers.base)
    found = []
    for first, last in _left_over(side, draft.partners.base):
        link = before[first]
        at = opposite.clauses[link.other_end - 1].span.end if link else start
        spans = Pair(_span(side, first, last), NormalSpan(at, at))
        row = Row("omitted", Pair(side.clauses[first:last], ()), spans, 0.0, NOTHING)
        found.append((_Place(first, OF_BASE, 0), row))
    return found


def _added(draft: Draft, order: Order, start: int) -> list[tuple[_Place, Row]]:
    """Give the rows that the other alone has."""
    side, opposite = draft.sides.other, draft.sides.base
    before = _before(side, draft.partners.other, order.movers.other)
    nearest = _next_linked(opposite, draft.partners.base)
    found = []
    for first, last in _left_over(side, draft.partners.other):
        link = before[first]
        at = opposite.clauses[link.base_end - 1].span.end if link else start
        spans = Pair(NormalSpan(at, at), _span(side, first, last))
        row = Row("added", Pair((), side.clauses[first:last]), spans, 0.0, NOTHING)
        # It comes behind what the base alone has here, as far as that has the same parent.
        above = draft.partners.other.get(side.parents[first])
        limit = opposite.ends[above.base] if above else len(opposite)
        behind = link.base_end - 1 if link else -1
        behind = max(behind, min(nearest[behind + 1], limit) - 1)
        found.append((_Place(behind, OF_OTHER, first), row))
    return found


def _linked(draft: Draft, link: Link, order: Order) -> Row:
    """Give the row of a link."""
    sides = draft.sides
    clauses = Pair(
        sides.base.clauses[link.base : link.base_end],
        sides.other.clauses[link.other : link.other_end],
    )
    spans = Pair(
        _span(sides.base, link.base, link.base_end),
        _span(sides.other, link.other, link.other_end),
    )
    one, two = (link.base, link.base_end), (link.other, link.other_end)
    alike = similarity(sides.base.joined(*one), sides.other.joined(*two))
    if len(clauses.base) + len(clauses.other) > 2:
        # A label inside a row may be plain words on the other side, where it was run together.
        alike = max(alike, similarity(sides.base.words(*one), sides.other.words(*two)))
    # What was an article and is a paragraph stands elsewhere, even where the order is kept.
    is_moved = link in order.moved or draft.changes_rank(link)
    relation = "moved" if is_moved else _relation(clauses, link.by, alike)
    return Row(relation, clauses, spans, alike, link.by)


def _relation(clauses: Pair[tuple[Clause, ...]], by: str, alike: float) -> str:
    """Name the relation of neighbours in order."""
    rest = (*clauses.base[1:], *clauses.other[1:])
    is_soft = alike >= SOFT_AT_LEAST and not any(clause.label for clause in rest)
    if not rest or is_soft or by in (JOINED, HEADED):
        return "matched"
    labels = clauses.map(lambda several: sum(1 for clause in several if clause.label))
    counts = clauses.map(len)
    one, two = (labels.base, counts.base), (labels.other, counts.other)
    if 1 in counts:
        # One clause against several, though it alone may have kept its label.
        one, two = (counts.base, 0), (counts.other, 0)
    if one == two:
        return "matched"
    return "split" if one < two else "merged"


def _span(side: Side, first: int, last: int) -> NormalSpan:
    return NormalSpan(side.clauses[first].span.start, side.clauses[last - 1].span.end)


def _left_over(side: Side, linked: Mapping[int, Link]) -> list[tuple[int, int]]:
    """Give the clauses without a link, a whole subtree without any as one."""
    has_link = [index in linked for index in range(len(side))]
    for index in range(len(side) - 1, -1, -1):
        parent = side.parents[index]
        if has_link[index] and parent >= 0:
            has_link[parent] = True
    found, at = [], 0
    while at < len(side):
        end = at + 1 if has_link[at] else side.ends[at]
        if side.clauses[at].role in RUNS:
            end = _run_end(side, at, linked)
        if at not in linked:
            found.append((at, end))
        at = end
    return found


def _run_end(side: Side, first: int, linked: Mapping[int, Link]) -> int:
    """Give the end of the neighbours without a link that have the same role."""
    role, end = side.clauses[first].role, first + 1
    if first not in linked:
        while end < len(side) and end not in linked and side.clauses[end].role == role:
            end += 1
    return end


def _before(side: Side, linked: Mapping[int, Link], movers: list[int]) -> list[Link | None]:
    """Give for each clause the link of the nearest one before it that moved with it, if at all."""
    last: dict[int, Link] = {}
    found: list[Link | None] = []
    for index in range(len(side)):
        found.append(last.get(movers[index]))
        if index in linked:
            last[movers[index]] = linked[index]
    return found


def _next_linked(side: Side, linked: Mapping[int, Link]) -> list[int]:
    """Give for each clause, and the end, the first clause from there on that has a link."""
    found = [len(side)] * (len(side) + 1)
    for index in range(len(side) - 1, -1, -1):
        found[index] = index if index in linked else found[index + 1]
    return found
