"""Replacements that recur, as a reader sees them: where they were made, and where they were not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from diffcore.model import Group
from diffcore.spans import Pair

# Places of a word that was kept which a page lists; of more their number is told. A word such as
# 和 stands in hundreds of places, of which the JSON file has all.
LISTED_AT_MOST = 40
# Addresses that one line of the terminal names; some two lines of 80 columns.
NAMED_AT_MOST = 10
# A page shows the table of so few replacements open: it takes a quarter of the screen.
OPEN_AT_MOST = 8


class Place(NamedTuple):
    """A place where the word of the base was kept: its row, its clause, the words around it."""

    row: int
    address: str
    phrase: str


class Recurrence(NamedTuple):
    """One replacement, for the group of that id.

    `times` is the number of places kept, `places` the first of them. `word` is what was kept.
    """

    group: str
    words: Pair[str]
    findings: tuple[str, ...]
    reverse: tuple[str, ...]
    word: str
    times: int
    places: tuple[Place, ...]

    @property
    def more(self) -> int:
        """How many places were kept that are not listed."""
        return self.times - len(self.places)


def recurrences_of(groups: Iterable[Group], no_address: str) -> tuple[Recurrence, ...]:
    """Give the replacements among `groups`; `no_address` names what stands in no clause."""
    return tuple(
        Recurrence(
            group.id,
            group.words,
            group.findings,
            group.reverse,
            "".join(group.kept[0].readings.base.text.split()) if group.kept else "",
            len(group.kept),
            tuple(
                Place(kept.row, kept.address or no_address, kept.readings.base.phrase)
                for kept in group.kept[:LISTED_AT_MOST]
            ),
        )
        for group in groups
        if group.words and group.words.base and group.words.other
    )


def name_places(recurrence: Recurrence, stop: str) -> str:
    """Give the addresses of the places kept, each once, with how often it comes; not too many."""
    runs = [(name, len(list(run))) for name, run in groupby(p.address for p in recurrence.places)]
    named = stop.join(
        name if count == 1 else f"{name}×{count}" for name, count in runs[:NAMED_AT_MOST]
    )
    is_all = len(runs) <= NAMED_AT_MOST and not recurrence.more
    return named if is_all else f"{named}……"
