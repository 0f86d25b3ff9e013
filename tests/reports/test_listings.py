"""Listings show the text of the file, never the folded one."""

from __future__ import annotations

from pathlib import Path

from diffcore import understand
from reports.listings import list_outline

TEXT = """某市河道管护行动方案

为加强河道管护，制定本方案。
一、总体要求
（一）到 年 月，建成水 清、岸绿的河道管护体系，各镇每年报告一次。
"""


def test_the_outline_shows_first_words_as_they_are_printed(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(TEXT, "utf-8")
    lines = list(list_outline(understand(file), "zh"))
    assert any("（一）到 年 月，建成水 清、岸绿的河道" in line for line in lines)
    assert any("为加强河道管护，制定本方案。" in line for line in lines)
