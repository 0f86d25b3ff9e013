"""A figure changed its value, or stands on one side only among other words."""

from __future__ import annotations

from diffcore.chinese.figures import Figure
from diffcore.chinese.numerals import parse_numeral
from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.classify.counted import (
    Division,
    Figures,
    divide,
    figures_in,
    is_arabic,
    is_citation,
    lonely_drafts,
)
from diffcore.errors import Bilingual
from diffcore.spans import NormalSpan, Pair

# How the name of a law ends that a provision is cited from.
_LAWS = ("法", "典", "条例", "规定", "办法", "规则", "决定", "解释", "细则", "章程", "》")


def _match(case: Case) -> Answer | None:
    """Name the figures of a difference; the words between paired figures are asked again."""
    figures = figures_in(case)
    division = divide(case, figures)
    if division:
        drafts, rest = _name_changed(case, division)
        drafts += [Draft("figure_form", spans) for spans in division.reformed]
        return Answer(tuple(drafts), rest=rest)
    if _are_numerals(case) or _are_figures(case, figures):
        return Answer((Draft("changed_figure", case.spans),))
    if not any(f.kind != "latin" and is_arabic(f) for f in (*figures.base, *figures.other)):
        return None
    drafts_alone = lonely_drafts(case, figures)
    is_told = any(draft.kind.endswith("figure") for draft in drafts_alone)
    return Answer(drafts_alone) if is_told else None


def _name_changed(
    case: Case, division: Division
) -> tuple[list[Draft], tuple[Pair[NormalSpan], ...]]:
    """Give the drafts for the changed figures, and the words that they leave over.

    Another law and another article of it are one change, and are told as one citation.
    """
    drafts, rest = [], list(division.rest)
    for spans in division.changed:
        kind = _kind_of(case, spans)
        law = _law_before(case, spans, rest) if kind == "citation" else None
        if law is None:
            drafts.append(Draft(kind, spans))
        else:
            rest.remove(law)
            drafts.append(Draft(kind, _join(law, spans)))
    return drafts, tuple(rest)


def _law_before(
    case: Case, spans: Pair[NormalSpan], rest: list[Pair[NormalSpan]]
) -> Pair[NormalSpan] | None:
    """Give what of `rest` ends right before `spans` and ends like the name of a law, if any."""
    for law in rest:
        is_beside = (law.base.end, law.other.end) == (spans.base.start, spans.other.start)
        if is_beside and all(words.endswith(_LAWS) for words in _read(case, law)):
            return law
    return None


def _join(first: Pair[NormalSpan], last: Pair[NormalSpan]) -> Pair[NormalSpan]:
    return Pair(
        NormalSpan(first.base.start, last.base.end), NormalSpan(first.other.start, last.other.end)
    )


def _read(case: Case, spans: Pair[NormalSpan]) -> Pair[str]:
    return Pair(spans.base.of(case.texts.base), spans.other.of(case.texts.other))


def _kind_of(case: Case, spans: Pair[NormalSpan]) -> str:
    """Give the kind of two figures of different value; the number of a provision is cited."""
    is_cited = is_citation(_read(case, spans).base)
    return "citation" if is_cited else "changed_figure"


def _are_numerals(case: Case) -> bool:
    """Say whether either side reads one numeral, though of a form that is no certain figure."""
    values = case.reads.map(parse_numeral)
    return None not in (values.base, values.other) and values.base != values.other


def _are_figures(case: Case, figures: Figures) -> bool:
    """Say whether both sides read nothing but figures, though not the same number of them.

    With a digit too many a date falls apart: 2024年3月28日 against 20240年 and 3月28日.
    """
    return _is_covered(case.spans.base, figures.base) and _is_covered(
        case.spans.other, figures.other
    )


def _is_covered(span: NormalSpan, figures: tuple[Figure, ...]) -> bool:
    at = span.start
    for figure in figures:
        if figure.kind == "latin" or figure.start > at:
            return False
        at = figure.end
    return bool(figures) and at >= span.end


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
        ("自[-2024年3月28日-]{+20240年3月28日+}起施行。", "changed_figure"),
        ("依照[-渔港管理法第五十四条-]{+港口典第一千二百一十八条+}的规定处理。", "citation"),
        ("赔偿标准不少于每户每日[-五元-]{+八元+}。", "changed_figure"),
    ),
    silent=(
        "新增床位。{+其中重症床位300张。+}",
        "新增床位[-，其中重症床位300张-]。",
        "应当[-统一-]{+一体+}推进。", "落实[-三农-]{+农村+}政策。"),
)  # fmt: skip
