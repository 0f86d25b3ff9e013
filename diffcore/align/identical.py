"""Pass 1: clauses with equal words, first those whose words occur once on either side.

Source: patience diff (Bram Cohen), here on clauses instead of lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from diffcore.align.draft import Draft, Gap, Link, single
from diffcore.align.side import Side
from diffcore.spans import Pair

IDENTICAL, MASKED = "identical", "masked"

# Words shorter than this (in characters) are no evidence by themselves: 总则, 其他情形 stand in any
# law. They need a neighbour or a label that agrees. Range 4..40; chosen on shared/data/laws.
TELLING = 12

# Words from this length on (in characters) that occur once on either side are the same clause
# wherever it stands. Range 12..60.
UNMISTAKABLE = 24

Key = Callable[[int], str]
Keys = tuple[Key, Key]


def identical(draft: Draft) -> None:
    """Link clauses with equal words, then those that are equal where figures are masked."""
    sides = draft.sides
    if _are_same(sides):
        for index in range(len(sides.base)):
            if draft.is_free(index, index):
                draft.add(single(index, index, IDENTICAL))
    bodies = (sides.base.bodies.__getitem__, sides.other.bodies.__getitem__)
    skeletons = (sides.base.skeleton, sides.other.skeleton)
    for keys, by in ((bodies, IDENTICAL), (skeletons, MASKED)):
        if draft.is_complete():
            return
        _link_unique(draft, keys, by)
        _extend(draft, keys, by)
        for gap in list(draft.gaps()):
            _link_repeated(draft, keys, by, gap)
        _extend(draft, keys, by)
    _link_unmistakable(draft)


def _are_same(sides: Pair[Side]) -> bool:
    """Say whether both sides have the same clauses, those without words included."""
    outlines = sides.map(lambda side: [(clause.label, clause.style) for clause in side.clauses])
    return (
        sides.base.bodies == sides.other.bodies
        and outlines.base == outlines.other
        and sides.base.parents == sides.other.parents
    )


def _link_unique(draft: Draft, keys: Keys, by: str) -> None:
    """Link the clauses whose words occur once on either side, in rising order."""
    found = _unique(draft, keys, by)
    standing = draft.links()
    chain = draft.chain(sorted([*standing, *found]))
    kept = set(found).intersection(chain)
    bases = {link.base: link for link in (*standing, *kept)}
    for link in sorted(kept):
        if len(keys[0](link.base)) >= TELLING or _has_company(draft, link, bases):
            draft.add(link)


def _unique(draft: Draft, keys: Keys, by: str) -> list[Link]:
    """Give the links of free clauses whose words occur once on either side."""
    whole = Gap(0, len(draft.sides.base), 0, len(draft.sides.other))
    free = draft.free(whole)
    base, other = _places(free.base, keys[0]), _places(free.other, keys[1])
    return [
        single(places[0], other[words][0], by)
        for words, places in base.items()
        if len(places) == 1 and len(other.get(words, ())) == 1
    ]


def _link_repeated(draft: Draft, keys: Keys, by: str, gap: Gap) -> None:
    """Link the clauses of a gap whose words occur equally often on either side, in order."""
    free = draft.free(gap)
    base, other = _places(free.base, keys[0]), _places(free.other, keys[1])
    found = [
        single(one, two, by)
        for words, places in base.items()
        if len(other.get(words, ())) == len(places)
        for one, two in zip(places, other[words], strict=True)
    ]
    for link in draft.chain(sorted(found)):
        draft.add(link)


def _link_unmistakable(draft: Draft) -> None:
    """Link long equal clauses that occur once on either side, in order or not."""
    bodies = draft.sides.base.bodies
    keys = (bodies.__getitem__, draft.sides.other.bodies.__getitem__)
    for link in _unique(draft, keys, IDENTICAL):
        is_like = draft.sides.base.kind(link.base) == draft.sides.other.kind(link.other)
        if is_like and len(bodies[link.base]) >= UNMISTAKABLE:
            draft.add(link)
    _extend(draft, keys, IDENTICAL)


def _places(indices: Sequence[int], key: Key) -> dict[str, list[int]]:
    """Give the words of the clauses, with where they stand."""
    found: dict[str, list[int]] = {}
    for index in indices:
        words = key(index)
        if words:
            found.setdefault(words, []).append(index)
    return found


def _has_company(draft: Draft, link: Link, bases: dict[int, Link]) -> bool:
    """Tell whether a clause beside it is linked to the one beside its like, or labels agree."""
    for step in (-1, 1):
        beside = bases.get(link.base + step)
        if beside and beside.other == link.other + step:
            return True
    base, other = draft.sides.base.clauses[link.base], draft.sides.other.clauses[link.other]
    return (base.level, base.label) == (other.level, other.label) and bool(base.label)


def _extend(draft: Draft, keys: Keys, by: str) -> None:
    """Link equal clauses right behind and right before those that are linked, or the ends."""
    last = len(draft.sides.base), len(draft.sides.other)
    linked = draft.partners.base
    _extend_from(draft, keys, by, (0, 0), 1)
    for link in draft.links():
        if link.base_end not in linked:
            _extend_from(draft, keys, by, (link.base_end, link.other_end), 1)
        if link.base - 1 not in linked:
            _extend_from(draft, keys, by, (link.base - 1, link.other - 1), -1)
    _extend_from(draft, keys, by, (last[0] - 1, last[1] - 1), -1)


def _extend_from(draft: Draft, keys: Keys, by: str, start: tuple[int, int], step: int) -> None:
    """Link equal clauses from `start` on, forwards or backwards."""
    base, other = start
    last = len(draft.sides.base), len(draft.sides.other)
    while (
        0 <= base < last[0]
        and 0 <= other < last[1]
        and draft.is_free(base, other)
        and keys[0](base) == keys[1](other) != ""
    ):
        draft.add(single(base, other, by))
        base, other = base + step, other + step
