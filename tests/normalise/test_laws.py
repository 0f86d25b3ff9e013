"""Laws of normalising that hold for any text: nothing lost, nothing silent, bounded work."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffcore.chinese.folds import FOLD_TITLES
from diffcore.model import NormalText, SourceText
from diffcore.normalise import FOLDS, normalise
from diffcore.spans import SourceSpan
from tests.damage import (
    PAGE_NUMBERS,
    cut_columns,
    full_width,
    half_width,
    paginate,
    space_figures,
    strip_figures,
    to_traditional,
    wrap,
    wrap_hard,
)
from tests.strategies import official_texts

SIGNS = (
    "第一二三条章（）()、。，；：“”\"'「」《》〈〉—-－ 　\t\n\r\f\u2028"
    "·…～0123１２AbＡ\u200b\ue004⼀金為乾於国國"
)
ANY_TEXT = st.one_of(st.text(max_size=120), st.text(SIGNS, max_size=200))


def source_of(text: str, **more: tuple[int, ...] | tuple[SourceSpan, ...]) -> SourceText:
    return SourceText("x.txt", "", "text", "utf-8", text, **more)  # type: ignore[arg-type]


def normal(text: str) -> str:
    return normalise(source_of(text)).text


def assert_lossless(made: NormalText) -> None:
    """Assert that every source character maps from the normal text or lies in an edit."""
    source = made.source.text
    places = ((at, at + 1) for at in range(len(made.text)))
    entries = list(zip(*made.offsets.ranges(places), strict=True))
    assert len(entries) == len(made.text)
    assert all(0 <= start < end <= len(source) for start, end in entries)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(entries))
    edited = {
        at
        for edit in made.edits
        for start, end in zip(edit.starts, edit.ends, strict=True)
        for at in range(start, end)
    }
    mapped = {at for start, end in entries for at in range(start, end)}
    assert mapped | edited == set(range(len(source)))
    for char, (start, end) in zip(made.text, entries, strict=True):
        assert source[start:end] == char or set(range(start, end)) <= edited


@given(ANY_TEXT)
def test_any_text_is_normalised_without_loss(text: str) -> None:
    assert_lossless(normalise(source_of(text)))


@given(ANY_TEXT, st.data())
def test_markup_and_paragraph_starts_anywhere_lose_nothing(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = tuple(SourceSpan(a, b) for a, b in zip(places[::2], places[1::2], strict=False))
    starts = tuple(data.draw(st.sets(st.integers(0, len(text)), max_size=5)))
    assert_lossless(normalise(source_of(text, markup=spans, paragraph_starts=starts)))


@given(ANY_TEXT)
def test_the_places_of_each_fold_rise_and_lie_in_the_source(text: str) -> None:
    made = normalise(source_of(text))
    for edit in made.edits:
        assert all(
            start < end <= len(text) for start, end in zip(edit.starts, edit.ends, strict=True)
        )
        assert list(edit.starts) == sorted(edit.starts)


@given(ANY_TEXT)
def test_a_normal_text_has_no_blank_line_and_no_other_line_end(text: str) -> None:
    made = normal(text)
    assert "\n\n" not in made
    assert all("\n".join(line.splitlines()) == line for line in made.split("\n"))


@given(official_texts())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normal(text)
    assert normal(once) == once


def test_folds_are_listed_in_order_and_have_titles() -> None:
    names = [name for name, _ in FOLDS]
    assert names == list(FOLD_TITLES)
    assert [edit.fold for edit in normalise(source_of("第一条　总则")).edits] == names


# The same words however they are printed. Where a paragraph ends can be beyond knowledge (a last
# line that happens to be full), so paragraph ends are counted elsewhere and left out here.


def words(text: str) -> str:
    return normal(text).replace("\n", "")


@given(official_texts(), st.integers(15, 45), st.integers(0, 1), st.sampled_from(["", "　　"]))
def test_wrapping_changes_no_words(text: str, width: int, blank_lines: int, indent: str) -> None:
    assert words(wrap(text, width, blank_lines, indent)) == words(text)


@given(official_texts(), st.integers(15, 45))
def test_cutting_lines_anywhere_changes_no_words(text: str, width: int) -> None:
    assert words(wrap_hard(text, width)) == words(text)


@given(official_texts(), st.sampled_from(sorted(set(PAGE_NUMBERS) - {"plain", "none"})))
def test_page_numbers_change_no_words(text: str, style: str) -> None:
    paged = paginate(wrap(text, 24), 12, PAGE_NUMBERS[style])
    assert words(paged) == words(text)


@given(official_texts())
def test_bare_page_numbers_at_form_feeds_change_no_words(text: str) -> None:
    paged = paginate(wrap(text, 24), 12, PAGE_NUMBERS["plain"], page_end="\f")
    assert words(paged) == words(text)


@given(official_texts())
def test_columns_change_no_words(text: str) -> None:
    assert words(cut_columns(text, 5)) == words(text)


@given(official_texts())
def test_width_and_blanks_around_figures_change_nothing(text: str) -> None:
    assert normal(half_width(text)) == normal(text)
    assert normal(full_width(text)) == normal(text)
    assert normal(space_figures(text)) == normal(text)


@given(official_texts())
def test_script_changes_nothing(text: str) -> None:
    assert normal(to_traditional(text)) == normal(text)


@given(official_texts(), st.integers(18, 40))
def test_no_labelled_clause_is_lost_in_wrapped_print(text: str, width: int) -> None:
    clauses = [line for line in normal(text).split("\n") if line.startswith(("第", "(", "一、"))]
    wrapped = {line[:6] for line in normal(wrap(text, width, 1)).split("\n")}
    assert {clause[:6] for clause in clauses} <= wrapped


@given(official_texts())
def test_lost_figures_leave_no_blank(text: str) -> None:
    assert " " not in normal(wrap(strip_figures(text), 28, 1))


HOSTILE = {
    "no line end": "港口应当公布潮汐表，" * 20_000,
    "blank lines": "港口。" + "\n" * 100_000 + "渔船。",
    "lines of one character": "\n".join("港" * 100_000),
    "dashes": "—" * 200_000,
    "residue": "— —\n" * 50_000,
    "bare numbers": "\n".join(str(number % 1000) for number in range(50_000)),
    "blanks": " " * 200_000 + "港",
    "open brackets": "（" * 200_000,
    "lines of open brackets": "（港\n" * 50_000,
    "labels": "\n".join(f"{number}." for number in range(10_000)),
    "one line many times": "渔港通讯\n" * 50_000,
    "half a label and blanks": ("第" + " " * 2_000 + "\n") * 100,
    "quotation marks": "\"'" * 100_000,
    "dots": "." * 200_000,
    "breaks without lines": "\f\v\r\x85\u2028" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_normalised_in_linear_time(name: str) -> None:
    text = HOSTILE[name]
    started = time.process_time()
    normalise(source_of(text))
    # Takes two seconds at most; a fold of quadratic time would take minutes.
    assert time.process_time() - started < 5


@settings(max_examples=20)
@given(st.text(st.characters(categories=["Cs"]), min_size=1, max_size=4))
def test_lone_surrogates_do_no_harm(text: str) -> None:
    assert_lossless(normalise(source_of("為" + text + "第一条")))
