"""The figure ledger as a report shows it: its totals, and its entries as rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffcore.model import FIGURE_STATUSES, FigureEntry, FigureReading
from reports.cells import escape
from reports.places import mark_of
from reports.view import View
from reports.wording import FIGURE_STATUSES as STATUS_TITLES

_NOTHING = "—"


class Totals(NamedTuple):
    """How many figures either side has, and how many entries there are of each status.

    `base` is `same` + `other_form` + `changed` + `missing`; `other` has `extra` in the place of
    `missing`.
    """

    base: int
    other: int
    same: int
    other_form: int
    changed: int
    missing: int
    extra: int


def totals_of(entries: Sequence[FigureEntry]) -> Totals:
    """Give the totals of the ledger.

    A side that lacks a figure may show glyphs without characters there: they are no figure.
    """
    counts = Counter(entry.status for entry in entries)
    return Totals(
        sum(entry.status != "extra" for entry in entries),
        sum(entry.status != "missing" for entry in entries),
        *(counts[status] for status in FIGURE_STATUSES),
    )


def say_totals(view: View) -> str:
    """Give the totals in words; a status that no figure has is left out."""
    totals, words = totals_of(view.collation.figures), view.words
    told = words["stop"].join(
        f"{title} {number:,}" for _status, title, number in statuses(view) if number
    )
    return words["figures_sum"].format(
        base=f"{totals.base:,}", other=f"{totals.other:,}", statuses=told
    )


def statuses(view: View) -> Iterator[tuple[str, str, int]]:
    """Give each status with its title and the number of its entries."""
    counts = totals_of(view.collation.figures)._asdict()
    for status in FIGURE_STATUSES:
        yield status, STATUS_TITLES[status].within(view.lang), counts[status]


def figure_rows(view: View) -> Iterator[str]:
    """Give the entries as HTML, a table row each.

    Written here and not in the template: a long text has ten thousand.
    """
    titles = {status: title.within(view.lang) for status, title in STATUS_TITLES.items()}
    for entry in view.collation.figures:
        base, other = entry.readings
        place = f"#t-{entry.findings[0]}" if entry.findings else f"#r{entry.row}"
        places = (
            mark_of(view.passages.base.places.at(base.span.start)),
            mark_of(view.passages.other.places.at(other.span.start)),
        )
        yield (
            f"<tr class={entry.status}><td>{titles[entry.status]}</td>"
            f"<td>{escape(_printed(base))}</td><td>{escape(_printed(other))}</td>"
            f"<td>{escape(_value(entry))}</td>"
            f'<td><a href="{place}">{escape(entry.address or view.words["no_address"])}</a></td>'
            f"<td>{' / '.join(places)}</td><td>{_links(view, entry)}</td></tr>\n"
        )


def figure_cells(view: View, entry: FigureEntry) -> tuple[str, str, str, str, str]:
    """Give both readings, the value, the address and the ids of the findings, as text."""
    return (
        _printed(entry.readings.base),
        _printed(entry.readings.other),
        _value(entry),
        entry.address or view.words["no_address"],
        " ".join(entry.findings),
    )


def _printed(reading: FigureReading) -> str:
    """Give a figure as it is printed, on one line."""
    return " ".join(reading.text.split()) or _NOTHING


def _value(entry: FigureEntry) -> str:
    """Give the value with its unit, those of both sides where they differ."""
    lacking = {"extra": 0, "missing": 1}.get(entry.status)
    told = [_worth(reading) for side, reading in enumerate(entry.readings) if side != lacking]
    return " → ".join(dict.fromkeys(told)) or _NOTHING


def _worth(reading: FigureReading) -> str:
    return f"{reading.value or _NOTHING} {reading.unit}".strip()


def _links(view: View, entry: FigureEntry) -> str:
    """Give links to the findings that tell of the figure, by their numbers."""
    return " ".join(
        f'<a href="#{finding}">{view.entry_of[finding].number}</a>' for finding in entry.findings
    )
