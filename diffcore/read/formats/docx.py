"""Word documents (.docx, .docm, .dotx): macros and external relations are never touched."""

from __future__ import annotations

from diffcore.errors import Bilingual
from diffcore.model import ReadOptions, SourceText
from diffcore.read.reader import Reader


def read_docx(data: bytes, path: str, options: ReadOptions) -> SourceText:
    """Give the words of the document as Word prints them.

    Raises: ReadError where it is damaged or encrypted.
    """
    from diffcore.read import refusals
    from diffcore.read.docx.document import read_document

    if data.startswith(_OLE):
        raise refusals.encrypted(path, READER.title)
    return read_document(data, path, READER.name, READER.title, options)


# An encrypted document is wrapped into an OLE container. Source: [MS-OFFCRYPTO], 1.3.2.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WRAPPED = "EncryptedPackage".encode("utf-16-le")


def _recognises(data: bytes) -> bool:
    if data.startswith(_OLE):
        return _WRAPPED in data
    return data.startswith(b"PK\x03\x04") and b"word/document" in data


READER = Reader(
    name="docx",
    suffixes=(".docx", ".docm", ".dotx", ".dotm"),
    title=Bilingual("Word 文档（DOCX）", "Word document (DOCX)"),
    recognises=_recognises,
    read=read_docx,
    is_isolated=True,
)
