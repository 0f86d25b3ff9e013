"""The engine: exact on short rows, held together by sentences on long ones, never out of bounds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffcore.diff.anchors import gaps_between_anchors
from diffcore.diff.compare import compare
from diffcore.diff.engine import EDITS_AT_MOST, LONG_FROM, find_changes
from diffcore.diff.tokens import in_characters, tokenise
from diffcore.spans import Pair
from tests.notation import compare_normals, normal_of

_SENTENCE = "第{0}座灯塔的值班员应当在{0}日内登记{0}艘渔船的维修档案。"


def _long_row(sentences: int) -> str:
    return "".join(_SENTENCE.format(number) for number in range(sentences))


def _edits(one: str, two: str) -> int:
    return sum(
        change.end - change.start + change.stop - change.begin
        for change in find_changes(one, two)[0]
    )


@given(st.text("甲乙丙", max_size=12), st.text("甲乙丙", max_size=12))
def test_the_script_is_the_shortest(one: str, two: str) -> None:
    lengths = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i, left in enumerate(one, 1):
        for j, right in enumerate(two, 1):
            lengths[i][j] = (
                lengths[i - 1][j - 1] + 1
                if left == right
                else max(lengths[i - 1][j], lengths[i][j - 1])
            )
    assert _edits(one, two) == len(one) + len(two) - 2 * lengths[-1][-1]


def test_both_engines_find_scripts_of_one_length() -> None:
    one, two = "甲乙丙丁" * EDITS_AT_MOST, "乙丁甲丙" * EDITS_AT_MOST
    assert _edits(one, two) > EDITS_AT_MOST  # so this is rapidfuzz
    assert _edits(one[:60], two[:60]) <= 60  # and this is diff-match-patch


def test_a_long_row_is_compared_word_by_word() -> None:
    one = _long_row(2_000)
    two = one.replace("第700座灯塔", "第700座航标").replace("登记1500艘", "登记1501艘")
    assert len(one) + len(two) > LONG_FROM
    changes, is_complete = compare(one, two)
    assert is_complete
    assert [(one[c.start : c.end], two[c.begin : c.stop]) for c in changes] == [
        ("灯塔", "航标"),
        ("1500", "1501"),
    ]


def test_anchors_hold_the_texts_apart_where_sentences_moved() -> None:
    one, two = _long_row(9), _SENTENCE.format(8) + _long_row(8)
    done = [0, 0]
    for gap in gaps_between_anchors(one, two):
        assert one[done[0] : gap.start] == two[done[1] : gap.begin]
        done = [gap.end, gap.stop]
    assert done == [len(one), len(two)]


def test_texts_too_unlike_and_too_long_are_one_difference_with_a_notice() -> None:
    one, two = "检查" + "甲" * 30_000 + "航标", "检查" + "乙丙" * 15_000 + "航标"
    changes, is_complete = compare(one, two)
    assert not is_complete
    assert len(changes) == 1
    result = compare_normals(Pair(normal_of(one), normal_of(two)))
    assert len(result.hunks) == 1
    assert [notice.stage for notice in result.notices] == ["diff"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("的" * 100_000, "的" * 99_000),
        ("1" * 100_000, "1" * 99_999 + "2"),
        ("、甲" * 50_000, "甲、" * 50_000),
        ("一二" * 50_000, "一二" * 49_000 + "三"),
        ("1,2;" * 20_000, "1;2," * 20_000),
        ("甲" * 2_000 + "乙" * 2_000, "乙" * 2_000 + "甲" * 2_000),
    ],
)
def test_hostile_rows_take_bounded_time(one: str, two: str) -> None:
    start = time.process_time()
    compare(one, two)
    assert time.process_time() - start < 5


def test_a_number_and_a_latin_word_are_one_token() -> None:
    one, two = tokenise("补助1,200.5元,PM2.5降低", "补助1,200.6元,PM2.5降低")
    assert len(one.text) == len("补助N元,L降低")
    changes = in_characters(find_changes(one.text, two.text)[0], one, two)
    assert [tuple(change) for change in changes] == [(2, 9, 2, 9)]


def test_characters_of_the_private_planes_are_not_taken_for_tokens() -> None:
    changes, _ = compare("港口\U000f0000灯塔12", "港口\U000f0000灯塔13")
    assert [tuple(change) for change in changes] == [(5, 7, 5, 7)]
