"""The reading of one side in its words, with the difference marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from diffcore.model import Reading
from diffcore.spans import SourceSpan
from reports.passages import Passages

# Characters of a reading that a list of findings shows; a longer one loses its middle.
# Some three lines of the list; an omitted article can be read in full beside the other text.
WORDS_AT_MOST = 72

# The same for a clause that is quoted only to be recognised: it has moved, or is split.
NAME_AT_MOST = 20

# Characters of the row that are read on either side to find the words in their phrase.
CONTEXT = 60

# Characters that a list shows on either side of the words: at most of the phrase, and of the
# sentence around a phrase that has fewer.
PHRASE_AT_MOST = 16
SENTENCE_AT_MOST = 10

# A sentence that is longer by no more than this is quoted whole: no 第 is cut from its 六十五条.
SLACK = 4

# What a quotation neither begins nor ends with.
_BORDERS = "，、：,: \u3000"

_SENTENCE_END = re.compile("[。；！？;!?]")


class Quote(NamedTuple):
    """A phrase in three parts, the words that differ in its middle, between what surrounds it.

    `length` is the length of `words` where its middle was left out, else 0. `is_absent`: this
    side has no clause here at all.
    """

    lead: str
    before: str
    words: str
    after: str
    tail: str
    length: int
    is_absent: bool


def quote_of(reading: Reading, around: SourceSpan, passages: Passages) -> Quote:
    """Give the phrase of `reading`, which stands in `around`, with its words found in it."""
    start, end = reading.span.start, reading.span.end
    left = passages.quote(max(start - CONTEXT, around.start), start)
    right = passages.quote(end, min(end + CONTEXT, around.end))
    words = passages.quote(start, end).strip()
    before, after = _phrase(reading.phrase, words, left, right)
    length = len(words) if len(words) > WORDS_AT_MOST else 0
    half = WORDS_AT_MOST // 2
    return Quote(
        _lead(left, len(before)),
        before[-PHRASE_AT_MOST:],
        f"{words[:half]}……{words[-half:]}" if length else words,
        after[:PHRASE_AT_MOST],
        _tail(right, len(after)),
        length,
        not around,
    )


def name_of(reading: Reading, around: SourceSpan, passages: Passages) -> Quote:
    """Give the first words of a whole clause, by which it is known."""
    words = passages.quote(reading.span.start, reading.span.end).strip()
    shown = f"{words[:NAME_AT_MOST]}……" if len(words) > NAME_AT_MOST else words
    return Quote("", shown, "", "", "", 0, not around)


def _phrase(phrase: str, words: str, left: str, right: str) -> tuple[str, str]:
    """Give the parts of `phrase` around `words`, where `left` and `right` show it to stand."""
    for at in _places(phrase, words):
        before, after = phrase[:at], phrase[at + len(words) :]
        if left.endswith(before) and right.startswith(after):
            return before, after
    return "", ""


def _lead(left: str, taken: int) -> str:
    """Give what stands before a phrase that has `taken` characters of `left`."""
    if taken >= SENTENCE_AT_MOST:
        return ""
    sentence = _SENTENCE_END.split(left[: len(left) - taken])[-1]
    room = SENTENCE_AT_MOST - taken
    return (sentence if len(sentence) <= room + SLACK else sentence[-room:]).lstrip(_BORDERS)


def _tail(right: str, taken: int) -> str:
    """Give what stands behind a phrase that has `taken` characters of `right`."""
    if taken >= SENTENCE_AT_MOST:
        return ""
    sentence = _SENTENCE_END.split(right[taken:])[0]
    room = SENTENCE_AT_MOST - taken
    return (sentence if len(sentence) <= room + SLACK else sentence[:room]).rstrip(_BORDERS)


def _places(phrase: str, words: str) -> Iterator[int]:
    at = phrase.find(words)
    while at >= 0:
        yield at
        at = phrase.find(words, at + 1)
