"""What every report for people shows, prepared once: entries, rows, counts, the two versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from diffcore.decisions import Decision
from diffcore.errors import Bilingual
from diffcore.model import SEVERITIES, Collation, Finding, Row
from diffcore.spans import Pair, SourceSpan
from reports.doubts import Doubt, doubts_of, mark_of
from reports.page_images import Shot, shots_of
from reports.passages import Passages
from reports.places import say_places
from reports.quotes import Quote, name_of, quote_of
from reports.recurrences import Recurrence, recurrences_of
from reports.renumberings import Renumbering, renumbering_of
from reports.review import decision_of, note_of
from reports.rows import BOXED, WHOLE, Label, RowText, is_equal, row_text
from reports.shadows import Shadow, shadows_of
from reports.versions import Version, version_of
from reports.wording import RELATIONS, SEVERITY_TITLES, SIGNS, VERDICTS, words

# Equal rows with no more characters than this between two differences stay open: the bar that
# would stand for them takes as much room.
OPEN_AT_MOST = 36


class Entry(NamedTuple):
    """One finding as a list shows it.

    `gap` is how the place of lacking words is drawn, "box" or "caret"; `places` says where it
    stands in both files. `is_told`: the two quotations do not say what differs, the message does.
    `is_quoted`: there is more to see in the quotations than the message says. `is_whole`: about a
    row as a whole. `section` is the highest clause that it stands in. `review` is what an earlier
    run says of it.
    """

    id: str
    number: str
    kind: str
    title: str
    severity: str
    severity_title: str
    sign: str
    address: str
    section: str
    places: str
    quotes: Pair[Quote]
    message: str
    gap: str
    is_told: bool
    is_quoted: bool
    is_whole: bool
    has_place: bool
    remarks: str
    decision: Decision
    review: str


class Bundle(NamedTuple):
    """A group of findings, folded to one entry of the list.

    `kind` is what all members are, in words; empty where they are not of one kind and severity.
    `remarks` are those that all members have.
    """

    id: str
    title: str
    cause: str
    severity: str
    kind: str
    members: tuple[Entry, ...]
    recurrence: Recurrence | None
    remarks: str

    @property
    def is_about_labels(self) -> bool:
        """Whether the old and the new label say all there is to say of each member."""
        return self.cause in ("renumbering", "label_form")


class Tally(NamedTuple):
    """How many findings of one severity there are, and of which kinds (name, title, number)."""

    severity: str
    title: str
    total: int
    kinds: tuple[tuple[str, str, int], ...]


class RowView(NamedTuple):
    """A row as it is shown; `entries` are its findings that mark no part of its text.

    `relation_title` is empty where the clauses simply answer to each other, `other_address`
    where they are called the same on both sides. `doubt` is what a person should look at, empty
    where the alignment is sure, `possible` the row that it speaks of.
    """

    number: int
    relation: str
    relation_title: str
    address: str
    other_address: str
    doubt: str
    possible: int | None
    is_equal: bool
    text: RowText
    entries: tuple[Entry, ...]


class Block(NamedTuple):
    """Rows that follow one another: equal ones that fold to a bar, or rows to be shown."""

    is_folded: bool
    clauses: int
    characters: int
    indices: tuple[int, ...]


class View:
    """A collation made ready to be shown in its language."""

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self.lang = collation.options.lang
        self.words = words(self.lang)
        self.passages = collation.witnesses.map(Passages)
        self.titles = {kind.name: kind.title.within(self.lang) for kind in collation.kinds}
        self._by_row: dict[int, list[Finding]] = {}
        for finding in collation.findings:
            if finding.row is not None:
                self._by_row.setdefault(finding.row, []).append(finding)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The findings, in their order."""
        return tuple(map(self._entry, self.collation.findings))

    @cached_property
    def entry_of(self) -> dict[str, Entry]:
        """The findings by their id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def shots(self) -> dict[str, tuple[Shot, ...]]:
        """The strips of pages around the findings, by their id."""
        return shots_of(self.collation.images, self.words)

    @cached_property
    def versions(self) -> Pair[Version]:
        """The two versions."""
        witnesses = self.collation.witnesses
        return Pair(
            version_of("base", witnesses.base, self.passages.base),
            version_of("other", witnesses.other, self.passages.other),
        )

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """The numbers of findings, one tally for each severity."""
        counts = Counter((finding.severity, finding.kind) for finding in self.collation.findings)
        order = [*self.titles, *sorted({kind for _severity, kind in counts} - set(self.titles))]
        return tuple(
            Tally(
                severity,
                SEVERITY_TITLES[severity].within(self.lang),
                sum(number for (each, _kind), number in counts.items() if each == severity),
                tuple(
                    (kind, self.titles.get(kind, kind), counts[severity, kind])
                    for kind in order
                    if counts[severity, kind]
                ),
            )
            for severity in SEVERITIES
        )

    @cached_property
    def kind_counts(self) -> tuple[tuple[str, str, int], ...]:
        """How many findings there are of each kind: name, title, number."""
        counts = Counter(finding.kind for finding in self.collation.findings)
        order = [*self.titles, *sorted(set(counts) - set(self.titles))]
        return tuple(
            (kind, self.titles.get(kind, kind), counts[kind]) for kind in order if counts[kind]
        )

    @cached_property
    def sections(self) -> tuple[tuple[str, int], ...]:
        """The highest clauses that findings stand in, in the order of the text, and how many."""
        return tuple(Counter(entry.section for entry in self.entries).items())

    @property
    def options(self) -> str:
        """The options of the run, in words."""
        options, words = self.collation.options, self.words
        facts = (
            ("option_whole", words["yes" if options.whole else "no"]),
            ("option_base_doc", self._document_chosen(options.base_doc)),
            ("option_other_doc", self._document_chosen(options.other_doc)),
            ("option_lang", words["language"]),
            *((("option_align", options.align),) if options.align else ()),
            *((("option_decisions", options.decisions),) if options.decisions else ()),
        )
        return words["semicolon"].join(words[name] + words["colon"] + fact for name, fact in facts)

    def _document_chosen(self, number: int | None) -> str:
        return self.words["document_chosen"].format(number) if number else self.words["by_content"]

    @property
    def verdict(self) -> str:
        """Which of VERDICTS holds."""
        if any(finding.kind == "unrelated" for finding in self.collation.findings):
            return "unrelated"
        for tally, verdict in zip(self.tallies, ("different", "formal", "noted"), strict=True):
            if tally.total:
                return verdict
        texts = self.collation.witnesses.map(lambda each: each.scope.of(each.source.text))
        return "identical" if texts.base == texts.other else "folded"

    @property
    def verdict_title(self) -> str:
        """The verdict as a sentence."""
        return VERDICTS[self.verdict].within(self.lang)

    def items(self) -> Iterator[Entry | Bundle]:
        """Give the list of findings: a group stands where its first member would."""
        groups = {group.id: group for group in self.collation.groups}
        begun: set[str] = set()
        for finding in self.collation.findings:
            group = groups.get(finding.group or "")
            if group is None:
                yield self.entry_of[finding.id]
            elif group.id not in begun:
                begun.add(group.id)
                members = tuple(self.entry_of[each] for each in group.findings)
                severity = min((each.severity for each in members), key=SEVERITIES.index)
                kinds = {self.words["stop"].join((e.title, e.severity_title)) for e in members}
                kind = kinds.pop() if len(kinds) == 1 else ""
                title = group.title.within(self.lang)
                recurrence = self._recurrence_of.get(group.id)
                said = {each.remarks for each in members}
                remarks = said.pop() if len(said) == 1 else ""
                yield Bundle(
                    group.id, title, group.cause, severity, kind, members, recurrence, remarks
                )

    @cached_property
    def recurrences(self) -> tuple[Recurrence, ...]:
        """The replacements that are made more than once."""
        return recurrences_of(self.collation.groups, self.words["no_address"])

    @cached_property
    def _recurrence_of(self) -> dict[str, Recurrence]:
        return {each.group: each for each in self.recurrences}

    def blocks(self) -> Iterator[Block | Shadow]:
        """Give the rows in blocks, in order, and the shadows of moved rows between them."""
        shadows = shadows_of(self.collation.comparisons)
        yield from shadows.get(-1, ())
        run: list[int] = []
        for index, comparison in enumerate(self.collation.comparisons):
            is_same = is_equal(comparison) and index not in self._by_row and comparison.row.is_sure
            if is_same:
                run.append(index)
            if run and (not is_same or index in shadows):
                yield self._block(run)
                run = []
            if not is_same:
                yield Block(is_folded=False, clauses=1, characters=0, indices=(index,))
            yield from shadows.get(index, ())
        if run:
            yield self._block(run)

    def _block(self, run: list[int]) -> Block:
        rows = [self.collation.comparisons[index].row for index in run]
        characters = sum(len(row.spans.base) for row in rows)
        clauses = sum(len(row.clauses.base) for row in rows)
        return Block(characters > OPEN_AT_MOST, clauses, characters, tuple(run))

    def renumbering(self, entry: Entry) -> Renumbering:
        """Give the old and the new name of the clause that `entry` tells of."""
        row = self._finding_of[entry.id].row
        if row is None:
            raise ValueError(entry.id)
        clauses = self.collation.comparisons[row].row.clauses
        return renumbering_of(Pair(clauses.base[0], clauses.other[0]))

    @cached_property
    def _finding_of(self) -> dict[str, Finding]:
        return {finding.id: finding for finding in self.collation.findings}

    def row(self, index: int) -> RowView:
        """Give the row of that index."""
        comparison = self.collation.comparisons[index]
        findings = self._by_row.get(index, [])
        text = row_text(comparison, findings, self._labels, self.passages)
        row = comparison.row
        addresses = row.clauses.map(lambda clauses: clauses[0].address if clauses else "")
        return RowView(
            index,
            row.relation,
            RELATIONS[row.relation].within(self.lang) if row.relation != "matched" else "",
            addresses.base or addresses.other or self.words["no_address"],
            "" if addresses.base in ("", addresses.other) else addresses.other,
            mark_of(row, self._rows, self.words),
            row.possible,
            is_equal(comparison) and not findings and row.is_sure,
            text,
            tuple(self.entry_of[finding.id] for finding in text.unmarked),
        )

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """The rows that a person should look at."""
        return tuple(doubts_of(self._rows, self.words))

    @cached_property
    def _rows(self) -> list[Row]:
        return [comparison.row for comparison in self.collation.comparisons]

    @cached_property
    def _labels(self) -> dict[str, Label]:
        return {entry.id: Label(entry.sign, entry.number) for entry in self.entries}

    def _around(self, finding: Finding) -> Pair[SourceSpan]:
        """Give the source spans of the clauses that `finding` stands in, empty ones for none."""
        spans = finding.readings.map(lambda reading: reading.span)
        if finding.row is None:
            return spans
        clauses = self.collation.comparisons[finding.row].row.clauses
        return Pair(
            self.passages.base.around(clauses.base, spans.base),
            self.passages.other.around(clauses.other, spans.other),
        )

    def _address_of(self, finding: Finding, around: Pair[SourceSpan]) -> str:
        """Give the address of `finding`, with its side where only the other has the clause."""
        address = finding.address or self.words["no_address"]
        is_added = finding.row is not None and not around.base
        return f"{self.words['other']} {address}" if is_added else address

    def _places_of(self, finding: Finding) -> str:
        """Give where both readings stand in their files."""
        sides = zip(self.passages, finding.readings, strict=True)
        found = [(side.places, reading.span) for side, reading in sides]
        places = Pair(*(places.at(span.start) for places, span in found))
        sureness = Pair(*(places.sureness(span) for places, span in found))
        return say_places(places, sureness, self.words, self.lang)

    def _entry(self, finding: Finding) -> Entry:
        readings, around = finding.readings, self._around(finding)
        quote = name_of if finding.kind in WHOLE else quote_of
        return Entry(
            finding.id,
            finding.id.lstrip("F").lstrip("0") or finding.id,
            finding.kind,
            self.titles.get(finding.kind, finding.kind),
            finding.severity,
            SEVERITY_TITLES[finding.severity].within(self.lang),
            sign_of(finding).within(self.lang),
            self._address_of(finding, around),
            (finding.address or self.words["no_address"]).partition("›")[0],
            self._places_of(finding),
            Pair(
                quote(readings.base, around.base, self.passages.base),
                quote(readings.other, around.other, self.passages.other),
            ),
            finding.message.within(self.lang),
            "box" if finding.kind in BOXED else "caret",
            finding.kind in SIGNS or finding.row is None,
            finding.row is not None and finding.kind != "renumbered",
            finding.kind in WHOLE,
            finding.row is not None,
            self.words["semicolon"].join(each.words.within(self.lang) for each in finding.remarks),
            decision_of(self.collation, finding),
            note_of(self.collation.review, finding, self.lang),
        )


def sign_of(finding: Finding) -> Bilingual:
    """Give the sign of a finding: that of its kind, else 脱, 衍 or 异."""
    if finding.kind in SIGNS:
        return SIGNS[finding.kind]
    if not finding.readings.other.span and not finding.readings.other.text:
        return SIGNS["delete"]
    if not finding.readings.base.span and not finding.readings.base.text:
        return SIGNS["insert"]
    return SIGNS["replace"]


def shadow_label(view: View, shadow: Shadow) -> str:
    """Give the words that stand where the other text has a moved clause."""
    addresses = shadow.addresses.map(lambda address: address or view.words["no_address"])
    return view.words["moved_here"].format(base=addresses.base, other=addresses.other)


def bar_label(view: View, block: Block) -> str:
    """Give the title of the bar that equal rows fold to."""
    words = view.words
    name = "one_clause" if block.clauses == 1 else "clauses"
    return words[name].format(clauses=f"{block.clauses:,}", characters=f"{block.characters:,}")


def kept_label(view: View, recurrence: Recurrence) -> str:
    """Give which word was kept, and in how many places."""
    return view.words["kept"].format(word=recurrence.word, count=f"{recurrence.times:,}")
