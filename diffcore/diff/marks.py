"""Where glyphs without characters stand in a source text (有字形、无字符).

The normal text lacks them, so no comparison of words sees them; they are looked up wherever ops are
laid, so that none is taken for a blank.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from diffcore.model import NormalText
from diffcore.places import glyph_runs

FOLD = "unmapped"


class Marks(NamedTuple):
    """Rising source ranges of marks; those in page furniture are not among them."""

    starts: Sequence[int]
    ends: Sequence[int]

    def __bool__(self) -> bool:
        return len(self.starts) > 0

    def first_in(self, start: int, end: int) -> int | None:
        """Give where the first mark in source[start:end] begins, None where there is none."""
        at = bisect_right(self.ends, start)
        if at < len(self.starts) and self.starts[at] < end:
            return max(self.starts[at], start)
        return None

    def end_in(self, start: int, end: int) -> int | None:
        """Give where the last mark that begins in source[start:end] ends, None for none."""
        at = bisect_left(self.starts, end) - 1
        if at >= 0 and self.ends[at] > start:
            return self.ends[at]
        return None


def marks_of(normal: NormalText) -> Marks:
    """Give the marks that the fold took out of the text that is compared."""
    source = normal.source
    ends = {run.start: run.end for run in glyph_runs(source.text, source.unmapped)}
    starts = [at for edits in normal.edits if edits.fold == FOLD for at in edits.starts]
    return Marks(starts, [ends[at] for at in starts])
