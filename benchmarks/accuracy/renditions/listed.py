"""Pairs of which others have listed what differs: statutes of Taiwan, and defective renditions."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.renditions.account import sign_of
from benchmarks.accuracy.renditions.statutes import Article
from benchmarks.accuracy.texts import DATA, read_text
from diffcore.model import SourceText
from diffcore.spans import Pair, SourceSpan

TAIWAN = DATA / "renditions/taiwan"
DEFECTS = DATA / "renditions/defects"


class Listed(NamedTuple):
    """A difference that a list names: its article and what either side reads, as signs.

    `contexts` are the signs around each reading, `at` where the reading stands in them.
    """

    article: Article
    readings: Pair[str]
    contexts: Pair[str]
    at: Pair[int]


class Case(NamedTuple):
    """Two files of one law; `expected` are the articles that a list says to differ."""

    law: str
    kind: str
    base: Path
    other: Path
    expected: frozenset[Article]
    listed: tuple[Listed, ...] = ()


def cases_of_taiwan() -> list[Case]:
    """Give each law of the corpus of 2021 with the official data of 2024."""
    listed: dict[str, list[Listed]] = {}
    for line in _lines(TAIWAN / "differences_unamended_laws.tsv"):
        listed.setdefault(line["law"], []).append(_listed(line))
    return [
        Case(
            folder.name,
            "taiwan",
            folder / "tw-law-corpus_2021.md",
            folder / "mojLaw_2024.json",
            frozenset(),
            tuple(listed.get(folder.name, ())),
        )
        for folder in sorted(TAIWAN.iterdir())
        if folder.is_dir()
    ]


def cases_of_defects() -> list[Case]:
    """Give each pair of which one side is defective."""
    return [
        Case(
            line["law"],
            line["kind"],
            *_two_files(DEFECTS / line["law"]),
            frozenset(
                _number(name)
                for column in ("missing_in_b", "missing_in_a", "differing_articles")
                for name in line[column].split()
            ),
        )
        for line in _lines(DEFECTS / "INDEX.tsv")
    ]


def text_of_json(path: Path) -> str:
    """Give a statute of the official data as text: title, headings, articles (第 34-1 條)."""
    law = json.loads(read_text(path))
    lines = [law["法規名稱"]]
    for part in law["法規內容"]:
        lines += [part[key] for key in ("編章節", "條號", "條文內容") if key in part]
    return "\n".join(lines).replace("\r\n", "\n") + "\n"


def place_of(text: SourceText, within: SourceSpan, listed: Listed, side: int) -> SourceSpan | None:
    """Give where the source reads what is listed, inside the article `within`."""
    signs, places = [], []
    for at in range(within.start, within.end):
        for sign in sign_of(text.text[at]):
            signs.append(sign)
            places.append(at)
    found = "".join(signs).find(listed.contexts[side])
    if found < 0:
        return None
    first = found + listed.at[side]
    last = first + len(listed.readings[side])
    places.append(within.end)
    start = places[first]
    return SourceSpan(start, places[last - 1] + 1 if last > first else start)


def _two_files(folder: Path) -> tuple[Path, Path]:
    base, other = sorted(folder.iterdir())
    return base, other


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def _listed(line: dict[str, str]) -> Listed:
    parts = [re.split(r"[\[\]]", line[column]) for column in ("corpus2021", "moj2024")]
    (one, base, _), (two, other, _) = parts
    contexts = Pair("".join(parts[0]), "".join(parts[1]))
    return Listed(_number(line["article"]), Pair(base, other), contexts, Pair(len(one), len(two)))


def _number(name: str) -> Article:
    ordinal, _, branch = name.partition("-")
    return int(ordinal), int(branch or 0)
