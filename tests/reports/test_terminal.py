"""The terminal report fits its columns and says everything."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffcore.model import Options
from reports import report
from reports.columns import lines_of, width_of
from tests.reports.builder import SAMPLE, Line, build, related_to_nothing

ESCAPE = re.compile(r"\x1b\[\d*m")


def told(*lines: Line, width: int = 80, lang: str = "zh", colour: bool = False) -> str:
    collation = build(lines, Options(lang=lang))
    return report(collation, "terminal", width=width, colour=colour).decode()


def columns(line: str) -> int:
    return sum(2 if east_asian_width(each) in "WFA" else 1 for each in line)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 72, 80, 132])
def test_no_line_is_wider_than_asked(width: int, lang: str) -> None:
    for line in told(*SAMPLE, width=width, lang=lang).splitlines():
        assert columns(line) <= width, line


def test_every_finding_stands_with_number_kind_severity_address_and_both_readings() -> None:
    text = told(*SAMPLE)
    assert "2 异 措辞变动、实质  二、›（一）  底本第 6 行，校本第 6 行" in text
    assert "底本  各镇应当【每季度】报告一次" in text
    assert "校本  各镇应当【每半年】报告一次" in text
    for title in ("条款脱", "条款衍", "条款移位", "标点变动"):
        assert title in text


def test_a_lost_figure_points_at_its_place() -> None:
    assert "校本  到【】年" in told(*SAMPLE)


def test_a_group_is_one_entry_with_its_members() -> None:
    text = told(*SAMPLE)
    assert text.count("校本全部西文数字缺失（3 处）") == 1
    assert text.index("G1") < text.index("【2028】") < text.index("【500】") < text.index("每季度")


def test_there_is_colour_only_where_it_is_asked_for() -> None:
    assert "\x1b" not in told(*SAMPLE)
    coloured = told(*SAMPLE, colour=True)
    assert "\x1b[" in coloured
    assert ESCAPE.sub("", coloured) == told(*SAMPLE)


def test_equal_texts_and_unrelated_ones_are_said_to_be() -> None:
    assert "对校报告：两文相同\n" in told(Line("第一条　河道两岸应当绿化。"))
    assert "仅排版、写法不同" in told(Line("河道(~，|,~)两岸"))
    assert "两文无关" in report(related_to_nothing(), "terminal").decode()


def test_a_text_cannot_act_on_the_terminal() -> None:
    text = told(Line("水\x1b[2J库{+\u202e\x07\x9b\ud800+}"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800]", text)


@given(st.text(), st.integers(30, 100), st.integers(0, 8))
def test_broken_lines_hold_the_text_and_fit(text: str, width: int, indent: int) -> None:
    lines = list(lines_of([(text, "")], width, indent, lambda part, _style: part))
    assert all(width_of(line) <= width for line in lines)
    joined = "".join("".join(lines).split())
    assert len(joined) == len(
        "".join(re.sub("[\x1c-\x1f\x85\u2028\u2029\t-\r]", "x", text).split())
    )


def test_what_the_quotations_show_is_not_told_again() -> None:
    text = told(*SAMPLE)
    assert "底本作「每季度」" not in text
    assert "条款移位：" in text


def test_an_address_of_the_other_text_says_so() -> None:
    assert "条款衍、实质  校本 二、›（四）" in told(*SAMPLE)
