"""The laws of the figure ledger, on texts that hypothesis builds and on real ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diffcore import Collation
from tests.damage import half_width, paginate, wrap
from tests.ledger_law import assert_the_ledger_adds_up
from tests.strategies import official_texts
from tests.test_laws import collate_texts, pieces, several_texts

# What figures are made of, and what may stand beside them, to be put in and taken out anywhere.
CRUMBS = (
    "三十日", "30日", "百分之五", "5%", "2025年3月1日", "〔2021〕18号", "一", "十", "百", "万",
    "0", "7", ".", "年", "至", "、", "个", "1:2", "5G", "第三条", "第二款", "\n", "第（一）项",
    "，共3万元", "二〇二五年", "3年至5年", "两", "元", "第", "点", "条", "萬", "１２", "3,000",
    "一个", "五元结构", "CMI", "6600多万", "10月至2026年6月",
)  # fmt: skip
crumbs = st.sampled_from(CRUMBS)
changes_of_figures = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 5), crumbs), min_size=1, max_size=8
)


def changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    for place, length, piece in changes:
        at = place % len(text)
        text = text[:at] + piece + text[at + length :]
    return text


def facts(collation: Collation) -> list[tuple[object, ...]]:
    return sorted(
        (e.status, e.kind, b.span.start, b.span.end, b.value or "", b.unit,
         o.span.start, o.span.end, o.value or "", o.unit)
        for e in collation.figures
        for b, o in [e.readings]
    )  # fmt: skip


def mirrored(collation: Collation) -> list[tuple[object, ...]]:
    exchanged = {"missing": "extra", "extra": "missing"}
    return sorted(
        (exchanged.get(str(status), status), kind, *other, *base)
        for status, kind, *readings in facts(collation)
        for base, other in [(readings[:4], readings[4:])]
    )


@several_texts
@given(official_texts(), official_texts())
def test_the_ledger_of_two_texts_adds_up(base: str, other: str) -> None:
    assert_the_ledger_adds_up(collate_texts(base, other))


@several_texts
@given(official_texts(), changes_of_figures, changes_of_figures)
def test_the_ledger_adds_up_however_figures_change(
    text: str, before: list[tuple[int, int, str]], after: list[tuple[int, int, str]]
) -> None:
    base = changed(text, before)
    other = changed(base, after)
    forth, back = collate_texts(base, other), collate_texts(other, base)
    assert_the_ledger_adds_up(forth)
    assert facts(forth) == mirrored(back)


@several_texts
@given(official_texts(), st.lists(st.tuples(st.integers(0, 10**6), pieces), max_size=6))
def test_every_figure_of_one_text_is_the_same_as_itself(
    text: str, insertions: list[tuple[int, str]]
) -> None:
    text = changed(text, [(place, 0, piece) for place, piece in insertions])
    other = half_width(paginate(wrap(text, 26)))
    for collation in (collate_texts(text, text), collate_texts(text, other)):
        assert_the_ledger_adds_up(collation)
    assert {entry.status for entry in collate_texts(text, text).figures} <= {"same"}
