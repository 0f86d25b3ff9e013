"""The articles of a version of the corpus, cut by its own marks and not by the tool."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.accuracy.texts import read_text
from diffcore.chinese.numerals import parse_numeral

Articles = dict[str, str]

_HEAD = re.compile(
    r"^第([零〇一二三四五六七八九十百千]+)[条條] *(?:之([一二三四五六七八九十]+))?[^\n]*\n-+\n",
    re.M,
)

# What stands under the number of an article that an earlier revision struck out.
_STRUCK_OUT = re.compile(r"[（(]刪除[）)]")


def articles(path: Path) -> Articles:
    """Give the articles of a version of the corpus, by number, without blanks."""
    parts = _HEAD.split(read_text(path))
    found = {}
    for numeral, branch, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        name = (
            f"{parse_numeral(numeral)}-{parse_numeral(branch)}"
            if branch
            else str(parse_numeral(numeral))
        )
        found[name] = "".join(re.sub(r"^第.+[章節編].*\n=+$", "", text, flags=re.M).split())
    return found


def struck_out(path: Path) -> frozenset[str]:
    """Give the articles that are a number without words: nothing can come from them."""
    found = articles(path)
    return frozenset(name for name, text in found.items() if _STRUCK_OUT.fullmatch(text))
