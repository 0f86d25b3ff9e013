"""Which links keep the order of the two texts, and which were moved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from diffcore.align.draft import Draft, Link
from diffcore.align.side import Side
from diffcore.spans import Pair


class Order(NamedTuple):
    """The links that moved, and for each clause the moved clause that it stands under or is.

    What stands under a moved clause and keeps its place there did not move by itself. `movers`
    holds -1 for what moved with nothing.
    """

    moved: frozenset[Link]
    movers: Pair[list[int]]

    def turned(self) -> Order:
        """Give the same with the sides exchanged."""
        return Order(frozenset(link.turned() for link in self.moved), self.movers.swapped())


def order_of(draft: Draft) -> Order:
    """Tell which links moved: the lighter ones of those that cross."""
    links = draft.links()
    # What became a paragraph or an article has moved wherever it stands: it holds nothing else up.
    chain = set(draft.chain(link for link in links if not draft.changes_rank(link)))
    astray = [link for link in links if link not in chain]
    families: dict[Link, list[Link]] = {}
    for link in astray:
        head = _head(draft, link, families)
        families.setdefault(head or link, []).append(link)
    moved: set[Link] = set()
    for head, family in families.items():
        kept = set(draft.chain(family))
        moved.update([head], (link for link in family if link not in kept))
    sides = draft.sides
    return Order(
        frozenset(moved),
        Pair(
            _movers(sides.base, draft.partners.base, chain, moved),
            _movers(sides.other, draft.partners.other, chain, moved),
        ),
    )


def _head(draft: Draft, link: Link, families: Mapping[Link, object]) -> Link | None:
    """Give the moved link above both clauses of `link`, if there is one."""
    sides = draft.sides
    above = sides.base.parents[link.base]
    while above >= 0:
        head = draft.partners.base.get(above)
        if head in families and head and head.other < link.other < sides.other.ends[head.other]:
            return head
        above = sides.base.parents[above]
    return None


def _movers(
    side: Side, linked: Mapping[int, Link], chain: set[Link], moved: set[Link]
) -> list[int]:
    movers: list[int] = []
    for index in range(len(side)):
        link, parent = linked.get(index), side.parents[index]
        if link in moved:
            movers.append(index)
        elif link in chain or parent < 0:
            movers.append(-1)
        else:
            movers.append(movers[parent])
    return movers
