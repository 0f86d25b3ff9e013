"""Documents of other word processors, by way of a real LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.run import assert_refused, jiaokan
from tests.read.docx.building import level, lists, paragraph, save, table

TEXT = "渔港管理办法\n第一条　渔港实行分区管理，泊位不少于12个。\n第二条　自公布之日起施行。\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None and os.environ.get("CI") != "true",
    reason="LibreOffice is not on this machine",
)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a directory with one document in several formats, all written by LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    body = paragraph("渔港管理办法") + "".join(
        paragraph(words, number=(1, 0))
        for words in ("渔港实行分区管理，泊位不少于12个。", "自公布之日起施行。")
    )
    numbering = lists(level(0, "chineseCountingThousand", "第%1条"))
    made = save(
        folder / "a.docx", body + table(("项目", "数"), ("泊位", "12")), numbering=numbering
    )
    for suffix in ("doc", "odt"):
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
             "--convert-to", suffix, "--outdir", str(folder), str(made)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return folder


@needs_libreoffice
@pytest.mark.parametrize("suffix", ["doc", "odt"])
def test_a_document_says_the_same_as_its_docx(converted: Path, suffix: str) -> None:
    ended = jiaokan(
        "compare", converted / "a.docx", converted / f"a.{suffix}", "--fail-on", "accidental"
    )
    assert ended.code == 0, ended.out + ended.err
    outline = jiaokan("outline", converted / f"a.{suffix}").out
    assert "第一条 渔港实行分区管理" in outline


@needs_libreoffice
def test_rich_text_is_read(tmp_path: Path) -> None:
    words = "".join(f"\\u{ord(sign)}?" if sign != "\n" else "\\par " for sign in TEXT)
    path = tmp_path / "a.rtf"
    path.write_bytes(b"{\\rtf1\\ansi " + words.encode("ascii") + b"}")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert jiaokan("compare", path, tmp_path / "a.txt", "--fail-on", "note").code == 0


@needs_libreoffice
def test_a_wps_document_is_known_by_its_content(converted: Path, tmp_path: Path) -> None:
    path = tmp_path / "甲.wps"
    shutil.copyfile(converted / "a.doc", path)
    assert jiaokan("compare", converted / "a.docx", path, "--fail-on", "accidental").code == 0


@needs_libreoffice
def test_a_broken_document_is_refused(converted: Path, tmp_path: Path) -> None:
    path = tmp_path / "坏.doc"
    whole = (converted / "a.doc").read_bytes()
    path.write_bytes(whole[:512] + bytes(1024) + "WordDocument".encode("utf-16-le"))
    ended = jiaokan("compare", path, path, within=200)
    assert_refused(ended, "not-converted", "坏.doc")


def test_without_libreoffice_the_message_names_it(tmp_path: Path) -> None:
    path = tmp_path / "甲.doc"
    path.write_bytes(OLE + bytes(504) + "WordDocument".encode("utf-16-le"))
    ended = jiaokan("compare", path, path, env={"PATH": str(tmp_path)})
    assert_refused(ended, "needs-program", "甲.doc", "LibreOffice")


def test_an_encrypted_docx_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "密.docx"
    path.write_bytes(OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le"))
    assert_refused(jiaokan("compare", path, path), "encrypted-file", "密.docx")


def test_a_workbook_of_the_old_kind_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "表.xls"
    path.write_bytes(OLE + bytes(504) + "Workbook".encode("utf-16-le"))
    assert_refused(jiaokan("compare", path, path), "foreign-format", "表.xls")
