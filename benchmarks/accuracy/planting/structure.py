"""Which units are left out, put in, moved, split, merged, and how all are then numbered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from benchmarks.accuracy.planting.units import Unit, items_of

# Of so many units one at most is left out, put in, moved, split or merged.
WHOLE_EVERY = 6
# Units that stay as they are at either end of a text, and around each change; what stands before
# the first article is no clause.
MARGIN = 3
# Characters of a unit that is changed as a whole: shorter ones are no clause of their own, and
# what is longer would outweigh its neighbours.
LENGTH = range(40, 600)
# Characters of either part of a split or merged article.
PART_AT_LEAST = 24
# How far a unit is moved, in units.
DISTANCES = (1, 2, 4, 7)

# What a moved unit passes is so many times as long: with less it might as well be said that the
# others have moved.
LONGER_WAY = 1.2

_SORTS = ("clause omitted", "clause split", "clause moved", "clause merged", "clause added",
          "suspect gap", "item omitted", "item added", "clause split by paragraphs",
          "clause merged by paragraphs")  # fmt: skip
# Where the units have no numbers of their own a split is a change of paragraphs only.
_PLAIN_SORTS = ("clause omitted", "clause moved", "clause added", "suspect gap")
# Sorts for which few units are fit: they may be so many more than the others.
_RARE = frozenset(_SORTS) - {"clause omitted", "clause added", "suspect gap"}
RARE_FIRST = 3
_SENTENCE = re.compile("。(?=[^”」』）])")
_GAPS = ("自 年 月 日起施行，此前的规定同时废止，由制定机关负责解释。",
         "主管部门应当在每年 月 日前公布上一年度的监督检查结果，接受社会监督。")  # fmt: skip
_GAPS_TRADITIONAL = ("自 年 月 日起施行，施行前之規定同時廢止，由主管機關另定辦法公告之。",)


class Change(NamedTuple):
    """What happens to the unit `place`: the sort, and what it needs to know.

    `to` is the unit before which a moved one goes, `at` the place at which the words are parted
    (or the index of an item), `unit` what is put in before it.
    """

    sort: str
    place: int
    to: int = 0
    at: int = 0
    unit: Unit | None = None


def plan(rng: Random, units: Sequence[Unit], foreign: Sequence[str], is_anew: bool) -> list[Change]:  # noqa: FBT001
    """Give the changes of a text, in order, no two near each other."""
    sorts, times = _SORTS if is_anew else _PLAIN_SORTS, Counter[str]()
    is_traditional = any("條" in p for unit in units for p in unit.paragraphs)
    first = next((i for i, unit in enumerate(units) if unit.kind == "article"), 0)
    changes, index = [], first + MARGIN
    while index + MARGIN < len(units):
        shuffled = rng.sample(sorts, len(sorts))
        for sort in sorted(shuffled, key=lambda sort: times[sort] - RARE_FIRST * (sort in _RARE)):
            change = _change(rng, units, index, sort, foreign, is_traditional, is_anew)
            if change:
                changes.append(change)
                times[sort] += 1
                index = max(index, change.to) + WHOLE_EVERY
                break
        else:
            index += 1
    return changes


def _change(
    rng: Random, units: Sequence[Unit], index: int, sort: str, foreign: Sequence[str],
    is_traditional: bool, is_anew: bool,  # noqa: FBT001
) -> Change | None:  # fmt: skip
    unit, near = units[index], units[index - 2 : index + 3]
    if len({one.style for one in near}) > 1 or unit.kind == "heading":
        return None
    if len({one.paragraphs for one in near}) < len(near):
        return None
    if sort in ("clause added", "suspect gap"):
        gaps = _GAPS_TRADITIONAL if is_traditional else _GAPS
        words = rng.choice(foreign if sort == "clause added" else gaps)
        return Change(sort, index, unit=Unit(unit.kind, unit.label, unit.style, (words,)))
    if sort.startswith("item"):
        items = items_of(unit)
        fit = [i for i in items[:-1] if len(unit.paragraphs[i]) > 12]
        words = rng.choice(foreign)[:36].rstrip("，、；。") + "；"
        given = Unit("item", "", "", (words,))
        return Change(sort, index, at=rng.choice(fit), unit=given) if fit else None
    if unit.length not in LENGTH or not unit.paragraphs[-1].endswith(("。", "；")):
        return None
    return _whole_change(rng, units, index, sort, is_anew)


def _whole_change(
    rng: Random,
    units: Sequence[Unit],
    index: int,
    sort: str,
    is_anew: bool,  # noqa: FBT001
) -> Change | None:
    unit, after = units[index], units[index + 1]
    if sort == "clause omitted":
        return Change(sort, index)
    if unit.kind == "article" and not is_anew:
        # Its number would have to change alone, and every reference to it with it.
        return None
    if sort == "clause moved":
        to = index + 1 + rng.choice(DISTANCES)
        way = units[index : to + 1]
        is_plain = len(way) == to + 1 - index and len({one.style for one in way}) == 1
        passed = sum(one.length for one in way[1:-1])
        is_plain = is_plain and passed >= LONGER_WAY * unit.length
        return Change(sort, index, to=to) if is_plain and to + MARGIN < len(units) else None
    if unit.kind != "article":
        return None
    places = list(_parting_places(unit))
    if sort == "clause split":
        return Change(sort, index, at=rng.choice(places)) if places else None
    if sort == "clause split by paragraphs":
        ends = list(range(1, len(unit.paragraphs))) if _is_of_sentences(unit) else []
        return Change(sort, index, at=rng.choice(ends)) if ends else None
    is_fit = all(_is_of_sentences(one) for one in (unit, after)) and (
        sort.endswith("paragraphs") or len(unit.paragraphs) == len(after.paragraphs) == 1
    )
    return Change(sort, index) if is_fit else None


def _is_of_sentences(unit: Unit) -> bool:
    """Say whether each paragraph of a unit is a sentence that is long enough to stand alone."""
    return all(len(p) >= PART_AT_LEAST and p.endswith("。") for p in unit.paragraphs)


def _parting_places(unit: Unit) -> Iterator[int]:
    """Give the places at which the one paragraph of a unit may be parted in two."""
    if len(unit.paragraphs) > 1:
        return
    words = unit.paragraphs[0]
    for found in _SENTENCE.finditer(words):
        if PART_AT_LEAST <= found.end() <= len(words) - PART_AT_LEAST:
            yield found.end()
