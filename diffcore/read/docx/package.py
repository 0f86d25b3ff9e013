"""The parts of a Word document: the body, and what it refers to by relationships.

External relationships (linked pictures, templates) are never followed: only members of the
container are read.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from diffcore.errors import Bilingual
from diffcore.read import refusals
from diffcore.read.container import Container
from diffcore.read.xml import local_name, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_MAIN = "officeDocument"


def value_of(element: Element | None, name: str = "val") -> str | None:
    """Give an attribute by its local name: the namespaces of strict and usual files differ."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, name: str) -> Element | None:
    """Give the first child of that local name."""
    return next(children(element, name), None)


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Give the children of that local name."""
    if element is not None:
        yield from (each for each in element if local_name(each) == name)


class Package:
    """The parts of one document, parsed as they are asked for."""

    def __init__(self, data: bytes, path: str, title: Bilingual) -> None:
        """Open the container and find the body.

        Raises: ReadError where there is none or the file is damaged.
        """
        self._path, self._title = path, title
        self._container = Container(data, path, title)
        main = next((name for kind, name in self._relations("").values() if kind == _MAIN), None)
        self.main = main or "word/document.xml"
        document = self.part(self.main)
        if document is None:
            raise refusals.damaged(path, title, f"no {self.main}")
        body = child(document, "body")
        if body is None:
            raise refusals.damaged(path, title, f"no body in {self.main}")
        self.body = body
        self._related = self._relations(self.main)

    def part(self, name: str) -> Element | None:
        """Give the root of a part, None where the container has none."""
        content = self._container.read(name)
        return None if content is None else parse_xml(content, self._path, self._title, name)

    def related(self, kind: str) -> Element | None:
        """Give the part that the body is related to as `kind` (numbering, styles, footnotes)."""
        name = next((name for each, name in self._related.values() if each == kind), None)
        return self.part(name) if name else None

    def referred(self, relation: str | None) -> tuple[str, str] | None:
        """Give the kind and the name of the part that a relationship id means."""
        return self._related.get(relation or "")

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Give the internal relationships of a part by their ids: kind and name of the target."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for each in children(root, "Relationship"):
            target, kind = each.get("Target", ""), each.get("Type", "").rpartition("/")[2]
            if each.get("TargetMode") != "External" and target:
                found[each.get("Id", "")] = (kind, posixpath.join("/" + folder, target).lstrip("/"))
        return found
