"""The words of an official DOCX file, as a further witness beside the plain renditions.

Only what the benchmark needs of the format, with the standard library: the official text must not
depend on the readers that are measured with it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {WORD + "br": "\n", WORD + "cr": "\n", WORD + "tab": "\t"}


def text_of_docx(path: Path) -> str:
    """Give the paragraphs of a DOCX file, one a line; a row of a table is one line, with tabs.

    Numbers that Word gives are not among the words of the file: see `has_automatic_numbers`.
    """
    return "".join(line + "\n" for part in _body(path) for line in _lines(part))


def has_automatic_numbers(path: Path) -> bool:
    """Say whether a paragraph that has words gets its number from Word, which is lost here."""
    return any(
        one.find(f"{WORD}pPr/{WORD}numPr") is not None and _words(one).strip()
        for one in _body(path).iter(WORD + "p")
    )


def _body(path: Path) -> Xml.Element:
    with zipfile.ZipFile(path) as archive:
        document = Xml.fromstring(archive.read("word/document.xml"))  # noqa: S314 (own corpus)
    body = document.find(WORD + "body")
    return document if body is None else body


def _lines(part: Xml.Element) -> Iterator[str]:
    """Give the lines of a paragraph, or one line for each row of a table."""
    if part.tag == WORD + "tbl":
        for row in part.iter(WORD + "tr"):
            yield "\t".join(map(_words, row.iter(WORD + "tc")))
    else:
        yield from (_words(one) for one in part.iter(WORD + "p"))


def _words(part: Xml.Element) -> str:
    return "".join(
        (one.text or "") if one.tag == WORD + "t" else _BREAKS.get(one.tag, "")
        for one in part.iter()
    )
