"""Which article or item became which, for those whose number differs."""

from __future__ import annotations

from collections.abc import Sequence

from diffcore.classify.case import Number, Numbered, Numbering
from diffcore.model import Clause, Comparison, Document
from diffcore.spans import Pair


def read_numbering(
    comparisons: tuple[Comparison, ...], documents: Pair[Document]
) -> Pair[Numbering]:
    """Give the number of each renumbered article and item → what it has become, both ways.

    A number that two articles in scope have (two laws in one file) is left out.
    """
    pairs = []
    for comparison in comparisons:
        clauses = comparison.row.clauses
        if clauses.base and clauses.other:
            base = _numbered(clauses.base[0], documents.base)
            other = _numbered(clauses.other[0], documents.other)
            if base and other and len(base.number) == len(other.number):
                pairs.append(_kept(clauses, documents) or Pair(base, other))
    return Pair(_unique(pairs), _unique([pair.swapped() for pair in pairs]))


def _kept(clauses: Pair[tuple[Clause, ...]], documents: Pair[Document]) -> Pair[Numbered] | None:
    """Give the number that both sides of a split or merged row have, if there is one.

    Where 29 became 28 and 29, a reference to 29 still leads to words of the old 29.
    """
    if len(clauses.base) == len(clauses.other) == 1:
        return None
    base = [_numbered(clause, documents.base) for clause in clauses.base]
    other = [_numbered(clause, documents.other) for clause in clauses.other]
    return next(
        (
            Pair(one, two)
            for one in base
            for two in other
            if one and two and one.number == two.number
        ),
        None,
    )


def article_of(clause: Clause, document: Document) -> Number | None:
    """Give (ordinal, branch) of the article to which a clause belongs."""
    clauses = document.clauses
    while clause.style != "article":
        if clause.parent is None:
            return None
        clause = clauses[clause.parent]
    return None if clause.ordinal is None else (clause.ordinal, clause.branch)


def _numbered(clause: Clause, document: Document) -> Numbered | None:
    """Give an article or an item of an article by its number, None for other clauses."""
    if clause.ordinal is None or clause.style not in ("article", "paren-chinese"):
        return None
    article = article_of(clause, document)
    if article is None:
        return None
    number = article if clause.style == "article" else (*article, clause.ordinal)
    return Numbered(number, clause.label)


def _unique(pairs: Sequence[Pair[Numbered]]) -> Numbering:
    """Give the pairs whose numbers differ, without those whose first number comes twice."""
    found: dict[Number, Numbered] = {}
    twice = set()
    for pair in pairs:
        number = pair.base.number
        if number in found:
            twice.add(number)
        found[number] = pair.other
    return {
        number: other
        for number, other in found.items()
        if number != other.number and number not in twice
    }
