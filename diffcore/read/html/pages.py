"""The text of a page to its elements: as XML where it is XHTML, else as browsers read HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diffcore.errors import Bilingual, ReadError
from diffcore.read.xml import parse_html, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_XML = re.compile(r"\s*<\?xml\b[^>]*\?>", re.IGNORECASE)
_XHTML = re.compile(r"\s*(?:<!DOCTYPE[^>\[]*>\s*)?<html\b[^>]*xmlns", re.IGNORECASE)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s+|<!--.*?-->|<\?xml\b[^>]*\?>)*+<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
# Bytes at the head of a file in which a page shows itself.
_HEAD = 2048


def is_page(data: bytes) -> bool:
    """Tell by its first bytes whether a file is a web page."""
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"")[2:]
    return _HTML.match(head) is not None


def parse_page(text: str, path: str, title: Bilingual, member: str = "") -> Element | None:
    """Give the root element of a page, None where there is none.

    Raises: ReadError where it goes beyond the bounds of the parser.
    """
    declaration = _XML.match(text)
    body = text[declaration.end() :] if declaration else text
    if declaration or _XHTML.match(body):
        try:
            return parse_xml(body.strip().encode("utf-8", "replace"), path, title, member)
        except ReadError:
            pass  # not well-formed, as most pages that call themselves XHTML
    return parse_html(body, path, title, member)
