"""One document of an OFD file: its pages in order, and what they draw from.

Source: GB/T 33190—2016, 7.4–7.10.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from posixpath import dirname, join
from typing import TYPE_CHECKING, NamedTuple

from diffcore.read.ofd.ink import ink_of
from diffcore.read.ofd.numbers import numbers_of
from diffcore.read.ofd.package import Loaded, Package, child, children, text_of
from diffcore.read.xml import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Millimetres: A4, for a page that says nothing of its size.
_USUAL_SIZE = (210.0, 297.0)


class PageEntry(NamedTuple):
    """A page as the document lists it: its content is None where the file lacks it."""

    id: str
    location: str
    content: Loaded | None


class Document:
    """The pages, templates, drawn units and annotations of one document."""

    def __init__(self, package: Package, body: Element) -> None:
        """Open the document of a DocBody. Raises: ReadError where its root is missing."""
        self._package = package
        self.body = body
        location = text_of(child(body, "DocRoot"))
        loaded = package.load(location)
        if loaded is None:
            raise package.damaged(location or "DocRoot")
        self._root, self._name = loaded
        self._folder = dirname(self._name)
        self._common = child(self._root, "CommonData")
        self.size = _size_of(child(self._common, "PageArea")) or _USUAL_SIZE
        self._templates = {
            each.get("ID", ""): each.get("BaseLoc", "")
            for each in children(self._common, "TemplatePage")
        }
        self._loaded: dict[str, Loaded | None] = {}
        self._units = dict(self._units_in(self._common, self._name))
        self._ink: dict[str, Callable[[int], bool]] = {}

    def load(self, location: str, base: str = "") -> Loaded | None:
        """Give an XML file of this document."""
        return self._package.load(location, base or self._name, self._folder)

    def named(self, name: str) -> Loaded | None:
        """Give the file that the document names in this element (Attachments, Annotations …)."""
        location = text_of(child(self._root, name))
        return self.load(location) if location else None

    def pages(self) -> Iterator[PageEntry]:
        """Give the pages in their order."""
        for listed in children(self._root, "Pages"):
            for page in children(listed, "Page"):
                location = page.get("BaseLoc", "")
                yield PageEntry(page.get("ID", ""), location, self.load(location))

    def size_of(self, page: Element) -> tuple[float, float]:
        """Give the width and the height of a page in millimetres."""
        return _size_of(child(page, "Area")) or self.size

    def template(self, identifier: str) -> Loaded | None:
        """Give the template of this number, None where there is none."""
        if identifier not in self._loaded:
            location = self._templates.get(identifier, "")
            self._loaded[identifier] = self.load(location) if location else None
        return self._loaded[identifier]

    def units_of(self, page: Loaded) -> dict[str, Element]:
        """Give the drawn units that a page may use, by their numbers: its own and the common."""
        own = dict(self._units_in(page.root, page.name))
        return self._units | own if own else self._units

    def has_ink(self, font: str, glyph: int) -> bool:
        """Tell whether a glyph of an embedded font, by its number, has ink for certain."""
        if font not in self._ink:
            self._ink[font] = ink_of(self._font_file(font))
        return self._ink[font](glyph)

    def _font_file(self, identifier: str) -> bytes:
        for resources in self._resources(self._common, self._name):
            near = join(dirname(resources.name), resources.root.get("BaseLoc", ""))
            for font in _descendants(resources, "Font"):
                if font.get("ID") == identifier:
                    location = text_of(child(font, "FontFile"))
                    return self._package.content(location, near, self._folder)
        return b""

    def count_bookmarks(self) -> int:
        """Count the entries of the outline."""
        outlines = child(self._root, "Outlines")
        if outlines is None:
            return 0
        return sum(local_name(each) == "OutlineElem" for each in outlines.iter())

    def _units_in(self, element: Element | None, base: str) -> Iterator[tuple[str, Element]]:
        for resources in self._resources(element, base):
            for unit in _descendants(resources, "CompositeGraphicUnit"):
                yield unit.get("ID", ""), unit

    def _resources(self, element: Element | None, base: str) -> Iterator[Loaded]:
        for each in children(element, "PublicRes", "DocumentRes", "PageRes"):
            resources = self.load(text_of(each), base)
            if resources is not None:
                yield resources


def _descendants(loaded: Loaded, name: str) -> Iterator[Element]:
    yield from (each for each in loaded.root.iter() if local_name(each) == name)


def _size_of(area: Element | None) -> tuple[float, float] | None:
    for name in ("PhysicalBox", "ApplicationBox"):
        numbers = numbers_of(text_of(child(area, name)))
        if len(numbers) >= 4 and numbers[2] > 0 < numbers[3]:
            return numbers[2], numbers[3]
    return None
