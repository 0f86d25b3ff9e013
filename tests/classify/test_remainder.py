"""What drafts leave untold, and to which of them signs belong."""

from __future__ import annotations

import time

import pytest

from diffcore.classify.case import Draft
from diffcore.classify.remainder import edges_of, find_owner, find_untold, widen
from diffcore.spans import NormalSpan, Pair

NOWHERE = NormalSpan(0, 0)


def lost(*places: tuple[int, int]) -> list[Draft]:
    return [Draft("missing_figure", Pair(NormalSpan(*place), NOWHERE)) for place in places]


def tell_all(text: str, drafts: list[Draft]) -> list[str]:
    """Give what the drafts tell of `text`, a loss, once the signs beside them are taken in."""
    hunk, edges, told = Pair(NormalSpan(0, len(text)), NOWHERE), edges_of(drafts), list(drafts)
    for spans in find_untold(hunk, drafts):
        owner = find_owner(edges, spans, Pair(text, ""))
        if owner is None:
            told.append(Draft("omission", spans))
        else:
            told[owner] = widen(told[owner], spans)
    return [draft.spans.base.of(text) for draft in told]


@pytest.mark.parametrize(
    ("text", "drafts", "told"),
    [
        ("FiO2<50%", lost((0, 4), (5, 8)), ["FiO2", "<50%"]),
        ("4.", lost((0, 1)), ["4."]),
        ("〔2021〕18", lost((1, 5), (6, 8)), ["〔2021〕", "18"]),
        ("、30元", lost((1, 4)), ["、30元"]),
        ("30元或者", lost((0, 3)), ["30元", "或者"]),
    ],
)
def test_signs_belong_to_a_draft_beside_them(
    text: str, drafts: list[Draft], told: list[str]
) -> None:
    assert tell_all(text, drafts) == told


def test_stretches_between_the_same_drafts_answer_to_each_other() -> None:
    hunk = Pair(NormalSpan(0, 9), NormalSpan(0, 7))
    drafts = [Draft("changed_figure", Pair(NormalSpan(2, 5), NormalSpan(3, 5)))]
    assert find_untold(hunk, drafts) == (
        Pair(NormalSpan(0, 2), NormalSpan(0, 3)),
        Pair(NormalSpan(5, 9), NormalSpan(5, 7)),
    )


def test_a_stretch_of_one_side_stands_behind_the_draft_before_it() -> None:
    hunk = Pair(NormalSpan(0, 9), NormalSpan(3, 5))
    drafts = [Draft("changed_figure", Pair(NormalSpan(0, 5), NormalSpan(3, 5)))]
    assert find_untold(hunk, drafts) == (Pair(NormalSpan(5, 9), NormalSpan(5, 5)),)


def test_thousands_of_figures_take_linear_time() -> None:
    count = 40_000
    drafts = lost(*((3 * at, 3 * at + 2) for at in range(count)))
    start = time.process_time()
    told = tell_all("30、" * count, drafts)
    # Takes half a second; to look at every draft for every sign would take many minutes.
    assert time.process_time() - start < 5
    assert told == ["30、"] * count
