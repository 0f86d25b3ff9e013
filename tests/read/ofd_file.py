"""OFD files made by hand, for tests: words at places in millimetres."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from diffcore.errors import ReadError
from diffcore.model import ReadOptions, SourceText
from diffcore.read.formats.ofd import READER

NAMESPACE = "http://www.ofdspec.org/2016"
SIZE = 4.2


def words(
    text: str, x: float, y: float, *, size: float = SIZE, step: float | None = None, more: str = ""
) -> str:
    """Give a text object whose baseline begins at (x, y); `more` are further attributes."""
    steps = [(step or size) * (0.5 if char < "\u0100" else 1) for char in text[:-1]]
    deltas = f' DeltaX="{" ".join(f"{each:g}" for each in steps)}"' if steps else ""
    return (
        f'<ofd:TextObject ID="1" Font="1" Size="{size:g}" Boundary="{x:g} {y - size:g} 200 9"'
        f' {more}><ofd:TextCode X="0" Y="{size:g}"{deltas}>{escape(text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def lines(
    texts: Sequence[str], x: float, y: float, *, pitch: float = 7, size: float = SIZE
) -> list[str]:
    """Give a text object for each line, one below the other."""
    return [words(text, x, y + i * pitch, size=size) for i, text in enumerate(texts) if text]


def bar(x: float, y: float, width: float, height: float) -> str:
    """Give a filled rectangle, as the rules of tables are drawn."""
    corners = f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C"
    return (
        f'<ofd:PathObject Boundary="{x} {y} {width} {height}"><ofd:AbbreviatedData>{corners}'
        "</ofd:AbbreviatedData></ofd:PathObject>"
    )


def xml(body: str) -> str:
    """Give an XML file whose root is `body`, with the namespace declared."""
    head, sign, rest = body.partition(">")
    if head.endswith("/"):
        head, sign = head[:-1], "/>"
    return f'<?xml version="1.0" encoding="UTF-8"?>{head} xmlns:ofd="{NAMESPACE}"{sign}{rest}'


def page(*objects: str, head: str = "") -> str:
    """Give a page of A4 that draws `objects`; `head` stands before its content."""
    return xml(
        f"<ofd:Page>{head}<ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content>"
        "</ofd:Page>"
    )


def document(
    pages: Sequence[str], *, folder: str = "Doc_0", common: str = "", more: str = ""
) -> dict[str, str]:
    """Give the files of one document by their names."""
    listed = "".join(
        f'<ofd:Page ID="{100 + i}" BaseLoc="Pages/Page_{i}/Content.xml"/>'
        for i in range(len(pages))
    )
    root = (
        "<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
        f"{more}</ofd:Document>"
    )
    files = {f"{folder}/Document.xml": xml(root)}
    files |= {f"{folder}/Pages/Page_{i}/Content.xml": each for i, each in enumerate(pages)}
    return files


def package(
    files: Mapping[str, str | bytes], *, folders: Sequence[str] = ("Doc_0",), body: str = ""
) -> bytes:
    """Give an OFD file with these files in it, and the one that names its documents."""
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocRoot>{folder}/Document.xml</ofd:DocRoot>{body}</ofd:DocBody>"
        for folder in folders
    )
    return zipped({"OFD.xml": xml(f"<ofd:OFD>{bodies}</ofd:OFD>")} | dict(files))


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Give a zip container with these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in files.items():
            container.writestr(name, content)
    return made.getvalue()


def read_pages(*pages: str, **parts: str) -> SourceText:
    """Read an OFD file of one document with these pages."""
    return read_bytes(package(document(pages, **parts)))


def read_bytes(data: bytes) -> SourceText:
    """Read an OFD file in this process."""
    return READER.read(data, "甲.ofd", ReadOptions())


def refusal(data: bytes) -> str:
    """Give the slug of the error that a file is refused with."""
    try:
        read_bytes(data)
    except ReadError as error:
        return error.slug
    return ""


def saved(data: bytes, path: Path) -> Path:
    """Write the file to `path`."""
    path.write_bytes(data)
    return path


def told(source: SourceText) -> str:
    """Give all notices of a text, in Chinese."""
    return "\n".join(notice.message.zh for notice in source.notices)
