"""Which style of label stands above which: learnt from the text itself.

In a statute （一） stands under 第三条, in a policy under 一、; some texts put 1. above （1）, some
the other way round. Votes are taken from the order in which the labels come; where a text says
nothing, the order of 《立法法》 and GB/T 9704 holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from diffcore.chinese.labels import STYLES, Label

# Source: 《立法法》 art. 65 (编章节条款项目), GB/T 9704—2012, 7.3.3 (一、（一）1.（1）).
_DEFAULT_RANK = {style: rank for rank, style in enumerate(STYLES)}
# These stand above everything else in this order: sections and chapters may begin again with 1
# between two articles, which says nothing about their level.
_FIXED = ("part", "subpart", "chapter", "section", "paragraph", "subparagraph")


class Nesting:
    """Knows of two styles which stands above the other."""

    __slots__ = ("_votes",)

    def __init__(self, labels: Iterable[Label]) -> None:
        self._votes = _count_votes(labels)

    def is_above(self, upper: str, lower: str) -> bool:
        """Tell whether clauses of style `lower` belong under one of style `upper`."""
        by_default = _DEFAULT_RANK[upper] < _DEFAULT_RANK[lower]
        if upper in _FIXED or lower in _FIXED:
            return by_default
        balance = self._votes[upper, lower] - self._votes[lower, upper]
        return balance > 0 or (balance == 0 and by_default)


def _count_votes(labels: Iterable[Label]) -> Counter[tuple[str, str]]:
    """Count, for (upper, lower), the lists of `lower` that stand inside one clause of `upper`.

    A list that begins with 1 between 第三条 and 第四条 is one vote for 第X条 above its style.
    """
    votes: Counter[tuple[str, str]] = Counter()
    last: dict[str, int] = {}
    begun: dict[str, set[str]] = {}
    for label in labels:
        style, ordinal = label.style, label.ordinal
        if ordinal is None:
            continue
        if ordinal == last.get(style, 0) + 1 and ordinal > 1:
            for lower in sorted(begun.get(style, ())):
                votes[style, lower] += 1
        for upper in begun:
            if ordinal == 1 and upper != style:
                begun[upper].add(style)
        begun[style] = set()
        last[style] = ordinal
    return votes
