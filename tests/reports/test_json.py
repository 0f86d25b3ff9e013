"""The JSON report keeps the contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from diffcore.model import Options
from reports import report
from tests.reports.builder import SAMPLE, Line, build, related_to_nothing

SCHEMA = Path(__file__).parents[2] / "reports" / "schema" / "collation-1.schema.json"


def document_of(*lines: Line) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(report(build(lines), "json"))
    return document


def validate(document: object) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(document)


def test_output_is_valid_against_the_shipped_schema() -> None:
    validate(document_of(*SAMPLE))
    validate(document_of())
    validate(json.loads(report(related_to_nothing(), "json")))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.pop("rows"),
        lambda document: document["findings"][0].pop("key"),
        lambda document: document["findings"][0].update(row=None),
        lambda document: document["rows"][0]["ops"][0].update(tag="changed"),
        lambda document: document["base"].update(sha256="abc"),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(spoil: Any) -> None:
    document = document_of(*SAMPLE)
    spoil(document)
    with pytest.raises(jsonschema.ValidationError):
        validate(document)


def test_ops_tile_both_texts_of_each_row_and_rows_tile_the_texts() -> None:
    document = document_of(*SAMPLE)
    at = {"base": 0, "other": 0}
    for row in document["rows"]:
        for op in row["ops"]:
            for side in ("base", "other"):
                assert op[side][0] == at[side]
                at[side] = op[side][1]
        for side in ("base", "other"):
            if row[side]:
                assert row[side][-1]["end"] == at[side]
    assert at == {side: len(document[side]["text"]) for side in at}


def test_texts_are_written_exactly_as_read() -> None:
    collation = build(SAMPLE)
    document = json.loads(report(collation, "json"))
    assert document["base"]["text"] == collation.witnesses.base.source.text
    assert document["other"]["text"] == collation.witnesses.other.source.text


def test_chinese_is_written_as_itself_and_half_a_surrogate_pair_as_an_escape() -> None:
    collation = build([Line("水\ud800库{+\udfff+}")])
    written = report(collation, "json")
    assert "水\\ud800库".encode() in written
    assert json.loads(written)["other"]["text"] == "水\ud800库\udfff\n"


def test_similarity_below_one_is_never_rounded_up_to_it() -> None:
    collation = build([Line("第一条")])
    comparison = collation.comparisons[0]
    row = type(comparison.row)(
        "matched", comparison.row.clauses, comparison.row.spans, 0.99999, "label"
    )
    changed = type(comparison)(row, comparison.ops, ())
    parts = {name: getattr(collation, name) for name in collation.__slots__}
    document = json.loads(report(type(collation)(**parts | {"comparisons": (changed,)}), "json"))
    assert document["rows"][0]["similarity"] < 1


def test_messages_and_titles_follow_the_language() -> None:
    document = json.loads(report(build(SAMPLE, Options(lang="en")), "json"))
    assert document["options"]["lang"] == "en"
    assert document["findings"][0]["message"].isascii() is False  # it quotes the text
    assert document["findings"][0]["message"].startswith("missing figure")
    assert document["folds"][0]["title"] == "line wraps"


def test_summary_counts_every_finding_once() -> None:
    document = document_of(*SAMPLE)
    summary = document["summary"]
    assert sum(summary["by_kind"].values()) == len(document["findings"])
    grades = ("substantive", "accidental", "note")
    assert sum(summary[grade] for grade in grades) == len(document["findings"])
