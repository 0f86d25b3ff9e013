"""How often the tool is wrong on changes that are known: planted into the project's own samples.

The generator and the scorer are those of the benchmark of accuracy, which takes real texts.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from benchmarks.accuracy.planting.dirt import DIRTS, Dirt, convertible
from benchmarks.accuracy.planting.judge import Told, Verdict, judge
from benchmarks.accuracy.planting.links import count, lax_score, links_of, strict_score
from benchmarks.accuracy.planting.plant import plant
from benchmarks.accuracy.planting.records import Planted
from diffcore import Collation
from tests.classify.notation import collate_texts

SAMPLES = Path(__file__).parents[1] / "samples"
SEEDS = (1, 2, 3)
FOREIGN = ["值班人员应当每日检查灯塔的电源和镜面，发现破损的，当日报告航标机构并记入值班日志。"]


@cache
def planted(seed: int) -> Planted:
    text = (SAMPLES / "regulation" / "new.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return plant(convertible(lines), seed, FOREIGN)


@cache
def collated(seed: int, dirt: Dirt) -> Collation:
    text = planted(seed)
    return collate_texts(text.base, dirt.apply(text.other))


@cache
def verdict(seed: int, dirt: Dirt) -> Verdict:
    return judge(planted(seed), collated(seed, dirt), dirt)


every_dirt = pytest.mark.parametrize("dirt", DIRTS, ids=[dirt.name for dirt in DIRTS])
every_seed = pytest.mark.parametrize("seed", SEEDS)


def test_edits_of_nearly_every_sort_are_planted() -> None:
    sorts = {edit.sort for seed in SEEDS for edit in planted(seed).edits}
    assert len(sorts) >= 50
    assert sum(len(planted(seed).edits) for seed in SEEDS) >= 150


def test_the_same_seed_plants_the_same_edits() -> None:
    lines = ["第一条　档案馆应当每季度清点库存，公布清点的结果，并报送主管部门备案。"] * 20
    assert plant(lines, 1, FOREIGN) == plant(lines, 1, FOREIGN)


def test_an_edit_stands_where_it_says() -> None:
    text = planted(1)
    inside = [e for e in text.edits if not e.sort.startswith(("clause", "renumbered"))]
    assert all(text.base[e.start : e.end] == e.base for e in inside)
    places = [e for e in inside if e.there >= 0]
    assert places
    assert all(text.other.startswith(e.other, e.there) for e in places)


@every_seed
@every_dirt
def test_every_edit_is_found_and_told_by_its_readings(seed: int, dirt: Dirt) -> None:
    assert [shown(one) for one in verdict(seed, dirt).told if not one.is_told] == []


@every_seed
@every_dirt
def test_nothing_else_is_found(seed: int, dirt: Dirt) -> None:
    assert [(f.kind, f.readings) for f in verdict(seed, dirt).false] == []


@every_seed
@every_dirt
def test_an_edit_is_one_finding(seed: int, dirt: Dirt) -> None:
    assert [shown(one) for one in verdict(seed, dirt).told if len(one.findings) > 1] == []


@every_seed
@every_dirt
def test_an_edit_is_named_by_its_kind(seed: int, dirt: Dirt) -> None:
    assert [shown(one) for one in verdict(seed, dirt).told if not one.is_right] == []


@every_seed
@every_dirt
def test_no_lost_figure_is_forgotten(seed: int, dirt: Dirt) -> None:
    assert verdict(seed, dirt).forgotten == ()


@every_seed
@every_dirt
def test_split_and_merged_articles_are_linked(seed: int, dirt: Dirt) -> None:
    counts = count(planted(seed).links, links_of(collated(seed, dirt)))
    assert (strict_score(counts), lax_score(counts)) == (1, 1)


def shown(one: Told) -> tuple[str, str, str, list[tuple[str, str, str]]]:
    """Give an edit and what was told of it, to be read in a message."""
    told = [(f.kind, f.readings.base.text, f.readings.other.text) for f in one.findings]
    return one.edit.sort, one.edit.base, one.edit.other, told
