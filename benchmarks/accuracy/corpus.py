"""The base texts of the benchmark: real laws, policies and pages, one paragraph an entry.

Only what is the words of a text is kept: no Markdown signs, no rules under headings, no comments,
no list of contents and no cells of tables that hold nothing but figures. A text of either script
keeps its script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from benchmarks.accuracy.texts import DATA, read_text

NEEDS = ("policy", "laws", "laws-tw", "formats")

# Characters of a text that are used; the longest laws would outweigh all others.
LENGTH_AT_MOST = 15_000

_SIGNS = re.compile(r"<!--.*?-->|\*\*|<br>|^#+ *|[  ]+$", re.MULTILINE | re.DOTALL)
_NO_WORDS = re.compile(r".*https?:|- |[-=]{3,}$|\||目录$|目 ?录$|目錄$")
_LABEL = "第[〇零一二三四五六七八九十百]+[條条]"
_BRANCH = re.compile(f"({_LABEL}) (?=之[一二三四五六七八九十])")
_BARE_LABEL = re.compile(f"{_LABEL}(?:之[一二三四五六七八九十]+)?$")
_HAN = re.compile("[\u4e00-\u9fff]")


class BaseText(NamedTuple):
    """A text by its name, its genre (law, law-tw, policy, page) and its paragraphs."""

    name: str
    genre: str
    paragraphs: tuple[str, ...]


def base_texts() -> tuple[BaseText, ...]:
    """Give all base texts, in one order: the newest version of each law, reports, pages."""
    return (*_policies(), *_laws(), *_laws_of_taiwan(), *_pages())


def _policies() -> Iterator[BaseText]:
    for path in sorted((DATA / "policy").glob("*年*.txt")) + sorted(
        (DATA / "policy").glob("*_*.txt")
    ):
        yield BaseText(path.stem, "policy", _cut(paragraphs_of(read_text(path)), 40_000))


def _laws() -> Iterator[BaseText]:
    for folder in sorted(path for path in (DATA / "laws").iterdir() if path.is_dir()):
        newest = max(folder.glob("*.md"))
        yield BaseText(folder.name, "law", _cut(paragraphs_of(read_text(newest))))


def _laws_of_taiwan() -> Iterator[BaseText]:
    for folder in sorted(path for path in (DATA / "laws-tw").iterdir() if path.is_dir()):
        newest = max(folder.glob("*/new.txt"))
        yield BaseText(folder.name, "law-tw", _cut(paragraphs_of(read_text(newest))))


def _pages() -> Iterator[BaseText]:
    for path in sorted((DATA / "formats" / "html_govcn").glob("*.html")):
        reader = _Paragraphs()
        reader.feed(read_text(path))
        reader.close()
        yield BaseText(path.stem, "page", _cut(paragraphs_of("\n".join(reader.lines()))))


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Give the paragraphs of a text; a label on a line of its own goes before the next one."""
    found: list[str] = []
    for line in _SIGNS.sub("", text).splitlines():
        words = _BRANCH.sub(r"\1", line.strip(" \t\u3000\u00a0"))
        if not _HAN.search(words) or _NO_WORDS.match(words):
            continue
        if found and _BARE_LABEL.match(found[-1]):
            words = f"{found.pop()}\u3000{words}"
        found.append(words)
    return tuple(found)


def _cut(paragraphs: tuple[str, ...], limit: int = LENGTH_AT_MOST) -> tuple[str, ...]:
    """Give the first paragraphs up to the length `limit`."""
    length, kept = 0, []
    for paragraph in paragraphs:
        length += len(paragraph)
        if length > limit:
            break
        kept.append(paragraph)
    return tuple(kept)


class _Paragraphs(HTMLParser):
    """Reads the paragraphs (<p>) of a page with the number of tables in which each stands.

    A page is laid out with tables, one in the other; what lies deeper is a table of the text.
    """

    def __init__(self) -> None:
        super().__init__()
        self._open = False
        self._depth = 0
        self._found: list[tuple[int, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph."""
        del attrs
        self._depth += tag == "table"
        if tag == "p":
            self._open = True
            self._found.append((self._depth, []))

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph."""
        self._depth -= tag == "table"
        if tag == "p":
            self._open = False

    def handle_data(self, data: str) -> None:
        """Keep words inside a paragraph."""
        if self._open:
            self._found[-1][1].append(data.replace("\n", ""))

    def lines(self) -> list[str]:
        """Give the paragraphs that stand in no table of the text."""
        lines = [(depth, "".join(pieces)) for depth, pieces in self._found]
        body = min((depth for depth, words in lines if words.strip()), default=0)
        return [words for depth, words in lines if depth == body]
