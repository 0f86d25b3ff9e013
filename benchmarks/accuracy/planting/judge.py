"""The scorer: what was told of each edit, and what was told besides.

An edit is *told* by the findings at its place if their readings have all that the edit takes away
on the one side and all that it brings on the other, and are not much wider: a finding that quotes
half a page tells nothing. A finding is *false* if it touches no edit (nor a figure that the dirt
took away). Notes count for the sorts that are told as a note, and for nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.accuracy.planting.dirt import Dirt
from benchmarks.accuracy.planting.places import to_simplified
from benchmarks.accuracy.planting.records import Edit, Planted
from benchmarks.accuracy.planting.sorts import KINDS, NOTES
from diffcore.model import Collation, Finding

# Characters by which a reading may be wider than the edit: the words around it that make it
# whole. Range 4..APART; a longest word and the figure beside it have some ten.
WIDER_AT_MOST = 12
_WHOLES = ("clause", "item", "suspect")
_CLAUSES = frozenset(
    ("omitted_clause", "added_clause", "moved_clause", "split_clause", "merged_clause")
)
# Characters by which the place of a whole clause may be off: the line feeds around it.
REACH_OF_CLAUSE = 2

_WIDTHS = str.maketrans(
    {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {"～": "~", "—": "-", "。": "."}
)
_HAN = re.compile("[\u4e00-\u9fff]")
_LOST = re.compile("[0-9A-Za-z]+")
_LOSSES = frozenset(("missing_figure", "missing_latin"))


class Told(NamedTuple):
    """An edit with the findings at its place, and whether they tell it."""

    edit: Edit
    findings: tuple[Finding, ...]
    is_told: bool

    @property
    def is_right(self) -> bool:
        """Whether every finding has a kind that is right for the edit."""
        return {finding.kind for finding in self.findings} <= set(KINDS[self.edit.sort])


class Verdict(NamedTuple):
    """What was told of each edit that can be seen, what besides, and which figures were lost.

    `true` is the number of findings that are not false; `lost` and `found` are the figures that the
    dirt took away, and those of them that were told.
    """

    told: tuple[Told, ...]
    false: tuple[Finding, ...]
    true: int
    lost: int = 0
    found: int = 0
    forgotten: tuple[str, ...] = ()


def judge(planted: Planted, collation: Collation, dirt: Dirt) -> Verdict:
    """Give each edit the findings at its place."""
    notes = [f for f in collation.findings if f.severity == "note"]
    findings = [f for f in collation.findings if f.severity != "note"]
    losses = [f for f in findings if dirt.strips and _is_loss(f)]
    others = [f for f in findings if not (dirt.strips and _is_loss(f))]
    told, used = [], set[str]()
    for edit in planted.edits:
        among = notes if edit.sort in NOTES else others
        here = tuple(f for f in among if _is_at(f, edit) and _may_tell(f, edit))
        used.update(f.id for f in here)
        if _can_be_seen(edit, dirt):
            told.append(Told(edit, here, _is_told(edit, here, dirt)))
        else:
            used.update(f.id for f in findings if _is_at(f, edit))
    false = [f for f in others if f.id not in used]
    if not dirt.strips:
        false += [f for f in notes if f.kind == "suspect_gap" and f.id not in used]
        return Verdict(tuple(told), tuple(false), len(others) - len(false))
    lost = [found.span() for found in _LOST.finditer(planted.base)]
    covered = _covered(findings)
    forgotten = [span for span in lost if not covered.issuperset(range(*span))]
    stray = [f for f in losses if not _LOST.search(f.readings.base.text)]
    context = tuple(planted.base[max(0, a - 10) : b + 6] for a, b in forgotten)
    false += stray
    return Verdict(
        tuple(told), tuple(false), len(findings) - len(false),
        len(lost), len(lost) - len(forgotten), context,
    )  # fmt: skip


def judge_hunks(
    planted: Planted, hunks: Sequence[tuple[str, str, int, int]], dirt: Dirt
) -> tuple[int, int, int, int, int]:
    """Give what hunks without kinds tell: edits, those told, their pieces, all hunks, false ones.

    A hunk is its reading on both sides and its place in the base. A figure that the dirt took
    away is no false one.
    """
    edits = [e for e in planted.edits if e.sort not in NOTES and _can_be_seen(e, dirt)]
    edits = [e for e in edits if e.sort != "stale reference"]
    told = pieces = 0
    used = set[int]()
    for edit in edits:
        at = [i for i, hunk in enumerate(hunks) if _touches(hunk[2], hunk[3], edit)]
        used.update(at)
        base = "".join(hunks[i][0] for i in at)
        other = "".join(hunks[i][1] for i in at)
        if at and _has_words(edit, base, other, dirt):
            told, pieces = told + 1, pieces + len(at)
    false = [
        i for i, hunk in enumerate(hunks)
        if i not in used and not (dirt.strips and _LOST.search(hunk[0]))
    ]  # fmt: skip
    return len(edits), told, pieces, len(hunks), len(false)


def _is_loss(finding: Finding) -> bool:
    """Whether a finding tells of a figure that the dirt itself took away."""
    words = finding.readings.base.text
    is_bare = finding.kind == "omitted_clause" and not _HAN.search(words)
    return (finding.kind in _LOSSES or is_bare) and _LOST.search(words) is not None


def _covered(findings: Iterable[Finding]) -> set[int]:
    spans = (finding.readings.base.span for finding in findings)
    return {at for span in spans for at in range(span.start, span.end)}


def _is_at(finding: Finding, edit: Edit) -> bool:
    """Whether a finding touches an edit, or the place to which a clause was moved."""
    span = finding.readings.base.span
    return _touches(span.start, span.end, edit)


def _touches(start: int, end: int, edit: Edit) -> bool:
    reach = REACH_OF_CLAUSE if edit.sort.startswith(_WHOLES) else 0
    if edit.also is not None and abs(start - edit.also) <= reach:
        return True
    return start <= edit.end + reach and edit.start - reach <= end


def _may_tell(finding: Finding, edit: Edit) -> bool:
    """Whether a finding can be about an edit: one of a whole clause tells of no word in it.

    Of notes, of which several stand at one place, only those of the right kind.
    """
    if edit.sort in NOTES:
        return finding.kind in KINDS[edit.sort]
    return edit.sort.startswith(("clause", "item")) or finding.kind not in _CLAUSES


def _can_be_seen(edit: Edit, dirt: Dirt) -> bool:
    """Whether dirt leaves an edit to be seen, as one of its own."""
    if dirt.strips and not edit.sort.startswith(_WHOLES):
        return _LOST.search(edit.base + edit.other) is None
    return not (dirt.name == "converted" and edit.sort.startswith("variant"))


def _is_told(edit: Edit, findings: Sequence[Finding], dirt: Dirt) -> bool:
    if not findings:
        return False
    if edit.sort.startswith((*_WHOLES, "renumbered", "stale")):
        return True
    base = "".join(finding.readings.base.text for finding in findings)
    other = "".join(finding.readings.other.text for finding in findings)
    return _has_words(edit, base, other, dirt)


def _has_words(edit: Edit, base: str, other: str, dirt: Dirt) -> bool:
    """Whether readings have all that an edit takes away and brings, and are not much wider."""
    base, other = _seen(base, dirt), _seen(other, dirt)
    old, new = Counter(_seen(edit.base, dirt)), Counter(_seen(edit.other, dirt))
    if (old - new) - Counter(base) or (new - old) - Counter(other):
        return False
    widest = max(len(edit.base), len(edit.other)) + WIDER_AT_MOST
    return len(base) <= widest and len(other) <= widest


def _seen(text: str, dirt: Dirt) -> str:
    """Give a reading without what the dirt changes about it: script, width, blanks, figures."""
    words = "".join(to_simplified(text).split()).translate(_WIDTHS)
    return _LOST.sub("", words) if dirt.strips else words
