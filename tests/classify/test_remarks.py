"""Remarks on changed words: true, of short changes only, and never a judgement."""

from __future__ import annotations

import re

import pytest

from diffcore.model import REMARKS, Remark
from tests.classify.notation import collate_notation


def remarks(notation: str) -> list[Remark]:
    return [remark for finding in collate_notation(notation).findings for remark in finding.remarks]


@pytest.mark.parametrize(
    ("notation", "told"),
    [
        ("公布[-权利-]{+权力+}清单。", [("homophone", "「利」「力」同音（lì）")]),
        ("由档案馆[-制定-]{+制订+}办法。", [("homophone", "「定」「订」同音（dìng）")]),
        ("日期[-截止-]{+截至+}月底。", [("homophone", "「止」zhǐ、「至」zhì，音近，声调不同")]),
        ("不[-的-]{+得+}转借。", [("homophone", "「的」「得」都有 de 音")]),
        (
            "公布[-帐目-]{+账目+}。",
            [
                ("homophone", "「帐」「账」同音（zhàng）"),
                ("similar_shape", "「帐」「账」同有「长」"),
            ],
        ),
        ("由[-自己-]{+自已+}保管。", [("similar_shape", "「己」「已」字形相近")]),
        ("经费按年[-调拨-]{+调拔+}。", [("similar_shape", "「拨」「拔」字形相近")]),
        (
            "订立[-核定-]{+和订+}书。",
            [("homophone", "「核」「和」同音（hé）；「定」「订」同音（dìng）")],
        ),
        ("档案馆应当{+应当+}登记。", [("doubled", "与紧邻文字重复：「应当」")]),
    ],
)
def test_what_two_short_readings_have_in_common_is_told(
    notation: str, told: list[tuple[str, str]]
) -> None:
    assert [(remark.code, remark.words.zh) for remark in remarks(notation)] == told


@pytest.mark.parametrize(
    "notation",
    [
        "构建数据治理[-体系-]{+架构+}。",
        "档案馆[-应当-]{+可以+}登记。",
        "由[-市长-]{+市场+}决定。",  # 长 cháng, 场 cháng: the usual reading of neither
        "加强[-统筹-]协调。",
        "加强[-监督、管理-]{+管理、监督+}。",
        "在[-30-]{+13+}日内归还。",
        "履行[-权利义务责任条款-]{+权力职责任务分工+}。",
    ],
)
def test_nothing_is_told_where_nothing_is_certain(notation: str) -> None:
    assert remarks(notation) == []


def test_words_that_do_not_differ_have_no_remark() -> None:
    collation = collate_notation("各馆作出决定，按帐目清点，[-统筹-]{+协调+}安排。")
    assert [finding.remarks for finding in collation.findings] == [()]


def test_a_remark_is_the_same_for_both_orders_of_the_sides() -> None:
    one, two = remarks("公布[-帐目-]{+账目+}。"), remarks("公布[-账目-]{+帐目+}。")
    assert [each.code for each in one] == [each.code for each in two]


def test_no_remark_says_which_is_right() -> None:
    words = [
        remark
        for notation in ("公布[-帐目-]{+账目+}。", "不[-的-]{+得+}转借。", "应当{+应当+}登记。")
        for remark in remarks(notation)
    ]
    assert words
    assert all(remark.code in REMARKS for remark in words)
    assert not any(re.search("错|误|应为|正确|wrong|should", "".join(r.words)) for r in words)
