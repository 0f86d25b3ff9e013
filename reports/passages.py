"""The source text of one side as a reader sees it: line wraps joined, places in the margin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diffcore.chinese.tables import ends_cell
from diffcore.model import Clause, NormalText, Witness
from diffcore.spans import SourceSpan
from reports.places import Places, mark_of

# Stands in a shown text for a character that is not shown, so that offsets stay those of the
# source. A NUL of the source itself is not shown either.
HIDDEN = "\0"

# A heading longer than this, in characters, has run into its text and is set as text.
HEADING_AT_MOST = 40

_LINE_BREAKS = "\n\r\f\v\x85\u2028\u2029"
_BREAKING_BLANKS = re.compile(rf"\s{{2,}}|[{_LINE_BREAKS}]")
_LINE_BREAK = re.compile(f"[{_LINE_BREAKS}]")
_INK = re.compile(rf"[^\s{HIDDEN}]")
# Folds of what is printed, but by the page and not by the document, or not printed at all.
_UNPRINTED = frozenset(("furniture", "junk"))
_HEADINGS = frozenset(("part", "chapter", "section", "heading"))


class Mark(NamedTuple):
    """How a difference is marked.

    `findings` name the difference, gravest first; `label` is its sign and their numbers.
    `anchors` are the findings that begin here: the places to jump to. `is_box` asks for the
    empty box of a lost figure.
    """

    findings: tuple[str, ...]
    anchors: tuple[str, ...]
    label: str
    severity: str
    is_box: bool


class Piece(NamedTuple):
    """A stretch of text of one side.

    `tag` is "equal", "folded" (written otherwise on the other side), "dropped" (folded to
    nothing: a page number), "changed", "alone" (the other side has nothing here) or "gap" (only
    the other side has something here).
    """

    tag: str
    text: str
    mark: Mark | None


class Paragraph(NamedTuple):
    """A paragraph as it is shown: the mark of the place where it begins, and its pieces."""

    mark: str
    style: str
    pieces: tuple[Piece, ...]


class Step(NamedTuple):
    """One side of an op on its way to be shown, `tag` as in `Piece`."""

    tag: str
    start: int
    end: int
    mark: Mark | None


def shown_text(text: str, hidden: Iterable[SourceSpan] = ()) -> str:
    """Give `text` with line breaks, blanks around them and `hidden` not shown, at the same offsets.

    The spans of `hidden` are rising and may overlap. Between two Latin words or figures, and
    between the cells of a table, one blank stays.
    """
    pieces: list[str] = []
    at = 0
    for span in hidden:
        pieces += (text[at : span.start], _hide(text, max(span.start, at), span.end))
        at = max(at, span.end)
    return _BREAKING_BLANKS.sub(_join_lines, "".join((*pieces, text[at:])))


def _hide(text: str, start: int, end: int) -> str:
    size = max(end - start, 0)
    if size and ends_cell(text, start, end):
        return " " + HIDDEN * (size - 1)
    return HIDDEN * size


def _join_lines(match: re.Match[str]) -> str:
    run, text = match.group(), match.string
    if len(run) > 1 and not _LINE_BREAK.search(run):
        return run
    start, end = match.span()
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    if len(around) == 2 and around.isascii() and around.isalnum():
        return " " + HIDDEN * (len(run) - 1)
    return HIDDEN * len(run)


class Passages:
    """One witness, ready to be shown."""

    def __init__(self, witness: Witness) -> None:
        text = witness.source.text
        self._normal = witness.document.normal
        self.places = Places(witness.source)
        self.shown = shown_text(text, witness.source.markup)
        furniture = sorted(_unprinted(self._normal))
        # What a quotation shows: a running head in the middle of a sentence is no word of it.
        self._quoted = (
            shown_text(text, sorted((*witness.source.markup, *furniture)))
            if furniture
            else self.shown
        )

    def read(self, start: int, end: int) -> str:
        """Give what is shown of the source from `start` to `end`."""
        return self.shown[start:end].replace(HIDDEN, "")

    def quote(self, start: int, end: int) -> str:
        """Give what is quoted of the source from `start` to `end`: shown, without furniture."""
        return self._quoted[start:end].replace(HIDDEN, "")

    def around(self, clauses: Sequence[Clause], span: SourceSpan) -> SourceSpan:
        """Give the source span of those of `clauses`, neighbours, that `span` stands in.

        Without clauses it is empty.
        """
        if not clauses:
            return SourceSpan(span.start, span.start)
        boundary_of = self._normal.offsets.boundary_of

        def start_of(clause: Clause) -> int:
            return boundary_of(clause.span.start)

        first = max(bisect_right(clauses, span.start, key=start_of) - 1, 0)
        behind = bisect_left(clauses, span.end, lo=first + 1, key=start_of)
        return SourceSpan(start_of(clauses[first]), boundary_of(clauses[behind - 1].span.end))

    def paragraphs(
        self, clauses: tuple[Clause, ...], steps: Sequence[Step]
    ) -> tuple[Paragraph, ...]:
        """Give the paragraphs of `clauses`, whose source text the `steps` tile in order."""
        cuts = [cut for clause in clauses for cut in self._cuts(clause)]
        pieces: list[list[Piece]] = [[] for _cut in cuts]
        if len(cuts) > 1:
            for at, step in _cut_steps(steps, [start for start, _style in cuts]):
                _append(pieces[at], step, self.read(step.start, step.end))
        elif cuts:
            for step in steps:
                _append(pieces[0], step, self.read(step.start, step.end))
        return tuple(
            Paragraph(self._mark_of(start), style, tuple(each))
            for (start, style), each in zip(cuts, pieces, strict=True)
            if each
        )

    def _cuts(self, clause: Clause) -> Iterator[tuple[int, str]]:
        """Give where each paragraph of `clause` begins, and how it is set.

        A clause is one paragraph, but for blocks such as an imprint (版记), which keep their
        line feeds in the normal text.
        """
        text, offsets, span = self._normal.text, self._normal.offsets, clause.span
        style = _style_of(clause)
        yield offsets.boundary_of(span.start), style
        feed = text.find("\n", span.start, span.end - 1)
        while feed >= 0:
            yield offsets.boundary_of(feed + 1), style
            feed = text.find("\n", feed + 1, span.end - 1)

    def _mark_of(self, start: int) -> str:
        ink = _INK.search(self.shown, start)
        return mark_of(self.places.at(ink.start() if ink else start))


def _unprinted(normal: NormalText) -> Iterator[SourceSpan]:
    """Give the source spans of page furniture and invisible characters."""
    for edits in normal.edits:
        if edits.fold in _UNPRINTED:
            yield from map(SourceSpan, edits.starts, edits.ends)


def _style_of(clause: Clause) -> str:
    if clause.role == "title" or clause.level == "title":
        return "title"
    return "heading" if clause.level in _HEADINGS and len(clause.span) <= HEADING_AT_MOST else ""


def _cut_steps(steps: Iterable[Step], starts: list[int]) -> Iterator[tuple[int, Step]]:
    """Give each step, cut where a paragraph begins, with the index of its paragraph."""
    at, last = 0, len(starts) - 1
    for tag, start, end, mark in steps:
        while at < last and starts[at + 1] < end:
            at += 1
            if start < starts[at]:
                yield at - 1, Step(tag, start, starts[at], mark)
                start, mark = starts[at], mark and mark._replace(anchors=())
        # A gap at the very border stands before the text that follows it.
        if tag == "gap" and at < last and starts[at + 1] == start:
            at += 1
        if end > start or tag == "gap":
            yield at, Step(tag, start, end, mark)


def _append(pieces: list[Piece], step: Step, text: str) -> None:
    """Append to the pieces of a paragraph, which does not begin with a blank."""
    if not pieces:
        text = text.lstrip()
    if not text and step.tag != "gap":
        return
    pieces.append(Piece(step.tag, text, step.mark))
