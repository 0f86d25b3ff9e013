"""The alignment while it is made: links between neighbours of one side and of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from diffcore.align.candidates import Likeness
from diffcore.align.chain import heaviest_chain
from diffcore.align.side import Side
from diffcore.spans import Pair

# What made a link of neighbours that say the same under other paragraph breaks.
JOINED = "joined"

# What made a link, or kept clauses alone, because a person said so. Nothing overrides it.
MANUAL = "manual"


class Link(NamedTuple):
    """The clauses base..base_end answer to other..other_end, says the pass `by`.

    `told` is the relation that a person gave to a link of several clauses, empty for none. A side
    without clauses says that the other stands alone; only a person says so.
    """

    base: int
    base_end: int
    other: int
    other_end: int
    by: str
    told: str = ""

    def turned(self) -> Link:
        """Give the same link with the sides exchanged."""
        told = {"split": "merged", "merged": "split"}.get(self.told, self.told)
        return Link(self.other, self.other_end, self.base, self.base_end, self.by, told)


class Gap(NamedTuple):
    """What lies between two neighbouring links of the chain, on both sides, half-open."""

    base: int
    base_end: int
    other: int
    other_end: int


def single(base: int, other: int, by: str) -> Link:
    """Give the link of one clause with one clause."""
    return Link(base, base + 1, other, other + 1, by)


@dataclass(frozen=True, slots=True)
class Draft:
    """Both sides and the links found so far; `partners` holds the link of each clause.

    `settled` are the clauses that a person has spoken of, `alone` those of them that have no
    partner. While the passes run these are in `partners`, too, so that no pass takes them;
    `release` lets them go.
    """

    sides: Pair[Side]
    likeness: Likeness
    partners: Pair[dict[int, Link]] = field(default_factory=lambda: Pair[dict[int, Link]]({}, {}))
    alone: Pair[dict[int, Link]] = field(default_factory=lambda: Pair[dict[int, Link]]({}, {}))
    settled: Pair[set[int]] = field(default_factory=lambda: Pair[set[int]](set(), set()))

    def add(self, link: Link) -> None:
        """Take `link` into the draft; its clauses must be free, or in a link that it widens.

        A link made by hand is never replaced: what would take its clauses is not added.
        """
        if self.is_settled(link):
            return
        for index in range(link.base, link.base_end):
            self.partners.base[index] = link
        for index in range(link.other, link.other_end):
            self.partners.other[index] = link

    def is_settled(self, link: Link) -> bool:
        """Tell whether a person has spoken of one of the clauses of `link`."""
        base, other = self.settled
        return bool(base or other) and not (
            base.isdisjoint(range(link.base, link.base_end))
            and other.isdisjoint(range(link.other, link.other_end))
        )

    def settle(self, link: Link) -> None:
        """Take a link made by hand; one with an empty side keeps its clauses alone."""
        self.add(link)
        base, other = range(link.base, link.base_end), range(link.other, link.other_end)
        self.settled.base.update(base)
        self.settled.other.update(other)
        if not base or not other:
            self.alone.base.update(dict.fromkeys(base, link))
            self.alone.other.update(dict.fromkeys(other, link))

    def release(self) -> None:
        """Let the clauses that stand alone be without a link, now that the passes have run."""
        for alone, linked in zip(self.alone, self.partners, strict=True):
            for index in alone:
                del linked[index]

    def is_complete(self) -> bool:
        """Tell whether every clause of both sides has a link."""
        sides, partners = self.sides, self.partners
        return len(partners.base) == len(sides.base) and len(partners.other) == len(sides.other)

    def turned(self) -> Draft:
        """Give the same draft with the sides exchanged."""
        turned = Draft(self.sides.swapped(), self.likeness)
        for link in self.links():
            turned.add(link.turned())
        turned.alone.base.update({at: link.turned() for at, link in self.alone.other.items()})
        turned.alone.other.update({at: link.turned() for at, link in self.alone.base.items()})
        return turned

    def links(self) -> list[Link]:
        """Give all links in the order of the base, without what stands alone."""
        return [
            link
            for index, link in sorted(self.partners.base.items())
            if link.base == index and link.other < link.other_end
        ]

    def is_free(self, base: int, other: int) -> bool:
        """Tell whether neither of the two clauses has a link yet."""
        return base not in self.partners.base and other not in self.partners.other

    def fit(self, base: int, other: int) -> bool:
        """Tell whether two clauses are of one kind and their parents do not answer to others."""
        one, two = self.sides.base, self.sides.other
        if one.kind(base) != two.kind(other):
            return False
        above = one.parents[base], two.parents[other]
        if one.is_article(base) or above[0] < 0 or above[1] < 0:
            return True
        if one.is_division(above[0]) or two.is_division(above[1]):
            return True
        return self.partners.base.get(above[0]) is self.partners.other.get(above[1])

    def is_across(self, link: Link) -> bool:
        """Tell whether an article answers to a paragraph."""
        base, other = self.sides.base, self.sides.other
        if base.is_article(link.base):
            return other.is_paragraph(link.other)
        return other.is_article(link.other) and base.is_paragraph(link.base)

    def changes_rank(self, link: Link) -> bool:
        """Tell whether an article answers to a paragraph, not just to one with a lost label."""
        return link.by != JOINED and link.told != "matched" and self.is_across(link)

    def weight(self, link: Link) -> float:
        """Give what a link weighs in a chain: the characters that it holds together."""
        base, other = self.sides.base.clauses, self.sides.other.clauses
        held = base[link.base_end - 1].span.end - base[link.base].span.start
        return 1.0 + held + other[link.other_end - 1].span.end - other[link.other].span.start

    def chain(self, links: Iterable[Link]) -> list[Link]:
        """Give those of `links` that keep their order in both texts, as heavy as can be."""
        links = list(links)
        pairs = [(link.base, link.other, self.weight(link)) for link in links]
        return [links[at] for at in heaviest_chain(pairs)]

    def gaps(self) -> Iterator[Gap]:
        """Give the gaps between the links of the chain that hold clauses on both sides."""
        base = other = 0
        sides = self.sides
        end = Link(len(sides.base), len(sides.base), len(sides.other), len(sides.other), "")
        for link in [*self.chain(self.links()), end]:
            if base < link.base and other < link.other:
                yield Gap(base, link.base, other, link.other)
            base, other = link.base_end, link.other_end

    def free(self, gap: Gap) -> Pair[list[int]]:
        """Give the clauses of `gap` that have no link yet."""
        partners = self.partners
        return Pair(
            [at for at in range(gap.base, gap.base_end) if at not in partners.base],
            [at for at in range(gap.other, gap.other_end) if at not in partners.other],
        )
