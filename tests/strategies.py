"""Hypothesis strategies that build official texts out of invented sentences."""

from __future__ import annotations

from hypothesis import strategies as st

SUBJECTS = (
    "市水务局", "县级人民政府", "港口经营单位", "社区服务中心", "渔业合作社",
    "灯塔管理站", "职业学校", "乡镇卫生院", "粮食储备库", "公共图书馆",
)  # fmt: skip
VERBS = (
    "应当建立", "可以委托", "负责编制", "不得擅自变更", "按期公布",
    "统筹安排", "定期检查", "鼓励发展", "逐步完善", "依法保护",
)  # fmt: skip
OBJECTS = (
    "巡查登记制度", "船舶维修档案", "汛期值守方案", "阅读推广计划", "盐田轮休名录",
    "夜间照明设施", "农机共享平台", "古树养护经费", "雨水收集管网", "实训基地",
)  # fmt: skip
TAILS = (
    "并向社会公开结果", "期限为15日", "每年不少于2次", "所需资金列入预算", "投入不低于300万元",
    "确保2028年底前完成", "接受群众监督", "覆盖率达到95%以上", "具体办法另行制定", "实行分级管理",
)  # fmt: skip

NUMERALS = "一二三四五六七八九"

_clause = st.builds(
    lambda s, v, o, t: f"{s}{v}{o}，{t}。",
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(OBJECTS),
    st.sampled_from(TAILS),
)
_paragraph = st.lists(_clause, min_size=1, max_size=4, unique=True).map("".join)


@st.composite
def laws(draw: st.DrawFn) -> str:
    """Give a statute of 2 to 9 articles, some of them with items; a paragraph a line."""
    lines = ["海湾市灯塔保护条例"]
    for number in range(draw(st.integers(2, 9))):
        lines.append(f"第{NUMERALS[number]}条　{draw(_paragraph)}")
        items = range(draw(st.integers(0, 3)))
        lines.extend(f"（{NUMERALS[item]}）{draw(_clause)}" for item in items)
    return "\n".join(lines) + "\n"


@st.composite
def policies(draw: st.DrawFn) -> str:
    """Give a policy with headings 一、 and items （一）; a paragraph a line."""
    lines = ["海湾市渔港振兴行动方案", f"为规范渔港建设，{draw(_paragraph)}"]
    for number in range(draw(st.integers(2, 4))):
        lines.append(f"{NUMERALS[number]}、完善{draw(st.sampled_from(OBJECTS))}")
        for item in range(draw(st.integers(1, 3))):
            heading = draw(st.sampled_from(OBJECTS))
            lines.append(f"（{NUMERALS[item]}）健全{heading}。{draw(_paragraph)}")
    return "\n".join(lines) + "\n"


def official_texts() -> st.SearchStrategy[str]:
    """Give laws and policies."""
    return laws() | policies()
