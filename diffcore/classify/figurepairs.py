"""Which figure of a row answers to which: by equal words, by a finding, by value, by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diffcore.chinese.figures import Figure
from diffcore.classify.counted import pair_figures
from diffcore.classify.pairing import Answer, Pairing
from diffcore.classify.rowfigures import RowFigures, Stretch
from diffcore.classify.tellings import Telling, Tellings
from diffcore.spans import Pair

# Findings that name two figures, one for the other.
_EXCHANGES = frozenset(("changed_figure", "figure_form", "citation"))
# Of these, the ones whose readings count something though the grammar is not certain of it: 一个.
_COUNTED = frozenset(("changed_figure", "figure_form"))


def pair_row(row: RowFigures, tellings: Tellings) -> list[Answer]:
    """Give every figure of the row once, with what answers to it."""
    pairing = Pairing(row)
    _pair_untouched(pairing)
    if pairing.free(0) and pairing.free(1):
        _join_untouched(pairing)
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


def _join_untouched(pairing: Pairing) -> None:
    """Enter equal words once that are read as other figures on this side than on that.

    What stands beside a figure can decide how it is read: 5年 behind 3年、 and behind 3年至.
    """
    for index in pairing.free(0):
        figure = pairing.row.figures.base[index]
        base, other = _closure(pairing, Stretch(figure.start, figure.end))
        touched = Pair(pairing.touched(0, base), pairing.touched(1, other))
        is_free = all(pairing.is_free(side, touched[side]) for side in (0, 1))
        differ = pairing.differences_in(0, base) or pairing.differences_in(1, other)
        if touched.other and is_free and not differ:
            pairing.take_joined(touched, Pair(base, other))


def _closure(pairing: Pairing, base: Stretch) -> Pair[Stretch]:
    """Give the words around `base` that cut no figure on either side."""
    while True:
        other = pairing.widen(1, pairing.across(0, base))
        wider = pairing.widen(0, pairing.across(1, other))
        if wider == base or pairing.differences_in(0, base):
            return Pair(base, other)
        base = Stretch(min(base.start, wider.start), max(base.end, wider.end))


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
        done = 0
        for index in pairing.free(side):
            figure = pairing.row.figures[side][index]
            stretch = _words_for(pairing, tellings, side, figure)
            if not stretch or not done <= stretch.start < stretch.end:
                continue
            if not pairing.touched(1 - side, stretch):
                done = stretch.end
                words = pairing.row.lines[1 - side].words[stretch.start : stretch.end]
                opposite = Figure(stretch.start, stretch.end, figure.kind, words)
                pairing.take_alone(side, index, opposite)


def _words_for(pairing: Pairing, tellings: Tellings, side: int, figure: Figure) -> Stretch | None:
    """Give the words of the other side that answer to a figure, where they do."""
    here, there = Stretch(figure.start, figure.end), 1 - side
    if not pairing.differences_in(side, here):
        return pairing.across(side, here)
    for telling in tellings.telling_of(side, here):
        counted, spans = telling.finding.kind in _COUNTED, telling.spans
        if counted and spans[there].end > spans[there].start:
            whole = pairing.across(side, here)
            return Stretch(
                spans[there].start if here.start >= spans[side].start else whole.start,
                spans[there].end if here.end <= spans[side].end else whole.end,
            )
    return None
