"""Clauses that tile a normal text, with level, parent and address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from diffcore.chinese.labels import Label
from diffcore.model import Clause, NormalText
from diffcore.spans import NormalSpan
from diffcore.structure.naming import level_of, name_again, name_label, name_paragraph, name_role
from diffcore.structure.nesting import Nesting
from diffcore.structure.pieces import Piece


class _Open(NamedTuple):
    """A clause whose children are being read: its index and style, its label's place."""

    clause: int
    style: str


class Outline:
    """Builds the clauses of a normal text, piece by piece."""

    def __init__(self, normal: NormalText) -> None:
        self._normal = normal
        self._clauses: list[Clause] = []
        self._stack: list[_Open] = []
        self._counts: dict[tuple[int | None, str], int] = {}

    def __len__(self) -> int:
        return len(self._clauses)

    def extend(self, pieces: Sequence[Piece], start: int, end: int) -> None:
        """Add the pieces of one section, which covers start..end of the normal text."""
        nesting = Nesting(piece.label for piece in pieces if piece.label)
        self._stack.clear()
        self._counts.clear()
        cuts = [start, *(piece.start for piece in pieces[1:]), end]
        for piece, first, last in zip(pieces, cuts, cuts[1:], strict=False):
            self._append(piece, NormalSpan(first, last), nesting)

    def finish(self) -> tuple[Clause, ...]:
        """Give the clauses."""
        return tuple(self._clauses)

    def _append(self, piece: Piece, span: NormalSpan, nesting: Nesting) -> None:
        parent = self._find_parent(piece, nesting)
        label = piece.label
        name = name_label(self._normal, piece.start, label) if label else ""
        styles = self._styles() if label else ()
        index = len(self._clauses)
        own = self._name_labelled(name, parent) if name else self._name_unlabelled(piece, parent)
        self._clauses.append(
            Clause(
                index=index,
                span=span,
                body=self._body_of(piece, span.end),
                label=name,
                style=label.style if label else "",
                level="title" if piece.role == "title" else level_of(label, styles),
                role=piece.role,
                ordinal=label.ordinal if label else None,
                branch=label.branch if label else 0,
                parent=parent,
                address=own if parent is None else f"{self._clauses[parent].address}›{own}",
            )
        )
        is_open = piece.role == "body" and not piece.is_lone
        if is_open and (label or self._is_within_article()):
            self._stack.append(_Open(index, label.style if label else ""))

    def _styles(self) -> tuple[str, ...]:
        return tuple(opened.style for opened in self._stack)

    def _is_within_article(self) -> bool:
        return "article" in self._styles()

    def _find_parent(self, piece: Piece, nesting: Nesting) -> int | None:
        """Close what the piece ends, and give the index of the clause that it stands in."""
        stack = self._stack
        if piece.role != "body":
            stack.clear()
            return None
        if piece.label is None:
            if self._is_within_article():
                while stack[-1].style != "article":
                    stack.pop()
            return stack[-1].clause if stack else None
        self._close(piece.label, nesting)
        return stack[-1].clause if stack else None

    def _close(self, label: Label, nesting: Nesting) -> None:
        """Close the clauses that a clause with `label` cannot stand in."""
        stack = self._stack
        styles = self._styles()
        if label.style in styles:
            del stack[styles.index(label.style) :]
            return
        # A list begins under the paragraph that announces it (款), which has no style.
        is_list = label.ordinal in (1, None) and nesting.is_above("article", label.style)
        while stack:
            top = stack[-1].style
            if is_list if not top else nesting.is_above(top, label.style):
                return
            stack.pop()

    def _body_of(self, piece: Piece, end: int) -> NormalSpan:
        """Give what stands behind the label, without the line feeds around it."""
        text = self._normal.text
        start = min(piece.label.end, end) if piece.label else piece.start
        while start < end and text[start] == "\n":
            start += 1
        while end > start and text[end - 1] == "\n":
            end -= 1
        return NormalSpan(start, end)

    def _name_labelled(self, name: str, parent: int | None) -> str:
        """Give a label, counted where one of its like stands under the same parent before it.

        So two addresses are never the same, whether a text counts twice or has lost its digits.
        """
        count = self._counts.get((parent, name), 0) + 1
        self._counts[parent, name] = count
        return name_again(name, count)

    def _name_unlabelled(self, piece: Piece, parent: int | None) -> str:
        """Give 第2款 or 第2段; what stands behind the parent's label is counted as the first.

        A heading (no sentence) is not counted.
        """
        count = self._counts.get((parent, piece.role), 0) + 1
        self._counts[parent, piece.role] = count
        if parent is None:
            return name_role(piece.role, count)
        above = self._clauses[parent]
        body = above.body.of(self._normal.text)
        has_text = bool(body) and (above.style == "article" or body[-1] in _SENTENCE_ENDS)
        return name_paragraph(above.style, count + has_text)


_SENTENCE_ENDS = "。;:!?”)…"
