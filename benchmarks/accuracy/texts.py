"""Where the real texts lie, and whether they are on this machine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.shared import SHARED

DATA = SHARED / "data"


def missing(needs: Iterable[str]) -> list[str]:
    """Give those of the folders below `data` that are not on this machine."""
    return [name for name in needs if not (DATA / name).is_dir()]


def read_text(path: Path) -> str:
    """Give a text of the corpus without its byte order mark."""
    return path.read_text(encoding="utf-8-sig")
