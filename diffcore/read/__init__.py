"""1 read: a file becomes a `SourceText`, its text exactly as the file has it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from diffcore.errors import ReadError
from diffcore.model import ReadOptions, SourceText
from diffcore.read import refusals
from diffcore.read.foreign import refusal_by_content, refusal_by_suffix
from diffcore.read.reader import Reader
from diffcore.read.source import LARGEST_TEXT, STANDARD_INPUT, load, shown

__all__ = ["STANDARD_INPUT", "files_of", "read", "readers"]

# The reader of files whose suffix and bytes no other reader claims, and of standard input.
FALLBACK = "text"


def read(path: str | Path | Sequence[str | Path], options: ReadOptions | None = None) -> SourceText:
    """Read one file, `-` being standard input, and give its text with all line ends and blanks.

    A directory, or several paths, are one text: the files one after the other.
    Raises: ReadError where a file is missing, may not be read, or is no text with words in it.
    """
    names = [str(path)] if isinstance(path, (str, Path)) else [str(each) for each in path]
    files, left_out = files_of(names)
    sources = [_read_file(name, options or ReadOptions()) for name in files]
    if files != names or len(files) > 1:
        from diffcore.read.several import join  # most sides are one file

        source = join(" + ".join(map(shown, names)), sources, left_out)
    else:
        source = sources[0]
    if not _has_words(source):
        raise refusals.blank(source.path)
    return source


def files_of(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give the files that the paths mean, and what of their directories is left out.

    Raises: ReadError where a directory holds no document.
    """
    if not any(map(_is_directory, paths)):
        return list(paths), []
    from diffcore.read.several import files_in

    found = [files_in(path) if _is_directory(path) else ([path], []) for path in paths]
    return [file for files, _ in found for file in files], [
        name for _, names in found for name in names
    ]


def readers() -> tuple[Reader, ...]:
    """Give every reader, in the order of their module names."""
    from diffcore.discover import discover
    from diffcore.read import formats

    return discover(formats, "READER")


def _is_directory(path: str) -> bool:
    """Tell whether there is a directory; of a name that no system takes `load` will complain."""
    try:
        return path != STANDARD_INPUT and Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _read_file(path: str, options: ReadOptions) -> SourceText:
    data = load(path)
    reader = _reader_for(data, path)
    if not reader.is_isolated:
        if len(data) > LARGEST_TEXT:
            raise refusals.too_large(shown(path), LARGEST_TEXT)
        return reader.read(data, shown(path), options)
    from diffcore.read.isolated import read_isolated

    return read_isolated(reader, data, shown(path), options)


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
    for span in sorted((*source.markup, *source.furniture)):
        if word.search(source.text, at, max(at, span.start)):
            return True
        at = max(at, span.end)
    return word.search(source.text, at) is not None
