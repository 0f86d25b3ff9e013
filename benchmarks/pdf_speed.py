"""Time of reading a PDF beside the library alone, and memory by the number of pages.

The library alone is what pypdfium2 does for `page.get_textpage().get_text_range()` over all pages.
The ratios are of the fastest of several runs taken in turns in one process, since other work on
the machine disturbs them; the memory is that of a process for each number of pages.

    python -m benchmarks.pdf_speed [FILE …]
"""

from __future__ import annotations

import argparse
import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from diffcore.model import ReadOptions
from diffcore.read.formats.pdf import read_pdf
from tests.read.pdf_maker import Sheet, paragraph, pdf
from tests.shared import SHARED

# Runs of each, in turns; the fastest counts.
TIMES = 9
# What the tool promises: so many times the time of the library alone.
GOAL = 3.0
PAGES = (10, 100, 400)
WORDS = "公园每日六时开放，二十二时关闭；逢节假日延长一小时，由管理处提前三日公告。" * 18


def main() -> None:
    """Print a table of times, then one of memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--memory-of", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.memory_of:
        print(_peak(arguments.memory_of))
        return
    gc.disable()  # as the process that reads a file does
    for path in arguments.files or sorted((SHARED / "data/formats").glob("pdf_*/*.pdf")):
        _print_times(path.name, path.read_bytes())
    for count in PAGES:
        command = [sys.executable, "-m", "benchmarks.pdf_speed", "--memory-of", str(count)]
        peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print(f"{count:>4} pages: {int(peak) / 1024:6.0f} MB at most")


def _print_times(name: str, data: bytes) -> None:
    alone, ours = _fastest(lambda: _library(data), lambda: read_pdf(data, name, ReadOptions()))
    verdict = "" if ours <= GOAL * alone else f"  (goal: at most {GOAL:g})"
    print(f"{ours / alone:5.2f} times {alone * 1000:7.1f} ms  {name}{verdict}")


def _fastest(*actions: Callable[[], object]) -> list[float]:
    """Give the seconds of the fastest run of each action."""
    times = [[_seconds(action) for action in actions] for _ in range(TIMES)]
    return [min(each) for each in zip(*times, strict=True)]


def _seconds(action: Callable[[], object]) -> float:
    begin = time.process_time()
    action()
    return time.process_time() - begin


def _library(data: bytes) -> None:
    document = pypdfium2.PdfDocument(data)
    for index in range(len(document)):
        page = document[index]
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    document.close()


def _made(count: int) -> bytes:
    lines = paragraph(WORDS, 30)[:40]
    return pdf([Sheet().lines(90, 780, lines).put(290, 40, str(n + 1)) for n in range(count)])


def _peak(count: int) -> int:
    """Give the peak memory, in KiB, of this process after it has read so many pages."""
    read_pdf(_made(count), "made", ReadOptions())
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
