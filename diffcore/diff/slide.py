"""Where a pure loss or gain stands when it could stand in several places.

甲、乙、丙 against 甲、丙 has lost 、乙 or 乙、; a diff takes either. A proofreader reads a member
of a list with the mark before it (、乙), a clause or sentence with the mark behind it (乙。), a
bracket with its partner, and whole words.
"""

from __future__ import annotations

from diffcore.diff.borders import Borders
from diffcore.diff.changes import Change

# Places that are tried to either side, in characters. Range 1..; of 8,372 members of lists in
# shared/data/laws 99.8 % are shorter; a longer slide is a text that repeats itself.
SLIDE_AT_MOST = 64

_ENDERS = "。；;！!？?，,：:"
_JOINTS = frozenset(("和", "及", "与", "或", "或者", "以及", "并", "并且"))
_PARTNERS = {"(": ")", "〔": "〕", "《": "》", "“": "”", "‘": "’", "<": ">", "【": "】", "[": "]"}
_CLOSERS = frozenset(_PARTNERS.values())


def slide(change: Change, low: int, high: int, one: Borders, two: Borders) -> Change:
    """Give `change` at the best of the places where it means the same.

    `low` and `high` are the numbers of equal characters before and behind it. A change that is
    no pure loss or gain has one place only.
    """
    if not change.is_pure:
        return change
    is_loss = change.begin == change.stop
    start, end = (change.start, change.end) if is_loss else (change.begin, change.stop)
    host = one if is_loss else two
    text = host.text
    left = right = 0
    while left < min(low, SLIDE_AT_MOST) and text[start - left - 1] == text[end - left - 1]:
        left += 1
    while right < min(high, SLIDE_AT_MOST) and text[start + right] == text[end + right]:
        right += 1
    if not left and not right:
        return change
    # Of places with the same score the first is taken.
    best = max(range(-left, right + 1), key=lambda by: _score(host, start + by, end + by))
    return change.moved(best, best)


def _score(host: Borders, start: int, end: int) -> tuple[int, int, int, int, int]:
    """Give how well a proofreader reads host[start:end] as one thing; more is better."""
    text = host.text
    cuts_figure = len(host.figures_at(start, start)) + len(host.figures_at(end, end))
    words = host.is_border(start) + host.is_border(end)
    first, last = text[start], text[end - 1]
    reads_best = first == "、" or last in _ENDERS or _begins_with_joint(host, start)
    reads_well = last == "、" or first in _ENDERS
    marks = 2 if reads_best else 1 if reads_well else 0
    stops = host.is_hard(start) + host.is_hard(end)
    return _balance(text[start:end]), -cuts_figure, words, marks, stops


def _begins_with_joint(host: Borders, start: int) -> bool:
    """Say whether the word at `start` joins the last member of a list to those before it."""
    return host.text[start] in "和及与或并以" and (
        host.text[start : start + host.word_beside(start, 1)] in _JOINTS
    )


def _balance(text: str) -> int:
    """Give 0 where every bracket in `text` has its partner, less for each that has none."""
    open_ones: list[str] = []
    lone = 0
    for sign in text:
        if sign in _PARTNERS:
            open_ones.append(_PARTNERS[sign])
        elif sign in _CLOSERS:
            if open_ones and open_ones[-1] == sign:
                open_ones.pop()
            else:
                lone += 1
    return -lone - len(open_ones)
