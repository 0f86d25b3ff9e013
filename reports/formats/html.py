"""The collation as one offline page: both texts side by side, the findings beside them."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diffcore.decisions import STATUS_TITLES
from diffcore.errors import Bilingual
from diffcore.model import Collation
from reports.cells import cell, equal_row
from reports.format import RenderOptions, ReportFormat
from reports.ledger import figure_rows, say_totals, statuses, totals_of
from reports.overview import HEIGHT, overview_of
from reports.recurrences import OPEN_AT_MOST
from reports.renumberings import say_renumbering
from reports.reviewing import review_data, say_note
from reports.shadows import Shadow
from reports.view import RowView, View, bar_label, kept_label, shadow_label

if TYPE_CHECKING:
    from jinja2 import Template

# The keys that report.js knows, and the names of their explanations.
_KEYS = (
    ("jk", "help_steps"),
    ("np", "help_unsettled"),
    ("cxdr", "help_decide"),
    ("g", "help_whole_group"),
    ("m", "help_note"),
    ("z", "help_undo"),
    ("si", "help_files"),
    ("o", "help_group"),
    ("e", "help_bars"),
    ("f", "help_folds"),
    ("/", "help_search"),
    ("1230", "help_filter"),
    ("?", "help_help"),
)

_HERE = Path(__file__).resolve().parent.parent

# What a page may not hold, and controls that turn the direction of writing and so could make a
# text read otherwise than it is. Source: HTML Living Standard, 13.2.3.5 “Preprocessing the input
# stream”; Unicode Standard Annex #9, 2.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def _render(collation: Collation, _options: RenderOptions) -> bytes:
    view = View(collation)
    style, script = _static("report.css"), _static("report.js") + _static("review.js")
    page = _template().render(
        view=view,
        words=view.words,
        base=view.versions.base,
        other=view.versions.other,
        blocks=_blocks(view),
        overview=overview_of(
            collation.findings, collation.witnesses.map(lambda witness: witness.scope)
        ),
        height=HEIGHT,
        totals=totals_of(collation.figures),
        statuses=list(statuses(view)),
        figures=figure_rows(view),
        say_totals=say_totals,
        help=[(keys, view.words[name]) for keys, name in _KEYS],
        kept_label=kept_label,
        recurrences_open=OPEN_AT_MOST,
        say_renumbering=say_renumbering,
        legend=[(*sample, view.words[name]) for *sample, name in _legend(view)],
        statuses_of_review={name: title.within(view.lang) for name, title in STATUS_TITLES.items()},
        status_keys=dict(zip(STATUS_TITLES, "rcxd", strict=True)),
        say_note=say_note,
        review_data=review_data(view),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    return _UNWRITABLE.sub("\ufffd", page).encode()


@cache
def _template() -> Template:
    # Imported here: no other format needs it, and it takes longer than the rest of the tool.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from reports.bytecode import TemplateCache

    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        bytecode_cache=TemplateCache(_HERE / "templates" / "__pycache__"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters["number"] = "{:,}".format
    return environment.get_template("report.html.jinja")


def _static(name: str) -> str:
    return (_HERE / "static" / name).read_text("utf-8")


def _hash(text: str) -> str:
    """Give the source expression by which a Content-Security-Policy allows `text`."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _blocks(view: View) -> Iterator[dict[str, Any]]:
    """Give what the template needs of each block: its rows, or all of its equal rows as HTML.

    A block with a title folds to a bar.
    """
    for block in view.blocks():
        if isinstance(block, Shadow):
            yield {"title": "", "equal": "", "rows": (), "shadow": _shadow(view, block)}
            continue
        rows = [view.row(index) for index in block.indices]
        if not rows[0].is_equal:
            yield {"title": "", "equal": "", "rows": map(_row, rows), "shadow": None}
            continue
        title = bar_label(view, block) if block.is_folded else ""
        equal = "".join(equal_row(row.number, row.text.paragraphs) for row in rows)
        yield {"title": title, "equal": equal, "rows": (), "shadow": None}


def _row(row: RowView) -> dict[str, Any]:
    """Give what the template needs of a row, its two cells written."""
    anchors = "other" if row.relation == "added" else "base"
    paragraphs = row.text.paragraphs
    cells = (
        cell(paragraphs.base, "base", anchors),
        cell(paragraphs.other, "other", anchors),
    )
    return {"row": row, "cells": cells}


def _shadow(view: View, shadow: Shadow) -> dict[str, Any]:
    """Give what the template needs of a shadow: its words, and the row that it points to."""
    return {"row": shadow.row, "label": shadow_label(view, shadow)}


def _legend(view: View) -> Iterator[tuple[str, str, str]]:
    """Give a sample of each way to mark: its text, its classes, the name of its explanation."""
    word = view.words["legend_word"]
    yield word, "m alone", "legend_alone"
    yield word, "m changed", "legend_replace"
    yield "", "gap caret", "legend_caret"
    yield "", "gap box", "legend_box"


FORMAT = ReportFormat(
    name="html",
    suffixes=(".html", ".htm"),
    title=Bilingual("网页（单个文件，离线可读、可印）", "web page (one file, offline, prints)"),
    render=_render,
)
