"""Time and memory of the whole command beside its peers, in one run: `make bench`.

Every measurement is a process of its own, from start to exit, so that imports and the writing
of reports count. Peers get the two texts and do what they offer for a pair of texts: most of
them write nothing. Ratios within one run can be trusted, seconds cannot: machines differ.

The texts are real laws and policies where ../shared lies beside the project, and the project's
samples repeated with varied figures elsewhere; the other side is the same text wrapped, paged and
stripped of its figures as in a bad copy out of a PDF, with a change planted every 1,000 characters.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.damage import paginate, strip_figures, wrap
from tests.shared import SHARED

ROOT = Path(__file__).resolve().parents[1]
SIZES = {"16k": 16_000, "130k": 130_000, "1M": 1_000_000}
# A program is stopped after so many seconds; the table then says so. Range 20..; at 60 the whole
# takes some six minutes.
PATIENCE = 60

# What the installed command does, without a shell script between.
OURS = [sys.executable, "-c", "from cli import main; main()", "compare"]
IMPORTS = "import diff_match_patch, click, jinja2, opencc"

READ = "import sys; a, b = (open(p, encoding='utf-8').read() for p in sys.argv[1:3]); "
PEERS = {
    "difflib.HtmlDiff (lines)": READ
    + "import difflib; difflib.HtmlDiff().make_file(a.splitlines(), b.splitlines())",
    "difflib.SequenceMatcher": READ
    + "import difflib; difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()",
    "diff-match-patch": READ + "from diff_match_patch import diff_match_patch as d; "
    "m = d(); m.Diff_Timeout = 0; m.diff_prettyHtml(m.diff_main(a, b))",
    "diff-match-patch (timeout 1 s)": READ + "from diff_match_patch import diff_match_patch as d; "
    "m = d(); m.diff_prettyHtml(m.diff_main(a, b))",
    "fast-diff-match-patch": READ
    + "from fast_diff_match_patch import diff; diff(a, b, timelimit=0, cleanup='No')",
    "redlines": READ + "from redlines import Redlines; Redlines(a, b).output_markdown",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall seconds and peak resident megabytes of one process, or why there are none."""

    seconds: float
    megabytes: float
    remark: str = ""

    def __str__(self) -> str:
        return self.remark or f"{self.seconds:8.2f} s {self.megabytes:6.0f} MB"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(SIZES), help="which of " + ",".join(SIZES))
    parser.add_argument("--no-peers", action="store_true", help="measure only ourselves")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure_start_up(Path(folder))
        measure_sizes(Path(folder), arguments.sizes.split(","), with_peers=not arguments.no_peers)


def measure_start_up(folder: Path) -> None:
    """Print the whole command on the seeds against an interpreter that imports the packages."""
    texts = sorted((SHARED / "seeds").glob("*.txt")) or sorted(
        (ROOT / "samples" / "gazette").glob("*.txt")
    )
    imports = best_of(9, [sys.executable, "-c", IMPORTS], folder)
    ours = best_of(9, command(texts[0], texts[1], folder), folder)
    print(f"imports of the four packages: {imports}")
    print(f"compare {texts[0].name} {texts[1].name}, HTML and JSON: {ours}")
    print(f"ratio {ratio(ours, imports)} (goal: at most 3)\n")


def measure_sizes(folder: Path, sizes: list[str], *, with_peers: bool) -> None:
    """Print a row for each program and a column for each size, then our slope."""
    pairs = {size: write_pair_apart(folder, size) for size in sizes}
    print(" " * 34 + "".join(f"{size:>20}" for size in sizes))
    costs = [best_of(2, command(*pairs[size], folder), folder) for size in sizes]
    print_row("jiaokan, HTML and JSON", costs)
    for (small, first), (large, second) in zip(
        zip(sizes, costs, strict=True), list(zip(sizes, costs, strict=True))[1:], strict=False
    ):
        growth = SIZES[large] / SIZES[small]
        print(
            f"  {small} to {large}: {growth:.1f} times the text, "
            f"{ratio(second, first)} times the time"
        )
    for name, script in PEERS.items() if with_peers else ():
        print_row(name, run_peer(script, [pairs[size] for size in sizes], folder))


def run_peer(script: str, pairs: list[tuple[Path, Path]], folder: Path) -> list[Cost]:
    """Give the costs of a peer for rising sizes; where it fails, larger ones are not tried."""
    costs: list[Cost] = []
    for base, other in pairs:
        if costs and costs[-1].remark:
            costs.append(Cost(0, 0, "-"))
            continue
        costs.append(measure([sys.executable, "-c", script, str(base), str(other)], folder))
    return costs


def ratio(one: Cost, two: Cost) -> str:
    """Give how many times the time of `two` the time of `one` is, "?" where either failed."""
    if one.remark or two.remark:
        return "?"
    return f"{one.seconds / two.seconds:.2f}"


def print_row(name: str, costs: list[Cost]) -> None:
    """Print one line of the table."""
    print(f"{name:<34}" + "".join(f"{cost!s:>20}" for cost in costs), flush=True)


def command(base: Path, other: Path, folder: Path) -> list[str]:
    """Give the command line of a full collation with both reports."""
    outputs = ["-o", str(folder / "report.html"), "-o", str(folder / "report.json")]
    return [*OURS, str(base), str(other), *outputs, "--quiet", "--fail-on", "never"]


def best_of(times: int, arguments: list[str], folder: Path) -> Cost:
    """Give the fastest of several runs: the least disturbed one; a failed run fails all.

    A run before them, which is not counted, compiles what is imported.
    """
    costs = [measure(arguments, folder) for _ in range(times + 1)]
    failed = [cost for cost in costs if cost.remark]
    return failed[0] if failed else min(costs[1:], key=lambda cost: cost.seconds)


def measure(arguments: list[str], folder: Path) -> Cost:
    """Run a process to its end and give its cost."""
    complaint = folder / "complaint.txt"
    begin = time.perf_counter()
    with complaint.open("wb") as errors:
        process = subprocess.Popen(
            arguments, cwd=ROOT, env=environment(folder), stdout=subprocess.DEVNULL, stderr=errors
        )
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            if time.perf_counter() - begin > PATIENCE:
                process.kill()
                process.wait()
                return Cost(0, 0, f"over {PATIENCE} s")
            time.sleep(0.002)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        is_missing = "ModuleNotFoundError" in complaint.read_text("utf-8", "replace")
        return Cost(0, 0, "not installed" if is_missing else "failed")
    return Cost(seconds, usage.ru_maxrss / 1024)


def environment(folder: Path) -> dict[str, str]:
    """Give an environment in which every program finds its modules compiled, as once installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def write_pair_apart(folder: Path, size: str) -> tuple[Path, Path]:
    """Write a pair in a process of its own; give its paths.

    A process begins with the peak memory of the one that starts it, so this one stays small.
    """
    writer = multiprocessing.get_context("spawn").Process(target=write_pair, args=(folder, size))
    writer.start()
    writer.join()
    return pair_paths(folder, size)


def pair_paths(folder: Path, size: str) -> tuple[Path, Path]:
    """Give where the pair of `size` is written."""
    return folder / f"base-{size}.txt", folder / f"other-{size}.txt"


def write_pair(folder: Path, size: str) -> tuple[Path, Path]:
    """Write a clean base and a damaged other text of `size`; give their paths."""
    text = corpus(SIZES[size])
    base, other = pair_paths(folder, size)
    base.write_text(text, encoding="utf-8")
    damaged = paginate(wrap(strip_figures(plant(text)), 30, blank_lines=1))
    other.write_text(damaged, encoding="utf-8")
    return base, other


def corpus(size: int) -> str:
    """Give `size` characters of text: real laws where present, varied samples elsewhere."""
    pieces: list[str] = []
    length = 0
    for text in real_texts() or varied_samples(size):
        pieces.append(text)
        length += len(text)
        if length >= size:
            break
    return "\n".join(pieces)[:size]


def real_texts() -> list[str]:
    """Give one version of each law and each long policy, without Markdown's signs."""
    folders = sorted((SHARED / "data" / "laws").glob("*/"))
    files = [sorted(folder.glob("*.md"))[-1] for folder in folders if any(folder.glob("*.md"))]
    files += sorted((SHARED / "data" / "renditions" / "national").glob("*/laosheng.txt"))
    texts = (file.read_text(encoding="utf-8-sig") for file in files)
    return [text.translate({ord(sign): None for sign in "#*>"}) for text in texts]


def varied_samples(size: int) -> list[str]:
    """Give the samples again and again, each time with other figures."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "samples").glob("*/*.txt"))]
    chance = random.Random(size)  # noqa: S311 - a corpus, no secret
    rounds = 1 + size // sum(map(len, texts))
    return [
        "".join(str(chance.randrange(10)) if c.isdigit() else c for c in text)
        for _ in range(rounds)
        for text in texts
    ]


def plant(text: str) -> str:
    """Exchange two characters every 1,000 characters, as a hand-made change would."""
    letters = list(text)
    for at in range(500, len(letters) - 2, 1000):
        if letters[at].isalpha() and letters[at + 1].isalpha():
            letters[at : at + 2] = letters[at + 1], letters[at]
    return "".join(letters)


if __name__ == "__main__":
    main()
