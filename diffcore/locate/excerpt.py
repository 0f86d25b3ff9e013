"""An excerpt: a chapter, an article or an attachment, against the text that it is taken from.

An excerpt begins as a border of the longer text does: with 第三章, 附件1 or a title in the middle.
What begins as the longer text itself begins is the whole of it, however much it lacks, and nothing
is left out of scope.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterator
from itertools import accumulate, pairwise, takewhile
from typing import NamedTuple

from diffcore.chinese.similarity import skeleton
from diffcore.model import Clause, Scope

# Share of a text's own traces that the other text has, 0..1, below which it clearly holds other
# matter, so that an excerpt may be looked for. A version that lacks half of a law has more.
OTHER_MATTER_BELOW = 0.5
# Share of the traces of a piece that the other text has, 0..1, from which on it is in the excerpt.
ANSWERS_AT_LEAST = 0.3
# Clauses at the head of an attachment by which it may begin: 附件1, its title, its first label.
HEAD_CLAUSES = 3
# Characters by which two first clauses without label are known as the same.
WORDS = 10
# Ancestors of the deepest clause that an excerpt may begin with: 编 › 章 › 节 › 条.
DEEPEST = 4
# Levels whose clauses are headings over others.
DIVISIONS = frozenset({"part", "chapter", "section"})
# A line without sentence that is longer (characters) is no title.
TITLE_AT_MOST = 80


class Marks(NamedTuple):
    """Where the traces stand that a text has once, and how many before each the other has."""

    places: list[int]
    hits: list[int]

    @classmethod
    def of(cls, own: dict[str, list[int]], known: Container[str], origin: int) -> Marks:
        """Give the marks of a text that begins at `origin`; `known` are traces of the other."""
        found = sorted((at[0] + origin, trace in known) for trace, at in own.items() if not at[1:])
        return cls([at for at, _ in found], [0, *accumulate(hit for _, hit in found)])

    def share(self, start: int, end: int) -> float:
        """Give the share of the traces in start..end that the other text has."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        return (self.hits[last] - self.hits[first]) / (last - first) if last > first else 0.0


def excerpt(scope: Scope, opposite: Scope, find_marks: Callable[[], Marks]) -> Scope:
    """Narrow `scope` to what `opposite` is an excerpt of, or give it as it is.

    The marks are asked for only where the other text does not begin as `scope` does.
    """
    if not scope.clauses or not opposite.clauses or _is_whole(scope, opposite):
        return scope
    marks = find_marks()
    attachments = [
        part
        for part in scope.document.parts
        if part.kind == "attachment" and scope.first < part.first < scope.last
    ]
    found = _run(scope, opposite, [part.first for part in attachments], marks, HEAD_CLAUSES)
    span = scope.span
    if found is not None or marks.share(span.start, span.end) >= OTHER_MATTER_BELOW:
        return found or scope
    narrowed = (_run(scope, opposite, borders, marks, 1) for borders in _levels(scope))
    return next((found for found in narrowed if found is not None), scope)


def _levels(scope: Scope) -> Iterator[list[int]]:
    """Give the clauses at which an excerpt may begin and end, ever finer ones."""
    yield [index for index in range(scope.first + 1, scope.last) if _begins_anew(scope, index)]
    depths: dict[int, int] = {}
    for clause in scope.clauses:
        if clause.style and clause.role == "body":
            depths[clause.index] = 1 + depths.get(-1 if clause.parent is None else clause.parent, 0)
    for deepest in range(1, DEEPEST + 1):
        yield [index for index, depth in depths.items() if depth <= deepest]


def _begins_anew(scope: Scope, index: int) -> bool:
    """Tell whether clause `index` is a line like a title behind which labels begin with 1."""
    clauses = scope.document.clauses
    if clauses[index].style or len(clauses[index].body) > TITLE_AT_MOST:
        return False
    if _SENTENCE.search(scope.document.text_of(clauses[index])):
        return False
    behind = clauses[index + 1 : min(index + 1 + HEAD_CLAUSES, scope.last)]
    label = next((clause for clause in behind if clause.style), None)
    return label is not None and label.ordinal == 1 and label.parent is None


def _run(
    scope: Scope, opposite: Scope, borders: list[int], marks: Marks, head: int
) -> Scope | None:
    """Give the pieces between `borders` that answer, where the other text begins as they do.

    `head` is among how many of their first clauses the first of the other text may be.
    """
    clauses = scope.document.clauses
    cuts = [*borders, scope.last]
    answers = [
        marks.share(clauses[start].span.start, clauses[end - 1].span.end) >= ANSWERS_AT_LEAST
        for start, end in pairwise(cuts)
    ]
    if True not in answers:
        return None
    first, last = answers.index(True), len(answers) - answers[::-1].index(True)
    before = marks.share(scope.span.start, clauses[cuts[first]].span.start)
    # The heading of a chapter is too short for a trace: the piece before may be in the excerpt.
    if before >= ANSWERS_AT_LEAST or not _begins_alike(scope, cuts[first], opposite, head):
        return None
    return Scope(scope.document, cuts[first], cuts[last])


def _is_whole(scope: Scope, opposite: Scope) -> bool:
    """Tell whether the other text begins with the first clause of `scope`, or with its title.

    Headings above the first article count as its beginning: a law may have got its chapters later.
    """
    titles = (clause.index for clause in scope.clauses if clause.role == "title")
    first = next(titles, scope.first)
    head = 1 + _headings(scope)
    return _begins_alike(scope, scope.first, opposite, head) or _begins_alike(
        scope, first, opposite, 1
    )


def _headings(scope: Scope) -> int:
    """Give the number of headings (编, 章, 节) that `scope` begins with, one under the other."""
    heads = takewhile(lambda clause: clause.level in DIVISIONS, scope.clauses)
    return sum(1 for _ in heads)


def _begins_alike(scope: Scope, index: int, opposite: Scope, at_most: int) -> bool:
    """Tell whether the other text begins like one of `at_most` clauses of `scope` at `index`."""
    head = opposite.clauses[0]
    words = skeleton(opposite.document.text_of(head))[:WORDS]
    return any(
        _is_alike(clause, skeleton(scope.document.text_of(clause))[:WORDS], head, words)
        for clause in scope.document.clauses[index : min(index + at_most, scope.last)]
    )


def _is_alike(one: Clause, own: str, other: Clause, words: str) -> bool:
    """Tell whether two clauses have one label, or begin with the same words where one has none."""
    if one.style and other.style and one.ordinal and other.ordinal:
        return (one.style, one.ordinal, one.branch) == (other.style, other.ordinal, other.branch)
    return bool(words) and own == words


_SENTENCE = re.compile("[。；;：:！!？?]")
