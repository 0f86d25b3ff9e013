"""Second code points of one character (兼容字形): ⼀ for 一, 金 from the compatibility block."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from diffcore.normalise.folding import Change, Draft, unchanged

# Kangxi radicals, radicals supplement, the two blocks of compatibility ideographs. PDF files
# use radicals for whole characters. Not all of NFKC: it would turn ㎡ into m2 and ① into 1.
_TWINS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]+")

# Radicals that stand for a whole character and that NFKC leaves alone.
# Source: Unicode 15, EquivalentUnifiedIdeograph.txt.
_RADICALS = dict(
    zip(
        "⺁⺅⺇⺋⺎⺐⺗⺙⺝⺟⺠⺡⺦⺮⺼⺾⻁⻄⻅⻆⻉⻋⻌⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻳",
        "厂亻几卩兀尢㣺攵月母民氵丬竹月艹虎西见角贝车辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟",
        strict=True,
    )
)


def fold_compatibility(draft: Draft) -> Change:
    """Give each second code point its first: one character for one."""
    places = [found.span() for found in _TWINS.finditer(draft.text)]
    if not places:
        return unchanged(draft)
    text = draft.text.translate(_table())
    return Change(text, [place for place in places if _differs(draft.text, text, *place)])


def _differs(before: str, after: str, start: int, end: int) -> bool:
    return before[start:end] != after[start:end]


@cache
def _table() -> dict[int, str]:
    """Give the first code point of each second one, from NFKC and the list above."""
    blocks = (range(0x2E80, 0x2FD6), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
    table = {}
    for code in (code for block in blocks for code in block):
        first = _RADICALS.get(chr(code)) or unicodedata.normalize("NFKC", chr(code))
        if len(first) == 1 and first != chr(code):
            table[code] = first
    return table
