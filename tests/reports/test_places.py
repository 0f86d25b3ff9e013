"""Every report says where a reading stands in its file, in the terms of the file."""

from __future__ import annotations

import json
from typing import Any

import pytest

from diffcore.model import Collation, Options, SourceText
from diffcore.pipeline import collate_sources
from diffcore.places import Box, Cell, Place, Placed, Recognised, SourcePart
from diffcore.spans import Pair, SourceSpan
from reports import report

BASE = "渔港办法\n第一条　泊位不少于12个。\n第二条　自公布之日起施行。\n"
OTHER = "渔港办法\n第一条　泊位不少于15个。\n第二条　自公布之日起施行。\n"
SECOND = BASE.index("第一条")


def source(text: str, *places: tuple[int, Place], **more: Any) -> SourceText:
    placed = tuple(Placed(start, place) for start, place in places)
    return SourceText("a.pdf", "0" * 64, "pdf", None, text, placed=placed, **more)


def collate(other: SourceText, lang: str = "zh") -> Collation:
    base = SourceText("b.txt", "1" * 64, "text", "utf-8", BASE)
    return collate_sources(Pair(base, other), Options(lang=lang))


PAGES = ((0, Place(page=3, line=1)), (SECOND, Place(page=3, line=2, box=Box(72, 90.5, 500, 104))))


@pytest.mark.parametrize(
    ("places", "zh", "en"),
    [
        (PAGES, "底本第2行，校本第3页第2行", "base line 2, other page 3 line 2"),
        (
            ((0, Place(paragraph=1)), (SECOND, Place(paragraph=12))),
            "底本第2行，校本第12段",
            "base line 2, other paragraph 12",
        ),
        (
            ((0, Place(paragraph=1)), (SECOND, Place(cell=Cell(2, 3, 1)))),
            "底本第2行，校本表2第3行第1列",
            "base line 2, other table 2 row 3 column 1",
        ),
        ((), "底本第 2 行，校本第 2 行", "base line 2, other line 2"),
    ],
)
def test_places_are_said_in_every_report(
    places: tuple[tuple[int, Place], ...], zh: str, en: str
) -> None:
    for lang, words in (("zh", zh), ("en", en)):
        collation = collate(source(OTHER, *places), lang)
        for name in ("html", "terminal", "markdown", "csv"):
            printed = " ".join(report(collation, name).decode().split())
            assert words in printed, (name, lang)


def test_the_data_have_what_the_file_knows_of_a_place() -> None:
    told = json.loads(report(collate(source(OTHER, *PAGES)), "json"))
    (finding,) = told["findings"]
    assert finding["base"]["place"] == {"line": 2}
    box = {"left": 72, "top": 90.5, "right": 500, "bottom": 104}
    assert finding["other"]["place"] == {"page": 3, "line": 2, "box": box}


def test_a_side_of_several_files_names_the_file() -> None:
    parts = (
        SourcePart(0, SECOND, "公报/卷1.txt", "2" * 64, "text", "utf-8"),
        SourcePart(SECOND, len(OTHER), "公报/卷2.txt", "3" * 64, "text", "utf-8"),
    )
    collation = collate(source(OTHER, parts=parts))
    printed = " ".join(report(collation, "terminal").decode().split())
    assert "校本卷2.txt 第1行" in printed
    page = report(collation, "html").decode()
    for part in parts:
        assert f"{part.path} SHA-256 {part.sha256}" in printed
        assert f"<dd>{part.path}</dd>" in page
        assert part.sha256 in page
    told = json.loads(report(collation, "json"))
    assert told["findings"][0]["other"]["place"] == {"line": 1, "part": "公报/卷2.txt"}
    assert [part["path"] for part in told["other"]["parts"]] == ["公报/卷1.txt", "公报/卷2.txt"]


@pytest.mark.parametrize(
    ("places", "size"),
    [
        ((), "全文 3 行，"),
        (((0, Place(page=1, line=1)), (4, Place(page=2)), (SECOND, Place(page=1))), "全文 3 页，"),
    ],
)
def test_the_size_of_a_side_of_several_files_is_that_of_all(
    places: tuple[tuple[int, Place], ...], size: str
) -> None:
    parts = (
        SourcePart(0, SECOND, "公报/卷1.txt", "2" * 64, "text", "utf-8"),
        SourcePart(SECOND, len(OTHER), "公报/卷2.txt", "3" * 64, "text", "utf-8"),
    )
    printed = report(collate(source(OTHER, *places, parts=parts)), "terminal").decode()
    _base, _rule, other = printed.partition("\n校本  ")
    assert size in other


def test_a_line_that_was_recognised_says_how_surely() -> None:
    seen = (Recognised(SourceSpan(SECOND, len(OTHER)), 0.87),)
    collation = collate(source(OTHER, *PAGES, recognised=seen))
    printed = " ".join(report(collation, "terminal").decode().split())
    assert "校本第3页第2行（文字识别，置信 0.87）" in printed
    told = json.loads(report(collation, "json"))
    assert told["findings"][0]["other"]["place"]["confidence"] == 0.87
    assert told["other"]["recognised"][0]["confidence"] == 0.87


def test_the_scope_of_a_paged_file_is_counted_in_pages() -> None:
    page = report(collate(source(OTHER, *PAGES)), "html").decode()
    assert "全文 3 页，" in page
    assert "<p data-l=3·2" in page
