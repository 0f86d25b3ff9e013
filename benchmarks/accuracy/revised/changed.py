"""What a report tells of each article: whether it changed, in which words, what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from benchmarks.accuracy.revised.decision import (
    ADDED,
    AMENDED,
    DELETED,
    PREAMBLE,
    RENUMBERED,
    plain,
)
from benchmarks.accuracy.revised.links import Link, Number, articles_in, told_links
from diffcore.model import Collation, Finding, Witness
from diffcore.spans import Pair

# What stands above the preamble in the files of the corpus.
_ABOVE_PREAMBLE = re.compile(r"^#+ *序言 *$|<!-- INFO END -->", re.MULTILINE)
_FIRST_ARTICLE = re.compile(r"^(?:\*\*)?第一条|^#+ *第一章", re.MULTILINE)


class Told(NamedTuple):
    """What a report tells: the words of each article, the changes in them, the links.

    `words` are compared as `plain` gives them. A change is a pair of ranges in them.
    An article that only one side has stands under its number there.
    """

    words: Pair[Mapping[Number, str]]
    changes: Mapping[Number, list[Pair[range]]]
    links: set[Link]

    @property
    def changed(self) -> set[Number]:
        """The articles (and the preamble) in which something is told to have changed."""
        return set(self.changes)

    def action(self, article: Number) -> str:
        """Give what became of an article, named as a decision names it."""
        partners = {other for base, other in self.links if base == article}
        if article == PREAMBLE or article in partners:
            return AMENDED
        if partners:
            return RENUMBERED
        return DELETED if article in self.words.base else ADDED

    def remainders(self, article: Number) -> Pair[str]:
        """Give the words of an article on both sides without those that are told to differ."""
        changes = self.changes.get(article, [])
        return Pair(
            _without(self.words.base.get(article, ""), [change.base for change in changes]),
            _without(self.words.other.get(article, ""), [change.other for change in changes]),
        )


def read_report(collation: Collation) -> Told:
    """Give what the findings of a collation tell of each article; a note is no change."""
    extents = collation.witnesses.map(_extents)
    words: Pair[Mapping[Number, str]] = Pair(
        _words(collation.witnesses.base, extents.base),
        _words(collation.witnesses.other, extents.other),
    )
    changes: dict[Number, list[Pair[range]]] = {}
    for finding in collation.findings:
        article = _article_of(finding, extents)
        if article is not None and finding.severity != "note":
            change = _change(finding, article, collation.witnesses, extents)
            changes.setdefault(article, []).append(change)
    return Told(words, changes, told_links(collation))


def _words(witness: Witness, extents: Mapping[Number, range]) -> dict[Number, str]:
    """Give the words of each article as they are compared."""
    text = witness.source.text
    return {article: plain(text[place.start : place.stop]) for article, place in extents.items()}


def _extents(witness: Witness) -> dict[Number, range]:
    """Give the offsets of each article in the source, and of the preamble."""
    document = witness.document
    boundary = document.normal.offsets.boundary_of
    found = {PREAMBLE: preamble_of(witness.source.text)}
    for index, number in articles_in(document.clauses).items():
        span = document.clauses[index].span
        start, end = boundary(span.start), boundary(span.end)
        known = found.get(number, range(start, end))
        found[number] = range(min(known.start, start), max(known.stop, end))
    return found


def preamble_of(text: str) -> range:
    """Give the offsets of what stands between the head of a file and its first article."""
    behind = max((mark.end() for mark in _ABOVE_PREAMBLE.finditer(text)), default=0)
    first = _FIRST_ARTICLE.search(text, behind)
    return range(behind, first.start() if first else behind)


def _article_of(finding: Finding, extents: Pair[dict[Number, range]]) -> Number | None:
    """Give the article in which a finding reads something, None where it stands outside of all."""
    for reading, places in zip(finding.readings, extents, strict=True):
        if reading.span:
            for article, place in places.items():
                if place.start <= reading.span.start < place.stop:
                    return article
    return None


def _change(
    finding: Finding,
    article: Number,
    witnesses: Pair[Witness],
    extents: Pair[dict[Number, range]],
) -> Pair[range]:
    """Give the ranges of a finding in the words of its article; an empty one where it has none."""
    found = []
    for reading, witness, places in zip(finding.readings, witnesses, extents, strict=True):
        begin = places.get(article, range(0)).start
        text = witness.source.text
        start = len(plain(text[begin : max(begin, reading.span.start)]))
        found.append(range(start, start + len(plain(reading.text))))
    return Pair(*found)


def _without(words: str, told: list[range]) -> str:
    return "".join(char for at, char in enumerate(words) if not any(at in one for one in told))
