"""The title of what was collated on one side."""

from __future__ import annotations

from pathlib import PurePath

from diffcore.classify.printing import print_phrase
from diffcore.model import Document, Part, Scope
from diffcore.spans import NormalSpan


def title_of(scope: Scope) -> str:
    """Give the title of the part in scope, else of its title clause, else the name of the file.

    Nothing is in scope where the texts are unrelated: then the whole document gives its title.
    """
    document = scope.document
    if not scope.clauses:
        return _title_of_all(document)
    titled = [part for part in document.parts if part.title and _overlap(part, scope)]
    if titled:
        part = max(titled, key=lambda part: (_likeness(part, scope), -part.first))
        return printed_title(part, document)
    for clause in scope.clauses:
        if clause.role == "title":
            return print_phrase(document.normal, clause.body)
    return _file_name(document)


def _title_of_all(document: Document) -> str:
    """Give the title of an issue from its masthead, of another text from its first document."""
    for clause in document.clauses:
        if clause.role == "masthead" and clause.body:
            return print_phrase(document.normal, clause.body)
    titled = (part for part in document.parts if part.title)
    part = next(titled, None)
    return printed_title(part, document) if part else _file_name(document)


def _file_name(document: Document) -> str:
    return PurePath(document.normal.source.path).stem


def printed_title(part: Part, document: Document) -> str:
    """Give the title of a part as its source prints it; the part itself has it as compared."""
    normal, clauses = document.normal, document.clauses[part.first : part.last]
    if not clauses:
        return part.title
    at = normal.text.find(part.title, clauses[0].span.start, clauses[-1].span.end)
    if at < 0:
        return part.title
    return print_phrase(normal, NormalSpan(at, at + len(part.title)))


def _overlap(part: Part, scope: Scope) -> int:
    """Give how many clauses a part and the scope share."""
    return max(0, min(part.last, scope.last) - max(part.first, scope.first))


def _likeness(part: Part, scope: Scope) -> float:
    """Give the share of the clauses of both that they have in common, 0..1."""
    shared = _overlap(part, scope)
    return shared / (part.last - part.first + scope.last - scope.first - shared)
