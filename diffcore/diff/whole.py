"""Changes grown to whole figures and words: 动能→效能, not 动→效; 三十→十五, not 三 and 五."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import groupby

from diffcore.chinese.figures import Figure, unit_start
from diffcore.chinese.numerals import NUMERAL_CHARACTERS
from diffcore.chinese.words import word_borders
from diffcore.diff.borders import Borders
from diffcore.diff.changes import Change, join, join_touching

# How far an edge moves to reach a word border, in characters: a word has four at most.
GROW_AT_MOST = 4

# The signs inside a ratio, a range, a decimal or an abbreviation: what is left standing of
# them when their digits and letters are lost (1:2 leaves ':').
_INNER = frozenset(":.,/-~+&'")

# Words of one character: particles, conjunctions, prepositions, adverbs, pronouns, numerals.
_FUNCTION_WORDS = (
    "的地得之了着过和与及或并且但而则以于在对从由向被把将为至到按经因如若当"
    "不未无非可应须需能会必均都也还就再又是有等其该各本此每某何者所"
    "一二三四五六七八九十百千万亿两上下内外前后中"
)

# A provision is named by these two signs together (前款, 本条): where the second is another, the
# word is, and not a word that the second might begin (前项收入 against 前条收入).
_PROVISIONS = frozenset("编章节条款项目")
_BEFORE_PROVISION = frozenset("前上下本该各同")

# How far the left and the right edge of a change should move, given the room to its neighbours.
_Wish = Callable[[Change, int, int], tuple[int, int]]


def grow_to_figures(changes: list[Change], one: Borders, two: Borders) -> list[Change]:
    """Give `changes` so that none cuts a number; a figure that lost its digits shows only those.

    〔2021〕18号 against 〔〕号 is a loss of 2021 and one of 18. Only where nothing but an inner
    sign is left (1:2, ':') it is one replacement.
    """

    def wish(change: Change, _low: int, _high: int) -> tuple[int, int]:
        if is_hollow(change, one, two) or _is_loss_of_unit(change, one, two):
            return 0, 0
        wishes = (
            _to_figures(one, two.figures_at(*change[2:]), *change[:2]),
            _to_figures(two, one.figures_at(*change[:2]), *change[2:]),
        )
        return max(left for left, _ in wishes), max(right for _, right in wishes)

    return _join_hollow(_grow(changes, one, wish), one, two)


def grow_to_words(changes: list[Change], one: Borders, two: Borders) -> list[Change]:
    """Give `changes` so that none cuts a word."""

    def wish(change: Change, low: int, high: int) -> tuple[int, int]:
        if _is_loss_of_words(change, one, two):
            return 0, 0
        left = _steps(change.start, change.begin, one, two, -1, low)
        right = _steps(change.end, change.stop, one, two, 1, high)
        if left == right == 0 and _is_lone(change, one.text, two.text):
            return _to_partner(change, one, two, low, high)
        return left, right

    return _grow(changes, one, wish)


def _is_loss_of_words(change: Change, one: Borders, two: Borders) -> bool:
    """Say whether whole words, as their own text divides them, were lost or gained."""
    if not change.is_pure:
        return False
    host, start, end = one, change.start, change.end
    if start == end:
        host, start, end = two, change.begin, change.stop
    if end - start < 2:
        return False
    borders = host.is_border(start) + host.is_border(end)
    return borders == 2 or (borders == 1 and len(word_borders(host.text[start:end])) == 2)


def is_hollow(change: Change, one: Borders, two: Borders) -> bool:
    """Say whether nothing but one whole number or Latin word was lost or gained."""
    if not change.is_pure:
        return False
    text, start, end = one.text, change.start, change.end
    if start == end:
        text, start, end = two.text, change.begin, change.stop
    if not _runs().fullmatch(text, start, end):
        return False
    outside = text[max(0, start - 1) : start] + text[end : end + 1]
    return not any(sign.isascii() and sign.isalnum() for sign in outside)


def _is_loss_of_unit(change: Change, one: Borders, two: Borders) -> bool:
    """Say whether an ordinal number kept its value and lost or gained its unit (第七届, 第七)."""
    if not change.is_pure:
        return False
    host, start, end = one, change.start, change.end
    if start == end:
        host, start, end = two, change.begin, change.stop
    figures = host.figures_at(start, end)
    return (
        end - start == 1
        and host.text[start] not in NUMERAL_CHARACTERS
        and len(figures) == 1
        and figures[0].kind == "ordinal"
        and figures[0].start < start
        and figures[0].end == end
    )


def _grow(changes: list[Change], one: Borders, wish: _Wish) -> list[Change]:
    """Give `changes` grown as `wish` says, never past a neighbour, until none wants more."""
    while True:
        ends = [0, *(change.end for change in changes)]
        starts = [*(change.start for change in changes[1:]), len(one.text)]
        grown = []
        for change, before, behind in zip(changes, ends, starts, strict=False):
            low, high = _room(change, before, behind)
            left, right = wish(change, low, high)
            grown.append(change.widened(min(left, low), min(right, high)))
        grown = join_touching(grown)
        if grown == changes:
            return changes
        changes = grown


def _room(change: Change, before: int, behind: int) -> tuple[int, int]:
    return change.start - before, behind - change.end


def _to_figures(host: Borders, others: list[Figure], start: int, end: int) -> tuple[int, int]:
    """Give how far start..end must grow so that it cuts no figure of `host`.

    A unit alone may be cut, as a word of its own, unless the other side has a figure here too:
    5元 against 5角 is one figure against another.
    """
    figures = host.figures_at(start, end)
    if not figures:
        return 0, 0
    first, last = figures[0], figures[-1]
    left = right = 0
    if first.start < start and (others or start < unit_start(first)):
        left = start - first.start
    if end < last.end:
        number = unit_start(last)
        right = max(0, number - end) if end <= number or not others else last.end - end
    return left, right


def _join_hollow(changes: list[Change], one: Borders, two: Borders) -> list[Change]:
    """Give `changes` with those joined that leave nothing of a figure but its inner signs."""
    joined: list[Change] = []
    for figure, group in groupby(changes, lambda change: _hollowed(change, one, two)):
        members = list(group)
        if figure is not None and len(members) > 1 and _is_inner(figure, members):
            members = [join(members[0], members[-1])]
        joined += members
    return joined


def _hollowed(change: Change, one: Borders, two: Borders) -> Figure | None:
    """Give the figure that has lost digits or letters to the hollow `change`."""
    if not is_hollow(change, one, two):
        return None
    figures = (
        one.figures_at(*change[:2]) if change.start < change.end else two.figures_at(*change[2:])
    )
    return figures[0] if figures else None


def _is_inner(figure: Figure, members: list[Change]) -> bool:
    """Say whether nothing but inner signs of `figure` is left outside `members`."""
    left = unit_start(figure) - figure.start - sum(change.size for change in members)
    between = join(members[0], members[-1]).size - sum(change.size for change in members)
    text = figure.text[: unit_start(figure) - figure.start]
    return left == between and sum(text.count(sign) for sign in _INNER) == left


def _steps(at: int, place: int, one: Borders, two: Borders, way: int, room: int) -> int:
    """Give how far an edge must move the `way` (-1, 1) until it cuts no word; 0 if nowhere."""
    for steps in range(min(GROW_AT_MOST, room) + 1):
        moved = steps * way
        if steps and steps == room:
            return steps
        if _is_edge(at + moved, place + moved, one, two, way, room - steps):
            return steps
    return 0


def _is_lone(change: Change, one: str, two: str) -> bool:
    """Say whether one Chinese character is exchanged for another, neither a word by itself."""
    if (change.end - change.start, change.stop - change.begin) != (1, 1):
        return False
    return all(_stems().fullmatch(sign) for sign in (one[change.start], two[change.begin]))


def _to_partner(change: Change, one: Borders, two: Borders, low: int, high: int) -> tuple[int, int]:
    """Give how far a lone character must grow to the lone one beside it: 领购 and 领用.

    Two lone characters side by side are most often a word that the list lacks.
    """
    start, end = change.start, change.end
    if low and one.text[start - 1] in _BEFORE_PROVISION and one.text[start] in _PROVISIONS:
        return 1, 0
    beside = one.word_beside(start, -1), two.word_beside(change.begin, -1)
    if low and beside == (1, 1) and _stems().match(one.text, start - 1):
        return 1, 0
    beside = one.word_beside(end, 1), two.word_beside(change.stop, 1)
    if high and beside == (1, 1) and _stems().match(one.text, end):
        return 0, 1
    return 0, 0


def _is_edge(at: int, place: int, one: Borders, two: Borders, way: int, room: int) -> bool:
    """Say whether a change may have its edge at one[at], two[place].

    It may where both texts have a border there. Where only one has, it may if a longer word
    (not a lone character, which may be the rest of an unknown word) stands outside, unchanged.
    """
    if one.is_hard(at) or two.is_hard(place):
        return True
    first, second = one.is_border(at), two.is_border(place)
    if first == second:
        return first
    length = one.word_beside(at, way) if first else two.word_beside(place, way)
    return 2 <= length <= room


@cache
def _stems() -> re.Pattern[str]:
    # Chinese characters that seldom stand as words of their own in official prose.
    return re.compile(f"[^\\W\\dA-Za-z_{_FUNCTION_WORDS}]")


@cache
def _runs() -> re.Pattern[str]:
    return re.compile("[0-9A-Za-z]+(?:[.,][0-9A-Za-z]+)*")
