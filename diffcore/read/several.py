"""Several files that form one side: a gazette in parts, the pages of a scan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from diffcore.errors import Bilingual
from diffcore.model import Notice, SourceText
from diffcore.places import Placed, SourcePart
from diffcore.read import refusals
from diffcore.read.source import shown
from diffcore.spans import SourceSpan

# Stands between two files: the gap is a page break, and says nothing about paragraphs.
_BETWEEN = "\n\f"

# What systems and programs leave beside documents.
_LEFT_BEHIND = re.compile(r"\.|~\$|Thumbs\.db$|desktop\.ini$", re.IGNORECASE)
_NUMBER = re.compile("([0-9]+)")


def files_in(path: str) -> tuple[list[str], list[str]]:
    """Give the documents right in the directory `path`, and the names of what else is there.

    They are in the order of their names, with numbers in them read as numbers.
    Raises: ReadError where there is no document or the directory cannot be listed.
    """
    try:
        entries = sorted(Path(path).iterdir(), key=lambda entry: _sort_key(entry.name))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refusals.unreadable(shown(path), reason) from error
    files = [entry for entry in entries if _is_document(entry)]
    if not files:
        raise refusals.empty_directory(shown(path))
    left_out = [shown(entry.name) for entry in entries if entry not in files]
    return [str(entry) for entry in files], left_out


def _sort_key(name: str) -> tuple[list[str | tuple[int, str]], str]:
    parts = _NUMBER.split(name)
    return [(int(part), part) if part.isdecimal() else part for part in parts], name


def _is_document(entry: Path) -> bool:
    return entry.is_file() and not _LEFT_BEHIND.match(entry.name)


def join(path: str, sources: Sequence[SourceText], left_out: Sequence[str]) -> SourceText:
    """Give the texts of several files as one text; `path` is what it is called."""
    pieces, starts = [sources[0].text], [0]
    for source in sources[1:]:
        pieces.append(_BETWEEN)
        starts.append(sum(map(len, pieces)))
        pieces.append(source.text)
    shifted = [_shifted(source, at) for source, at in zip(sources, starts, strict=True)]
    formats, encodings = ({getattr(each, name) for each in sources} for name in _NAMED)
    return SourceText(
        path,
        sha256("".join(source.sha256 for source in sources).encode("ascii")).hexdigest(),
        formats.pop() if len(formats) == 1 else "several",
        encodings.pop() if len(encodings) == 1 else None,
        "".join(pieces),
        tuple(span for each in shifted for span in each.markup),
        tuple(at for each in shifted for at in each.paragraph_starts),
        (_told(sources, left_out), *_notices(sources)),
        tuple(span for each in shifted for span in each.furniture),
        tuple(placed for each in shifted for placed in each.placed),
        tuple(unmapped for each in shifted for unmapped in each.unmapped),
        tuple(recognised for each in shifted for recognised in each.recognised),
        tuple(
            SourcePart(at, at + len(each.text), each.path, each.sha256, each.format, each.encoding)
            for each, at in zip(sources, starts, strict=True)
        ),
        tuple(at for each in shifted for at in each.continuations),
    )


_NAMED = ("format", "encoding")


def _shifted(source: SourceText, by: int) -> SourceText:
    """Give `source` with all its offsets counted from `by` characters before it."""
    return source._replace(
        markup=tuple(_moved(source.markup, by)),
        paragraph_starts=tuple(at + by for at in source.paragraph_starts),
        continuations=tuple(at + by for at in source.continuations),
        furniture=tuple(_moved(source.furniture, by)),
        placed=tuple(Placed(each.start + by, each.place) for each in source.placed),
        unmapped=tuple(
            each._replace(span=span)
            for each, span in zip(
                source.unmapped, _moved([each.span for each in source.unmapped], by), strict=True
            )
        ),
        recognised=tuple(
            each._replace(span=span)
            for each, span in zip(
                source.recognised, _moved([each.span for each in source.recognised], by),
                strict=True,
            )
        ),
    )  # fmt: skip


def _moved(spans: Iterable[SourceSpan], by: int) -> Iterable[SourceSpan]:
    return (SourceSpan(span.start + by, span.end + by) for span in spans)


def _notices(sources: Sequence[SourceText]) -> Iterable[Notice]:
    """Give the notices of all files with the file that each is about; what many say, once."""
    files: dict[Notice, list[str]] = {}
    for source in sources:
        for notice in source.notices:
            files.setdefault(notice, []).append(source.path)
    for notice, paths in files.items():
        named = Bilingual(paths[0], paths[0])
        if len(paths) > 1:
            named = Bilingual(f"{len(paths)} 个文件", f"{len(paths)} files")
        said = notice.message
        yield notice._replace(message=Bilingual(f"{named.zh}：{said.zh}", f"{named.en}: {said.en}"))


def _told(sources: Sequence[SourceText], left_out: Sequence[str]) -> Notice:
    """Say which files the text is made of, and what of a directory is none of them."""
    names = [source.path for source in sources]
    zh = f"由 {len(names)} 个文件依次组成：{'、'.join(names)}"
    en = f"made of {len(names)} files, in this order: {', '.join(names)}"
    if left_out:
        zh += f"；目录中未读：{'、'.join(left_out)}"
        en += f"; not read in the directory: {', '.join(left_out)}"
    return Notice("read", None, Bilingual(zh, en))
