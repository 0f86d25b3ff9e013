"""XML and HTML to elements, hardened: no entities, no network, bounded depth.

The only file that imports lxml. Source: lxml's FAQ, "How do I use lxml safely as a web-service
endpoint?"; libxml2 refuses documents nested deeper than 256 elements, entities that grow and text
nodes of more than 10 MB, as long as `huge_tree` is off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diffcore.errors import Bilingual
from diffcore.read import refusals

if TYPE_CHECKING:
    from lxml.etree import XMLParser
    from lxml.etree import _Element as Element


def parse_xml(data: bytes, path: str, title: Bilingual, member: str = "") -> Element:
    """Give the root element of an XML document; `member` names it inside a container.

    Raises: ReadError where it is no well-formed XML or goes beyond the bounds.
    """
    from lxml import etree

    parser = _parser()
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if {entry.domain_name for entry in parser.error_log} == {"NAMESPACE"}:
            # A prefix that nobody has declared, an odd name: elements are known without it.
            return etree.fromstring(data, _parser(recover=True))
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise refusals.too_demanding(path, title) from error
        reason = f"{member}: {error.msg}" if member else str(error.msg)
        raise refusals.damaged(path, title, reason) from error


def _parser(*, recover: bool = False) -> XMLParser:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, recover=recover,
    )  # fmt: skip


def parse_html(text: str, path: str, title: Bilingual, member: str = "") -> Element | None:
    """Give the root element of a page, None where it holds nothing; broken nesting is mended.

    Raises: ReadError where it goes beyond the bounds: the rest would be lost without a word.
    """
    from lxml import etree

    parser = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise refusals.damaged(path, title, f"{member}: {error.msg}") from error
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            reason = f"{member}: {entry.message}" if member else str(entry.message)
            raise refusals.damaged(path, title, reason.strip())
    return root


def local_name(element: Element) -> str:
    """Give the name of an element without namespace and prefix, empty for entities and such."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""
