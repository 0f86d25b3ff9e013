"""Any other replacement of words: the last resort for a difference that both sides have."""

from __future__ import annotations

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.errors import Bilingual


def _match(case: Case) -> Answer | None:
    """Name a difference in which both sides read something."""
    if case.spans.base and case.spans.other:
        return Answer((Draft("wording", case.spans),))
    return None


RULE = Rule(
    name="wording",
    kinds=("wording",),
    about="hunk",
    rank=90,
    source=Bilingual(
        "校勘学之「讹」；只记异同，不判正误",
        "Variant reading; only that they differ is told, not which is right",
    ),
    match=_match,
    fires=(
        ("构建数据治理[-体系-]{+架构+}。", "wording"),
        ("检查[-、-]{+和+}登记。", "wording"),
    ),
    silent=("加强[-统筹-]协调。", "检查[-、-]{+，+}登记。"),
)
