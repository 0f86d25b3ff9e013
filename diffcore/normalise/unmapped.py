"""Glyphs without characters (有字形、无字符): the reader's marks leave the text that is compared.

What is left reads like a text that lost these glyphs without a trace, and is aligned and compared
as such; the source keeps the marks, so that a gap in it is known for a defect of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diffcore.normalise.folding import Change, Draft, carry_out
from diffcore.offsets import Edit
from diffcore.places import UNMAPPED_MARK, glyph_runs

# Blanks between a label and its words, and the first of them, which no run of marks may be: that
# has an edit of its own.
_FOLLOWER = re.compile(f"[ \\t\u3000\u00a0]*([^\\s{UNMAPPED_MARK}])")


def fold_unmapped(draft: Draft) -> Change:
    """Take away the marks that stand for glyphs without characters, and what joins them.

    At the head of a line they are what is left of a label, and belong to what follows: the first
    character behind them stands for both.
    """
    return carry_out(draft, (_edit(draft.text, start, end) for start, end in _places(draft)))


def _places(draft: Draft) -> Iterator[tuple[int, int]]:
    """Give where the runs of marks stand in the draft; those of page furniture stand no more."""
    source, found = draft.source, draft.offsets
    for run in glyph_runs(source.text, source.unmapped):
        start, end = found.folded_at(run.start), found.folded_at(run.end)
        if draft.text[start:end] == run.of(source.text):
            yield start, end


def _edit(text: str, start: int, end: int) -> Edit:
    before = text[text.rfind("\n", 0, start) + 1 : start]
    is_head = not before.replace(UNMAPPED_MARK, "").strip()
    follower = _FOLLOWER.match(text, end) if is_head else None
    if follower:
        return Edit(start, follower.end(), follower[1])
    return Edit(start, end, "")
