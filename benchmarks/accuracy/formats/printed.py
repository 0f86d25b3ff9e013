"""Official DOCX files printed and converted by LibreOffice, which is a peer and none of ours."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.texts import DATA

# What LibreOffice writes them as; the filter where the suffix alone does not name one.
CONVERTED = ("pdf", "html", "epub", "doc")
# Every so many-th law of renditions/national is converted: of 60 laws, 6. Reading a DOC file takes
# LibreOffice six seconds, and each is read five times.
EVERY = 10
# The plain renditions that stand beside the official file, the first that there is.
PLAIN = ("laosheng.txt", "lawrefbook.md")


class Version(NamedTuple):
    """A text in one format; `name` is that of the format."""

    text: str
    name: str
    path: Path


def program() -> str | None:
    """Give the path of LibreOffice, None where it is not installed."""
    return shutil.which("soffice")


def printed(folder: Path) -> list[list[Version]]:
    """Give for each chosen law its official DOCX, what `folder` gets of it, and a plain text."""
    laws = sorted(path for path in (DATA / "renditions/national").iterdir() if path.is_dir())
    chosen = laws[::EVERY]
    copies = []
    for law in chosen:
        copy = folder / f"{law.name}.docx"
        shutil.copyfile(law / "flk_official.docx", copy)
        copies.append(copy)
    for suffix in CONVERTED:
        _convert(copies, suffix, folder)
    return [list(_versions(law, copy)) for law, copy in zip(chosen, copies, strict=True)]


def _convert(files: Sequence[Path], suffix: str, folder: Path) -> None:
    """Let one run of LibreOffice convert all files.

    Raises: subprocess.CalledProcessError.
    """
    soffice = program()
    if soffice is None:
        raise FileNotFoundError("soffice")
    profile = (folder / "profile").resolve().as_uri()
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix,
         "--outdir", str(folder), *map(str, files)],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip


def _versions(law: Path, copy: Path) -> Iterator[Version]:
    yield Version(law.name, "docx", copy)
    for suffix in CONVERTED:
        yield Version(law.name, suffix, copy.with_suffix(f".{suffix}"))
    plain = next((law / name for name in PLAIN if (law / name).is_file()), None)
    if plain:
        yield Version(law.name, plain.suffix[1:], plain)
