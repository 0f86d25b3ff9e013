"""Words of the other are not in the base: the last resort for an insertion."""

from __future__ import annotations

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.errors import Bilingual


def _match(case: Case) -> Answer | None:
    """Name a difference that only the other has."""
    return Answer((Draft("addition", case.spans),)) if not case.spans.base else None


RULE = Rule(
    name="addition",
    kinds=("addition",),
    about="hunk",
    rank=92,
    source=Bilingual("校勘学之「衍」", "Addition, as textual criticism has it"),
    match=_match,
    fires=(("加强{+统筹+}协调。", "addition"),),
    silent=("加强[-统筹-]协调。", "加强[-统筹-]{+组织+}协调。"),
)
