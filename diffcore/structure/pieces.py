"""The places at which the clauses of one section begin, each with its label and role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from diffcore.chinese.labels import Label
from diffcore.structure.contents import count_listed
from diffcore.structure.issue import Section
from diffcore.structure.officialdoc import mark_roles
from diffcore.structure.oneline import find_signed, split_lead
from diffcore.structure.paragraphs import SHORT_AT_MOST, Paragraph
from diffcore.structure.sequence import find_heads


class Piece(NamedTuple):
    """A clause in the making: where it begins, its label and its role."""

    start: int
    label: Label | None
    role: str


# Lines of one of these are one clause: a title or signature that is broken over lines, 版记.
_JOINED = (
    "title",
    "signature",
    "imprint",
    "attachment",
    "adoption",
    "record",
    "contents",
    "colophon",
)
# A label with nothing or only a caption in brackets behind it goes on in the next paragraph.
_LONE = re.compile(r"\s*(?:\([^()]{1,60}\)|\[[^\]]{1,60}\])?\s*")


def cut_section(text: str, paragraphs: Sequence[Paragraph], section: Section) -> list[Piece]:
    """Give the pieces of a section: one for each label, and for each paragraph without one."""
    roles = mark_roles(text, paragraphs, section)
    end = paragraphs[-1].end
    bodies = [p for p, role in zip(paragraphs, roles, strict=True) if role == "body"]
    heads = find_heads(text, bodies)
    listed = count_listed(text, heads, end)
    behind = heads[listed].start if listed else 0
    pieces = [
        Piece(head.start, head.label, "contents" if i < listed else "body")
        for i, head in enumerate(heads)
    ]
    labelled = {head.start for head in heads}
    previous = ""
    for paragraph, role in zip(paragraphs, roles, strict=True):
        is_joined = role == previous and role in _JOINED
        if paragraph.start not in labelled and not is_joined:
            is_listed = role == "body" and heads and heads[0].start < paragraph.start < behind
            pieces.append(Piece(paragraph.start, None, "contents" if is_listed else role))
        previous = role
    pieces.sort(key=lambda piece: piece.start)
    pieces = _split_lost_lines(text, paragraphs, pieces, section)
    return _mark_preamble(text, _join_lone_labels(text, _join_contents(pieces)))


def _split_lost_lines(
    text: str, paragraphs: Sequence[Paragraph], pieces: list[Piece], section: Section
) -> list[Piece]:
    """Split off title and signature where they stand on one line with labelled clauses."""
    if section.title != section.behind_title or len(pieces) < 2:
        return pieces
    first, last = paragraphs[0], paragraphs[-1]
    lead: list[Piece] = []
    if pieces[0].label is None and pieces[0].role == "body" and pieces[1].start < first.end:
        found = split_lead(text, first.start, pieces[1].start)
        lead = [Piece(start, None, role) for start, role in found]
    signed = find_signed(text, pieces[-1].start, last.end)
    if signed < last.end and pieces[-1].role == "body" and pieces[-1].start < signed:
        pieces = [*pieces, Piece(signed, None, "signature")]
    return [*lead, *pieces[1:]] if lead else pieces


def _join_contents(pieces: list[Piece]) -> list[Piece]:
    """Make one piece of a table of contents, whose lines have labels that label nothing."""
    return [
        piece._replace(label=None) if piece.role == "contents" else piece
        for i, piece in enumerate(pieces)
        if not (i and piece.role == pieces[i - 1].role == "contents")
    ]


def _join_lone_labels(text: str, pieces: list[Piece]) -> list[Piece]:
    """Drop the piece behind a label that stands alone on its line: it is that label's text."""
    kept: list[Piece] = []
    for piece in pieces:
        label = kept[-1].label if kept and piece.label is None and piece.role == "body" else None
        if label is not None and _LONE.fullmatch(text, label.end, piece.start):
            continue
        kept.append(piece)
    return kept


def _mark_preamble(text: str, pieces: list[Piece]) -> list[Piece]:
    """Mark what stands before the first label of the body: 序言, 引言, or a title."""
    first = next((i for i, p in enumerate(pieces) if p.label and p.role == "body"), 0)
    marked = [p._replace(role="preamble") if p.role == "body" else p for p in pieces[:first]]
    if len(marked) == 1 and marked[0].role == "preamble":
        start, end = marked[0].start, pieces[1].start
        if end - start <= SHORT_AT_MOST and not re.search(r"[。;:!?]", text[start:end]):
            marked = [marked[0]._replace(role="title")]
    return marked + pieces[first:]
