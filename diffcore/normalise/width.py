"""Full and half width (全角半角): １ and 1, （ and (, ， and ,."""

from __future__ import annotations

import re

from diffcore.normalise.folding import Change, Draft, unchanged

_WIDE = re.compile("[\uff01-\uff5e\uffe0-\uffe6]+")

# Source: Unicode 15, block Halfwidth and Fullwidth Forms.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict(
    zip(range(0xFFE0, 0xFFE7), map(ord, "¢£¬¯¦¥₩"), strict=True)
)


def fold_width(draft: Draft) -> Change:
    """Give every full-width form of an ASCII character its half width, one for one."""
    places = [found.span() for found in _WIDE.finditer(draft.text)]
    return Change(draft.text.translate(_NARROW), places) if places else unchanged(draft)
