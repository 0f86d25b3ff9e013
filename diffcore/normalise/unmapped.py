"""Glyphs without characters (有字形、无字符): the reader's marks leave the text that is compared.

What is left reads like a text that lost these glyphs without a trace, and is aligned and compared
as such; the source keeps the marks, so that a gap in it is known for a defect of the file.
"""

from __future__ import annotations

from diffcore.normalise.folding import Change, Draft, carry_out
from diffcore.offsets import Edit


def fold_unmapped(draft: Draft) -> Change:
    """Take away the marks that stand for glyphs without characters.

    At the head of a line they are what is left of a label, and belong to what follows: the first
    character behind them stands for both.
    """
    found = draft.offsets
    places = (
        (found.folded_at(each.span.start), found.folded_at(each.span.end))
        for each in draft.source.unmapped
    )
    return carry_out(draft, (_edit(draft.text, *place) for place in places if place[0] < place[1]))


def _edit(text: str, start: int, end: int) -> Edit:
    is_head = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    if is_head and end < len(text) and not text[end].isspace():
        return Edit(start, end + 1, text[end])
    return Edit(start, end, "")
