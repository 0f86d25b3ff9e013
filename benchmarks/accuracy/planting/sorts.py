"""The sorts of edits, and the kinds of the contract that are right for each."""

from __future__ import annotations

from benchmarks.accuracy.planting import figures, force, words

KINDS: dict[str, tuple[str, ...]] = {
    **figures.KINDS,
    **words.KINDS,
    **force.KINDS,
    "clause omitted": ("omitted_clause",),
    "clause added": ("added_clause",),
    "clause moved": ("moved_clause",),
    "clause split": ("split_clause",),
    "clause merged": ("merged_clause",),
    "clause split by paragraphs": ("split_clause",),
    "clause merged by paragraphs": ("merged_clause",),
    "item omitted": ("omitted_clause",),
    "item added": ("added_clause",),
    "renumbered": ("renumbered",),
    "stale reference": ("stale_reference",),
    "suspect gap": ("suspect_gap",),
}

# Sorts that are told as a note; a note tells of nothing else that was planted.
NOTES = frozenset(("renumbered", "suspect gap"))
