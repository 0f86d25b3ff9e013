"""The workbook, read back by two programs that are none of ours."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.workbook import Workbook

from diffcore.model import Collation
from reports import report
from tests.reports.builder import SAMPLE, Line, build, related_to_nothing
from tests.reports.test_ledger import regulation

FINDINGS = "校记"


def opened(collation: Collation) -> Workbook:
    return load_workbook(io.BytesIO(report(collation, "xlsx")), rich_text=True)


def columns(book: Workbook) -> dict[str, list[object]]:
    heads, *rows = book[FINDINGS].iter_rows(values_only=True)
    return {str(head): list(values) for head, values in zip(heads, zip(*rows, strict=True))}  # noqa: B905


def test_every_finding_has_a_row_with_its_key_and_a_status_to_choose() -> None:
    collation = build(SAMPLE)
    book = opened(collation)
    told = columns(book)
    assert told["编号"] == [finding.id for finding in collation.findings]
    assert told["校记键"] == [finding.key for finding in collation.findings]
    assert set(told["状态"]) == {"待核"}
    (validation,) = book[FINDINGS].data_validations.dataValidation
    assert validation.formula1 == '"待核,确认差异,误报,存疑"'
    assert book[FINDINGS].auto_filter.ref == f"A1:M{len(collation.findings) + 1}"
    assert book[FINDINGS].column_dimensions["M"].hidden


def test_what_differs_is_in_colour_inside_its_phrase() -> None:
    told = columns(opened(build(SAMPLE)))["底本"]
    rich = [cell for cell in told if isinstance(cell, CellRichText)]
    assert rich
    for cell in rich:
        marked = [run for run in cell if isinstance(run, TextBlock) and run.font.u]
        assert len(marked) == 1
        assert marked[0].font.color.rgb in ("FFA8281A", "FF1D5180", "FF74560A")


def test_a_reading_is_whole_in_its_cell() -> None:
    long = "渔港水域，" * 300
    (finding,) = build([Line(f"依法[-{long}-]管理", kind="omission")]).findings
    (cell,) = columns(opened(build([Line(f"依法[-{long}-]管理", kind="omission")])))["底本"]
    assert finding.readings.base.text in str(cell)


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "http://a.example", "001", "+86"])
def test_a_cell_is_always_text(words: str) -> None:
    book = opened(build([Line(f"水[-{words}-]库", kind="omission", address=words)]))
    for row in book[FINDINGS].iter_rows():
        assert all(cell.data_type in ("s", "n") and not cell.hyperlink for cell in row)
        assert all(cell.value is None for cell in row if cell.data_type == "n")


def test_figures_and_facts_have_sheets_of_their_own() -> None:
    collation = regulation()
    book = opened(collation)
    assert book.sheetnames == ["校记", "数字对照表", "反复出现的替换", "两个版本"]
    assert book["数字对照表"].max_row == len(collation.figures) + 1
    facts = {row[0]: row[1] for row in book["两个版本"].iter_rows(values_only=True)}
    assert facts["SHA-256"] == collation.witnesses.other.source.sha256


def test_the_bytes_are_the_same_in_every_run() -> None:
    assert report(build(SAMPLE), "xlsx") == report(build(SAMPLE), "xlsx")


def test_texts_without_relation_make_a_workbook_too() -> None:
    assert columns(opened(related_to_nothing()))["种类"] == ["两文无关"]


def test_libreoffice_reads_the_very_words(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        assert os.environ.get("CI") != "true", "LibreOffice is part of the check"
        pytest.skip("LibreOffice is not on this machine")
    collation = build(SAMPLE)
    book = tmp_path / "勘误表.xlsx"
    book.write_bytes(report(collation, "xlsx"))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path),
         str(book)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = (tmp_path / "勘误表.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["校记键"] for row in rows] == [finding.key for finding in collation.findings]
    expected = columns(opened(collation))
    for name in ("底本", "校本", "说明", "条款"):
        assert [row[name] for row in rows] == [str(cell or "") for cell in expected[name]]
