"""Every record of the tool, in the order in which it is made.

Each is made by one stage and read by later ones; none is changed. All offsets are code points,
half-open. A `SourceSpan` lies in the text as the reader got it, a `NormalSpan` in the text as it
is compared; the two never mix.

Most are named tuples: a frozen dataclass takes seven times as long to define, most of a
millisecond at every start, and twice as long to make. A dataclass has a field that tuples have no
room for (`index` is a method of theirs), or is asked for its field names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diffcore.decisions import Review
from diffcore.errors import Bilingual
from diffcore.offsets import OffsetMap
from diffcore.places import Place, Placed, Recognised, SourcePart, Unmapped
from diffcore.spans import NormalSpan, Pair, SourceSpan

# Names that are part of the contract (docs/contract.md); order is the order of display.
RELATIONS = ("matched", "omitted", "added", "moved", "split", "merged")
TAGS = ("equal", "folded", "delete", "insert", "replace")
SEVERITIES = ("substantive", "accidental", "note")
FIGURE_STATUSES = ("same", "other_form", "changed", "missing", "extra")
REMARKS = ("homophone", "similar_shape", "inverted", "doubled", "glyphs", "seen")
REVISIONS = ("accepted", "original")
OCR_USES = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class Options:
    """Every option that can change the result of a collation.

    `align` is the path of a file of links made by hand, `align_sha256` that of its bytes: the run
    fills it in; `decisions` and `decisions_sha256` are those of a file of earlier decisions.
    `revisions`, one of REVISIONS, says how tracked changes are read; `ocr`, one of
    OCR_USES, when pages are read by optical recognition. With `page_images` the strips of the
    pages around the findings are drawn.
    """

    whole: bool = False
    base_doc: int | None = None
    other_doc: int | None = None
    lang: str = "zh"
    align: str | None = None
    align_sha256: str | None = None
    revisions: str = "accepted"
    ocr: str = "auto"
    page_images: bool = False
    decisions: str | None = None
    decisions_sha256: str | None = None


class Notice(NamedTuple):
    """What the tool could not do, or did in another way than usual (处理说明).

    `side` is "base", "other" or None where both or neither are meant.
    """

    stage: str
    side: str | None
    message: Bilingual


# 1 read


class ReadOptions(NamedTuple):
    """The options that a reader is given: `revisions` and `ocr` as in `Options`."""

    revisions: str = "accepted"
    ocr: str = "auto"


class SourceText(NamedTuple):
    """A file as its reader got it (原文), or several files that form one text.

    `text` is never changed afterwards. `markup` are the spans in it that are signs of the file
    format and no words of the document (Markdown's `#` and `**`, front matter): they stay in the
    text and are folded away, counted. `paragraph_starts` are offsets at which a paragraph begins
    for certain, because the format says so; a plain text has none, there line ends are weighed.
    `continuations` are offsets of lines that go on with the paragraph of the line before for
    certain, because they are printed so.
    `furniture` are the spans that the format itself calls header or footer of a page. `placed`
    tells the places of the characters, by rising starts; `unmapped` the glyphs without character,
    `recognised` what was read by optical recognition. `parts` are the files of a text that has
    several; `sha256` is then that of all their bytes, one after the other.
    """

    path: str
    sha256: str
    format: str
    encoding: str | None
    text: str
    markup: tuple[SourceSpan, ...] = ()
    paragraph_starts: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()
    furniture: tuple[SourceSpan, ...] = ()
    placed: tuple[Placed, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()
    recognised: tuple[Recognised, ...] = ()
    parts: tuple[SourcePart, ...] = ()
    continuations: tuple[int, ...] = ()


class ClauseName(NamedTuple):
    """What a file of links calls a clause: its address, its place in the source text, or both."""

    address: str | None
    start: int | None
    end: int | None


class LinkEntry(NamedTuple):
    """One link as a person wrote it: these clauses answer to those, or to none (对应).

    `number` counts the entries of the file from 1. `relation` is "matched", "split" or "merged"
    where the person says so, else empty.
    """

    number: int
    clauses: Pair[tuple[ClauseName, ...]]
    relation: str


class Links(NamedTuple):
    """A file of links made by hand (对应文件).

    `are_same` tells for either side whether the file was made for the very text that is collated;
    only then are its offsets to be trusted.
    """

    path: str
    sha256: str
    are_same: Pair[bool]
    entries: tuple[LinkEntry, ...]
    notices: tuple[Notice, ...] = ()


# 2 normalise


class FoldEdits(NamedTuple):
    """Where one fold (归并) changed the text: rising source ranges, as two arrays."""

    fold: str
    starts: Sequence[int]
    ends: Sequence[int]


class NormalText(NamedTuple):
    """A text as it is compared (归并后文本), with the way back to its source.

    A line feed in `text` ends a paragraph, and nothing else: wraps are folded. `edits` holds one
    entry for each fold, in the order in which the folds ran. `script` is "simplified" or
    "traditional", whichever prevails in the source.
    """

    source: SourceText
    text: str
    offsets: OffsetMap
    edits: tuple[FoldEdits, ...]
    script: str
    notices: tuple[Notice, ...] = ()


# 3 structure


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause (条款): the words under one label, or one paragraph that has none.

    Clauses tile the normal text: `span` begins at the label and ends where the next clause
    begins, so a heading is a clause of its own and its children are not inside its span.
    `body` is the part of `span` behind the label and without the line feed at its end.
    `style` names the numbering ("chapter", "article", "paren-chinese", "" for none), `level` the
    place in the hierarchy after 《立法法》 and GB/T 9704 (contract, field `level`), `role` the part
    of an official document ("title", "recipient", "imprint", "body" …). `ordinal` is None where
    the label has lost its number or there is none; `branch` is the 一 of 第三条之一, else 0.
    `address` names the clause for a reader: 第二章›第三条›（一）.
    """

    index: int
    span: NormalSpan
    body: NormalSpan
    label: str
    style: str
    level: str
    role: str
    ordinal: int | None
    branch: int
    parent: int | None
    address: str


class Part(NamedTuple):
    """A document of an issue, or an enclosure that a covering notice prints (印发的方案).

    `first`..`last` (half-open) are indices of clauses. `number` counts the documents from 1;
    an enclosure has the number of the document that it belongs to.
    """

    kind: str
    number: int
    title: str
    first: int
    last: int


class Document(NamedTuple):
    """A normal text with its outline: clauses that tile it, and the parts that they form."""

    normal: NormalText
    clauses: tuple[Clause, ...]
    parts: tuple[Part, ...]

    def text_of(self, clause: Clause) -> str:
        """Give the normal text of `clause` without its label and the line feed at its end."""
        return clause.body.of(self.normal.text)


# 4 locate


class Scope(NamedTuple):
    """The part of a document that is collated (对校范围): clauses first..last, half-open."""

    document: Document
    first: int
    last: int

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in scope."""
        return self.document.clauses[self.first : self.last]

    @property
    def span(self) -> NormalSpan:
        """The normal span from the first clause in scope to the end of the last."""
        clauses = self.document.clauses
        if self.first == self.last:
            at = clauses[self.first].span.start if self.first < len(clauses) else 0
            return NormalSpan(at, at)
        return NormalSpan(clauses[self.first].span.start, clauses[self.last - 1].span.end)

    @property
    def source_span(self) -> SourceSpan:
        """The source span of the scope; scopes of neighbouring clauses meet without a gap."""
        offsets = self.document.normal.offsets
        return SourceSpan(offsets.boundary_of(self.span.start), offsets.boundary_of(self.span.end))


class Located(NamedTuple):
    """The two scopes that answer to each other; empty ones where the texts are unrelated."""

    scopes: Pair[Scope]
    is_related: bool
    notices: tuple[Notice, ...] = ()


# 5 align


class Row(NamedTuple):
    """Clauses of the base and the clauses of the other that answer to them (对应行).

    The clauses of one side are neighbours. `relation` is one of RELATIONS. `spans` cover the
    clauses; where a side has none, the span is empty and stands where the clause would stand.
    `similarity` is 0..1, 1 where the normal texts without labels are equal. `matched_by` names
    the pass that made the row, "manual" where a person did. `confidence` (置信) is the share of
    rows like this one, 0..1, that are right. `is_sure` is false where a person should look:
    at it and at what stands under it. `possible` is the index of the row of the other side that
    may belong to a row of one side.
    """

    relation: str
    clauses: Pair[tuple[Clause, ...]]
    spans: Pair[NormalSpan]
    similarity: float
    matched_by: str
    confidence: float = 1.0
    is_sure: bool = True
    possible: int | None = None


# 6 diff


class Op(NamedTuple):
    """One edit operation (编辑操作) between the source texts of a row; `tag` is one of TAGS.

    `folded`: the sources differ, the normal texts do not.
    """

    tag: str
    spans: Pair[SourceSpan]


class Hunk(NamedTuple):
    """One difference (差异处): a delete, insert or replace op, seen in the normal texts."""

    tag: str
    spans: Pair[NormalSpan]
    sources: Pair[SourceSpan]
    texts: Pair[str]


class Comparison(NamedTuple):
    """A row with its ops, which tile the source text of the row on both sides.

    `hunks` are its non-equal, non-folded ops, in order, one each.
    """

    row: Row
    ops: tuple[Op, ...]
    hunks: tuple[Hunk, ...]
    notices: tuple[Notice, ...] = ()


# 7 classify


class Reading(NamedTuple):
    """What one side reads at a finding: the very words, and the phrase they stand in."""

    span: SourceSpan
    text: str
    phrase: str


class Remark(NamedTuple):
    """What is to be known of the two readings of a finding (按语).

    `code` is one of REMARKS: what they have in common (sound, shape, characters), or that the page
    shows glyphs that have no characters, and what optical recognition sees there. It describes
    the difference and says nothing of which is right.
    """

    code: str
    words: Bilingual


class Finding(NamedTuple):
    """One difference as a proofreader is told of it (校记).

    `key` is the same in every run, whatever else changes in the files. `row` is the index of the
    row, None where the texts are unrelated. `rule` names the rule file that made the finding.
    """

    id: str
    key: str
    kind: str
    severity: str
    rule: str
    row: int | None
    address: str
    readings: Pair[Reading]
    message: Bilingual
    group: str | None = None
    remarks: tuple[Remark, ...] = ()


class Kept(NamedTuple):
    """A place where a replacement that recurs was not made: both sides read the base's word.

    `readings` have the word as their text and the words around it as their phrase.
    """

    row: int
    address: str
    readings: Pair[Reading]


class Group(NamedTuple):
    """Findings with one cause (归并组): lost figures, one replacement made many times.

    For a replacement, `words` are the words exchanged (one is empty for words lost or added),
    `kept` the places where it was not made, and `reverse` the findings that exchange the same
    words the other way round.
    """

    id: str
    title: Bilingual
    cause: str
    findings: tuple[str, ...]
    words: Pair[str] | None = None
    kept: tuple[Kept, ...] = ()
    reverse: tuple[str, ...] = ()


class FigureReading(NamedTuple):
    """What one side reads in an entry of the ledger.

    `value` has plain digits and no unit (1.5万元 is 15000), None where the words have no certain
    value. A side that lacks the figure has an empty span where it would stand, and no value.
    """

    span: SourceSpan
    text: str
    value: str | None
    unit: str


class FigureEntry(NamedTuple):
    """A figure of the base and the figure of the other that answers to it (数字对照表).

    `status` is one of FIGURE_STATUSES; `kind` is one of those of the grammar of figures, without
    Latin words. `findings` are the ids of those that tell of it, none where it is the same.
    """

    status: str
    kind: str
    row: int
    address: str
    readings: Pair[FigureReading]
    findings: tuple[str, ...] = ()


class FoldCount(NamedTuple):
    """How many places of either side one fold has made equal."""

    fold: str
    title: Bilingual
    counts: Pair[int]


class Kind(NamedTuple):
    """A kind of finding (contract, “Kinds”)."""

    name: str
    title: Bilingual
    severity: str
    meaning: Bilingual


class Witness(NamedTuple):
    """One side of a finished collation (版本): its document, its title and what was collated."""

    document: Document
    title: str
    scope: SourceSpan

    @property
    def source(self) -> SourceText:
        """The text as the reader got it."""
        return self.document.normal.source


class PageImage(NamedTuple):
    """The strip of a page around a finding on one side (版面图), as a PNG file.

    `width` and `height` are points, as the page has them.
    """

    finding: str
    side: str
    place: Place
    width: float
    height: float
    png: bytes


@dataclass(frozen=True, slots=True)
class Collation:
    """The whole result (对校): all that a report may show."""

    version: str
    options: Options
    witnesses: Pair[Witness]
    comparisons: tuple[Comparison, ...]
    findings: tuple[Finding, ...]
    groups: tuple[Group, ...]
    folds: tuple[FoldCount, ...]
    notices: tuple[Notice, ...]
    kinds: tuple[Kind, ...] = ()
    figures: tuple[FigureEntry, ...] = ()
    images: tuple[PageImage, ...] = ()
    review: Review | None = None
