"""Signs of the file format (标记): Markdown's `#` and `**`, as the reader found them."""

from __future__ import annotations

from collections.abc import Iterator

from diffcore.chinese.tables import ends_cell
from diffcore.normalise.folding import Change, Draft, carry_out
from diffcore.offsets import Edit


def fold_markup(draft: Draft) -> Change:
    """Take away what the reader marked as signs of the format.

    A sign inside a line behind which a paragraph begins (`<br>`) leaves a line feed; one that
    parts the cells of a table leaves a blank, so that the figures of two cells do not become one.
    """
    return carry_out(draft, _edits(draft))


def _edits(draft: Draft) -> Iterator[Edit]:
    text, copied = draft.text, 0
    starts = frozenset(draft.source.paragraph_starts)
    for span in sorted(draft.source.markup):
        start = max(copied, span.start)
        if start < span.end:
            breaks = span.end in starts and _is_inside_line(text, start, span.end)
            blank = " " if ends_cell(text, start, span.end) else ""
            yield Edit(start, span.end, "\n" if breaks else blank)
            copied = span.end


def _is_inside_line(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph that begins at `end` would run on from text[:start]."""
    return (
        start > 0 and text[start - 1] not in "\r\n" and not text[start:end].endswith(("\r", "\n"))
    )
