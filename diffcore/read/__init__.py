"""1 read: a file becomes a `SourceText`, its text exactly as the file has it."""

from __future__ import annotations

from pathlib import Path

from diffcore.errors import ReadError
from diffcore.model import SourceText
from diffcore.read import refusals
from diffcore.read.foreign import refusal_by_content, refusal_by_suffix
from diffcore.read.reader import Reader
from diffcore.read.source import STANDARD_INPUT, load, shown

__all__ = ["STANDARD_INPUT", "read", "readers"]

# The reader of files whose suffix and bytes no other reader claims, and of standard input.
FALLBACK = "text"


def read(path: str | Path) -> SourceText:
    """Read one file, `-` being standard input, and give its text with all line ends and blanks.

    Raises: ReadError where the file is missing, may not be read, or is no text with words in it.
    """
    name = str(path)
    data = load(name)
    source = _reader_for(data, name).read(data, shown(name))
    if not _has_words(source):
        raise refusals.blank(shown(name))
    return source


def readers() -> tuple[Reader, ...]:
    """Give every reader, in the order of their module names."""
    from diffcore.discover import discover
    from diffcore.read import formats

    return discover(formats, "READER")


def _reader_for(data: bytes, path: str) -> Reader:
    """Choose by content, then by suffix, else plain text.

    Raises: ReadError where the file is of a known format that no reader is for.
    """
    known = readers()
    chosen = next((reader for reader in known if reader.recognises(data)), None)
    if chosen is None:
        _refuse(refusal_by_content(data, shown(path)))
        suffixed = (reader for reader in known if path.lower().endswith(reader.suffixes))
        chosen = next(suffixed, None)
    if chosen is None:
        _refuse(refusal_by_suffix(shown(path)))
        chosen = next(reader for reader in known if reader.name == FALLBACK)
    return chosen


def _refuse(refusal: ReadError | None) -> None:
    if refusal is not None:
        raise refusal


def _has_words(source: SourceText) -> bool:
    """Ask whether anything but blanks, invisible characters and markup stands in the text."""
    import re

    # Blanks; zero-width and bidirectional marks, soft hyphen, byte order mark; private use.
    word = re.compile(r"[^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]")
    at = 0
    for span in source.markup:
        if word.search(source.text, at, span.start):
            return True
        at = span.end
    return word.search(source.text, at) is not None
