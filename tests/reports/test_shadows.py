"""A reader of the other text finds a pointer where a moved clause stands in it."""

from __future__ import annotations

from dataclasses import replace

from diffcore.model import Collation
from diffcore.spans import Pair
from reports import report
from reports.shadows import shadows_of
from tests.reports.builder import Line, build


def moved_to_the_end() -> Collation:
    """Give three clauses of which the first of the base stands last in the other."""
    collation = build(
        [
            Line("河道两岸应当绿化。", "第一条", relation="moved"),
            Line("资金[-五-]{+六+}万元。", "第二条"),
            Line("本办法由市人民政府解释。", "第三条"),
        ]
    )
    rows = [each.row for each in collation.comparisons]
    end = rows[-1].spans.other
    spans = Pair(rows[0].spans.base, type(end)(end.end, end.end + 1))
    first = collation.comparisons[0]._replace(row=rows[0]._replace(spans=spans))
    return replace(collation, comparisons=(first, *collation.comparisons[1:]))


def test_the_shadow_follows_the_row_before_the_place_in_the_other_text() -> None:
    shadows = shadows_of(moved_to_the_end().comparisons)
    assert [(at, [each.row for each in found]) for at, found in shadows.items()] == [(2, [0])]


def test_a_row_in_its_place_has_no_shadow() -> None:
    lines = [Line("河道两岸", "第一条"), Line("资金五万元", "第二条", relation="moved")]
    assert shadows_of(build(lines).comparisons) == {}


def test_the_page_points_from_the_shadow_to_the_row() -> None:
    page = report(moved_to_the_end(), "html").decode()
    assert 'id="r0"' in page
    assert '<p class="row shadow"><a href="#r0">第一条 移位，对照见底本 第一条 一行</a></p>' in page
    assert page.index("本办法由市人民政府解释") < page.index("row shadow")
