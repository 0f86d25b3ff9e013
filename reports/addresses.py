"""What a person needs to name clauses in a file of links: their addresses and their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diffcore.classify.printing import print_phrase
from diffcore.model import Clause, Document
from diffcore.spans import NormalSpan
from reports.columns import printable

# Characters of a clause that tell which one it is.
FIRST_WORDS = 12

# Half a surrogate pair is no character; JSON can carry it as an escape.
_HALF = re.compile("[\ud800-\udfff]")


def list_addresses(document: Document) -> Iterator[str]:
    """Give one line a clause: its start and its end in the source text, its address, its words."""
    width = len(str(len(document.normal.source.text)))
    for clause in document.clauses:
        start, end = _place(document, clause)
        words = printable(_first_words(document, clause))
        yield f"{start:>{width}} {end:>{width}}  {printable(clause.address)}  {words}".rstrip()


def outline_as_json(document: Document) -> Iterator[str]:
    """Give the lines of a JSON document with the clauses of a text and the SHA-256 of its file."""
    import json

    encode = json.JSONEncoder(ensure_ascii=False).encode
    source = document.normal.source
    yield "{"
    yield f'  "path": {encode(source.path)},'
    yield f'  "sha256": {encode(source.sha256)},'
    yield '  "clauses": ['
    last = len(document.clauses) - 1
    for clause in document.clauses:
        fields = _HALF.sub(_escaped, encode(_fields(document, clause)))
        yield f"    {fields}{',' if clause.index < last else ''}"
    yield "  ]"
    yield "}"


def _fields(document: Document, clause: Clause) -> dict[str, object]:
    start, end = _place(document, clause)
    return {
        "address": clause.address,
        "label": clause.label,
        "level": clause.level,
        "role": clause.role,
        "start": start,
        "end": end,
        "words": _first_words(document, clause),
    }


def _escaped(half: re.Match[str]) -> str:
    return f"\\u{ord(half[0]):04x}"


def _place(document: Document, clause: Clause) -> tuple[int, int]:
    boundary = document.normal.offsets.boundary_of
    return boundary(clause.span.start), boundary(clause.span.end)


def _first_words(document: Document, clause: Clause) -> str:
    body = clause.body
    span = NormalSpan(body.start, min(body.end, body.start + FIRST_WORDS))
    return print_phrase(document.normal, span)
