"""Whether a collation hides or invents anything, judged without the tool's own comparison.

Both texts are reduced to their signs: Han characters, digits and letters, in NFKC form, without
blanks, punctuation and marks. The law is checked both ways. What no finding tells must be the same
signs on both sides, row by row, the rows tiling both scopes: then nothing is hidden. And what a
finding tells must differ in its signs: then nothing is invented. How much is told at most can be
set against the least that must be, the indel distance of the two rows of signs.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from diffcore import Collation
from diffcore.model import Comparison, Finding, Witness
from diffcore.spans import Pair, SourceSpan

# Findings that tell of the place or the division of words, not of the words.
ABOUT_PLACES = frozenset(("moved_clause", "split_clause", "merged_clause", "stale_reference"))
# A circle is a zero where figures are written in Chinese.
_ZERO = "○◯"


class Account(NamedTuple):
    """What a collation tells, folds and leaves, counted in signs.

    `hidden` are differences that no finding tells, `idle` findings of substance that tell of none;
    both quote the text. `told` counts the signs in findings of substance or form, `least` those
    that any comparison must tell. `folded` counts the signs that each fold takes away on the base
    and on the other, `outside` those out of scope.
    """

    hidden: tuple[str, ...]
    idle: tuple[str, ...]
    told: int
    least: int
    folded: Pair[Counter[str]]
    outside: Pair[int]


@cache
def sign_of(char: str) -> str:
    """Give what `char` is reduced to: nothing for blanks, marks and punctuation."""
    if char in _ZERO:
        return "〇"
    return "".join(c for c in unicodedata.normalize("NFKC", char) if c.isalnum())


def signs_of(text: str) -> str:
    """Give `text` reduced to its signs."""
    return "".join(map(sign_of, text))


def account(collation: Collation) -> Account:
    """Give the account of a finished collation."""
    witnesses = collation.witnesses
    sides = witnesses.map(_Side)
    told = Pair(
        _cover(finding.readings.base.span for finding in collation.findings),
        _cover(finding.readings.other.span for finding in collation.findings),
    )
    hidden = tuple(_gaps(collation.comparisons, sides)) + tuple(
        _hidden(collation.comparisons, sides, told)
    )
    loud = [finding for finding in collation.findings if finding.severity != "note"]
    scopes = Pair(sides.base.signs(witnesses.base.scope), sides.other.signs(witnesses.other.scope))
    return Account(
        hidden,
        tuple(_quote(finding) for finding in collation.findings if _is_idle(finding)),
        _size(sides.base, (finding.readings.base.span for finding in loud))
        + _size(sides.other, (finding.readings.other.span for finding in loud)),
        Indel.distance(scopes.base, scopes.other),
        sides.map(lambda side: side.folded),
        sides.map(lambda side: side.outside),
    )


class _Side:
    """One text with the signs that its folds leave, by place."""

    def __init__(self, witness: Witness) -> None:
        normal = witness.document.normal
        self.text = normal.source.text
        self._is_gone = bytearray(len(self.text))
        self.folded: Counter[str] = Counter()
        place_of = normal.offsets.folded_at
        for edits in normal.edits:
            for start, end in zip(edits.starts, edits.ends, strict=True):
                if not signs_of(normal.text[place_of(start) : place_of(end)]):
                    self._take_away(edits.fold, start, end)
        self.scope = witness.scope
        outside = self.text[: self.scope.start] + self.text[self.scope.end :]
        self.outside = len(signs_of(outside))

    def _take_away(self, fold: str, start: int, end: int) -> None:
        for at in range(start, end):
            if not self._is_gone[at] and (size := len(sign_of(self.text[at]))):
                self._is_gone[at] = True
                self.folded[fold] += size

    def signs(self, span: SourceSpan, told: Sequence[SourceSpan] = ()) -> str:
        """Give the signs of `span` that no fold took away and that lie outside `told`."""
        kept, at = [], span.start
        first = bisect_right(told, span.start, key=lambda one: one.end)
        for one in told[first:]:
            if one.start >= span.end:
                break
            kept.append(self._between(at, one.start))
            at = max(at, one.end)
        kept.append(self._between(at, span.end))
        return "".join(kept)

    def _between(self, start: int, end: int) -> str:
        gone = self._is_gone
        return "".join(sign_of(self.text[at]) for at in range(start, end) if not gone[at])


def _cover(spans: Iterable[SourceSpan]) -> list[SourceSpan]:
    """Give the spans in order, those that overlap made one."""
    cover: list[SourceSpan] = []
    for span in sorted(spans):
        if cover and span.start <= cover[-1].end:
            last = cover.pop()
            span = SourceSpan(last.start, max(last.end, span.end))
        cover.append(span)
    return cover


def _spans_of(comparison: Comparison) -> Pair[SourceSpan]:
    first, last = comparison.ops[0].spans, comparison.ops[-1].spans
    return Pair(
        SourceSpan(first.base.start, last.base.end), SourceSpan(first.other.start, last.other.end)
    )


def _gaps(comparisons: tuple[Comparison, ...], sides: Pair[_Side]) -> Iterator[str]:
    """Give the signs in scope that are in no row, or in two."""
    spans = [_spans_of(comparison) for comparison in comparisons if comparison.ops]
    for side, own in (
        (sides.base, [pair.base for pair in spans]),
        (sides.other, [pair.other for pair in spans]),
    ):
        ends = (
            SourceSpan(side.scope.start, side.scope.start),
            SourceSpan(side.scope.end, side.scope.end),
        )
        for one, two in pairwise(sorted([*own, *ends])):
            lost = side.text[min(one.end, two.start) : max(one.end, two.start)]
            if signs_of(lost):
                yield lost[:40]


def _hidden(
    comparisons: tuple[Comparison, ...], sides: Pair[_Side], told: Pair[list[SourceSpan]]
) -> Iterator[str]:
    """Give the rows whose signs outside the findings are not the same on both sides."""
    for comparison in comparisons:
        if not comparison.ops:
            continue
        spans = _spans_of(comparison)
        base = sides.base.signs(spans.base, told.base)
        other = sides.other.signs(spans.other, told.other)
        if base != other:
            yield _first_difference(base, other)


def _first_difference(base: str, other: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(base, other, strict=False)) if a != b), -1)
    at = min(len(base), len(other)) if at < 0 else at
    return f"{base[max(at - 8, 0) : at + 12]} ≠ {other[max(at - 8, 0) : at + 12]}"


def _is_idle(finding: Finding) -> bool:
    """Say whether a finding of substance has the same signs on both sides."""
    if finding.severity != "substantive" or finding.kind in ABOUT_PLACES:
        return False
    signs = finding.readings.map(lambda reading: signs_of(reading.text))
    return finding.kind != "unrelated" and signs.base == signs.other


def _size(side: _Side, spans: Iterable[SourceSpan]) -> int:
    return sum(len(side.signs(span)) for span in _cover(spans))


def _quote(finding: Finding) -> str:
    base, other = finding.readings.map(lambda reading: reading.text[:20])
    return f"{finding.kind} {finding.address} {base}→{other}"
