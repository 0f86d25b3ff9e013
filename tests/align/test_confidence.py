"""Rows that a person should look at are few, and are told with what they may belong to."""

from __future__ import annotations

from diffcore.align import align
from diffcore.align.confidence import SURE_FROM
from diffcore.model import Row
from tests.align.notation import scopes

HEAD = "第一条 渡口每日六时开放,遇大风停航。\n第二条 船工应当持证上岗,并接受年度考核。\n"
TAIL = "第九条 本办法由渡口管理所解释,有争议的报县人民政府裁决。\n"


def _rows(base: str, other: str) -> tuple[Row, ...]:
    return align(scopes(HEAD + base + TAIL, HEAD + other + TAIL))


def _row(rows: tuple[Row, ...], label: str) -> Row:
    return next(row for row in rows if row.clauses.base and row.clauses.base[0].label == label)


def test_a_rewritten_clause_between_its_neighbours_is_sure() -> None:
    rows = _rows(
        "第三条 渡船载客不得超过核定人数,超载的由渡口管理所责令离船。\n",
        "第三条 渡船载客应当在核定人数以内,超载的由渡口管理所劝离。\n",
    )
    row = _row(rows, "第三条")
    assert row.is_sure
    assert row.confidence > SURE_FROM


def test_a_clause_that_moved_and_kept_few_of_its_words_is_not_sure() -> None:
    rows = _rows(
        "第三条 渡船载客不得超过核定人数,超载的由渡口管理所责令离船并处罚款。\n"
        "第四条 汛期停航的时段和复航的条件由县防汛指挥机构向社会公告。\n"
        "第五条 候船处应当设置座椅、遮雨棚和救生设备,并有专人值守。\n",
        "第三条 汛期停航的时段和复航的条件由县防汛指挥机构向社会公告。\n"
        "第四条 候船处应当设置座椅、遮雨棚和救生设备,并有专人值守。\n"
        "第五条 渡船超载的由渡口管理所责令改正,情节严重的暂扣渡船并吊销船工证书。\n",
    )
    row = _row(rows, "第三条")
    assert (row.relation, row.clauses.other[0].label) == ("moved", "第五条")
    assert not row.is_sure
    assert row.confidence < SURE_FROM
    assert sum(not one.is_sure for one in rows) == 1


def test_two_clauses_that_stayed_apart_are_told_of_each_other() -> None:
    rows = _rows(
        "第三条 渡口设置夜航灯标的,由设置单位负责日常巡查和更换灯泡。\n"
        "第四条 汛期停航的时段和复航的条件由县防汛指挥机构向社会公告。\n",
        "第三条 汛期停航的时段和复航的条件由县防汛指挥机构向社会公告。\n"
        "第四条 夜航灯标的位置由航道主管部门规定,设置单位应当每季抽检。\n",
    )
    one, two = (row for row in rows if row.relation in ("omitted", "added"))
    assert (rows[one.possible or 0], rows[two.possible or 0]) == (two, one)
    assert not one.is_sure
    assert one.confidence == two.confidence < SURE_FROM


def test_nothing_is_marked_between_renditions_of_one_text() -> None:
    text = "第三条 渡船载客不得超过30人,超载的处200元罚款。\n(一)货船除外。\n(二)渔船除外。\n"
    bare = "第三条 渡船载客不得超过人,超载的处元罚款。\n()货船除外。\n()渔船除外。\n"
    assert all(row.is_sure for row in _rows(text, text))
    assert all(row.is_sure for row in _rows(text, bare))


def test_new_and_dropped_clauses_without_a_like_are_not_marked() -> None:
    rows = _rows(
        "第三条 候船处应当设置座椅、遮雨棚和救生设备,并有专人值守。\n",
        "第三条 运费实行政府指导价,由物价部门每年核定并张贴公布。\n",
    )
    assert [row.relation for row in rows].count("omitted") == 1
    assert all(row.is_sure for row in rows)
