"""One side of an alignment: the clauses of a scope with what the passes ask about them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from diffcore.chinese.similarity import skeleton, stock
from diffcore.model import Clause, Scope

# Levels whose clauses are headings over others and seldom have words of their own (编、章、节).
DIVISIONS = frozenset({"part", "chapter", "section"})

# Characters at the beginning of a subtree that tell which one it is: a chapter of 30 articles has
# fewer. Bounds the work for a text without a line break.
TELLING = 20_000


@dataclass(frozen=True, slots=True)
class Side:
    """The clauses of one scope, counted from 0, and their tree.

    `bodies` are their normal texts without labels and line feeds (a title may have several lines).
    `parents` are indices into `clauses`, -1 where the parent is out of scope or there is none. The
    subtree of clause i is i..ends[i].
    """

    text: str
    clauses: tuple[Clause, ...]
    bodies: tuple[str, ...]
    parents: tuple[int, ...]
    ends: tuple[int, ...]
    _skeletons: dict[int, str] = field(default_factory=dict)
    _stocks: dict[tuple[int, int], Counter[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.clauses)

    def skeleton(self, index: int) -> str:
        """Give the Chinese characters of a clause: its text with masks for figures and signs."""
        found = self._skeletons.get(index)
        if found is None:
            found = self._skeletons[index] = skeleton(self.bodies[index])
        return found

    def whole_skeleton(self, index: int) -> str:
        """Give the Chinese characters of a clause and of its label."""
        return skeleton(self.clauses[index].span.of(self.text))

    def words(self, first: int, last: int) -> str:
        """Give the text of the neighbours first..last with all labels but the first."""
        if last == first + 1:
            return self.bodies[first]
        start, end = self.clauses[first].body.start, self.clauses[last - 1].body.end
        return self.text[start:end].replace("\n", "")

    def joined(self, first: int, last: int) -> str:
        """Give the text of the neighbours first..last without any label."""
        return "".join(self.bodies[first:last])

    def stock(self, first: int, last: int) -> Counter[str]:
        """Give the n-grams of the Chinese characters at the beginning of first..last."""
        key = (first, last)
        found = self._stocks.get(key)
        if found is None:
            words = self.words(first, last)[:TELLING]
            found = self._stocks[key] = stock(skeleton(words) or words)
        return found

    def opening(self, first: int, last: int) -> tuple[int, int]:
        """Give the first paragraph of first..last with the items that belong to it."""
        for index in range(first + 1, last):
            if self.parents[index] == first and self.is_paragraph(index):
                return first, index
        return first, last

    def is_division(self, index: int) -> bool:
        """Tell whether the clause is the heading of a 编, 章 or 节."""
        return self.clauses[index].level in DIVISIONS and not self.is_contents(index)

    def kind(self, index: int) -> str:
        """Name what kind of clause it is, as far as unlike kinds never answer to each other."""
        clause = self.clauses[index]
        if self.is_contents(index):
            return clause.role
        is_fixed = clause.level == "article" or clause.level in DIVISIONS
        return clause.level if is_fixed else "any"

    def is_paragraph(self, index: int) -> bool:
        """Tell whether the clause is a paragraph without label that stands under another clause."""
        clause = self.clauses[index]
        return not clause.label and clause.role == "body" and self.parents[index] >= 0

    def is_contents(self, index: int) -> bool:
        """Tell whether the clause is a line of a table of contents."""
        return self.clauses[index].role == "contents"

    def is_article(self, index: int) -> bool:
        """Tell whether the clause begins an article (条)."""
        return self.clauses[index].level == "article"


def side_of(scope: Scope) -> Side:
    """Give the clauses of `scope` with their texts and their tree."""
    text = scope.document.normal.text
    clauses = scope.clauses
    shift = scope.first
    parents = tuple(
        clause.parent - shift if clause.parent is not None and clause.parent >= shift else -1
        for clause in clauses
    )
    ends = list(range(1, len(clauses) + 1))
    for index in range(len(clauses) - 1, -1, -1):
        parent = parents[index]
        if 0 <= parent < index:
            ends[parent] = max(ends[parent], ends[index])
    bodies = tuple(clause.body.of(text).replace("\n", "") for clause in clauses)
    return Side(text, clauses, bodies, parents, tuple(ends))
