"""Characters that nobody sees (不可见字符): zero width, private use, soft hyphens, controls."""

from __future__ import annotations

import re

from diffcore.normalise.folding import Change, Draft, carry_out
from diffcore.offsets import Edit

# Zero width and direction marks, byte order mark, soft hyphen, controls that end no line,
# variation selectors, the private use areas; and the stand-ins `(cid:38)` that some PDF tools
# print for a glyph without Unicode, which read like figures and are none.
# Source: Unicode 15, general categories Cc, Cf, Co; pdfminer's layout of unmapped glyphs.
_JUNK = re.compile(
    "(?:[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ue000-\uf8ff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]|\\(cid:[0-9]{1,6}\\))+"
)


def fold_junk(draft: Draft) -> Change:
    """Take away the characters that nobody sees."""
    return carry_out(draft, (Edit(*found.span(), "") for found in _JUNK.finditer(draft.text)))
