"""The samples: what their READMEs promise is what the reports say, no more and no less.

The tables of the READMEs are read here, so that neither page nor report can change alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from diffcore import Collation, collate
from diffcore.classify.kinds import KINDS
from diffcore.model import Finding

SAMPLES = Path(__file__).parents[1] / "samples"

# Whole clauses have a table of their own in the README of the regulation.
WHOLE = ("omitted_clause", "added_clause", "moved_clause", "split_clause", "merged_clause")
TITLES = {kind.name: kind.title.zh for kind in KINDS}
LOST = ("missing_figure", "missing_latin")


@cache
def gazette(*, swapped: bool = False) -> Collation:
    issue = SAMPLES / "gazette" / "gazette.txt"
    standalone = SAMPLES / "gazette" / "standalone.txt"
    return collate(standalone, issue) if swapped else collate(issue, standalone)


@cache
def regulation() -> Collation:
    folder = SAMPLES / "regulation"
    return collate(folder / "old.txt", folder / "new.txt")


def tables(folder: str) -> list[list[list[str]]]:
    """Give the tables of a README, each as rows of cells without its head."""
    page = (SAMPLES / folder / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE)
    return [[_cells(line) for line in block.splitlines()[2:]] for block in blocks]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def bold(cell: str) -> str:
    return "".join(re.findall(r"\*\*(.+?)\*\*", cell))


def words(text: str) -> str:
    return "".join(text.split())


def reads(finding: Finding) -> tuple[str, str]:
    return words(finding.readings.base.text), words(finding.readings.other.text)


def without_chapter(address: str) -> str:
    return re.sub(r"^第[一二三四五六七八九十]+章›", "", address)


def test_the_plan_alone_is_collated() -> None:
    base, other = gazette().witnesses.base, gazette().witnesses.other
    assert base.title == other.title == "霁川市公共图书馆服务提质行动方案"
    assert base.scope.of(base.source.text).startswith("霁川市公共图书馆服务提质行动方案\n")
    assert len(other.scope) == len(other.source.text)


def test_the_lost_figures_are_those_of_the_table_in_one_group() -> None:
    rows = next(table for table in tables("gazette") if table[0][0] == "引言")
    promised = [(row[0], figure) for row in rows for figure in row[1].split("；")]
    found = [f for f in gazette().findings if f.kind in LOST]
    assert [(f.address, reads(f)[0]) for f in found] == promised
    assert [group.findings for group in gazette().groups] == [tuple(f.id for f in found)]


def promised_in_bold() -> Iterator[tuple[str, str, str]]:
    for table in tables("gazette"):
        for row in table:
            if row[0].isdigit() and row[1] != "版记":
                yield row[1], bold(row[2]), bold(row[3])


def test_the_other_differences_are_those_of_the_tables() -> None:
    found = [f for f in gazette().findings if f.kind not in (*LOST, "suspect_gap")]
    told = [(f.address, *reads(f)) for f in found if f.address != "版记"]
    assert sorted(told) == sorted(promised_in_bold())
    assert [f.kind for f in gazette().findings if f.address == "版记"] == [
        "added_clause",
        "suspect_gap",
    ]


def test_the_kinds_are_those_of_the_tables() -> None:
    promised = {
        (row[1], row[4].split("：")[0])
        for table in tables("gazette")
        for row in table
        if row[0].isdigit()
    }
    found = {
        (f.address, TITLES[f.kind])
        for f in gazette().findings
        if f.kind not in (*LOST, "suspect_gap")
    }
    assert found == promised


def test_with_the_sides_swapped_the_same_is_told_from_the_other_side() -> None:
    def told(collation: Collation, *, swapped: bool) -> list[tuple[str, ...]]:
        sides = (lambda f: reads(f)[::-1]) if swapped else reads
        return sorted((f.severity, *sides(f)) for f in collation.findings)

    assert told(gazette(swapped=True), swapped=True) == told(gazette(), swapped=False)


def test_the_changes_inside_articles_are_those_of_the_table() -> None:
    rows = next(table for table in tables("regulation") if table[0][0] == "标题")
    promised = [(row[0], row[2].strip("∅"), row[3].strip("∅"), row[4]) for row in rows]
    found = [
        (without_chapter(f.address), *reads(f), TITLES[f.kind])
        for f in regulation().findings
        if f.severity != "note"
        and f.kind not in (*WHOLE, "stale_reference")
        and reads(f) != ("工商行政", "市场监督")
    ]
    assert found == promised


def test_one_replacement_made_eleven_times_is_one_group() -> None:
    members = [f.id for f in regulation().findings if reads(f) == ("工商行政", "市场监督")]
    assert len(members) == 11
    assert tuple(members) in [group.findings for group in regulation().groups]


# The table of whole articles, by what happened and the place in the base and in the other: of
# several clauses the first, but of a merge the last, which is the one that lost its number.
WHOLE_ARTICLES = {
    "omitted_clause": [("第八条", None), ("第三十四条", None), ("第四十三条", None)],
    "added_clause": [
        (None, "第二十七条›（四）"),
        (None, "第三十五条"),
        (None, "第三十六条"),
        (None, "第五十三条"),
        (None, "第六十一条›第2款"),
        (None, "第六十九条"),
    ],
    "moved_clause": [("第五十五条", "第十四条"), ("第五十七条", "第三十八条")],
    "split_clause": [("第二十九条", "第二十八条"), ("第三十九条", "第四十一条")],
    "merged_clause": [("第二十条", "第十九条›第3款"), ("第四十一条", "第四十三条›第2款")],
}
RELATION_OF = {
    "omitted_clause": "omitted",
    "added_clause": "added",
    "moved_clause": "moved",
    "split_clause": "split",
    "merged_clause": "merged",
}


@pytest.mark.parametrize("kind", WHOLE)
def test_whole_articles_are_told_apart_from_changes(kind: str) -> None:
    rows = [c.row for c in regulation().comparisons if c.row.relation == RELATION_OF[kind]]
    which = -1 if kind == "merged_clause" else 0
    found = [
        tuple(
            without_chapter(clauses[which].address) if clauses else None
            for clauses in (row.clauses.base, row.clauses.other)
        )
        for row in rows
    ]
    assert found == WHOLE_ARTICLES[kind]


def test_one_reference_alone_is_stale() -> None:
    stale = [f for f in regulation().findings if f.kind == "stale_reference"]
    assert [(without_chapter(f.address), reads(f)[1]) for f in stale] == [
        ("第七十条", "第三十九条")
    ]


def test_references_that_follow_the_numbers_are_notes() -> None:
    citations = [f for f in regulation().findings if f.kind == "citation"]
    assert {f.severity for f in citations} == {"note"}
    assert len({f.row for f in citations}) == 7


@pytest.mark.parametrize("sample", ["gazette", "regulation"])
def test_the_ledger_has_the_totals_of_the_readme(sample: str) -> None:
    page = (SAMPLES / sample / "README.md").read_text(encoding="utf-8")
    collation = gazette() if sample == "gazette" else regulation()
    promise = re.search("数字对照表：底本 ([0-9]+) 个数字，校本 ([0-9]+) 个：(.*?)。", page)
    assert promise
    figures = collation.figures
    totals = [sum(bool(each.readings[side].span) for each in figures) for side in (0, 1)]
    assert totals == [int(promise[1]), int(promise[2])]
    told = dict(re.findall("(相同|不一致|缺失|增出) ([0-9]+)", promise[3]))
    names = {"same": "相同", "changed": "不一致", "missing": "缺失", "extra": "增出"}
    found = Counter(names[each.status] for each in figures)
    assert {name: int(number) for name, number in told.items()} == found
