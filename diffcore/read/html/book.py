"""The container of an electronic book: which documents it has, and in which order they are read."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from diffcore.errors import Bilingual
from diffcore.model import Notice
from diffcore.read import refusals
from diffcore.read.container import Container
from diffcore.read.html.attributes import printed_size
from diffcore.read.html.charset import decode_page
from diffcore.read.html.pages import parse_page
from diffcore.read.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DOCUMENTS = frozenset((
    "application/xhtml+xml", "text/html", "application/xml", "text/xml", "text/x-oeb1-document", "",
))  # fmt: skip
# How fonts are obfuscated, which hides no text. Source: W3C EPUB 3.3, 4.4; Adobe's font mangling.
_FONT_ALGORITHMS = frozenset((
    "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC",
))  # fmt: skip

# So many names are told in a notice.
_NAMED_AT_MOST = 6


class _Item(NamedTuple):
    """A file of the book: the member of the container, its type, whether it is the contents."""

    member: str
    kind: str
    is_contents: bool


class Book:
    """A book, opened; its documents are read one after the other, its notices told at the end."""

    def __init__(self, data: bytes, path: str, title: Bilingual) -> None:
        """Open the book. Raises: ReadError where it has no list of files or is encrypted."""
        self._path, self._title = path, title
        self._container = Container(data, path, title)
        self._encodings: list[str] = []
        self._missing: list[str] = []
        self._told: list[Notice] = []
        self._contents = 0
        self._refuse_encrypted()
        package = self._package()
        self._items = self._manifest(package)
        self._spine = self._reading_order(package)

    @property
    def encoding(self) -> str | None:
        """The encoding of the documents, None where they have several."""
        return self._encodings[0] if len(set(self._encodings)) == 1 else None

    def documents(self) -> Iterator[tuple[str, Element]]:
        """Give the documents of the spine with the names of their members."""
        for item in self._spine:
            root = self._document(item)
            if root is not None:
                yield item.member, root
        self._count_contents()

    def notices(self) -> Iterator[Notice]:
        """Give what is to be said once the documents are read."""
        yield from self._told
        if self._missing:
            names = self._missing[:_NAMED_AT_MOST]
            more = len(self._missing) > len(names)
            yield _notice(
                f"书中列出而读不到的 {len(self._missing)} 个文件：{'、'.join(names)}{'等' * more}",
                f"listed in the book and not to be read: {len(self._missing)} files, "
                f"{', '.join(names)}{' …' * more}",
            )
        if self._contents:
            yield _notice(
                f"导航目录不在正文之中，未读，共 {self._contents} 字",
                f"the table of contents for navigation is no part of the text and is not read: "
                f"{self._contents} characters",
            )

    # the files of the book

    def _refuse_encrypted(self) -> None:
        data = self._container.read("META-INF/encryption.xml")
        if data is None:
            return
        listed = parse_xml(data, self._path, self._title, "META-INF/encryption.xml")
        for each in listed.iter("{*}EncryptedData"):
            methods = (method.get("Algorithm") for method in each.iter("{*}EncryptionMethod"))
            if next(methods, "") not in _FONT_ALGORITHMS:
                raise refusals.encrypted(self._path, self._title)

    def _package(self) -> Element:
        """Give the package document; remember where it lies."""
        name = self._package_name()
        data = self._container.read(name) if name else None
        if data is None:
            raise refusals.damaged(self._path, self._title, name or "META-INF/container.xml")
        self._folder = dirname(name)
        return parse_xml(data, self._path, self._title, name)

    def _package_name(self) -> str:
        data = self._container.read("META-INF/container.xml")
        if data is not None:
            root = parse_xml(data, self._path, self._title, "META-INF/container.xml")
            for each in root.iter("{*}rootfile"):
                named = self._container.find(unquote(each.get("full-path") or ""))
                if named:
                    return named
        found = (name for name in self._container.names if name.lower().endswith(".opf"))
        return next(found, "")

    def _manifest(self, package: Element) -> dict[str, _Item]:
        items: dict[str, _Item] = {}
        for each in package.iter("{*}item"):
            href = unquote((each.get("href") or "").partition("#")[0])
            items[each.get("id") or ""] = _Item(
                join(self._folder, href),
                (each.get("media-type") or "").lower(),
                "nav" in (each.get("properties") or "").split(),
            )
        return items

    def _reading_order(self, package: Element) -> list[_Item]:
        """Give the documents of the spine, each once, those beside the main order last."""
        main: dict[str, _Item] = {}
        beside: dict[str, _Item] = {}
        for each in package.iter("{*}itemref"):
            name = each.get("idref") or ""
            item = self._items.get(name)
            if item is None:
                self._missing.append(name)
            else:
                order = beside if (each.get("linear") or "").lower() == "no" else main
                order.setdefault(item.member, item)
        return [*main.values(), *(item for name, item in beside.items() if name not in main)]

    def _document(self, item: _Item) -> Element | None:
        data = self._container.read(item.member) if item.kind in _DOCUMENTS else None
        if data is None:
            self._missing.append(item.member)
            return None
        if not data.strip():
            return None
        text, encoding, notices = decode_page(data, f"{self._path}›{item.member}")
        self._encodings.append(encoding)
        self._told += notices
        return parse_page(text, self._path, self._title, item.member)

    def _count_contents(self) -> None:
        """Count the words of the navigation document that is not in the spine."""
        in_spine = {item.member for item in self._spine}
        for item in self._items.values():
            if item.is_contents and item.member not in in_spine:
                root = self._document(item)
                self._contents += 0 if root is None else printed_size(root)


def _notice(zh: str, en: str) -> Notice:
    return Notice("read", None, Bilingual(zh, en))
