"""A whole clause of the base, with all below it, has no counterpart."""

from __future__ import annotations

from diffcore.classify.case import Answer, Case, Draft, Rule, words_of
from diffcore.errors import Bilingual
from diffcore.spans import Pair


def _match(case: Case) -> Answer | None:
    """Name an omitted row, all of it, once."""
    if case.row.relation != "omitted":
        return None
    spans = Pair(words_of(case.texts.base, case.spans.base), case.spans.other)
    return Answer((Draft("omitted_clause", spans),), claims=tuple(range(len(case.is_taken))))


RULE = Rule(
    name="omitted_clause",
    kinds=("omitted_clause",),
    about="row",
    rank=1,
    source=Bilingual(
        "《立法法》第六十五条：编、章、节、条、款、项、目",
        "Legislation Law, art. 65: part, chapter, section, article, paragraph, item, subitem",
    ),
    match=_match,
    fires=(
        (
            (
                "第一条　为了规范档案管理，制定本办法。\n[-第二条　档案馆每季度清点库存一次。\n-]"
                "第二条　本办法自公布之日起施行。"
            ),
            "omitted_clause",
        ),
    ),
    silent=("第一条　为了规范[-电子-]档案管理，制定本办法。",),
)
