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


def settled(told: Set[Link], one: Set[Link], two: Set[Link], verdicts: Verdicts) -> Settled:
    """Give the links `told` and those that hold, both without what is defensible either way.

    What `one` and `two` agree about holds; what they do not, as it was judged.
    """
    holding = set(one & two)
    either = set()
    for link in one ^ two:
        verdict = verdicts.get(link, UNJUDGED)
        if verdict.holds == "holds":
            holding.add(link)
        elif verdict.holds == "either":
            either.add(link)
    return set(told) - either, holding


def _number(name: str) -> tuple[int, int]:
    number, _, branch = name.partition("-")
    return int(number), int(branch or 0)
