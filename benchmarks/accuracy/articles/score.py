"""How well the links that were told agree with those that were stated, strictly and laxly.

Source: Thompson and Koehn, "Vecalign: Improved Sentence Alignment in Linear Time and Space",
EMNLP 2019, 4: a strict link is right if it is the same set, a lax one if it has one in common.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.accuracy.articles.stated import Revision
from benchmarks.accuracy.articles.told import Told

NONE: frozenset[str] = frozenset()


class Verdict(NamedTuple):
    """One article: its sources as stated (with parts that may be told) and as told."""

    law: str
    date: str
    article: str
    sources: frozenset[str]
    allowed: frozenset[str]
    told: frozenset[str]
    told_parts: frozenset[str]

    @property
    def is_right(self) -> bool:
        """Whether exactly the sources are told; parts may be."""
        return self.sources <= self.told <= self.sources | self.allowed

    @property
    def is_touched(self) -> bool:
        """Whether anything of a source is told, a later paragraph being enough."""
        return bool((self.told | self.told_parts) & (self.sources | self.allowed))

    @property
    def is_told(self) -> bool:
        """Whether a source is told that counts: for a new article its parts do not."""
        return bool(self.told if self.sources else self.told - self.allowed)


class Score(NamedTuple):
    """Counts of verdicts: articles with sources, told to have some, right; and the new ones."""

    sourced: int
    told: int
    right: int
    touched: int
    new: int
    new_right: int

    @property
    def strict(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of exact sets."""
        return _measures(self.right, self.told, self.sourced)

    @property
    def lax(self) -> tuple[float, float, float]:
        """Precision, recall and F1 where one source in common is enough."""
        return _measures(self.touched, self.told, self.sourced)

    @property
    def new_share(self) -> float:
        """The share of new articles that are told to be new."""
        return self.new_right / self.new if self.new else 1.0


def verdicts(revision: Revision, found: Told) -> list[Verdict]:
    """Give the verdict on each article of a revision whose reason says where it comes from."""
    return [
        Verdict(
            revision.law,
            revision.date,
            article,
            stated.sources,
            stated.parts,
            found.articles.get(article, NONE),
            found.parts.get(article, NONE),
        )
        for article, stated in revision.stated.items()
    ]


def score(found: Iterable[Verdict]) -> Score:
    """Count verdicts."""
    found = list(found)
    sourced = [one for one in found if one.sources]
    new = [one for one in found if not one.sources]
    return Score(
        len(sourced),
        sum(one.is_told for one in found),
        sum(one.is_right for one in sourced),
        sum(one.is_touched and bool(one.told | one.told_parts) for one in sourced),
        len(new),
        sum(one.is_right for one in new),
    )


def _measures(right: int, told: int, sourced: int) -> tuple[float, float, float]:
    precision = right / told if told else 0.0
    recall = right / sourced if sourced else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0
