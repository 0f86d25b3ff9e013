"""The inline level of Markdown: emphasis, links, escapes, comments and HTML tags in the words.

Only what surely draws or links is markup. A tag must be an element of HTML (《<中华人民共和国
宪法>》 is text), the target of a link must look like one, stars must come in pairs on one line,
and underscores are left alone: `____年` is a form to fill in.
Source: CommonMark 0.31.2, chapter 6; HTML Living Standard, section 4, for the elements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SPECIAL = re.compile(r"[\\<&\[\]!*]")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_ENTITY_BLANK = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#12288|#x[aA]0|#x3000);")
_STARS = re.compile(r"\*+")

# What stands between the round brackets of a link: a path, an anchor or an address, then
# perhaps a title. 「[2021](试行)」 is none.
_TARGET = (
    r"\((?:<[^<>\r\n]*>"
    r"|(?:[#./]|[A-Za-z][\w+.-]*:|[\w%~-]+[./])[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)?"
    r"(?:[ \t]+\"[^\"\r\n]*\")?\)"
)
_LINK_OPEN = re.compile(r"!?\[(?=[^\[\]\r\n]*\]" + _TARGET + ")")
_LINK_CLOSE = re.compile(r"\]" + _TARGET)

# Elements that begin a paragraph, then those that stand inside one.
_TAG = re.compile(
    r"</?(?:(?P<block>address|article|blockquote|br|center|dd|div|dl|dt|footer|h[1-6]|header|hr|li"
    r"|main|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul)"
    r"|a|abbr|b|big|caption|cite|code|col|colgroup|del|em|font|i|img|ins|kbd|mark|q|s|samp|small"
    r"|span|strike|strong|sub|sup|td|th|tt|u|var)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
# What stands between two cells of a row: the row is one paragraph, however its source is set.
_CELL_END = re.compile(r"</t[dh]>\s*(?=<t[dh][\s>])", re.IGNORECASE)
_STYLE = re.compile(r"<(style|script)(?:\s[^<>]*)?>", re.IGNORECASE)
_LINE_END = re.compile(r"[ \t\u3000]*(?:\r\n|\r|\n|\Z)")


@dataclass(slots=True)
class Inlines:
    """What the inline level has found: ranges of markup, and paragraphs begun by tags.

    `never_closed` are closing signs that the rest of the text lacks: not to be sought again.
    """

    markup: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    never_closed: set[str] = field(default_factory=set)


def find_inlines(text: str, begin: int) -> Inlines:
    """Give the markup inside the words of `text` from offset `begin` on."""
    inlines = Inlines()
    stars: list[tuple[int, int]] = []
    special = _SPECIAL.search(text, begin)
    while special:
        at = special.start()
        sign = text[at]
        if sign == "*":
            end = _end_of(_STARS.match(text, at), at)
            stars.append((at, end))
        elif sign == "<":
            end = _take_tag(text, at, inlines)
        else:
            end = _take_mark(text, at, inlines)
        special = _SPECIAL.search(text, max(end, at + 1))
    inlines.markup.extend(_paired(text, stars))
    return inlines


def _end_of(found: re.Match[str] | None, at: int) -> int:
    return found.end() if found else at


def _take_mark(text: str, at: int, inlines: Inlines) -> int:
    """Note an escape, a blank written as an entity or a part of a link; give where to go on."""
    sign = text[at]
    if sign == "\\":
        found = _ESCAPE.match(text, at)
        end = at + 2 if found else at
    elif sign == "]":
        found = _LINK_CLOSE.match(text, at)
        end = _end_of(found, at)
    else:
        found = (_ENTITY_BLANK if sign == "&" else _LINK_OPEN).match(text, at)
        end = _end_of(found, at)
    if found:
        inlines.markup.append(found.span())
    return end


def _take_tag(text: str, at: int, inlines: Inlines) -> int:
    """Note a comment, a style sheet or a tag of HTML; give where to go on."""
    if text.startswith("<!--", at):
        return _take_until(text, at, "-->", inlines)
    style = _STYLE.match(text, at)
    if style:
        return _take_until(text, at, f"</{style[1]}>", inlines)
    cell_end = _CELL_END.match(text, at) if text.startswith("</", at) else None
    tag = cell_end or _TAG.match(text, at)
    if not tag:
        return at
    inlines.markup.append(tag.span())
    if tag.re is _TAG and tag["block"]:
        line_end = _LINE_END.match(text, tag.end())
        inlines.starts.append(_end_of(line_end, tag.end()))
    return tag.end()


def _take_until(text: str, at: int, closing: str, inlines: Inlines) -> int:
    """Note everything from `at` to `closing` as markup, nothing where it is never closed."""
    found = -1 if closing in inlines.never_closed else text.find(closing, at)
    if found < 0:
        inlines.never_closed.add(closing)
        return at
    inlines.markup.append((at, found + len(closing)))
    return found + len(closing)


def _paired(text: str, stars: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the runs of one to three stars that have a partner of their length on their line."""
    pairs: list[tuple[int, int]] = []
    waiting: dict[int, tuple[int, int]] = {}
    for run in stars:
        length = run[1] - run[0]
        opener = waiting.pop(length, None)
        if opener and length <= 3 and _embraces(text, opener, run):
            pairs += [opener, run]
        else:
            waiting[length] = run
    return pairs


def _embraces(text: str, opener: tuple[int, int], closer: tuple[int, int]) -> bool:
    """Ask whether two runs of stars emphasise what stands between them on one line.

    A single star must touch words inside and no figure outside: 「300*2*5」 multiplies.
    """
    inside = text[opener[1] : closer[0]]
    if "\n" in inside or "\r" in inside or not inside.strip():
        return False
    if closer[1] - closer[0] > 1:
        return True
    outside = text[max(opener[0] - 1, 0) : opener[0]] + text[closer[1] : closer[1] + 1]
    return inside == inside.strip() and not any(
        sign.isascii() and sign.isalnum() for sign in outside
    )
