"""The container of an OFD file: its documents, their pages, templates and resources.

Real files name their parts in every way: from the root, from the file that names them, from the
folder of the document, with backslashes, in another case. Names of elements are taken without
their namespace, which is often missing or another one.
Source: GB/T 33190—2016, 7.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, dirname, join
from typing import TYPE_CHECKING, NamedTuple

from diffcore.errors import Bilingual
from diffcore.read import refusals
from diffcore.read.container import Container
from diffcore.read.xml import local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROOT = "ofd.xml"
# What an encrypted file has beside its entries. Source: GM/T 0099—2020, 8.
_ENCRYPTED = ("encryptions.xml", "entriesmap.dat")


class Loaded(NamedTuple):
    """An XML file of the container, and its name there."""

    root: Element
    name: str


class Package:
    """The XML files of one OFD file, each found by whatever name another gives it."""

    def __init__(self, data: bytes, path: str, title: Bilingual) -> None:
        """Open the container. Raises: ReadError where it is damaged or encrypted."""
        self.path, self.title = path, title
        self._container = Container(data, path, title)
        if any(basename(name).lower() in _ENCRYPTED for name in self._container.names):
            raise refusals.encrypted(path, title)

    def main(self) -> Loaded:
        """Give the file that names the documents. Raises: ReadError where there is none."""
        named = [name for name in self._container.names if basename(name).lower() == _ROOT]
        found = self.load(min(named, key=lambda name: (name.count("/"), name))) if named else None
        if found is None:
            raise self.damaged("OFD.xml")
        return found

    def load(self, location: str, base: str = "", folder: str = "") -> Loaded | None:
        """Give the XML file that `location` means in the file `base` of a document in `folder`.

        Raises: ReadError where there is one and it is no XML.
        """
        name = self._find(location, dirname(base), folder)
        content = self._container.read(name) if name else None
        if name is None or content is None:
            return None
        return Loaded(parse_xml(content, self.path, self.title, name), name)

    def content(self, location: str, near: str, folder: str) -> bytes:
        """Give the bytes of what `location` means in the folder `near`, none where it lacks."""
        name = self._find(location, near, folder)
        return (self._container.read(name) if name else None) or b""

    def damaged(self, reason: str) -> Exception:
        """Give the error for a file that lacks what it must have."""
        return refusals.damaged(self.path, self.title, reason)

    def too_demanding(self) -> Exception:
        """Give the error for a file that draws more than any honest one."""
        return refusals.too_demanding(self.path, self.title)

    def _find(self, location: str, near: str, folder: str) -> str | None:
        location = location.strip().replace("\\", "/")
        if not location:
            return None
        places = ["", near, folder] if location.startswith("/") else [near, folder, ""]
        for place in places:
            found = self._container.find(join(place, location.lstrip("/")))
            if found:
                return found
        return None


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Give the children of an element that have one of these names."""
    if element is not None:
        yield from (child for child in element if local_name(child) in names)


def child(element: Element | None, name: str) -> Element | None:
    """Give the first child of this name."""
    return next(children(element, name), None)


def text_of(element: Element | None) -> str:
    """Give the text of an element, without blanks around it."""
    return (element.text or "").strip() if element is not None else ""
