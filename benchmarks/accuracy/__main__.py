"""Runs the tasks, prints their tables and writes docs/accuracy.md: `make accuracy`.

Exit code 0: every goal is reached; 1: one is not; a part of the tasks writes no page.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from benchmarks.accuracy import tasks
from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.mutants import MUTANTS
from benchmarks.accuracy.page import Report, page_of, terminal_lines
from benchmarks.accuracy.task import Task
from benchmarks.accuracy.texts import missing
from diffcore.discover import discover

PAGE = Path(__file__).resolve().parents[2] / "docs" / "accuracy.md"


def main() -> int:
    """Measure, print, write; give the exit code."""
    found: tuple[Task, ...] = discover(tasks, "TASK")
    every = sorted(found, key=lambda task: task.rank)
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.accuracy")
    parser.add_argument("tasks", nargs="*", help="which of " + ", ".join(t.name for t in every))
    parser.add_argument("--mutant", choices=sorted(MUTANTS), default="", help="measure a mutant")
    arguments = parser.parse_args()
    unknown = set(arguments.tasks) - {task.name for task in every}
    if unknown:
        parser.error(f"no such task: {', '.join(sorted(unknown))}")
    chosen = [task for task in every if not arguments.tasks or task.name in arguments.tasks]
    reports = [report for task in chosen if (report := measure(task, Engine(arguments.mutant)))]
    if len(reports) == len(every) and not arguments.mutant:
        PAGE.write_text(page_of(reports), encoding="utf-8")
        print(f"wrote {PAGE.relative_to(Path.cwd())}" if PAGE.is_relative_to(Path.cwd()) else PAGE)
    return 0 if all(m.is_met for report in reports for m in report.outcome.measures) else 1


def measure(task: Task, engine: Engine) -> Report | None:
    """Run one task and print its numbers; None where its texts are not on this machine."""
    lacking = missing(task.needs)
    if lacking:
        print(f"{task.name}: skipped, not on this machine: {', '.join(lacking)}")
        return None
    begin = time.perf_counter()
    report = Report(task, task.run(engine))
    print("\n".join(terminal_lines(report)))
    print(f"  {time.perf_counter() - begin:.0f} s\n", flush=True)
    return report


if __name__ == "__main__":
    sys.exit(main())
