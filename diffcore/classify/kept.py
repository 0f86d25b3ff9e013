"""Where a word that was replaced elsewhere still stands in both texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diffcore.chinese.figures import find_figures
from diffcore.classify.exchange import stand_whole
from diffcore.classify.findings import clause_at
from diffcore.classify.printing import print_phrase
from diffcore.model import Comparison, Document, Kept, NormalText, Reading
from diffcore.spans import NormalSpan, Pair

# Characters around a figure that are read to tell where it begins and ends: 15日 in 2025年5月15日.
# Range 16..; the longest figures of shared/data/laws, dates in Chinese numerals, have 11.
FIGURE_REACH = 24


class Sought(NamedTuple):
    """A word to look for; a figure counts where it is one, a word where its borders are."""

    word: str
    is_figure: bool


def find_kept(
    sought: Iterable[Sought], documents: Pair[Document], comparisons: Sequence[Comparison]
) -> dict[Sought, list[Kept]]:
    """Give the places where each word stands in both texts, in words that answer to each other.

    The text of the base is scanned once for all words. A word inside a longer one is not counted.
    """
    kept: dict[Sought, list[Kept]] = {one: [] for one in sought}
    if not kept:
        return kept
    by_first: dict[str, list[Sought]] = {}
    for one in kept:
        by_first.setdefault(one.word[0], []).append(one)
    first = re.compile(f"[{re.escape(''.join(by_first))}]")
    texts = documents.map(lambda document: document.normal.text)
    for index, comparison in enumerate(comparisons):
        for equal in _equal_spans(comparison, texts):
            for match in first.finditer(texts.base, equal.base.start, equal.base.end):
                for one in by_first[match[0]]:
                    span = NormalSpan(match.start(), match.start() + len(one.word))
                    phrase = _phrase(one, texts.base, span, equal.base, comparison)
                    if phrase:
                        place = _Place(span, phrase, equal.other.start - equal.base.start)
                        kept[one].append(_kept(index, comparison, documents, place))
    return kept


class _Place(NamedTuple):
    """A place in the base, its phrase, and how far on the same words stand in the other."""

    span: NormalSpan
    phrase: NormalSpan
    shift: int


def _equal_spans(comparison: Comparison, texts: Pair[str]) -> Iterator[Pair[NormalSpan]]:
    """Give what is between the differences of a row that has clauses on both sides."""
    row = comparison.row
    if not row.clauses.base or not row.clauses.other:
        return
    base, other = row.spans.base.start, row.spans.other.start
    stops = [(hunk.spans.base, hunk.spans.other) for hunk in comparison.hunks]
    stops.append(row.spans.map(lambda span: NormalSpan(span.end, span.end)))
    for one, two in stops:
        yield from _paragraphs(texts, Pair(base, other), Pair(one.start, two.start))
        base, other = one.end, two.end


def _paragraphs(texts: Pair[str], start: Pair[int], stop: Pair[int]) -> Iterator[Pair[NormalSpan]]:
    """Give the equal stretches of both texts from `start` to `stop`, without line feeds.

    A line feed may be on one side only: a break of paragraphs alone is no difference.
    """
    base, other = start
    while base < stop.base and other < stop.other:
        feeds = texts.base[base] == "\n", texts.other[other] == "\n"
        if any(feeds):
            base, other = base + feeds[0], other + feeds[1]
            continue
        length = min(
            _line_end(texts.base, base, stop.base) - base,
            _line_end(texts.other, other, stop.other) - other,
        )
        pair = Pair(NormalSpan(base, base + length), NormalSpan(other, other + length))
        if pair.base.of(texts.base) == pair.other.of(texts.other):
            yield pair
        base, other = base + length, other + length


def _line_end(text: str, start: int, stop: int) -> int:
    at = text.find("\n", start, stop)
    return stop if at < 0 else at


def _phrase(
    one: Sought, text: str, span: NormalSpan, equal: NormalSpan, comparison: Comparison
) -> NormalSpan | None:
    """Give the word at `span` with its neighbours; None where it does not stand there whole."""
    if span.end > equal.end or not text.startswith(one.word, span.start):
        return None
    row = comparison.row.spans.base
    if one.is_figure:
        return span if _is_figure(text, row, span) else None
    return stand_whole(text, row, span)


def _is_figure(text: str, row: NormalSpan, span: NormalSpan) -> bool:
    """Say whether `span` is a whole figure."""
    start = max(row.start, span.start - FIGURE_REACH)
    words = text[start : min(row.end, span.end + FIGURE_REACH)]
    wanted = (span.start - start, span.end - start)
    return any((figure.start, figure.end) == wanted for figure in find_figures(words))


def _kept(index: int, comparison: Comparison, documents: Pair[Document], place: _Place) -> Kept:
    """Give the record of one place."""
    normals, span, shift = documents.map(lambda one: one.normal), place.span, place.shift
    clause = clause_at(comparison.row.clauses.base, span)
    there = NormalSpan(span.start + shift, span.end + shift)
    around = NormalSpan(max(0, place.phrase.start + shift), place.phrase.end + shift)
    if around.of(normals.other.text) != place.phrase.of(normals.base.text):
        # A neighbour differs: each side has its own.
        around = stand_whole(normals.other.text, comparison.row.spans.other, there) or there
    readings = Pair(_read(normals.base, span, place.phrase), _read(normals.other, there, around))
    return Kept(index, clause.address if clause else "", readings)


def _read(normal: NormalText, span: NormalSpan, phrase: NormalSpan) -> Reading:
    source = normal.offsets.span_of(span)
    return Reading(source, source.of(normal.source.text), _print(normal, phrase))


def _print(normal: NormalText, phrase: NormalSpan) -> str:
    """Give a short phrase as printed; where nothing was folded away, that is the source."""
    source = normal.offsets.span_of(phrase)
    if len(source) == len(phrase):
        return source.of(normal.source.text)
    return print_phrase(normal, phrase)
