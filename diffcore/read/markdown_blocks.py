"""The block level of Markdown: which lines begin a paragraph, and what in them only draws.

One walk over the lines. A paragraph begins for certain at the start of the text, behind a blank
line, a heading, a rule or a hard line break, at a heading, a list item or a table row. Offsets of
beginnings are those of the line, in front of its marks. Source: CommonMark 0.31.2, chapters 4, 5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# A line of YAML front matter: a key, a list item, a continued line, a comment or a blank line.
_YAML_LINE = re.compile(r"[\w-]+[ \t]*:|[ \t]*(?:-[ \t]|#|$)|[ \t]+\S")
_YAML_BEGIN = re.compile(r"---[ \t]*$")
_YAML_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
# A figure behind the sign makes it "greater than" rather than a quote mark.
_QUOTE = re.compile(r"(?:[ \t]{0,3}>(?!=|\d(?!\d{3}年|\.\s))[ \t]?)+")
# 「#1号机组」 is no heading: where the sign touches a figure, it is one of the words.
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}(?:[ \t\u3000]+|(?=[^\s#\d])|$)")
_HEADING_CLOSE = re.compile(r"[ \t]+#+[ \t]*$")
_RULE = re.compile(r"[ \t]{0,3}(?:={2,}|-{2,}|(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|_{3,})[ \t]*$")
# 「- 5 -」 is a page number and no list item.
_BULLET = re.compile(r"[ \t\u3000]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)(?![ \t\d]*-[ \t]*$)")
_ORDERED = re.compile(r"[ \t\u3000]*\d{1,9}[.)][ \t]")
_FENCE = re.compile(r"[ \t]{0,3}(?:`{3,}|~{3,})[^`]*$")
_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\]\r\n]+\]:[ \t]*(?:https?:|[./#<])\S*[^\r\n]*$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PIPE = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")
# Two blanks, or one backslash, at the end of a line break it.
_HARD_BREAK = re.compile(r"(?:[ \t]{2,}|\\)$")


@dataclass(slots=True)
class Blocks:
    """What the block level has found: ranges of markup, beginnings, and where the words begin."""

    markup: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    content: int = 0


@dataclass(slots=True)
class _Place:
    """Where the walk stands: the line in hand, the line before, and what they belong to."""

    start: int = 0
    end: int = 0
    previous: tuple[int, int] | None = None
    is_fresh: bool = True
    is_table: bool = False


def find_blocks(text: str) -> Blocks:
    """Give the markup and the beginnings of paragraphs that the lines of `text` show."""
    blocks = Blocks()
    blocks.content = _end_of_front_matter(text)
    if blocks.content:
        blocks.markup.append((0, blocks.content))
    place = _Place()
    for line in _LINE.finditer(text, blocks.content):
        place.start, place.end = line.span(1)
        _take_line(text, place, blocks)
    return blocks


def _end_of_front_matter(text: str) -> int:
    """Give the offset behind the front matter at the top of `text`, 0 where there is none."""
    lines = _LINE.finditer(text)
    first = next(lines)
    if not _YAML_BEGIN.match(text, *first.span(1)):
        return 0
    for line in lines:
        if _YAML_END.match(text, *line.span(1)):
            return line.end()
        if line.end() == len(text) or not _YAML_LINE.match(text, *line.span(1)):
            return 0
    return 0


def _take_line(text: str, place: _Place, blocks: Blocks) -> None:
    """Note one line: its quote marks, then whatever kind of line it is."""
    at = place.start
    quote = _QUOTE.match(text, at, place.end)
    if quote:
        at = quote.end()
        blocks.markup.append(quote.span())
    first = text[at : place.end].lstrip()[:1]
    if not first:
        place.is_fresh, place.is_table, place.previous = True, False, None
        return
    is_rule = first in "=-*_|:" and _take_rule(text, at, place, blocks)
    if not is_rule:
        _take_words(text, at, first, place, blocks)


def _take_rule(text: str, at: int, place: _Place, blocks: Blocks) -> bool:
    """Note a line that holds no words: a rule, an underline or the rule of a table."""
    before = place.previous
    is_table = before is not None and "|" in text[before[0] : before[1]]
    if is_table and before and _TABLE_RULE.match(text, at, place.end):
        blocks.markup.append((at, place.end))
        _take_row(text, *before, blocks)
        place.is_table = place.is_fresh = True
        return True
    if not _RULE.match(text, at, place.end) or (text[at] == "=" and before is None):
        return False
    blocks.markup.append((at, place.end))
    if before is not None:
        blocks.starts.append(before[0])
    place.is_fresh, place.previous = True, None
    return True


def _take_words(text: str, at: int, first: str, place: _Place, blocks: Blocks) -> None:
    """Note a line of words: a heading, a list item, a table row or running text."""
    begins = place.is_fresh
    place.is_fresh = False
    if first == "#" and (mark := _HEADING.match(text, at, place.end)):
        blocks.markup.append(mark.span())
        close = _HEADING_CLOSE.search(text, mark.end(), place.end)
        if close:
            blocks.markup.append(close.span())
        begins = place.is_fresh = True
    elif first in "-*+" and (mark := _BULLET.match(text, at, place.end)):
        blocks.markup.append(mark.span())
        begins = True
    elif first in "`~[" and _takes_whole_line(text, at, place.end):
        blocks.markup.append((at, place.end))
        begins = place.is_fresh = True
    elif place.is_table:
        _take_row(text, at, place.end, blocks)
        begins = True
    elif first.isdigit() and _ORDERED.match(text, at, place.end):
        begins = True
    if begins:
        blocks.starts.append(place.start)
    _take_hard_break(text, at, place, blocks)
    place.previous = (place.start, place.end)


def _takes_whole_line(text: str, at: int, end: int) -> bool:
    """Ask whether a line is a code fence or the definition of a link."""
    return bool(_FENCE.match(text, at, end) or _DEFINITION.match(text, at, end))


def _take_row(text: str, start: int, end: int, blocks: Blocks) -> None:
    """Note the bars of a table row."""
    blocks.markup.extend(bar.span() for bar in _PIPE.finditer(text, start, end))


def _take_hard_break(text: str, at: int, place: _Place, blocks: Blocks) -> None:
    """Note the blanks or the backslash that end a line for certain."""
    if text[place.end - 1] not in " \t\\":
        return
    tail = place.end - len(text[at : place.end]) + len(text[at : place.end].rstrip(" \t"))
    if _HARD_BREAK.match(text, min(tail, place.end - 1), place.end):
        blocks.markup.append((min(tail, place.end - 1), place.end))
        place.is_fresh = True
