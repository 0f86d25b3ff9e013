"""Which lines of a page are the document, and which the site prints around it.

The article is the smallest block that holds nearly all words that neither link nor belong to a
site; known names of containers are hints and no more. It grows while nothing of a site comes in.
From outside come the title, the number and the table that describes the document (著录). Inside,
only at its head and tail, lines are taken away that are surely of the site. All that is left out
is listed for the notice: nothing goes without a word.
Source: the idea of text density is that of Sun, Song and Liao, "DOM Based Content Extraction via
Text Density" (SIGIR 2011).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from diffcore.chinese.labels import find_label
from diffcore.read.html import names
from diffcore.read.html.lines import Line, Region

# Shares (0..1) of the page's words, without links and site words, that the article holds: of a
# block known by its name, and of any other. The articles of data/formats/html_govcn and of the
# sites of benchmarks/accuracy/formats hold 1.0; what is left of a site beside a page of ten lines,
# a tenth.
KNOWN_AT_LEAST = 0.6
ANY_AT_LEAST = 0.9
# Of two blocks known by name, one in the other, the inner one is meant where it holds so much.
INNER_AT_LEAST = 0.95
# A block with the class of a menu that holds so much of the words is more than a menu.
MENU_AT_MOST = 0.2
# Share of a line's characters that link where the line is one of navigation.
LINKED_AT_LEAST = 0.6
# Share of a page's characters that link or are site words, where the whole page is taken for the
# article, above which that is said.
FOREIGN_AT_MOST = 0.2
# Characters from which a line with a sentence mark is one of running text.
PROSE_AT_LEAST = 30
# Characters of a title that tell it from any other line.
TITLE_AT_LEAST = 6
TITLE_AT_MOST = 80
# A title stands in so many lines at the head of its article, and is broken into so many.
TITLE_LINES, TITLE_PARTS = 8, 4


class Article(NamedTuple):
    """The lines of the document by their numbers, and those left out.

    `is_certain` is false where the whole page is taken for want of a block that holds the text.
    """

    kept: tuple[int, ...]
    left_out: tuple[int, ...]
    is_certain: bool


def find_article(
    lines: Sequence[Line], regions: Sequence[Region], titles: Iterable[str]
) -> Article:
    """Give the lines of the document that a page prints; `titles` are what the page calls it."""
    page = _Page(lines, regions, tuple(filter(None, map(names.key_of, titles))))
    core = page.core()
    kept = page.trimmed(core) | page.outside(core)
    left_out = tuple(i for i in range(len(lines)) if i not in kept)
    is_whole = core.last - core.first == len(lines)
    if is_whole and page.foreign_share() > FOREIGN_AT_MOST:
        return Article(tuple(range(len(lines))), (), is_certain=False)
    return Article(tuple(sorted(kept)), left_out, is_certain=True)


def _squeezed(text: str) -> str:
    return "".join(text.split())


class _Page:
    """The lines of a page, asked what they are."""

    def __init__(
        self, lines: Sequence[Line], regions: Sequence[Region], titles: tuple[str, ...]
    ) -> None:
        self._lines, self._regions, self._titles = lines, regions, titles
        self._words = [_squeezed(line.text) for line in lines]
        self._is_record = [
            names.is_record(line.text) and not names.is_of_site(words)
            for line, words in zip(lines, self._words, strict=True)
        ]
        self._is_linked = [
            line.links >= LINKED_AT_LEAST * line.size
            and words[-1] not in names.ENDS_SENTENCE
            and not names.is_attachment(words)
            for line, words in zip(lines, self._words, strict=True)
        ]
        self._is_no_text = [names.is_no_text(words) for words in self._words]
        self._is_menu = [False] * len(lines)
        self._sums = self._weigh()
        self._mark_menus()
        self._sums = self._weigh()
        self._is_foreign = [self._looks_foreign(i) for i in range(len(lines))]
        self._foreign = [0, *accumulate(self._is_foreign)]

    def _weigh(self) -> list[int]:
        """Give the sums of the words before each line that neither link nor are of a site."""
        return [0, *accumulate(map(self._weight, range(len(self._lines))))]

    def _weight(self, i: int) -> int:
        if self._is_record[i] or self._is_menu[i] or self._is_no_text[i] or self._is_title(i):
            return 0
        return self._lines[i].size - self._lines[i].links

    def _share(self, region: Region) -> float:
        total = self._sums[-1]
        return (self._sums[region.last] - self._sums[region.first]) / total if total else 0.0

    def _mark_menus(self) -> None:
        for region in self._regions:
            if names.is_menu(region) and self._share(region) <= MENU_AT_MOST:
                size = region.last - region.first
                self._is_menu[region.first : region.last] = [True] * size

    def _looks_foreign(self, i: int) -> bool:
        words = self._words[i]
        is_foreign = self._is_menu[i] or self._is_linked[i] or names.is_of_site(words)
        return is_foreign and not self._is_title(i) and not names.is_number(words)

    def _is_title(self, i: int) -> bool:
        key = names.key_of(self._words[i])
        is_part = any(key in title or title in key for title in self._titles)
        is_named = key in self._titles or (is_part and len(key) >= TITLE_AT_LEAST)
        return is_named and not self._lines[i].links

    def foreign_share(self) -> float:
        """Give the share (0..1) of the page's characters that link or stand in menus."""
        foreign = sum(
            line.size if is_menu else line.links
            for line, is_menu in zip(self._lines, self._is_menu, strict=True)
        )
        return foreign / max(1, sum(line.size for line in self._lines))

    # the block of the text

    def core(self) -> Region:
        """Give the block that holds the text, the whole page where none is certain."""
        whole = Region("html", "", 0, len(self._lines), 0)
        known = [
            region for region in self._regions
            if names.is_article(region) and self._share(region) >= KNOWN_AT_LEAST
        ]  # fmt: skip
        most = max(map(self._share, known), default=0.0)
        found = [region for region in known if self._share(region) >= INNER_AT_LEAST * most] or [
            region for region in self._regions
            if region.name in names.CONTAINERS and self._share(region) >= ANY_AT_LEAST
        ]  # fmt: skip
        core = min(found, key=_extent, default=whole)
        return self._grown(core)

    def _grown(self, core: Region) -> Region:
        """Give the largest block around `core` that has nothing of a site beside it."""
        around = [
            region for region in self._regions
            if region.first <= core.first and core.last <= region.last
        ]  # fmt: skip
        for region in sorted(around, key=_extent):
            before = self._foreign[core.first] - self._foreign[region.first]
            behind = self._foreign[region.last] - self._foreign[core.last]
            if before or behind:
                break
            core = region
        return core

    # what is kept

    def trimmed(self, core: Region) -> set[int]:
        """Give the lines of the block without those of the site at its head and tail."""
        inside = range(core.first, core.last)
        prose = [i for i in inside if self._is_prose(i)]
        first, last = (prose[0], prose[-1]) if prose else (core.last, core.first)
        return {i for i in inside if first <= i <= last or not self._is_alien(i, inside)} - {
            i for i in inside if self._is_menu[i] and self._is_linked[i]
        }

    def _is_prose(self, i: int) -> bool:
        line, words = self._lines[i], self._words[i]
        if line.cells or self._is_foreign[i]:
            return False
        is_text = len(words) >= PROSE_AT_LEAST and names.SENTENCE.search(words) is not None
        return is_text or find_label(words[:PROSE_AT_LEAST]) is not None

    def _is_alien(self, i: int, inside: range) -> bool:
        """Tell whether a line at the head or tail of the block is surely of the site."""
        if not self._is_foreign[i]:
            return False
        is_run = self._is_linked[i] and any(
            self._is_linked[at] for at in (i - 1, i + 1) if at in inside
        )
        return self._is_menu[i] or is_run or names.is_of_site(self._words[i])

    def outside(self, core: Region) -> set[int]:
        """Give what belongs to the document and stands outside its block."""
        before, behind = range(core.first), range(core.last, len(self._lines))
        titles = self._titles_before(core)
        below = range(titles[-1] + 1 if titles else core.first, core.first)
        return {
            *(i for i in before if self._is_record[i]),
            *titles,
            *self._such(below, self._heads_document),
            *self._such(behind, lambda i: names.is_attachment(self._words[i])),
        }

    def _such(self, places: Iterable[int], holds: Callable[[int], bool]) -> list[int]:
        return [i for i in places if not self._is_menu[i] and holds(i)]

    def _heads_document(self, i: int) -> bool:
        words = self._words[i]
        return bool(names.is_number(words) or names.is_history(words) or self._is_prose(i))

    def _titles_before(self, core: Region) -> list[int]:
        """Give the lines of the title before the block; none where the block has it itself."""
        found = self._named_before(core) or self._last_heading(core) or self._lines_above(core)
        title = names.key_of("".join(self._words[i] for i in found))
        return [] if not title or self._heads_itself(core, title) else found

    def _named_before(self, core: Region) -> list[int]:
        """Give the lines before the block that the page's own titles name: the longest."""
        best: list[int] = []
        length = 0
        for first in range(core.first):
            key = ""
            for i in range(first, min(first + TITLE_PARTS, core.first)):
                if self._lines[i].links or self._is_foreign[i] or self._is_record[i]:
                    break
                key += names.key_of(self._words[i])
                is_part = len(key) >= TITLE_AT_LEAST and any(key in each for each in self._titles)
                is_named = is_part or key in self._titles or (i == first and self._is_title(i))
                if is_named and len(key) >= length:
                    best, length = list(range(first, i + 1)), len(key)
        return best

    def _heads_itself(self, core: Region, title: str) -> bool:
        """Tell whether lines at the head of the block are the `title`, or one that the page has.

        Where only the law's history (题注) stands above them, the text prints its title twice.
        """
        wanted = {title, *self._titles}
        lines = self._words[core.first : core.first + TITLE_LINES]
        head = [names.key_of(words) for words in lines]
        return any(
            "".join(head[first:last]) in wanted
            and (first == 0 or not all(map(names.is_history, lines[:first])))
            for first in range(len(head))
            for last in range(first + 1, len(head) + 1)
        )

    def _lines_above(self, core: Region) -> list[int]:
        """Give the short lines right above the block, of a page that names no title.

        The tools of the site may stand between them and the block, but no links of a menu.
        """
        found: list[int] = []
        for i in range(core.first - 1, max(-1, core.first - 1 - TITLE_LINES), -1):
            if names.is_of_site(self._words[i]) and not self._is_linked[i] and not found:
                continue
            if self._is_foreign[i] or self._is_record[i] or not self._may_be_title(i):
                break
            found.insert(0, i)
        return found

    def _may_be_title(self, i: int) -> bool:
        words = self._words[i]
        is_short = len(words) < TITLE_AT_LEAST and not names.is_act(words)
        return not is_short and len(words) <= TITLE_AT_MOST and "。" not in words

    def _last_heading(self, core: Region) -> list[int]:
        """Give the lines of the last heading before the block."""
        for region in reversed(self._regions):
            lines = range(region.first, region.last)
            if region.name in names.HEADINGS and region.last <= core.first:
                found = [i for i in lines if not self._is_foreign[i]]
                if sum(len(self._words[i]) for i in found) >= TITLE_AT_LEAST:
                    return found
        return []


def _extent(region: Region) -> tuple[int, int]:
    """Give a key by which the smallest block comes first, of equal ones the innermost."""
    return region.last - region.first, -region.depth
