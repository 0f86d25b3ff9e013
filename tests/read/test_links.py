"""A file of links is read as far as it makes sense by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diffcore.errors import JiaokanError
from diffcore.model import ClauseName, Links, SourceText
from diffcore.read.links import read_links
from diffcore.spans import Pair

SOURCES = Pair(
    SourceText("a.txt", "a" * 64, "text", "utf-8", "甲"),
    SourceText("b.txt", "b" * 64, "text", "utf-8", "乙"),
)
SCHEMA = "jiaokan-links/1"


def _read(tmp_path: Path, content: object) -> Links:
    path = tmp_path / "links.json"
    written = content if isinstance(content, bytes) else json.dumps(content).encode()
    path.write_bytes(written)
    return read_links(str(path), SOURCES)


def _slug(tmp_path: Path, content: object) -> str:
    with pytest.raises(JiaokanError) as refused:
        _read(tmp_path, content)
    return refused.value.slug


def test_a_clause_is_named_by_its_address_its_place_or_both(tmp_path: Path) -> None:
    names = ["第一条", {"start": 3}, {"address": "第三条", "start": 9, "end": 20}]
    links = _read(tmp_path, {"schema": SCHEMA, "links": [{"base": names, "other": []}]})
    (entry,) = links.entries
    assert entry.clauses.base == (
        ClauseName("第一条", None, None),
        ClauseName(None, 3, None),
        ClauseName("第三条", 9, 20),
    )
    assert entry.clauses.other == ()


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + json.dumps({"schema": SCHEMA, "links": []}).encode()
    assert _read(tmp_path, content).entries == ()


def test_places_are_trusted_where_the_hash_is_that_of_the_text(tmp_path: Path) -> None:
    made = {"schema": SCHEMA, "base": {"sha256": "a" * 64}, "other": {"sha256": "c" * 64}}
    links = _read(tmp_path, made | {"links": []})
    assert links.are_same == Pair(base=True, other=False)
    assert [notice.side for notice in links.notices] == ["other"]


def test_a_file_without_hashes_is_no_reason_for_a_notice(tmp_path: Path) -> None:
    links = _read(tmp_path, {"schema": SCHEMA, "links": []})
    assert links.are_same == Pair(base=False, other=False)
    assert links.notices == ()


def test_exchanged_sides_are_told(tmp_path: Path) -> None:
    made = {"schema": SCHEMA, "base": {"sha256": "b" * 64}, "other": {"sha256": "a" * 64}}
    assert _slug(tmp_path, made | {"links": []}) == "links-swapped"


def test_the_rows_of_a_collation_are_links(tmp_path: Path) -> None:
    clause = {"label": "第一条", "address": "第一条", "start": 0, "end": 9}
    rows = [
        {"relation": "split", "base": [clause], "other": [clause, clause], "ops": []},
        {"relation": "omitted", "base": [clause], "other": [clause]},
    ]
    links = _read(tmp_path, {"schema": "jiaokan-collation/1", "rows": rows})
    # What an edit has overtaken says nothing.
    assert [entry.relation for entry in links.entries] == ["split", ""]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b'{"schema": "jiaokan-links/1", "links": [',
        b"\xff\xfe{}",
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b'{"schema": "jiaokan-links/1", "links": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b"1" * 100_000,
    ],
    ids=["empty", "brace", "cut", "encoding", "deep", "deep-objects", "deep-links", "number"],
)
def test_what_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    assert _slug(tmp_path, content) == ("links-broken" if content else "empty-file")


@pytest.mark.parametrize(
    "content",
    [
        [],
        3,
        None,
        {},
        {"schema": "jiaokan-links/2", "links": []},
        {"schema": ["jiaokan-links/1"], "links": []},
        {"schema": SCHEMA},
        {"schema": SCHEMA, "links": {}},
        {"schema": SCHEMA, "links": ["第一条"]},
        {"schema": SCHEMA, "links": [{}]},
        {"schema": SCHEMA, "links": [{"base": ["第一条"]}]},
        {"schema": SCHEMA, "links": [{"base": "第一条", "other": []}]},
        {"schema": SCHEMA, "links": [{"base": [], "other": []}]},
        {"schema": SCHEMA, "links": [{"base": [1], "other": []}]},
        {"schema": SCHEMA, "links": [{"base": [""], "other": []}]},
        {"schema": SCHEMA, "links": [{"base": [{}], "other": []}]},
        {"schema": SCHEMA, "links": [{"base": [{"start": True}], "other": []}]},
        {"schema": SCHEMA, "links": [{"base": [{"start": "3"}], "other": []}]},
        {"schema": SCHEMA, "links": [{"base": [{"address": 3}], "other": []}]},
    ],
)
def test_what_has_another_form_is_refused(tmp_path: Path, content: object) -> None:
    assert _slug(tmp_path, content) == "links-form"


@pytest.mark.parametrize(
    ("relation", "counts"),
    [("split", (1, 1)), ("merged", (1, 2)), ("omitted", (1, 1)), ("added", (1, 1)), ("x", (1, 1)),
     ("matched", (1, 0)), ([], (1, 1))],
)  # fmt: skip
def test_a_relation_that_does_not_fit_its_clauses_is_refused(
    tmp_path: Path, relation: object, counts: tuple[int, int]
) -> None:
    entry = {"base": ["一"] * counts[0], "other": ["二"] * counts[1], "relation": relation}
    assert _slug(tmp_path, {"schema": SCHEMA, "links": [entry]}) == "links-relation"
