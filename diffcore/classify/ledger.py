"""The figure ledger (数字对照表): every figure of either side with what answers to it.

It is read off the rows, their hunks and the findings; nothing is compared a second time. Every
figure of the scope stands in one entry, and an entry that is not the same on both sides names
the findings that tell of it: the ledger adds up, and says nothing that the findings do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import starmap

from diffcore.chinese.figure_values import value_of
from diffcore.chinese.figures import KINDS, Figure, unit_start
from diffcore.classify.figurepairs import pair_row
from diffcore.classify.glyphs import figure_as_shown, sides_with_glyphs
from diffcore.classify.pairing import Answer
from diffcore.classify.rowfigures import RowFigures, ScopeFigures, Stretch, read_row
from diffcore.classify.tellings import Telling, Tellings, Told
from diffcore.model import Clause, Comparison, FigureEntry, FigureReading, NormalText, Scope
from diffcore.spans import NormalSpan, Pair, SourceSpan

_ORDER = {kind: place for place, kind in enumerate(KINDS)}
# What a value without its unit is made of; 3年-5个月 has another unit inside and stays whole.
_BARE = re.compile(r"[\d.,~+-]+")

# Findings whose lacking side may have glyphs without characters instead.
_LOST = frozenset(("missing_figure", "extra_figure"))

_Figures = Pair[Sequence[Figure]]


def keep_ledger(
    scopes: Pair[Scope], comparisons: Sequence[Comparison], told: Iterable[Told]
) -> tuple[FigureEntry, ...]:
    """Give the ledger, in the order of the rows and within each of the base."""
    told_of: dict[int | None, list[Told]] = {}
    for each in told:
        told_of.setdefault(each.finding.row, []).append(each)
    normals = scopes.map(lambda scope: scope.document.normal)
    figures = scopes.map(ScopeFigures)
    entries: list[FigureEntry] = []
    for index, comparison in enumerate(comparisons):
        spans = comparison.row.spans
        within = Pair(figures.base.within(spans.base), figures.other.within(spans.other))
        if not within.base and not within.other:
            continue
        page = _Page(index, comparison, normals)
        if _is_equal(comparison, within):
            entries += starmap(page.same, zip(within.base, within.other, strict=True))
        else:
            entries += sorted(page.entries(within, told_of.get(index, ())), key=_place)
    return tuple(entries)


def _is_equal(comparison: Comparison, figures: _Figures) -> bool:
    """Say whether a row has no difference and its figures stand at the same places."""
    spans = comparison.row.spans
    shift = spans.other.start - spans.base.start
    return (
        not comparison.hunks
        and len(figures.base) == len(figures.other)
        and all(
            one.start + shift == two.start and one.text == two.text
            for one, two in zip(*figures, strict=True)
        )
    )


def _place(entry: FigureEntry) -> tuple[int, int]:
    return entry.readings.base.span.start, entry.readings.other.span.start


class _Page:
    """The entries of one row."""

    def __init__(self, index: int, comparison: Comparison, normals: Pair[NormalText]) -> None:
        self._index = index
        self._comparison = comparison
        self._clauses = comparison.row.clauses
        self._normals = normals

    def same(self, base: Figure, other: Figure) -> FigureEntry:
        """Give the entry for two equal figures, in normal offsets."""
        normals = self._normals
        address = _address(self._clauses.base, base.start)
        readings = Pair(
            _read(normals.base, base, base.start, base.end),
            _read(normals.other, other, other.start, other.end),
        )
        return FigureEntry("same", base.kind, self._index, address, readings)

    def entries(self, figures: _Figures, told: Iterable[Told]) -> Iterator[FigureEntry]:
        """Give the entries of a row that has a difference."""
        texts = self._normals.map(lambda normal: normal.text)
        row = read_row(self._comparison, texts, figures)
        tellings = Tellings(told, row.lines)
        for answer in pair_row(row, tellings):
            yield self._entry(row, tellings, answer)

    def _entry(self, row: RowFigures, tellings: Tellings, answer: Answer) -> FigureEntry:
        status = self._unreadable(row, answer) or _status(row, answer)
        base, other = answer.figures
        telling: list[Telling] = []
        if status != "same":
            telling = tellings.telling_of_pair(Pair(_stretch(base), _stretch(other)))
            telling = telling or tellings.telling_of_pair(answer.around)
        readings = Pair(
            self._reading(row, 0, answer, telling), self._reading(row, 1, answer, telling)
        )
        kinds = [figure.kind for figure in answer.figures if figure]
        return FigureEntry(
            status,
            min(kinds, key=_ORDER.__getitem__),
            self._index,
            self._address_of(row, answer, telling),
            readings,
            tuple(sorted({each.finding.id for each in telling})),
        )

    def _unreadable(self, row: RowFigures, answer: Answer) -> str:
        """Give the status of two figures of which one has glyphs without characters, else "".

        What such a figure says is not known: it is the same where both pages show the same.
        """
        base, other = answer.figures
        if base is None or other is None:
            return ""
        shown = self._shown(row, 0, base), self._shown(row, 1, other)
        if shown == (None, None):
            return ""
        return "same" if shown[0] == shown[1] else "changed"

    def _shown(self, row: RowFigures, side: int, figure: Figure) -> str | None:
        start, end = row.lines[side].offsets_of(Stretch(figure.start, figure.end))
        normal = self._normals[side]
        return figure_as_shown(normal, normal.offsets.span_of(NormalSpan(start, end)))

    def _reading(
        self, row: RowFigures, side: int, answer: Answer, telling: Sequence[Telling]
    ) -> FigureReading:
        figure, opposite = answer.figures[side], answer.figures[1 - side]
        if figure:
            start, end = row.lines[side].offsets_of(Stretch(figure.start, figure.end))
            return _read(self._normals[side], figure, start, end)
        glyphs = _glyphs(side, telling)
        if glyphs:
            text = glyphs.of(self._normals[side].source.text)
            return FigureReading(glyphs, text, None, "")
        place = _gap(row, side, opposite, telling) if opposite else 0
        return FigureReading(SourceSpan(place, place), "", None, "")

    def _address_of(self, row: RowFigures, answer: Answer, telling: Sequence[Telling]) -> str:
        """Give the address of the clause of the base, or of the other where only that has one."""
        base = _stretch(answer.figures.base)
        if base:
            start, _end = row.lines.base.offsets_of(base)
            return _address(self._clauses.base, start)
        if telling:
            return telling[0].finding.address
        clauses = self._clauses.base or self._clauses.other
        return clauses[0].address if clauses else ""


def _stretch(figure: Figure | None) -> Stretch | None:
    return Stretch(figure.start, figure.end) if figure else None


def _status(row: RowFigures, answer: Answer) -> str:
    base, other = answer.figures
    if base is None or other is None:
        return "extra" if base is None else "missing"
    if base.text == other.text:
        return "other_form" if _has_variant(row, base) else "same"
    value = value_of(base.kind, base.text)
    is_one = value is not None and value == value_of(other.kind, other.text)
    return "other_form" if is_one else "changed"


def _has_variant(row: RowFigures, figure: Figure) -> bool:
    """Say whether a figure of the base is written with a stray form of the other script (萬)."""
    return any(
        each.is_variant
        and each.spans.base.start < figure.end
        and figure.start < each.spans.base.end
        for each in row.differences
    )


def _glyphs(side: int, telling: Sequence[Telling]) -> SourceSpan | None:
    """Give where the page of `side` shows glyphs without characters in the place of a figure."""
    spans = [
        each.finding.readings[side].span
        for each in telling
        if each.finding.kind in _LOST and sides_with_glyphs(each.finding)[side]
    ]
    return SourceSpan(min(spans).start, max(span.end for span in spans)) if spans else None


def _gap(row: RowFigures, side: int, figure: Figure, telling: Sequence[Telling]) -> int:
    """Give the place in the source of `side` at which the figure of the other side would stand."""
    for each in telling:
        span = (each.finding.readings.base.span, each.finding.readings.other.span)[side]
        if not span:
            return span.start
    there = 1 - side
    at = bisect_right(row.differences, figure.start, key=lambda each: each.spans[there].end)
    return row.differences[min(at, len(row.differences) - 1)].sources[side].start


def _address(clauses: Sequence[Clause], at: int) -> str:
    """Give the address of the clause that holds the normal offset `at`."""
    if len(clauses) == 1:
        return clauses[0].address
    index = bisect_right(clauses, at, key=lambda clause: clause.span.start) - 1
    return clauses[max(0, index)].address if clauses else ""


def _read(normal: NormalText, figure: Figure, start: int, end: int) -> FigureReading:
    """Give a figure as it is printed, with its value and unit."""
    span = normal.offsets.span_of(NormalSpan(start, end))
    value, unit = _measure(figure.kind, figure.text)
    if figure_as_shown(normal, span) is not None:
        value = None
    return FigureReading(span, span.of(normal.source.text), value, unit)


@lru_cache(maxsize=4096)
def _measure(kind: str, words: str) -> tuple[str | None, str]:
    """Give the value of a figure in plain digits, and its unit."""
    value = value_of(kind, words)
    unit = words[unit_start(Figure(0, len(words), kind, words)) :]
    bare = value.removesuffix(unit) if value and unit else ""
    return (bare, unit) if _BARE.fullmatch(bare) else (value, unit)
