"""What a person says of a link that two tools disagree about: judged.tsv beside this file."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Set
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.revised.links import Link
from diffcore.errors import Bilingual

JUDGED = Path(__file__).with_name("judged.tsv")


class Verdict(NamedTuple):
    """Whether a link holds, and why: "holds", "does not hold", or "either" is defensible."""

    holds: str
    reason: Bilingual

    def is_against(self, link: Link, told: Set[Link]) -> bool:
        """Tell whether it speaks against links of which `link` is one, or is missing."""
        return self.holds != "either" and (self.holds == "holds") != (link in told)


Verdicts = Mapping[Link, Verdict]

# The links that were told, and those that hold.
Settled = tuple[set[Link], set[Link]]

UNJUDGED = Verdict("", Bilingual("尚未判断", "not judged yet"))


def read_verdicts(path: Path = JUDGED) -> dict[str, dict[Link, Verdict]]:
    """Give what was judged of each pair of versions, by the name of the pair."""
    found: dict[str, dict[Link, Verdict]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            link = _number(row["base"]), _number(row["other"])
            verdict = Verdict(row["verdict"], Bilingual(row["zh"], row["en"]))
            found.setdefault(f"{row['law']} {row['old']}→{row['new']}", {})[link] = verdict
    return found


def settled(links: Set[Link], told: Set[Link], matched: Set[Link], verdicts: Verdicts) -> Settled:
    """Give `links` and those that hold, both without what is defensible either way.

    What the tool has `told` and the matcher has `matched` holds; what only one of them has, as it
    was judged; what was not judged, as the matcher has it: it counts against the tool.
    """
    holding = set(told & matched)
    either = set()
    for link in told ^ matched:
        verdict = verdicts.get(link, UNJUDGED)
        if verdict.holds == "holds" or (verdict is UNJUDGED and link in matched):
            holding.add(link)
        elif verdict.holds == "either":
            either.add(link)
    return set(links) - either, holding


def _number(name: str) -> tuple[int, int]:
    number, _, branch = name.partition("-")
    return int(number), int(branch or 0)
