"""What a covering notice says that it prints behind itself: 关于印发…的通知, 现将《…》印发."""

from __future__ import annotations

import re
from functools import cache

from diffcore.structure.paragraphs import Paragraph


def enclosed_by_title(key: str) -> set[str]:
    """Give the title that a title names: 关于印发…方案的通知."""
    match = re.search(
        r"(?:关于(?:印发|转发|发布|公布|批准)|[批转]转|转发)(.+)的(?:通知|决定|公告|批复)$", key
    )
    if match is None:
        return set()
    # 转发某局关于…的请示: the office is no part of the enclosed title.
    return {match[1], match[1][max(match[1].find("关于"), 0) :]}


def enclosed_by_words(text: str, paragraph: Paragraph) -> set[str]:
    """Give the titles that a paragraph of a covering notice names: 现将《…》印发给你们."""
    return {
        re.sub(r"\W+", "", name)
        for match in _enclosing_pattern().finditer(text, paragraph.start, paragraph.end)
        for name in re.findall(r"《(.{2,80}?)》(?!第)", match[0])
    }


@cache
def _enclosing_pattern() -> re.Pattern[str]:
    return re.compile(r"《[^。\n]{2,120}》[^。《\n]{0,90}?(?:印发|转发|公布|发布)")
