"""The outcomes in words: lines for the terminal, and docs/accuracy.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task

HEAD = """\
# 准确 / Accuracy

在别人写的文字上量：漏了多少，多说了多少，说得对不对。每一处还不对的都列在后面，写明缘故。
本页由 `make accuracy` 写出；量法和算分都在 [benchmarks/accuracy](../benchmarks/accuracy) 里。
材料是公开的法律、政策的真实文本，不随本项目发布；没有材料的机器上，相应的项目略去并说明。

*Measured on texts that nobody here wrote: what is missed, what is told for nothing, what is called
by a wrong name. All that is still wrong is listed, case by case, with its reason. This page is
written by `make accuracy`; methods and scorers stand in benchmarks/accuracy.*
"""


class Report(NamedTuple):
    """A task with what it gave."""

    task: Task
    outcome: Outcome


def page_of(reports: Sequence[Report]) -> str:
    """Give the page docs/accuracy.md."""
    return "\n".join([HEAD, *_summary(reports), *(line for one in reports for line in _part(one))])


def terminal_lines(report: Report) -> Iterator[str]:
    """Give the numbers of a task as lines for the terminal."""
    yield f"{report.task.name}: {report.task.title.zh} / {report.task.title.en}"
    for measure in report.outcome.measures:
        sign = "✓" if measure.is_met else "✗"
        yield f"  {sign} {measure.title.zh} {_value(measure)} ({_goal(measure)})"
    for table in report.outcome.tables:
        yield f"  {table.title.zh}"
        yield "    " + " | ".join(name.zh for name in table.head)
        for row in table.rows:
            yield "    " + " | ".join(row)
    yield f"  faults {len(report.outcome.faults)}, judged {len(report.outcome.judged)}"


def _summary(reports: Sequence[Report]) -> Iterator[str]:
    yield "| 项目 task | 量 measure | 值 value | 目标 goal | |"
    yield "| --- | --- | --- | --- | --- |"
    for task, outcome in reports:
        for measure in outcome.measures:
            sign = "✓" if measure.is_met else "✗"
            yield (
                f"| [{task.title.zh}](#{task.name}) | {measure.title.zh} *{measure.title.en}* "
                f"| {_value(measure)} | {_goal(measure)} | {sign} |"
            )
    yield ""


def _part(report: Report) -> Iterator[str]:
    task, outcome = report
    yield f'<a id="{task.name}"></a>\n'
    yield f"## {task.title.zh} / {task.title.en}\n"
    yield f"{task.method.zh}\n*{task.method.en}*\n"
    for table in outcome.tables:
        yield from _table(table)
    yield from _faults("还不对的 / Still wrong", outcome.faults)
    yield from _faults("看过，不算错的 / Judged to be right", outcome.judged)


def _table(table: Table) -> Iterator[str]:
    yield f"**{table.title.zh}** *{table.title.en}*\n"
    yield "| " + " | ".join(f"{name.zh} *{name.en}*" for name in table.head) + " |"
    yield "| " + " | ".join("---" for _ in table.head) + " |"
    yield from ("| " + " | ".join(map(_cell, row)) + " |" for row in table.rows)
    yield ""


def _faults(title: str, faults: Iterable[Fault]) -> Iterator[str]:
    faults = tuple(faults)
    if not faults:
        return
    yield f"### {title}（{len(faults)}）\n"
    yield "| 何处 where | 何事 what | 缘故 why |"
    yield "| --- | --- | --- |"
    for fault in faults:
        reason = f"{_cell(fault.reason.zh)} *{_cell(fault.reason.en)}*"
        yield f"| {_cell(fault.where)} | {_cell(fault.what)} | {reason} |"
    yield ""


def _cell(text: str) -> str:
    """Give `text` as it can stand in a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def _value(measure: Measure) -> str:
    if measure.unit == "share":
        return f"{measure.value:.2%}"
    return f"{measure.value:,.2f}".rstrip("0").rstrip(".")


def _goal(measure: Measure) -> str:
    sign = "≥" if measure.is_at_least else "≤"
    goal = f"{measure.goal:.1%}" if measure.unit == "share" else f"{measure.goal:,g}"
    return f"{sign} {goal}"
