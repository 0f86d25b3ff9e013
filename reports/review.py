"""The state of a review (核校): statuses in words, and what earlier decisions mean for this run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from diffcore.decisions import STATUS_TITLES, STATUSES, Decided, Decision, Review
from diffcore.errors import Bilingual
from diffcore.model import Collation, Finding

PENDING = Decision(STATUSES[0])

# Hexadecimal digits of the key of a collation: among a million reviews of one reader none meet.
KEY_DIGITS = 24


class Standing(NamedTuple):
    """How far a review is: findings by status, and those that an earlier run did not have."""

    counts: dict[str, int]
    settled: int
    total: int
    new: int
    changed: int
    gone: int


def key_of(collation: Collation) -> str:
    """Give the name under which a browser keeps the review of this collation.

    It is the same wherever the report lies, and another for other texts or another scope.
    """
    options = collation.options
    chosen = (options.whole, options.base_doc, options.other_doc)
    hashes = collation.witnesses.map(lambda witness: witness.source.sha256)
    print_ = "\0".join((*hashes, *map(str, chosen)))
    return sha256(print_.encode()).hexdigest()[:KEY_DIGITS]


def decision_of(collation: Collation, finding: Finding) -> Decision:
    """Give what was decided of `finding`; pending where nothing was."""
    if collation.review is None:
        return PENDING
    return collation.review.decisions.get(finding.id, PENDING)


def standing_of(collation: Collation) -> Standing:
    """Give how far the review is."""
    decisions = [decision_of(collation, finding) for finding in collation.findings]
    counts = Counter(decision.status for decision in decisions)
    review = collation.review
    return Standing(
        {status: counts[status] for status in STATUSES},
        sum(decision.is_settled for decision in decisions),
        len(decisions),
        len(review.new) if review else 0,
        len(review.changed) if review else 0,
        len(review.gone) if review else 0,
    )


def say_standing(standing: Standing, lang: str) -> str:
    """Give the state of the review as one line."""
    zh = f"已核 {standing.settled}/{standing.total}"
    en = f"settled {standing.settled} of {standing.total}"
    parts = (
        ("新出", "new", standing.new),
        ("有变", "changed", standing.changed),
        ("不复存在", "gone", standing.gone),
    )
    zh += "".join(f"，{name} {count}" for name, _, count in parts if count)
    en += "".join(f", {count} {name}" for _, name, count in parts if count)
    return Bilingual(zh, en).within(lang)


def note_of(review: Review | None, finding: Finding, lang: str) -> str:
    """Give what the earlier run says of `finding`, in words; empty where it says nothing."""
    if review is None:
        return ""
    if finding.id in review.changed:
        return _changed(review.changed[finding.id], lang)
    if finding.id in review.decisions:
        return _decided(review.decisions[finding.id], lang)
    return Bilingual("新出", "new").within(lang)


def _decided(decision: Decision, lang: str) -> str:
    if decision == PENDING:
        return ""
    title = STATUS_TITLES[decision.status].within(lang)
    reader = Bilingual(f"（{decision.reader}）", f" ({decision.reader})").within(lang)
    note = Bilingual(f"：{decision.note}", f": {decision.note}").within(lang)
    return title + (reader if decision.reader else "") + (note if decision.note else "")


def _changed(earlier: Decided, lang: str) -> str:
    words = Bilingual(
        f"有变：此前为「{earlier.base}」「{earlier.other}」",
        f"changed: was “{earlier.base}” against “{earlier.other}”",
    ).within(lang)
    decided = _decided(earlier.decision, lang)
    return words + (Bilingual("，", ", ").within(lang) + decided if decided else "")


def gone_lines(review: Review, lang: str) -> Iterator[str]:
    """Give one line for each earlier finding that is no more."""
    for entry in review.gone:
        decided = _decided(entry.decision, lang)
        words = (
            f"「{entry.base}」「{entry.other}」"
            if lang == "zh"
            else f"{entry.base} | {entry.other}"
        )
        yield "  ".join(filter(None, (entry.address, words, decided)))
