"""From links to rows: what moved, what is left over, in which order, and where a gap stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from diffcore.align.confidence import ALONE_ANYWAY, Trust
from diffcore.align.draft import JOINED, Draft, Link
from diffcore.align.heads import HEADED
from diffcore.align.order import Order
from diffcore.align.side import Side
from diffcore.align.unlinked import unlinked
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


class _Place(NamedTuple):
    """Where a row stands among the rows: behind a clause of the base, added rows last."""

    base: int
    side: int
    other: int


def rows_of(draft: Draft, order: Order, trust: Trust, starts: Pair[int]) -> tuple[Row, ...]:
    """Give the rows in the order of the base; `starts` are the normal offsets of the scopes."""
    found = [
        (_Place(at.base, OF_BASE, 0), _linked(draft, at, order, trust)) for at in draft.links()
    ]
    found += _omitted(draft, order, starts.other)
    found += _added(draft, order, starts.base)
    rows = [row for _, row in sorted(found, key=lambda pair: pair[0])]
    return tuple(_with_possible(draft, rows, trust))


def _with_possible(draft: Draft, rows: list[Row], trust: Trust) -> list[Row]:
    """Give the rows with the numbers of those that may belong to each other."""
    shifts = draft.sides.map(lambda side: side.clauses[0].index if side.clauses else 0)
    numbers = Pair[dict[int, int]]({}, {})
    for number, row in enumerate(rows):
        if row.relation == "omitted":
            numbers.base[row.clauses.base[0].index - shifts.base] = number
        elif row.relation == "added":
            numbers.other[row.clauses.other[0].index - shifts.other] = number
    for base, other in trust.possible.base.items():
        one, two = numbers.base[base], numbers.other[other]
        rows[one] = rows[one]._replace(confidence=ALONE_ANYWAY, is_sure=False, possible=two)
        rows[two] = rows[two]._replace(confidence=ALONE_ANYWAY, is_sure=False, possible=one)
    return rows


def _omitted(draft: Draft, order: Order, start: int) -> list[tuple[_Place, Row]]:
    """Give the rows that the base alone has."""
    side, opposite = draft.sides.base, draft.sides.other
    before = _before(side, draft.partners.base, order.movers.base)
    found = []
    for first, last, by in _without_partner(side, draft.partners.base, draft.alone.base):
        link = before[first]
        at = opposite.clauses[link.other_end - 1].span.end if link else start
        spans = Pair(_span(side, first, last), NormalSpan(at, at))
        row = Row("omitted", Pair(side.clauses[first:last], ()), spans, 0.0, by)
        found.append((_Place(first, OF_BASE, 0), row))
    return found


def _added(draft: Draft, order: Order, start: int) -> list[tuple[_Place, Row]]:
    """Give the rows that the other alone has."""
    side, opposite = draft.sides.other, draft.sides.base
    before = _before(side, draft.partners.other, order.movers.other)
    nearest = _next_linked(opposite, draft.partners.base)
    found = []
    for first, last, by in _without_partner(side, draft.partners.other, draft.alone.other):
        link = before[first]
        at = opposite.clauses[link.base_end - 1].span.end if link else start
        spans = Pair(NormalSpan(at, at), _span(side, first, last))
        row = Row("added", Pair((), side.clauses[first:last]), spans, 0.0, by)
        # It comes behind what the base alone has here, as far as that has the same parent.
        above = draft.partners.other.get(side.parents[first])
        limit = opposite.ends[above.base] if above else len(opposite)
        behind = link.base_end - 1 if link else -1
        behind = max(behind, min(nearest[behind + 1], limit) - 1)
        found.append((_Place(behind, OF_OTHER, first), row))
    return found


def _without_partner(
    side: Side, linked: Mapping[int, Link], alone: Mapping[int, Link]
) -> Iterator[tuple[int, int, str]]:
    """Give the clauses of each row that one side alone has, and what made it, in order."""
    found = [(first, last, NOTHING) for first, last in unlinked(side, linked, alone)]
    found += [(min(own), max(own) + 1, link.by) for link, own in _by_link(alone).items()]
    yield from sorted(found)


def _by_link(alone: Mapping[int, Link]) -> dict[Link, list[int]]:
    found: dict[Link, list[int]] = {}
    for index, link in alone.items():
        found.setdefault(link, []).append(index)
    return found


def _linked(draft: Draft, link: Link, order: Order, trust: Trust) -> Row:
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
    relation = "moved" if is_moved else _relation(clauses, link, alike)
    confidence = trust.confidences.get(link, 1.0)
    return Row(relation, clauses, spans, alike, link.by, confidence, link not in trust.doubtful)


def _relation(clauses: Pair[tuple[Clause, ...]], link: Link, alike: float) -> str:
    """Name the relation of neighbours in order, as a person has named it or by their counts."""
    rest = (*clauses.base[1:], *clauses.other[1:])
    if link.told and rest:
        return link.told
    is_soft = alike >= SOFT_AT_LEAST and not any(clause.label for clause in rest)
    if not rest or is_soft or link.by in (JOINED, HEADED):
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
