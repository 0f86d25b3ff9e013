"""The findings as a table of comma-separated values, for a spreadsheet or a script."""

from __future__ import annotations

import csv
import io

from diffcore.errors import Bilingual
from diffcore.model import Collation
from reports.columns import printable
from reports.format import RenderOptions, ReportFormat
from reports.sheet import COLUMNS, harmless, lines_of
from reports.view import View

# Spreadsheets tell UTF-8 by its mark alone. Source: RFC 4180 for the rest.
_MARK = "\ufeff"


def _render(collation: Collation, _options: RenderOptions) -> bytes:
    view = View(collation)
    file = io.StringIO(newline="")
    table = csv.writer(file, lineterminator="\r\n")
    table.writerow(column.within(view.lang) for column in COLUMNS)
    for line in lines_of(view):
        table.writerow(harmless(_on_lines(field)) for field in line)
    return (_MARK + file.getvalue()).encode()


def _on_lines(text: str) -> str:
    """Give `text` with its line breaks and without other controls."""
    return "\n".join(map(printable, text.splitlines()))


FORMAT = ReportFormat(
    name="csv",
    suffixes=(".csv",),
    title=Bilingual("勘误表（CSV，UTF-8）", "table of findings (CSV, UTF-8)"),
    render=_render,
)
