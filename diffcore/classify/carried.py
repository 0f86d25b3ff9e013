"""Earlier decisions carried into a run: by the key of a finding, which changes only with its words.

A finding that the file does not know may stand where an earlier one did, with other words: the
earlier decision is then shown beside it and does not hold for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from diffcore.decisions import Decided, Decisions, Review
from diffcore.model import Finding


def carry(decisions: Decisions, findings: Sequence[Finding]) -> Review:
    """Give what the decisions of an earlier run mean for these findings."""
    known = {entry.key: entry for entry in decisions.entries}
    keys = {finding.key for finding in findings}
    unknown = [finding for finding in findings if finding.key not in known]
    gone = [entry for entry in decisions.entries if entry.key not in keys]
    changed = dict(_changed(unknown, gone))
    replaced = {entry.key for entry in changed.values()}
    return Review(
        decisions.path,
        decisions.sha256,
        {finding.id: known[finding.key].decision for finding in findings if finding.key in known},
        tuple(finding.id for finding in unknown if finding.id not in changed),
        changed,
        tuple(entry for entry in gone if entry.key not in replaced),
    )


def _changed(unknown: Iterable[Finding], gone: Iterable[Decided]) -> Iterator[tuple[str, Decided]]:
    """Give each unknown finding that stands where one that is gone stood, with that one.

    They stand under one address, and are of one kind or have the words of one side in common.
    Each is given once, in the order of the text.
    """
    left: dict[str, list[Decided]] = {}
    for entry in gone:
        left.setdefault(entry.address, []).append(entry)
    for finding in unknown:
        there = left.get(finding.address, [])
        answer = next((entry for entry in there if _answers(finding, entry)), None)
        if answer:
            there.remove(answer)
            yield finding.id, answer


def _answers(finding: Finding, entry: Decided) -> bool:
    base, other = finding.readings
    if finding.kind == entry.kind:
        return True
    return bool(base.text and base.text == entry.base) or bool(
        other.text and other.text == entry.other
    )
