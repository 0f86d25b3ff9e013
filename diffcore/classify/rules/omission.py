"""Words of the base are not in the other: the last resort for a deletion."""

from __future__ import annotations

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.errors import Bilingual


def _match(case: Case) -> Answer | None:
    """Name a difference that only the base has."""
    return Answer((Draft("omission", case.spans),)) if not case.spans.other else None


RULE = Rule(
    name="omission",
    kinds=("omission",),
    about="hunk",
    rank=91,
    source=Bilingual("校勘学之「脱」", "Omission, as textual criticism has it"),
    match=_match,
    fires=(("加强[-统筹-]协调。", "omission"),),
    silent=("加强{+统筹+}协调。", "加强[-统筹-]{+组织+}协调。"),
)
