"""What was looked at and judged, finding by finding, in tables beside this file.

A table has one line a judgement: law, the two renditions, kind, what either reads, the verdict
and its reason. A field is the very word, a beginning with `*` behind it, or `*` alone; blanks are
left out of readings. The first line that fits a finding judges it.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.task import Fault
from diffcore.errors import Bilingual
from diffcore.model import Finding

TABLES = Path(__file__).parent / "tables"


class Told(NamedTuple):
    """A finding with the files that it was told of; readings without blanks."""

    law: str
    base: str
    other: str
    kind: str
    reading_base: str
    reading_other: str
    address: str


class Judgement(NamedTuple):
    """One line of a table; `pattern` has the fields of Told without the address."""

    pattern: tuple[str, ...]
    is_real: bool
    reason: Bilingual

    def fits(self, told: Told) -> bool:
        """Say whether this judgement is about `told`."""
        return all(map(_fits, self.pattern, told))


def tell(law: str, base: str, other: str, finding: Finding) -> Told:
    """Give a finding of a pair of files as the tables name it."""
    readings = finding.readings.map(lambda reading: "".join(reading.text.split()))
    return Told(law, base, other, finding.kind, *readings, finding.address)


def read_judgements(name: str) -> tuple[Judgement, ...]:
    """Give the lines of the table `name`."""
    with (TABLES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(lines)
        return tuple(
            Judgement(tuple(line[:6]), line[6] == "real", Bilingual(line[7], line[8]))
            for line in lines
        )


class Verdicts(NamedTuple):
    """Findings sorted: false or not judged yet, and real differences, these a line a judgement."""

    faults: tuple[Fault, ...]
    judged: tuple[Fault, ...]
    false: tuple[Told, ...]


def judge(tellings: Iterable[Told], judgements: tuple[Judgement, ...]) -> Verdicts:
    """Sort the findings by the table; what no line of it fits counts as false."""
    faults, false = [], []
    real: Counter[Judgement] = Counter()
    for told in tellings:
        judgement = next((one for one in judgements if one.fits(told)), _UNJUDGED)
        if judgement.is_real:
            real[judgement] += 1
        else:
            false.append(told)
            faults.append(Fault(_where(told), _what(told), judgement.reason))
    return Verdicts(tuple(faults), tuple(_summed(real)), tuple(false))


_UNJUDGED = Judgement((), is_real=False, reason=Bilingual("尚未判断", "not judged yet"))


def _summed(real: Counter[Judgement]) -> Iterator[Fault]:
    for judgement, count in real.items():
        law, base, other, kind, one, two = judgement.pattern
        yield Fault(f"{law} {base}/{other}", f"{kind} {one}→{two} ×{count}", judgement.reason)


def _fits(pattern: str, field: str) -> bool:
    if pattern.endswith("*"):
        return field.startswith(pattern[:-1])
    return field == pattern


def _where(told: Told) -> str:
    return f"{told.law} {told.base}/{told.other} {told.address}"


def _what(told: Told) -> str:
    return f"{told.kind} {told.reading_base[:24]}→{told.reading_other[:24]}"
