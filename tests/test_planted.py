"""How often the tool is wrong on changes that are known: planted into the project's own samples.

Every edit is looked for by its place in the base: it must be found, under the right kind, once;
and nothing else may be found. The other side is given as five hands would pass it on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from diffcore import Collation
from diffcore.model import Finding
from tests.classify.notation import collate_texts
from tests.damage import PAGE_NUMBERS, half_width, paginate, strip_figures, to_traditional, wrap
from tests.planting import KINDS, Edit, Planted, plant

SAMPLES = Path(__file__).parents[1] / "samples"
SEEDS = (1, 2, 3)


def _paged(text: str) -> str:
    return paginate(wrap(text, 30, blank_lines=1))


def _stripped(text: str) -> str:
    bare = wrap(strip_figures(text), 30, blank_lines=1)
    return paginate(bare, number=PAGE_NUMBERS["residue"])


DAMAGES: dict[str, Callable[[str], str]] = {
    "none": str,
    "wrapped and paged": _paged,
    "half width": half_width,
    "without figures": _stripped,
    "traditional": to_traditional,
}

# Sorts that a damage takes away, or joins with a loss of its own.
NOT_LEFT = {
    "without figures": ("figure changed", "figure extra", "figure form", "latin extra"),
    "traditional": ("variant",),
}


class Outcome(NamedTuple):
    """What was told of each edit, and what was told besides."""

    told: dict[Edit, list[Finding]]
    besides: list[Finding]


def paragraphs(name: str) -> list[str]:
    text = (SAMPLES / name).read_text(encoding="utf-8")
    # 复核 is 覆核 or 複核 in the other script: a conversion is a change of words there.
    return [line.strip() for line in text.splitlines() if line.strip() and "复核" not in line]


@cache
def planted(seed: int) -> Planted:
    foreign = ["值班人员应当每日检查灯塔的电源和镜面，发现破损的，当日报告航标机构并记入值班日志。"]
    return plant(paragraphs("regulation/new.txt"), seed, foreign)


@cache
def outcome(seed: int, damage: str) -> Outcome:
    text = planted(seed)
    collation = collate_texts(text.base, DAMAGES[damage](text.other))
    return judge(text.edits, collation, damage)


def judge(edits: tuple[Edit, ...], collation: Collation, damage: str) -> Outcome:
    """Give to each edit the findings above note that stand at its place."""
    findings = [f for f in collation.findings if f.severity != "note"]
    told, used = {}, set[str]()
    for edit in edits:
        here = [f for f in findings if _is_at(f, edit)]
        used.update(f.id for f in here)
        if edit.sort not in NOT_LEFT.get(damage, ()):
            told[edit] = here
    besides = [f for f in findings if f.id not in used and not _is_lost(f, damage)]
    if damage == "without figures":
        # A date written out (一九九三年) that then lost its month and day is two edits in one.
        forms = [edit for edit in edits if edit.sort == "figure form"]
        besides = [f for f in besides if not any(_is_near(f, edit) for edit in forms)]
    return Outcome(told, besides)


def _is_at(finding: Finding, edit: Edit) -> bool:
    """Whether a finding touches an edit, or the place to which a clause was moved."""
    span, reach = finding.readings.base.span, 2 if edit.sort.startswith("clause") else 0
    if edit.also is not None and abs(span.start - edit.also) <= reach:
        return True
    return span.start <= edit.end + reach and edit.start - reach <= span.end


def _is_near(finding: Finding, edit: Edit) -> bool:
    """Whether a finding stands within a date of an edit."""
    return abs(finding.readings.base.span.start - edit.start) <= len("2024年12月31日")


def _is_lost(finding: Finding, damage: str) -> bool:
    """Whether a finding tells of a figure that the damage itself took away."""
    is_loss = finding.kind in ("missing_figure", "missing_latin")
    return damage == "without figures" and is_loss


every_damage = pytest.mark.parametrize("damage", DAMAGES)
every_seed = pytest.mark.parametrize("seed", SEEDS)


def test_edits_of_nearly_every_sort_are_planted() -> None:
    sorts = {edit.sort for seed in SEEDS for edit in planted(seed).edits}
    assert len(sorts) >= 20
    assert sum(len(planted(seed).edits) for seed in SEEDS) >= 150


def test_the_same_seed_plants_the_same_edits() -> None:
    again = plant(paragraphs("regulation/new.txt"), 1, ["另一段。"])
    assert again == plant(paragraphs("regulation/new.txt"), 1, ["另一段。"])


@every_seed
@every_damage
def test_every_edit_is_found(seed: int, damage: str) -> None:
    assert [edit for edit, found in outcome(seed, damage).told.items() if not found] == []


@every_seed
@every_damage
def test_nothing_else_is_found(seed: int, damage: str) -> None:
    assert outcome(seed, damage).besides == []


@every_seed
@every_damage
def test_an_edit_is_one_finding(seed: int, damage: str) -> None:
    many = [edit for edit, found in outcome(seed, damage).told.items() if len(found) > 1]
    assert many == []


@every_seed
@every_damage
def test_an_edit_is_named_by_its_kind(seed: int, damage: str) -> None:
    wrong = [
        (edit, [f.kind for f in found])
        for edit, found in outcome(seed, damage).told.items()
        if not {f.kind for f in found} <= set(KINDS[edit.sort])
    ]
    assert wrong == []


@every_seed
def test_no_lost_figure_is_forgotten(seed: int) -> None:
    text = planted(seed)
    collation = collate_texts(text.base, _stripped(text.other))
    spans = [f.readings.base.span for f in collation.findings if f.severity != "note"]
    told = {at for span in spans for at in range(span.start, span.end)}
    assert {found.start() for found in re.finditer("[0-9A-Za-z]", text.base)} <= told
