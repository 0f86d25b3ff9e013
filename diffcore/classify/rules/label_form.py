"""The label of a clause has the same number on both sides, written in another form."""

from __future__ import annotations

from diffcore.classify.case import Answer, Case, Draft, Rule, hunks_within, label_zones, number_of
from diffcore.errors import Bilingual


def _match(case: Case) -> Answer | None:
    """Name the two labels once, however many hunks they have: 第三十四條之一 and 第34-1條."""
    clauses = case.row.clauses
    if not clauses.base or not clauses.other:
        return None
    base, other = clauses.base[0], clauses.other[0]
    if base.ordinal is None or number_of(base) != number_of(other):
        return None
    zones = label_zones(clauses)
    hunks = hunks_within(case, zones)
    return Answer((Draft("figure_form", zones),), hunks) if hunks else None


RULE = Rule(
    name="label_form",
    kinds=("figure_form",),
    about="row",
    rank=9,
    source=Bilingual(
        "GB/T 15835—2011，4.1–4.3：汉字数字与阿拉伯数字的选用；法规数据库与公报的条号写法不同",
        "GB/T 15835—2011, 4.1–4.3: choice between Chinese and Arabic numerals; "
        "databases of statutes number articles in another form than gazettes",
    ),
    match=_match,
    fires=(
        (
            (
                "[-第五条-]{+第 5 条+}　档案馆应当清点库存。\n"
                "[-第五条之一-]{+第 5-1 条+}　借阅档案应当登记。"
            ),
            "figure_form",
        ),
    ),
    silent=(
        "第五条　档案馆应当清点库存。\n[-第五条之一-]{+第5-2条+}　借阅档案应当登记。",
        "第五条　补助[-三十-]{+30+}元。",
    ),
)
