"""Glyphs without characters (有字形、无字符): the reader's marks leave the text that is compared.

What is left reads like a text that lost these glyphs without a trace, and is aligned and compared
as such; the source keeps the marks, so that a gap in it is known for a defect of the file.
"""

from __future__ import annotations

from diffcore.normalise.folding import Change, Draft, carry_out
from diffcore.offsets import Edit


def fold_unmapped(draft: Draft) -> Change:
    """Take away the marks that stand for glyphs without characters."""
    spans = [each.span for each in draft.source.unmapped]
    if not spans:
        return Change(draft.text, ())
    found = draft.offsets
    edits = (Edit(found.folded_at(span.start), found.folded_at(span.end), "") for span in spans)
    return carry_out(draft, (edit for edit in edits if edit.start < edit.end))
