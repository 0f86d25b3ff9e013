"""`--decisions FILE`: what was settled stays settled; new, changed and gone findings are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.run import assert_refused, jiaokan

BASE = """港口岸电办法

第一条　泊位应当配备岸电设施，供电能力不低于800千瓦。
第二条　船舶靠港应当使用岸电，违者处以罚款。
第三条　港口企业可以收取服务费。
"""
OTHER = """港口岸电办法

第一条　泊位应当配备岸电设施，供电能力不低于600千瓦。
第二条　船舶靠港可以使用岸电，违者处以罚款。
第三条　港口企业可以收取服务费。
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    base, other = tmp_path / "base.txt", tmp_path / "other.txt"
    base.write_text(BASE, "utf-8")
    other.write_text(OTHER, "utf-8")
    return base, other


def _report(pair: tuple[Path, Path], *options: str | Path) -> dict[str, Any]:
    ended = jiaokan("compare", *pair, "-o", "-", "--format", "json", *options)
    assert ended.code in (0, 1), ended.err
    document: dict[str, Any] = json.loads(ended.out)
    return document


def _decisions(tmp_path: Path, report: dict[str, Any], *statuses: str) -> Path:
    """Write a file that decides the findings of a report, in order."""
    listed = [
        {
            "key": finding["key"],
            "kind": finding["kind"],
            "address": finding["address"],
            "base": finding["base"]["text"],
            "other": finding["other"]["text"],
            "status": status,
            "note": "核过",
            "reader": "甲",
        }
        for finding, status in zip(report["findings"], statuses, strict=True)
    ]
    path = tmp_path / "核校.json"
    path.write_text(json.dumps({"schema": "jiaokan-decisions/1", "decisions": listed}), "utf-8")
    return path


def test_a_run_fails_on_what_is_not_settled_only(pair: tuple[Path, Path], tmp_path: Path) -> None:
    report = _report(pair)
    assert len(report["findings"]) == 2
    settled = _decisions(tmp_path, report, "confirmed", "false_alarm")
    assert jiaokan("compare", *pair, "-q", "--decisions", settled).code == 0
    doubtful = _decisions(tmp_path, report, "confirmed", "doubtful")
    assert jiaokan("compare", *pair, "-q", "--decisions", doubtful).code == 1


def test_decisions_are_carried_by_key_when_other_places_change(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    settled = _decisions(tmp_path, _report(pair), "confirmed", "false_alarm")
    pair[1].write_text(OTHER.replace("服务费", "使用费"), "utf-8")
    report = _report(pair, "--decisions", settled)
    told = [(one["kind"], one["decision"]["status"]) for one in report["findings"]]
    assert told == [
        ("changed_figure", "confirmed"),
        ("modality", "false_alarm"),
        ("wording", "pending"),
    ]
    assert report["review"]["new"] == [report["findings"][2]["id"]]
    assert report["review"]["gone"] == report["review"]["changed"] == []


def test_a_changed_and_a_gone_finding_are_told(pair: tuple[Path, Path], tmp_path: Path) -> None:
    settled = _decisions(tmp_path, _report(pair), "confirmed", "false_alarm")
    pair[1].write_text(OTHER.replace("600", "500").replace("可以使用", "应当使用"), "utf-8")
    review = _report(pair, "--decisions", settled)["review"]
    (changed,) = review["changed"]
    assert (changed["was"]["base"], changed["was"]["other"]) == ("800千瓦", "600千瓦")
    (gone,) = review["gone"]
    assert (gone["kind"], gone["decision"]["status"]) == ("modality", "false_alarm")
    ended = jiaokan("compare", *pair, "--decisions", settled)
    assert ended.code == 1
    assert "核校：已核 0/1，有变 1，不复存在 1" in ended.out
    printed = "".join(ended.out.split())
    assert "有变：此前为「800千瓦」「600千瓦」，确认差异（甲）：核过" in printed
    assert "不复存在的校记" in ended.out


def test_a_report_in_json_is_a_file_of_decisions(pair: tuple[Path, Path], tmp_path: Path) -> None:
    settled = _decisions(tmp_path, _report(pair), "confirmed", "confirmed")
    written = tmp_path / "r.json"
    jiaokan("compare", *pair, "-o", written, "--decisions", settled)
    assert jiaokan("compare", *pair, "-q", "--decisions", written).code == 0


def test_the_page_begins_with_what_was_decided(pair: tuple[Path, Path], tmp_path: Path) -> None:
    settled = _decisions(tmp_path, _report(pair), "confirmed", "doubtful")
    page = tmp_path / "r.html"
    jiaokan("compare", *pair, "-o", page, "--decisions", settled)
    assert '<span class="decided confirmed">确认差异</span>' in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (b"{", "decisions-broken"),
        (b"[" * 100_000, "decisions-broken"),
        (b"\xff\xfe\xfd", "decisions-broken"),
        (b"[]", "decisions-form"),
        (b'{"schema": "jiaokan-links/1", "links": []}', "decisions-form"),
        (b'{"schema": "jiaokan-decisions/1", "decisions": [{"key": "a"}]}', "decisions-form"),
        (
            b'{"schema": "jiaokan-decisions/1", "decisions": [{"key": "a", "kind": "b", '  # noqa: ISC004
            b'"address": "c", "status": "settled"}]}',
            "decisions-form",
        ),
    ],
)
def test_a_file_that_is_none_is_refused(
    pair: tuple[Path, Path], tmp_path: Path, content: bytes, slug: str
) -> None:
    path = tmp_path / "坏.json"
    path.write_bytes(content)
    assert_refused(jiaokan("compare", *pair, "--decisions", path), slug, "坏.json")


def test_a_report_is_not_written_over_the_decisions(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    settled = _decisions(tmp_path, _report(pair), "confirmed", "confirmed")
    before = settled.read_bytes()
    assert jiaokan("compare", *pair, "-o", settled, "--decisions", settled).code == 2
    assert settled.read_bytes() == before


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_workbook_that_a_reader_filled_in_is_read_back(
    pair: tuple[Path, Path], tmp_path: Path, lang: str
) -> None:
    path = tmp_path / "勘误表.xlsx"
    jiaokan("compare", *pair, "-o", path, "--lang", lang)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    status, note = heads.index({"zh": "状态", "en": "Status"}[lang]) + 1, len(heads) - 2
    sheet.cell(2, status).value = {"zh": "误报", "en": "false alarm"}[lang]
    sheet.cell(2, note).value = "底本如此"
    sheet.cell(3, status).value = None
    book.save(path)  # as another program writes it
    told = _report(pair, "--decisions", path)["findings"]
    assert told[0]["decision"] == {"status": "false_alarm", "note": "底本如此", "reader": ""}
    assert told[1]["decision"]["status"] == "pending"
    sheet.cell(3, status).value = {"zh": "确认差异", "en": "confirmed"}[lang]
    book.save(path)
    assert jiaokan("compare", *pair, "-q", "--decisions", path).code == 0


def test_a_workbook_with_an_unknown_status_is_refused(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    path = tmp_path / "勘误表.xlsx"
    jiaokan("compare", *pair, "-o", path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.cell(2, [cell.value for cell in sheet[1]].index("状态") + 1).value = "看过了"
    book.save(path)
    assert_refused(jiaokan("compare", *pair, "--decisions", path), "decisions-form", "第 2 项")


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (b"PK\x03\x04", "damaged-file"),
        (None, "decisions-form"),
    ],
)
def test_a_container_that_is_no_table_of_findings_is_refused(
    pair: tuple[Path, Path], tmp_path: Path, content: bytes | None, slug: str
) -> None:
    path = tmp_path / "别的.xlsx"
    if content is None:
        Workbook().save(path)
    else:
        path.write_bytes(content)
    assert_refused(jiaokan("compare", *pair, "--decisions", path), slug, "别的.xlsx")
