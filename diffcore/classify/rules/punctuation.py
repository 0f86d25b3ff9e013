"""Punctuation that means something else is exchanged, lost or added."""

from __future__ import annotations

import unicodedata

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.errors import Bilingual


def _match(case: Case) -> Answer | None:
    """Name a difference in which either side has punctuation and nothing else."""
    reads = case.reads
    is_only_marks = all(map(_is_mark, reads.base + reads.other))
    return Answer((Draft("punctuation", case.spans),)) if is_only_marks else None


def _is_mark(char: str) -> bool:
    """Say whether `char` is punctuation or a blank; signs of calculation and currency are not."""
    return char in "~|· " or unicodedata.category(char).startswith("P")


RULE = Rule(
    name="punctuation",
    kinds=("punctuation",),
    about="hunk",
    rank=70,
    source=Bilingual(
        "GB/T 15834—2011《标点符号用法》，4.4、4.5：逗号与顿号",
        "GB/T 15834—2011, 4.4 and 4.5: comma and enumeration comma",
    ),
    match=_match,
    fires=(
        ("检查[-、-]{+，+}登记、备案。", "punctuation"),
        ("依法处理[-；-]{+。+}", "punctuation"),
        ("经审查{+，+}符合条件的，予以批准。", "punctuation"),
        ("《关于修改〈港口办法〉[-、-]〈码头办法〉的决定》另行公布。", "punctuation"),
        ("[-“-]{+《+}示范办法[-”-]{+》+}另行制定。", "punctuation"),
    ),
    silent=("检查[-、-]{+和+}登记。", "占比[-5-]{+6+}%。"),
)
