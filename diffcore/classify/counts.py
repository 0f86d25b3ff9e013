"""How many places each fold has made equal, counted where the texts really differ."""

from __future__ import annotations

from bisect import bisect_left

from diffcore.chinese.folds import FOLD_TITLES
from diffcore.model import Comparison, FoldCount, NormalText
from diffcore.spans import Pair, SourceSpan


def count_folds(
    normals: Pair[NormalText], comparisons: tuple[Comparison, ...]
) -> tuple[FoldCount, ...]:
    """Give the counts of the folds whose edits lie in a folded op, in the order of the folds.

    Texts that are equal as printed have no folded op, and nothing is counted for them, however
    many edits the folds made in both.
    """
    folded = [op.spans for one in comparisons for op in one.ops if op.tag == "folded"]
    base = _count(normals.base, [spans.base for spans in folded])
    other = _count(normals.other, [spans.other for spans in folded])
    return tuple(
        FoldCount(fold, title, Pair(base.get(fold, 0), other.get(fold, 0)))
        for fold, title in FOLD_TITLES.items()
        if base.get(fold) or other.get(fold)
    )


def _count(normal: NormalText, spans: list[SourceSpan]) -> dict[str, int]:
    """Give for each fold how many of its edits begin in `spans`."""
    places = [(span.start, span.end) for span in spans if span]
    return {
        edits.fold: sum(
            bisect_left(edits.starts, end) - bisect_left(edits.starts, start)
            for start, end in places
        )
        for edits in normal.edits
        if len(edits.starts)
    }
