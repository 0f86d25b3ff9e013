"""The findings as a table (勘误表): the columns that every tabular report shows, in one order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diffcore.decisions import STATUS_TITLES
from diffcore.errors import Bilingual
from reports.view import Entry, View

# What a spreadsheet takes for the beginning of a formula.
# Source: OWASP, "CSV Injection": = + - @, and the blanks that are stripped before them.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

COLUMNS = (
    Bilingual("编号", "No."),
    Bilingual("种类", "Kind"),
    Bilingual("轻重", "Severity"),
    Bilingual("条款", "Clause"),
    Bilingual("底本", "Base"),
    Bilingual("校本", "Other"),
    Bilingual("出处", "Place"),
    Bilingual("说明", "Message"),
    Bilingual("归并组", "Group"),
    Bilingual("状态", "Status"),
    Bilingual("意见", "Note"),
    Bilingual("核校者", "Reader"),
    Bilingual("校记键", "Key"),
)


class Line(NamedTuple):
    """One finding as the line of a table, one field for each of COLUMNS."""

    number: str
    kind: str
    severity: str
    address: str
    base: str
    other: str
    place: str
    message: str
    group: str
    status: str
    note: str
    reader: str
    key: str


def lines_of(view: View) -> Iterator[Line]:
    """Give the findings in their order, whole readings and all."""
    for finding, entry in zip(view.collation.findings, view.entries, strict=True):
        yield Line(
            entry.id,
            entry.title,
            entry.severity_title,
            entry.address,
            finding.readings.base.text,
            finding.readings.other.text,
            entry.places if entry.has_place else "",
            _message(entry),
            finding.group or "",
            STATUS_TITLES[entry.decision.status].within(view.lang),
            entry.decision.note,
            entry.decision.reader,
            finding.key,
        )


def _message(entry: Entry) -> str:
    """Give what the finding says, with the remark on what changed."""
    return "；".join(filter(None, (entry.message, entry.remarks)))


def harmless(text: str) -> str:
    """Give `text` so that no spreadsheet takes it for a formula: with an apostrophe before it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
