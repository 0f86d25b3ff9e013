"""Before the passes: links that a person made (--align), which no pass splits, widens or undoes.

A clause is named by its address or by its place in the source text. A place is trusted only where
the file was made for the very text; an address must be that of one clause in scope.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diffcore.align import refusals
from diffcore.align.draft import MANUAL, Link
from diffcore.model import Clause, ClauseName, LinkEntry, Links, Scope
from diffcore.spans import Pair


def links_by_hand(links: Links, scopes: Pair[Scope]) -> list[Link]:
    """Give the links of a file, their clauses counted from the first in scope.

    Raises: OptionError where an entry names no clause in scope, one that another entry has, or
    clauses that are no neighbours.
    """
    base, other = (
        _Finder(links.path, scope, is_same, side, {})
        for side, scope, is_same in zip(("base", "other"), scopes, links.are_same, strict=True)
    )
    found = []
    for entry in links.entries:
        one = base.run_of(entry, entry.clauses.base)
        two = other.run_of(entry, entry.clauses.other)
        found.append(Link(one.start, one.stop, two.start, two.stop, MANUAL, entry.relation))
    return found


@dataclass(slots=True)
class _Finder:
    """Finds the clauses of one side by their names; `used` holds the entry that has a clause."""

    path: str
    scope: Scope
    is_same: bool
    side: str
    used: dict[int, int]
    _by_address: dict[str, list[Clause]] | None = None
    _by_start: dict[int, list[Clause]] | None = None

    def run_of(self, entry: LinkEntry, names: Iterable[ClauseName]) -> range:
        """Give the neighbours that an entry names, counted from the first clause in scope."""
        found = sorted((self._clause(entry, name) for name in names), key=lambda one: one.index)
        for clause in found:
            before = self.used.setdefault(clause.index, entry.number)
            if before != entry.number:
                raise refusals.used_twice(self.path, self.side, clause.address, before, entry)
        if not found:
            return range(0)
        run = range(found[0].index, found[-1].index + 1)
        if len(run) != len(found):
            raise refusals.not_neighbours(self.path, self.side, entry, found)
        return range(run.start - self.scope.first, run.stop - self.scope.first)

    def _clause(self, entry: LinkEntry, name: ClauseName) -> Clause:
        """Give the clause in scope of that name. Raises: OptionError."""
        if name.start is not None and self.is_same:
            return self._at(entry, name)
        if not name.address:
            raise refusals.other_text(self.path, self.side, entry)
        named = self._addresses().get(name.address, [])
        inside = [clause for clause in named if self._is_inside(clause)]
        if len(inside) > 1:
            raise refusals.ambiguous(self.path, self.side, entry, name.address, len(inside))
        return self._only(entry, name.address, inside, named)

    def _at(self, entry: LinkEntry, name: ClauseName) -> Clause:
        """Give the clause at the place that `name` gives."""
        offsets = self.scope.document.normal.offsets
        there = [
            clause
            for clause in self._starts().get(-1 if name.start is None else name.start, ())
            if name.end is None or offsets.boundary_of(clause.span.end) == name.end
        ]
        told = f"{name.start}" if name.end is None else f"{name.start}–{name.end}"
        inside = [clause for clause in there if self._is_inside(clause)]
        clause = self._only(entry, told, inside, there)
        if name.address is not None and name.address != clause.address:
            raise refusals.contradiction(self.path, self.side, entry, name.address, clause.address)
        return clause

    def _only(
        self, entry: LinkEntry, told: str, inside: list[Clause], named: list[Clause]
    ) -> Clause:
        if inside:
            return inside[0]
        refuse = refusals.out_of_scope if named else refusals.unknown_clause
        raise refuse(self.path, self.side, entry, told, self.scope.document.normal.source.path)

    def _is_inside(self, clause: Clause) -> bool:
        return self.scope.first <= clause.index < self.scope.last

    def _addresses(self) -> dict[str, list[Clause]]:
        if self._by_address is None:
            self._by_address = {}
            for clause in self.scope.document.clauses:
                self._by_address.setdefault(clause.address, []).append(clause)
        return self._by_address

    def _starts(self) -> dict[int, list[Clause]]:
        if self._by_start is None:
            self._by_start = {}
            offsets = self.scope.document.normal.offsets
            for clause in self.scope.document.clauses:
                start = offsets.boundary_of(clause.span.start)
                self._by_start.setdefault(start, []).append(clause)
        return self._by_start
