"""The laws of outlines find what breaks them, and pass what is written as it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.tasks.outline import read_outline

CODE = (
    "第一编　船舶\n第一章　登记\n第一条　渔船应当登记。\n第一条之一　小艇不必登记。\n第二章　检验\n"
    "第二条　渔船每年检验一次，检验下列各项：\n（一）船壳；\n（二）锚链。\n"
    "第二编　渔港\n第三章　泊位\n第三条　泊位由管理站指定。\n"
)


def broken(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "law.txt"
    path.write_text(text, encoding="utf-8")
    return [law for law, _ in read_outline(Engine(), str(path)).broken]


def test_a_code_whose_chapters_count_through_its_parts_breaks_no_law(tmp_path: Path) -> None:
    assert broken(tmp_path, CODE) == []


@pytest.mark.parametrize(
    ("before", "after", "law"),
    [
        ("第三条", "第五条", "articles"),
        ("第一条之一", "第一条之三", "articles"),
        ("第三章", "第四章", "lists"),
        ("（二）", "（三）", "lists"),
    ],
)
def test_a_number_that_does_not_follow_is_a_breach(
    tmp_path: Path, before: str, after: str, law: str
) -> None:
    assert law in broken(tmp_path, CODE.replace(before, after))


def test_an_article_that_is_overlooked_is_a_breach(tmp_path: Path) -> None:
    quoted = CODE.replace("锚链。\n", "锚链。\n第二条　的规定不适用于小艇。\n")
    assert "unread" in broken(tmp_path, quoted)
