"""Revised laws: whether the words that no finding tells are the same on both sides."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.renditions.account import Account, account
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from benchmarks.accuracy.texts import DATA
from diffcore.errors import Bilingual


class Revised(NamedTuple):
    """Two versions of a law, of `corpus`."""

    corpus: str
    law: str
    base: Path
    other: Path


class Accounted(NamedTuple):
    """The account of two versions; `findings` counts those of substance."""

    revised: Revised
    account: Account
    findings: int


def _run(engine: Engine) -> Outcome:
    found = list(engine.each(_account, [*_laws(), *_laws_of_taiwan()]))
    hidden = sum(len(one.account.hidden) for one in found)
    idle = sum(len(one.account.idle) for one in found)
    findings = sum(one.findings for one in found)
    return Outcome(
        (
            Measure(
                Bilingual("未说出的差异（汉字、数字、字母）", "differences that no finding tells"),
                hidden,
                0,
                "count",
                is_at_least=False,
            ),
            Measure(
                Bilingual("实质校记确有差异", "findings of substance that tell of a difference"),
                1 - idle / max(findings, 1),
                IDLE_GOAL,
            ),
        ),
        (_table(found),),
        tuple(_faults(found)),
    )


# The precision that planted changes must reach; a finding of a mere mark is no difference.
IDLE_GOAL = 0.995


def _laws() -> Iterator[Revised]:
    folder = DATA / "laws"
    with (folder / "PAIRS.tsv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            paths = folder / line["old_file"], folder / line["new_file"]
            yield Revised("laws", line["law"], *paths)


def _laws_of_taiwan() -> Iterator[Revised]:
    for old in sorted((DATA / "laws-tw").glob("*/*/old.txt")):
        yield Revised("laws-tw", old.parent.parent.name, old, old.with_name("new.txt"))


def _account(engine: Engine, revised: Revised) -> Accounted:
    collation = engine.collate(revised.base, revised.other)
    loud = sum(finding.severity == "substantive" for finding in collation.findings)
    return Accounted(revised, account(collation), loud)


def _table(found: Sequence[Accounted]) -> Table:
    corpora = dict.fromkeys(one.revised.corpus for one in found)
    return Table(
        Bilingual("以汉字、数字、字母计", "in Han characters, digits and letters"),
        (
            Bilingual("材料", "corpus"),
            Bilingual("对", "pairs"),
            Bilingual("至少要说的字", "signs that must be told"),
            Bilingual("说出的字", "told"),
            Bilingual("多出", "more than need be"),
            Bilingual("漏说处", "hidden"),
            Bilingual("范围外的字", "out of scope"),
        ),
        tuple(_row(corpus, found) for corpus in corpora),
    )


def _row(corpus: str, found: Sequence[Accounted]) -> tuple[str, ...]:
    accounts = [one.account for one in found if one.revised.corpus == corpus]
    told, least = sum(one.told for one in accounts), sum(one.least for one in accounts)
    hidden = sum(len(one.hidden) for one in accounts)
    outside = sum(sum(one.outside) for one in accounts)
    more = f"{told / max(least, 1) - 1:.1%}"
    return corpus, str(len(accounts)), str(least), str(told), more, str(hidden), str(outside)


def _faults(found: Sequence[Accounted]) -> Iterator[Fault]:
    hidden = Bilingual("没有校记说到它", "no finding tells of it")
    idle = Bilingual(
        "只是标点，却列为实质：书名号的一半随另一处改动",
        "a mere mark told as substance: one half of a pair whose other half changed elsewhere",
    )
    for one in found:
        yield from (Fault(one.revised.law, words, hidden) for words in one.account.hidden)
        yield from (Fault(one.revised.law, words, idle) for words in one.account.idle)


TASK = Task(
    name="nothing_hidden",
    rank=52,
    title=Bilingual("修订的法律：一字不漏", "Revised laws: nothing is hidden"),
    method=Bilingual(
        "data/laws、data/laws-tw 每一对新旧文本。验算不用本工具的比较："
        "除去校记所及，逐行两边余下的汉字、数字、字母必相同；"
        "实质校记的两读必有字不同。「至少要说的字」是两本全文的编辑距离（增、删），任何比较都不能少于它；"
        "移位的条款、成词、成数的改动要多说一些。",
        "Every pair of data/laws and data/laws-tw. Without the tool's own comparison: outside the "
        "findings, the Han characters, digits and letters of both sides are the same row by row; "
        "the readings of a finding of substance differ in one. The least that must be told is the "
        "indel distance of the whole texts; moved clauses, whole words and figures take more.",
    ),
    needs=("laws", "laws-tw"),
    run=_run,
)
