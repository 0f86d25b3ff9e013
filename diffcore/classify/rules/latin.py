"""A Latin word or abbreviation stands on one side only, among other words."""

from __future__ import annotations

from diffcore.classify.case import Answer, Case, Rule
from diffcore.classify.counted import figures_in, lonely_drafts
from diffcore.errors import Bilingual


def _match(case: Case) -> Answer | None:
    """Name the Latin words that only one side has."""
    figures = figures_in(case)
    counts = figures.map(lambda side: sum(figure.kind == "latin" for figure in side))
    if bool(counts.base) == bool(counts.other):
        return None
    drafts = lonely_drafts(case, figures)
    return Answer(drafts) if any(draft.kind.endswith("latin") for draft in drafts) else None


RULE = Rule(
    name="latin",
    kinds=("missing_latin", "extra_latin", "wording", "omission", "addition"),
    about="hunk",
    rank=45,
    source=Bilingual(
        "西文缩写多为专名、指标，失落即失所指",
        "Latin abbreviations are names and measures; losing one loses what is meant",
    ),
    match=_match,
    fires=(
        ("采用[-BIM技术-]开展设计。", "missing_latin"),
        ("公布{+（简称GDP）+}数据。", "extra_latin"),
    ),
    silent=("采用[-BIM-]{+CIM+}技术。", "采用[-新-]技术。"),
)
