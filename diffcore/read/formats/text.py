"""Plain text: the decoded file is the text, nothing in it is markup."""

from __future__ import annotations

from diffcore.errors import Bilingual
from diffcore.model import ReadOptions, SourceText
from diffcore.read.encoding import decode
from diffcore.read.reader import Reader, never


def read_text(data: bytes, path: str, _options: ReadOptions) -> SourceText:
    """Give the decoded file, untouched but for the byte order mark.

    Raises: ReadError where the bytes are no text.
    """
    from hashlib import sha256

    text, encoding = decode(data, path)
    return SourceText(path, sha256(data).hexdigest(), READER.name, encoding, text)


READER = Reader(
    name="text",
    suffixes=(".txt", ".text"),
    title=Bilingual("纯文本", "plain text"),
    recognises=never,
    read=read_text,
)
