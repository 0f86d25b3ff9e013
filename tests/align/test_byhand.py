"""Links made by hand hold, whatever the passes would say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffcore.align import align
from diffcore.errors import OptionError
from diffcore.model import ClauseName, LinkEntry, Links, Row, Scope
from diffcore.spans import Pair
from tests.align.notation import scopes
from tests.align.test_laws import texts

several = settings(max_examples=150, deadline=None)
Runs = list[Pair[range]]


@st.composite
def spoken_of(draw: st.DrawFn) -> tuple[Pair[Scope], Runs]:
    """Draw two texts and what a person may say about them: runs that answer, or stand alone."""
    pair = scopes(draw(texts), draw(texts))
    base, other = (_runs(draw, len(scope.clauses)) for scope in pair)
    crossed = draw(st.permutations(other))
    size = max(len(base), len(crossed))
    nothing = [range(0)] * size
    paired = zip([*base, *nothing][:size], [*crossed, *nothing][:size], strict=True)
    return pair, [Pair(one, two) for one, two in paired]


@st.composite
def spoken_of_one(draw: st.DrawFn) -> tuple[Pair[Scope], Runs]:
    """Draw a text against itself and what a person may say about it."""
    pair, runs = draw(spoken_of())
    size = len(pair.base.clauses)
    fitting = [run for run in runs if run.other.stop <= size]
    return Pair(pair.base, pair.base), fitting


def _runs(draw: st.DrawFn, size: int) -> list[range]:
    cuts = sorted(draw(st.sets(st.integers(0, size), max_size=6)))
    return [range(*each) for each in pairwise(cuts) if draw(st.booleans())]


def _links(pair: Pair[Scope], runs: Runs) -> Links:
    entries = tuple(
        LinkEntry(number, Pair(*map(_names, pair, run)), "") for number, run in enumerate(runs, 1)
    )
    return Links("links.json", "0" * 64, Pair(base=True, other=True), entries)


def _names(scope: Scope, run: range) -> tuple[ClauseName, ...]:
    # The notation has no folds: places in the source are places in the normal text.
    spans = [scope.clauses[at].span for at in run]
    return tuple(ClauseName(None, span.start, span.end) for span in spans)


def _held(row: Row) -> tuple[list[int], list[int]]:
    return [one.index for one in row.clauses.base], [one.index for one in row.clauses.other]


@several
@given(spoken_of())
def test_every_clause_is_in_exactly_one_row_whatever_is_linked(
    spoken: tuple[Pair[Scope], Runs],
) -> None:
    pair, runs = spoken
    rows = align(pair, _links(pair, runs))
    assert [at for row in rows for at in _held(row)[0]] == list(range(len(pair.base.clauses)))
    other = sorted(at for row in rows for at in _held(row)[1])
    assert other == list(range(len(pair.other.clauses)))


@several
@given(spoken_of())
def test_each_link_is_a_row_neither_split_nor_widened_and_surely(
    spoken: tuple[Pair[Scope], Runs],
) -> None:
    pair, runs = spoken
    rows = align(pair, _links(pair, runs))
    by_hand = [row for row in rows if row.matched_by == "manual"]
    wanted = sorted((list(run.base), list(run.other)) for run in runs)
    assert sorted(map(_held, by_hand)) == wanted
    assert all(row.is_sure and row.confidence == 1 and row.possible is None for row in by_hand)
    for row in by_hand:
        for clauses, span in zip(row.clauses, row.spans, strict=True):
            covered = (clauses[0].span.start, clauses[-1].span.end) if clauses else None
            assert covered is None or covered == (span.start, span.end)


@several
@given(st.one_of(spoken_of(), spoken_of_one()))
def test_mirrored_links_give_the_mirrored_rows(spoken: tuple[Pair[Scope], Runs]) -> None:
    pair, runs = spoken
    mirror = {"omitted": "added", "added": "omitted", "split": "merged", "merged": "split"}
    there = align(pair, _links(pair, runs))
    back = align(pair.swapped(), _links(pair.swapped(), [run.swapped() for run in runs]))
    assert sorted(repr((row.relation, *row[1:-1])) for row in there) == sorted(
        repr(
            (
                mirror.get(row.relation, row.relation),
                row.clauses.swapped(),
                row.spans.swapped(),
                *row[3:-1],
            )
        )
        for row in back
    )


@several
@given(spoken_of())
def test_rows_given_back_as_links_change_nothing(spoken: tuple[Pair[Scope], Runs]) -> None:
    pair, _ = spoken
    found = align(pair)
    stated = ("matched", "split", "merged")
    entries = tuple(
        LinkEntry(
            number,
            Pair(
                *(_names(scope, _run(side)) for scope, side in zip(pair, _held(row), strict=True))
            ),
            row.relation if row.relation in stated else "",
        )
        for number, row in enumerate(found, 1)
    )
    again = align(pair, Links("links.json", "0" * 64, Pair(base=True, other=True), entries))
    assert [(*row[:4],) for row in again] == [(*row[:4],) for row in found]


def _run(indices: list[int]) -> range:
    return range(indices[0], indices[-1] + 1) if indices else range(0)


BASE = """
第一条 渡口每日六时开放,遇大风停航。
第二条 船工应当持证上岗。
第三条 渡船载客不得超过核定人数。
(一)货船除外。
"""
OTHER = """
第一条 渡口每日六时开放,遇大风停航。
第二条 渡船载客不得超过核定人数。
(一)货船除外。
第三条 渡船每年检修。
"""


def _addressed(*entries: tuple[list[str], list[str]], is_same: bool = True) -> Links:
    made = tuple(
        LinkEntry(
            number,
            Pair(*(tuple(ClauseName(each, None, None) for each in side) for side in entry)),
            "",
        )
        for number, entry in enumerate(entries, 1)
    )
    return Links("links.json", "0" * 64, Pair(is_same, is_same), made)


def test_what_is_free_keeps_its_order_around_a_link_by_hand() -> None:
    rows = align(scopes(BASE, OTHER), _addressed((["第二条"], ["第三条"])))
    found = {tuple(map(tuple, _held(row))): row.matched_by for row in rows}
    assert found[(1,), (3,)] == "manual"
    assert found[(0,), (0,)] == "identical"
    assert ((2,), (1,)) in found


def test_what_stands_alone_by_hand_finds_no_partner_though_its_words_are_there() -> None:
    rows = align(scopes(BASE, OTHER), _addressed((["第三条"], []), ([], ["第二条"])))
    alone = [row for row in rows if row.matched_by == "manual"]
    assert [(row.relation, row.similarity) for row in alone] == [("omitted", 0), ("added", 0)]


def test_equal_texts_are_not_taken_for_equal_where_a_person_says_otherwise() -> None:
    rows = align(scopes(BASE, BASE), _addressed((["第一条"], ["第二条"])))
    assert _held(next(row for row in rows if row.matched_by == "manual")) == ([0], [1])


@pytest.mark.parametrize(
    ("entries", "slug"),
    [
        ([(["第九条"], ["第二条"])], "links-unknown-clause"),
        ([(["第一条"], ["第一条"]), (["第一条"], [])], "links-clause-twice"),
        ([(["第一条"], ["第一条"]), (["第二条"], ["第一条"])], "links-clause-twice"),
        ([(["第一条", "第一条"], ["第一条"])], "links-not-neighbours"),
        ([(["第一条", "第三条"], ["第一条"])], "links-not-neighbours"),
    ],
)
def test_links_that_make_no_sense_are_refused(
    entries: list[tuple[list[str], list[str]]], slug: str
) -> None:
    with pytest.raises(OptionError) as refused:
        align(scopes(BASE, OTHER), _addressed(*entries))
    assert refused.value.slug == slug


def test_an_address_that_two_clauses_have_needs_a_place() -> None:
    twice = BASE + "第四条 渡口管理所公布航班。\n(一)节日除外。\n"
    with pytest.raises(OptionError) as refused:
        align(scopes(twice, OTHER), _addressed((["(一)"], ["(一)"])))
    assert refused.value.slug == "links-ambiguous-clause"


def test_a_clause_out_of_scope_is_told_from_one_that_is_nowhere() -> None:
    pair = scopes(BASE, OTHER)
    part = Pair(Scope(pair.base.document, 1, 4), pair.other)
    with pytest.raises(OptionError) as refused:
        align(part, _addressed((["第一条"], [])))
    assert refused.value.slug == "links-out-of-scope"


def test_a_place_is_trusted_only_in_the_very_text() -> None:
    entry = LinkEntry(1, Pair((ClauseName(None, 0, None),), (ClauseName(None, 0, None),)), "")
    links = Links("links.json", "0" * 64, Pair(base=True, other=True), (entry,))
    rows = align(scopes(BASE, OTHER), links)
    assert _held(rows[0]) == ([0], [0])
    with pytest.raises(OptionError) as refused:
        align(scopes(BASE, OTHER), links._replace(are_same=Pair(base=True, other=False)))
    assert refused.value.slug == "links-other-text"


def test_an_address_that_is_not_at_its_place_is_refused() -> None:
    entry = LinkEntry(1, Pair((ClauseName("第二条", 0, None),), ()), "")
    links = Links("links.json", "0" * 64, Pair(base=True, other=True), (entry,))
    with pytest.raises(OptionError) as refused:
        align(scopes(BASE, OTHER), links)
    assert refused.value.slug == "links-contradiction"
    elsewhere = entry._replace(clauses=Pair((ClauseName(None, 3, None),), ()))
    with pytest.raises(OptionError) as refused:
        align(scopes(BASE, OTHER), links._replace(entries=(elsewhere,)))
    assert refused.value.slug == "links-unknown-clause"
