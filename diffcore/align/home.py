"""After the matching passes: repeated words answer to each other under parents that answer, too.

法律另有规定的，从其规定 stands under many articles. It was linked in the order of the text, before
it was known which article answers to which; where two articles changed places it has to follow.
"""

from __future__ import annotations

from functools import cache

from diffcore.align.draft import Draft, Link, single

# Clauses with the same words under one parent that are tried. Range 1..64.
TRIED_AT_MOST = 8


def send_home(draft: Draft) -> None:
    """Exchange the partners of clauses with equal words so that their parents answer, too."""
    base, other = draft.sides.base, draft.sides.other

    @cache
    def children(parent: int) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at in range(parent + 1, other.ends[parent]):
            if other.parents[at] == parent:
                found.setdefault(other.bodies[at], []).append(at)
        return found

    for link in draft.links():
        if draft.is_settled(link):
            continue
        above = draft.partners.base.get(base.parents[link.base])
        if not above or base.is_division(above.base) or draft.partners.base[link.base] is not link:
            continue
        if _is_equal(draft, link) and not _is_at_home(draft, link):
            places = children(above.other).get(base.bodies[link.base], [])
            for match in places[:TRIED_AT_MOST]:
                if _is_to_be_had(draft, match):
                    _exchange(draft, link, match)
                    break


def _is_equal(draft: Draft, link: Link) -> bool:
    """Tell whether a link holds one clause and one with equal words."""
    if not link.base_end - link.base == 1 == link.other_end - link.other:
        return False
    return draft.sides.base.bodies[link.base] == draft.sides.other.bodies[link.other]


def _is_at_home(draft: Draft, link: Link) -> bool:
    """Tell whether the parents of two linked clauses are linked to each other."""
    above = draft.partners.base.get(draft.sides.base.parents[link.base])
    return above is draft.partners.other.get(draft.sides.other.parents[link.other])


def _is_to_be_had(draft: Draft, match: int) -> bool:
    """Tell whether a clause has no partner, or one with equal words that belongs elsewhere."""
    if match in draft.settled.other:
        return False
    standing = draft.partners.other.get(match)
    return standing is None or (_is_equal(draft, standing) and not _is_at_home(draft, standing))


def _exchange(draft: Draft, link: Link, match: int) -> None:
    """Link the base clause of `link` to `match`, and what `match` had to what `link` had."""
    standing = draft.partners.other.get(match)
    del draft.partners.other[link.other]
    draft.add(single(link.base, match, link.by))
    if standing:
        draft.add(single(standing.base, link.other, standing.by))
