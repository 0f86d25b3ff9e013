"""A decision is read as a person reads it, and a report is held against it article by article."""

from __future__ import annotations

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.revised.changed import read_report
from benchmarks.accuracy.revised.decision import (
    ADDED,
    AMENDED,
    DELETED,
    PREAMBLE,
    RENUMBERED,
    names,
    plain,
    statements_of,
)

DECISION = """\
一、修改《港务所关于适用〈中华人民共和国灯塔法〉若干问题的解释》

1.将引言修改为：

“为了守护灯塔，制定本解释。”

2.将第三条第二款修改为：

“记录簿保存十年。

任何人不得涂改。”

3.删除第五条。

4.增加一条，作为第六条：

“雾天鸣放雾笛。”

5.第七条改为第八条。

6.第九条增加一款，作为第二款：“看守员轮流休息。”

7.条文顺序作相应调整。

二、修改《港务所关于适用〈中华人民共和国航标法〉若干问题的解释》

将第一条修改为：

“航标由港务所管理。”
"""

OLD = """\
# 灯塔公约

<!-- INFO END -->

为了守护灯塔，订立本公约。

第一条 灯塔由港务所管理。

第二条 看守员每日记录油量、灯质。

第三条 雾天鸣放雾笛。
"""

NEW = (
    OLD.replace("守护灯塔", "守护灯塔和航标")
    .replace("油量、灯质", "油量、灯质和天气")
    .replace("第三条 雾天", "第三条 灯油由港务所采购，按月发放。\n\n第四条 雾天")
)


def _law(name: str) -> str:
    return f"港务所关于适用《{name}》若干问题的解释"


def test_each_item_says_what_is_done_with_which_article() -> None:
    said = [(one.article, one.action) for one in statements_of(DECISION, _law("灯塔法"))]
    assert said == [
        (PREAMBLE, AMENDED),
        ((3, 0), AMENDED),
        ((5, 0), DELETED),
        ((6, 0), ADDED),
        ((7, 0), RENUMBERED),
        ((9, 0), AMENDED),
    ]


def test_the_quoted_words_are_the_new_ones_in_full_or_in_part() -> None:
    preamble, paragraph, *_, last = statements_of(DECISION, _law("灯塔法"))
    assert (preamble.new, preamble.is_whole) == ("为了守护灯塔,制定本解释。", True)
    assert (paragraph.new, paragraph.is_whole) == ("记录簿保存十年。任何人不得涂改。", False)
    assert (last.old, last.new, last.is_whole) == ("", "看守员轮流休息。", False)


def test_words_before_the_change_are_the_old_ones() -> None:
    (one,) = statements_of("第二条 公约第四条：“甲。”“乙。”修改为：“丙。”", "公约")
    assert (one.article, one.old, one.new) == ((4, 0), "甲。乙。", "丙。")


def test_a_decision_on_several_laws_is_read_for_one_of_them() -> None:
    assert names(DECISION, _law("航标法"))
    assert not names(DECISION, _law("渔港法"))
    assert statements_of(DECISION, _law("渔港法")) == []


def test_blanks_quotes_and_width_are_no_words() -> None:
    assert plain("**第一条** “甲”，\n<br>　　乙") == "第一条甲,乙"


def test_a_report_is_read_article_by_article() -> None:
    told = read_report(Engine().collate_texts(OLD, NEW))
    assert told.changed == {PREAMBLE, (2, 0), (3, 0)}
    actions = [told.action(article) for article in ((1, 0), (2, 0), (3, 0))]
    assert actions == [AMENDED, AMENDED, RENUMBERED]
    base, other = told.remainders((2, 0))
    assert base == other == "第二条看守员每日记录油量、灯质。"
