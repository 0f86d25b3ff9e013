"""What the attributes of an element say: not to be seen, a footnote, the number of a footnote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diffcore.read.html.lines import count_characters
from diffcore.read.xml import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)",
    re.IGNORECASE,
)

# A hidden element that holds so much (0..1) of the page's characters is what a script unfolds: the
# text itself. Badges, menus and codes that are hidden hold hundredths.
UNFOLDED_AT_LEAST = 0.4

_CODE = frozenset(("script", "style", "title"))
_REFERENCE = re.compile(r"[\[〔【(（]?\s*(?:注\s*)?\d{1,3}\s*[\]〕】)）]?|[①-⑳*†‡※]")
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_NOTES = frozenset((
    "footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes", "note",
    "doc-footnote", "doc-endnote", "doc-endnotes",
))  # fmt: skip
_REFERENCES = frozenset(("noteref", "doc-noteref"))


def is_hidden(element: Element, whole: int) -> bool:
    """Tell whether an element is not shown, and is not the text that a script would unfold.

    `whole` is the number of characters of the page.
    """
    is_unseen = (
        element.get("hidden") is not None
        or (element.get("aria-hidden") or "").lower() == "true"
        or _HIDING.search(element.get("style") or "") is not None
    )
    return is_unseen and printed_size(element) < UNFOLDED_AT_LEAST * whole


def printed_size(root: Element) -> int:
    """Give the number of characters under `root`, without scripts and style sheets."""
    size = 0
    for element in root.iter():
        if local_name(element).lower() not in _CODE:
            size += count_characters(element.text or "")
        if element is not root:
            size += count_characters(element.tail or "")
    return size


def is_note(element: Element) -> bool:
    """Tell whether an element is a footnote or holds some."""
    return not _NOTES.isdisjoint(_types(element))


def is_reference(element: Element) -> bool:
    """Tell whether an element is the number of a footnote, and no power such as that of m²."""
    if not _REFERENCES.isdisjoint(_types(element)):
        return True
    if local_name(element).lower() != "sup":
        return False
    words = "".join(element.itertext()).strip()
    links = any((link.get("href") or "").startswith("#") for link in element.iter("{*}a"))
    return _REFERENCE.fullmatch(words) is not None and (links or not words.isdecimal())


def _types(element: Element) -> frozenset[str]:
    if not element.attrib:
        return frozenset()
    said = f"{element.get(_EPUB_TYPE) or ''} {element.get('epub:type') or ''}"
    return frozenset(f"{said} {element.get('role') or ''}".lower().split())
