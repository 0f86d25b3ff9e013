"""Which reports a run is to make, and where they go: settled and checked before any work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from diffcore.errors import Bilingual, OptionError
from diffcore.read import STANDARD_INPUT, files_of
from reports import formats
from reports.outputs import check_apart, check_output

STANDARD_OUTPUT = "-"


class Output(NamedTuple):
    """One report to be made: where it goes (None: standard output) and its format."""

    path: Path | None
    format_name: str


def plan_outputs(
    outputs: Sequence[str], format_name: str | None, *, is_quiet: bool
) -> tuple[Output, ...]:
    """Give every report to be made, with its format.

    `format_name` decides where there is one output; among several it is for those whose suffix
    tells none. Raises: OptionError where a format is unknown or cannot be told.
    """
    by_suffix = {suffix: each.name for each in formats() for suffix in each.suffixes}
    if format_name is not None and format_name not in {each.name for each in formats()}:
        raise _unknown_format(format_name)
    if not outputs:
        return () if is_quiet else (Output(None, format_name or "terminal"),)
    planned = []
    for name in outputs:
        path = None if name == STANDARD_OUTPUT else Path(name)
        told = by_suffix.get(path.suffix.lower()) if path else "terminal"
        if format_name and (len(outputs) == 1 or path is None or told is None):
            told = format_name
        if told is None:
            raise _untold_format(name)
        planned.append(Output(path, told))
    return tuple(planned)


def _unknown_format(name: str) -> OptionError:
    return OptionError(
        Bilingual(f"没有报告格式「{name}」", f"there is no report format {name!r}"),
        Bilingual("--format 要的是报告格式的名称", "--format takes the name of a report format"),
        Bilingual("用 jiaokan formats 查看全部格式", "list the formats with: jiaokan formats"),
        "unknown-format",
    )


def _untold_format(name: str) -> OptionError:
    return OptionError(
        Bilingual(f"{name}：看不出要哪种报告", f"{name}: the format of the report cannot be told"),
        Bilingual("没有一种报告格式用这个后缀", "no report format has this suffix"),
        Bilingual(
            "换成 .html、.json 等后缀，或加 --format",
            "take a suffix such as .html, or add --format",
        ),
        "untold-format",
    )


def page_to_open(wanted: Iterable[Output]) -> Path:
    """Give the first HTML report. Raises: OptionError where there is none."""
    for output in wanted:
        if output.path and output.format_name == "html":
            return output.path
    raise OptionError(
        Bilingual("没有可打开的网页报告", "there is no HTML report to open"),
        Bilingual("--open 打开 -o 写出的网页报告", "--open opens the HTML report that -o writes"),
        Bilingual("加上 -o report.html", "add -o report.html"),
        "nothing-to-open",
    )


def check_outputs(wanted: Iterable[Output], inputs: Iterable[str]) -> None:
    """Pass where all report files can be written. Raises: WriteError, OptionError, ReadError."""
    paths = [output.path for output in wanted if output.path]
    check_apart(paths)
    if paths:
        read, _left_out = files_of([name for name in inputs if name != STANDARD_INPUT])
        for path in paths:
            check_output(path, [Path(name) for name in read])
