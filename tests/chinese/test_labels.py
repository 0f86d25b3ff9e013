from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffcore.chinese.labels import STYLES, find_label


@pytest.mark.parametrize(
    ("text", "label", "style", "ordinal", "branch"),
    [
        ("第二编灯塔", "第二编", "part", 2, 0),
        ("第一分编总则", "第一分编", "subpart", 1, 0),
        ("第三部分附录", "第三部分", "part", 3, 0),
        ("第十二章罚则", "第十二章", "chapter", 12, 0),
        ("第二節港口", "第二節", "section", 2, 0),
        ("第三条灯塔由专人值守。", "第三条", "article", 3, 0),
        ("第 三 条 灯塔", "第 三 条", "article", 3, 0),
        ("第１２条灯塔", "第１２条", "article", 12, 0),
        ("第三条之一灯塔", "第三条之一", "article", 3, 1),
        ("第12-1條燈塔", "第12-1條", "article", 12, 1),
        ("第十二條 之二 燈塔", "第十二條 之二", "article", 12, 2),
        ("第一百二十条规定灯塔的颜色", "第一百二十条", "article", 120, 0),
        ("一、总体要求", "一、", "comma-chinese", 1, 0),
        ("十一、附则", "十一、", "comma-chinese", 11, 0),
        ("三、三农工作", "三、", "comma-chinese", 3, 0),
        ("贰、计划", "贰、", "comma-formal", 2, 0),
        ("(一)渔船", "(一)", "paren-chinese", 1, 0),
        ("（ 二 ）渔船", "（ 二 ）", "paren-chinese", 2, 0),
        ("㈢渔船", "㈢", "paren-chinese", 3, 0),
        ("(一)项目建设", "(一)", "paren-chinese", 1, 0),
        ("1.渔船", "1.", "arabic-dot", 1, 0),
        ("１．渔船", "１．", "arabic-dot", 1, 0),
        ("12、渔船", "12、", "arabic-dot", 12, 0),
        ("1.2031年以前", "1.", "arabic-dot", 1, 0),
        ("⒉渔船", "⒉", "arabic-dot", 2, 0),
        ("2.3编制目的", "2.3", "decimal", 3, 0),
        ("(1)渔船", "(1)", "paren-arabic", 1, 0),
        ("⑵渔船", "⑵", "paren-arabic", 2, 0),
        ("1)渔船", "1)", "half-paren", 1, 0),
        ("③渔船", "③", "circled", 3, 0),
        ("Ⅳ.渔船", "Ⅳ.", "roman", 4, 0),
        ("IX.渔船", "IX.", "roman", 9, 0),
        ("b.渔船", "b.", "letter", 2, 0),
        ("(c)渔船", "(c)", "letter", 3, 0),
    ],
)
def test_a_label_is_read(text: str, label: str, style: str, ordinal: int, branch: int) -> None:
    found = find_label(text)
    assert found is not None
    assert (text[: found.end], found.style) == (label, style)
    assert (found.ordinal, found.branch, found.is_bare) == (ordinal, branch, False)


@pytest.mark.parametrize(
    ("text", "label", "style"),
    [
        (".渔船", ".", "arabic-dot"),
        ("．渔船", "．", "arabic-dot"),
        ("、渔船", "、", "arabic-dot"),
        ("()渔船", "()", "paren-arabic"),
        ("（ ）渔船", "（ ）", "paren-arabic"),
        (")渔船", ")", "half-paren"),
        ("第条渔船", "第条", "article"),
        ("第 章 渔船", "第 章", "chapter"),
    ],
)
def test_a_label_without_its_digit_is_still_a_label(text: str, label: str, style: str) -> None:
    found = find_label(text)
    assert found is not None
    assert (text[: found.end], found.style, found.ordinal) == (label, style, None)
    assert found.is_bare


@pytest.mark.parametrize(
    "text",
    [
        "", "渔船", "1.5倍", "2031.1月", "10万人", "1、2月", "3、4月", "2031年", "1.5%",
        "二、三线城市", "一、二、三产业", "陆、海、空", "第一次", "第百条", "第二名",
        "第二条第一款规定的", "第十条所列情形", "第十条、第十一条", "第七条至第九条",
        "第条第款规定",
        "第三章第二节", "第三条规定的渔船", "(一)项规定", "(一)至(三)", "(一)、(二)", "A.B公司",
        "(2031)渔船", "()", ".", "...渔船", "0.渔船", "第一节课", "第一目标",
    ],
)  # fmt: skip
def test_what_is_no_label_is_none(text: str) -> None:
    assert find_label(text) is None


def test_a_label_is_looked_for_at_the_offset_only() -> None:
    text = "见第三条渔船"
    assert find_label(text) is None
    found = find_label(text, 1)
    assert found is not None
    assert found.end == 4


@given(
    st.text(st.sampled_from("第条之章一二十百〇(（)）.．、1２0①Ⅰa \u3000-渔项款目年")),
    st.integers(0, 9),
)
def test_any_text_gives_a_sound_label_or_none(text: str, at: int) -> None:
    label = find_label(text, at)
    if label is not None:
        assert at < label.end <= len(text)
        assert label.style in STYLES
        assert label.ordinal is None or label.ordinal > 0
