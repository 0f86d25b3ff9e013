"""What holds for the alignment of any two texts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from diffcore.align import align
from diffcore.align.chain import heaviest_chain
from diffcore.model import RELATIONS, Row, Scope
from diffcore.spans import Pair
from tests.align.notation import scopes

_BODIES = [
    "渡口每日开放,遇大风停航。",
    "船工应当持证上岗,并接受年度考核。",
    "渡船载客不得超过核定人数。",
    "渡口管理所应当公布航班时刻,并在候船处设置座椅和遮雨棚。",
    "有下列情形之一的:",
    "违反规定的,责令改正。",
    "总则",
    "附则",
]
_LABELS = [
    "",
    "",
    "第一章 ",
    "第二章 ",
    "第一条 ",
    "第二条 ",
    "第三条 ",
    "(一)",
    "(二)",
    "一、",
    "1.",
]
_line = st.tuples(
    st.sampled_from(_LABELS), st.sampled_from(_BODIES), st.sampled_from(["", "2", "渡"])
)
texts = st.lists(_line, max_size=12).map(lambda lines: "\n".join(map("".join, lines)))

several = settings(max_examples=150, deadline=None)


def _sides(row: Row) -> tuple[object, ...]:
    return (
        [clause.index for clause in row.clauses.base],
        [clause.index for clause in row.clauses.other],
        row.relation,
        row.spans,
        row.similarity,
        row.matched_by,
    )


@several
@given(texts, texts)
def test_every_clause_is_in_exactly_one_row(base: str, other: str) -> None:
    pair = scopes(base, other)
    rows = align(pair)
    held = [clause.index for row in rows for clause in row.clauses.base]
    assert held == list(range(len(pair.base.clauses)))
    held = [clause.index for row in rows for clause in row.clauses.other]
    assert sorted(held) == list(range(len(pair.other.clauses)))


@several
@given(texts, texts)
def test_the_clauses_of_a_row_are_neighbours_and_its_spans_cover_them(
    base: str, other: str
) -> None:
    for row in align(scopes(base, other)):
        assert row.relation in RELATIONS
        assert 0 <= row.similarity <= 1
        for clauses, span in (
            (row.clauses.base, row.spans.base),
            (row.clauses.other, row.spans.other),
        ):
            assert all(one.index + 1 == two.index for one, two in pairwise(clauses))
            if clauses:
                assert (span.start, span.end) == (clauses[0].span.start, clauses[-1].span.end)
            else:
                assert span.start == span.end


@several
@given(texts)
def test_a_text_answers_to_itself(text: str) -> None:
    rows = align(scopes(text, text))
    assert all(row.relation == "matched" and row.similarity == 1 for row in rows)
    assert all(row.clauses.base == row.clauses.other for row in rows)


@several
@given(texts, texts)
def test_swapping_the_sides_mirrors_the_rows(base: str, other: str) -> None:
    pair = scopes(base, other)
    mirror = {"omitted": "added", "added": "omitted", "split": "merged", "merged": "split"}
    there = sorted(map(repr, map(_sides, align(pair))))
    back = [
        Row(
            mirror.get(row.relation, row.relation),
            row.clauses.swapped(),
            row.spans.swapped(),
            row.similarity,
            row.matched_by,
        )
        for row in align(pair.swapped())
    ]
    assert there == sorted(map(repr, map(_sides, back)))


@several
@given(texts, texts)
def test_one_means_equal_and_nothing_else(base: str, other: str) -> None:
    pair = scopes(base, other)
    for row in align(pair):
        texts_of = Pair(
            _joined(pair.base, row.clauses.base), _joined(pair.other, row.clauses.other)
        )
        if len(row.clauses.base) == len(row.clauses.other) == 1:
            assert (row.similarity == 1) == (texts_of.base == texts_of.other)


def _joined(scope: Scope, clauses: tuple[object, ...]) -> str:
    chosen = [clause for clause in scope.clauses if clause in clauses]
    return "".join(map(scope.document.text_of, chosen))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 5)), max_size=9))
def test_the_heaviest_chain_is_as_heavy_as_the_best_of_all(
    pairs: list[tuple[int, int, int]],
) -> None:
    weighed = [(one, two, float(weight)) for one, two, weight in pairs]
    chain = heaviest_chain(weighed)
    assert all(
        weighed[a][0] < weighed[b][0] and weighed[a][1] < weighed[b][1] for a, b in pairwise(chain)
    )
    best = 0.0
    for mask in range(1 << len(pairs)):
        picked = sorted(pair for at, pair in enumerate(weighed) if mask >> at & 1)
        if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(picked)):
            best = max(best, sum(pair[2] for pair in picked))
    assert sum(weighed[at][2] for at in chain) == best
