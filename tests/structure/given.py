"""Normal texts made by hand, and what is asked of their outline."""

from __future__ import annotations

from diffcore.model import Clause, Document, NormalText, SourceText
from diffcore.offsets import OffsetMap
from diffcore.structure import structure


def normal(text: str, source: str | None = None) -> NormalText:
    """Give `text` as a normal text whose source is `source` (of the same length) or itself."""
    origin = SourceText("given.txt", "", "text", "utf-8", text if source is None else source)
    return NormalText(origin, text, OffsetMap.identity(len(text)), (), "simplified")


def outline(*lines: str) -> Document:
    """Give the outline of a text of these paragraphs."""
    return structure(normal("\n".join(lines)))


def addresses(document: Document, role: str = "body") -> list[str]:
    """Give the addresses of the clauses with `role`, in order."""
    return [clause.address for clause in document.clauses if clause.role == role]


def roles(document: Document) -> list[tuple[str, str]]:
    """Give role and text of each clause."""
    return [(clause.role, document.text_of(clause)) for clause in document.clauses]


def labelled(document: Document) -> list[tuple[str, int | None, int]]:
    """Give style, ordinal and branch of each labelled clause of the body."""
    return [
        (clause.style, clause.ordinal, clause.branch)
        for clause in document.clauses
        if clause.style and clause.role == "body"
    ]


def path_of(document: Document, clause: Clause) -> tuple[tuple[str, int | None, int], ...]:
    """Give the labels from the top down to `clause`; it is the same in every rendition."""
    above: list[tuple[str, int | None, int]] = []
    current: Clause | None = clause
    while current is not None:
        if current.style:
            above.append((current.style, current.ordinal, current.branch))
        current = document.clauses[current.parent] if current.parent is not None else None
    return tuple(reversed(above))
