"""The page of the benchmark says what was measured, and what is still wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.page import Report, page_of, terminal_lines
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from diffcore.errors import Bilingual

ROOT = Path(__file__).resolve().parents[2]


def _outcome(_engine: Engine) -> Outcome:
    return Outcome(
        measures=(
            Measure(Bilingual("召回", "recall"), 0.9994, 0.999),
            Measure(Bilingual("误报", "false alarms"), 3, 0, "count", is_at_least=False),
        ),
        tables=(Table(Bilingual("同类", "peers"), (Bilingual("名", "name"),), (("a|b",),)),),
        faults=(Fault("第三条", "三十日<十五日", Bilingual("未找到", "not found")),),
    )


TASK = Task(
    "trial", 1, Bilingual("试", "trial"), Bilingual("量法", "method"), ("nowhere",), _outcome
)


def _page() -> str:
    return page_of([Report(TASK, TASK.run(Engine()))])


def test_a_goal_that_is_missed_is_marked() -> None:
    lines = _page().splitlines()
    assert any("召回" in line and "99.94%" in line and "✓" in line for line in lines)
    assert any("误报" in line and "| 3 |" in line and "✗" in line for line in lines)


def test_what_is_still_wrong_is_listed_with_its_reason() -> None:
    assert "| 第三条 | 三十日&lt;十五日 | 未找到 *not found* |" in _page()


def test_a_bar_does_not_break_a_table() -> None:
    assert "| a\\|b |" in _page()


@pytest.mark.parametrize(("value", "is_met"), [(0.999, True), (0.9989, False)])
def test_a_goal_is_met_from_its_number_on(*, value: float, is_met: bool) -> None:
    assert Measure(Bilingual("召回", "recall"), value, 0.999).is_met is is_met


def test_the_terminal_tells_the_same_numbers() -> None:
    lines = "\n".join(terminal_lines(Report(TASK, TASK.run(Engine()))))
    assert "✓ 召回 99.94%" in lines
    assert "✗ 误报 3" in lines


def test_an_unknown_task_is_told() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks.accuracy", "nonsense"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert "nonsense" in ended.stderr
