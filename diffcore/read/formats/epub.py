"""Electronic books, EPUB 2 and 3: the documents of the spine, in its order.

The table of contents of the reading system is no part of the text; where the spine has it as a
page, it is. Source: W3C EPUB 3.3, chapters 4, 5 and 7; IDPF OPF 2.0.1.
"""

from __future__ import annotations

from diffcore.errors import Bilingual
from diffcore.model import ReadOptions, SourceText
from diffcore.read.reader import Reader

_ZIP = b"PK\x03\x04"
_NAMED = b"mimetypeapplication/epub+zip"
_CONTAINER = b"META-INF/container.xml"


def recognise_book(data: bytes) -> bool:
    """Tell a book by the names of its members; the first is `mimetype` and is not packed."""
    return data.startswith(_ZIP) and (_NAMED in data[:256] or _CONTAINER in data)


def read_book(data: bytes, path: str, options: ReadOptions) -> SourceText:
    """Give the text of a book, a paragraph a line.

    Raises: ReadError where the book is damaged, encrypted or beyond the bounds.
    """
    from hashlib import sha256

    from diffcore.read.html.assembly import assemble, tell_pictures, tell_unprinted
    from diffcore.read.html.book import Book
    from diffcore.read.html.flow import Flow

    book = Book(data, path, READER.title)
    flow = Flow(options.revisions)
    for name, root in book.documents():
        flow.walk(root, part=name)
    made = assemble(flow.lines)
    return SourceText(
        path,
        sha256(data).hexdigest(),
        READER.name,
        book.encoding,
        made.text,
        markup=made.markup,
        paragraph_starts=made.starts,
        notices=(
            *book.notices(),
            *tell_unprinted(flow),
            *tell_pictures(flow.pictures_in(range(len(flow.lines)))),
        ),
        placed=made.placed,
    )


READER = Reader(
    name="epub",
    suffixes=(".epub",),
    title=Bilingual("EPUB 电子书", "EPUB book"),
    recognises=recognise_book,
    read=read_book,
    is_isolated=True,
)
