"""Which figure of a row answers to which: by equal words, by a finding, by value, by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diffcore.chinese.figures import Figure
from diffcore.classify.counted import pair_figures
from diffcore.classify.rowfigures import Difference, RowFigures, Stretch
from diffcore.classify.tellings import Telling, Tellings
from diffcore.spans import Pair

# Findings that name two figures, one for the other.
_EXCHANGES = frozenset(("changed_figure", "figure_form", "citation"))
# Of these, the ones whose readings count something though the grammar is not certain of it: 一个.
_COUNTED = frozenset(("changed_figure", "figure_form"))
# A difference right beside a figure is one of the figure where it begins or ends so (百|五十名).
_COUNTING = frozenset("0123456789.〇零一二三四五六七八九十百千万亿两廿卅点第%‰")

# A figure of the base and what answers to it; None where a side has none.
Answer = Pair[Figure | None]


class Edges(NamedTuple):
    """Where the differences of a row begin and end on one side; both rise."""

    starts: list[int]
    ends: list[int]


class Pairing:
    """The figures of a row on their way to be paired: each is taken once."""

    def __init__(self, row: RowFigures) -> None:
        self.row = row
        self.differences = [each for each in row.differences if not each.is_variant]
        self._edges = Pair(_edges(self.differences, 0), _edges(self.differences, 1))
        self._starts = row.figures.map(lambda side: [figure.start for figure in side])
        self._taken: Pair[set[int]] = Pair(set(), set())
        self.answers: list[Answer] = []

    def take(self, base: int, other: int) -> None:
        """Let two figures answer to each other, by their indices."""
        figures = self.row.figures
        self.answers.append(Pair(figures.base[base], figures.other[other]))
        self._taken.base.add(base)
        self._taken.other.add(other)

    def take_alone(self, side: int, index: int, opposite: Figure | None) -> None:
        """Let a figure answer to words that the grammar calls none, or to nothing."""
        figure = self.row.figures[side][index]
        self.answers.append(Pair(opposite, figure) if side else Pair(figure, opposite))
        self._taken[side].add(index)

    def free(self, side: int, stretch: Stretch | None = None) -> list[int]:
        """Give the figures of a side that are not taken and share a character with `stretch`."""
        figures, taken = self.row.figures[side], self._taken[side]
        if stretch is None:
            return [index for index in range(len(figures)) if index not in taken]
        return [index for index in self.touched(side, stretch) if index not in taken]

    def touched(self, side: int, stretch: Stretch) -> range:
        """Give the figures of a side that share a character with `stretch`."""
        first = bisect_right(self._starts[side], stretch.start) - 1
        if first < 0 or self.row.figures[side][first].end <= stretch.start:
            first += 1
        last = bisect_left(self._starts[side], stretch.end, lo=first)
        return range(first, max(first, last)) if stretch.end > stretch.start else range(0)

    def differences_in(self, side: int, stretch: Stretch) -> Sequence[Difference]:
        """Give the differences that change a character of `stretch` or lie inside it."""
        edges = self._edges[side]
        first = bisect_right(edges.ends, stretch.start)
        return self.differences[first : max(first, bisect_left(edges.starts, stretch.end))]

    def across(self, side: int, stretch: Stretch) -> Stretch:
        """Give what answers to a stretch of one side; a difference in it is taken as a whole."""
        edges, there = self._edges[side], 1 - side
        start, first = stretch.start, bisect_right(edges.ends, stretch.start)
        if first < len(self.differences) and edges.starts[first] < start + 1:
            begin = self.differences[first].spans[there].start
        else:
            begin = start + self._shift(side, first - 1)
        last = bisect_left(edges.starts, stretch.end) - 1
        if last >= 0 and edges.ends[last] >= stretch.end:
            return Stretch(begin, max(begin, self.differences[last].spans[there].end))
        return Stretch(begin, max(begin, stretch.end + self._shift(side, last)))

    def _shift(self, side: int, index: int) -> int:
        """Give how far the equal words behind a difference are moved on the other side."""
        if index < 0:
            return 0
        spans = self.differences[index].spans
        return spans[1 - side].end - spans[side].end


def _edges(differences: Iterable[Difference], side: int) -> Edges:
    spans = [each.spans[side] for each in differences]
    return Edges([span.start for span in spans], [span.end for span in spans])


def pair_row(row: RowFigures, tellings: Tellings) -> list[Answer]:
    """Give every figure of the row once, with what answers to it."""
    pairing = Pairing(row)
    _pair_untouched(pairing)
    if pairing.free(0) or pairing.free(1):
        _pair_told(pairing, tellings)
        _pair_differing(pairing)
        _pair_sharing(pairing)
        _pair_turned(pairing, tellings)
        _pair_with_words(pairing, tellings)
        for side in (0, 1):
            for index in pairing.free(side):
                pairing.take_alone(side, index, None)
    return pairing.answers


def _pair_untouched(pairing: Pairing) -> None:
    """Pair the figures that stand in equal words on both sides."""
    there = {(f.start, f.end): index for index, f in enumerate(pairing.row.figures.other)}
    for index, figure in enumerate(pairing.row.figures.base):
        stretch = Stretch(figure.start, figure.end)
        if not pairing.differences_in(0, stretch):
            answer = there.get(pairing.across(0, stretch))
            if answer is not None:
                pairing.take(index, answer)


def _pair_told(pairing: Pairing, tellings: Tellings) -> None:
    """Pair what a finding names as one figure for another."""
    for spans, finding in tellings.narrow:
        if finding.kind not in _EXCHANGES:
            continue
        base, other = pairing.free(0, spans.base), pairing.free(1, spans.other)
        # As many provisions on both sides are cited in order: 第四项、第五项, now 第五项、第六项.
        if len(base) != len(other) and _pair_alike(pairing, base, other):
            continue
        for one, two in zip(base, other, strict=False):
            figures = pairing.row.figures.base[one], pairing.row.figures.other[two]
            if finding.kind in _COUNTED or _cite_alike(*figures):
                pairing.take(one, two)


def _cite_alike(base: Figure, other: Figure) -> bool:
    """Say whether both figures are numbers of provisions of one level."""
    return base.kind == other.kind == "ordinal" and base.text[-1] == other.text[-1]


def _pair_differing(pairing: Pairing) -> None:
    """Pair the figures of one difference as the rules do."""
    for difference in pairing.differences:
        spans = difference.spans
        _pair_alike(pairing, pairing.free(0, spans.base), pairing.free(1, spans.other))


def _pair_alike(pairing: Pairing, base: Sequence[int], other: Sequence[int]) -> bool:
    """Pair figures of the same value, and between them those of the same sort, if there are any."""
    if not base or not other:
        return False
    figures = pairing.row.figures
    one = {figures.base[index].start: index for index in base}
    two = {figures.other[index].start: index for index in other}
    lists = Pair(
        tuple(figures.base[index] for index in base),
        tuple(figures.other[index] for index in other),
    )
    pairs = pair_figures(lists)
    for pair in pairs:
        pairing.take(one[pair.base.start], two[pair.other.start])
    return bool(pairs)


def _pair_sharing(pairing: Pairing) -> None:
    """Pair figures that have equal words in common: 3年至5年 and 3年、5年."""
    figures = pairing.row.figures
    for index in pairing.free(0):
        for stretch in _equal_parts(pairing, figures.base[index]):
            answers = pairing.free(1, pairing.across(0, stretch))
            if answers:
                pairing.take(index, answers[0])
                break


def _equal_parts(pairing: Pairing, figure: Figure) -> Iterator[Stretch]:
    """Give the parts of a figure of the base that no difference touches."""
    at = figure.start
    for difference in pairing.differences_in(0, Stretch(figure.start, figure.end)):
        if difference.spans.base.start > at:
            yield Stretch(at, difference.spans.base.start)
        at = max(at, difference.spans.base.end)
    if at < figure.end:
        yield Stretch(at, figure.end)


def _pair_turned(pairing: Pairing, tellings: Tellings) -> None:
    """Pair equal figures that one finding tells of at two places, such as a transposition."""
    waiting: dict[tuple[str, str], list[int]] = {}
    for index in pairing.free(1):
        figure = pairing.row.figures.other[index]
        teller = _teller(tellings, 1, figure)
        if teller is not None:
            waiting.setdefault((teller, figure.value or figure.text), []).append(index)
    for index in pairing.free(0) if waiting else ():
        figure = pairing.row.figures.base[index]
        teller = _teller(tellings, 0, figure)
        answers = waiting.get((teller or "", figure.value or figure.text))
        if answers:
            pairing.take(index, answers.pop(0))


def _teller(tellings: Tellings, side: int, figure: Figure) -> str | None:
    """Give the finding that tells of a figure in the fewest words, if both sides have some."""
    found = tellings.telling_of(side, Stretch(figure.start, figure.end))
    if not found:
        return None
    nearest = min(found, key=lambda telling: (_length(telling), telling.finding.id))
    return nearest.finding.id if all(end > start for start, end in nearest.spans) else None


def _length(telling: Telling) -> int:
    return sum(end - start for start, end in telling.spans)


def _pair_with_words(pairing: Pairing, tellings: Tellings) -> None:
    """Pair what is left with the words that stand for it: equal ones, or such as count as well."""
    for side in (0, 1):
        for index in pairing.free(side):
            figure = pairing.row.figures[side][index]
            stretch = _words_for(pairing, tellings, side, figure)
            is_apart = stretch is not None and not pairing.touched(1 - side, stretch)
            if stretch and is_apart and stretch.end > stretch.start:
                words = pairing.row.lines[1 - side].words[stretch.start : stretch.end]
                opposite = Figure(stretch.start, stretch.end, figure.kind, words)
                pairing.take_alone(side, index, opposite)


def _words_for(pairing: Pairing, tellings: Tellings, side: int, figure: Figure) -> Stretch | None:
    """Give the words of the other side that answer to a figure, where they do."""
    here, there = Stretch(figure.start, figure.end), 1 - side
    if not pairing.differences_in(side, here):
        return _beside(pairing, side, here)
    for telling in tellings.telling_of(side, here):
        counted, spans = telling.finding.kind in _COUNTED, telling.spans
        if counted and spans[there].end > spans[there].start:
            whole = pairing.across(side, here)
            return Stretch(
                spans[there].start if here.start >= spans[side].start else whole.start,
                spans[there].end if here.end <= spans[side].end else whole.end,
            )
    return None


def _beside(pairing: Pairing, side: int, here: Stretch) -> Stretch:
    """Give the equal words for a figure, with the numeral that only the other side has beside."""
    answer, there = pairing.across(side, here), 1 - side
    words, start, end = pairing.row.lines[there].words, answer.start, answer.end
    for difference in pairing.differences_in(side, Stretch(here.start - 1, here.end + 1)):
        one, two = difference.spans[side], difference.spans[there]
        if (
            one.end == here.start
            and two.end == start
            and words[two.start : two.end][-1:] in _COUNTING
        ):
            start = two.start
        if (
            one.start == here.end
            and two.start == end
            and words[two.start : two.end][:1] in _COUNTING
        ):
            end = two.end
    return Stretch(start, end)
