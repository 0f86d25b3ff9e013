"""The assignment of the greatest sum between two lists, of which few pairs come into question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

Match = tuple[int, int]


def best_assignment(claims: Mapping[Match, float]) -> list[Match]:
    """Give the pairs of `claims` (each above 0) with the greatest sum, none sharing a member.

    Pairs that are tied together by common members are solved together, the others apart.
    """
    found: list[Match] = []
    for part in _parts(claims):
        found.extend(_solve({pair: claims[pair] for pair in part}))
    return sorted(found)


def _parts(claims: Mapping[Match, float]) -> Iterator[list[Match]]:
    """Give the pairs in groups that have no member in common."""
    rows: dict[int, list[Match]] = defaultdict(list)
    columns: dict[int, list[Match]] = defaultdict(list)
    for pair in sorted(claims):
        rows[pair[0]].append(pair)
        columns[pair[1]].append(pair)
    seen: set[Match] = set()
    for first in sorted(claims):
        part, waiting = [], [first]
        while waiting:
            pair = waiting.pop()
            if pair not in seen:
                seen.add(pair)
                part.append(pair)
                waiting.extend(rows[pair[0]])
                waiting.extend(columns[pair[1]])
        if part:
            yield part


def _solve(claims: Mapping[Match, float]) -> list[Match]:
    """Give the best assignment by shortest augmenting paths; a row may stay alone at no cost.

    Source: H. W. Kuhn, "The Hungarian Method for the Assignment Problem", Naval Research Logistics
    Quarterly 2, 1955, in the form with potentials (R. Jonker, A. Volgenant, Computing 38, 1987).
    """
    rows = sorted({one for one, _ in claims})
    columns = sorted({two for _, two in claims})
    # Behind the true columns each row has one of its own, for staying alone.
    width = len(columns) + len(rows)
    costs = [[-claims.get((one, two), 0.0) for two in columns] + [0.0] * len(rows) for one in rows]
    row_of = _assign(costs, width)
    pairs = [(rows[row], columns[at]) for at, row in enumerate(row_of[: len(columns)]) if row >= 0]
    return [pair for pair in pairs if pair in claims]


def _assign(costs: list[list[float]], width: int) -> list[int]:
    """Give for each column the row that takes it at the least total cost, -1 for none."""
    row_of, high = [-1] * width, [0.0] * width
    low = [0.0] * len(costs)
    for row in range(len(costs)):
        distance, came, done = [float("inf")] * width, [-1] * width, [False] * width
        column, at = -1, row
        while at >= 0:
            nearest, least = -1, float("inf")
            line, offset = costs[at], low[at]
            for to in range(width):
                if done[to]:
                    continue
                reduced = line[to] - offset - high[to]
                if reduced < distance[to]:
                    distance[to], came[to] = reduced, column
                if distance[to] < least:
                    nearest, least = to, distance[to]
            low[row] += least
            for to in range(width):
                if done[to]:
                    low[row_of[to]] += least
                    high[to] -= least
                else:
                    distance[to] -= least
            column, done[nearest] = nearest, True
            at = row_of[column]
        while column >= 0:
            before = came[column]
            row_of[column] = row if before < 0 else row_of[before]
            column = before
    return row_of
