"""A negation is lost or added: 不, 未, 无, 非."""

from __future__ import annotations

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.classify.terms import REST_AT_MOST, SHORT_AT_MOST, find_terms
from diffcore.errors import Bilingual

_TERMS = ("没有", "不", "未", "无", "非", "勿", "免予", "拒不", "毋")
# Words with these characters that deny nothing.
_MASKS = (
    "不仅", "不但", "不断", "不同", "不动产", "不管", "不论", "不久", "不时", "不可抗力", "未来",
    "未成年", "未免", "无论", "无线", "无偿", "无障碍", "无人机", "无形", "无锡", "非常", "非洲",
    "非物质", "非营利", "非公有制", "非遗", "除非", "南非", "莫非", "是非",
)  # fmt: skip


def _match(case: Case) -> Answer | None:
    """Name a short difference in which one side denies more often than the other."""
    reads = case.reads
    if max(len(reads.base), len(reads.other)) > SHORT_AT_MOST:
        return None
    base = find_terms(reads.base, _TERMS, _MASKS)
    other = find_terms(reads.other, _TERMS, _MASKS)
    if len(base.found) == len(other.found) or not _is_same_matter(base.rest, other.rest):
        return None
    return Answer((Draft("negation", case.spans),))


def _is_same_matter(base: str, other: str) -> bool:
    """Say whether what is left without the negations is nearly nothing, or has words in common."""
    if not base or not other:
        return len(base or other) <= REST_AT_MOST
    return not set(base).isdisjoint(other)


RULE = Rule(
    name="negation",
    kinds=("negation",),
    about="hunk",
    rank=51,
    source=Bilingual(
        "否定词一字之差，意思相反；《立法技术规范（试行）（一）》（2009）不、未、非的用法",
        "One negation reverses the sense; Technical Norms of Legislation (I), 2009",
    ),
    match=_match,
    fires=(
        ("申请人[-未-]提交材料的，终止审查。", "negation"),
        ("对该项申请[-不予-]{+予以+}批准。", "negation"),
        ("属于{+非+}经营性活动。", "negation"),
    ),
    silent=("完善[-不动产-]{+房产+}登记。", "质量[-不断-]提升。", "[-不合格-]{+劣质+}商品。"),
)
