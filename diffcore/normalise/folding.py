"""What a fold (归并) is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from diffcore.model import FoldEdits, Notice, SourceText
from diffcore.offsets import Edit, OffsetMap, fold_text


class Draft(NamedTuple):
    """A text half folded: what the earlier folds left, and the way back to the source.

    `script` is the one that prevails in the source, "simplified" or "traditional".
    """

    source: SourceText
    text: str
    offsets: OffsetMap
    script: str


class Change(NamedTuple):
    """What one fold did to a draft.

    `places` are the changed ranges of the draft, sorted and apart. `offsets` leads from the
    new text to the draft; it is None where every character kept its place.
    """

    text: str
    places: Sequence[tuple[int, int]]
    offsets: OffsetMap | None = None
    notices: tuple[Notice, ...] = ()


Fold = Callable[[Draft], Change]


def unchanged(draft: Draft) -> Change:
    """Give the change that changes nothing."""
    return Change(draft.text, ())


def carry_out(draft: Draft, edits: Iterable[Edit]) -> Change:
    """Give the change that `edits`, sorted and apart, make in the draft."""
    wishes = list(edits)
    if not wishes:
        return unchanged(draft)
    text, offsets = fold_text(draft.text, wishes)
    return Change(text, [(start, end) for start, end, _ in wishes], offsets)


def apply(draft: Draft, change: Change) -> Draft:
    """Give the draft after `change`."""
    if change.offsets is None:
        return draft._replace(text=change.text)
    return draft._replace(text=change.text, offsets=change.offsets.after(draft.offsets))


def record(name: str, draft: Draft, change: Change) -> FoldEdits:
    """Give the places of `change` as ranges of the source, under the name of the fold."""
    return FoldEdits(name, *draft.offsets.ranges(change.places))
