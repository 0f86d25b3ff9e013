"""What the drafts for a hunk leave untold: each character of a difference lies in a draft."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffcore.classify.case import Draft
from diffcore.spans import NormalSpan, Pair

# Signs that belong to the word behind them: FiO2＜50% has lost 「＜50%」 and not 「FiO2＜」.
_LEADING = frozenset("<>=≤≥≈±+~")


class _Piece(NamedTuple):
    """An untold stretch of one side; `rank` counts the drafts that end before it."""

    rank: int
    span: NormalSpan


def find_untold(hunk: Pair[NormalSpan], drafts: Sequence[Draft]) -> tuple[Pair[NormalSpan], ...]:
    """Give the stretches of `hunk` that no draft covers.

    Stretches of both sides that stand between the same drafts answer to each other; one that
    stands alone has an empty span where it would stand on the other side.
    """
    spans = Pair([draft.spans.base for draft in drafts], [draft.spans.other for draft in drafts])
    ends = spans.map(lambda side: sorted(span.end for span in side))
    base = {piece.rank: piece.span for piece in _pieces(hunk.base, spans.base, ends.base)}
    other = {piece.rank: piece.span for piece in _pieces(hunk.other, spans.other, ends.other)}
    return tuple(
        Pair(
            base.get(rank) or _place(hunk.base, ends.base, rank),
            other.get(rank) or _place(hunk.other, ends.other, rank),
        )
        for rank in sorted(base.keys() | other.keys())
    )


def _pieces(hunk: NormalSpan, told: Sequence[NormalSpan], ends: Sequence[int]) -> Iterator[_Piece]:
    """Give the stretches of one side of `hunk` outside `told`, each with a rank of its own."""
    at = hunk.start
    for start, end in (*sorted((span.start, span.end) for span in told if span), (hunk.end,) * 2):
        stop = min(start, hunk.end)
        if stop > at:
            yield _Piece(bisect_right(ends, at), NormalSpan(at, stop))
        at = max(at, end)


def _place(hunk: NormalSpan, ends: Sequence[int], rank: int) -> NormalSpan:
    """Give the empty span behind the first `rank` drafts of a side, inside `hunk`."""
    at = min(max(hunk.start, ends[rank - 1]), hunk.end) if rank else hunk.start
    return NormalSpan(at, at)


class Edges(NamedTuple):
    """Where drafts begin and end on one side: the place → the index of the draft."""

    starts: dict[int, int]
    ends: dict[int, int]


def edges_of(drafts: Sequence[Draft]) -> Pair[Edges]:
    """Give the edges of the drafts that read something, the first draft at each place."""
    edges = Pair(Edges({}, {}), Edges({}, {}))
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        for side in (0, 1):
            if draft.spans[side] and (draft.sources is None or draft.sources[side] is None):
                edges[side].starts[draft.spans[side].start] = index
                edges[side].ends[draft.spans[side].end] = index
    return edges


def find_owner(edges: Pair[Edges], spans: Pair[NormalSpan], texts: Pair[str]) -> int | None:
    """Give the draft to which the signs at `spans` belong, None where they belong to none.

    Signs belong to a draft right beside them: brackets and signs of comparison that open, to the
    one behind; all others to the one before, and to the other neighbour where there is no such.
    The same words on both sides belong to a draft that they stand beside on both.
    """
    if spans.base and spans.other:
        if spans.base.of(texts.base) != spans.other.of(texts.other):
            return None
        return _beside(edges, spans)
    side = 0 if spans.base else 1
    signs = spans[side].of(texts[side])
    if not all(map(_is_sign, signs)):
        return None
    before = edges[side].ends.get(spans[side].start)
    behind = edges[side].starts.get(spans[side].end)
    first, last = (behind, before) if _is_leading(signs[-1]) else (before, behind)
    return last if first is None else first


def _beside(edges: Pair[Edges], spans: Pair[NormalSpan]) -> int | None:
    """Give the draft that ends, or else begins, at `spans` on both sides."""
    before = edges.base.ends.get(spans.base.start)
    if before is not None and before == edges.other.ends.get(spans.other.start):
        return before
    behind = edges.base.starts.get(spans.base.end)
    return behind if behind == edges.other.starts.get(spans.other.end) else None


def widen(draft: Draft, spans: Pair[NormalSpan]) -> Draft:
    """Give `draft` with the neighbouring `spans` taken in; an empty one adds nothing."""
    return draft._replace(
        spans=Pair(
            _union(draft.spans.base, spans.base),
            _union(draft.spans.other, spans.other),
        )
    )


def _union(span: NormalSpan, more: NormalSpan) -> NormalSpan:
    return NormalSpan(min(span.start, more.start), max(span.end, more.end)) if more else span


def _is_sign(char: str) -> bool:
    return char == " " or unicodedata.category(char)[0] in "PS"


def _is_leading(char: str) -> bool:
    return char in _LEADING or unicodedata.category(char) in ("Ps", "Pi")
