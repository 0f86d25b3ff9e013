"""How alike two texts are: equal is 1, nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diffcore.chinese.similarity import common, shared, similarity, skeleton, stock

words = st.text("灯塔管理员1200", max_size=12)


@given(words, words)
def test_one_is_for_equal_texts_only(one: str, two: str) -> None:
    assert (similarity(one, two) == 1) == (one == two)
    assert 0 <= similarity(one, two) <= 1
    assert similarity(one, two) == similarity(two, one)


@given(words, words)
def test_common_pairs_are_counted_as_often_as_both_have_them(one: str, two: str) -> None:
    assert common(stock(one), stock(two)) == (stock(one) & stock(two)).total()
    assert 0 <= shared(stock(one), stock(two)) <= 1


def test_a_stock_counts_what_a_set_cannot() -> None:
    assert shared(stock("每座1200元"), stock("每座12001200元")) < 1


def test_a_single_digit_keeps_two_long_texts_apart() -> None:
    text = "灯塔" * 20000
    assert similarity(f"{text}1200元", f"{text}1201元") < 1


def test_very_long_texts_are_still_compared() -> None:
    assert 0.9 < similarity("灯塔常明" * 10000, "灯塔常明" * 10000 + "渔火") < 1


def test_a_skeleton_has_no_figures_letters_or_signs() -> None:
    assert skeleton("津政办〔2021〕18号,5G基站30座。") == skeleton("津政办〔〕号,基站座。")
