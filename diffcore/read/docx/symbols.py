"""Characters of symbol fonts, which have code points of private use: bullets, check boxes."""

from __future__ import annotations

# What Symbol, Wingdings and Wingdings 2 draw at the code points that Word uses for bullets and
# boxes. Source: the fonts' own tables, as in Unicode's mapping files for Symbol and Wingdings.
_SYMBOLS = {
    0xB7: "•", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖",
    0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒",
    0x52: "☑", 0x51: "☒", 0x54: "☒", 0xA3: "□",
}  # fmt: skip
_PRIVATE = 0xF000


def written_symbol(text: str) -> str:
    """Give `text` with the private code points that are certain turned into characters."""
    return "".join(_SYMBOLS.get(ord(sign) - _PRIVATE, sign) for sign in text)
