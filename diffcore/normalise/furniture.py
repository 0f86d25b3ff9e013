"""Page furniture (页眉页脚页码): page numbers and their residue, running heads, rules.

Furniture stands where pages meet, so it leaves a form feed behind: the sign, for the fold of
line ends, that the gap it stood in is a page break and says nothing about paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from diffcore.chinese.characters import CLOSER, DASH, FINAL, OPENER
from diffcore.chinese.labels import find_label
from diffcore.normalise.folding import Change, Draft, carry_out
from diffcore.normalise.leaders import leader_edits
from diffcore.normalise.lines import Line, lines_of
from diffcore.offsets import Edit
from diffcore.places import UNMAPPED_MARK

# Columns. A running head or a page number is not wider.
FURNITURE_AT_MOST = 64

# A running head is on so many pages at least.
HEADS_AT_LEAST = 3

# A running head without a page number beside it is so much narrower than the full line before it,
# as a share of that: an almost full line is one of the text, even where it comes three times
# (the items of a law repeat each other). Range 0.5..1.
NARROWER_THAN = 0.9

# Lines on either side among which one of running text is as wide as the print. Range 3..20.
NEAR = 5

# Characters between two page numbers that follow one another: a page is neither emptier nor
# fuller. Numbers of table rows stand closer together.
PAGE_AT_LEAST, PAGE_AT_MOST = 200, 6000

# A number between dashes, the dashes that are left of it, the number of a page in words. A digit
# may be drawn and have no character.
_DIGIT = f"[0-9０-９{UNMAPPED_MARK}]"
_NUMBERED = re.compile(
    f"[{DASH}·•]+\\s*(?:{_DIGIT}{{1,4}}\\s*)?[{DASH}·•][{DASH}·•\\s]*"
    f"|第\\s*{_DIGIT}{{0,4}}\\s*[页頁](?:\\s*[,，/／]?\\s*共\\s*{_DIGIT}{{0,4}}\\s*[页頁])?"
    r"|[Pp]age\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
)
_RULE = re.compile(r"[=_*~#＝＿]{3,}|[-－—─━═]{5,}")
# A number by itself, or with that of the last page.
_LONE = re.compile(r"(\d{1,3})(?:\s*[/／]\s*\d{1,4})?")
_UNREADABLE = re.compile(f"{UNMAPPED_MARK}{{1,3}}(?:\\s*[/／]\\s*{UNMAPPED_MARK}{{1,4}})?")
# What a page number looks like where the font maps digits to letters that no Chinese text is
# written in (Latin with accents to Greek extended, private use).
_MAPPED = re.compile(f"[{DASH}·•\\s]*([\u00c0-\u1fff\ue000-\uf8ff]{{1,3}})[{DASH}·•\\s]*")
DIGITS = 10

# Share of the running heads that stand a page apart; a page may hold a table or be nearly empty.
APART_AT_LEAST = 0.9
_COUNTED = "年月日号%％个個名万萬亿億倍元项項家所类類天周时時分秒米条條"
_PERIODICAL = re.compile("公报|公報|汇编|彙編|简报|專刊|专刊")
_ENCLOSURE = re.compile("附|表|图|圖|第")
_NO_HEAD = re.compile("附|表|图|圖")
_TEXT_MARK = re.compile("[，。；：！？,;:]")


def fold_furniture(draft: Draft) -> Change:
    """Take away what stands on pages and belongs to no text."""
    text = draft.text
    every = lines_of(text)
    rules = [line for line in every if _RULE.fullmatch(text, line.start, line.end)]
    ruled = frozenset(line.start for line in rules)
    lines = [line for line in every if line.start not in ruled]
    edits = [Edit(line.start, line.end, "") for line in rules]
    furniture = _furniture(text, lines) | _told_by_format(draft, lines)
    edits += [Edit(lines[i].start, lines[i].end, "\f") for i in furniture]
    kept = (line for i, line in enumerate(lines) if i not in furniture)
    edits += leader_edits(text, kept)
    return carry_out(draft, sorted(edits))


def _told_by_format(draft: Draft, lines: Sequence[Line]) -> set[int]:
    """Give the lines that the file format itself calls a header or a footer."""
    spans = sorted(draft.source.furniture)
    found, at = set[int](), draft.offsets.folded_at
    ranges = [(at(span.start), at(span.end)) for span in spans]
    starts = [line.start for line in lines]
    for start, end in ranges:
        found.update(range(bisect_left(starts, start), bisect_left(starts, end)))
    return found


def _furniture(text: str, lines: Sequence[Line]) -> set[int]:
    short = [i for i, line in enumerate(lines) if line.width <= FURNITURE_AT_MOST]
    pages = {i for i in short if _NUMBERED.fullmatch(text, lines[i].start, lines[i].end)}
    pages |= set(_lone_numbers(text, lines, short))
    pages |= set(_mapped_numbers(text, lines, short))
    pages |= {
        i
        for i in short
        if _UNREADABLE.fullmatch(text, lines[i].start, lines[i].end)
        and _is_at_page_break(text, lines, i)
    }
    return pages | set(_running_heads(text, lines, short, frozenset(pages)))


def _lone_numbers(text: str, lines: Sequence[Line], short: Iterable[int]) -> list[int]:
    """Give the lines that hold a number only, and count pages."""
    lone = [i for i in short if _LONE.fullmatch(text, lines[i].start, lines[i].end)]
    last: dict[int, int] = {}  # the last line with each number
    before: dict[int, int] = {}  # for a page number, that of the page before
    after: dict[int, int] = {}
    for i in lone:
        number = _number_of(text, lines[i])
        previous = last.get(number - 1)
        last[number] = i
        if previous is None:
            continue
        distance = lines[i].start - lines[previous].end
        at_least = 0 if i + 1 == len(lines) and previous in before else PAGE_AT_LEAST
        if at_least <= distance <= PAGE_AT_MOST:
            before[i], after[previous] = previous, i
    return [
        i
        for i in lone
        if (i in before and i in after)
        or _is_at_page_break(text, lines, i)
        or ((i in before or i in after) and not _goes_on(text, lines, i))
    ]


def _number_of(text: str, line: Line) -> int:
    match = _LONE.match(text, line.start, line.end)
    return int(match[1]) if match else 0


def _mapped_numbers(text: str, lines: Sequence[Line], short: Iterable[int]) -> list[int]:
    """Give the lines that stand a page apart and are written with ten letters of their own.

    So page numbers look whose font maps its digits to other characters (ϭ, Ϯ, ϯ for 1, 2, 3).
    No two neighbours are alike, and only the last page may be nearly empty.
    """
    found = [
        (i, match[1])
        for i in short
        if (match := _MAPPED.fullmatch(text, lines[i].start, lines[i].end))
    ]
    places = [i for i, _ in found]
    if len(found) < HEADS_AT_LEAST or len(set("".join(word for _, word in found))) > DIGITS:
        return []
    is_counted = all(one[1] != two[1] for one, two in pairwise(found))
    whole = places[: len(places) - (places[-1] + 1 == len(lines))]
    return places if is_counted and _are_apart(lines, whole) else []


def _is_at_page_break(text: str, lines: Sequence[Line], i: int) -> bool:
    if i + 1 == len(lines):
        return lines[i].is_paged or "\f" in text[lines[i].end :]
    return lines[i].is_paged or lines[i + 1].is_paged


def _goes_on(text: str, lines: Sequence[Line], i: int) -> bool:
    """Tell whether the number in line `i` is counted in the next line: 12 / 个月."""
    return i + 1 < len(lines) and text[lines[i + 1].start] in _COUNTED


_MASKED = re.compile(r"\d+|\s+")


def _running_heads(
    text: str, lines: Sequence[Line], short: Iterable[int], pages: frozenset[int]
) -> list[int]:
    """Give the lines that stand, the same but for figures, at the top or foot of pages."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    heads = _heads_of_pages(text, lines, short, pages)
    for i in short:
        if i not in pages and not _TEXT_MARK.search(text, lines[i].start, lines[i].end):
            alike[_MASKED.sub("", text[lines[i].start : lines[i].end])].append(i)
    for masked, places in alike.items():
        is_repeated = len(places) > 1 or places[0] - 1 in pages
        if masked and is_repeated and not _ENCLOSURE.match(masked):
            heads += _heads_among(text, lines, places, pages)
    return heads


def _heads_of_pages(
    text: str, lines: Sequence[Line], short: Iterable[int], pages: frozenset[int]
) -> list[int]:
    """Give the equal lines beside page numbers, of whatever words: chapters are printed so, too.

    From the first on they stand nowhere else, and on every other page at least up to the last.
    What could be the heading itself, printed on top of a page, stays: where it reads like text and
    the page before does not have its words.
    """
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for i in short:
        words = text[lines[i].start : lines[i].end]
        if i not in pages and not _NO_HEAD.match(words):
            alike[words].append(i)
    numbers = sorted(pages)
    heads: list[int] = []
    for words, places in alike.items():
        if len(places) < HEADS_AT_LEAST:
            continue
        at_page = [i for i in places if i - 1 in pages or i + 1 in pages]
        if len(at_page) < HEADS_AT_LEAST or places[-len(at_page) :] != at_page:
            continue
        turned = bisect_right(numbers, at_page[-1]) - bisect_right(numbers, at_page[0])
        if turned <= 2 * (len(at_page) - 1):
            first = lines[places[0]]
            is_new = places[0] == at_page[0] and (
                text.find(words, max(0, first.start - PAGE_AT_MOST), first.start) < 0
            )
            is_heading = is_new and _reads_like_text(text, first)
            heads += at_page[is_heading:]
    return heads


def _heads_among(
    text: str, lines: Sequence[Line], places: Sequence[int], pages: frozenset[int]
) -> list[int]:
    """Give those of equal lines that are running heads.

    The first of them may be the title that the others repeat, and so may all before the first
    page break: a title may be printed twice. They are judged by themselves.
    """
    line, is_often = lines[places[0]], len(places) >= HEADS_AT_LEAST
    # 公报 stands in sentences, too: a full line that has it is one of the text.
    is_periodical = _PERIODICAL.search(text, line.start, line.end) is not None and all(
        _is_narrow(lines, i) for i in places
    )
    if _reads_like_text(text, line) or not (is_periodical or is_often):
        return []
    at_break = [i for i in places if _stands_at_break(text, lines, i, pages)]
    if set(at_break) >= set(places[1:]):
        return at_break
    if len(at_break) >= HEADS_AT_LEAST and set(at_break) >= {i for i in places if i > at_break[0]}:
        return at_break
    if is_periodical and is_often and _are_apart(lines, places):
        return list(places)
    parting = [i for i in places if _parts_a_sentence(text, lines, i)]
    if len(parting) < 2 or len(parting) * 3 < len(places) or not _are_apart(lines, places):
        return []
    return [*(places[:1] if is_periodical or places[0] in parting else ()), *places[1:]]


def _stands_at_break(text: str, lines: Sequence[Line], i: int, pages: frozenset[int]) -> bool:
    return i - 1 in pages or i + 1 in pages or _is_at_page_break(text, lines, i)


def _reads_like_text(text: str, line: Line) -> bool:
    """Tell whether a line could be a piece of the text: it has a label or half a bracket."""
    words = text[line.start : line.end]
    is_balanced = all(words.count(a) == words.count(b) for a, b in ("（）", "()", "《》", "“”"))
    return not is_balanced or find_label(text[line.start : line.end]) is not None


def _are_apart(lines: Sequence[Line], places: Sequence[int]) -> bool:
    near = sum(lines[b].start - lines[a].end < PAGE_AT_LEAST for a, b in pairwise(places))
    return near <= (1 - APART_AT_LEAST) * len(places)


def _is_narrow(lines: Sequence[Line], i: int) -> bool:
    """Tell whether line `i` is narrower than the widest line near it, which a full line is not."""
    near = (*lines[max(0, i - NEAR) : i], *lines[i + 1 : i + 1 + NEAR])
    return lines[i].width <= NARROWER_THAN * max((line.width for line in near), default=0)


def _parts_a_sentence(text: str, lines: Sequence[Line], i: int) -> bool:
    """Tell whether the text around line `i` goes on as if the line were not there."""
    if i == 0 or i + 1 == len(lines):
        return False
    before, after = lines[i - 1], lines[i + 1]
    return (
        text[before.end - 1] not in FINAL + CLOSER
        and lines[i].width <= NARROWER_THAN * before.width
        and text[after.start] not in OPENER
        and find_label(text[after.start : min(after.end, after.start + FURNITURE_AT_MOST)]) is None
    )
