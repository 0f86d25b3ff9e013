"""A word of duty, leave or ban is exchanged, lost or added: 应当, 可以, 必须, 不得."""

from __future__ import annotations

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.classify.terms import exchanged
from diffcore.errors import Bilingual

# Longer words first. 应当, 必须, 不得, 禁止, 可以 are those that the standard tells apart; the
# others are their forms in policies.
_TERMS = (
    "严格禁止", "不得不", "原则上", "严禁", "禁止", "不得", "不准", "不许", "不应当", "不应",
    "不可以", "不可", "不能", "不宜", "应当", "必须", "务必", "务须", "可以", "允许", "准许",
    "有权", "无权", "应该", "不必", "无需", "无须", "须", "应", "可", "宜", "得",
)  # fmt: skip
# Words that contain a term and are none.
_MASKS = (
    "应用", "应急", "应对", "供应", "响应", "相应", "适应", "效应", "反应", "对应", "应届",
    "应诉", "应税", "应聘", "应收", "应付", "应征", "答应", "呼应", "感应", "许可", "认可",
    "可能", "可行", "可靠", "可持续", "可见", "可视", "可控", "可及", "可再生", "可燃", "适宜",
    "便宜", "事宜", "不宜居", "宜居", "不可抗力", "不可分割", "不可或缺", "必需", "须知", "可信",
    "可追溯", "可比", "可用", "取得", "获得", "所得", "得到", "得以", "使得", "值得", "难得",
    "得出", "得分", "得当", "得失", "得力", "赢得", "求得", "购得", "得知", "心得", "显得",
    "所有权", "占有权", "享有权", "拥有权",
)  # fmt: skip


def _match(case: Case) -> Answer | None:
    """Name a short difference in which these words are not the same on both sides."""
    return Answer((Draft("modality", case.spans),)) if exchanged(case, _TERMS, _MASKS) else None


RULE = Rule(
    name="modality",
    kinds=("modality",),
    about="hunk",
    rank=50,
    source=Bilingual(
        "全国人大常委会法工委《立法技术规范（试行）（一）》（2009），14、15：应当与必须，不得与禁止",
        "Legislative Affairs Commission, Technical Norms of Legislation (I), 2009, nos. 14–15",
    ),
    match=_match,
    fires=(
        ("企业[-应当-]{+可以+}公开信息。", "modality"),
        ("经营者[-不得-]转让许可证。", "modality"),
        ("有关部门{+必须+}及时处理。", "modality"),
        ("[-严禁-]{+禁止+}露天焚烧。", "modality"),
        ("投标人[-应-]{+须+}提交样品。", "modality"),
        ("受理机关[-应-]{+得+}命其补正。", "modality"),
    ),
    silent=(
        "完善[-应急-]{+应对+}预案。",
        "加强[-可靠性-]{+可持续性+}评价。",
        "[-支持-]{+鼓励+}创新。",
    ),
)
