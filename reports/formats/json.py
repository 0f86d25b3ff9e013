"""The collation as JSON, schema `jiaokan-collation/1` (docs/contract.md)."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from diffcore.decisions import Decided
from diffcore.errors import Bilingual
from diffcore.model import (
    SEVERITIES,
    Clause,
    Collation,
    Comparison,
    FigureEntry,
    FigureReading,
    Finding,
    Kept,
    Reading,
    Witness,
)
from diffcore.offsets import OffsetMap
from diffcore.spans import Pair
from reports.format import RenderOptions, ReportFormat
from reports.ledger import totals_of
from reports.places import Places
from reports.review import decision_of, key_of, standing_of

SCHEMA = "jiaokan-collation/1"

_encode = json.JSONEncoder(ensure_ascii=False).encode


def _render(collation: Collation, _options: RenderOptions) -> bytes:
    document = "".join(_document(collation))
    try:
        return document.encode()
    except UnicodeEncodeError:
        # Half a surrogate pair is no character; JSON can still carry it as an escape.
        return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", document).encode()


def _document(collation: Collation) -> Iterator[str]:
    """Give the pieces of the document, about one record a line.

    Written by hand, for the indenting encoder of the standard library is ten times slower.
    """
    lang, options = collation.options.lang, collation.options
    chosen = {name: getattr(options, name) for name in options.__slots__}
    rows = _Rows(collation.witnesses)
    places = collation.witnesses.map(lambda witness: Places(witness.source))
    yield f'{{\n  "schema": {_encode(SCHEMA)},\n'
    yield f'  "tool": {_encode({"name": "jiaokan", "version": collation.version})},\n'
    yield f'  "options": {_encode(chosen)},\n'
    yield f'  "base": {_witness(collation.witnesses.base)},\n'
    yield f'  "other": {_witness(collation.witnesses.other)},\n'
    yield f'  "rows": {_lines(map(rows.write, collation.comparisons))},\n'
    findings = (_finding(each, collation, places) for each in collation.findings)
    yield f'  "findings": {_lines(findings)},\n'
    yield f'  "groups": {_lines(_groups(collation, lang))},\n'
    yield f'  "figures": {_figures(collation.figures)},\n'
    yield f'  "folds": {_lines(_folds(collation, lang))},\n'
    yield f'  "notices": {_lines(_notices(collation, lang))},\n'
    yield f'  "review": {_encode(_review(collation))},\n'
    yield f'  "summary": {_encode(_summary(collation))}\n}}\n'


def _witness(witness: Witness) -> str:
    source = witness.source
    fields: dict[str, object] = {
        "path": source.path,
        "sha256": source.sha256,
        "format": source.format,
        "encoding": source.encoding,
        "title": witness.title,
        "scope": {"start": witness.scope.start, "end": witness.scope.end},
        "parts": [part._asdict() for part in source.parts],
        "unmapped": [
            {"start": each.span.start, "end": each.span.end, "seen": each.seen,
             "confidence": each.confidence}
            for each in source.unmapped
        ],
        "recognised": [
            {"start": each.span.start, "end": each.span.end, "confidence": each.confidence}
            for each in source.recognised
        ],
        "text": source.text,
    }  # fmt: skip
    inside = ",\n".join(f'    "{name}": {_encode(value)}' for name, value in fields.items())
    return f"{{\n{inside}\n  }}"


class _Rows:
    """Writes rows; knows the way from the normal spans of clauses back to the sources."""

    def __init__(self, witnesses: Pair[Witness]) -> None:
        self._offsets = witnesses.map(lambda each: each.document.normal.offsets)

    def write(self, comparison: Comparison) -> str:
        row, clauses = comparison.row, comparison.row.clauses
        # Rounded down: what is not equal must never read 1.
        similarity = int(row.similarity * 10_000) / 10_000
        confidence = int(row.confidence * 100) / 100
        ops = (
            f'{{"tag":"{op.tag}","base":[{op.spans.base.start},{op.spans.base.end}],'
            f'"other":[{op.spans.other.start},{op.spans.other.end}]}}'
            for op in comparison.ops
        )
        return (
            f'{{"relation": "{row.relation}", "similarity": {similarity}, '
            f'"matched_by": {_encode(row.matched_by)}, "confidence": {confidence}, '
            f'"is_sure": {_encode(row.is_sure)}, "possible": {_encode(row.possible)},\n'
            f'     "base": {_within(_clauses(clauses.base, self._offsets.base))},\n'
            f'     "other": {_within(_clauses(clauses.other, self._offsets.other))},\n'
            f'     "ops": [{",".join(ops)}]}}'
        )


def _clauses(clauses: tuple[Clause, ...], offsets: OffsetMap) -> Iterator[str]:
    for clause in clauses:
        fields = {
            "label": clause.label,
            "ordinal": clause.ordinal,
            "branch": clause.branch,
            "level": clause.level,
            "role": clause.role,
            "address": clause.address,
            "start": offsets.boundary_of(clause.span.start),
            "end": offsets.boundary_of(clause.span.end),
        }
        yield _encode(fields)


def _finding(finding: Finding, collation: Collation, places: Pair[Places]) -> str:
    lang, decision = collation.options.lang, decision_of(collation, finding)
    return _encode(
        {
            "id": finding.id,
            "key": finding.key,
            "kind": finding.kind,
            "severity": finding.severity,
            "rule": finding.rule,
            "row": finding.row,
            "address": finding.address,
            "base": _placed(finding.readings.base, places.base),
            "other": _placed(finding.readings.other, places.other),
            "message": finding.message.within(lang),
            "group": finding.group,
            "remarks": [
                {"code": remark.code, "text": remark.words.within(lang)}
                for remark in finding.remarks
            ],
            "decision": decision._asdict(),
        }
    )


def _reading(reading: Reading) -> dict[str, object]:
    span = reading.span
    return {
        "start": span.start,
        "end": span.end,
        "text": reading.text,
        "phrase": reading.phrase,
    }


def _placed(reading: Reading, places: Places) -> dict[str, object]:
    """Give a reading with its place: what the file knows of it, and nothing else."""
    place = places.at(reading.span.start)
    known = {name: value for name, value in place._asdict().items() if value is not None}
    known |= {name: known[name]._asdict() for name in ("cell", "box") if name in known}
    sureness = places.sureness(reading.span)
    if sureness is not None:
        known["confidence"] = sureness
    return _reading(reading) | {"place": known}


def _groups(collation: Collation, lang: str) -> Iterator[str]:
    address_of = {finding.id: finding.address for finding in collation.findings}
    for group in collation.groups:
        record: dict[str, object] = {
            "id": group.id,
            "title": group.title.within(lang),
            "cause": group.cause,
            "findings": list(group.findings),
        }
        if group.words:
            record |= {
                "base_word": group.words.base,
                "other_word": group.words.other,
                "addresses": [address_of[each] for each in group.findings],
                "kept": list(map(_kept, group.kept)),
                "reverse": list(group.reverse),
            }
        yield _encode(record)


def _kept(kept: Kept) -> dict[str, object]:
    return {
        "row": kept.row,
        "address": kept.address,
        "base": _reading(kept.readings.base),
        "other": _reading(kept.readings.other),
    }


def _figures(entries: tuple[FigureEntry, ...]) -> str:
    totals = _encode(totals_of(entries)._asdict())
    return f'{{\n    "totals": {totals},\n    "entries": {_lines(map(_figure, entries))}}}'


def _figure(entry: FigureEntry) -> str:
    return (
        f'{{"status": "{entry.status}", "kind": "{entry.kind}", "row": {entry.row}, '
        f'"address": {_encode(entry.address)}, "base": {_figure_reading(entry.readings.base)}, '
        f'"other": {_figure_reading(entry.readings.other)}, "findings": {_encode(entry.findings)}}}'
    )


def _figure_reading(reading: FigureReading) -> str:
    span, text, value, unit = reading
    return (
        f'{{"start": {span.start}, "end": {span.end}, "text": {_encode(text)}, '
        f'"value": {_encode(value)}, "unit": {_encode(unit)}}}'
    )


def _folds(collation: Collation, lang: str) -> Iterator[str]:
    for fold in collation.folds:
        title, counts = fold.title.within(lang), fold.counts
        record = {"fold": fold.fold, "title": title, "base": counts.base, "other": counts.other}
        yield _encode(record)


def _notices(collation: Collation, lang: str) -> Iterator[str]:
    for notice in collation.notices:
        message = notice.message.within(lang)
        yield _encode({"stage": notice.stage, "side": notice.side, "message": message})


def _review(collation: Collation) -> dict[str, object]:
    review, standing = collation.review, standing_of(collation)
    return {
        "key": key_of(collation),
        "settled": standing.settled,
        "by_status": standing.counts,
        "new": list(review.new) if review else [],
        "changed": [
            {"finding": name, "was": _decided(entry)} for name, entry in review.changed.items()
        ]
        if review
        else [],
        "gone": [_decided(entry) for entry in review.gone] if review else [],
    }


def _decided(entry: Decided) -> dict[str, object]:
    fields = entry._asdict()
    return fields | {"decision": entry.decision._asdict()}


def _summary(collation: Collation) -> dict[str, object]:
    severities = Counter(finding.severity for finding in collation.findings)
    kinds = Counter(finding.kind for finding in collation.findings)
    counts: dict[str, object] = {name: severities[name] for name in SEVERITIES}
    return counts | {"by_kind": {name: kinds[name] for name in sorted(kinds)}}


def _lines(records: Iterable[str]) -> str:
    """Give a list of top-level records, each on a line of its own."""
    inside = ",\n    ".join(records)
    return f"[\n    {inside}\n  ]" if inside else "[]"


def _within(records: Iterable[str]) -> str:
    """Give a list inside a row, each record on a line of its own."""
    inside = ",\n       ".join(records)
    return f"[\n       {inside}]" if inside else "[]"


FORMAT = ReportFormat(
    name="json",
    suffixes=(".json",),
    title=Bilingual("JSON 数据（契约 jiaokan-collation/1）", "JSON data (jiaokan-collation/1)"),
    render=_render,
)
