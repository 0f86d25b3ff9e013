"""The command as a user types it: options, exit codes, listings."""

from __future__ import annotations

import array
import fcntl
import json
import os
import re
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.cli.run import ROOT, Ended, jiaokan

BASE = "公园管理办法\n\n第一条　公园每日六时开放，面积120亩。\n第二条　园内不得垂钓，违者劝离。\n"
# One figure, one word of ban, one mark of punctuation.
OTHER = BASE.replace("120", "").replace("不得", "可以").replace("开放，", "开放；")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    base, other = tmp_path / "base.txt", tmp_path / "other.txt"
    base.write_text(BASE, "utf-8")
    other.write_text(OTHER, "utf-8")
    return base, other


def _slug(ended: Ended) -> str:
    assert ended.code == 2
    return ended.err.strip().rpartition("#")[2]


def test_without_an_output_the_report_goes_to_standard_output(pair: tuple[Path, Path]) -> None:
    ended = jiaokan("compare", *pair)
    assert (ended.code, ended.err) == (1, "")
    assert "120" in ended.out
    assert "\x1b" not in ended.out


def test_several_outputs_in_one_run(pair: tuple[Path, Path], tmp_path: Path) -> None:
    page, data = tmp_path / "r.HTML", tmp_path / "r.json"
    ended = jiaokan("compare", *pair, "-o", page, "-o", data, "-o", "-")
    assert ended.code == 1
    assert page.read_text("utf-8").startswith("<!")
    assert json.loads(data.read_bytes())["summary"]["substantive"] == 2
    assert "120" in ended.out
    assert ended.err.startswith("实质 2，形式 1，提示 0；已写 ")


def test_quiet_prints_nothing(pair: tuple[Path, Path], tmp_path: Path) -> None:
    assert jiaokan("compare", *pair, "-q") == (1, "", "")
    assert jiaokan("compare", *pair, "-q", "-o", tmp_path / "r.json") == (1, "", "")


def test_the_format_can_be_named(pair: tuple[Path, Path], tmp_path: Path) -> None:
    report = tmp_path / "report.out"
    assert json.loads(jiaokan("compare", *pair, "--format", "json").out)["findings"]
    assert json.loads(jiaokan("compare", *pair, "--format", "json", "-o", "-").out)["findings"]
    jiaokan("compare", *pair, "--format", "json", "-o", report)
    assert json.loads(report.read_bytes())["findings"]
    ended = jiaokan("compare", *pair, "--format", "json", "-o", tmp_path / "r.html", "-o", "-")
    assert json.loads(ended.out)["findings"]
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!")


def test_a_format_that_cannot_be_told_is_asked_for(pair: tuple[Path, Path], tmp_path: Path) -> None:
    assert _slug(jiaokan("compare", *pair, "-o", tmp_path / "r.xyz")) == "untold-format"
    assert _slug(jiaokan("compare", *pair, "--format", "xyz")) == "unknown-format"


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [
        ("substantive", 1),
        ("accidental", 1),
        ("note", 1),
        ("never", 0),
        ("", 0),
        ("missing_figure", 1),
        ("extra_figure", 0),
        ("extra_figure, modality", 1),
        ("extra_figure,punctuation", 1),
    ],
)
def test_fail_on_decides_about_the_exit_code(
    pair: tuple[Path, Path], fail_on: str, code: int
) -> None:
    assert jiaokan("compare", *pair, "-q", "--fail-on", fail_on).code == code


def test_a_difference_of_form_fails_only_where_it_is_asked_for(tmp_path: Path) -> None:
    base, other = tmp_path / "a.txt", tmp_path / "b.txt"
    base.write_text(BASE, "utf-8")
    other.write_text(BASE.replace("开放，", "开放；"), "utf-8")
    assert jiaokan("compare", base, other, "-q").code == 0
    assert jiaokan("compare", base, other, "-q", "--fail-on", "accidental").code == 1


def test_fail_on_knows_its_words(pair: tuple[Path, Path]) -> None:
    assert _slug(jiaokan("compare", *pair, "--fail-on", "everything")) == "unknown-kind"


@pytest.mark.parametrize(
    ("arguments", "slug"),
    [
        (["--whole", "--base-doc", "1"], "whole-or-document"),
        (["--base-doc", "9"], "no-such-document"),
        (["--open"], "nothing-to-open"),
        (["--base-doc", "0"], "usage"),
        (["--nonsense"], "usage"),
    ],
)
def test_options_that_do_not_fit(pair: tuple[Path, Path], arguments: list[str], slug: str) -> None:
    assert _slug(jiaokan("compare", *pair, *arguments)) == slug


@pytest.mark.parametrize("arguments", [["compare"], ["compare", "a.txt"], ["collate"], ["-x"]])
def test_a_wrong_command_line_is_trouble(arguments: list[str]) -> None:
    assert _slug(jiaokan(*arguments)) == "usage"


def test_errors_and_reports_come_in_english_on_request(pair: tuple[Path, Path]) -> None:
    ended = jiaokan("compare", pair[0], "nowhere.txt", "--lang", "en")
    assert ended.err.startswith("Error: nowhere.txt: no such file\nWhy: ")
    ended = jiaokan("compare", "nowhere.txt", pair[0], env={"JIAOKAN_LANG": "en"})
    assert ended.err.startswith("Error: ")
    assert "substantive" in jiaokan("compare", *pair, "--lang", "en").out.lower()


def test_the_version_is_that_of_the_package() -> None:
    from diffcore.version import VERSION

    assert jiaokan("--version") == (0, f"jiaokan {VERSION}\n", "")


@pytest.mark.parametrize(
    "name", ["compare", "outline", "contents", "kinds", "formats", "completion"]
)
def test_every_command_has_help(name: str) -> None:
    ended = jiaokan(name, "--help")
    assert ended.code == 0
    assert f"Usage: jiaokan {name}" in ended.out
    assert name in jiaokan().out


def test_help_does_not_load_the_engine() -> None:
    code = (
        "import sys, cli; assert cli.run(['compare', '--help']) == 0;"
        "heavy = {'opencc', 'rapidfuzz', 'diff_match_patch', 'jinja2', 'diffcore.pipeline'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_for_each_shell(shell: str) -> None:
    ended = jiaokan("completion", shell)
    assert ended.code == 0
    assert "_JIAOKAN_COMPLETE" in ended.out


def test_a_shell_gets_completions() -> None:
    asked = {"_JIAOKAN_COMPLETE": "bash_complete", "COMP_WORDS": "jiaokan co", "COMP_CWORD": "1"}
    assert "compare" in jiaokan(env=asked).out


def test_the_outline_shows_lines_levels_labels_and_words(pair: tuple[Path, Path]) -> None:
    ended = jiaokan("outline", pair[0])
    assert ended.code == 0
    assert "3  [条] 第一条 公园每日六时开放，面积120亩。" in ended.out


def test_the_contents_of_a_gazette_are_numbered() -> None:
    ended = jiaokan("contents", ROOT / "samples" / "gazette" / "gazette.txt")
    assert ended.code == 0
    assert re.search(r"(?m)^ +3 .*图书馆服务提质行动方案", ended.out)


def test_the_contents_of_a_single_document(pair: tuple[Path, Path]) -> None:
    assert re.search(r"(?m)^ +1 .*公园管理办法", jiaokan("contents", pair[0]).out)


def test_kinds_are_listed_and_explained() -> None:
    from diffcore.classify.kinds import KINDS

    listed = jiaokan("kinds").out
    assert all(kind.name in listed for kind in KINDS)
    assert "例：" in jiaokan("kinds", "modality").out
    assert _slug(jiaokan("kinds", "nonsense")) == "unknown-kind"


def test_formats_are_listed() -> None:
    listed = jiaokan("formats").out
    assert all(name in listed for name in ("markdown", "text", "html", "json", "terminal"))


def test_two_runs_under_different_hash_seeds_give_the_same_bytes(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    written = []
    for seed in ("1", "2"):
        page, data = tmp_path / "r.html", tmp_path / "r.json"
        jiaokan("compare", *pair, "-o", page, "-o", data, env={"PYTHONHASHSEED": seed})
        written.append((page.read_bytes(), data.read_bytes()))
    assert written[0] == written[1]


def test_a_reader_that_stops_early_is_no_trouble() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "cli", "kinds"],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (128 + signal.SIGPIPE, b"")


def _waiting(pipe: int) -> int:
    """Give how many bytes of a pipe nobody has read yet."""
    count = array.array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, count)
    return count[0]


def test_an_interruption_ends_quietly(pair: tuple[Path, Path]) -> None:
    reading, writing = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-m", "cli", "outline", "-"],
        cwd=ROOT,
        stdin=reading,
        stderr=subprocess.PIPE,
        # A shell starts background jobs with SIGINT ignored, and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        os.write(writing, b"x")
        while _waiting(reading):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.stderr
        assert b"Traceback" not in process.stderr.read()
    os.close(reading)
    os.close(writing)
    assert process.returncode == 128 + signal.SIGINT
