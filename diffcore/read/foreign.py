"""File formats that are known by their first bytes or their suffix, and that no reader is for.

Only asked once no reader has claimed the file: a new reader needs no change here.
"""

from __future__ import annotations

from diffcore.errors import Bilingual, ReadError
from diffcore.read import refusals

_SAVE_AS_TEXT = Bilingual(
    "用原来的软件打开，另存为 UTF-8 纯文本",
    "open it in its own program and save it as UTF-8 plain text",
)
_EXTRACT = Bilingual("先解压，再对校其中的文本文件", "unpack it and collate the text files in it")
_RECOGNISE = Bilingual(
    "先用文字识别（OCR）软件转成文本", "turn it into text by optical recognition (OCR) first"
)

_WORD = (Bilingual("Word 文档", "a Word document"), _SAVE_AS_TEXT)
_ARCHIVE = (Bilingual("压缩包", "an archive"), _EXTRACT)
_IMAGE = (Bilingual("图像文件", "an image"), _RECOGNISE)
_ARCHIVED_PAGE = (
    Bilingual("网页归档（MHTML）", "a web page archive (MHTML)"),
    Bilingual(
        "在浏览器中打开，另存为「网页，仅 HTML」",
        "open it in a browser and save it as “web page, HTML only”",
    ),
)

# Source: the format specifications; gathered in the `file` program's magic database.
_BY_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (Bilingual(
        "Office 97–2003 文档（.doc、.wps、.xls）", "an Office 97-2003 document (.doc, .wps, .xls)"
    ), _SAVE_AS_TEXT)),
    (b"{\\rtf", (Bilingual("RTF 文档", "an RTF document"), _SAVE_AS_TEXT)),
    (b"\x89PNG\r\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"SQLite format 3\x00", (Bilingual("数据库文件", "a database"), _SAVE_AS_TEXT)),
)  # fmt: skip

# A ZIP container says by the names of its members which format it is.
_ZIP = b"PK\x03\x04"
_BY_MEMBER = (
    (b"word/", _WORD),
    (b"xl/", (Bilingual("Excel 工作簿", "an Excel workbook"), _SAVE_AS_TEXT)),
    (b"ppt/", (Bilingual("演示文稿", "a presentation"), _SAVE_AS_TEXT)),
    (b"OFD.xml", (Bilingual("OFD 文件", "an OFD file"), _SAVE_AS_TEXT)),
    (b"mimetypeapplication/vnd.oasis", (
        Bilingual("ODF 文档", "an OpenDocument file"), _SAVE_AS_TEXT)),
)  # fmt: skip

_ARCHIVED_PAGE_SUFFIXES = (".mht", ".mhtml")


def refusal_by_content(data: bytes, path: str) -> ReadError | None:
    """Give the error that names the format of the file, None where it may be plain text."""
    for magic, (title, fix) in _BY_MAGIC:
        if data.startswith(magic):
            return refusals.foreign(path, title, fix)
    if data.startswith(_ZIP):
        found = (answer for member, answer in _BY_MEMBER if member in data)
        return refusals.foreign(path, *next(found, _ARCHIVE))
    return None


def refusal_by_suffix(path: str) -> ReadError | None:
    """Give the error for a format that only the suffix tells, as it is text as well."""
    if path.lower().endswith(_ARCHIVED_PAGE_SUFFIXES):
        return refusals.foreign(path, *_ARCHIVED_PAGE)
    return None
