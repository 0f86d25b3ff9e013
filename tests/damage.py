"""Damage that renditions of one text suffer, made to order and the same in every run.

Each function takes a clean text, one paragraph a line, and gives the text as another hand would
have passed it on: wrapped, paged, with other widths, without its figures, in the other script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain

from diffcore.chinese.characters import NEVER_FIRST, OPENER, display_width

# How page numbers are printed, by what they look like. `{n}` is the page, `{of}` the last one.
PAGE_NUMBERS = {
    "dashes": "— {n} —",
    "hyphens": "- {n} -",
    "plain": "{n}",
    "words": "第{n}页共{of}页",
    "residue": "— —",
    "none": "",
}


def wrap(text: str, width: int, blank_lines: int = 0, indent: str = "") -> str:
    """Break each paragraph into lines of `width` Han characters, as print does.

    No line begins with a mark that closes; no Latin word is cut. `blank_lines` are put between
    all lines, `indent` before each paragraph.
    """
    paragraphs = (indent + line.strip() for line in text.splitlines() if line.strip())
    lines = chain.from_iterable(_broken(paragraph, 2 * width) for paragraph in paragraphs)
    return ("\n" * (blank_lines + 1)).join(lines) + "\n"


def wrap_hard(text: str, width: int) -> str:
    """Break after every `width` characters, whatever they are: words and figures are cut too."""
    paragraphs = (line.strip() for line in text.splitlines() if line.strip())
    pieces = (
        paragraph[at : at + width]
        for paragraph in paragraphs
        for at in range(0, len(paragraph), width)
    )
    return "\n".join(pieces) + "\n"


def paginate(
    text: str, lines_a_page: int = 28, number: str = PAGE_NUMBERS["dashes"], head: str = "",
    page_end: str = "\n",
) -> str:  # fmt: skip
    """Put a page number and `page_end`, which may be a form feed, behind every page.

    `head` is printed on every page but the first.
    """
    lines = text.splitlines()
    pages = [lines[at : at + lines_a_page] for at in range(0, len(lines), lines_a_page)]
    printed = []
    for n, page in enumerate(pages, 1):
        foot = number.format(n=n, of=len(pages))
        printed.append(
            "\n".join([*([head] if head and n > 1 else []), *page, *([foot] if foot else [])])
        )
    return "".join(page + "\n" + page_end.removeprefix("\n") for page in printed)


def cut_columns(text: str, lines_a_column: int = 34, width: int = 20) -> str:
    """Break paragraphs only where a column ends: two-column print, read column by column."""
    room, pieces = lines_a_column, []
    for paragraph in (line.strip() for line in text.splitlines() if line.strip()):
        while -(-len(paragraph) // width) > room:
            pieces.append(paragraph[: room * width])
            paragraph, room = paragraph[room * width :], lines_a_column
        pieces.append(paragraph)
        room -= -(-len(paragraph) // width)
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def half_width(text: str) -> str:
    """Set brackets, commas, colons and the like half width, as some typesetters do."""
    return text.translate(str.maketrans("，：；！？（）％＋", ",:;!?()%+"))


def full_width(text: str) -> str:
    """Set ASCII letters, digits and signs full width."""
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


def strip_figures(text: str) -> str:
    """Lose every ASCII letter and digit, as text extraction does; a blank stays where they were."""
    return re.sub(" *[A-Za-z0-9]+(?:[ .][A-Za-z0-9]+)* *", " ", text)


def space_figures(text: str) -> str:
    """Set blanks around figures, as proportional print does."""
    return re.sub("(?<=[\u4e00-\u9fff])([0-9]+)(?=[\u4e00-\u9fff])", r" \1 ", text)


def to_traditional(text: str) -> str:
    """Convert to traditional script, character for character."""
    return str(_converter()(text))


@cache
def _converter() -> Callable[[str], object]:
    from opencc import OpenCC

    convert: Callable[[str], object] = OpenCC("s2t").convert
    return convert


_WORD = re.compile(
    f"[{re.escape(OPENER)}]*(?:[A-Za-z0-9.%+\\-]{{1,16}}|.)[{re.escape(NEVER_FIRST)}]*", re.DOTALL
)


def _broken(paragraph: str, columns: int) -> Iterator[str]:
    line, width = "", 0
    for found in _WORD.finditer(paragraph):
        word = found[0]
        if line and width + display_width(word) > columns:
            yield line.rstrip()
            line, width = "", 0
            word = word.lstrip(" ")
        line += word
        width += display_width(word)
    if line:
        yield line.rstrip()
