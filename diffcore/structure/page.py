"""What a web site prints around a text, and the colophon (版权页) at the end of an issue."""

from __future__ import annotations

from collections.abc import Sequence

from diffcore.structure.paragraphs import Paragraph

# So many lines stand above the title of a web page, and in a colophon, at most.
HEAD_LINES = 40
COLOPHON_LINES = 30


def end_of_page_head(paragraphs: Sequence[Paragraph]) -> int:
    """Give the index behind the last line of a web page's head, 0 where there is none.

    The entries that describe the document (成文日期：…) may go on below it.
    """
    last = 0
    for at, paragraph in enumerate(paragraphs[:HEAD_LINES]):
        if paragraph.looks in ("", "labelled", "contents"):
            break
        if paragraph.looks == "page":
            last = at + 1
        elif paragraph.looks == "entry" and last == at:
            last += 1
    return last


def find_colophon(paragraphs: Sequence[Paragraph], floor: int) -> int:
    """Give the index at which the colophon begins; the number of paragraphs where none is.

    It is the last lines from one that names who edits, prints or hosts; no clause follows it.
    """
    found = len(paragraphs)
    for at in range(len(paragraphs) - 1, max(floor, len(paragraphs) - COLOPHON_LINES) - 1, -1):
        looks = paragraphs[at].looks
        if looks in ("", "labelled", "number", "mark"):
            break
        if looks == "page":
            found = at
    return found
