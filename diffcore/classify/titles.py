"""The title of what was collated on one side."""

from __future__ import annotations

from pathlib import PurePath

from diffcore.classify.printing import print_phrase
from diffcore.model import Part, Scope


def title_of(scope: Scope) -> str:
    """Give the title of the part in scope, else of its title clause, else the name of the file."""
    document = scope.document
    titled = [part for part in document.parts if part.title and _overlap(part, scope)]
    if titled:
        return max(titled, key=lambda part: (_likeness(part, scope), -part.first)).title
    for clause in scope.clauses:
        if clause.role == "title":
            return print_phrase(document.normal, clause.body)
    return PurePath(document.normal.source.path).stem


def _overlap(part: Part, scope: Scope) -> int:
    """Give how many clauses a part and the scope share."""
    return max(0, min(part.last, scope.last) - max(part.first, scope.first))


def _likeness(part: Part, scope: Scope) -> float:
    """Give the share of the clauses of both that they have in common, 0..1."""
    shared = _overlap(part, scope)
    return shared / (part.last - part.first + scope.last - scope.first - shared)
