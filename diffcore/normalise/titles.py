"""Titles of official documents and 题注 below them: which line ends one and which goes on.

Source: GB/T 9704—2012, 7.3.1: a title is organ, 关于, matter, genre.
"""

from __future__ import annotations

import re

# A title is no longer (characters).
TITLE_AT_MOST = 120

_ORGAN = re.compile("(?:政府|国务院|國務院|中央|委员会|办公厅|办公室|[厅局部院委会处署])$")
_GENRE = re.compile(
    "(?:通知|意见|决定|办法|规定|条例|方案|纲要|细则|公告|通告|批复|函|报告|决议|规划|计划|要点"
    "|解释|规则|章程|标准|规范|指南|制度|措施|命令|法)(?:[（(][^（()）]{1,12}[）)])?$"
)
# A title may enumerate (甲局、乙局关于…、…的解释), but it has no other mark that parts words.
_NOT_IN_TITLE = re.compile("[，。；：？！,;:?!]")
_CLOSED_GENRE = re.compile("的(?:通知|意见|决定|公告|通告|批复|函|报告|决议|命令|解释|规定|办法)$")
# What stands below a title: its history, number or addressees, or the first words of the text.
_BELOW_TITLE = re.compile(
    "[（(][^（()）]*年|[^。，]{2,12}[〔［\\[][0-9０-９]{4}|[12１２][0-9０-９]{3}年"
    "|(?:为|根据|依据|依照|按照|遵照|现|经)[^，。]|各[^，。]*[：:、，]|[^，。；]{2,}[：:]$"
)
# With these a sentence goes on behind the name of a document.
_BEHIND_NAME = re.compile(
    "[的和与及或等中所要并后以在已由是将外内]|(?:规定|要求|精神|执行|办理|实施|施行|公布|印发|试行|进行)"
)

# The history of a law (题注) is a line for each act; the lines below its parts begin so.
HISTORY_PARTS_BEFORE = "12１２根自为依按现"
_ENACTED = re.compile("(?:通过|公布|发布|修正|修订|施行|通過|修訂)$")
_DATED = re.compile("根据|自?[12１２][0-9０-９]{3}年")
_DAY = re.compile(r"[0-9０-９]{4}\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日(?!起)")
_PREAMBLE = re.compile("为|依据|依照|按照|现[就将对]")


def is_author(line: str) -> bool:
    """Tell whether `line` ends with an office, as the first line of a title may."""
    return _ORGAN.search(line) is not None


def ends_with_genre(line: str) -> bool:
    """Tell whether `line` ends with a kind of document: 通知, 条例（试行）."""
    return _GENRE.search(line) is not None


def goes_on(title: str, below: str) -> bool:
    """Tell whether a title that has begun is completed by the line `below` it."""
    is_begun = "关于" in title or title == "中华人民共和国"
    return is_begun and not ends_with_genre(title) and ends_with_genre(below)


def is_whole(line: str, below: str) -> bool:
    """Tell whether `line`, which enumerates (甲局、乙局关于…的解释), is a title and complete.

    Without 关于 in it, what stands `below` must be what stands below titles.
    """
    if len(line) > TITLE_AT_MOST or not _GENRE.search(line) or _NOT_IN_TITLE.search(line):
        return False
    if _BELOW_TITLE.match(below):
        return True
    if "关于" not in line or _BEHIND_NAME.match(below):
        return False
    return _CLOSED_GENRE.search(line) is not None or not _GENRE.search(below)


def parts_history(above: str, below: str) -> bool:
    """Tell whether a paragraph `above` ends before a line of 题注, or is one and ends.

    `above` is what stands of the paragraph, `below` the next line.
    """
    if _ENACTED.search(above):
        is_history = _DAY.match(above) is not None and _PREAMBLE.match(below) is not None
        return _DATED.match(below) is not None or is_history
    is_title = len(above) <= TITLE_AT_MOST and not _NOT_IN_TITLE.search(above)
    return is_title and _DAY.match(below) is not None and ends_with_genre(above)
