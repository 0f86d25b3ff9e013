"""Blanks (空白): Chinese is set without them, so they go, except between Latin words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diffcore.chinese.characters import BLANK, is_latin
from diffcore.normalise.folding import Change, Draft, carry_out
from diffcore.offsets import Edit

_BLANKS = re.compile(f"[{BLANK}]+")


def fold_space(draft: Draft) -> Change:
    """Take blanks away; between two Latin words and between two digits leave one."""
    return carry_out(draft, _edits(draft.text))


def _edits(text: str) -> Iterator[Edit]:
    for found in _BLANKS.finditer(text):
        start, end = found.span()
        if not _parts(text[start - 1 : start], text[end : end + 1]):
            yield Edit(start, end, "")
        elif found[0] != " ":
            yield Edit(start, end, " ")


def _parts(before: str, after: str) -> bool:
    """Tell whether a blank parts words (variant of concern) or groups of a number (1 000)."""
    return (is_latin(before) and is_latin(after)) or (before.isdecimal() and after.isdecimal())
