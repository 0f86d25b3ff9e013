"""Which documents of a text answer to the other text, by the traces they share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from typing import NamedTuple

from diffcore.chinese.similarity import common, skeleton, stock
from diffcore.locate.excerpt import Marks, excerpt
from diffcore.locate.traces import traces
from diffcore.model import Scope
from diffcore.spans import Pair

# Share of the shorter text's traces that the other has, 0..1, from which on the two are collated.
# Of 111 pairs of versions in shared/data/laws and laws-tw the lowest, a law written anew, has
# 0.096; of 4,851 pairs of different laws 17 have more, all on one subject (election laws: 0.56).
RELATED_AT_LEAST = 0.09

# With fewer traces than this a text is a line or two: then its pairs of characters decide, of
# which the longer text must have this share, 0..1. Two empty texts are related.
FEW = 8
SHORT_RELATED_AT_LEAST = 0.5

# Share of a document's own traces that the other text has, 0..1, from which on it is in scope.
# Own are those in no other document of the issue: a covering notice quotes the title of what it
# prints. Boilerplate makes up 0.05 at most between documents of shared/seeds.
ANSWERS_AT_LEAST = 0.15

# The share that is asked of the document whose title the other text has, too, and then of the
# others: national law and local rules on one subject share up to 0.4.
NAMED_AT_LEAST = 0.02
LIKE_AT_LEAST = 0.5
# Chinese characters of a title by which a document is known.
TITLE_AT_LEAST = 6

# The kind of part that is never left out of scope by itself.
ATTACHMENT = "attachment"


class Shared(NamedTuple):
    """Two texts with their traces."""

    scopes: Pair[Scope]
    traces: Pair[dict[str, list[int]]]


def shared_traces(scopes: Pair[Scope]) -> Shared:
    """Give the traces of both texts."""
    texts = scopes.map(lambda scope: scope.span.of(scope.document.normal.text))
    total = len(texts.base) + len(texts.other)
    return Shared(scopes, texts.map(lambda text: traces(text, total)))


def is_related(shared: Shared) -> bool:
    """Tell whether two texts have enough words in common to be collated."""
    found = shared.traces
    fewer = min(len(found.base), len(found.other))
    if fewer < FEW:
        return _is_short_related(shared.scopes)
    hits = sum(1 for trace in found.base if trace in found.other)
    return hits >= RELATED_AT_LEAST * fewer


def _is_short_related(scopes: Pair[Scope]) -> bool:
    """Tell whether two texts, of which one is too short for traces, have words in common."""
    texts = scopes.map(lambda scope: skeleton(scope.span.of(scope.document.normal.text)))
    stocks = texts.map(stock)
    fewer = min(stocks.base.total(), stocks.other.total())
    if not fewer:
        return texts.base == texts.other
    return common(stocks.base, stocks.other) >= SHORT_RELATED_AT_LEAST * fewer


def answering(shared: Shared, may_narrow: Pair[bool]) -> Pair[Scope]:
    """Narrow either scope to the documents, or to the excerpt, that the other text has, too."""
    base, other = shared.scopes.base, shared.scopes.other
    found = shared.traces
    return Pair(
        _narrow(base, found.base, other, found.other) if may_narrow.base else base,
        _narrow(other, found.other, base, found.base) if may_narrow.other else other,
    )


def _narrow(
    scope: Scope, own: dict[str, list[int]], opposite: Scope, known: Container[str]
) -> Scope:
    """Give the part of `scope` from the first document that answers to the last, or less."""
    cuts, origin = _cuts(scope), scope.span.start
    if len(cuts) > 2:
        scope = _answering_documents(scope, cuts, own, known, _titles(opposite))
    return excerpt(scope, opposite, lambda: Marks.of(own, known, origin))


def _answering_documents(
    scope: Scope,
    cuts: list[int],
    own: dict[str, list[int]],
    known: Container[str],
    titles: Container[str],
) -> Scope:
    """Give `scope` from the first piece between `cuts` that answers to the last.

    Where the other text has the title of a piece, that one is meant, however much was rewritten,
    and another on the same subject is not.
    """
    clauses = scope.document.clauses
    shift = scope.span.start
    starts = [clauses[cut].span.start - shift for cut in cuts[:-1]]
    totals, hits = [0] * len(starts), [0] * len(starts)
    for trace, places in own.items():
        piece = bisect_right(starts, places[0]) - 1
        if len(places) == 1 or bisect_right(starts, places[-1]) - 1 == piece:
            totals[piece] += 1
            hits[piece] += trace in known
    is_named = _are_named(scope, cuts, titles)
    usual = LIKE_AT_LEAST if True in is_named else ANSWERS_AT_LEAST
    asked = [NAMED_AT_LEAST if named else usual for named in is_named]
    inside = [at for at, total in enumerate(totals) if hits[at] > asked[at] * total]
    if not inside:
        return scope
    return Scope(scope.document, cuts[inside[0]], cuts[inside[-1] + 1])


def _are_named(scope: Scope, cuts: list[int], titles: Container[str]) -> list[bool]:
    """Tell for each piece whether its title is one of `titles` and no other piece has it."""
    by_start = {part.first: skeleton(part.title) for part in scope.document.parts}
    keys = [by_start.get(cut, "") for cut in cuts[:-1]]
    return [len(key) >= TITLE_AT_LEAST and key in titles and keys.count(key) == 1 for key in keys]


def _titles(scope: Scope) -> frozenset[str]:
    parts = scope.document.parts
    return frozenset(
        skeleton(part.title) for part in parts if scope.first <= part.first < scope.last
    )


def _cuts(scope: Scope) -> list[int]:
    """Give the clauses at which a document or enclosure begins, and both ends of the scope.

    An attachment belongs to its document: where one text lacks it, that is a difference.
    """
    firsts = [part.first for part in scope.document.parts if part.kind != ATTACHMENT]
    inside = {first for first in firsts if scope.first < first < scope.last}
    return sorted({scope.first, scope.last} | inside)
