"""File formats that are known by their first bytes or their suffix, and that no reader is for.

Only asked once no reader has claimed the file: a new reader needs no change here. What is told
apart is told to help: which file was given instead of the one that was meant, and what to do.
Source: the format specifications; gathered in the `file` program's magic database.
"""

from __future__ import annotations

from typing import NamedTuple

from diffcore.errors import Bilingual, ReadError
from diffcore.read import refusals

_SAVE_AS_TEXT = Bilingual(
    "用原来的软件打开，另存为 DOCX 或 UTF-8 纯文本",
    "open it in its own program and save it as DOCX or as UTF-8 plain text",
)
_EXPORT = Bilingual(
    "用原来的软件打开，导出为有文字层的 PDF 或纯文本",
    "open it in its own program and export it as PDF with a text layer, or as plain text",
)
_EXTRACT = Bilingual("先解压，再对校其中的文件", "unpack it and collate the files in it")
_RECOGNISE = Bilingual(
    "转成 PNG 或 JPEG，或先用文字识别（OCR）软件转成文本",
    "turn it into PNG or JPEG, or into text by optical recognition (OCR) first",
)
_NO_TEXT = Bilingual(
    "这种文件没有可对校的文字；核对是否给错了文件",
    "such a file holds no words to collate; check whether it is the one that was meant",
)


class _Kind(NamedTuple):
    """A format as it is called, and what a user can do about it."""

    title: Bilingual
    fix: Bilingual


_COMPOUND_FILE = _Kind(
    Bilingual("复合文档（邮件、图表等）", "a compound file (a message, a drawing or the like)"),
    _SAVE_AS_TEXT,
)
_SHEET = _Kind(
    Bilingual("电子表格（Excel 等）", "a spreadsheet (Excel or the like)"), _SAVE_AS_TEXT
)
_SLIDES = _Kind(Bilingual("演示文稿", "a presentation"), _SAVE_AS_TEXT)
_ODF = _Kind(Bilingual("ODF 文档", "an OpenDocument file"), _SAVE_AS_TEXT)
_XPS = _Kind(Bilingual("XPS 文档", "an XPS document"), _EXPORT)
_BOOK = _Kind(Bilingual("电子书（Mobipocket、Kindle）", "a Mobipocket or Kindle book"), _EXPORT)
_HELP = _Kind(Bilingual("CHM 帮助文件", "a CHM help file"), _EXTRACT)
_DJVU = _Kind(Bilingual("DjVu 文档", "a DjVu document"), _EXPORT)
_CAJ = _Kind(Bilingual("CAJ 文献（知网）", "a CAJ document (CNKI)"), _EXPORT)
_GAZETTE = _Kind(Bilingual("CEB、GD 等版式文件", "a document in CEB, GD or the like"), _EXPORT)
_POSTSCRIPT = _Kind(Bilingual("PostScript 文件", "a PostScript file"), _EXPORT)
_WEB_ARCHIVE = _Kind(
    Bilingual("网页归档（MHTML）", "a web page archive (MHTML)"),
    Bilingual(
        "在浏览器中打开，另存为「网页，仅 HTML」",
        "open it in a browser and save it as “web page, HTML only”",
    ),
)
_ARCHIVE = _Kind(Bilingual("压缩包", "an archive"), _EXTRACT)
_IMAGE = _Kind(Bilingual("图像文件", "an image"), _RECOGNISE)
_SOUND = _Kind(Bilingual("音频文件", "a sound file"), _NO_TEXT)
_FILM = _Kind(Bilingual("视频文件", "a video file"), _NO_TEXT)
_PROGRAM = _Kind(Bilingual("可执行文件", "an executable program"), _NO_TEXT)
_FONT = _Kind(Bilingual("字体文件", "a font"), _NO_TEXT)
_DATABASE = _Kind(Bilingual("数据库文件", "a database"), _SAVE_AS_TEXT)

# What a file of the format begins with.
_BY_MAGIC = (
    (b"ITSF", _HELP),
    (b"AT&TFORM", _DJVU),
    (b"CAJ\x00", _CAJ),
    (b"%!PS", _POSTSCRIPT),
    (b"\xc5\xd0\xd3\xc6", _POSTSCRIPT),
    (b"GIF8", _IMAGE),
    (b"8BPS", _IMAGE),
    (b"\x00\x00\x00\x0cjP", _IMAGE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"\x1f\x9d", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"\x04\x22\x4d\x18", _ARCHIVE),
    (b"MSCF\x00\x00\x00\x00", _ARCHIVE),
    (b"ID3", _SOUND),
    (b"\xff\xfb", _SOUND),
    (b"\xff\xf3", _SOUND),
    (b"OggS\x00", _SOUND),
    (b"fLaC\x00", _SOUND),
    (b"#!AMR", _SOUND),
    (b"\x1a\x45\xdf\xa3", _FILM),
    (b"FLV\x01", _FILM),
    (b"\x00\x00\x01\xba", _FILM),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", _FILM),
    (b"\x7fELF", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"\x00asm", _PROGRAM),
    (b"OTTO\x00", _FONT),
    (b"\x00\x01\x00\x00\x00", _FONT),
    (b"ttcf\x00", _FONT),
    (b"wOFF", _FONT),
    (b"wOF2", _FONT),
    (b"SQLite format 3\x00", _DATABASE),
    (b"\x00\x01\x00\x00Standard ", _DATABASE),
)

# What stands further inside, where the first bytes are shared or none: (first bytes, place, sign).
_BY_SIGN = (
    (b"RIFF", 8, b"WAVE", _SOUND),
    (b"RIFF", 8, b"AVI ", _FILM),
    (b"BZh", 4, b"1AY&SY", _ARCHIVE),
    (b"", 4, b"ftypM4A", _SOUND),
    (b"", 4, b"ftyphei", _IMAGE),
    (b"", 4, b"ftypmif1", _IMAGE),
    (b"", 4, b"ftypavif", _IMAGE),
    (b"", 4, b"ftyp", _FILM),
    (b"", 60, b"BOOKMOBI", _BOOK),
    (b"", 257, b"ustar", _ARCHIVE),
    (b"MZ", 2, b"\x90\x00\x03\x00", _PROGRAM),
)

# A ZIP container says by the names of its members which format it is.
_ZIP = b"PK\x03\x04"
_BY_MEMBER = (
    (b"xl/", _SHEET),
    (b"ppt/", _SLIDES),
    (b"FixedDocSeq", _XPS),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", _SHEET),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", _SLIDES),
    (b"mimetypeapplication/vnd.oasis", _ODF),
)

# A compound file says so by the names of its streams, in UTF-16. Source: [MS-CFB], [MS-XLS],
# [MS-PPT].
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BY_STREAM = (
    ("Workbook".encode("utf-16-le"), _SHEET),
    ("PowerPoint Document".encode("utf-16-le"), _SLIDES),
)

# Formats that are text, or whose first bytes text may begin with.
_BY_SUFFIX = {
    ".mht": _WEB_ARCHIVE,
    ".mhtml": _WEB_ARCHIVE,
    ".caj": _CAJ,
    ".nh": _CAJ,
    ".kdh": _CAJ,
    ".ceb": _GAZETTE,
    ".gd": _GAZETTE,
    ".sep": _GAZETTE,
}


def refusal_by_content(data: bytes, path: str) -> ReadError | None:
    """Give the error that names the format of the file, None where it may be plain text."""
    kind = _kind_of(data)
    return refusals.foreign(path, *kind) if kind else None


def refusal_by_suffix(path: str) -> ReadError | None:
    """Give the error for a format that only the suffix tells."""
    dot = path.rfind(".")
    kind = _BY_SUFFIX.get(path[dot:].lower()) if dot >= 0 else None
    return refusals.foreign(path, *kind) if kind else None


def _kind_of(data: bytes) -> _Kind | None:
    if data.startswith(_ZIP):
        return next((kind for member, kind in _BY_MEMBER if member in data), _ARCHIVE)
    if data.startswith(_COMPOUND):
        return next((kind for stream, kind in _BY_STREAM if stream in data), _COMPOUND_FILE)
    for magic, kind in _BY_MAGIC:
        if data.startswith(magic):
            return kind
    for magic, place, sign, kind in _BY_SIGN:
        if data.startswith(magic) and data.startswith(sign, place):
            return kind
    return None
