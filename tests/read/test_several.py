"""A directory or several files are one text; a character keeps its place in its own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from diffcore.model import SourceText
from diffcore.places import Place, Placer
from diffcore.read import read
from tests.cli.run import jiaokan

PARTS = (
    "渔港办法\n\n第一条　渔船进港应当报告。\n",
    "第二条　港内限速五节。\n",
    "第三条　自公布之日起施行。\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a directory whose third file comes tenth by its name."""
    made = tmp_path / "公报"
    made.mkdir()
    for name, text in zip(("卷1.txt", "卷2.txt", "卷10.txt"), PARTS, strict=True):
        (made / name).write_text(text, "utf-8")
    (made / "~$卷1.docx").write_bytes(b"lock")
    (made / "旧").mkdir()
    return made


def _place(source: SourceText, words: str) -> Place:
    return Placer(source.text, source.placed, source.parts).at(source.text.index(words))


def test_the_files_of_a_directory_are_read_in_the_order_of_their_numbers(folder: Path) -> None:
    source = read(folder)
    assert [Path(part.path).name for part in source.parts] == ["卷1.txt", "卷2.txt", "卷10.txt"]
    assert [source.text[part.start : part.end] for part in source.parts] == list(PARTS)


def test_what_a_directory_holds_besides_is_told(folder: Path) -> None:
    (notice,) = read(folder).notices
    assert "~$卷1.docx" in notice.message.zh
    assert "旧" in notice.message.zh


def test_a_character_stands_on_a_line_of_its_own_file(folder: Path) -> None:
    source = read(folder)
    place = _place(source, "自公布")
    assert (Path(place.part or "").name, place.line) == ("卷10.txt", 1)
    assert _place(source, "渔船进港").line == 3


def test_parts_collate_like_one_file(folder: Path, tmp_path: Path) -> None:
    whole = tmp_path / "全.txt"
    whole.write_text("".join(PARTS), "utf-8")
    first, second, third = (folder / f"卷{number}.txt" for number in (1, 2, 10))
    assert jiaokan("compare", folder, whole, "--fail-on", "note").code == 0
    ended = jiaokan("compare", first, whole, "--base-part", second, "--base-part", third)
    assert ended.code == 0


def test_a_report_is_not_written_over_a_file_of_a_directory(folder: Path) -> None:
    target = folder / "卷2.txt"
    ended = jiaokan("compare", folder, folder, "-o", target, "--format", "json")
    assert ended.code == 2
    assert target.read_text("utf-8") == PARTS[1]
