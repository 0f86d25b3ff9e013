"""Changes between the words of a row turned into ops that tile its source texts.

Between two changes the words are equal; the sources need not be. What a fold took away or
rewrote there becomes a `folded` op: it is never counted as a difference, and never left out. Glyphs
without characters are no such thing: nobody can say what they are, so they are a hunk wherever they
stand, with the change beside them or by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from diffcore.chinese.characters import is_han
from diffcore.diff.changes import Change
from diffcore.diff.marks import Marks, marks_of
from diffcore.diff.side import Piece, Side
from diffcore.model import Hunk, Op
from diffcore.spans import Pair, SourceSpan


def lay_ops(sides: Pair[Side], changes: list[Change]) -> tuple[tuple[Op, ...], tuple[Hunk, ...]]:
    """Give the ops that tile the source text of the row, and the hunks of those that differ."""
    layer = _Layer(sides)
    done = Change(0, 0, 0, 0)
    for change in changes:
        layer.lay_gap(done, change)
        layer.lay_change(change)
        done = change
    ends = len(sides.base.words), len(sides.other.words)
    layer.lay_gap(done, Change(ends[0], ends[0], ends[1], ends[1]))
    layer.lay_rest()
    return layer.finish(), tuple(layer.hunks)


class _Layer:
    """Ops in the making: `base` and `other` are how far the sources are covered."""

    def __init__(self, sides: Pair[Side]) -> None:
        self.sides = sides
        spans = sides.map(lambda side: side.source_span)
        self.base, self.other = spans.base.start, spans.other.start
        self.last = spans.base.end, spans.other.end
        self._one, self._two = sides.base.source, sides.other.source
        self.hunks: list[Hunk] = []
        self._ops: list[Op] = []
        self._open = ("", self.base, self.other)
        self._has_one_script = sides.base.normal.script == sides.other.normal.script
        self._marks = sides.map(lambda side: marks_of(side.normal))
        self._has_marks = any(self._marks)

    def lay_gap(self, done: Change, change: Change) -> None:
        """Cover the equal words between `done` and `change`, up to where `change` begins."""
        base, other = self.sides.base, self.sides.other
        to_base, to_other = self._edges(change)
        # A block answers to several words at once: the change may begin inside what is covered.
        to_base, to_other = max(self.base, to_base), max(self.other, to_other)
        if self._lay_same(to_base, to_other):
            return
        place, shift = done.end, done.stop - done.end
        for until, one, two in _pieces(base, other, done.end, done.stop, change.start):
            self._lay_seam(one[0], two[0], place, shift)
            self._lay_words(place, shift, one[1], two[1])
            place = until
        self._lay_seam(to_base, to_other, place, shift)

    def lay_change(self, change: Change) -> None:
        """Cover `change` by one op and note its hunk."""
        base, other = self.sides.base, self.sides.other
        to_base = base.source_end(change.end) if change.end > change.start else self.base
        to_other = other.source_end(change.stop) if change.stop > change.begin else self.other
        to_base, to_other = max(self.base, to_base), max(self.other, to_other)
        if self._has_marks:
            to_base = _behind(self._marks.base, to_base, base, change.end)
            to_other = _behind(self._marks.other, to_other, other, change.stop)
        # Of two short texts one may be taken for traditional and folded, the other not.
        if not self._lay_same(to_base, to_other):
            self._lay_hunk(change, to_base, to_other, None)

    def lay_rest(self) -> None:
        """Cover what is left of the row behind its last word."""
        places = len(self.sides.base.words), len(self.sides.other.words)
        self._lay_seam(*self.last, places[0], places[1] - places[0])

    def finish(self) -> tuple[Op, ...]:
        """Give the ops."""
        self._close()
        return tuple(self._ops)

    def _lay_words(self, place: int, shift: int, to_base: int, to_other: int) -> None:
        """Cover equal words from `place` on (`place` + `shift` on the other side)."""
        to_base, to_other = max(self.base, to_base), max(self.other, to_other)
        if self._lay_same(to_base, to_other):
            return
        if self._has_marks and self._are_marked(to_base, to_other):
            self._lay_seam(to_base, to_other, place, shift)
            return
        first, second = self.base, self.other
        one, two = self._one[first:to_base], self._two[second:to_other]
        if len(one) != len(two):
            self._lay_seam(to_base, to_other, place, shift)
            return
        for i, j in _unlike_runs(one, two):
            self._cover("equal", first + i, second + i)
            texts = Pair(one[i:j], two[i:j])
            if self._has_one_script and _is_variant(texts):
                change = Change(place + i, place + j, place + i, place + j).moved(0, shift)
                self._lay_hunk(change, first + j, second + j, texts)
            else:
                self._cover("folded", first + j, second + j)
        self._cover("equal", to_base, to_other)

    def _lay_same(self, to_base: int, to_other: int) -> bool:
        """Cover up to the given places if the sources are the same there, and say whether."""
        if self._one[self.base : to_base] != self._two[self.other : to_other]:
            return False
        if self._has_marks and self._are_marked(to_base, to_other):
            return False
        self._cover("equal", to_base, to_other)
        return True

    def _lay_seam(self, to_base: int, to_other: int, place: int, shift: int) -> None:
        """Cover what has no words, before the word at `place`; glyphs in it are a difference."""
        if to_base <= self.base and to_other <= self.other:
            return
        to_base, to_other = max(self.base, to_base), max(self.other, to_other)
        if self._has_marks and self._are_marked(to_base, to_other):
            self._lay_marks(to_base, to_other, place, shift)
        if not self._lay_same(to_base, to_other):
            self._cover("folded", to_base, to_other)

    def _lay_marks(self, to_base: int, to_other: int, place: int, shift: int) -> None:
        """Cover the marks up to the given places as one hunk of no words."""
        base, other = self._marks
        start = base.first_in(self.base, to_base), other.first_in(self.other, to_other)
        end = base.end_in(self.base, to_base), other.end_in(self.other, to_other)
        # A side without marks has its empty reading where its seam begins.
        one = (
            (self.base if start[0] is None else start[0]),
            (self.base if end[0] is None else end[0]),
        )
        two = (
            (self.other if start[1] is None else start[1]),
            (self.other if end[1] is None else end[1]),
        )
        if not self._lay_same(one[0], two[0]):
            self._cover("folded", one[0], two[0])
        texts = Pair(self._one[one[0] : one[1]], self._two[two[0] : two[1]])
        change = Change(place, place, place + shift, place + shift)
        self._lay_hunk(change, max(one), max(two), texts)

    def _are_marked(self, to_base: int, to_other: int) -> bool:
        base, other = self._marks
        return (
            base.first_in(self.base, to_base) is not None
            or other.first_in(self.other, to_other) is not None
        )

    def _edges(self, change: Change) -> tuple[int, int]:
        """Give the source offsets at which `change` begins, with the marks right before it."""
        base, other = self.sides
        to_base, to_other = _edges(base, other, change)
        if self._has_marks:
            begin = base.source_end(change.start), other.source_end(change.begin)
            first = self._marks.base.first_in(max(self.base, begin[0]), to_base)
            second = self._marks.other.first_in(max(self.other, begin[1]), to_other)
            to_base = to_base if first is None else first
            to_other = to_other if second is None else second
        return to_base, to_other

    def _lay_hunk(
        self, change: Change, to_base: int, to_other: int, texts: Pair[str] | None
    ) -> None:
        """Cover `change` as a difference; without `texts` its readings are the normal texts."""
        base, other = self.sides.base, self.sides.other
        self._close()
        sources = Pair(SourceSpan(self.base, to_base), SourceSpan(self.other, to_other))
        spans = Pair(
            base.normal_span(change.start, change.end, self.base),
            other.normal_span(change.begin, change.stop, self.other),
        )
        if texts is None:
            texts = Pair(spans.base.of(base.normal.text), spans.other.of(other.normal.text))
        tag = "replace" if texts.base and texts.other else "delete" if texts.base else "insert"
        # Glyphs may stand where one side has no words.
        is_both = self._has_marks and all(sources)
        self._ops.append(Op("replace" if is_both else tag, sources))
        self.hunks.append(Hunk(tag, spans, sources, texts))
        self.base, self.other = to_base, to_other
        self._open = ("", to_base, to_other)

    def _cover(self, tag: str, to_base: int, to_other: int) -> None:
        if to_base == self.base and to_other == self.other:
            return
        if tag != self._open[0]:
            self._close()
            self._open = (tag, self.base, self.other)
        self.base, self.other = to_base, to_other

    def _close(self) -> None:
        tag, base, other = self._open
        if tag:
            spans = Pair(SourceSpan(base, self.base), SourceSpan(other, self.other))
            self._ops.append(Op(tag, spans))
        self._open = ("", self.base, self.other)


def _behind(marks: Marks, start: int, side: Side, place: int) -> int:
    """Give the place behind the marks from source `start` on, up to the word at `place`.

    At the head of a line the marks of a lost label stand with the word that follows.
    """
    word = side.source_start(place)
    end = marks.end_in(start, word + 1 if place < len(side.words) else word)
    return start if end is None else end


def _edges(base: Side, other: Side, change: Change) -> tuple[int, int]:
    """Give the source offsets at which `change` begins on both sides.

    An empty reading stands right behind the word before it, so that what a fold took away there
    belongs to the words that follow; but where the other side has its blanks and line ends only
    before the reading, they are the same blanks, and the empty one stands behind them too.
    """
    start, end, begin, stop = change
    if start == end and begin == stop:
        return base.source_end(start), other.source_end(begin)
    if start == end:
        edge = base.source_start if _stands_behind_blank(other, begin, stop) else base.source_end
        return edge(start), other.source_start(begin)
    if begin == stop:
        edge = other.source_start if _stands_behind_blank(base, start, end) else other.source_end
        return base.source_start(start), edge(begin)
    return base.source_start(start), other.source_start(begin)


def _stands_behind_blank(host: Side, start: int, end: int) -> bool:
    """Say whether a fold took something away right before words[start:end] and not behind."""
    return (
        host.source_end(start) < host.source_start(start)
        and host.source_end(end) == host.source_start(end)
        and end < len(host.words)
    )


def _pieces(
    base: Side, other: Side, place: int, begin: int, end: int
) -> Iterator[tuple[int, tuple[int, int], tuple[int, int]]]:
    """Give the equal words place..end (from `begin` on the other side) in common pieces.

    Each is (place behind it, its source range in the base, its source range in the other);
    inside it neither source has anything that the words have not.
    """
    shift = begin - place
    rests = other.pieces(begin, end + shift)
    our_start, their_start, at = place, begin, 0
    for ours in base.pieces(place, end):
        while place < ours.until:
            theirs = rests[at]
            until = min(ours.until, theirs.until - shift)
            yield (
                until,
                _part(ours, place - our_start, until - our_start),
                _part(theirs, place + shift - their_start, until + shift - their_start),
            )
            place = until
            if place + shift == theirs.until:
                their_start, at = theirs.until, at + 1
        our_start = place


def _part(piece: Piece, start: int, end: int) -> tuple[int, int]:
    """Give the source range of the words start..end of `piece`, counted from its first."""
    if piece.is_block:
        return piece.start, piece.end
    return piece.start + start, piece.start + end


def _unlike_runs(one: str, two: str) -> Iterator[tuple[int, int]]:
    """Give the ranges in which two texts of one length differ.

    A character that is written in another way beside a mark of another width is a range by itself.
    """
    start = end = -1
    is_word = False
    for at in [i for i, (left, right) in enumerate(zip(one, two, strict=True)) if left != right]:
        if at != end or one[at].isalpha() != is_word:
            if end > start:
                yield start, end
            start, is_word = at, one[at].isalpha()
        end = at + 1
    if end > start:
        yield start, end


def _is_variant(texts: Pair[str]) -> bool:
    """Say whether both readings are words in Chinese characters, none of them a mere glyph form."""
    return all(map(_is_character, texts.base + texts.other))


def _is_character(char: str) -> bool:
    """Say whether `char` is a Han character, and no radical or second code point of one."""
    is_second = "\uf900" <= char <= "\ufaff" or "\U0002f800" <= char < "\U00030000"
    return is_han(char) and not is_second
