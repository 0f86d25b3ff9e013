"""Parsing in a process of its own: a file that crashes or starves a parser costs a message.

The child gets the bytes on its standard input and gives the source text on its standard output;
it limits its own memory and time before it touches them (worker.py).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from diffcore.errors import Bilingual
from diffcore.model import ReadOptions, SourceText
from diffcore.read import refusals
from diffcore.read.reader import Drawn, Reader, Strip

# The directory that holds the package: the child must import the very same code.
_ROOT = Path(__file__).resolve().parents[2]

# How the child ends where a limit stopped it; below 0 is the signal that killed it.
OUT_OF_MEMORY, OUT_OF_TIME = 3, 4


def read_isolated(reader: Reader, data: bytes, path: str, options: ReadOptions) -> SourceText:
    """Let a child process read `data`, and give its source text.

    Raises: ReadError, the one of the reader or one that says how the child ended.
    """
    from diffcore.read.transport import unpack

    ended = _run("worker", (reader.name, *options, path), data)
    _check(ended, path, reader.title)
    try:
        return unpack(ended.stdout)
    except (ValueError, KeyError, TypeError) as error:
        raise refusals.crashed(path, reader.title, str(error)) from error


def rows_isolated(data: bytes, path: str, title: Bilingual) -> list[list[str]]:
    """Let a child process read the first sheet of a workbook, and give its rows as words.

    Raises: ReadError where it is none, or one that says how the child ended.
    """
    from diffcore.read.transport import unpack_rows

    ended = _run("workbook", (path,), data)
    _check(ended, path, title)
    try:
        return unpack_rows(ended.stdout)
    except (ValueError, KeyError, TypeError) as error:
        raise refusals.crashed(path, title, str(error)) from error


def _check(ended: subprocess.CompletedProcess[bytes], path: str, title: Bilingual) -> None:
    """Pass where the child gave an answer. Raises: ReadError."""
    if ended.returncode == OUT_OF_MEMORY:
        raise refusals.too_demanding(path, title)
    if ended.returncode == OUT_OF_TIME:
        raise refusals.too_slow(path, title)
    if ended.returncode != 0:
        raise refusals.crashed(path, title, _last_words(ended.stderr, ended.returncode))


def draw_isolated(
    reader: Reader, data: bytes, path: str, strips: Sequence[Strip]
) -> list[Drawn | None]:
    """Let a child process draw strips of a file, None for each that it could not draw."""
    import json
    from base64 import b64decode

    asked = json.dumps([(strip.page, *strip.box) for strip in strips]).encode("ascii")
    ended = _run("drawer", (reader.name, path), b"".join((asked, b"\n", data)))
    try:
        drawn = json.loads(ended.stdout) if ended.returncode == 0 else []
    except ValueError:
        drawn = []
    if len(drawn) != len(strips):
        return [None] * len(strips)
    return [each and Drawn(each[0], each[1], b64decode(each[2])) for each in drawn]


def _run(module: str, arguments: Sequence[str], data: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run one of our modules in a child process, with `data` on its standard input."""
    return subprocess.run(  # noqa: S603 - our own interpreter with our own module
        [sys.executable, "-P", "-m", f"diffcore.read.{module}", *arguments],
        input=data,
        capture_output=True,
        env=_environment(),
        check=False,
    )


def _environment() -> dict[str, str]:
    """Give the environment of the child: ours, with the package on its path and UTF-8 names."""
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONUTF8": "1"}


def _last_words(complaint: bytes, code: int) -> str:
    """Give the last line that the child wrote, or the signal that ended it."""
    if code < 0:
        import signal

        return signal.Signals(-code).name
    lines = complaint.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"exit code {code}"
