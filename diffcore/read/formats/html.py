"""Web pages: the document that a page prints, without what the site prints around it.

Nothing is rewritten but blanks, as a browser does. What is left out is said in notices.
"""

from __future__ import annotations

from diffcore.errors import Bilingual
from diffcore.model import ReadOptions, SourceText
from diffcore.read.reader import Reader


def recognise_page(data: bytes) -> bool:
    """Tell a web page by its first bytes."""
    if b"<" not in data[:2048]:
        return False
    from diffcore.read.html.pages import is_page  # late, for its patterns

    return is_page(data)


def read_page(data: bytes, path: str, options: ReadOptions) -> SourceText:
    """Give the document of a page, a paragraph a line.

    Raises: ReadError where the bytes are no text, or nest deeper than any honest page.
    """
    from hashlib import sha256

    from diffcore.read.html.article import find_article
    from diffcore.read.html.assembly import assemble, tell_pictures, tell_site, tell_unprinted
    from diffcore.read.html.charset import decode_page
    from diffcore.read.html.flow import Flow
    from diffcore.read.html.pages import parse_page

    text, encoding, notices = decode_page(data, path)
    flow = Flow(options.revisions)
    root = parse_page(text, path, READER.title)
    if root is not None:
        flow.walk(root)
    article = find_article(flow.lines, flow.regions, flow.titles)
    made = assemble(flow.lines[i] for i in article.kept)
    left_out = [flow.lines[i] for i in article.left_out]
    return SourceText(
        path,
        sha256(data).hexdigest(),
        READER.name,
        encoding,
        made.text,
        markup=made.markup,
        paragraph_starts=made.starts,
        notices=(
            *notices,
            *tell_site(left_out, is_certain=article.is_certain),
            *tell_unprinted(flow),
            *tell_pictures(flow.pictures_in(article.kept)),
        ),
        placed=made.placed,
    )


READER = Reader(
    name="html",
    suffixes=(".html", ".htm", ".xhtml", ".xht", ".shtml", ".shtm"),
    title=Bilingual("网页", "web page"),
    recognises=recognise_page,
    read=read_page,
    is_isolated=True,
)
