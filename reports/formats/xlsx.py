"""The findings as an Excel workbook (勘误表): to filter, to decide in, to hand on.

One sheet for the findings, one for the figures, one for replacements that recur, one about the
texts. Readings stand in their words with what differs in red; the columns of the review are
chosen from lists, and `--decisions` reads them back by the hidden column of keys.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from diffcore.decisions import STATUS_TITLES, STATUSES
from diffcore.errors import Bilingual
from diffcore.model import Collation
from reports.columns import printable, width_of
from reports.format import RenderOptions, ReportFormat
from reports.ledger import figure_cells
from reports.quotes import Quote
from reports.review import say_standing, standing_of
from reports.sheet import COLUMNS, Line, lines_of
from reports.view import Entry, View
from reports.wording import FIGURE_STATUSES as FIGURE_TITLES

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

# Characters of a cell. Source: Excel specifications and limits.
CELL_AT_MOST = 32_767

# Widths of the columns of the findings, in characters of the usual type.
_WIDTHS = (7, 11, 6, 18, 40, 40, 17, 26, 7, 10, 22, 9, 15)
_FIGURE_WIDTHS = (11, 26, 26, 26, 26, 16)

# Excel's file has a date of making: one and the same, for the same bytes in every run.
_NO_DATE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)

# Points of a line of text, and lines that a row is never higher than.
_LINE_HEIGHT, _LINES_AT_MOST = 15, 24

_COLOURS = {"substantive": "#A8281A", "accidental": "#1D5180", "note": "#74560A"}


def _render(collation: Collation, _options: RenderOptions) -> bytes:
    from xlsxwriter import Workbook

    view, file = View(collation), io.BytesIO()
    # A text that looks like a formula, a number or an address stays a text.
    book = Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties({"title": view.versions.base.title, "created": _NO_DATE})
    styles = _Styles(book)
    _write_findings(view, book, styles)
    _write_figures(view, book, styles)
    _write_recurrences(view, book, styles)
    _write_about(view, book, styles)
    book.close()
    return file.getvalue()


class _Styles:
    """The formats of cells and of runs of text in them."""

    def __init__(self, book: Workbook) -> None:
        cell = {"valign": "top", "text_wrap": True, "font_name": "SimSun", "font_size": 11}
        self.cell = book.add_format(cell)
        self.head = book.add_format(
            {**cell, "bold": True, "bg_color": "#F5F1E8", "bottom": 1, "text_wrap": False}
        )
        self.strong = book.add_format({**cell, "bold": True})
        self.entry = book.add_format({**cell, "bg_color": "#FFFDF4", "locked": False})
        self.plain = book.add_format({"font_name": "SimSun", "font_size": 11})
        self.severity = {
            name: book.add_format({**cell, "font_color": colour})
            for name, colour in _COLOURS.items()
        }
        self.run = {
            name: book.add_format(
                {"font_color": colour, "bold": True, "underline": 1, "font_name": "SimSun"}
            )
            for name, colour in _COLOURS.items()
        }


def _write_findings(view: View, book: Workbook, styles: _Styles) -> None:
    sheet = _sheet(view, book, styles, "findings", COLUMNS, _WIDTHS)
    lines = list(lines_of(view))
    for row, (entry, line) in enumerate(zip(view.entries, lines, strict=True), 1):
        _write_finding(view, sheet, styles, row, (entry, line))
    last = max(len(lines), 1)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    titles = [STATUS_TITLES[status].within(view.lang) for status in STATUSES]
    status = Line._fields.index("status")
    sheet.data_validation(1, status, last, status, {"validate": "list", "source": titles})
    key = Line._fields.index("key")
    sheet.set_column(key, key, _WIDTHS[key], styles.cell, {"hidden": True})


def _write_finding(
    view: View, sheet: Worksheet, styles: _Styles, row: int, told: tuple[Entry, Line]
) -> None:
    entry, line = told
    sheet.set_row(row, _LINE_HEIGHT * _lines_needed(line))
    for column, (name, text) in enumerate(zip(Line._fields, line, strict=True)):
        style = styles.cell
        if name == "severity":
            style = styles.severity[entry.severity]
        elif name in ("status", "note", "reader"):
            style = styles.entry
        if name in ("base", "other") and entry.is_quoted:
            quote = entry.quotes.base if name == "base" else entry.quotes.other
            _write_quote(view, sheet, styles, (row, column), (quote, entry, text))
        else:
            sheet.write_string(row, column, _fitting(text), style)


def _lines_needed(line: Line) -> int:
    """Give how many lines the fullest cell of a row takes: not every program finds out itself."""
    fields = zip(line, _WIDTHS, strict=True)
    needed = max(-(-width_of(text) // width) for text, width in fields)
    return min(max(needed, 2), _LINES_AT_MOST)


def _write_quote(
    view: View,
    sheet: Worksheet,
    styles: _Styles,
    place: tuple[int, int],
    told: tuple[Quote, Entry, str],
) -> None:
    """Write a reading in its phrase, the whole words that differ in colour."""
    quote, entry, text = told
    if quote.is_absent:
        sheet.write_string(*place, view.words["absent"], styles.cell)
        return
    before, after = _fitting(quote.lead + quote.before), _fitting(quote.after + quote.tail)
    words = "" if entry.is_whole else _fitting(text or "〔〕")
    runs: list[Any] = []
    for style, run in ((styles.plain, before), (styles.run[entry.severity], words),
                       (styles.plain, after)):  # fmt: skip
        if run:
            runs += [style, run]
    if len(runs) > 2:
        sheet.write_rich_string(*place, *runs, styles.cell)
    elif runs:
        sheet.write_string(*place, runs[1], styles.cell)


def _fitting(text: str) -> str:
    """Give `text` as a cell can hold it: no controls, and cut where Excel would."""
    shown = "\n".join(map(printable, text.splitlines()))
    return shown if len(shown) <= CELL_AT_MOST // 4 else f"{shown[: CELL_AT_MOST // 4]}……"


def _write_figures(view: View, book: Workbook, styles: _Styles) -> None:
    heads = [
        view.words[name] for name in ("status", "base", "other", "value", "clause", "findings")
    ]
    sheet = _sheet(view, book, styles, "figures", heads, _FIGURE_WIDTHS)
    for row, entry in enumerate(view.collation.figures, 1):
        title = FIGURE_TITLES[entry.status].within(view.lang)
        for column, text in enumerate((title, *figure_cells(view, entry))):
            sheet.write_string(row, column, _fitting(text), styles.cell)
    sheet.autofilter(0, 0, max(len(view.collation.figures), 1), len(heads) - 1)


def _write_recurrences(view: View, book: Workbook, styles: _Styles) -> None:
    words = view.words
    heads = [words["base"], words["other"], words["changed_in"].format(count=""), words["clause"],
             words["kept"].format(word="", count="")]  # fmt: skip
    sheet = _sheet(view, book, styles, "recurring", heads, (26, 26, 12, 60, 60))
    for row, each in enumerate(view.recurrences, 1):
        places = words["stop"].join(view.entry_of[name].address for name in each.findings)
        kept = words["stop"].join(place.address for place in each.places)
        more = words["more_places"].format(count=each.more) if each.more else ""
        fields = (each.words.base, each.words.other, str(len(each.findings)), places,
                  words["stop"].join(filter(None, (kept, more))))  # fmt: skip
        for column, text in enumerate(fields):
            sheet.write_string(row, column, _fitting(text), styles.cell)


def _write_about(view: View, book: Workbook, styles: _Styles) -> None:
    words = view.words
    sheet = book.add_worksheet(words["documents"])
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 100)
    facts: list[tuple[str, str]] = [(words["report"], view.verdict_title)]
    for version in (view.versions.base, view.versions.other):
        facts.append((words[version.side], version.title))
        facts += version.facts(words)
        facts.append(("SHA-256", version.sha256))
    facts += [(tally.title, str(tally.total)) for tally in view.tallies]
    facts.append((words["review"], say_standing(standing_of(view.collation), view.lang)))
    for notice in view.collation.notices:
        side = words[notice.side] + words["colon"] if notice.side else ""
        facts.append((words["notices"], side + notice.message.within(view.lang)))
    facts.append((words["options"], view.options))
    for row, (name, text) in enumerate(facts):
        sheet.write_string(row, 0, name, styles.strong)
        sheet.write_string(row, 1, _fitting(text), styles.cell)


def _sheet(
    view: View,
    book: Workbook,
    styles: _Styles,
    name: str,
    heads: Sequence[str | Bilingual],
    widths: Iterable[int],
) -> Worksheet:
    """Add a sheet with its head, which stays in sight and is printed on every page."""
    sheet = book.add_worksheet(view.words[name])
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        title = head.within(view.lang) if isinstance(head, Bilingual) else head
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, styles.head)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    return sheet


FORMAT = ReportFormat(
    name="xlsx",
    suffixes=(".xlsx",),
    title=Bilingual("勘误表（Excel，可填核校结果）", "table of findings (Excel, to be filled in)"),
    render=_render,
)
