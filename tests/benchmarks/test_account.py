"""The account of a collation finds what is hidden, and what is told for nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from benchmarks.accuracy.mutants import MUTANTS
from benchmarks.accuracy.renditions.account import account, signs_of
from diffcore import Collation, collate
from tests.classify.notation import collate_notation

GAZETTE = Path(__file__).resolve().parents[2] / "samples" / "gazette"


def _told() -> Collation:
    return collate_notation("补助标准为每人每月[-五百-]{+六百+}元，由县财政[-统一-]拨付。")


def test_signs_are_words_and_figures_without_dress() -> None:
    assert signs_of("第 １ 條（一）：２０２５年，ＣＭＩ。") == "第1條一2025年CMI"


def test_a_sound_collation_hides_nothing_and_invents_nothing() -> None:
    found = account(_told())
    assert (found.hidden, found.idle) == ((), ())
    assert found.told >= found.least > 0


def test_a_difference_without_a_finding_is_hidden() -> None:
    found = account(replace(_told(), findings=_told().findings[1:]))
    assert len(found.hidden) == 1


def test_a_tool_that_skips_what_is_nearly_alike_hides_something() -> None:
    found = collate(GAZETTE / "gazette.txt", GAZETTE / "standalone.txt")
    assert account(found).hidden == ()
    assert account(MUTANTS["deaf"].spoil(found)).hidden


def test_a_finding_whose_readings_have_the_same_signs_is_idle() -> None:
    found = collate_notation("补助标准[-，-]{+、+}由县财政拨付。")
    assert account(found).idle == ()
    assert account(MUTANTS["blunt"].spoil(found)).idle


def test_what_is_out_of_scope_is_counted() -> None:
    found = collate(GAZETTE / "gazette.txt", GAZETTE / "standalone.txt")
    assert account(found).outside.base > 0


def test_signs_that_a_fold_takes_away_are_counted(tmp_path: Path) -> None:
    paths = tmp_path / "base.md", tmp_path / "other.txt"
    paths[0].write_text("---\ntitle: x1\n---\n第一条　档案馆应当清点库存。\n", encoding="utf-8")
    paths[1].write_text("第一条　档案馆应当清点库存。\n", encoding="utf-8")
    found = account(collate(*paths))
    assert found.folded.base["markup"] == len("titlex1")
    assert found.hidden == ()
