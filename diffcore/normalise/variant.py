"""Traditional and simplified script (繁简异体), folded with OpenCC `t2s`.

Only `t2s` may serve as a fold: it keeps the length, where `tw2s` and the `…p` configurations
exchange words (程序, 建立). It looks at context (乾隆), so the text is converted whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from diffcore.chinese.characters import is_han
from diffcore.errors import Bilingual
from diffcore.model import Notice
from diffcore.normalise.folding import Change, Draft, unchanged

# Halves of characters, which a damaged file may hold and OpenCC does not take.
_SURROGATES = re.compile("([\ud800-\udfff]+)")

# Where the second level of GB 2312 begins: rarer characters, in order of their radicals.
_SECOND_LEVEL = b"\xd8\xa1"


def fold_variant(draft: Draft) -> Change:
    """Give traditional characters their simplified form, one for one.

    What OpenCC keeps for the sake of a phrase is converted as well where it is rare in simplified
    script (用於單獨), and stays where it is not (乾隆).

    In a simplified text only characters that GB 2312 lacks are touched: 乾, 著, 於 and 坯 are
    correct there, and may be what the texts differ in.
    """
    strays = _outside(set(draft.text), "gb2312")
    if not strays:
        return unchanged(draft)
    is_traditional = draft.script == "traditional"
    rare = _rare(set(draft.text)) if is_traditional else strays
    converted = _loosen(_simplify(draft.text), rare)
    if len(converted) != len(draft.text):
        return Change(draft.text, (), notices=(_NOT_FOLDED,))
    if is_traditional:
        return Change(converted, list(_runs(_unlike(draft.text, converted))))
    pattern = re.compile(f"[{strays}]")
    places = [found.start() for found in pattern.finditer(draft.text)]
    places = [at for at in places if draft.text[at] != converted[at]]
    return Change(_put(draft.text, converted, places), list(_runs(places)))


def _rare(characters: Iterable[str]) -> str:
    """Give the Han characters that are rare in simplified script, or not of it: 於, 徵, 餘.

    GB 2312 has the frequent ones in its first level; 乾 and 著 are among them.
    """
    return "".join(char for char in sorted(characters) if is_han(char) and not _is_frequent(char))


@cache
def _is_frequent(char: str) -> bool:
    return _has("gb2312", char) and char.encode("gb2312") < _SECOND_LEVEL


def _loosen(converted: str, rare: str) -> str:
    """Convert those of the `rare` characters, too, that a phrase of OpenCC has kept.

    It keeps them in names (於單) and terms of music (徵調) without regard to the borders of
    words, so in 用於單獨 and 徵調車輛 as well.
    """
    alone = _simplify("\n".join(rare)).split("\n")
    pairs = zip(rare, alone, strict=True)
    return converted.translate({ord(a): b for a, b in pairs if a != b and len(b) == 1})


def script_of(text: str) -> str:
    """Give "traditional" where characters only of that script prevail, else "simplified".

    A character belongs to one script only where one of GB 2312 and Big5 has it and the other
    does not.
    """
    counts = Counter(text)
    lacking = _outside(counts, "gb2312")
    traditional = sum(counts[char] for char in lacking if _has("big5", char))
    simplified = 0
    # The most frequent characters decide it soon; asking for all of them would take as long again.
    for char, count in counts.most_common():
        if simplified >= traditional:
            return "simplified"
        if is_han(char) and _has("gb2312", char) and not _has("big5", char):
            simplified += count
    return "simplified" if simplified >= traditional else "traditional"


_NOT_FOLDED = Notice(
    "normalise",
    None,
    Bilingual(
        "繁简转换改变了文本长度，本文未作繁简归并",
        "script conversion changed the length of the text, so script variants were not folded",
    ),
)


def _outside(characters: Iterable[str], charset: str) -> str:
    """Give the Han characters among `characters` that `charset` lacks, in order."""
    return "".join(char for char in sorted(characters) if is_han(char) and not _has(charset, char))


@cache
def _has(charset: str, char: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _simplify(text: str) -> str:
    # Imported late: the dictionaries take 40 ms, and most pairs need none.
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    pieces: list[str] = _SURROGATES.split(text)
    pieces[::2] = [str(convert(piece)) for piece in pieces[::2]]
    return "".join(pieces)


def _unlike(before: str, after: str) -> list[int]:
    return [i for i, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]


def _put(text: str, converted: str, places: Iterable[int]) -> str:
    pieces: list[str] = []
    copied = 0
    for at in places:
        pieces += text[copied:at], converted[at]
        copied = at + 1
    return "".join((*pieces, text[copied:]))


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give rising places as half-open runs of neighbours."""
    start = end = -1
    for at in places:
        if at != end:
            if end > start:
                yield start, end
            start = at
        end = at + 1
    if end > start:
        yield start, end
