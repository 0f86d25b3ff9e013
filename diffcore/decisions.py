"""What proofreaders decide about findings (核校), and what a later run makes of it."""

from __future__ import annotations

from typing import NamedTuple

from diffcore.errors import Bilingual

# Not looked at, a difference, none, to be asked about. The order is that of display.
STATUSES = ("pending", "confirmed", "false_alarm", "doubtful")

STATUS_TITLES = {
    "pending": Bilingual("待核", "pending"),
    "confirmed": Bilingual("确认差异", "confirmed"),
    "false_alarm": Bilingual("误报", "false alarm"),
    "doubtful": Bilingual("存疑", "doubtful"),
}

# Those that need no further look: `--fail-on` does not count such findings.
SETTLED = frozenset(("confirmed", "false_alarm"))


class Decision(NamedTuple):
    """What a reader says of one finding: one of STATUSES, with a note, under a name."""

    status: str
    note: str = ""
    reader: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether the finding needs no further look."""
        return self.status in SETTLED


class Decided(NamedTuple):
    """A finding as a file of decisions names it: its key, what it was, what was decided."""

    key: str
    kind: str
    address: str
    base: str
    other: str
    decision: Decision


class Decisions(NamedTuple):
    """A file of decisions (核校记录), in the order of the file; no key comes twice."""

    path: str
    sha256: str
    entries: tuple[Decided, ...]


class Review(NamedTuple):
    """Earlier decisions carried into a run.

    `decisions` are those of the findings that are the same, by their ids. `new` are the ids of
    findings that the file does not know, `changed` those that stand where an earlier finding with
    other words stood, with that one; `gone` the earlier findings that are no more.
    """

    path: str
    sha256: str
    decisions: dict[str, Decision]
    new: tuple[str, ...]
    changed: dict[str, Decided]
    gone: tuple[Decided, ...]

    @property
    def settled(self) -> frozenset[str]:
        """The ids of the findings that need no further look."""
        return frozenset(name for name, each in self.decisions.items() if each.is_settled)
