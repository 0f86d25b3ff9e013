"""The five kinds of dirt: the other text as five hands would pass it on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.accuracy.planting.places import to_simplified
from diffcore.errors import Bilingual
from tests.damage import PAGE_NUMBERS, half_width, paginate, strip_figures, to_traditional, wrap

# Characters of a line, as a gazette prints them.
LINE = 30
# Characters that the two scripts do not share, of a hundred, from which a text is traditional.
_TRADITIONAL = frozenset("條規關於應當與為業務機國會發經區學實員個門權")


class Dirt(NamedTuple):
    """One kind of dirt; `strips` says that every ASCII figure of the text is lost with it."""

    name: str
    title: Bilingual
    apply: Callable[[str], str]
    strips: bool = False


def is_traditional(text: str) -> bool:
    """Say whether a text is in traditional script."""
    return sum(char in _TRADITIONAL for char in text[:4000]) > len(text[:4000]) // 100


def _paged(text: str) -> str:
    return paginate(wrap(text, LINE, blank_lines=1))


def _stripped(text: str) -> str:
    bare = wrap(strip_figures(text), LINE, blank_lines=1)
    return paginate(bare, number=PAGE_NUMBERS["residue"])


def _converted(text: str) -> str:
    return to_simplified(text) if is_traditional(text) else to_traditional(text)


DIRTS = (
    Dirt("none", Bilingual("无", "none"), str),
    Dirt("wrapped and paged", Bilingual("断行、分页", "wrapped and paginated"), _paged),
    Dirt("half width", Bilingual("半角标点", "half width"), half_width),
    Dirt(
        "without figures",
        Bilingual("断行、分页、西文数字全失", "wrapped, paginated, all figures stripped"),
        _stripped,
        strips=True,
    ),
    Dirt("converted", Bilingual("转换繁简", "script converted"), _converted),
)


def convertible(paragraphs: Sequence[str]) -> list[str]:
    """Give the paragraphs that come back from the other script as they were.

    复核 is 覆核 or 複核 there: such a conversion is a change of words, and no dirt.
    """
    if is_traditional("\n".join(paragraphs)):
        return list(paragraphs)
    return [p for p in paragraphs if to_simplified(to_traditional(p)) == to_simplified(p) == p]
