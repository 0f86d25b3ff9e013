"""From drafts to findings: places in the source, phrases, messages, keys and ids."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

from diffcore.classify.case import Draft
from diffcore.classify.kinds import BY_NAME
from diffcore.classify.messages import say, say_unrelated
from diffcore.classify.naming import Named
from diffcore.classify.phrase import phrase_spans
from diffcore.classify.printing import print_phrase
from diffcore.classify.remarks import find_remarks
from diffcore.model import Clause, Comparison, Document, Finding, NormalText, Reading
from diffcore.spans import NormalSpan, Pair, SourceSpan

# Characters on either side of the phrase that go into a key, so that equal changes in different
# sentences have different keys. Few: a change further off must leave the key as it is.
KEYED_CONTEXT = 6
# Bytes of a key. 6 bytes: among 10,000 findings two meet by chance once in 5 million runs.
KEY_BYTES = 6

# Kinds whose readings are told as they are; of others the phrases are told.
_BARE = frozenset(
    ("missing_figure", "extra_figure", "changed_figure", "figure_form", "missing_latin",
     "extra_latin", "suspect_gap", "punctuation", "renumbered")
)  # fmt: skip


class Unnumbered(NamedTuple):
    """A finding before the order of all is known; `print` identifies it but for repetitions.

    `spans` are the normal spans that it is about, `zones` the clauses that they lie in.
    """

    finding: Finding
    print: str
    spans: Pair[NormalSpan]
    zones: Pair[NormalSpan]


def find_all(
    row: int, comparison: Comparison, documents: Pair[Document], named: Iterable[Named]
) -> Iterator[Unnumbered]:
    """Give the findings of one row, without ids and keys."""
    hunks = comparison.hunks
    sources = Pair(
        {hunk.spans.base: hunk.sources.base for hunk in hunks},
        {hunk.spans.other: hunk.sources.other for hunk in hunks},
    )
    whole = {hunk.spans: hunk.sources for hunk in hunks}
    place = _Row(row, comparison, documents, sources, whole)
    for draft, rule in named:
        yield _find(place, draft, rule)


def put_in_order(found: Iterable[Unnumbered]) -> list[Unnumbered]:
    """Give the findings in the order of the base."""
    return sorted(found, key=lambda one: _place(one.finding))


def number(found: Sequence[Unnumbered]) -> tuple[Finding, ...]:
    """Give the findings, which are in order, with ids F001… and keys."""
    seen: Counter[str] = Counter()
    width = max(3, len(str(len(found))))
    findings = []
    for index, (finding, print_, *_) in enumerate(found, start=1):
        digest = blake2b(
            f"{print_}\0{seen[print_]}".encode(errors="surrogatepass"), digest_size=KEY_BYTES
        )
        seen[print_] += 1
        findings.append(finding._replace(id=f"F{index:0{width}}", key=digest.hexdigest()))
    return tuple(findings)


def find_unrelated() -> Unnumbered:
    """Give the one finding of two texts that have nothing in common."""
    nowhere, empty = Reading(SourceSpan(0, 0), "", ""), NormalSpan(0, 0)
    kind = BY_NAME["unrelated"]
    finding = Finding(
        "", "", kind.name, kind.severity, "unrelated", None, "", Pair(nowhere, nowhere),
        say_unrelated(),
    )  # fmt: skip
    return Unnumbered(finding, kind.name, Pair(empty, empty), Pair(empty, empty))


class _Row(NamedTuple):
    """A row with the source places of its hunks, to look up by their normal spans.

    `sources` has them by the span of one side; two losses on end stand at one place of the other,
    so `whole` has them by both.
    """

    number: int
    comparison: Comparison
    documents: Pair[Document]
    sources: Pair[dict[NormalSpan, SourceSpan]]
    whole: dict[Pair[NormalSpan], Pair[SourceSpan]]


def _find(row: _Row, draft: Draft, rule: str) -> Unnumbered:
    """Give the finding for one draft."""
    kind, documents = BY_NAME[draft.kind], row.documents
    normals = documents.map(lambda document: document.normal)
    texts = normals.map(lambda normal: normal.text)
    told = draft.sources or Pair(None, None)
    sources = row.whole.get(draft.spans) or Pair(
        _source_of(normals.base, draft.spans.base, row.sources.base),
        _source_of(normals.other, draft.spans.other, row.sources.other),
    )
    sources = Pair(told.base or sources.base, told.other or sources.other)
    zones = _zones(row, draft.spans)
    quoted = phrase_spans(draft.kind, texts, zones, draft.spans, row.comparison.hunks)
    readings = Pair(
        _read(normals.base, sources.base, quoted.base),
        _read(normals.other, sources.other, quoted.other),
    )
    finding = Finding(
        "", "", kind.name, draft.severity or kind.severity, rule, row.number,
        _address(row, draft.spans), readings,
        (draft.say or partial(say, kind.name))(_told(draft, normals, readings)),
        remarks=find_remarks(kind.name, texts, zones, draft.spans),
    )  # fmt: skip
    return Unnumbered(finding, _print_of(draft, texts, quoted), draft.spans, zones)


def _zones(row: _Row, spans: Pair[NormalSpan]) -> Pair[NormalSpan]:
    """Give the words of either side that a phrase may be cut from."""
    clauses, rows = row.comparison.row.clauses, row.comparison.row.spans
    return Pair(
        _zone(clauses.base, spans.base, rows.base), _zone(clauses.other, spans.other, rows.other)
    )


def _zone(clauses: tuple[Clause, ...], span: NormalSpan, row: NormalSpan) -> NormalSpan:
    """Give the words that a phrase may be cut from: the clause, without its label if it can."""
    clause = clause_at(clauses, span)
    if clause is None:
        return row
    return clause.body if span.start >= clause.body.start else clause.span


def clause_at(clauses: tuple[Clause, ...], span: NormalSpan) -> Clause | None:
    """Give the clause in which `span` begins; the last one also for a span at its end."""
    index = bisect_right(clauses, span.start, key=lambda clause: clause.span.start) - 1
    return clauses[max(0, index)] if clauses else None


def _address(row: _Row, spans: Pair[NormalSpan]) -> str:
    """Give the address of the clause of the base, or of the other where only that has one."""
    clauses = row.comparison.row.clauses
    clause = clause_at(clauses.base, spans.base) or clause_at(clauses.other, spans.other)
    return clause.address if clause else ""


def _source_of(
    normal: NormalText, span: NormalSpan, sources: dict[NormalSpan, SourceSpan]
) -> SourceSpan:
    """Give the source of a normal span; an empty one stands where its hunk stands."""
    found = sources.get(span)
    if found is None or (span and not found):
        source = normal.offsets.span_of(span)
        return _with_glyphs(normal, span, source) if normal.source.unmapped else source
    return found


def _with_glyphs(normal: NormalText, span: NormalSpan, source: SourceSpan) -> SourceSpan:
    """Give the source of a part of a hunk with the glyphs without characters on either side.

    They may belong to either part: each is told with them.
    """
    offsets, unmapped = normal.offsets, normal.source.unmapped
    begin = offsets.source_of(span.start - 1)[1] if span.start else 0
    stop = len(normal.source.text)
    if span.end < len(normal.text):
        stop = offsets.source_of(span.end)[0]
    start, end = source.start, source.end
    first = bisect_right(unmapped, begin, key=lambda each: each.span.end)
    if first < len(unmapped) and unmapped[first].span.start < start:
        start = unmapped[first].span.start
    last = bisect_left(unmapped, stop, key=lambda each: each.span.start) - 1
    if last >= 0 and unmapped[last].span.end > end:
        end = unmapped[last].span.end
    return SourceSpan(start, end)


def _read(normal: NormalText, source: SourceSpan, phrase: NormalSpan) -> Reading:
    return Reading(source, source.of(normal.source.text), print_phrase(normal, phrase))


def _told(draft: Draft, normals: Pair[NormalText], readings: Pair[Reading]) -> Pair[str]:
    """Give what a message quotes: the phrases, or the bare readings where these say more."""
    if draft.spans.base and draft.spans.other and draft.kind not in _BARE:
        return readings.map(lambda reading: reading.phrase)
    return Pair(
        print_phrase(normals.base, draft.spans.base),
        print_phrase(normals.other, draft.spans.other),
    )


def _print_of(draft: Draft, texts: Pair[str], quoted: Pair[NormalSpan]) -> str:
    """Give what identifies a finding from run to run: kind, readings, phrases and their context.

    Taken from the normal texts and without labels or offsets, so that neither other wraps nor
    changes elsewhere alter it.
    """
    words = [draft.kind, draft.spans.base.of(texts.base), draft.spans.other.of(texts.other)]
    for text, span in ((texts.base, quoted.base), (texts.other, quoted.other)):
        words += (span.of(text), *_context(text, span))
    return "\0".join(words)


def _context(text: str, span: NormalSpan) -> tuple[str, str]:
    """Give the characters around `span` in its paragraph."""
    before = text[max(0, span.start - KEYED_CONTEXT) : span.start].rpartition("\n")[2]
    behind = text[span.end : span.end + KEYED_CONTEXT].partition("\n")[0]
    return before, behind


def _place(finding: Finding) -> tuple[int, int, int, int, str]:
    """Give the place of a finding in the order of the base."""
    base, other = finding.readings.base.span, finding.readings.other.span
    return base.start, other.start, base.end, other.end, finding.kind
