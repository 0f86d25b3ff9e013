"""`--align FILE`: links as found are written, edited by a person, and given back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.run import ROOT, assert_refused, jiaokan

BASE = """公园管理办法

第一条　公园每日六时开放，面积120亩。
第二条　园内不得垂钓，违者劝离。
第三条　游船由管理处统一经营，每船限乘四人。
"""
OTHER = """公园管理办法

第一条　公园每日六时开放，面积120亩。
第二条　游船由管理处统一经营，每船限乘六人。
第三条　犬只不得入园。
"""
SAMPLES = ROOT / "samples"
SCHEMA = ROOT / "reports" / "schema" / "links-1.schema.json"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    base, other = tmp_path / "base.txt", tmp_path / "other.txt"
    base.write_text(BASE, "utf-8")
    other.write_text(OTHER, "utf-8")
    return base, other


def _collated(pair: tuple[Path, Path], *options: str | Path) -> dict[str, Any]:
    ended = jiaokan("compare", *pair, "-o", "-", "--format", "json", *options)
    assert ended.code in (0, 1), ended.err
    document: dict[str, Any] = json.loads(ended.out)
    return document


def _links(pair: tuple[Path, Path]) -> dict[str, Any]:
    ended = jiaokan("compare", *pair, "-o", "-", "--format", "links")
    document: dict[str, Any] = json.loads(ended.out)
    return document


def _given(tmp_path: Path, document: object) -> Path:
    path = tmp_path / "links.json"
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    return path


def _addresses(document: dict[str, Any]) -> list[tuple[list[str], list[str]]]:
    return [
        ([one["address"] for one in row["base"]], [one["address"] for one in row["other"]])
        for row in document["rows"]
    ]


def test_the_links_as_found_name_clauses_by_their_addresses(pair: tuple[Path, Path]) -> None:
    document = _links(pair)
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(document)
    named = [(link["base"], link["other"]) for link in document["links"]]
    assert (["第一条"], ["第一条"]) in named
    assert (["第三条"], ["第二条"]) in named
    assert (["第二条"], []) in named
    assert document["links"][0]["words"] == "公园管理办法 | 公园管理办法"


@pytest.mark.parametrize("form", ["links", "json"])
@pytest.mark.parametrize(
    ("base", "other"),
    [
        ("gazette/gazette.txt", "gazette/standalone.txt"),
        ("regulation/old.txt", "regulation/new.txt"),
    ],
)
def test_links_given_back_unedited_change_nothing(
    tmp_path: Path, base: str, other: str, form: str
) -> None:
    texts = SAMPLES / base, SAMPLES / other
    path = tmp_path / "links.json"
    assert jiaokan("compare", *texts, "-o", path, "--format", form).code == 1
    found, again = _collated(texts), _collated(texts, "--align", path)
    assert {row["matched_by"] for row in again["rows"]} == {"manual"}
    assert {row["confidence"] for row in again["rows"]} == {1}
    same = ("relation", "similarity", "base", "other", "ops")
    assert [[row[name] for name in same] for row in found["rows"]] == [
        [row[name] for name in same] for row in again["rows"]
    ]
    assert found["findings"] == again["findings"]


def test_an_edited_link_holds_and_the_rest_is_found_anew(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    links = {"schema": "jiaokan-links/1", "links": [{"base": ["第二条"], "other": ["第三条"]}]}
    document = _collated(pair, "--align", _given(tmp_path, links))
    assert (["第二条"], ["第三条"]) in _addresses(document)
    assert (["第三条"], ["第二条"]) in _addresses(document)
    by_hand = [row for row in document["rows"] if row["matched_by"] == "manual"]
    assert len(by_hand) == 1
    assert document["notices"] == []


def test_a_row_edited_in_the_json_report_holds(pair: tuple[Path, Path], tmp_path: Path) -> None:
    report = _collated(pair)
    omitted = next(row for row in report["rows"] if row["relation"] == "omitted")
    added = next(row for row in report["rows"] if row["relation"] == "added")
    omitted["other"] = added["other"]
    report["rows"].remove(added)
    document = _collated(pair, "--align", _given(tmp_path, report))
    assert (["第二条"], ["第三条"]) in _addresses(document)


def test_the_options_say_which_links_were_taken(pair: tuple[Path, Path], tmp_path: Path) -> None:
    path = _given(tmp_path, {"schema": "jiaokan-links/1", "links": []})
    options = _collated(pair, "--align", path)["options"]
    assert options["align"] == str(path)
    assert len(options["align_sha256"]) == 64
    assert _collated(pair)["options"]["align"] is None
    assert "手工对应：" in jiaokan(
        "compare", *pair, "--align", path, "-o", "-", "--format", "html"
    ).out  # fmt: skip


def test_links_made_for_an_older_text_are_found_by_address_and_that_is_told(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    path = _given(tmp_path, _links(pair))
    pair[0].write_text(BASE.replace("120亩", "130亩"), "utf-8")
    document = _collated(pair, "--align", path)
    assert [(each["stage"], each["side"]) for each in document["notices"]] == [("align", "base")]
    assert {row["matched_by"] for row in document["rows"]} == {"manual"}


def test_exchanged_texts_are_told(pair: tuple[Path, Path], tmp_path: Path) -> None:
    path = _given(tmp_path, _links(pair))
    assert_refused(jiaokan("compare", *pair[::-1], "--align", path), "links-swapped", "底本、校本")


def _entry(base: object, other: object, **more: object) -> dict[str, object]:
    entry = {"base": base, "other": other, **more}
    return {"schema": "jiaokan-links/1", "links": [entry]}


@pytest.mark.parametrize(
    ("document", "slug", "word"),
    [
        (_entry(["第八条"], []), "links-unknown-clause", "第 1 组：底本没有「第八条」"),
        (_entry(["第\x1b[2J\ud800条" * 99], []), "links-unknown-clause", "底本没有"),
        (_entry(["第一条", "第三条"], []), "links-not-neighbours", "第一条、第三条"),
        (_entry([{"start": 0}], []), "links-other-text", "底本"),
        (_entry(["第一条"], ["第一条"], relation="split"), "links-relation", "split"),
        (_entry("第一条", []), "links-form", "#1 base"),
        ({"schema": "other"}, "links-form", "schema"),
    ],
)
def test_links_that_make_no_sense(
    pair: tuple[Path, Path], tmp_path: Path, document: object, slug: str, word: str
) -> None:
    path = tmp_path / "links.json"
    path.write_text(json.dumps(document), "ascii")
    assert_refused(jiaokan("compare", *pair, "--align", path), slug, word)


def test_a_clause_in_two_entries(pair: tuple[Path, Path], tmp_path: Path) -> None:
    links = _entry(["第一条"], ["第一条"])
    links["links"] = [*_list(links), {"base": ["第一条"], "other": ["第二条"]}]
    ended = jiaokan("compare", *pair, "--align", _given(tmp_path, links))
    assert_refused(ended, "links-clause-twice", "第 2 组", "已用在第 1 组")


def _list(document: dict[str, object]) -> list[object]:
    listed = document["links"]
    assert isinstance(listed, list)
    return listed


def test_a_clause_outside_of_the_scope(tmp_path: Path) -> None:
    texts = SAMPLES / "gazette/gazette.txt", SAMPLES / "gazette/standalone.txt"
    whole = jiaokan("outline", texts[0], "--json")
    outside = json.loads(whole.out)["clauses"][0]
    links = _entry([{"start": outside["start"]}], [])
    links["base"] = {"sha256": json.loads(whole.out)["sha256"]}
    ended = jiaokan("compare", *texts, "--align", _given(tmp_path, links))
    assert_refused(ended, "links-out-of-scope", "--whole")


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (b"", "empty-file"),
        (b"{", "links-broken"),
        (b"[" * 1_000_000, "links-broken"),
        (b"PK\x03\x04" + bytes(999), "links-broken"),
    ],
)
def test_a_file_that_is_no_json(
    pair: tuple[Path, Path], tmp_path: Path, content: bytes, slug: str
) -> None:
    path = tmp_path / "links.json"
    path.write_bytes(content)
    assert_refused(jiaokan("compare", *pair, "--align", path), slug)


def test_a_missing_file_of_links(pair: tuple[Path, Path], tmp_path: Path) -> None:
    assert_refused(jiaokan("compare", *pair, "--align", tmp_path / "none.json"), "missing-file")


def test_a_hundred_thousand_links_are_refused_soon(pair: tuple[Path, Path], tmp_path: Path) -> None:
    entry = {"base": ["第一条"], "other": ["第一条"]}
    path = _given(tmp_path, {"schema": "jiaokan-links/1", "links": [entry] * 100_000})
    assert_refused(jiaokan("compare", *pair, "--align", path, within=20), "links-clause-twice")


def test_the_file_of_links_is_never_written_over(pair: tuple[Path, Path], tmp_path: Path) -> None:
    path = _given(tmp_path, _links(pair))
    before = path.read_bytes()
    assert_refused(jiaokan("compare", *pair, "--align", path, "-o", path), "output-is-input")
    assert path.read_bytes() == before


def test_links_from_standard_input(pair: tuple[Path, Path]) -> None:
    given = json.dumps(_entry(["第二条"], ["第三条"])).encode()
    assert jiaokan("compare", *pair, "--align", "-", given=given).code == 1
    ended = jiaokan("compare", "-", pair[1], "--align", "-", given=given)
    assert_refused(ended, "two-standard-inputs")


def test_the_outline_gives_what_links_are_written_with(pair: tuple[Path, Path]) -> None:
    ended = jiaokan("outline", pair[0], "--addresses")
    assert ended.out.splitlines()[1].split()[:3] == ["8", "29", "第一条"]
    outline = json.loads(jiaokan("outline", pair[0], "--json").out)
    clause = next(each for each in outline["clauses"] if each["address"] == "第二条")
    assert BASE[clause["start"] : clause["end"]].strip() == "第二条　园内不得垂钓，违者劝离。"
