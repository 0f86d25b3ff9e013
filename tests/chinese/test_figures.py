"""Figures: what is one, what is none, what it is worth."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffcore.chinese.figures import KINDS, find_figures, mask_figures, unit_start

FIGURES = [
    ("1200元", "quantity", "1200元"),
    ("1,200元", "quantity", "1200元"),
    ("3万元", "quantity", "30000元"),
    ("三万元", "quantity", "30000元"),
    ("1.39万亿斤", "quantity", "1390000000000斤"),
    ("十五个工作日", "quantity", "15个工作日"),
    ("三十多年", "quantity", "30多年"),
    ("3千米", "quantity", "3千米"),
    ("15分钟", "quantity", "15分钟"),
    ("5~10分钟", "range", "5-10分钟"),
    ("25~30千卡", "range", "25-30千卡"),
    ("100毫升", "quantity", "100毫升"),
    ("70周年", "quantity", "70周年"),
    ("25部", "quantity", "25部"),
    ("6600多万", "number", "66000000多"),
    ("6600多万人", "quantity", "66000000多人"),
    ("九百六十多万平方公里", "quantity", "9600000多平方公里"),
    ("一百二十万", "quantity", "1200000"),
    ("37.3℃", "quantity", "37.3℃"),
    ("50%", "percent", "50%"),
    ("百分之五十", "percent", "50%"),
    ("千分之五", "percent", "5‰"),
    ("百分之三点五", "percent", "3.5%"),
    ("30%-50%", "percent", "30-50%"),
    ("2025年3月1日", "date", "2025年3月1日"),
    ("2025年03月01日", "date", "2025年3月1日"),
    ("2025-03-01", "date", "2025年3月1日"),
    ("二〇二五年三月一日", "date", "2025年3月1日"),
    ("2025年", "date", "2025年"),
    ("3月1日", "date", "3月1日"),
    ("〔2021〕18号", "document", "〔2021〕18号"),
    ("[2021]18号", "document", "〔2021〕18号"),
    ("3至5年", "range", "3-5年"),
    ("三年至五年", "range", "3-5年"),
    ("2021-2025年", "range", "2021-2025年"),
    ("19-20期", "range", "19-20期"),
    ("1:2", "ratio", "1:2"),
    ("1比2", "ratio", "1:2"),
    ("三分之二", "ratio", "2/3"),
    ("第三条", "ordinal", "第3条"),
    ("第3条", "ordinal", "第3条"),
    ("第(一)项", "ordinal", "第1项"),
    ("第(3)项", "ordinal", "第3项"),
    ("第三条之一", "ordinal", "第3条之1"),
    ("第12号", "ordinal", "第12号"),
    ("5G", "mixed", "5G"),
    ("C919", "mixed", "C919"),
    ("PM2.5", "mixed", "PM2.5"),
    ("AAAAA/5A", "mixed", "AAAAA/5A"),
    ("10mg/L", "mixed", "10mg/L"),
    ("CMI", "latin", "CMI"),
    ("2.1.3", "number", "2.1.3"),
    ("1 000", "number", "1000"),
]

NAMES = (
    "十四五 一带一路 三农 一体化 五位一体 三位一体 十九大 统一 一定 一种 一个中心 一般 "
    "十分重要 长三角 二元结构 四处奔走 万众一心 千万不可 百年大计 一二三产业 千家万户 "
    "唯一 万一 半年 千米 三甲 一致 两岸 第 百分之 号 〔〕号 年月日 : "
    "“三个代表”思想 “两个维护” 第(甲)项"
)


@pytest.mark.parametrize(("text", "kind", "value"), FIGURES)
def test_a_figure_is_found_whole_with_its_value(text: str, kind: str, value: str) -> None:
    (figure,) = find_figures(f"按照{text},执行")
    assert (figure.text, figure.kind, figure.value) == (text, kind, value)
    assert figure[:2] == (2, 2 + len(text))


@pytest.mark.parametrize("name", NAMES.split())
def test_names_and_idioms_hold_no_figure(name: str) -> None:
    assert find_figures(f"推进{name}建设") == ()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("10月至2026年6月", ["10月", "2026年6月"]),
        ("2025年10月至2026年6月", ["2025年10月", "2026年6月"]),
        ("15日至2026年6月", ["15日", "2026年6月"]),
        ("海湾市第二人民医院", ["第二"]),
        ("5部门", ["5"]),
        ("“两个以上的单位”", ["两个"]),
        ("“三年”改为“五年”", ["三年", "五年"]),
    ],
)
def test_a_figure_ends_where_another_word_begins(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3万元", "3万"),
        ("十五个工作日", "十五"),
        ("3至5年", "3至5"),
        ("50%", "50%"),
        ("5G", "5G"),
        ("三十多年", "三十多"),
        ("6600多万人", "6600多万"),
    ],
)
def test_the_unit_begins_behind_number_and_magnitude(text: str, number: str) -> None:
    (figure,) = find_figures(text)
    assert text[: unit_start(figure)] == number


@pytest.mark.parametrize(
    ("full", "stripped"),
    [
        ("渔发〔2021〕18号(试行)", "渔发〔〕号()"[:-2] + "(试行)"),
        ("比例为1:2以上", "比例为:以上"),
        ("增长3.5%", "增长.%"),
        ("推广5G和CMI", "推广和"),
        ("(1)巡查", "()巡查"),
        ("2025年3月", "年月"),
        ("采用World Port标准", "采用 标准"),
    ],
)
def test_the_mask_is_the_same_with_and_without_digits(full: str, stripped: str) -> None:
    assert mask_figures(full) == mask_figures(stripped)


@pytest.mark.parametrize(
    "unit",
    ["1,111", "1:", "a-", "1 000 ", "十", "第", "1-", "1/", "2021年至", "1,", ".1", "一二",
     "三千至", "〔2021〕", "百分之", "9", "1.", "3月", "十月", "5万"],
)  # fmt: skip
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    start = time.process_time()
    find_figures(text)
    # Takes well under a second; a quadratic pattern would take minutes.
    assert time.process_time() - start < 5


@given(st.text("012.,一二十百万〇年月日第条(（)〔〕号个元A ~至的。\n", max_size=60))
def test_a_long_text_holds_the_same_figures_as_its_lines(line: str) -> None:
    text = "的" * 1000 + "\n" + line
    shifted = [f._replace(start=f.start - 1001, end=f.end - 1001) for f in find_figures(text)]
    assert shifted == list(find_figures(line))


@given(
    st.text(
        "0123456789一二三十百千万亿零〇两点第年月日个工作元%‰:-~至到分之条号〔〕,./ AaG",
        max_size=40,
    )
)
def test_figures_are_in_order_and_say_where_they_stand(text: str) -> None:
    done = 0
    for figure in find_figures(text):
        assert done <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        assert figure.kind in KINDS
        assert figure.start < unit_start(figure) <= figure.end
        done = figure.end
