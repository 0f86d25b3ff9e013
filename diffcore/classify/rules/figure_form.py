"""The same value is written in another form: 百分之五十 and 50%, 二〇二五年 and 2025年."""

from __future__ import annotations

from diffcore.chinese.numerals import parse_numeral
from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.classify.counted import divide, figures_in
from diffcore.errors import Bilingual


def _match(case: Case) -> Answer | None:
    """Name a difference in which every figure keeps its value and no other word changes."""
    if not case.spans.base or not case.spans.other:
        return None
    bare = case.reads.map(lambda words: words.replace("(", "").replace(")", ""))
    if bare.base == bare.other:  # 第(二)项 and 第二项: the number is written in one form
        return None
    values = case.reads.map(parse_numeral)
    if values.base is not None and values.base == values.other:
        # Both are one numeral, though of what is no certain figure: 二十 and 20 of 二十世纪.
        return Answer((Draft("figure_form", case.spans),))
    division = divide(case, figures_in(case))
    if division is None or division.changed or division.rest or not division.reformed:
        return None
    return Answer(tuple(Draft("figure_form", spans) for spans in division.reformed))


RULE = Rule(
    name="figure_form",
    kinds=("figure_form",),
    about="hunk",
    rank=28,
    source=Bilingual(
        "GB/T 15835—2011，4.1–4.3：汉字数字与阿拉伯数字的选用",
        "GB/T 15835—2011, 4.1–4.3: choice between Chinese and Arabic numerals",
    ),
    match=_match,
    fires=(
        ("占比达到[-百分之五十-]{+50%+}以上。", "figure_form"),
        ("自[-二〇二五年-]{+2025年+}起施行。", "figure_form"),
        ("补助[-3万元-]{+30000元+}。", "figure_form"),
        ("在[-三十-]{+30+}日内办结。", "figure_form"),
        ("灯塔建于[-二十-]{+20+}世纪，至今仍在使用。", "figure_form"),
        ("补助标准为每户每年[-三千零五十元-]{+3,050元+}，按季度发放。", "figure_form"),
        ("自[-二〇二五年三月一日-]{+2025年3月1日+}起施行，有效期五年。", "figure_form"),
        ("护士与床位的比例为[-1:2-]{+1比2+}，按季度核对。", "figure_form"),
    ),
    silent=(
        "落实“[-十四五-]{+十三五+}”规划，按年度核对。",
        "占比达到[-百分之五十-]{+60%+}以上。",
        "实行[-一体化-]{+1+}管理。",
        "依照本条[-第（二）项-]{+第二项+}处理。",
    ),
)
