"""Clauses answer to each other and their numbers differ."""

from __future__ import annotations

from functools import partial

from diffcore.classify.case import Answer, Case, Draft, Rule, hunks_within, label_zones, number_of
from diffcore.classify.messages import say_labels
from diffcore.errors import Bilingual
from diffcore.spans import Pair


def _match(case: Case) -> Answer | None:
    """Name the two labels once, however many hunks they have."""
    clauses = case.row.clauses
    if not clauses.base or not clauses.other or case.row.relation == "moved":
        return None
    base, other = clauses.base[0], clauses.other[0]
    if base.ordinal is None or other.ordinal is None or number_of(base) == number_of(other):
        return None
    zones = label_zones(clauses)
    draft = Draft("renumbered", zones, say=partial(say_labels, Pair(base.label, other.label)))
    return Answer((draft,), hunks_within(case, zones))


RULE = Rule(
    name="renumbered",
    kinds=("renumbered",),
    about="row",
    rank=6,
    source=Bilingual(
        "《立法法》第六十五条；增删条文后依次重新编号，本身不改变内容",
        "Legislation Law, art. 65: numbers follow from other changes and change nothing themselves",
    ),
    match=_match,
    fires=(
        (
            (
                "第一条　为了规范档案管理，制定本办法。\n"
                "{+第二条　档案工作实行统一领导、分级管理的原则。\n+}"
                "第[-二-]{+三+}条　借阅档案的单位应当办理登记手续并按期归还。"
            ),
            "renumbered",
        ),
    ),
    silent=(
        "[-1-].借阅档案的单位应当办理登记手续并按期归还。\n2.不得转借。",
        "第一条　档案馆应当[-每月-]{+每季度+}清点库存。",
    ),
)
