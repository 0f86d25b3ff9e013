"""From the shortest script to what a proofreader reads: one change is one difference."""

from __future__ import annotations

from diffcore.diff.borders import Borders
from diffcore.diff.changes import Change
from diffcore.diff.crumbs import join_crumbs
from diffcore.diff.exchanges import join_exchanges
from diffcore.diff.slide import slide
from diffcore.diff.whole import grow_to_figures, grow_to_words


def tidy(changes: list[Change], one: str, two: str) -> list[Change]:
    """Give the raw `changes` between `one` and `two` with the same reading in fewer pieces.

    Losses and gains slide to where they are read; numbers, then words, become whole; chance
    equalities go. The result is sorted, apart, and still turns `one` into `two`.
    """
    if not changes:
        return []
    first, second = Borders(one), Borders(two)
    changes = _slide_all(changes, first, second)
    changes = join_exchanges(changes, one, two)
    changes = grow_to_figures(changes, first, second)
    changes = grow_to_words(changes, first, second)
    return join_crumbs(changes, one, two)


def _slide_all(changes: list[Change], one: Borders, two: Borders) -> list[Change]:
    """Give `changes`, each at its best place, none beyond its neighbours."""
    slid: list[Change] = []
    before = 0
    for i, change in enumerate(changes):
        last = changes[i + 1].start if i + 1 < len(changes) else len(one.text)
        moved = slide(change, change.start - before, last - change.end, one, two)
        slid.append(moved)
        before = moved.end
    return slid
