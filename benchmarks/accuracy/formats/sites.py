"""Pages as government sites print documents: one template for each way that is common.

The sites are invented; what they have in common with real ones is how they put a text among their
menus, tools and footers, and how they set its paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import NamedTuple

_FOLDER = Path(__file__).parent / "sites"


class Site(NamedTuple):
    """A site: how it sets a paragraph, and the encoding of its pages."""

    name: str
    paragraph: str
    encoding: str

    def page(self, title: str, texts: Sequence[str]) -> bytes:
        """Give the page on which the site prints the paragraphs `texts`."""
        template = Template((_FOLDER / f"{self.name}.html").read_text("utf-8"))
        body = "".join(self.paragraph.format(escape(text)) for text in texts)
        return template.substitute(title=escape(title), body=body).encode(self.encoding)


SITES = (
    # Laid out in tables, one in the other; the text in the editor of a content system.
    Site(
        "layout-tables",
        '<P style="TEXT-INDENT: 2em">　　<FONT face=仿宋>{}</FONT></P>\n',
        "gb18030",
    ),
    # Paragraphs parted by line breaks and set in with blanks.
    Site("line-breaks", "&nbsp;&nbsp;&nbsp;&nbsp;{}<br>\n", "utf-8"),
    # Elements of today: header, main, article, aside and footer; the title in the article.
    Site("html5", "<p>{}</p>\n", "utf-8"),
    # Blocks without telling names, every paragraph a block by itself.
    Site("unnamed-blocks", "<div>　　{}</div>\n", "gb18030"),
    # The table that describes the document (著录) above the text.
    Site(
        "record-table",
        '<p style="text-align:justify"><span>　　{}</span></p>\n<p>&nbsp;</p>\n',
        "utf-8",
    ),
)
