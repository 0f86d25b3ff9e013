"""The renditions of one version of a law: which there are, what of them is the body, in pairs."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.renditions.account import Account, account
from benchmarks.accuracy.renditions.judged import Told, tell
from benchmarks.accuracy.renditions.official import text_of_docx
from benchmarks.accuracy.texts import DATA
from diffcore import Collation
from diffcore.model import Finding
from diffcore.spans import SourceSpan

# The official text first: it is the base where it takes part.
WITNESSES = (
    "flk_official.docx",
    "laosheng.txt",
    "lawrefbook.md",
    "justlaws.md",
    "risshun.md",
)
_MARKS = r"^[#*>\s-]*"
_FIRST_ARTICLE = re.compile(_MARKS + r"第一条", re.MULTILINE)
_FIRST_DIVISION = re.compile(_MARKS + r"第一[编章节分](?!条)")
ANNEX = re.compile(
    _MARKS + r"附(?:件|表|录)?\s*(?:[一二三1-3]\s*)?(?:[:：]|[ \t\u3000]|$)", re.MULTILINE
)


class Rendition(NamedTuple):
    """One file of a version."""

    law: str
    name: str
    path: Path


class Compared(NamedTuple):
    """What the tool told of two renditions: findings of substance by part, and the account.

    `told` has the part ("head", "body" or "annex") of each finding; `accidentals` are counted by
    their readings, those of bodies alone. `size` are the characters of the body of the base.
    """

    base: Rendition
    other: Rendition
    size: int
    told: tuple[tuple[str, Told], ...]
    accidentals: Counter[tuple[str, str, str]]
    account: Account


def pairs_of_renditions() -> list[tuple[Rendition, Rendition]]:
    """Give each two renditions of one version that are on this machine."""
    folders = sorted(path for path in (DATA / "renditions/national").iterdir() if path.is_dir())
    return [pair for folder in folders for pair in combinations(_renditions(folder), 2)]


def _renditions(folder: Path) -> Iterator[Rendition]:
    for file in WITNESSES:
        if (folder / file).is_file():
            yield Rendition(folder.name, file.partition(".")[0].removeprefix("flk_"), folder / file)


def compare(engine: Engine, pair: tuple[Rendition, Rendition]) -> Compared:
    """Collate two renditions and sort what is told."""
    with tempfile.TemporaryDirectory() as folder:
        base, other = (
            readable(one, Path(folder, side)) for one, side in zip(pair, "ab", strict=True)
        )
        collation = engine.collate(base, other)
    witnesses = collation.witnesses
    bodies = witnesses.map(lambda witness: body_of(witness.source.text))
    names = pair[0].law, pair[0].name, pair[1].name
    told = tuple(
        (part_of(finding, bodies.base, bodies.other), tell(*names, finding))
        for finding in collation.findings
        if finding.severity == "substantive"
    )
    size = len(bodies.base)
    return Compared(*pair, size, told, _accidentals(collation, bodies), account(collation))


def readable(rendition: Rendition, place: Path) -> Path:
    """Give a file that the tool reads; an official document is put down as text at `place`."""
    if rendition.path.suffix != ".docx":
        return rendition.path
    path = place.with_suffix(".txt")
    path.write_text(text_of_docx(rendition.path), encoding="utf-8")
    return path


def body_of(text: str) -> SourceSpan:
    """Give the articles with the headings over them: neither title block, contents nor annexes.

    The whole text where there is no first article.
    """
    first = _FIRST_ARTICLE.search(text)
    start = first.start() if first else 0
    lines = text[:start].splitlines(keepends=True)
    while lines and (not lines[-1].strip() or _FIRST_DIVISION.match(lines[-1])):
        start -= len(lines.pop())
    annex = ANNEX.search(text, start)
    return SourceSpan(start, annex.start() if annex else len(text))


def part_of(finding: Finding, base: SourceSpan, other: SourceSpan) -> str:
    """Give where a finding lies, by the side that has words there: head, body or annex."""
    reading = finding.readings.base if finding.readings.base.text else finding.readings.other
    body = base if reading is finding.readings.base else other
    if reading.span.end <= body.start:
        return "head"
    return "annex" if reading.span.start >= body.end else "body"


def _accidentals(
    collation: Collation, bodies: tuple[SourceSpan, SourceSpan]
) -> Counter[tuple[str, str, str]]:
    return Counter(
        (finding.kind, finding.readings.base.text, finding.readings.other.text)
        for finding in collation.findings
        if finding.severity == "accidental" and part_of(finding, *bodies) == "body"
    )
