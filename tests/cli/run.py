"""The real command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]

# Root may read what it likes because of two capabilities: without them it may not.
DROP_PRIVILEGE = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


class Ended(NamedTuple):
    """A finished run: its exit code and what it printed."""

    code: int
    out: str
    err: str


def jiaokan(
    *arguments: str | Path,
    given: bytes = b"",
    env: dict[str, str] | None = None,
    is_unprivileged: bool = False,
    within: float = 120,
) -> Ended:
    """Run the command with `arguments` and give how it ended.

    `given` is standard input, `within` are seconds. With `is_unprivileged` permissions of files
    count even where the tests run as root.
    """
    dropped = DROP_PRIVILEGE if is_unprivileged and os.geteuid() == 0 else []
    ended = subprocess.run(
        [*dropped, sys.executable, "-m", "cli", *map(str, arguments)],
        cwd=ROOT,
        input=given,
        capture_output=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(env or {})},
        timeout=within,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def assert_refused(ended: Ended, slug: str, *words: str) -> None:
    """Pass where the run told its trouble in four lines that hold `words` and end at `slug`."""
    lines = ended.err.splitlines()
    assert ended.code == 2
    assert ended.out == ""
    assert [line[:3] for line in lines] == ["错误：", "原因：", "处理：", "说明："], ended.err
    assert lines[3] == f"说明：docs/messages.md#{slug}"
    assert all(word in ended.err for word in words)
