"""What a rule is asked (Case), what it answers (Answer, Draft), and what it is (Rule)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diffcore.errors import Bilingual
from diffcore.model import Clause, Comparison, Document, Hunk, Row
from diffcore.spans import NormalSpan, Pair, SourceSpan

# How far a rule looks around a difference, in characters: the longest titles in 《…》 of the
# statutes in shared/data/laws have 60; a look is bounded so that no text makes it quadratic.
WINDOW = 80

# (ordinal, branch) of an article, or that with the ordinal of an item in it.
Number = tuple[int, ...]


class Numbered(NamedTuple):
    """An article or item by its number and its label."""

    number: Number
    label: str


# The number of an article or item → the one of the other side that answers to it.
Numbering = Mapping[Number, Numbered]


@dataclass(frozen=True, slots=True)
class Case:
    """A difference with all that a rule may look at.

    `spans` is the difference in question: for a rule about hunks the hunk `index`, or a part of
    it that an earlier rule left over; for a rule about rows the whole row (`index` -1).
    `is_taken` says of each hunk of the row whether it has been named already. `numbering` tells
    which article of the base became which of the other, for those whose number differs.
    """

    comparison: Comparison
    documents: Pair[Document]
    spans: Pair[NormalSpan]
    index: int
    is_taken: Sequence[bool]
    numbering: Pair[Numbering]

    @property
    def row(self) -> Row:
        """The row in which the difference lies."""
        return self.comparison.row

    @property
    def hunk(self) -> Hunk:
        """The hunk that is asked about."""
        return self.comparison.hunks[self.index]

    @property
    def texts(self) -> Pair[str]:
        """The normal texts of both sides, whole."""
        return Pair(self.documents.base.normal.text, self.documents.other.normal.text)

    @property
    def reads(self) -> Pair[str]:
        """What either side reads at the difference, in normal text."""
        texts, spans = self.texts, self.spans
        return Pair(spans.base.of(texts.base), spans.other.of(texts.other))

    @property
    def is_whole(self) -> bool:
        """Whether the difference is a whole hunk, and not what a rule left over."""
        return self.spans == self.hunk.spans

    @property
    def windows(self) -> Pair[NormalSpan]:
        """The spans around the difference that a rule may look at, inside the row."""
        rows = self.row.spans
        return Pair(
            _widen(self.spans.base, rows.base),
            _widen(self.spans.other, rows.other),
        )


def _widen(span: NormalSpan, row: NormalSpan) -> NormalSpan:
    """Give `span` with WINDOW characters on either side, inside `row`."""
    start = min(span.start, max(row.start, span.start - WINDOW))
    return NormalSpan(start, max(span.end, min(row.end, span.end + WINDOW)))


class Draft(NamedTuple):
    """A finding in the making; `severity` and `say` where they are not those of its kind.

    `say` gives the message from what either side reads, as printed.
    `sources` names the source span of a side where blanks are meant that the normal text lacks.
    """

    kind: str
    spans: Pair[NormalSpan]
    severity: str | None = None
    say: Callable[[Pair[str]], Bilingual] | None = None
    sources: Pair[SourceSpan | None] | None = None


class Answer(NamedTuple):
    """What a rule says of a case.

    `claims` are the indices of further hunks that the drafts name too. `rest` are the parts of
    the difference that the drafts do not name: they are asked about again.
    """

    drafts: tuple[Draft, ...]
    claims: tuple[int, ...] = ()
    rest: tuple[Pair[NormalSpan], ...] = ()


class Rule(NamedTuple):
    """One way of naming a difference (规则); one file of diffcore/classify/rules each.

    `about` is "row" or "hunk". Every rule about rows is asked of every row; of the rules about
    hunks the first that answers names the hunk, the smaller `rank` asked first. `source` is the
    standard behind it, or the reason. `fires` are examples with the kind that they must give,
    `silent` examples that the rule must not name, both in the notation
    `补贴[-五百-]{+六百+}元`; a line is a paragraph.
    """

    name: str
    kinds: tuple[str, ...]
    about: str
    rank: int
    source: Bilingual
    match: Callable[[Case], Answer | None]
    fires: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]


def label_zone(clauses: tuple[Clause, ...], span: NormalSpan) -> Clause | None:
    """Give the clause in whose label `span` lies, else None."""
    for clause in clauses:
        if clause.span.start <= span.start and span.end <= clause.body.start:
            return clause
    return None


def label_zones(clauses: Pair[tuple[Clause, ...]]) -> Pair[NormalSpan]:
    """Give the labels of the first clauses of a row that has clauses on both sides."""
    return clauses.map(lambda side: NormalSpan(side[0].span.start, side[0].body.start))


def number_of(clause: Clause) -> tuple[int | None, int, str]:
    """Give what two labels with one number have in common, in whatever form they write it."""
    return clause.ordinal, clause.branch, clause.style


def hunks_within(case: Case, spans: Pair[NormalSpan]) -> tuple[int, ...]:
    """Give the indices of the hunks of the row that lie in `spans` on both sides."""
    return tuple(
        index
        for index, hunk in enumerate(case.comparison.hunks)
        if spans.base.start <= hunk.spans.base.start
        and hunk.spans.base.end <= spans.base.end
        and spans.other.start <= hunk.spans.other.start
        and hunk.spans.other.end <= spans.other.end
    )


def words_of(text: str, span: NormalSpan) -> NormalSpan:
    """Give `span` without the line feeds at its end."""
    end = span.end
    while end > span.start and text[end - 1] == "\n":
        end -= 1
    return NormalSpan(span.start, end)
