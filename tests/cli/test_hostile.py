"""Hostile files of every format: a message, exit code 2, no traceback, bounded memory and time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.run import ROOT
from tests.read.docx.building import package, paragraph

# Kilobytes of memory that no process of a run may exceed, for files of some megabytes, and seconds.
MEMORY_AT_MOST = 900 << 10
SECONDS_AT_MOST = 100

# Runs the command it is given and tells the largest process of it on the last line of its errors.
_WITNESS = (
    "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode; "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(code)"
)

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "哈">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


class Ended(NamedTuple):
    """A finished run: its exit code, what it printed, and the kilobytes of its largest process."""

    code: int
    out: str
    err: str
    kilobytes: int


def run(path: Path) -> Ended:
    """Collate a file with itself, watched."""
    ended = subprocess.run(
        [sys.executable, "-c", _WITNESS, sys.executable, "-m", "cli", "compare", path, path],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=SECONDS_AT_MOST,
        check=False,
    )
    err, _, kilobytes = ended.stderr.decode().rstrip("\n").rpartition("\n")
    return Ended(ended.returncode, ended.stdout.decode(), err, int(kilobytes))


def zipped(members: dict[str, bytes | str]) -> bytes:
    """Give a container with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return file.getvalue()


def docx(document: bytes | str) -> bytes:
    """Give a container that passes for a Word document with this body."""
    return zipped({"word/document.xml": document})


def ofd(start: bytes | str) -> bytes:
    """Give a container that passes for an OFD file with this first member."""
    return zipped({"OFD.xml": start})


def epub(container: bytes | str) -> bytes:
    """Give a container that passes for a book with this first member."""
    return zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": container})


SIZE = 400 << 20
DEEP = "<a>" * 100_000
BODY = f'<w:document xmlns:w="{NAMESPACE}"><w:body>%s</w:body></w:document>'

HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "docx of 400 MB zeros": ("a.docx", lambda: docx(bytes(SIZE))),
    "ofd of 400 MB zeros": ("a.ofd", lambda: ofd(bytes(SIZE))),
    "epub of 400 MB zeros": ("a.epub", lambda: epub(bytes(SIZE))),
    "docx with entities that grow": ("a.docx", lambda: docx(LAUGHS + BODY % "&l11;")),
    "ofd with entities that grow": ("a.ofd", lambda: ofd(LAUGHS + "<a>&l11;</a>")),
    "epub with entities that grow": ("a.epub", lambda: epub(LAUGHS + "<a>&l11;</a>")),
    "docx with an entity of another file": ("a.docx", lambda: docx(OUTSIDE + BODY % "&x;")),
    "docx nested 100,000 deep": ("a.docx", lambda: docx(DEEP)),
    "ofd nested 100,000 deep": ("a.ofd", lambda: ofd(DEEP)),
    "epub nested 100,000 deep": ("a.epub", lambda: epub(DEEP)),
    "docx with a member above its folder": (
        "a.docx",
        lambda: zipped({"../../../word/document.xml": BODY % "", "../escaped.txt": "甲"}),
    ),
    "zip of a zip": ("a.zip", lambda: zipped({"b.zip": zipped({"a.txt": "甲"})})),
    "a container that ends at once": ("a.docx", lambda: b"PK\x03\x04word/document.xml"),
    "pdf of nothing but a head": ("a.pdf", lambda: b"%PDF-1.7\n"),
    "a picture that is none": ("a.png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(4096)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_a_message(name: str, tmp_path: Path) -> None:
    file, make = HOSTILE[name]
    path = tmp_path / "里" / file
    path.parent.mkdir()
    path.write_bytes(make())
    ended = run(path)
    assert ended.code == 2, ended.out
    assert "Traceback" not in ended.err
    assert ended.err.startswith("错误：")
    assert "root:" not in ended.out + ended.err
    assert ended.kilobytes < MEMORY_AT_MOST
    assert [each.name for each in tmp_path.rglob("*")] == ["里", file], "nothing was unpacked"


@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".ofd", ".html", ".doc"])
def test_a_wrong_suffix_deceives_nobody(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"甲{suffix}"
    path.write_bytes(package(paragraph("第一条　渔港实行分区管理。")))
    ended = run(path)
    assert ended.code == 0, ended.err
    assert "（docx）" in ended.out


def test_a_document_cut_at_every_kilobyte_is_text_or_a_message(tmp_path: Path) -> None:
    whole = package(
        "".join(paragraph(f"第{n}条　渔港实行分区管理{n * 7919}。") for n in range(900))
    )
    path = tmp_path / "断.docx"
    codes = set()
    for end in range(1024, len(whole), 1024):
        path.write_bytes(whole[:end])
        ended = run(path)
        assert "Traceback" not in ended.err, end
        codes.add(ended.code)
    assert codes == {2}
