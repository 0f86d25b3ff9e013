"""The elements of a page to its lines, in the order in which a browser prints them.

One walk, without recursion. What is not printed (scripts, forms, hidden elements) or is struck out
by an editor is not among the lines: it is counted. Which lines belong to the document is not
known here. Source: HTML Living Standard, 15 (rendering).
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from diffcore.read.html.attributes import is_hidden, is_note, is_reference, printed_size
from diffcore.read.html.lines import Line, LineWriter, Region, count_characters
from diffcore.read.html.markers import Numbering
from diffcore.read.html.tables import Grid, holds_data
from diffcore.read.xml import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
))  # fmt: skip
_LISTS = frozenset(("ol", "ul", "menu", "dir"))
_SPACED = frozenset(("pre", "listing", "xmp", "plaintext"))

# What is never printed as text, by what it is counted as.
_UNPRINTED = {
    **dict.fromkeys(("script", "style", "template", "noscript"), "code"),
    **dict.fromkeys(("select", "textarea", "button", "option", "datalist"), "form"),
    **dict.fromkeys(("canvas", "object", "audio", "video", "applet", "svg"), "embedded"),
    **dict.fromkeys(("head", "title"), "head"),
    "noframes": "code", "iframe": "embedded",
}  # fmt: skip

# What a page calls its document, in its head.
_TITLES = frozenset(("articletitle", "og:title", "title", "dc.title"))

# A page puts the name of its site and of the section behind the title of the document.
_TITLES_AT_MOST, _TITLE_AT_MOST = 8, 200
_BETWEEN_TITLES = re.compile(r"\s*[_|>»]\s*|\s+[-–—]+\s+|(?<![-—])-(?![-—])")

_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|table|flex|list-item)", re.IGNORECASE)


class Flow:
    """Walks over the elements of a page; afterwards its lines, regions and counts are complete.

    `left_out` counts the characters that are not printed, by the reason: "code", "form",
    "embedded", "hidden", "deleted". `titles` are what the page calls itself in its head.
    """

    def __init__(self, revisions: str = "accepted") -> None:
        self._struck = "ins" if revisions == "original" else "del"
        self.left_out: Counter[str] = Counter()
        self.titles: list[str] = []
        self.regions: list[Region] = []
        self.revised = 0
        self._pictures: list[tuple[int, str]] = []
        self._writer = LineWriter()
        self._open: list[tuple[int, str, str]] = []
        # Where signs that are no words begin: the number of the line, the place in it.
        self._marks: list[tuple[int, int]] = []
        self._lists: list[Numbering] = []
        self._grid: Grid | None = None
        self._tables = self._links = self._spaced = 0
        # Cells of the row in hand, None outside of rows.
        self._cells: int | None = None
        self._whole = 0

    @property
    def lines(self) -> list[Line]:
        """The lines, in order."""
        return self._writer.lines

    def pictures_in(self, kept: Sequence[int]) -> list[str]:
        """Give the words that stand for the pictures between the first and the last kept line."""
        if not kept:
            return [words for _, words in self._pictures]
        return [words for at, words in self._pictures if kept[0] <= at <= kept[-1]]

    def walk(self, root: Element, part: str | None = None) -> None:
        """Read all that is under `root`; its lines stand in `part` of the file."""
        first = len(self.lines)
        self._whole = printed_size(root)
        stack: list[tuple[str, Element, Iterator[Element]]] = []
        name = self._enter(root)
        if name:
            stack.append((name, root, iter(root)))
        while stack:
            name, element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._leave(name, element)
            elif entered := self._enter(child):
                stack.append((entered, child, iter(child)))
                continue
            else:
                element = child
            if stack:
                self._say(element.tail)
        self._writer.end_paragraph()
        for line in self.lines[first:]:
            line.part = part

    def _say(self, words: str | None) -> None:
        if not words:
            return
        if self._spaced and self._cells is None:
            self._writer.write_preformatted(words, is_link=self._links > 0)
        else:
            self._writer.write(words, is_link=self._links > 0)

    # entering an element

    def _enter(self, element: Element) -> str:
        """Begin an element; give its name, empty where its children are not to be read."""
        name = local_name(element).lower()
        if not name:  # a character by its name, which is none of XML's own
            self._say(unescape(element.text or ""))
            return ""
        reason = self._reason_to_leave_out(name, element)
        if reason:
            self._leave_out(name, element, reason)
            return ""
        if _is_block(name, element):
            self._begin_block(name, element)
        self._begin_inline(name, element)
        self._say(element.text)
        return name

    def _reason_to_leave_out(self, name: str, element: Element) -> str:
        if name == self._struck:
            return "deleted"
        if name in _UNPRINTED:
            return _UNPRINTED[name]
        return "hidden" if element.attrib and is_hidden(element, self._whole) else ""

    def _leave_out(self, name: str, element: Element, reason: str) -> None:
        if name == "head":
            self._read_head(element)
            return
        words = "".join(element.itertext())
        self.left_out[reason] += count_characters(words)
        if name == "iframe":
            self.left_out["frames"] += 1
        if name in _BLOCKS and self._cells is None:
            self._writer.end_paragraph()

    def _read_head(self, head: Element) -> None:
        for each in head.iter("{*}title", "{*}meta"):
            is_title = (each.get("name") or each.get("property") or "").lower() in _TITLES
            words = each.get("content") if is_title else "".join(each.itertext())
            parts = _BETWEEN_TITLES.split(" ".join((words or "").split()))
            if len(self.titles) < _TITLES_AT_MOST:
                self.titles.append(max(parts, key=len)[:_TITLE_AT_MOST])
        for each in head.iter("{*}script", "{*}style", "{*}noscript"):
            self.left_out["code"] += count_characters("".join(each.itertext()))

    def _begin_block(self, name: str, element: Element) -> None:
        if name == "table":
            self._begin_table(element)
        elif name == "tr" and self._grid:
            self._writer.end_paragraph()
            self._grid.begin_row()
            self._cells = 0
        elif name in ("td", "th") and self._cells is not None:
            self._begin_cell(element)
        elif self._cells is not None:
            self._writer.write(" ")
        else:
            self._writer.end_paragraph()
        self._spaced += name in _SPACED
        words = f"{element.get('class') or ''} {element.get('id') or ''}"
        self._open.append((len(self.lines), name, f"{words} {element.get('role') or ''}".lower()))
        if name in _LISTS:
            self._lists.append(Numbering(element))
        elif name == "li" and self._lists:
            self._writer.prefix = self._lists[-1].marker(element)

    def _begin_table(self, table: Element) -> None:
        if self._cells is not None:
            self._writer.write(" ")
            return
        self._writer.end_paragraph()
        if holds_data(table):
            self._tables += 1
            self._grid = Grid(self._tables)

    def _begin_cell(self, cell: Element) -> None:
        if self._grid is None or self._cells is None:
            return
        place, passed = self._grid.place(cell)
        self._writer.pass_cells(passed)
        self._writer.begin_cell(place, is_first=self._cells == 0)
        self._cells += 1

    def _begin_inline(self, name: str, element: Element) -> None:
        if name == "a" and _leads_away(element):
            self._links += 1
        elif name == "br" and self._cells is not None:
            self._writer.write(" ")
        elif name == "br":
            self._writer.break_line()
        elif name == "img":
            self._pictures.append((len(self.lines), " ".join((element.get("alt") or "").split())))
        elif name in ("del", "ins"):
            self.revised += 1
        if name in ("rt", "rp") or is_reference(element):
            self._marks.append((len(self.lines), self._writer.length))

    # leaving it

    def _leave(self, name: str, element: Element) -> None:
        if name == "a" and _leads_away(element):
            self._links -= 1
        if name in ("rt", "rp") or is_reference(element):
            line, start = self._marks.pop()
            self._writer.mark(start if line == len(self.lines) else 0)
        if _is_block(name, element):
            self._end_block(name, element)

    def _end_block(self, name: str, element: Element) -> None:
        if name == "tr" and self._cells is not None:
            self._cells = None
            self._writer.end_paragraph()
        elif self._cells is None:
            self._writer.end_paragraph()
        elif name not in ("td", "th"):
            self._writer.write(" ")
        self._end_region(is_noted=is_note(element))
        self._spaced -= name in _SPACED
        if name in _LISTS:
            self._lists.pop()
        elif name == "li":
            self._writer.prefix = ""
        elif name == "table" and self._cells is None:
            self._grid = None

    def _end_region(self, *, is_noted: bool) -> None:
        first, name, words = self._open.pop()
        last = len(self.lines)
        if is_noted:
            for line in self.lines[first:last]:
                line.is_note = True
        if last > first:
            self.regions.append(Region(name, words, first, last, len(self._open)))


def _is_block(name: str, element: Element) -> bool:
    if name in _BLOCKS:
        return True
    return bool(element.attrib) and _BLOCK_STYLE.search(element.get("style") or "") is not None


def _leads_away(link: Element) -> bool:
    """Tell whether a link leads to another page, and not to a place in its own."""
    return not (link.get("href") or "#").startswith("#")
