"""How characters sound and what they look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from diffcore.chinese.shapes import look_alike, parts_of, shared_part
from diffcore.chinese.sounds import sounding_alike, sounds_of

DATA = Path(__file__).resolve().parents[2] / "diffcore" / "chinese"


@pytest.mark.parametrize(
    ("one", "two", "readings"),
    [
        ("利", "力", ("lì",)),
        ("權", "泉", ("quán",)),  # a traditional form reads as its simplified one
        ("绿", "录", None),  # lǜ and lù: the dots of ü are no tone
        ("止", "至", ("zhǐ", "zhì")),
        ("长", "场", None),
        ("体", "架", None),
        ("x", "力", None),
    ],
)
def test_characters_sound_alike(one: str, two: str, readings: tuple[str, ...] | None) -> None:
    likeness = sounding_alike(one, two)
    assert (likeness and likeness.readings) == readings


def test_the_usual_reading_of_a_character_is_known() -> None:
    assert {sound.reading: sound.is_usual for sound in sounds_of("行")} == {
        "háng": False,
        "xíng": True,
    }


def test_a_radical_is_no_part_that_is_shared() -> None:
    assert shared_part("拨", "拔") is None
    assert shared_part("帐", "账") == "长"
    assert shared_part("坐", "座") == "坐"
    assert parts_of("募") == ("莫",)


def test_characters_look_alike_both_ways_round() -> None:
    assert look_alike("己", "已")
    assert look_alike("已", "己")
    assert not look_alike("己", "未")
    assert not look_alike("己", "己")


@pytest.mark.parametrize("name", ["sounds.txt", "parts.txt"])
def test_each_line_of_the_data_is_a_head_and_its_characters(name: str) -> None:
    for line in (DATA / name).read_text("utf-8").splitlines():
        head, *lists = line.split(" ")
        assert head
        assert 1 <= len(lists) <= 2
        assert all(list(each) == sorted(set(each)) for each in lists)
