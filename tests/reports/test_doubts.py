"""Rows that a person should look at are marked at their head and listed at the top."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from diffcore.model import Collation, Options
from reports import report
from tests.reports.builder import Line, build

LINES = (
    Line("第一条　河道两岸[-各-]{+均+}设护栏。", "第一条"),
    Line("第二条　[-林带由镇人民政府养护-]{+护岸林按年度计划补植+}。", "第二条"),
    Line("第三条　对填堵河道的，责令恢复原状。", "第三条", relation="omitted"),
    Line("第四条　填堵的河道由责任人疏通。", "第四条", relation="added"),
)


def in_doubt(lang: str = "zh") -> Collation:
    """Give a collation with an unsure link, and two clauses that may belong together."""
    collation = build(LINES, Options(lang=lang))
    changes = {1: (0.7, None), 2: (0.6, 3), 3: (0.6, 2)}
    comparisons = tuple(
        comparison._replace(
            row=comparison.row._replace(
                confidence=changes[at][0], is_sure=False, possible=changes[at][1]
            )
        )
        if at in changes
        else comparison
        for at, comparison in enumerate(collation.comparisons)
    )
    return replace(collation, comparisons=comparisons)


def _page(collation: Collation) -> str:
    return report(collation, "html").decode()


def test_the_page_marks_a_row_at_its_head() -> None:
    heads = re.findall(r"(?s)<h3>.*?</h3>", _page(in_doubt()))
    assert ["请人工核" in head for head in heads] == [False, True, True, True]
    assert "低置信对齐，请人工核" in heads[1]
    assert 'href="#r3">可能与校本「第四条」相对应，请人工核' in heads[2]
    assert 'href="#r2">可能与底本「第三条」相对应，请人工核' in heads[3]


def test_the_page_lists_them_at_the_top_with_links_two_that_may_belong_together_once() -> None:
    listed = re.search(r'(?s)<div class="notices" id="doubts">.*?</div>', _page(in_doubt()))
    assert listed
    assert re.findall(r'href="(#r\d)"', listed[0]) == ["#r1", "#r2", "#r3"]
    assert re.findall(r"<small>(\d)</small>", listed[0]) == ["2"]


def test_where_all_is_sure_no_report_speaks_of_it() -> None:
    collation = build(LINES)
    for name in ("html", "terminal"):
        told = re.sub(r"(?s)<style>.*?</style>", "", report(collation, name).decode())
        assert not re.search(r"""class=.?doubt\b|id="doubts""", told)
        assert "人工核" not in told
        assert "可能" not in told


def test_an_equal_row_in_doubt_is_not_folded_away() -> None:
    collation = build([Line("河道两岸设护栏。", f"第{n}条") for n in "一二三"])
    first = collation.comparisons[0]
    doubted = first._replace(row=first.row._replace(confidence=0.5, is_sure=False))
    page = _page(replace(collation, comparisons=(doubted, *collation.comparisons[1:])))
    assert 'id="r0"' in page


def test_the_terminal_tells_it_among_the_notices() -> None:
    text = report(in_doubt(), "terminal").decode()
    notices = text.split("处理说明")[1].split("校记")[0]
    line = "".join(part.strip() for part in notices.splitlines())
    assert "- 低置信对齐，请人工核（2）：第二条 ↔ 第二条；第三条 ? 第四条" in line


def test_it_is_told_in_english_too() -> None:
    text = report(in_doubt("en"), "terminal").decode()
    assert "unsure alignment, please check (2)" in text
    assert "may answer to 第四条 of the Other, please check" in _page(in_doubt("en"))


def test_json_gives_confidence_and_the_row_that_may_belong_to_it() -> None:
    rows = json.loads(report(in_doubt(), "json"))["rows"]
    told = [(row["confidence"], row["is_sure"], row["possible"]) for row in rows]
    assert told == [(1, True, None), (0.7, False, None), (0.6, False, 3), (0.6, False, 2)]
