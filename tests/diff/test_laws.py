"""What holds for the diff of any two texts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from diffcore.diff.changes import Change
from diffcore.diff.compare import compare
from diffcore.model import Comparison, NormalText
from diffcore.spans import Pair
from tests.notation import compare_normals, normal_of

# Few characters, so that they repeat; all kinds: words, figures, Latin, marks, blanks, line ends.
_ALPHABET = "权利力动能效三十五年月日个元的和，、。（）〔〕:-.125AG \u3000\n不得"
_messy = st.text(_ALPHABET, max_size=40)
_words = st.text("权利力动能效三十五年月日元的和,、。()12A5:%-\U000f0000\U00020000", max_size=30)
_edits = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 4), st.text(_ALPHABET, max_size=4)), max_size=4
)


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for at, length, more in edits:
        text = text[:at] + more + text[at + length :]
    return text


_pairs = st.tuples(_messy, _edits).map(lambda drawn: (drawn[0], _edited(*drawn))) | st.tuples(
    _messy, _messy
)


def _compared(base: str, other: str) -> tuple[Comparison, Pair[NormalText]]:
    normals = Pair(normal_of(base), normal_of(other))
    return compare_normals(normals), normals


@settings(max_examples=300, deadline=None)
@given(_pairs)
def test_ops_tile_both_texts_of_the_row(texts: tuple[str, str]) -> None:
    result, normals = _compared(*texts)
    maps = normals.base.offsets, normals.other.offsets
    ends = [offsets.boundary_of(0) for offsets in maps]
    for op in result.ops:
        assert [op.spans.base.start, op.spans.other.start] == ends
        ends = [op.spans.base.end, op.spans.other.end]
        assert op.spans.base or op.spans.other
    assert ends == [len(texts[0]), len(texts[1])]


@settings(max_examples=300, deadline=None)
@given(_pairs)
def test_tags_say_what_they_are(texts: tuple[str, str]) -> None:
    result, _ = _compared(*texts)
    for op in result.ops:
        one, two = op.spans.base.of(texts[0]), op.spans.other.of(texts[1])
        assert (op.tag == "equal") == (one == two)
        assert (op.tag == "delete") <= (bool(one) and not two)
        assert (op.tag == "insert") <= (bool(two) and not one)
        assert (op.tag == "replace") <= (bool(one) and bool(two))
    tags = [op.tag for op in result.ops]
    for tag, following in pairwise(tags):
        assert tag != following or tag not in ("equal", "folded")


@settings(max_examples=300, deadline=None)
@given(_pairs)
def test_hunks_turn_the_base_into_the_other(texts: tuple[str, str]) -> None:
    result, normals = _compared(*texts)
    base, other = normals.base.text, normals.other.text
    pieces: list[str] = []
    done = 0
    for hunk in result.hunks:
        assert hunk.texts == Pair(hunk.spans.base.of(base), hunk.spans.other.of(other))
        pieces += base[done : hunk.spans.base.start], hunk.texts.other
        done = hunk.spans.base.end
    patched = "".join([*pieces, base[done:]])
    assert patched.replace("\n", "") == other.replace("\n", "")


@settings(max_examples=300, deadline=None)
@given(_pairs)
def test_a_hunk_holds_no_line_feed_unless_it_is_a_whole_clause(texts: tuple[str, str]) -> None:
    result, normals = _compared(*texts)
    if all(side.text.strip("\n") for side in (normals.base, normals.other)):
        for hunk in result.hunks:
            assert "\n" not in hunk.texts.base + hunk.texts.other


@settings(max_examples=300, deadline=None)
@given(_pairs)
def test_swapping_the_sides_mirrors_the_ops(texts: tuple[str, str]) -> None:
    forth, _ = _compared(*texts)
    back, _ = _compared(texts[1], texts[0])
    mirror = {"delete": "insert", "insert": "delete"}
    assert [(mirror.get(op.tag, op.tag), op.spans.swapped()) for op in forth.ops] == [
        (op.tag, op.spans) for op in back.ops
    ]


@settings(max_examples=100, deadline=None)
@given(_messy)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    result, normals = _compared(text, text)
    assert [op.tag for op in result.ops] == (["equal"] if normals.base.text else [])
    assert not result.hunks


@settings(max_examples=500, deadline=None)
@given(_words, _words)
def test_changes_are_sorted_apart_and_exact(one: str, two: str) -> None:
    changes, is_complete = compare(one, two)
    assert is_complete
    done = Change(0, 0, 0, 0)
    for change in [*changes, Change(len(one), len(one), len(two), len(two))]:
        assert one[done.end : change.start] == two[done.stop : change.begin]
        assert change.size or change == Change(len(one), len(one), len(two), len(two))
        done = change


@given(
    st.text("港口灯塔渔船码头航标，", min_size=4, max_size=20),
    st.text("巡查值守登记归档养护。", min_size=4, max_size=20),
)
def test_a_planted_replacement_is_one_hunk_that_covers_it(head: str, tail: str) -> None:
    result, _ = _compared(f"{head}权利{tail}", f"{head}架构{tail}")
    (hunk,) = result.hunks
    assert hunk.spans.base.start <= len(head)
    assert hunk.spans.base.end >= len(head) + 2
    assert "权利" in hunk.texts.base
    assert "架构" in hunk.texts.other
