"""The articles of two versions are linked, and links are scored, as a person would do it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.revised.assignment import best_assignment
from benchmarks.accuracy.revised.links import Link, agreement, told_links
from benchmarks.accuracy.revised.matcher import links_of
from benchmarks.accuracy.revised.peers import PEERS
from benchmarks.accuracy.revised.statute import articles_of, number_of
from benchmarks.accuracy.revised.verdicts import read_verdicts, settled
from benchmarks.accuracy.texts import DATA

OLD = """\
# 灯塔管理规定

## 第一章 总则

第一条 为了保障夜间航行安全，制定本规定。

第二条 灯塔由港务所管理，灯具由灯具厂按照合同检修。

第三条 看守员每日记录油量、灯质和天气。

记录簿保存五年，任何人不得涂改。

第四条 违反前条规定的，由港务所给予警告。
"""

NEW = """\
# 灯塔管理规定

## 第一章 总则

第一条 为了保障夜间航行安全，制定本规定。

第二条 本规定所称灯塔，包括岸标和灯船。

第三条 灯塔由港务所管理，灯具由灯具厂按照合同检修，费用列入预算。

第四条 看守员每日记录油量、灯质和天气。

第五条 记录簿保存十年，任何人不得涂改。

第六条 违反前条规定的，由港务所给予警告。

附件：记录簿的格式
"""

HELD: set[Link] = {
    ((1, 0), (1, 0)),
    ((2, 0), (3, 0)),
    ((3, 0), (4, 0)),
    ((3, 0), (5, 0)),
    ((4, 0), (6, 0)),
}


def _matched() -> set[Link]:
    base, other = articles_of(OLD), articles_of(NEW)
    return {(base[one].number, other[two].number) for one, two in links_of(base, other)}


def test_articles_are_cut_at_their_numbers_headings_and_annexes() -> None:
    articles = articles_of(NEW)
    assert [article.number for article in articles] == [(at, 0) for at in range(1, 7)]
    assert articles[-1].words == "违反前条规定的,由港务所给予警告。"


def test_a_citation_at_the_beginning_of_a_line_is_no_article() -> None:
    articles = articles_of("第一条 甲。\n第三条 所称灯塔。\n第一条之一 乙。\n第二条 丙。")
    assert [article.number for article in articles] == [(1, 0), (1, 1), (2, 0)]


@pytest.mark.parametrize(("numeral", "value"), [("十", 10), ("二十一", 21), ("一百零五", 105)])
def test_numerals_have_their_value(numeral: str, value: int) -> None:
    assert number_of(numeral) == value


def test_the_matcher_finds_renumbered_new_and_divided_articles() -> None:
    assert _matched() == HELD


def test_the_tool_and_the_matcher_agree_on_them() -> None:
    assert told_links(Engine().collate_texts(OLD, NEW)) == HELD


def test_a_script_by_number_does_not() -> None:
    base, other = articles_of(OLD), articles_of(NEW)
    by_number = {title.en: peer(base, other) for title, peer in PEERS}["by number"]
    assert agreement([(by_number, HELD)]).links < 0.5


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.1, 1)))
def test_no_assignment_is_better(claims: dict[tuple[int, int], float]) -> None:
    found = best_assignment(claims)
    assert len({one for one, _ in found}) == len({two for _, two in found}) == len(found)
    rows = sorted({one for one, _ in claims})
    choices = [[None, *(two for one, two in sorted(claims) if one == row)] for row in rows]
    best = max(
        sum(claims[row, two] for row, two in zip(rows, chosen, strict=True) if two is not None)
        for chosen in product(*choices)
        if len({two for two in chosen if two is not None}) == sum(two is not None for two in chosen)
    )
    assert sum(claims[pair] for pair in found) == pytest.approx(best)


def test_half_of_a_divided_article_agrees_laxly_only() -> None:
    found = agreement([(HELD - {((3, 0), (5, 0))}, HELD)])
    assert (found.strict, found.lax) == (0.75, 1.0)
    assert found.links == pytest.approx(8 / 9)


def test_a_defensible_link_is_neither_right_nor_wrong() -> None:
    name, verdicts = next(
        (name, links)
        for name, links in read_verdicts().items()
        if any(one.holds == "either" for one in links.values())
    )
    link = next(link for link, one in verdicts.items() if one.holds == "either")
    assert settled({link}, {link}, set(), verdicts) == (set(), set()), name


def test_what_nobody_has_judged_counts_against_the_tool() -> None:
    missed, invented = ((1, 0), (1, 0)), ((2, 0), (2, 0))
    links, holding = settled({invented}, {invented}, {missed}, {})
    assert (links, holding) == ({invented}, {missed})


def test_every_verdict_has_its_reason_in_both_languages() -> None:
    for links in read_verdicts().values():
        for verdict in links.values():
            assert verdict.holds in ("holds", "does not hold", "either")
            assert verdict.reason.zh
            assert verdict.reason.en


@pytest.mark.skipif(not DATA.is_dir(), reason="the real texts are not on this machine")
def test_every_verdict_is_of_articles_that_exist() -> None:
    from benchmarks.accuracy.revised.versions import versions_of
    from benchmarks.accuracy.texts import read_text

    verdicts = read_verdicts()
    versions = {one.name: one for one in versions_of(DATA / "laws")}
    for name, links in verdicts.items():
        old, new = (DATA / "laws" / file for file in versions[name].files)
        for side, file in enumerate((old, new)):
            numbers = {article.number for article in articles_of(read_text(file))}
            assert {link[side] for link in links} <= numbers, name
