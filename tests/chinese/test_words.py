"""Word borders in short stretches."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffcore.chinese import words
from diffcore.chinese.make_words import make_words
from diffcore.chinese.words import cut, word_borders


@pytest.mark.parametrize(
    "line",
    [
        "培育/新/动能",
        "培育/新/效能",
        "完善/治理/体系/和/治理/架构",
        "不得/擅自/提交/申请",
        "公民/的/权利/和/义务",
        "船舶/登记/制度",
    ],
)
def test_words_are_cut_as_a_reader_cuts_them(line: str) -> None:
    text = line.replace("/", "")
    assert "/".join(text[start:end] for start, end in cut(text)) == line


@given(st.text("权利力动能的和渔港灯塔䶮𠀀,1a", max_size=40))
def test_words_tile_the_text(text: str) -> None:
    borders = word_borders(text)
    assert list(borders) == sorted(set(borders))
    assert (borders[0], borders[-1]) == (0, len(text))
    assert "".join(text[start:end] for start, end in cut(text)) == text


def test_a_character_that_the_list_lacks_stands_alone() -> None:
    assert cut("䶮䶮") == ((0, 1), (1, 2))


def test_the_list_is_small_enough_to_be_read_at_once() -> None:
    assert Path(words.__file__).with_name("words.txt").stat().st_size <= 600_000


def test_the_list_is_made_by_frequency_and_without_names() -> None:
    # 1,903 in all: 渔港 is 2.2 bits, 灯塔 4.3; two steps a bit.
    lines = ["渔港 400 n", "灯塔 100 n", "李四 900 nr", "稀见 3 n", "B超 500 n"]
    assert make_words(lines) == "渔港 5\n灯塔 9\n"
