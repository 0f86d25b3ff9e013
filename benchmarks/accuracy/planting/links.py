"""Links of one article to several and of several to one, scored strictly and laxly.

Strict: a link that is made is right if its articles are on both sides exactly those of the truth.
Lax: it is right if it shares an article with a true link on both sides. F1 is from the share of
right links among those made, and the share of true links that some made one answers to.

Source: B. Thompson and P. Koehn, "Vecalign" (EMNLP 2019), score.py: strict and lax counts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from diffcore.model import Clause, Collation, Document


class Link(NamedTuple):
    """The numbers of the articles that answer to each other, on either side."""

    base: tuple[int, ...]
    other: tuple[int, ...]


class Counts(NamedTuple):
    """How many links there are, were made, and are right either way."""

    true: int = 0
    made: int = 0
    strict: int = 0
    lax_made: int = 0
    lax_true: int = 0


def links_of(collation: Collation) -> list[Link]:
    """Give the links that the rows of a collation make between several articles and one.

    A row may link paragraphs: the second of article 33 and article 34 to two of article 33.
    """
    links, witnesses = [], collation.witnesses
    for comparison in collation.comparisons:
        clauses = comparison.row.clauses
        link = Link(
            _articles(clauses.base, witnesses.base.document),
            _articles(clauses.other, witnesses.other.document),
        )
        if comparison.row.relation in ("split", "merged") and _is_several(link):
            links.append(link)
    return links


def _articles(clauses: Sequence[Clause], document: Document) -> tuple[int, ...]:
    """Give the numbers of the articles to which clauses belong, each once."""
    numbers = (_article_of(clause, document) for clause in clauses)
    return tuple(dict.fromkeys(number for number in numbers if number))


def _article_of(clause: Clause, document: Document) -> int | None:
    while clause.style != "article":
        if clause.parent is None:
            return None
        clause = document.clauses[clause.parent]
    return clause.ordinal


def _is_several(link: Link) -> bool:
    return bool(link.base and link.other) and max(len(link.base), len(link.other)) > 1


def count(true: Sequence[Link], made: Sequence[Link]) -> Counts:
    """Give the counts of one text."""
    return Counts(
        len(true), len(made), len(set(true) & set(made)),
        _answered(made, true, _shares), _answered(true, made, _shares),
    )  # fmt: skip


def _answered(
    links: Sequence[Link], by: Sequence[Link], answers: Callable[[Link, Link], bool]
) -> int:
    return sum(any(answers(link, one) for one in by) for link in links)


def _shares(one: Link, two: Link) -> bool:
    return bool(set(one.base) & set(two.base)) and bool(set(one.other) & set(two.other))


def add(counts: Sequence[Counts]) -> Counts:
    """Give the sums of the counts of several texts."""
    return Counts(*map(sum, zip(*counts, strict=True))) if counts else Counts()


def strict_score(counts: Counts) -> float:
    """Give F1 by the strict count."""
    return f1(counts.strict, counts.made, counts.strict, counts.true)


def lax_score(counts: Counts) -> float:
    """Give F1 by the lax count."""
    return f1(counts.lax_made, counts.made, counts.lax_true, counts.true)


def f1(right: int, made: int, found: int, true: int) -> float:
    """Give the harmonic mean of precision right/made and recall found/true; 1 of nothing at all."""
    precision = right / made if made else float(not true)
    recall = found / true if true else 1.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
