"""One clause of the base answers to several neighbours."""

from __future__ import annotations

from diffcore.classify.broken import name_broken
from diffcore.classify.case import Answer, Case, Rule
from diffcore.errors import Bilingual


def _match(case: Case) -> Answer | None:
    """Name a split row; a note where the parts have no labels of their own."""
    if case.row.relation != "split":
        return None
    return name_broken(case, "split_clause", case.row.clauses.other)


RULE = Rule(
    name="split_clause",
    kinds=("split_clause",),
    about="row",
    rank=4,
    source=Bilingual(
        "《立法技术规范（试行）（一）》（2009）：一条只规定一项内容，条下分款",
        "Technical Norms of Legislation (I), 2009: one matter an article, paragraphs below it",
    ),
    match=_match,
    fires=(
        (
            (
                "第一条　档案馆应当每季度清点库存并公布结果。{+\n第二条　+}"
                "借阅档案的单位应当办理登记手续并按期归还。\n"
                "第[-二-]{+三+}条　本办法由市档案主管部门负责解释，自公布之日起施行。"
            ),
            "split_clause",
        ),
    ),
    silent=("第一条　档案馆应当[-每月-]{+每季度+}清点库存。",),
)
