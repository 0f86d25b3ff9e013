"""What a report format is: one file in `reports.formats` with one constant, `FORMAT`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from diffcore.errors import Bilingual
from diffcore.model import Collation


class RenderOptions(NamedTuple):
    """How a report is drawn, never what it says.

    `width` is in terminal columns, `colour` allows terminal colours; formats without either
    ignore them.
    """

    width: int = 80
    colour: bool = False


class ReportFormat(NamedTuple):
    """One way to write a collation down.

    `suffixes` are file name endings with their dot; the first of them is the usual one.
    `render` gives the same bytes for the same collation.
    """

    name: str
    suffixes: tuple[str, ...]
    title: Bilingual
    render: Callable[[Collation, RenderOptions], bytes]
