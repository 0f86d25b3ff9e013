"""Whatever is wrong with a PDF, the user is told what, why and what to do, with exit code 2."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest

from diffcore.errors import ReadError
from diffcore.model import ReadOptions
from diffcore.read.formats.pdf import read_pdf
from tests.cli.run import assert_refused, jiaokan
from tests.read.pdf_maker import Sheet, paragraph, pdf

WORDS = "公园每日六时开放，园内不得垂钓，违者劝离，情节严重的通报其所在单位。"
GOOD = pdf([Sheet().lines(90, 760, paragraph(WORDS * 3, 30)) for _ in range(8)])

# A page with a password: what the entries hold does not matter, the empty password fits none.
ENCRYPTED = (
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> "
    "/ID [<41> <41>]"
)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return _file(tmp_path / "good.txt", f"公园管理办法\n\n{WORDS}\n".encode())


def _file(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _answers(data: bytes) -> None:
    """Pass where the file is read, or refused in words."""
    with suppress(ReadError):
        assert read_pdf(data, "a.pdf", ReadOptions()).text


def test_a_good_file_is_collated(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.pdf", pdf([Sheet().lines(90, 760, paragraph(WORDS, 30))]))
    assert jiaokan("compare", good, path, "--fail-on", "never").code == 0


def test_a_file_with_a_password(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.pdf", pdf([Sheet().put(90, 700, WORDS[:9])], trailer=ENCRYPTED))
    assert_refused(jiaokan("compare", good, path), "encrypted-file", "a.pdf", "密码")


def test_a_damaged_file(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20)
    assert_refused(jiaokan("compare", good, path), "damaged-file", "a.pdf")


def test_a_file_without_text(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.pdf", pdf([Sheet(), Sheet()]))
    assert_refused(jiaokan("compare", path, good, "--ocr", "never"), "no-text-layer", "第 1–2 页")


def test_a_page_tree_that_bites_its_tail(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.pdf", GOOD.replace(b"/Kids [", b"/Kids [2 0 R 2 0 R "))
    ended = jiaokan("compare", good, path, "--fail-on", "never", within=60)
    assert ended.code in (0, 2)
    assert "Traceback" not in ended.err


def test_a_page_tree_that_claims_to_be_endless(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.pdf", GOOD.replace(b"/Count 8", b"/Count 2000000000"))
    ended = jiaokan("compare", good, path, "--fail-on", "never", within=60)
    assert ended.code in (0, 2)
    assert "Traceback" not in ended.err


def test_a_file_cut_off_at_every_kilobyte() -> None:
    for end in range(0, len(GOOD), 1024):
        _answers(GOOD[:end] or b"%PDF-")


def test_a_file_with_damaged_bytes() -> None:
    dice = random.Random(20)  # noqa: S311 - the same damage in every run
    for _ in range(60):
        damaged = bytearray(GOOD)
        for _ in range(dice.choice((1, 10, 200))):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        _answers(bytes(damaged))


def test_a_page_with_absurd_measures() -> None:
    for size in ("1 0 0 1 1e38 1e38 Tm", "0 0 0 0 90 700 Tm", "1e20 0 0 1e20 0 0 Tm"):
        sheet = Sheet()
        sheet.content.append((size, 12, "公园管理办法"))
        _answers(pdf([sheet.put(90, 600, "公园管理")]))
    _answers(pdf([Sheet(entries="/MediaBox [0 0 1e30 1e30] /UserUnit 1e9").put(90, 600, "公园")]))
