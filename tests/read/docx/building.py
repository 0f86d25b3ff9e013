"""Word documents made of raw Office Open XML, as small as Word and LibreOffice take them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from diffcore.model import ReadOptions, SourceText
from diffcore.read.formats.docx import read_docx

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = ("numbering", "styles", "footnotes", "endnotes", "comments", "header", "footer")
_SPACES = (
    f'xmlns:r="{RELATIONS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def paragraph(
    *runs: str, style: str = "", number: tuple[int, int] | None = None, more: str = ""
) -> str:
    """Give a paragraph; a run that is no XML is text. `number` is (list, level)."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += (
            f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
        )
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{inside}</w:p>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """Give a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def table(*rows: Iterable[str]) -> str:
    """Give a table; a cell that is no XML is a paragraph."""
    made = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/>{made}</w:tbl>"


def package(body: str, *, space: str = WORD, **parts: str) -> bytes:
    """Give a document with this body; `parts` are the insides of further parts by their kind."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        overrides = "".join(
            f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
            for kind in parts
        )
        container.writestr(
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" '
            f'ContentType="{_TYPES}.document.main+xml"/>{overrides}</Types>',
        )
        container.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        container.writestr(
            "word/_rels/document.xml.rels", _relations({kind: f"{kind}.xml" for kind in parts})
        )
        container.writestr(
            "word/document.xml",
            f'{_HEAD}<w:document xmlns:w="{space}" {_SPACES}><w:body>{body}</w:body></w:document>',
        )
        for kind, inside in parts.items():
            root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
            container.writestr(
                f"word/{kind}.xml",
                f'{_HEAD}<w:{root} xmlns:w="{space}" {_SPACES}>{inside}</w:{root}>',
            )
    return file.getvalue()


def _relations(targets: dict[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{made}</Relationships>'


def read(body: str, revisions: str = "accepted", **parts: str) -> SourceText:
    """Give what the reader makes of a document with this body."""
    return read_docx(package(body, **parts), "a.docx", ReadOptions(revisions))


def level(at: int, form: str, text: str, more: str = "") -> str:
    """Give the definition of a level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*definitions: str, nums: str = "") -> str:
    """Give the part with the definitions, numbered from 1 like the lists that use them."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>{each}'
        "</w:abstractNum>"
        for at, each in enumerate(definitions, 1)
    )
    usual = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(1, len(definitions) + 1)
    )
    return abstract + usual + nums


def save(path: Path, body: str, **parts: str) -> Path:
    """Write a document, and give its path."""
    path.write_bytes(package(body, **parts))
    return path
