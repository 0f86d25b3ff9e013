"""Pass 4: clauses with the same label under linked parents, if their words are alike at all."""

from __future__ import annotations

from diffcore.align.draft import Draft, single
from diffcore.align.side import Side
from diffcore.chinese.similarity import similarity

LABEL = "label"

# Below this likeness (0..1) the same label is chance: after an insertion 第五条 is another article.
# From 0.35 to 0.75 the article links of shared/data/laws-tw stay the same but for one: what is
# less alike the next pass still finds, with its neighbours in view.
LABEL_AT_LEAST = 0.75

# From this share of characters in common order (0..1) on, words are alike without any weights. Of
# the new articles of shared/data/laws-tw 4 % have 0.6 in common with any old one.
IN_ORDER_AT_LEAST = 0.75

# From this likeness (0..1) on the same number is sure. Below it an article within so many numbers
# that is more alike by so much takes the clause, in the passes that read the words. Chosen on
# planted insertions before twin articles (生物安全管理条例 56 and 59, 環境用藥管理法 38 and 39):
# the wrong pairs have 0.78 to 0.87, the right ones 0.93 and more.
SURE_FROM = 0.92
NEAR_AT_MOST = 3
BETTER_BY = 0.06

Key = tuple[str, str, int, int]


def by_label(draft: Draft) -> None:
    """Link free clauses that have label and parent in common and similar words."""
    for gap in list(draft.gaps()):
        base = _labelled(draft.sides.base, draft.free(gap).base)
        other = _labelled(draft.sides.other, draft.free(gap).other)
        for key, index in base.items():
            match = other.get(key, -1)
            if not (index >= 0 <= match and draft.fit(index, match)):
                continue
            if _are_alike(draft, index, match) and not _has_better(draft, key, base, other):
                draft.add(single(index, match, LABEL))


def _are_alike(draft: Draft, base: int, other: int) -> bool:
    """Tell whether two clauses with one label have enough words in common, subtrees included."""
    sides = draft.sides
    one, two = (base, sides.base.ends[base]), (other, sides.other.ends[other])
    if draft.likeness.of(one, two) >= LABEL_AT_LEAST:
        return True
    # In a list of like clauses only the rare words are unlike, and they weigh most.
    return similarity(sides.base.words(*one), sides.other.words(*two)) >= IN_ORDER_AT_LEAST


def _has_better(draft: Draft, key: Key, base: dict[Key, int], other: dict[Key, int]) -> bool:
    """Tell whether either clause of an article is much more like a near number of the other side.

    Where articles repeat each other but for their subject, and all numbers shifted by one, the
    same number is the twin of the clause and not the clause.
    """
    index, match = base[key], other[key]
    alike = _likeness(draft, index, match)
    if key[1] != "article" or alike >= SURE_FROM:
        return False
    for step in (*range(-NEAR_AT_MOST, 0), *range(1, NEAR_AT_MOST + 1)):
        near = (key[0], key[1], key[2] + step, key[3])
        there, here = other.get(near, -1), base.get(near, -1)
        pairs = ((index, there), (here, match))
        if any(min(p) >= 0 and _likeness(draft, *p) >= alike + BETTER_BY for p in pairs):
            return True
    return False


def _likeness(draft: Draft, base: int, other: int) -> float:
    sides = draft.sides
    one, two = (base, sides.base.ends[base]), (other, sides.other.ends[other])
    return similarity(sides.base.words(*one), sides.other.words(*two))


def _labelled(side: Side, free: list[int]) -> dict[Key, int]:
    """Give the free clauses by label; -1 where two have the same."""
    found: dict[Key, int] = {}
    for index in free:
        clause = side.clauses[index]
        if clause.ordinal is not None:
            key = (clause.level, clause.style, clause.ordinal, clause.branch)
            found[key] = -1 if key in found else index
    return found
