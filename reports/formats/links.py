"""The links as found, `jiaokan-links/1` (docs/contract.md): a person edits them for --align."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from diffcore.classify.printing import print_phrase
from diffcore.errors import Bilingual
from diffcore.model import Clause, Collation, Row, Witness
from diffcore.spans import NormalSpan, Pair
from reports.format import RenderOptions, ReportFormat

SCHEMA = "jiaokan-links/1"

# Characters of a clause that tell an editor which one it is.
FIRST_WORDS = 12

_encode = json.JSONEncoder(ensure_ascii=False).encode


def _render(collation: Collation, _options: RenderOptions) -> bytes:
    rows = [comparison.row for comparison in collation.comparisons]
    namers = Pair(
        _Namer(collation.witnesses.base, [each for row in rows for each in row.clauses.base]),
        _Namer(collation.witnesses.other, [each for row in rows for each in row.clauses.other]),
    )
    links = ",".join(f"\n    {_link(row, namers)}" for row in rows)
    base, other = (_encode(_text(each)) for each in collation.witnesses)
    document = (
        f'{{\n  "schema": {_encode(SCHEMA)},\n  "base": {base},\n  "other": {other},\n'
        f'  "links": [{links}\n  ]\n}}\n'
    )
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", document).encode()


def _text(witness: Witness) -> dict[str, str]:
    return {"path": witness.source.path, "sha256": witness.source.sha256}


def _link(row: Row, namers: Pair[_Namer]) -> str:
    """Give one row; what the order of the clauses tells by itself is left out."""
    fields: dict[str, object] = {
        "base": [namers.base.name(clause) for clause in row.clauses.base],
        "other": [namers.other.name(clause) for clause in row.clauses.other],
    }
    clauses = (*row.clauses.base, *row.clauses.other)
    is_plain = len(clauses) == 2 and clauses[0].level == clauses[1].level
    if not is_plain and row.relation not in ("omitted", "added"):
        fields["relation"] = row.relation
    fields["words"] = " | ".join(_words(row, namers))
    return _encode(fields)


def _words(row: Row, namers: Pair[_Namer]) -> Iterator[str]:
    if row.clauses.base:
        yield namers.base.words(row.clauses.base[0])
    if row.clauses.other:
        yield namers.other.words(row.clauses.other[0])


class _Namer:
    """Names the clauses of one side: by address where that is enough, else by place, too."""

    def __init__(self, witness: Witness, clauses: Iterable[Clause]) -> None:
        self._document = witness.document
        self._counts = Counter(clause.address for clause in clauses)

    def name(self, clause: Clause) -> object:
        """Give the name of `clause` as the file has it."""
        if clause.address and self._counts[clause.address] == 1:
            return clause.address
        boundary = self._document.normal.offsets.boundary_of
        return {
            "address": clause.address,
            "start": boundary(clause.span.start),
            "end": boundary(clause.span.end),
        }

    def words(self, clause: Clause) -> str:
        """Give the first words of `clause` as they are printed."""
        body = clause.body
        end = min(body.end, body.start + FIRST_WORDS)
        return print_phrase(self._document.normal, NormalSpan(body.start, end))


FORMAT = ReportFormat(
    name="links",
    suffixes=(".links",),
    title=Bilingual(
        "条款对应（jiaokan-links/1），改后用 --align 交回",
        "links between the clauses (jiaokan-links/1), to be edited for --align",
    ),
    render=_render,
)
