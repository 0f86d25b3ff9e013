"""The figure ledger in the reports: totals that add up, every entry shown, nothing unsafe."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from diffcore import Collation, Options, collate
from diffcore.model import FigureEntry, FigureReading
from diffcore.spans import Pair, SourceSpan
from reports import report
from tests.reports.builder import SAMPLE, build
from tests.reports.test_html import Page
from tests.reports.test_json import validate

SAMPLES = Path(__file__).parents[2] / "samples"


@cache
def regulation() -> Collation:
    return collate(SAMPLES / "regulation" / "old.txt", SAMPLES / "regulation" / "new.txt")


@cache
def gazette() -> Collation:
    return collate(SAMPLES / "gazette" / "gazette.txt", SAMPLES / "gazette" / "standalone.txt")


def document_of(collation: Collation) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(report(collation, "json"))
    return document


def built_with(*entries: FigureEntry) -> Collation:
    collation = build(SAMPLE)
    parts = {name: getattr(collation, name) for name in collation.__slots__}
    return Collation(**parts | {"figures": entries})


def entry(status: str, base: str, other: str, address: str = "第一条") -> FigureEntry:
    base_span, other_span = SourceSpan(0, len(base)), SourceSpan(0, len(other))
    readings = Pair(
        FigureReading(base_span, base, base or None, ""),
        FigureReading(other_span, other, other or None, ""),
    )
    findings = () if status == "same" else ("F001",)
    return FigureEntry(status, "quantity", 2, address, readings, findings)


def test_the_totals_of_the_json_file_add_up_and_it_keeps_the_schema() -> None:
    for collation in (regulation(), gazette(), build(SAMPLE)):
        document = document_of(collation)
        validate(document)
        totals, entries = document["figures"]["totals"], document["figures"]["entries"]
        kept = totals["same"] + totals["other_form"] + totals["changed"]
        assert totals["base"] == kept + totals["missing"]
        assert totals["other"] == kept + totals["extra"]
        assert len(entries) == kept + totals["missing"] + totals["extra"]


def test_the_json_file_points_at_each_figure_and_at_its_findings() -> None:
    document = document_of(gazette())
    known = {finding["id"] for finding in document["findings"]}
    for each in document["figures"]["entries"]:
        for side in ("base", "other"):
            reading = each[side]
            assert document[side]["text"][reading["start"] : reading["end"]] == reading["text"]
        assert set(each["findings"]) <= known
        assert bool(each["findings"]) == (each["status"] != "same")


def test_the_page_has_a_row_for_every_entry_and_its_links_have_targets() -> None:
    page = report(regulation(), "html").decode()
    elements = Page(page).elements
    ids = {attributes["id"] for _tag, attributes in elements if "id" in attributes}
    links = {str(attributes["href"])[1:] for tag, attributes in elements if tag == "a"}
    assert links <= ids
    rows = page.split('id="figures"')[1].split("</details>")[0].count("<tr class=")
    assert rows == len(regulation().figures)


def test_the_page_says_how_many_rows_are_not_listed() -> None:
    page = report(built_with(entry("same", "三日", "三日"), entry("missing", "5元", "")), "html")
    assert 'id="l-same"> 相同 1' in page.decode()
    assert 'id="l-missing" checked> 缺失 1' in page.decode()


def test_a_ledger_of_equal_figures_lists_them() -> None:
    page = report(built_with(entry("same", "三日", "三日")), "html").decode()
    assert 'id="l-same" checked> 相同 1' in page


def test_what_a_ledger_quotes_is_no_markup() -> None:
    page = report(built_with(entry("changed", "<b>1", "2&lt;", "<script>")), "html").decode()
    assert "<b>1" not in page
    assert "&lt;b&gt;1" in page
    assert "2&amp;lt;" in page
    assert page.count("<script>") == 1


def test_a_text_without_figures_has_no_ledger_to_show() -> None:
    assert 'id="figures"' not in report(build(SAMPLE), "html").decode()
    assert "数字对照表" not in report(build(SAMPLE), "terminal").decode()


def test_the_terminal_has_one_line_with_the_totals() -> None:
    text = report(gazette(), "terminal", width=80).decode()
    assert "数字对照表：底本 45 个，校本 10 个：相同 9、不一致 1、缺失 35\n" in text


def test_the_totals_are_told_in_english_too() -> None:
    path = SAMPLES / "gazette" / "standalone.txt"
    english = collate(path, path, Options(lang="en"))
    text = report(english, "terminal", width=80).decode()
    assert "Figures: 10 in the base, 10 in the other: same 10\n" in text
