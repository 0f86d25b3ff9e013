"""Markdown: the decoded file is the text; what only draws or links is named as markup.

Nothing is rewritten: `#`, `**`, quote marks and the like stay where they are and are listed as
spans, and the places where the format itself begins a paragraph are listed as offsets. Numbers of
ordered lists (`1.`) are no markup: in a law they are the labels of clauses.
Source: CommonMark 0.31.2; GitHub Flavored Markdown 0.29 for tables.
"""

from __future__ import annotations

from diffcore.errors import Bilingual
from diffcore.model import ReadOptions, SourceText
from diffcore.read.encoding import decode
from diffcore.read.reader import Reader, never
from diffcore.spans import SourceSpan


def read_markdown(data: bytes, path: str, _options: ReadOptions) -> SourceText:
    """Give the decoded file, its markup and the certain beginnings of its paragraphs.

    Raises: ReadError where the bytes are no text.
    """
    from hashlib import sha256

    # Late, for their patterns: most files are plain text.
    from diffcore.read.markdown_blocks import find_blocks
    from diffcore.read.markdown_inlines import find_inlines

    text, encoding = decode(data, path)
    blocks = find_blocks(text)
    inlines = find_inlines(text, blocks.content)
    return SourceText(
        path,
        sha256(data).hexdigest(),
        READER.name,
        encoding,
        text,
        markup=_joined(blocks.markup + inlines.markup),
        paragraph_starts=tuple(sorted({*blocks.starts, *inlines.starts} - {len(text)})),
    )


def _joined(ranges: list[tuple[int, int]]) -> tuple[SourceSpan, ...]:
    """Give the ranges in order, with those that overlap made one.

    Neighbours stay apart: a paragraph may begin between them (`**<br>**`).
    """
    joined: list[list[int]] = []
    for start, end in sorted(ranges):
        if joined and start < joined[-1][1]:
            joined[-1][1] = max(end, joined[-1][1])
        else:
            joined.append([start, end])
    return tuple(SourceSpan(start, end) for start, end in joined)


READER = Reader(
    name="markdown",
    suffixes=(".md", ".markdown", ".mdown"),
    title=Bilingual("Markdown 文档", "Markdown"),
    recognises=never,
    read=read_markdown,
)
