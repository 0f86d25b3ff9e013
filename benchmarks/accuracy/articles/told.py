"""What a report tells: the old articles that answer to each article of the new version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.articles.versions import struck_out
from benchmarks.accuracy.engine import Engine
from diffcore.model import Clause, Collation, Row

Links = dict[str, frozenset[str]]


class Told(NamedTuple):
    """The old articles of each new one; `parts` has also those that gave later paragraphs only."""

    articles: Links
    parts: Links


def told(engine: Engine, folder: Path) -> Told:
    """Collate the versions in `folder` and read the rows; a number without words is no source."""
    found = read_rows(engine.collate(folder / "old.txt", folder / "new.txt"))
    empty = struck_out(folder / "old.txt")
    return Told(*({new: old - empty for new, old in links.items()} for links in found))


def read_rows(collation: Collation) -> Told:
    """Give the links of articles that the rows of a collation tell.

    A row links two articles if it has the head of one of them (its label and first paragraph).
    """
    rows = [comparison.row for comparison in collation.comparisons]
    base = _owners(clause for row in rows for clause in row.clauses.base)
    other = _owners(clause for row in rows for clause in row.clauses.other)
    heads: dict[str, set[str]] = {}
    parts: dict[str, set[str]] = {}
    for row in rows:
        for old, new, is_head in _pairs(row, base, other):
            parts.setdefault(new, set()).add(old)
            if is_head:
                heads.setdefault(new, set()).add(old)
    return Told(_frozen(heads), _frozen(parts))


def _pairs(
    row: Row, base: Mapping[int, Clause], other: Mapping[int, Clause]
) -> Iterable[tuple[str, str, bool]]:
    for old in row.clauses.base:
        for new in row.clauses.other:
            if old.index in base and new.index in other:
                is_head = "article" in (old.level, new.level)
                yield name_of(base[old.index]), name_of(other[new.index]), is_head


def _owners(clauses: Iterable[Clause]) -> dict[int, Clause]:
    """Give the article that each clause belongs to."""
    found: dict[int, Clause] = {}
    for clause in sorted(clauses, key=lambda clause: clause.index):
        if clause.level == "article":
            found[clause.index] = clause
        elif clause.parent is not None and clause.parent in found:
            found[clause.index] = found[clause.parent]
    return found


def name_of(article: Clause) -> str:
    """Give the number of an article as the corpus writes it: 32, 32-1 for 第三十二條之一."""
    return f"{article.ordinal}-{article.branch}" if article.branch else str(article.ordinal)


def _frozen(links: Mapping[str, set[str]]) -> Links:
    return {article: frozenset(sources) for article, sources in links.items()}
