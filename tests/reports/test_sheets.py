"""Tabular and plain forms of the findings: read back by other programs, they say the same."""

from __future__ import annotations

import csv
import io
import re

import pytest
from markdown_it import MarkdownIt

from diffcore.model import Options
from reports import report
from tests.reports.builder import SAMPLE, Line, build, related_to_nothing

HOSTILE = (
    "=cmd|'/c calc'!A0 <img src=x onerror=alert(1)> [链](javascript:alert(1)) "
    "**粗** `码` | # ~删~ &amp;"
)


def rows_of(*lines: Line, lang: str = "zh") -> list[dict[str, str]]:
    content = report(build(lines, Options(lang=lang)), "csv")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def html_of(*lines: Line) -> str:
    return str(MarkdownIt().render(report(build(lines), "markdown").decode()))


def test_a_row_of_the_table_is_a_finding() -> None:
    collation = build(SAMPLE)
    rows = rows_of(*SAMPLE)
    assert [row["编号"] for row in rows] == [finding.id for finding in collation.findings]
    assert [(row["底本"], row["校本"]) for row in rows] == [
        tuple(reading.text for reading in finding.readings) for finding in collation.findings
    ]
    assert {row["状态"] for row in rows} == {"待核"}
    assert all(row["条款"] and row["校记键"] for row in rows)


def test_the_table_is_one_that_spreadsheets_know_for_utf_8() -> None:
    content = report(build(SAMPLE), "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == len(build(SAMPLE).findings) + 1


def test_the_table_speaks_english() -> None:
    assert {"No.", "Kind", "Base", "Status"} <= set(rows_of(*SAMPLE, lang="en")[0])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    (row,) = rows_of(Line(f"水[-{start}1+1-]库", kind="omission"))
    assert row["底本"].lstrip("'\ufffd").startswith(start.strip() + "1")
    assert row["底本"][0] not in "=+-@\t＝"


def test_markdown_shows_the_words_of_every_finding() -> None:
    page = re.sub(r"<[^>]+>", "", html_of(*SAMPLE))
    for finding in build(SAMPLE).findings:
        for reading in finding.readings:
            if len(reading.text) < 20 and "\n" not in reading.text:
                assert reading.text in page


def test_markdown_lets_no_sign_of_a_text_through() -> None:
    page = html_of(Line(f"水[-{HOSTILE}-]库", address=HOSTILE, kind="omission"))
    assert "<img" not in page
    assert "href" not in page
    assert "<code>" in page, "the hashes"
    assert "<code>码" not in page
    assert "<strong>粗" not in page
    assert "[链](javascript:alert(1))" in page.replace("&amp;", "&")


@pytest.mark.parametrize("name", ["csv", "markdown"])
def test_texts_without_relation_and_texts_alike_are_written(name: str) -> None:
    assert "两文无关" in report(related_to_nothing(), name).decode()
    assert report(build([Line("河道两岸")]), name).decode().count("\n") >= 1
