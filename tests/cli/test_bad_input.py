"""Whatever is wrong with a file, the user is told what, why and what to do, with exit code 2."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.cli.run import assert_refused, jiaokan

TEXT = "公园管理办法\n\n第一条　公园每日六时开放。\n第二条　园内不得垂钓，违者劝离。\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return _file(tmp_path / "good.txt", TEXT.encode())


def _file(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_missing_file(good: Path, tmp_path: Path) -> None:
    ended = jiaokan("compare", good, tmp_path / "没有.txt")
    assert_refused(ended, "missing-file", "没有.txt")


def test_a_directory_without_documents(good: Path, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    _file(tmp_path / "空" / ".DS_Store", b"x")
    assert_refused(jiaokan("compare", tmp_path / "空", good), "empty-directory", "空")


def test_a_directory_of_links(good: Path, tmp_path: Path) -> None:
    assert_refused(jiaokan("compare", good, good, "--align", tmp_path), "directory")


def test_an_empty_file(good: Path, tmp_path: Path) -> None:
    assert_refused(jiaokan("compare", good, _file(tmp_path / "a.txt", b"")), "empty-file", "a.txt")


@pytest.mark.parametrize("content", [" \n\t\r\n\u3000\n", "\ufeff", "\u200b\n\ue004"])
def test_a_file_of_blanks(good: Path, tmp_path: Path, content: str) -> None:
    path = _file(tmp_path / "a.txt", content.encode())
    assert_refused(jiaokan("compare", good, path), "blank-file")


def test_a_markdown_file_of_marks_only(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.md", "---\ntitle: 办法\n---\n<!-- 空 -->\n\n***\n".encode())
    assert_refused(jiaokan("compare", good, path), "blank-file")


def test_a_binary_file(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.txt", bytes(range(256)) * 9)
    assert_refused(jiaokan("compare", path, good), "binary-file")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "复合文档"),
        (b"GIF89a" + bytes(99), "图像"),
        (b"\x1f\x8b\x08\x00" + bytes(99), "压缩包"),
    ],
)
def test_a_file_of_another_format_is_named(
    good: Path, tmp_path: Path, content: bytes, name: str
) -> None:
    path = _file(tmp_path / "a.txt", content)
    assert_refused(jiaokan("compare", path, good), "foreign-format", name, "没有读这种格式的程序")


@pytest.mark.parametrize(("member", "name"), [("xl/workbook.xml", "电子表格"), ("a.txt", "压缩包")])
def test_a_container_is_named_by_what_it_holds(
    good: Path, tmp_path: Path, member: str, name: str
) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as container:
        container.writestr(member, "甲")
    assert_refused(jiaokan("compare", path, good), "foreign-format", name)


def test_an_archived_web_page_is_not_read_as_text(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.mht", f"MIME-Version: 1.0\n\n<html>{TEXT}</html>".encode())
    assert_refused(jiaokan("compare", path, good), "foreign-format", "网页归档")


def test_a_web_page_without_words(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.html", b"<html><script>document.write('x')</script><p>&nbsp;</p>")
    assert_refused(jiaokan("compare", path, good), "blank-file")


def test_an_undecodable_file(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.txt", TEXT.encode()[:-5] + b"\xff\xfe\xfd")
    assert_refused(jiaokan("compare", path, good), "undecodable")


def test_a_pipe_with_a_name_is_not_waited_for(good: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert_refused(jiaokan("compare", good, tmp_path / "pipe", within=20), "not-regular")


def test_a_device(good: Path) -> None:
    assert_refused(jiaokan("compare", good, "/dev/zero", within=20), "not-regular")


def test_a_name_longer_than_the_system_takes(good: Path) -> None:
    assert_refused(jiaokan("compare", good, "长" * 300), "unreadable")


@pytest.mark.parametrize(("size", "limit"), [((64 << 20) + 1, "64 MiB"), (2 << 30, "256 MiB")])
def test_a_file_larger_than_the_limit(good: Path, tmp_path: Path, size: int, limit: str) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(size)
    assert_refused(jiaokan("compare", good, path), "too-large", limit)


def test_a_file_without_permission(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.txt", TEXT.encode())
    path.chmod(0)
    assert_refused(jiaokan("compare", good, path, is_unprivileged=True), "no-permission")


def test_both_sides_from_standard_input() -> None:
    assert_refused(jiaokan("compare", "-", "-", given=TEXT.encode()), "two-standard-inputs")


def test_nothing_on_standard_input(good: Path) -> None:
    assert_refused(jiaokan("compare", good, "-"), "empty-file")


def test_one_side_from_standard_input(good: Path) -> None:
    assert jiaokan("compare", good, "-", given=TEXT.encode("gb18030")).code == 0


def test_a_name_that_is_no_utf_8(good: Path, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xb6.txt"))
    path.write_text(TEXT, "utf-8")
    report = tmp_path / "r.json"
    assert jiaokan("compare", path, good, "-o", report, "-o", tmp_path / "r.html").code == 0
    assert json.loads(report.read_bytes())["base"]["path"].endswith("\ufffd\ufffd.txt")


def test_control_characters_in_a_name_do_not_reach_the_terminal(good: Path) -> None:
    ended = jiaokan("compare", good, "\x1b[2J没有.txt")
    assert "\x1b" not in ended.err
    assert_refused(ended, "missing-file")


def test_the_same_file_twice_is_identical(good: Path) -> None:
    ended = jiaokan("compare", good, good)
    assert ended.code == 0
    assert "相同" in ended.out


# Outputs


def test_an_output_in_no_directory(good: Path, tmp_path: Path) -> None:
    ended = jiaokan("compare", good, good, "-o", tmp_path / "没有" / "r.json")
    assert_refused(ended, "output-unwritable", "不存在")


def test_an_output_that_may_not_be_written(good: Path, tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    shut.chmod(0o555)
    ended = jiaokan("compare", good, good, "-o", shut / "r.json", is_unprivileged=True)
    assert_refused(ended, "output-unwritable", "Permission denied")


def test_an_output_that_is_write_protected_stays(good: Path, tmp_path: Path) -> None:
    report = _file(tmp_path / "r.json", b"old")
    report.chmod(0o444)
    ended = jiaokan("compare", good, good, "-o", report, is_unprivileged=True)
    assert_refused(ended, "output-unwritable")
    assert report.read_bytes() == b"old"


def test_an_output_that_is_a_directory(good: Path, tmp_path: Path) -> None:
    ended = jiaokan("compare", good, good, "-o", tmp_path, "--format", "json")
    assert_refused(ended, "output-directory")


@pytest.mark.parametrize("name", ["good.txt", "link.txt", "./good.txt"])
def test_an_output_that_is_an_input_isassert_refused(good: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "link.txt").symlink_to(good)
    ended = jiaokan("compare", good, good, "-o", f"{tmp_path}/{name}")
    assert_refused(ended, "output-is-input")
    assert good.read_text("utf-8") == TEXT


def test_two_outputs_in_one_file(good: Path, tmp_path: Path) -> None:
    report = tmp_path / "r.json"
    assert_refused(jiaokan("compare", good, good, "-o", report, "-o", report), "output-twice")


def test_an_existing_output_is_replaced_and_keeps_its_mode(good: Path, tmp_path: Path) -> None:
    report = _file(tmp_path / "r.json", b"old")
    report.chmod(0o640)
    assert jiaokan("compare", good, good, "-o", report).code == 0
    assert json.loads(report.read_bytes())["schema"] == "jiaokan-collation/1"
    assert report.stat().st_mode & 0o777 == 0o640


def test_an_output_behind_a_link_keeps_the_link(good: Path, tmp_path: Path) -> None:
    real = _file(tmp_path / "real.json", b"old")
    link = tmp_path / "link.json"
    link.symlink_to(real)
    assert jiaokan("compare", good, good, "-o", link).code == 0
    assert link.is_symlink()
    assert real.read_bytes() != b"old"


def test_a_device_as_output_stays_a_device(good: Path) -> None:
    assert jiaokan("compare", good, good, "-o", "/dev/null", "--format", "json").code == 0
    assert not Path("/dev/null").is_file()


def test_a_failed_run_leaves_existing_outputs_alone(good: Path, tmp_path: Path) -> None:
    report = _file(tmp_path / "r.json", b"old")
    bad = _file(tmp_path / "bad.txt", b"")
    before = sorted(tmp_path.iterdir())
    assert jiaokan("compare", good, bad, "-o", report, "-o", tmp_path / "r.html").code == 2
    assert report.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == before


def test_a_full_disk_leaves_existing_outputs_alone(good: Path, tmp_path: Path) -> None:
    report = _file(tmp_path / "r.json", b"old")
    ended = jiaokan("compare", good, good, "-o", report, "-o", "/dev/full", "--format", "json")
    assert ended.code == 2
    ended = jiaokan("compare", good, good, "-o", report, "-o", "/dev/full")
    assert ended.code == 2
    assert report.read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["good.txt", "r.json"]


# Texts that are hard on a program


def test_markup_in_a_text_stays_text(tmp_path: Path) -> None:
    words = "</script><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}&amp;"
    base = _file(tmp_path / "a.txt", f"{TEXT}第三条　{words}甲。\n".encode())
    other = _file(tmp_path / "b.txt", f"{TEXT}第三条　{words}乙<!--。\n".encode())
    page, data = tmp_path / "r.html", tmp_path / "r.json"
    assert jiaokan("compare", base, other, "-o", page, "-o", data).code == 1
    assert words in json.loads(data.read_bytes())["base"]["text"]
    html = page.read_text("utf-8")
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "&lt;img" in html


def _compared(tmp_path: Path, base: str, other: str) -> dict[str, int]:
    """Collate two large texts into both kinds of report and give the summary."""
    paths = (_file(tmp_path / "a.txt", base.encode()), _file(tmp_path / "b.txt", other.encode()))
    page, data = tmp_path / "r.html", tmp_path / "r.json"
    ended = jiaokan("compare", *paths, "-o", page, "-o", data, within=60)
    assert ended.code == 1, ended.err
    summary: dict[str, int] = json.loads(data.read_bytes())["summary"]
    return summary


def test_two_hundred_thousand_characters_without_a_line_break(tmp_path: Path) -> None:
    line = "".join(f"其第{number}处由园林部门负责养护，" for number in range(13_000))[:200_000]
    summary = _compared(tmp_path, line, line.replace("园林部门", "市政部门", 1))
    assert summary["substantive"] == 1


def test_ten_thousand_labels(tmp_path: Path) -> None:
    clauses = [f"{number}.树种编号为{number * 7}的乔木。" for number in range(1, 10_001)]
    base = "树种目录\n" + "\n".join(clauses) + "\n"
    summary = _compared(tmp_path, base, base.replace("34993的乔木", "34993的灌木"))
    assert summary["substantive"] == 1


def test_a_hundred_thousand_blank_lines(tmp_path: Path) -> None:
    base = TEXT.replace("\n", "\n" * 25_000)
    summary = _compared(tmp_path, base, base.replace("不得垂钓", "可以垂钓"))
    assert summary["substantive"] == 1
