"""The rows of a workbook (XLSX), read in a process of its own: `python -m diffcore.read.workbook`.

Only what a filled-in table of findings needs: the words of the cells of its first sheet, whichever
program saved it. Source: ECMA-376-1:2016, 18.3.1.4 (cells), 18.4 (shared strings).
"""

from __future__ import annotations

import json
import posixpath
import re
import sys
from typing import TYPE_CHECKING

from diffcore.errors import ReadError
from diffcore.read.container import Container
from diffcore.read.decisions import WORKBOOK
from diffcore.read.isolated import OUT_OF_MEMORY
from diffcore.read.transport import pack_error
from diffcore.read.worker import leave, limit
from diffcore.read.xml import local_name, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

# Columns that are looked at; a table of findings has 13.
COLUMNS_AT_MOST = 256


def rows_of(data: bytes, path: str) -> list[list[str]]:
    """Give the cells of the first sheet, row by row, as words.

    Raises: ReadError where it is no workbook or is damaged.
    """
    container = Container(data, path, WORKBOOK)
    shared = [_words(each) for each in _part(container, path, "xl/sharedStrings.xml", "si")]
    name = _first_sheet(container, path)
    return [list(_cells(row, shared)) for row in _part(container, path, name, "row")]


def _part(container: Container, path: str, name: str, wanted: str) -> Iterator[Element]:
    """Give the elements of that name in a part, none where there is no such part."""
    content = container.read(name)
    if content is not None:
        root = parse_xml(content, path, WORKBOOK, name)
        yield from (each for each in root.iter() if local_name(each) == wanted)


def _first_sheet(container: Container, path: str) -> str:
    """Give the name of the part with the first sheet, by its relationship."""
    sheet = next(_part(container, path, "xl/workbook.xml", "sheet"), None)
    wanted = "" if sheet is None else str(next(
        (value for key, value in sheet.attrib.items() if str(key).endswith("}id")), ""
    ))  # fmt: skip
    for each in _part(container, path, "xl/_rels/workbook.xml.rels", "Relationship"):
        if each.get("Id") == wanted:
            return posixpath.join("/xl", each.get("Target", "")).lstrip("/")
    return "xl/worksheets/sheet1.xml"


def _cells(row: Element, shared: list[str]) -> Iterator[str]:
    """Give the words of the cells of a row; cells that the file leaves out are empty."""
    column = 0
    for cell in row:
        place = re.match("[A-Z]+", cell.get("r") or "")
        at = _number(place[0]) if place else column
        while column < min(at, COLUMNS_AT_MOST):
            yield ""
            column += 1
        if column >= COLUMNS_AT_MOST:
            return
        yield _value(cell, shared)
        column += 1


def _number(letters: str) -> int:
    """Give the place of a column by its letters, A being 0."""
    number = 0
    for letter in letters[:4]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: Element, shared: list[str]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return _words(cell)
    value = next((each.text or "" for each in cell if local_name(each) == "v"), "")
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    return value


def _words(element: Element) -> str:
    """Give the words of a string, without those of its pronunciation."""
    return "".join(
        each.text or ""
        for each in element.iter()
        if local_name(each) == "t"
        and not any(local_name(above) == "rPh" for above in each.iterancestors())
    )


def main() -> None:
    """Read the workbook on standard input and write its rows as JSON, or the error."""
    data = sys.stdin.buffer.read()
    try:
        limit(len(data), is_recognising=False)
        packed = json.dumps({"rows": rows_of(data, sys.argv[1])}).encode("ascii")
    except ReadError as error:
        packed = pack_error(error)
    except MemoryError:
        leave(OUT_OF_MEMORY)
    sys.stdout.buffer.write(packed)
    sys.stdout.flush()
    leave(0)


if __name__ == "__main__":
    main()
