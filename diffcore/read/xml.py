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
    from lxml.etree import _Element as Element


def parse_xml(data: bytes, path: str, title: Bilingual, member: str = "") -> Element:
    """Give the root element of an XML document; `member` names it inside a container.

    Raises: ReadError where it is no well-formed XML or goes beyond the bounds.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = f"{member}: {error.msg}" if member else str(error.msg)
        raise refusals.damaged(path, title, reason) from error


def local_name(element: Element) -> str:
    """Give the name of an element without its namespace, empty for entities and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
