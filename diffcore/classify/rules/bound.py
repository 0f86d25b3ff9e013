"""A word that bounds a quantity is exchanged, lost or added: 以上, 以下, 不超过, 至多."""

from __future__ import annotations

from dataclasses import replace

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.classify.terms import exchanged
from diffcore.errors import Bilingual
from diffcore.spans import NormalSpan, Pair

# Longer words first.
_TERMS = (
    "不得超过", "不得少于", "不得低于", "不得高于", "不得多于", "不超过", "不少于", "不低于",
    "不高于", "不多于", "不小于", "不大于", "不短于", "不足", "不满", "未满", "未达到", "以上",
    "以下", "以内", "以外", "之内", "超过", "少于", "低于", "高于", "多于", "大于", "小于",
    "至少", "至多", "最少", "最多", "最低", "最高", "达到",
)  # fmt: skip
# Names that contain a term.
_MASKS = (
    "最低生活保障", "最低工资", "最高人民法院", "最高人民检察院", "最高法院", "超过程",
)  # fmt: skip


# Behind these the second half of a term may have been taken for another word (岁以|上者).
_FIRST_HALVES = frozenset("以之")
_SECOND_HALVES = frozenset("上下内外")


def _match(case: Case) -> Answer | None:
    """Name a short difference in which these words are not the same on both sides."""
    whole = _with_first_halves(case)
    return Answer((Draft("bound", whole.spans),)) if exchanged(whole, _TERMS, _MASKS) else None


def _with_first_halves(case: Case) -> Case:
    """Give the case with the 以 taken in that both sides have before 上, 下, 内 or 外."""
    texts, spans, reads = case.texts, case.spans, case.reads
    if not (reads.base[:1] in _SECOND_HALVES and reads.other[:1] in _SECOND_HALVES):
        return case
    before = texts.base[spans.base.start - 1 : spans.base.start]
    if before not in _FIRST_HALVES or not texts.other.startswith(before, spans.other.start - 1):
        return case
    return replace(case, spans=Pair(_one_before(spans.base), _one_before(spans.other)))


def _one_before(span: NormalSpan) -> NormalSpan:
    return NormalSpan(span.start - 1, span.end)


RULE = Rule(
    name="bound",
    kinds=("bound",),
    about="hunk",
    rank=49,
    source=Bilingual(
        "《民法典》第一千二百五十九条：以上、以下、以内、届满包括本数，不满、超过、以外不包括本数",
        "Civil Code, art. 1259: which words of bound include the number itself",
    ),
    match=_match,
    fires=(
        ("注册资本在一百万元[-以上-]{+以下+}。", "bound"),
        ("时间[-不超过-]{+不少于+}三十日。", "bound"),
        ("每年{+至少+}检查一次。", "bound"),
    ),
    silent=(
        "发放[-低收入补助-]{+最低生活保障金+}。",
        "主要证据[-不足-]{+是伪造+}的。",
        "经营[-过程-]{+活动+}受监督。",
        "企业[-应当-]{+可以+}公开信息。",
    ),
)
