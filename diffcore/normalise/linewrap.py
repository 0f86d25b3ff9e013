"""Line ends (换行): the lines of each paragraph are joined, one line feed parts paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diffcore.chinese.characters import is_latin
from diffcore.normalise.folding import Change, Draft, carry_out
from diffcore.normalise.lines import Line, lines_of
from diffcore.normalise.paragraphs import Paragraphs
from diffcore.offsets import Edit

_LINE_ENDS = re.compile("[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")


def fold_linewrap(draft: Draft) -> Change:
    """Join the lines of each paragraph; leave one line feed between paragraphs."""
    return carry_out(draft, _edits(draft, lines_of(draft.text)))


def _edits(draft: Draft, lines: Sequence[Line]) -> Iterator[Edit]:
    text = draft.text
    if not lines:
        yield from _drop_feeds(text, 0, len(text))
        return
    source = draft.source
    starts, inner = (
        frozenset(draft.offsets.folded_at(at) for at in offsets)
        for offsets in (source.paragraph_starts, source.continuations)
    )
    paragraphs = Paragraphs(text, lines, starts, inner)
    yield from _drop_feeds(text, 0, lines[0].start)
    for i in range(len(lines) - 1):
        start, end = _feeds(text, lines[i].end, lines[i + 1].start)
        is_end = paragraphs.is_end(i)
        put = "\n" if is_end else _joint(text, lines[i], lines[i + 1])
        if text[start:end] != put:
            yield Edit(start, end, put)
    yield from _drop_feeds(text, lines[-1].end, len(text))


def _feeds(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the range from the first line end in text[start:end] to behind the last."""
    if text[start] == "\n" == text[end - 1]:
        return start, end
    places = [found.start() for found in _LINE_ENDS.finditer(text, start, end)]
    return places[0], places[-1] + 1


def _drop_feeds(text: str, start: int, end: int) -> Iterator[Edit]:
    if _LINE_ENDS.search(text, start, end):
        yield Edit(*_feeds(text, start, end), "")


def _joint(text: str, line: Line, after: Line) -> str:
    """Give what stands between two joined lines: a blank between Latin words, else nothing."""
    return " " if is_latin(text[line.end - 1]) and is_latin(text[after.start]) else ""
