"""Dot leaders and page numbers of tables of contents, in invented tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from diffcore.normalise import normalise
from diffcore.read import read

PLAIN = "灯塔条例\n\n目录\n\n第一章 总则\n\n第二章 值守\n\n第一章 总则\n\n第一条 灯塔应当点灯。\n"


def _folded(tmp_path: Path, text: str) -> str:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    return normalise(read(path)).text


@pytest.mark.parametrize(
    "leaders",
    [
        ("…………1", "…………12"), ("......(1)", "......(12)"), ("···· 1", "···· 12"),
        ("　　1", "　　12"), ("\t1", "\t12"), ("…………", "…………"), (" ………… （1）", " ………… （12）"),
        ("\n\n............ (1)", "\n\n............ (12)"),
    ],
)  # fmt: skip
def test_leaders_and_page_numbers_are_folded(tmp_path: Path, leaders: tuple[str, str]) -> None:
    first, second = leaders
    text = PLAIN.replace("总则\n", f"总则{first}\n", 1).replace("值守\n", f"值守{second}\n", 1)
    assert _folded(tmp_path, text) == _folded(tmp_path, PLAIN)


@pytest.mark.parametrize(
    "line", ["值守人员应当记录风力、浪高……", "海图比例为1:2000", "第三条 每日巡查 3", "电话……"]
)
def test_an_ellipsis_and_a_number_in_the_text_stay(tmp_path: Path, line: str) -> None:
    kept = _folded(tmp_path, f"灯塔条例\n\n{line}\n\n第二条 修缮。\n")
    assert ("…" in line) == ("…" in kept)
    assert all(digit in kept for digit in line if digit.isdigit())
