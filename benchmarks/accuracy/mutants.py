"""Tools that are wrong in known ways: a benchmark that they pass would measure nothing.

`python -m benchmarks.accuracy --mutant NAME` must miss a goal; the tests try each on the samples.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from diffcore.errors import Bilingual
from diffcore.model import Collation, Finding, Row
from diffcore.spans import Pair


class Mutant(NamedTuple):
    """A way of being wrong; `spoil` gives a collation as a tool that is wrong so would make it."""

    title: Bilingual
    spoil: Callable[[Collation], Collation]


# What some tools call the same: rows from this similarity on (LawComparator shows them as 相同).
SAME_FROM = 0.98


def _deaf(collation: Collation) -> Collation:
    """Drop what differs in rows that are nearly alike, as a percent threshold does."""
    rows = [comparison.row.similarity for comparison in collation.comparisons]
    return _keep(collation, lambda one: one.row is None or not SAME_FROM <= rows[one.row] < 1)


def _blunt(collation: Collation) -> Collation:
    """Call every difference one of wording, as a tool without rules does."""
    findings = tuple(
        finding._replace(kind="wording", severity="substantive") for finding in collation.findings
    )
    return replace(collation, findings=findings)


def _rigid(collation: Collation) -> Collation:
    """Tear rows apart whose articles have not the same number, as a script does that goes by it."""
    comparisons = tuple(
        one._replace(row=one.row._replace(clauses=Pair(one.row.clauses.base, ())))
        if _is_renumbered(one.row)
        else one
        for one in collation.comparisons
    )
    return replace(collation, comparisons=comparisons)


def _is_renumbered(row: Row) -> bool:
    labels = row.clauses.map(lambda several: [clause.label for clause in several[:1]])
    return labels.base != labels.other and bool(labels.base) and bool(labels.other)


def _keep(collation: Collation, is_kept: Callable[[Finding], bool]) -> Collation:
    return replace(collation, findings=tuple(filter(is_kept, collation.findings)))


MUTANTS = {
    "deaf": Mutant(
        Bilingual("相似度 0.98 以上算相同", "rows from 0.98 on are called the same"), _deaf
    ),
    "rigid": Mutant(Bilingual("只认同号的条", "only equal numbers answer"), _rigid),
    "blunt": Mutant(Bilingual("一律说成措辞变动", "every difference is one of wording"), _blunt),
}
