"""The places at which the clauses of one section begin, each with its label and role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from diffcore.chinese.labels import Label
from diffcore.model import NormalText
from diffcore.structure.contents import find_listed, find_listing
from diffcore.structure.issue import Section
from diffcore.structure.officialdoc import mark_roles
from diffcore.structure.oneline import find_signed, split_lead
from diffcore.structure.paragraphs import SHORT_AT_MOST, Paragraph
from diffcore.structure.sequence import DIVISIONS, find_heads


class Piece(NamedTuple):
    """A clause in the making: where it begins, its label and its role.

    `is_lone`: it has a label, but the paragraphs around it have none, and stand beside it.
    """

    start: int
    label: Label | None
    role: str
    is_lone: bool = False


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
_NEVER_LONE = (*DIVISIONS, "article")
# A label with nothing or only a caption in brackets behind it goes on in the next paragraph.
_BLANKS = " \t\u3000\u00a0\u2002\u2003"
_LONE = re.compile(r"\s*(?:\([^()]{1,60}\)|\[[^\]]{1,60}\])?\s*")


def cut_section(
    normal: NormalText, paragraphs: Sequence[Paragraph], section: Section
) -> list[Piece]:
    """Give the pieces of a section: one for each label, and for each paragraph without one."""
    text = normal.text
    roles = mark_roles(text, paragraphs, section)
    end = paragraphs[-1].end
    bodies = [p for p, role in zip(paragraphs, roles, strict=True) if role == "body"]
    heads = find_heads(text, bodies, partial(is_set_off, normal))
    listed = find_listed(text, heads, end)
    entries = heads[listed.start : listed.stop + 1]
    listing = find_listing(text, bodies, entries) if listed else range(0)
    pieces = [
        Piece(head.start, head.label, "contents" if i in listed else "body")
        for i, head in enumerate(heads)
    ]
    labelled = {head.start for head in heads}
    previous = ""
    for paragraph, role in zip(paragraphs, roles, strict=True):
        is_joined = role == previous and role in _JOINED
        if paragraph.start not in labelled and not is_joined:
            is_listed = role == "body" and paragraph.start in listing
            pieces.append(Piece(paragraph.start, None, "contents" if is_listed else role))
        previous = role
    pieces.sort(key=lambda piece: piece.start)
    pieces = _split_lost_lines(text, paragraphs, pieces, section)
    pieces = _join_lone_labels(text, _join_contents(pieces))
    return _mark_preamble(text, _mark_lone(text, pieces))


def is_set_off(normal: NormalText, at: int) -> bool:
    """Tell whether in the source a blank stands before the character at `at`."""
    if not 0 < at < len(normal.text):
        return False
    before = normal.offsets.source_of(at - 1)[1]
    return normal.source.text[before : before + 1] in tuple(_BLANKS)


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


def _mark_lone(text: str, pieces: list[Piece]) -> list[Piece]:
    """Mark sentences that have a label among ones that have none, with no number beside it."""
    marked = list(pieces)
    for i in _without_neighbour(pieces):
        before, piece, behind = pieces[i - 1], pieces[i], pieces[i + 1]
        is_between = before.label is None is behind.label and before.role == behind.role == "body"
        is_line = text[piece.start - 1] == "\n" == text[behind.start - 1]
        if is_between and is_line and text[behind.start - 2] in "。;!?":
            marked[i] = piece._replace(is_lone=True)
    return marked


def _without_neighbour(pieces: list[Piece]) -> list[int]:
    """Give the items whose number none beside them in their style carries on or leads to."""
    lists: dict[str, list[tuple[int, int]]] = {}
    for i, piece in enumerate(pieces[1:-1], 1):
        label = piece.label
        if label and label.ordinal and piece.role == "body" and label.style not in _NEVER_LONE:
            lists.setdefault(label.style, []).append((i, label.ordinal))
    return sorted(
        found[at][0]
        for found in lists.values()
        for at in range(len(found))
        if all(abs(found[at][1] - number) != 1 for _, number in found[max(0, at - 1) : at + 2])
    )


def _mark_preamble(text: str, pieces: list[Piece]) -> list[Piece]:
    """Mark what stands before the first label of the body: 序言, 引言, or a title."""
    first = next(
        (i for i, p in enumerate(pieces) if p.label and p.role == "body" and not p.is_lone), 0
    )
    marked = [p._replace(role="preamble") if p.role == "body" else p for p in pieces[:first]]
    if len(marked) == 1 and marked[0].role == "preamble":
        start, end = marked[0].start, pieces[1].start
        if end - start <= SHORT_AT_MOST and not re.search(r"[。;:!?]", text[start:end]):
            marked = [marked[0]._replace(role="title")]
    return marked + pieces[first:]
