"""The pairs of versions of mainland laws, as their list in the corpus names them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple


class Versions(NamedTuple):
    """Two versions of a law: its name, the dates, the files, and the decision where there is one.

    `files` are below the folder of laws, `decision` begins with a path below `data`.
    """

    law: str
    dates: tuple[str, str]
    files: tuple[str, str]
    decision: str

    @property
    def name(self) -> str:
        """The law with its dates, as a table names it."""
        return f"{self.law} {'→'.join(self.dates)}"


def versions_of(corpus: Path) -> list[Versions]:
    """Give the pairs of versions that the corpus lists."""
    with (corpus / "PAIRS.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Versions(
                row["law"],
                (row["old"], row["new"]),
                (row["old_file"], row["new_file"]),
                row["decision_or_gold"] or "",
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
