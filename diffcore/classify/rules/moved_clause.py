"""A clause answers to one that stands elsewhere."""

from __future__ import annotations

from functools import partial

from diffcore.classify.case import (
    Answer,
    Case,
    Draft,
    Rule,
    hunks_within,
    label_zones,
    words_of,
)
from diffcore.classify.messages import say_moved
from diffcore.errors import Bilingual
from diffcore.spans import Pair


def _match(case: Case) -> Answer | None:
    """Name a moved row with its number; the differences in its words are named by other rules."""
    if case.row.relation != "moved":
        return None
    texts, clauses = case.texts, case.row.clauses
    spans = Pair(words_of(texts.base, case.spans.base), words_of(texts.other, case.spans.other))
    places = Pair(clauses.base[0].address, clauses.other[0].address)
    draft = Draft("moved_clause", spans, say=partial(say_moved, places))
    return Answer((draft,), hunks_within(case, label_zones(clauses)))


RULE = Rule(
    name="moved_clause",
    kinds=("moved_clause",),
    about="row",
    rank=3,
    source=Bilingual(
        "《立法法》第六十五条：条文依次编号，次序关乎体系解释与援引",
        "Legislation Law, art. 65: articles are numbered in order; order bears on reading them",
    ),
    match=_match,
    fires=(
        (
            (
                "[-第一条　档案馆应当每季度清点库存，并公布清点结果。\n-]"
                "第二条　借阅档案的，应当办理登记手续，按期归还。\n"
                "第三条　档案数字化成果与原件具有同等的利用价值。\n"
                "{+第一条　档案馆应当每季度清点库存，并公布清点结果。\n+}"
            ),
            "moved_clause",
        ),
    ),
    silent=("第一条　档案馆应当[-每月-]{+每季度+}清点库存。",),
)
