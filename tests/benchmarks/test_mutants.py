"""A tool that is wrong misses a goal of the benchmark, the tool itself does not: on the samples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from benchmarks.accuracy.mutants import MUTANTS
from benchmarks.accuracy.planting.dirt import DIRTS, Dirt
from benchmarks.accuracy.planting.plant import plant
from benchmarks.accuracy.planting.records import Planted
from benchmarks.accuracy.task import Measure
from benchmarks.accuracy.tasks import planted as task
from diffcore import Collation
from tests.classify.notation import collate_texts

SAMPLE = Path(__file__).parents[2] / "samples" / "regulation" / "new.txt"
FOREIGN = ["值班人员应当每日检查灯塔的电源和镜面，发现破损的，当日报告航标机构并记入值班日志。"]


@cache
def planted() -> Planted:
    lines = (line.strip() for line in SAMPLE.read_text(encoding="utf-8").splitlines())
    return plant([line for line in lines if line], 2, FOREIGN)


@cache
def collated() -> tuple[tuple[Dirt, Collation], ...]:
    text = planted()
    return tuple((dirt, collate_texts(text.base, dirt.apply(text.other))) for dirt in DIRTS)


def measures(mutant: str) -> list[Measure]:
    spoil = MUTANTS[mutant].spoil if mutant else lambda collation: collation
    scores = [
        task.score_of("sample", dirt, planted(), spoil(collation)) for dirt, collation in collated()
    ]
    # The sample is too small for the number of edits.
    return [m for m in task.outcome_of(scores).measures if m.title.en != "edits planted"]


def test_the_tool_itself_reaches_every_goal() -> None:
    assert [measure for measure in measures("") if not measure.is_met] == []


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_tool_that_is_wrong_misses_a_goal(mutant: str) -> None:
    assert [measure for measure in measures(mutant) if not measure.is_met] != []
