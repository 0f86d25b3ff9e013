"""Stage 3: the outline of a text. Clauses tile it, documents and enclosures are its parts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from diffcore.model import Document, NormalText, Part
from diffcore.structure.issue import Section, divide_issue
from diffcore.structure.outline import Outline
from diffcore.structure.paragraphs import Paragraph, split_paragraphs
from diffcore.structure.pieces import Piece, cut_section, is_set_off

__all__ = ["structure"]


def structure(normal: NormalText) -> Document:
    """Give the document that `normal` is: its clauses in order, and its parts."""
    text = normal.text
    paragraphs = split_paragraphs(text, partial(is_set_off, normal))
    outline = Outline(normal)
    parts: list[Part] = []
    for section in divide_issue(text, paragraphs) if paragraphs else ():
        is_last = section.last == len(paragraphs)
        start = paragraphs[section.first].start if parts else 0
        end = len(text) if is_last else paragraphs[section.last].start
        own = paragraphs[section.first : section.last]
        first = len(outline)
        pieces = cut_section(normal, own, section)
        outline.extend(pieces, start, end)
        title = _title_of(text, own, section) or _title_among(text, pieces)
        parts.append(_make_part(title, section, parts, (first, len(outline))))
    return Document(normal, outline.finish(), tuple(parts))


def _make_part(
    title: str, section: Section, before: Sequence[Part], bounds: tuple[int, int]
) -> Part:
    """Give the part that `section` is; what belongs to a document has the number of that."""
    number = before[-1].number if before and section.kind != "colophon" else 0
    return Part(
        section.kind,
        number + (section.kind == "document"),
        title,
        *bounds,
    )


def _title_of(text: str, paragraphs: Sequence[Paragraph], section: Section) -> str:
    """Give the title of a section, its lines joined; 附件1 where an attachment has none."""
    lines = paragraphs[section.title - section.first : section.behind_title - section.first]
    if section.kind == "attachment" and not lines:
        lines = paragraphs[:1]
    return "".join(text[line.start : line.end] for line in lines)


def _title_among(text: str, pieces: Sequence[Piece]) -> str:
    """Give the title that stands on one line with the text behind it."""
    bounds = pairwise(pieces)
    titles = (text[one.start : two.start] for one, two in bounds if one.role == "title")
    return next(titles, "").replace("\n", "")
