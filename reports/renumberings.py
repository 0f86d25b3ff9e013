"""Renumbered clauses in few words: 第九条→第八条, and runs that moved up or down together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diffcore.model import Clause
from diffcore.spans import Pair

# Levels whose numbers run through the whole text: such a clause is found by its number alone.
_THROUGH = frozenset(("part", "chapter", "article"))


class Renumbering(NamedTuple):
    """The old and the new name of a clause; `series` tells which clauses are numbered together."""

    names: Pair[str]
    ordinals: Pair[int]
    series: tuple[str, ...]


def renumbering_of(clauses: Pair[Clause]) -> Renumbering:
    """Give the renumbering of two clauses that answer to each other."""
    base, other = clauses.base, clauses.other
    parents = clauses.map(lambda clause: clause.address.rpartition("›")[0])
    below = "" if base.level in _THROUGH else parents.base.rpartition("›")[2]
    name = f"{below}›{base.label}" if below else base.label
    series = (base.style, other.style) if base.level in _THROUGH else (parents.base, parents.other)
    return Renumbering(Pair(name, other.label), clauses.map(_ordinal), series)


def say_renumbering(renumbering: Renumbering) -> str:
    """Give the old name and the new one."""
    return f"{renumbering.names.base}→{renumbering.names.other}"


def say_runs(renumberings: Iterable[Renumbering], to: str) -> Iterator[str]:
    """Give the renumberings in words; those that follow one another on both sides become one."""
    run: list[Renumbering] = []
    for each in renumberings:
        if run and not _follows(run[-1], each):
            yield _say_run(run, to)
            run = []
        run.append(each)
    if run:
        yield _say_run(run, to)


def _follows(one: Renumbering, two: Renumbering) -> bool:
    steps = Pair(
        two.ordinals.base - one.ordinals.base,
        two.ordinals.other - one.ordinals.other,
    )
    return one.series == two.series and steps == Pair(1, 1)


def _say_run(run: list[Renumbering], to: str) -> str:
    first, last = run[0], run[-1]
    if first is last:
        return say_renumbering(first)
    # Within one article the last item needs no article again.
    old, new = last.names.base.rpartition("›")[2], last.names.other
    return f"{first.names.base}{to}{old}→{first.names.other}{to}{new}"


def _ordinal(clause: Clause) -> int:
    """Give the number of a clause, below zero where it has none or a branch: it is in no run."""
    return -1 if clause.ordinal is None or clause.branch else clause.ordinal
