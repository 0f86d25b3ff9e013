"""What a task of the benchmark is (Task), and what it gives (Outcome)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from diffcore.errors import Bilingual


class Measure(NamedTuple):
    """One number beside its goal; `unit` is "share" (0..1, shown in percent) or "count"."""

    title: Bilingual
    value: float
    goal: float
    unit: str = "share"
    is_at_least: bool = True

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        return self.value >= self.goal if self.is_at_least else self.value <= self.goal


class Table(NamedTuple):
    """Numbers side by side, of this tool and its peers or of several kinds of text."""

    title: Bilingual
    head: tuple[Bilingual, ...]
    rows: tuple[tuple[str, ...], ...]


class Fault(NamedTuple):
    """One thing that is still wrong, or that was looked at and judged: where, what, and why."""

    where: str
    what: str
    reason: Bilingual


class Outcome(NamedTuple):
    """What a task gives: its numbers, its tables, and every fault that is left.

    `judged` are findings that look like faults and were judged, by hand, to be none.
    """

    measures: tuple[Measure, ...]
    tables: tuple[Table, ...] = ()
    faults: tuple[Fault, ...] = ()
    judged: tuple[Fault, ...] = ()


class Task(NamedTuple):
    """One kind of work that is measured (one file of `tasks` each, constant TASK).

    `rank` is the place on the page. `method` says how it is scored. `needs` are the folders of
    the real texts that it reads, below `data`; without them it is left out, with that reason.
    `run` gives the same outcome for the same texts in every run.
    """

    name: str
    rank: int
    title: Bilingual
    method: Bilingual
    needs: tuple[str, ...]
    run: Callable[[Engine], Outcome]
