"""What holds for the outline of every text, and what holds for every real law."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffcore.model import Document
from diffcore.normalise import normalise
from diffcore.read import read
from diffcore.structure import structure
from tests.shared import SHARED, needs_shared
from tests.strategies import official_texts
from tests.structure.given import normal, path_of

FRAGMENTS = st.sampled_from(
    [
        *"第一二十条章节之()、.12①。;:\n《》〔a ",
        "\n\n", "目录", "附件", "通知", "〕号", "年月日", "印发", "抄送:", "渔船",
    ]
)  # fmt: skip


def check_laws(document: Document) -> None:
    text, clauses = document.normal.text, document.clauses
    assert "".join(clause.span.of(text) for clause in clauses) == (text if clauses else "")
    for index, clause in enumerate(clauses):
        assert clause.index == index
        assert clause.parent is None or 0 <= clause.parent < index
        assert clause.span.start <= clause.body.start <= clause.body.end <= clause.span.end
        assert clause.address
    bounds = [bound for part in document.parts for bound in (part.first, part.last)]
    assert bounds == sorted(bounds)
    assert not clauses or (bounds[0] == 0 and bounds[-1] == len(clauses))
    for part in document.parts:
        addresses = [clause.address for clause in clauses[part.first : part.last]]
        assert len(set(addresses)) == len(addresses)


@given(st.lists(FRAGMENTS, max_size=60).map("".join))
def test_any_text_is_tiled_by_clauses(text: str) -> None:
    check_laws(structure(normal(text)))


@given(official_texts())
def test_an_official_text_is_tiled_by_clauses(text: str) -> None:
    folded = text.translate(str.maketrans("（），：；　", "(),:; ")).replace(" ", "")
    document = structure(normal(folded))
    check_laws(document)
    joined = structure(normal(folded.replace("\n", "")))
    # An only （一） has no successor that could tell it from a citation.
    found = Counter(path_of(joined, c) for c in joined.clauses if c.style)
    wanted = Counter(path_of(document, c) for c in document.clauses if c.style)
    assert not found - wanted


@pytest.mark.parametrize(
    "text",
    ["第一条" * 40_000, "《" * 100_000, "(一)" * 40_000, "(一)渔船\n" * 10_000,
     "\n" * 100_000 + "a", "某某通知\n" * 10_000, "附件\n" * 10_000, "目录\n第一章甲\n" * 5_000,
     ";1.渔船" * 20_000,
     "渔船" * 100_000, "2031年" + "通过" * 50_000],
    ids=range(11),
)  # fmt: skip
def test_hostile_texts_are_tiled_too(text: str) -> None:
    check_laws(structure(normal(text)))


@cache
def counted_articles() -> tuple[tuple[str, int], ...]:
    with (SHARED / "data/laws/PAIRS.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    counts = {
        row[f"{age}_file"]: int(row[f"{age}_articles"]) for row in rows for age in ("old", "new")
    }
    return tuple(sorted(counts.items()))


@needs_shared
def test_every_article_of_every_law_is_found_once_and_in_order() -> None:
    for name, count in counted_articles():
        document = structure(normalise(read(SHARED / "data/laws" / name)))
        articles = [(c.ordinal, c.branch) for c in document.clauses if c.style == "article"]
        assert len(articles) == count, name
        assert articles == sorted(set(articles)), name


def seed(name: str) -> Document:
    (path,) = Path(SHARED / "seeds").glob(name)
    return structure(normalise(read(path)))


@needs_shared
def test_a_gazette_and_a_stripped_standalone_file_have_the_same_clauses() -> None:
    gazette, standalone = seed("000_*.txt"), seed("004_*.txt")
    assert [(part.kind, part.number) for part in gazette.parts] == [
        ("masthead", 0), ("document", 1), ("document", 2), ("enclosure", 2),
        ("document", 3), ("enclosure", 3),
    ]  # fmt: skip
    part = gazette.parts[-1]
    enclosed = [clause.address for clause in gazette.clauses[part.first : part.last]]
    assert [*enclosed, "版记"] == [clause.address for clause in standalone.clauses]
