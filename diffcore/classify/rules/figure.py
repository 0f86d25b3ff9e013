"""A figure changed its value, or stands on one side only among other words."""

from __future__ import annotations

from diffcore.chinese.numerals import parse_numeral
from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.classify.counted import divide, figures_in, is_arabic, is_citation, lonely_drafts
from diffcore.errors import Bilingual
from diffcore.spans import NormalSpan, Pair


def _match(case: Case) -> Answer | None:
    """Name the figures of a difference; the words between paired figures are asked again."""
    figures = figures_in(case)
    division = divide(case, figures)
    if division:
        drafts = [Draft(_kind_of(case, spans), spans) for spans in division.changed]
        drafts += [Draft("figure_form", spans) for spans in division.reformed]
        return Answer(tuple(drafts), rest=division.rest)
    if _are_numerals(case):
        return Answer((Draft("changed_figure", case.spans),))
    if not any(f.kind != "latin" and is_arabic(f) for f in (*figures.base, *figures.other)):
        return None
    drafts_alone = lonely_drafts(case, figures)
    is_told = any(draft.kind.endswith("figure") for draft in drafts_alone)
    return Answer(drafts_alone) if is_told else None


def _kind_of(case: Case, spans: Pair[NormalSpan]) -> str:
    """Give the kind of two figures of different value; the number of a provision is cited."""
    is_cited = is_citation(spans.base.of(case.texts.base))
    return "citation" if is_cited else "changed_figure"


def _are_numerals(case: Case) -> bool:
    """Say whether either side reads one numeral, though of a form that is no certain figure."""
    values = case.reads.map(parse_numeral)
    return None not in (values.base, values.other) and values.base != values.other


RULE = Rule(
    name="figure",
    kinds=(
        "changed_figure", "citation", "missing_figure", "extra_figure", "figure_form",
        "missing_latin", "extra_latin", "wording", "omission", "addition",
    ),
    about="hunk",
    rank=35,
    source=Bilingual(
        "GB/T 15835—2011《出版物上数字用法》：数值与计量单位一并核对",
        "GB/T 15835—2011: a figure is read together with its unit",
    ),
    match=_match,
    fires=(
        ("应当在[-三十-]{+十五+}个工作日内答复。", "changed_figure"),
        ("到[-2025年-]{+2030年前+}全面建成。", "changed_figure"),
        ("每户补助[-1200-]{+1201+}元。", "changed_figure"),
        ("占比提高到[-百分之四十-]{+百分之五十+}。", "changed_figure"),
        ("新增床位[-共300张-]。", "missing_figure"),
        ("新增床位{+共300张+}。", "extra_figure"),
        ("赔偿标准不少于每户每日[-五元-]{+八元+}。", "changed_figure"),
    ),
    silent=(
        "新增床位。{+其中重症床位300张。+}",
        "新增床位[-，其中重症床位300张-]。",
        "应当[-统一-]{+一体+}推进。", "落实[-三农-]{+农村+}政策。"),
)  # fmt: skip
