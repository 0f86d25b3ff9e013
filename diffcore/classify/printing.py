"""Words of the source as a report quotes them: on one line, without what the page added."""

from __future__ import annotations

import re
from bisect import bisect_left

from diffcore.chinese.tables import ends_cell
from diffcore.model import FoldEdits, NormalText
from diffcore.spans import NormalSpan, SourceSpan

# A longer phrase is quoted by its beginning and end.
PHRASE_AT_MOST = 80
_HEAD, _TAIL = 50, 28
# Of a longer span only the beginning and the end are looked at.
_PRINTED_AT_MOST = 400

# The folds whose edits are no words of the document.
_UNPRINTED = ("markup", "furniture", "junk", "linewrap")


def print_phrase(normal: NormalText, span: NormalSpan) -> str:
    """Give the source text of `span` without line breaks and furniture, long ones shortened."""
    if not span:
        return ""
    if len(span) > _PRINTED_AT_MOST:
        head = print_phrase(normal, NormalSpan(span.start, span.start + _HEAD))
        return f"{head}……{print_phrase(normal, NormalSpan(span.end - _TAIL, span.end))}"
    source = normal.offsets.span_of(span)
    words = _join_lines(_printed(normal, source)).strip()
    if len(words) <= PHRASE_AT_MOST:
        return words
    return f"{words[:_HEAD]}……{words[-_TAIL:]}"


def _printed(normal: NormalText, span: SourceSpan) -> str:
    """Give the source text of `span` without what the page and the format added to it."""
    text, at = normal.source.text, span.start
    pieces: list[str] = []
    for start, end in sorted(_unprinted(normal.edits, span)):
        pieces += (text[at : max(at, start)], " " if ends_cell(text, start, end) else "")
        at = max(at, end)
    pieces.append(text[at : span.end])
    return "".join(pieces)


def _unprinted(edits: tuple[FoldEdits, ...], span: SourceSpan) -> list[tuple[int, int]]:
    """Give the source ranges inside `span` that are no words of the document."""
    ranges = []
    for fold in edits:
        if fold.fold in _UNPRINTED:
            first = bisect_left(fold.starts, span.start)
            last = bisect_left(fold.starts, span.end)
            ranges += [(fold.starts[i], min(fold.ends[i], span.end)) for i in range(first, last)]
    return ranges


def _join_lines(text: str) -> str:
    """Give `text` on one line: breaks between Chinese words are dropped, blanks become one."""
    if text.isprintable() and "  " not in text:
        return text
    return re.sub(
        r"\s+", " ", re.sub(r"(?<![A-Za-z])\s*[\r\n]+\s*|\s*[\r\n]+\s*(?![A-Za-z])", "", text)
    )
