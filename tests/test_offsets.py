"""Laws of the offset map: one entry a folded character, never back, composable in any order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffcore.offsets import Edit, OffsetMap, fold_text
from diffcore.spans import NormalSpan

TEXTS = st.text("abcdef", max_size=24)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Give sorted edits that lie apart in `text`."""
    edits: list[Edit] = []
    at = 0
    while at < len(text) and draw(st.booleans()):
        start = draw(st.integers(at, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 4)))
        edits.append(Edit(start, end, draw(st.text("xyz", max_size=4))))
        at = end
    return edits


@st.composite
def folds(draw: st.DrawFn) -> tuple[str, str, OffsetMap]:
    """Give a source, a folded text and the map between them, after three folds."""
    source = draw(TEXTS)
    text, offsets = source, OffsetMap.identity(len(source))
    for _ in range(3):
        text, step = fold_text(text, draw(edits_of(text)))
        offsets = step.after(offsets)
    return source, text, offsets


def entries(offsets: OffsetMap) -> list[tuple[int, int]]:
    return [offsets.source_of(index) for index in range(offsets.folded_length)]


@given(folds())
def test_there_is_one_entry_for_each_folded_character_inside_the_source(
    made: tuple[str, str, OffsetMap],
) -> None:
    source, text, offsets = made
    assert (offsets.folded_length, offsets.source_length) == (len(text), len(source))
    assert all(0 <= start < end <= len(source) for start, end in entries(offsets))


@given(folds())
def test_entries_never_go_back(made: tuple[str, str, OffsetMap]) -> None:
    for before, after in pairwise(entries(made[2])):
        assert before[0] <= after[0]
        assert before[1] <= after[1]


@given(st.data(), TEXTS)
def test_composition_is_associative(data: st.DataObject, source: str) -> None:
    text, first = fold_text(source, data.draw(edits_of(source)))
    text, second = fold_text(text, data.draw(edits_of(text)))
    _, third = fold_text(text, data.draw(edits_of(text)))
    left, right = third.after(second.after(first)), third.after(second).after(first)
    assert entries(left) == entries(right)


@given(folds())
def test_the_identity_changes_no_map(made: tuple[str, str, OffsetMap]) -> None:
    _, _, offsets = made
    same = offsets.after(OffsetMap.identity(offsets.source_length))
    assert entries(same) == entries(offsets)
    same = OffsetMap.identity(offsets.folded_length).after(offsets)
    assert entries(same) == entries(offsets)


@given(st.data(), TEXTS)
def test_a_character_that_no_edit_touches_maps_to_itself(data: st.DataObject, source: str) -> None:
    edits = data.draw(edits_of(source))
    text, offsets = fold_text(source, edits)
    touched = {at for start, end, _ in edits for at in range(start, end)}
    kept = [
        (text[index], start)
        for index, (start, end) in enumerate(entries(offsets))
        if end - start == 1 and start not in touched
    ]
    assert kept == [(char, at) for at, char in enumerate(source) if at not in touched]


@given(folds())
def test_the_walk_over_rising_positions_gives_what_single_questions_give(
    made: tuple[str, str, OffsetMap],
) -> None:
    offsets = made[2]
    places = ((at, at + 1) for at in range(offsets.folded_length))
    assert list(zip(*offsets.ranges(places), strict=True)) == entries(offsets)


@given(folds())
def test_a_source_offset_leads_to_the_first_character_that_begins_there_or_behind(
    made: tuple[str, str, OffsetMap],
) -> None:
    source, text, offsets = made
    starts = [start for start, _ in entries(offsets)]
    for offset in range(len(source) + 1):
        wanted = next((i for i, start in enumerate(starts) if start >= offset), len(text))
        assert offsets.folded_at(offset) == wanted


@given(folds())
def test_boundaries_rise_and_end_at_the_end_of_the_source(
    made: tuple[str, str, OffsetMap],
) -> None:
    source, text, offsets = made
    boundaries = [offsets.boundary_of(index) for index in range(len(text) + 1)]
    assert boundaries == sorted(boundaries)
    assert boundaries[-1] == len(source)


@given(folds(), st.data())
def test_a_span_covers_the_entries_of_its_characters(
    made: tuple[str, str, OffsetMap], data: st.DataObject
) -> None:
    _, text, offsets = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = offsets.span_of(NormalSpan(start, end))
    covered = entries(offsets)[start:end]
    assert all(span.start <= first and last <= span.end for first, last in covered)
    assert bool(span) == bool(covered)


def test_maps_that_do_not_meet_are_refused() -> None:
    with pytest.raises(ValueError, match="do not meet"):
        OffsetMap.identity(3).after(OffsetMap.identity(4))


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(2, 3, ""), Edit(1, 2, "")],
        [Edit(0, 2, ""), Edit(1, 3, "")],
        [Edit(2, 9, "")],
        [Edit(1, 1, "x")],
    ],
    ids=["going back", "overlapping", "outside", "inserting"],
)
def test_edits_that_cannot_be_carried_out_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match=r"edit out of order|may not insert"):
        fold_text("abcd", edits)
