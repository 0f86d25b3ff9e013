"""A source text as bytes, to hand it from the process that parses to the one that collates.

JSON and no pickle: what comes out of a parser of hostile files is data, and never code.
"""

from __future__ import annotations

import json
from typing import Any

from diffcore.errors import Bilingual, ReadError
from diffcore.model import Notice, SourceText
from diffcore.places import Box, Cell, Place, Placed, Recognised, Unmapped
from diffcore.spans import SourceSpan


def pack(source: SourceText) -> bytes:
    """Give a source text, which is of one file, as bytes."""
    return _encode({"source": source._replace(**_plain(source))._asdict()})


def pack_error(error: ReadError) -> bytes:
    """Give an error as bytes."""
    return _encode({"error": [error.what, error.why, error.fix, error.slug]})


def unpack(data: bytes) -> SourceText:
    """Give back what was packed.

    Raises: the ReadError that was packed; ValueError, KeyError or TypeError where `data` was made
    by nothing of ours.
    """
    return _source(_unpacked(data)["source"])


def unpack_rows(data: bytes) -> list[list[str]]:
    """Give the rows of a table that was packed. Raises: as `unpack`."""
    return [[str(cell) for cell in row] for row in _unpacked(data)["rows"]]


def _unpacked(data: bytes) -> dict[str, Any]:
    """Give what was packed. Raises: the ReadError that was packed."""
    packed: dict[str, Any] = json.loads(data)
    if "error" in packed:
        what, why, fix, slug = packed["error"]
        raise ReadError(*(Bilingual(*what), Bilingual(*why), Bilingual(*fix)), slug)
    return packed


def _encode(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _plain(source: SourceText) -> dict[str, Any]:
    """Give the fields that JSON has no form for as lists of numbers and words."""
    return {
        "markup": _pairs(source.markup),
        "furniture": _pairs(source.furniture),
        "unmapped": [(*_pair(each.span), each.seen, each.confidence) for each in source.unmapped],
        "recognised": [(*_pair(each.span), each.confidence) for each in source.recognised],
    }


def _pair(span: SourceSpan) -> tuple[int, int]:
    return span.start, span.end


def _pairs(spans: tuple[SourceSpan, ...]) -> list[tuple[int, int]]:
    return [_pair(span) for span in spans]


def _source(fields: dict[str, Any]) -> SourceText:
    return SourceText(
        path=fields["path"],
        sha256=fields["sha256"],
        format=fields["format"],
        encoding=fields["encoding"],
        text=fields["text"],
        markup=_spans(fields["markup"]),
        paragraph_starts=tuple(fields["paragraph_starts"]),
        notices=tuple(
            Notice(stage, side, Bilingual(*message)) for stage, side, message in fields["notices"]
        ),
        furniture=_spans(fields["furniture"]),
        placed=tuple(Placed(start, _place(place)) for start, place in fields["placed"]),
        unmapped=tuple(
            Unmapped(SourceSpan(start, end), seen, confidence)
            for start, end, seen, confidence in fields["unmapped"]
        ),
        recognised=tuple(
            Recognised(SourceSpan(start, end), confidence)
            for start, end, confidence in fields["recognised"]
        ),
        continuations=tuple(fields["continuations"]),
    )


def _spans(pairs: list[tuple[int, int]]) -> tuple[SourceSpan, ...]:
    return tuple(SourceSpan(start, end) for start, end in pairs)


def _place(fields: list[Any]) -> Place:
    page, line, paragraph, cell, box, part = fields
    return Place(
        page, line, paragraph, Cell(*cell) if cell else None, Box(*box) if box else None, part
    )
