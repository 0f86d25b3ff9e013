"""The tidy changes between two texts, the same whichever comes first."""

from __future__ import annotations

from diffcore.diff.changes import Change
from diffcore.diff.engine import find_changes
from diffcore.diff.tidy import tidy
from diffcore.diff.tokens import in_characters, tokenise


def compare(base: str, other: str) -> tuple[list[Change], bool]:
    """Give the changes that turn `base` into `other`, and whether all of the work was done.

    Where it was not, because the texts are too large and too unlike, such a stretch is one change.
    Swapping the texts mirrors the changes: they are found in an order that does not depend on
    which text is the base.
    """
    if base == other:
        return [], True
    if (len(base), base) > (len(other), other):
        changes, is_complete = compare(other, base)
        return [change.mirrored() for change in changes], is_complete
    one, two = tokenise(base, other)
    raw, is_complete = find_changes(one.text, two.text)
    return tidy(in_characters(raw, one, two), base, other), is_complete
