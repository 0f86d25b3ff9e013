"""Replacements that recur: known by their words, with the places where they were not made."""

from __future__ import annotations

import pytest

from diffcore import Collation
from diffcore.model import Group
from tests.classify.notation import collate_notation, collate_texts


def only(collation: Collation) -> Group:
    (group,) = collation.groups
    return group


MIXED = (
    "第一条　设立[-保管体系-]{+保管架构+}，每年清点库存一次。\n"
    "第二条　健全[-借阅体系-]{+借阅架构+}，方便单位和个人。\n"
    "第三条　馆藏的目录体系由专人维护，不得涂改。\n"
    "第四条　库房的安防体系每月检修，\n记录存入体系档案。\n"
)


def test_the_places_where_the_word_was_kept_are_listed_with_address_and_span() -> None:
    collation = collate_notation(MIXED)
    group = only(collation)
    assert group.words == ("体系", "架构")
    assert [kept.address for kept in group.kept][:2] == ["第三条", "第四条"]
    texts = collation.witnesses.map(lambda witness: witness.source.text)
    for kept in group.kept:
        for reading, text in zip(kept.readings, texts, strict=True):
            assert reading.text == "体系"
            assert reading.span.of(text) == "体系"
        assert collation.comparisons[kept.row].row.clauses.base
    assert group.kept[0].readings.base.phrase == "目录体系由"
    assert group.title.zh == "「体系」→「架构」（2 处；另有 3 处仍作「体系」）"


def test_a_word_that_is_wrapped_in_the_file_was_kept_too() -> None:
    collation = collate_texts(
        "第一条　设立保管体系。\n第二条　健全借阅体系，方便群众。\n"
        "第三条　馆藏的目录分为三类，逐册登记，由专人维护，不得涂改，目录体\n系每年核对。\n",
        "第一条　设立保管架构。\n第二条　健全借阅架构，方便群众。\n"
        "第三条　馆藏的目录分为三类，逐册登记，由专人维护，不得涂改，目录体系每年核对。\n",
    )
    (kept,) = only(collation).kept
    assert kept.readings.map(lambda reading: reading.text) == ("体\n系", "体系")


def test_a_word_inside_a_longer_one_was_not_kept() -> None:
    group = only(
        collate_notation(
            "第一条　凭[-票-]{+券+}入馆，每日限五百人。\n"
            "第二条　凭[-票-]{+券+}参观，不得转让。\n"
            "第三条　发票由专人保管，支票由会计保管。\n"
        )
    )
    assert group.kept == ()


def test_a_word_in_a_clause_that_only_one_side_has_was_not_kept() -> None:
    group = only(
        collate_notation(
            "第一条　设立[-保管体系-]{+保管架构+}，每年清点库存一次。\n"
            "第二条　健全[-借阅体系-]{+借阅架构+}，方便单位和个人。\n"
            "第三条　馆藏的目录由专人维护，不得涂改。\n"
            "[-第四条　库房的安防体系每月检修，记录存入档案。\n-]"
        )
    )
    assert group.kept == ()


@pytest.mark.parametrize(
    ("notation", "words", "size"),
    [
        (
            (
                "第一条　增强[-新动能-]{+新效能+}，完善目录。\n"
                "第二条　培育[-动能-]{+效能+}，每年总结。\n"
                "第三条　档案馆每季度清点库存，公布结果。\n"
            ),
            ("动能", "效能"),
            2,
        ),
        (
            (
                "第一条　开馆时间由[-水行政主管-]{+水务+}部门确定。\n"
                "第二条　编制目录。（市[-水行政主管-]{+水务+}部门、市财政局按职责分工负责）\n"
                "第三条　档案馆每季度清点库存，公布结果。\n"
            ),
            ("水行政主管", "水务"),
            2,
        ),
        (
            (
                "第一条　编制目录。（市教委[-、市财政局-]按职责分工负责）\n"
                "第二条　清点库存。（[-市财政局、-]市教委按职责分工负责）\n"
                "第三条　档案馆每季度清点库存，公布结果。\n"
            ),
            ("市财政局", ""),
            2,
        ),
    ],
)
def test_a_replacement_is_known_by_its_words_however_it_was_cut(
    notation: str, words: tuple[str, str], size: int
) -> None:
    group = only(collate_notation(notation))
    assert (group.words, len(group.findings)) == (words, size)


def test_the_same_characters_in_other_words_are_another_replacement() -> None:
    collation = collate_notation(
        "第一条　[-维护-]{+养护+}设备，完善目录。\n"
        "第二条　[-维修-]{+养修+}库房，每年总结。\n"
        "第三条　档案馆每季度清点库存，公布结果。\n"
    )
    assert collation.groups == ()


def test_a_figure_was_kept_where_it_is_a_figure_of_its_own() -> None:
    group = only(
        collate_notation(
            "第一条　[-三十日-]{+十五日+}内归还档案。\n"
            "第二条　[-三十日-]{+十五日+}内答复来信。\n"
            "第三条　三十日内清点库存，一百三十日内公布结果。\n"
        )
    )
    assert group.words == ("三十日", "十五日")
    assert [kept.address for kept in group.kept] == ["第三条"]


def test_the_other_way_round_is_told() -> None:
    collation = collate_notation(
        "第一条　设立[-保管体系-]{+保管架构+}，每年清点库存一次。\n"
        "第二条　健全[-借阅体系-]{+借阅架构+}，方便单位和个人。\n"
        "第三条　馆藏的目录[-架构-]{+体系+}由专人维护，不得涂改。\n"
    )
    group = only(collation)
    reverse = {finding.id: finding for finding in collation.findings}[group.reverse[0]]
    assert reverse.readings.base.text == "架构"
    assert group.title.zh.endswith("（2 处；1 处相反）")


def test_what_is_left_out_or_made_a_mark_has_no_places_kept() -> None:
    collation = collate_notation(
        "第一条　借阅[-和-]{+、+}复制须经批准，[-有关-]单位应当登记。\n"
        "第二条　清点[-和-]{+、+}整理每年一次，[-有关-]人员应当到场。\n"
        "第三条　目录和索引由专人维护，有关规定另行公布。\n"
    )
    assert [group.kept for group in collation.groups] == [(), ()]


def test_paragraphs_that_only_one_side_breaks_do_not_shift_the_places() -> None:
    collation = collate_texts(
        "第一条　设立保管体系。\n第二条　健全借阅体系，方便群众。\n"
        "第三条　馆藏的目录分为三类。\n逐册登记，由专人维护。\n目录体系每年核对，不得涂改。\n",
        "第一条　设立保管架构。\n第二条　健全借阅架构，方便群众。\n"
        "第三条　馆藏的目录分为三类。逐册登记，由专人维护。目录体系每年核对，不得涂改。\n",
    )
    (kept,) = only(collation).kept
    assert kept.readings.map(lambda reading: reading.text) == ("体系", "体系")
