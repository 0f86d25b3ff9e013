"""Every rule keeps what its own examples promise, and the page of the manual is fresh."""

from __future__ import annotations

import pytest

from diffcore.classify.kinds import BY_NAME
from diffcore.classify.naming import all_rules
from tests.classify.notation import collate_notation, tell
from tools.rules_page import PAGE, render_page

FIRES = [(rule.name, *example) for rule in all_rules() for example in rule.fires]
SILENT = [(rule.name, example) for rule in all_rules() for example in rule.silent]


@pytest.mark.parametrize(("rule", "example", "kind"), FIRES)
def test_a_rule_fires_on_its_examples(rule: str, example: str, kind: str) -> None:
    findings = collate_notation(example).findings
    assert (rule, kind) in {(f.rule, f.kind) for f in findings}, [tell(f) for f in findings]


@pytest.mark.parametrize(("rule", "example"), SILENT)
def test_a_rule_is_silent_on_its_counterexamples(rule: str, example: str) -> None:
    findings = collate_notation(example).findings
    assert rule not in {f.rule for f in findings}, [tell(f) for f in findings]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_gives_only_known_kinds_and_has_examples(rule: object) -> None:
    for one in all_rules():
        assert set(one.kinds) <= set(BY_NAME)
        assert one.fires
        assert one.silent
        assert {kind for _, kind in one.fires} <= set(one.kinds)


def test_rules_have_different_ranks() -> None:
    ranks = [rule.rank for rule in all_rules()]
    assert len(ranks) == len(set(ranks))


def test_the_page_of_rules_is_fresh() -> None:
    assert PAGE.read_text("utf-8") == render_page()
