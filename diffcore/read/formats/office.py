"""Word 97–2003, WPS, RTF and ODT documents: converted by LibreOffice, then read as DOCX."""

from __future__ import annotations

from diffcore.errors import Bilingual
from diffcore.model import ReadOptions, SourceText
from diffcore.read.reader import Reader

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_ZIP = b"PK\x03\x04"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
# The name of the stream that holds the words; WPS writes the same.
_WORDS = "WordDocument".encode("utf-16-le")

# Bytes of address space that LibreOffice maps.
MEMORY = 6 << 30


def read_office(data: bytes, path: str, options: ReadOptions) -> SourceText:
    """Give the words of the document as its DOCX form prints them.

    Raises: ReadError where LibreOffice is missing or cannot convert the file.
    """
    from hashlib import sha256

    from diffcore.read.docx.document import read_document
    from diffcore.read.office.conversion import to_docx

    suffix = ".rtf" if data.startswith(_RTF) else ".odt" if data.startswith(_ZIP) else ".doc"
    made = to_docx(data, suffix, path, READER.title)
    source = read_document(made, path, READER.name, READER.title, options)
    return source._replace(sha256=sha256(data).hexdigest())


def _recognises(data: bytes) -> bool:
    if data.startswith(_OLE):
        return _WORDS in data
    return data.startswith(_RTF) or (data.startswith(_ZIP) and _ODT in data[:256])


def _lacks() -> Bilingual | None:
    from diffcore.read.office.conversion import LIBREOFFICE, find_program

    return None if find_program() else LIBREOFFICE


READER = Reader(
    name="office",
    suffixes=(".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt"),
    title=Bilingual(
        "Word 97–2003、WPS、RTF、ODT 文档（经 LibreOffice）",
        "Word 97-2003, WPS, RTF and ODT documents (by LibreOffice)",
    ),
    recognises=_recognises,
    read=read_office,
    is_isolated=True,
    lacks=_lacks,
    memory=MEMORY,
)
