"""The figures and Latin words that a difference touches, and which answer to which."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from diffcore.chinese.figures import Figure, find_figures
from diffcore.classify.case import Case, Draft
from diffcore.spans import NormalSpan, Pair

# Figures that are matched by value inside one hunk; a table of hundreds is read by position.
FIGURES_AT_MOST = 60

# A difference without any of these touches no figure: its unit alone does not change.
_COUNTING = frozenset(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "〇零一二三四五六七八九十百千万亿两廿卅分%‰"
)
_ARABIC = frozenset("0123456789")
_PUNCTUATION = frozenset("，。；：、,.;:()（）“”‘’《》〈〉〔〕[]<>…-·!?！？ ")

# A difference with one of these has a whole sentence, or a whole member of a list of clauses.
_SENTENCE_ENDS = frozenset("。；;！？!?")

# A passage that only one side has is told as one, with the figures in it, once it has so many words
# besides; with fewer the figure is what a reader is to be told of. Characters, range 3..8.
PASSAGE_FROM = 4

# Characters that are no figures, of both sides together, from which a difference is a passage that
# was written anew, and its figures are told with it. Range 16..80: of two editions of guidelines
# (shared/data/formats/pdf_policy) 86 figures and Latin words are told alone without this bound, 42
# with 80, 26 with 40, 18 with 16; at 40 a replaced name of two bodies is still no passage.
REWRITTEN_FROM = 40

_PROVISIONS = frozenset("编章节条款项目")

MISSING = Pair("missing_figure", "extra_figure")
MISSING_LATIN = Pair("missing_latin", "extra_latin")
LAST_RESORT = Pair("omission", "addition")


Figures = Pair[tuple[Figure, ...]]


class Division(NamedTuple):
    """A difference divided at its paired figures: the readings of each pair, and what is between.

    `changed` have different values, `reformed` the same value in another form; `rest` are the
    words before, between and behind them that differ.
    """

    changed: tuple[Pair[NormalSpan], ...]
    reformed: tuple[Pair[NormalSpan], ...]
    rest: tuple[Pair[NormalSpan], ...]


def figures_in(case: Case) -> Figures:
    """Give the figures and Latin words that the difference touches, in the offsets of the texts."""
    texts, spans, windows = case.texts, case.spans, case.windows
    return Pair(
        _touched(texts.base, spans.base, windows.base),
        _touched(texts.other, spans.other, windows.other),
    )


def _touched(text: str, span: NormalSpan, window: NormalSpan) -> tuple[Figure, ...]:
    """Give the figures of `window` that share a character with `span`."""
    at = window.start
    if not span or _COUNTING.isdisjoint(span.of(text)):
        return ()
    found = _find(window.of(text))
    moved = (f._replace(start=f.start + at, end=f.end + at) for f in found)
    return tuple(f for f in moved if _shares_words(text, f, span))


@lru_cache(maxsize=8)
def _find(words: str) -> tuple[Figure, ...]:
    """Give the figures of a window; several rules ask about the same one."""
    return find_figures(words)


def _shares_words(text: str, figure: Figure, span: NormalSpan) -> bool:
    """Say whether a figure and `span` have more in common than punctuation (〔 of 〔2021〕)."""
    start, end = max(figure.start, span.start), min(figure.end, span.end)
    return not _PUNCTUATION.issuperset(text[start:end])


def is_arabic(figure: Figure) -> bool:
    """Say whether a figure has Arabic digits (2025, 5G, 50%)."""
    return not _ARABIC.isdisjoint(figure.text)


def divide(case: Case, figures: Figures) -> Division | None:
    """Give the difference divided at the figures that answer to each other, None without any."""
    pairs = pair_figures(figures)
    if not pairs:
        return None
    texts, region = case.texts, _whole_spans(case, figures)
    changed, reformed, rest = [], [], []
    at = Pair(case.spans.base.start, case.spans.other.start)
    for pair in pairs:
        spans = Pair(_clip(pair.base, region.base), _clip(pair.other, region.other))
        rest.append(_between(at, Pair(spans.base.start, spans.other.start)))
        at = Pair(spans.base.end, spans.other.end)
        if pair.base.value is not None and pair.base.value == pair.other.value:
            reformed.append(spans)
        else:
            changed.append(spans)
    rest.append(_between(at, Pair(case.spans.base.end, case.spans.other.end)))
    return Division(
        tuple(changed),
        tuple(spans for spans in reformed if _differ(texts, spans)),
        tuple(spans for spans in rest if _differ(texts, spans)),
    )


def _clip(figure: Figure, region: NormalSpan) -> NormalSpan:
    """Give the part of a figure that lies in `region`."""
    return NormalSpan(max(figure.start, region.start), min(figure.end, region.end))


def _between(start: Pair[int], end: Pair[int]) -> Pair[NormalSpan]:
    """Give what lies from `start` to `end`; nothing where a figure reaches over the border."""
    return Pair(
        NormalSpan(start.base, max(start.base, end.base)),
        NormalSpan(start.other, max(start.other, end.other)),
    )


def _differ(texts: Pair[str], spans: Pair[NormalSpan]) -> bool:
    return spans.base.of(texts.base) != spans.other.of(texts.other)


def _whole_spans(case: Case, figures: Figures) -> Pair[NormalSpan]:
    """Give the difference widened to the borders of the figures that it cuts.

    It is widened on both sides by the same equal words, so that the readings stay comparable.
    """
    texts, spans = case.texts, case.spans
    left = max(_overhang_left(spans.base, figures.base), _overhang_left(spans.other, figures.other))
    right = max(
        _overhang_right(spans.base, figures.base), _overhang_right(spans.other, figures.other)
    )
    base, other = spans.base, spans.other
    left = min(left, base.start, other.start)
    if texts.base[base.start - left : base.start] != texts.other[other.start - left : other.start]:
        left = 0
    if texts.base[base.end : base.end + right] != texts.other[other.end : other.end + right]:
        right = 0
    return Pair(
        NormalSpan(base.start - left, base.end + right),
        NormalSpan(other.start - left, other.end + right),
    )


def _overhang_left(span: NormalSpan, figures: tuple[Figure, ...]) -> int:
    return max(0, span.start - figures[0].start) if figures else 0


def _overhang_right(span: NormalSpan, figures: tuple[Figure, ...]) -> int:
    return max(0, figures[-1].end - span.end) if figures else 0


def pair_figures(figures: Figures) -> list[Pair[Figure]]:
    """Give the figures of either side that answer to each other, in order.

    Figures of the same value answer first; between them, runs of the same length of figures
    of the same sort and unit.
    """
    base = [f for f in figures.base if f.kind != "latin"][:FIGURES_AT_MOST]
    other = [f for f in figures.other if f.kind != "latin"][:FIGURES_AT_MOST]
    pairs: list[Pair[Figure]] = []
    start = Pair(0, 0)
    for i, j in [*_common_values(base, other), (len(base), len(other))]:
        pairs += _pair_gap(base[start.base : i], other[start.other : j])
        if i < len(base):
            pairs.append(Pair(base[i], other[j]))
        start = Pair(i + 1, j + 1)
    return pairs


def _pair_gap(base: list[Figure], other: list[Figure]) -> list[Pair[Figure]]:
    """Give the pairs between two sure ones, where they are one to one and of the same sort."""
    if len(base) != len(other):
        return []
    pairs = [Pair(one, two) for one, two in zip(base, other, strict=True)]
    return pairs if all(_is_same_sort(pair) for pair in pairs) else []


def _is_same_sort(pair: Pair[Figure]) -> bool:
    """Say whether two figures count the same thing, or measure in the same way."""
    units = pair.map(
        lambda figure: figure.text.strip("0123456789.,〇零一二三四五六七八九十百千万亿两")
    )
    if "ordinal" in (pair.base.kind, pair.other.kind):
        cited = pair.map(lambda figure: is_citation(figure.text))
        if cited.base or cited.other:
            return cited.base == cited.other and pair.base.text[-1] == pair.other.text[-1]
        longer, shorter = sorted((pair.base.text, pair.other.text), key=len, reverse=True)
        if longer[:-1] == shorter:  # 第七届 against 第七: a word was lost, the number is the same
            return False
    return pair.base.kind == pair.other.kind or units.base == units.other


def is_citation(words: str) -> bool:
    """Say whether `words` name a provision (第三条, 第二款), and count nothing."""
    return words[:1] == "第" and words[-1:] in _PROVISIONS


def _common_values(base: list[Figure], other: list[Figure]) -> list[tuple[int, int]]:
    """Give the indices of a longest common subsequence by value, the same from either side."""
    one = [figure.value or figure.text for figure in base]
    two = [figure.value or figure.text for figure in other]
    if (len(one), one) > (len(two), two):
        return [(i, j) for j, i in _common_values(other, base)]
    lengths = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(two) - 1, -1, -1):
            lengths[i][j] = (
                lengths[i + 1][j + 1] + 1
                if one[i] == two[j]
                else max(lengths[i + 1][j], lengths[i][j + 1])
            )
    pairs, i, j = [], 0, 0
    while i < len(one) and j < len(two):
        if one[i] == two[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def lonely_drafts(case: Case, figures: Figures) -> tuple[Draft, ...]:
    """Give a draft for each Arabic figure and Latin word, and the words around them.

    For a difference in which no figure has a counterpart. The few words that are lost or added
    with a figure are told with it (共300张), the figures of a whole sentence or passage with that;
    where both sides have words these are one draft more. In a passage that is written anew, its
    figures are told with it: 30 findings for one sentence are read by nobody.
    """
    base, other = case.spans.base, case.spans.other
    if not (base and other) and not _SENTENCE_ENDS.isdisjoint(case.reads.base + case.reads.other):
        return ()
    drafts = [
        Draft(
            _lost_kind(f).base, Pair(NormalSpan(f.start, f.end), NormalSpan(other.end, other.end))
        )
        for f in figures.base
        if _is_inside(f, base)
    ]
    drafts += [
        Draft(_lost_kind(f).other, Pair(NormalSpan(base.end, base.end), NormalSpan(f.start, f.end)))
        for f in figures.other
        if _is_inside(f, other)
    ]
    words = _words_of(case.texts.base, base, figures.base) + _words_of(
        case.texts.other, other, figures.other
    )
    is_passage = len(words) >= PASSAGE_FROM
    if base and other:
        is_new = len(words) >= REWRITTEN_FROM
        return () if is_new else (*drafts, Draft(last_resort(case), case.spans))
    return () if is_passage or not drafts else tuple(_with_words(drafts, case.spans))


def _with_words(drafts: list[Draft], spans: Pair[NormalSpan]) -> Iterator[Draft]:
    """Give `drafts` of one side so that they tile it: each takes the words before it along."""
    side = 0 if spans.base else 1
    at = spans[side].start
    for index, draft in enumerate(drafts):
        own, is_last = draft.spans[side], index + 1 == len(drafts)
        told = NormalSpan(at, spans[side].end if is_last else own.end)
        at = told.end
        yield draft._replace(spans=Pair(told, spans.other) if side == 0 else Pair(spans.base, told))


def last_resort(case: Case) -> str:
    """Give the kind of a difference that is one of words and no more."""
    if case.spans.base and case.spans.other:
        return "wording"
    return LAST_RESORT.base if case.spans.base else LAST_RESORT.other


def _lost_kind(figure: Figure) -> Pair[str]:
    return MISSING_LATIN if figure.kind == "latin" else MISSING


def _is_inside(figure: Figure, span: NormalSpan) -> bool:
    """Say whether a figure can be told of as lost: Arabic or Latin, and all in the difference."""
    is_told = figure.kind == "latin" or is_arabic(figure)
    return is_told and span.start <= figure.start and figure.end <= span.end


def _words_of(text: str, span: NormalSpan, figures: tuple[Figure, ...]) -> str:
    """Give what is left of `span` without its told figures and punctuation."""
    rest, at = [], span.start
    for figure in figures:
        if _is_inside(figure, span):
            rest.append(text[at : figure.start])
            at = figure.end
    rest.append(text[at : span.end])
    return "".join(c for c in "".join(rest) if c not in _PUNCTUATION)
