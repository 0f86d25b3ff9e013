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

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from diffcore.chinese.labels import find_label
from diffcore.chinese.site_words import SITE_WORDS
from diffcore.read.html.lines import Line, Region

# Shares (0..1) of the page's words, without links and site words, that the article holds: of a
# block known by its name, and of any other. The articles of data/formats/html_govcn hold 0.96 and
# more; the footer of a short page is a tenth of it.
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
# A title stands in so many lines at the head of its article.
TITLE_LINES = 8

# Names that the content systems of government sites give to the block of the text.
_KNOWN = re.compile(
    r"(?:ucap-content|trs_u?editor|trs_preappend|pages?_content|zoom(?:con)?|fontzoom|js_content|"
    r"(?:article|news|detail|doc|text|txt|main|body|post|entry|view|info|xl|con|print|page)?[-_]?"
    r"(?:content|con|cont|conte?xt|body|text|txt|article|detail|editor|main)[-_]?"
    r"(?:text|body|content|con|box|detail|main)?)"
)
_KNOWN_ELEMENTS = frozenset(("article", "main"))
_MENU = re.compile(
    r"(?:.*[-_])?(?:nav(?:igation|bar)?|menu|foot(?:er)?|copyright|breadcrumbs?|crumbs?|share\w*|"
    r"related?|toolbar|sidebar|recommend|pagination|search|login|banner|qr(?:code)?|qr_container|"
    r"weixin|friendlinks?|weizhi|dqwz|xgwj|xgjd|hot\w*|comments?)(?:[-_].*)?|bdshare\w*"
)
_MENU_ELEMENTS = frozenset(("nav", "footer", "aside", "menu"))
_CONTAINERS = frozenset((
    "article", "blockquote", "body", "center", "dd", "div", "fieldset", "form", "html", "main",
    "pre", "section", "table", "tbody", "td", "tr",
))  # fmt: skip

# Lines that a site prints and no document does, wherever they stand in the block of the text.
_SITE = re.compile(
    r"[\[【(（]?(?:首页(?:$|[>›»·|])|(?:您)?当前位置|您(?:所在|现在)?的位置|返回(?:首页|顶部|列表|上)|"
    r"(?:打印|关闭|收藏|保存)(?:窗口|本页|此页|页面|$|[】\]|])|分享(?:[到至:：]|$)|(?:微信|手机)?扫一扫|"
    r"字[体号][:：\[【]|上一[篇条页][:：]?|下一[篇条页][:：]?|相关(?:链接|文档|文件|解读|阅读|新闻|稿件)[:：]?|"
    r"版权(?:所有|声明)|技术支持[:：]|网站(?:标识码|地图)|联系我们|(?:浏览|点击|阅读)(?:次数|量|数)|"
    r"(?:【|\[)?(?:责任)?编辑[:：]|我要(?:纠错|评论)|(?:发布|更新)(?:时间|日期)[:：].*(?:来源|字[体号]|浏览|点击)|"
    r"\d{4}([-/.])\d{1,2}\1\d{1,2}(?:\d{1,2}:\d\d(?::\d\d)?)?(?:$|来源|作者|浏览|点击|字[体号])|"
    r"(?:信息|文章|稿件)?来源[:：].*(?:时间|日期|字[体号]|浏览|点击|编辑)|(?:信息|文章|稿件)来源[:：]|"
    r"(?:大中小|微信|微博|QQ空间)+$).{0,80}$|.{0,30}(?:ICP备|公网安备|网站标识码)"
)
_SITE_OUTSIDE = re.compile(SITE_WORDS)
_SENTENCE = re.compile("[，。；：！？]")
_NUMBER = re.compile(
    r".{0,20}[〔\[（(【][12]\d{3}[〕\]）)】]第?\d{1,5}号|.{0,20}令[（(]?第?\d{1,5}号[）)]?"
)
_ADOPTION = re.compile(r"[（(].{0,40}年.*[）)]$")
_ATTACHED = re.compile(r"附件|.*\.(?:docx?|pdf|xlsx?|wps|et|ofd|rar|zip)$", re.IGNORECASE)
_RECORD = re.compile(
    r"(?:索引号|信息索引号?|主题分类|发文机关|发文单位|发布机构|制定机关|成文日期|生成日期|标题|名称|信息名称|"
    r"发文字号|文号|发布日期|主题词|公文种类|(?:公文)?时效|有效性|效力状态|废止日期|施行日期)$"
)
_SIGN = re.compile(r"\W+")


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
    page = _Page(lines, regions, tuple(filter(None, map(_key, titles))))
    core = page.core()
    kept = page.trimmed(core) | page.outside(core)
    left_out = tuple(i for i in range(len(lines)) if i not in kept)
    is_whole = core.last - core.first == len(lines)
    if is_whole and page.foreign_share() > FOREIGN_AT_MOST:
        return Article(tuple(range(len(lines))), (), is_certain=False)
    return Article(tuple(sorted(kept)), left_out, is_certain=True)


def _key(text: str) -> str:
    return _SIGN.sub("", text)


def _squeezed(text: str) -> str:
    return "".join(text.split())


class _Page:
    """The lines of a page, asked what they are."""

    def __init__(
        self, lines: Sequence[Line], regions: Sequence[Region], titles: tuple[str, ...]
    ) -> None:
        self._lines, self._regions, self._titles = lines, regions, titles
        self._words = [_squeezed(line.text) for line in lines]
        self._is_record = [self._looks_recorded(i) for i in range(len(lines))]
        self._is_linked = [
            line.links >= LINKED_AT_LEAST * line.size and not _ATTACHED.match(words)
            for line, words in zip(lines, self._words, strict=True)
        ]
        self._is_menu = [False] * len(lines)
        self._sums = self._weigh()
        self._mark_menus()
        self._sums = self._weigh()
        self._is_foreign = [self._looks_foreign(i) for i in range(len(lines))]
        self._foreign = [0, *accumulate(self._is_foreign)]

    def _looks_recorded(self, i: int) -> bool:
        """Tell whether a line or row names what describes the document: 索引号：, its value, …."""
        if self._lines[i].cells:
            words = self._lines[i].text.split("\t")[::2]
            return len(words) > 1 and any(_RECORD.match(_key(word)) for word in words)
        if _SITE.match(self._words[i]):
            return False
        label, colon, _ = self._words[i].replace(":", "：").partition("：")
        return bool(colon) and _RECORD.match(_key(label)) is not None

    def _weigh(self) -> list[int]:
        """Give the sums of the words before each line that neither link nor are of a site."""
        return [0, *accumulate(map(self._weight, range(len(self._lines))))]

    def _weight(self, i: int) -> int:
        if self._is_record[i] or self._is_menu[i] or _SITE_OUTSIDE.match(self._words[i]):
            return 0
        return self._lines[i].size - self._lines[i].links

    def _share(self, region: Region) -> float:
        total = self._sums[-1]
        return (self._sums[region.last] - self._sums[region.first]) / total if total else 0.0

    def _mark_menus(self) -> None:
        for region in self._regions:
            is_menu = region.name in _MENU_ELEMENTS or any(
                _MENU.fullmatch(word) for word in region.words.split()
            )
            if is_menu and self._share(region) <= MENU_AT_MOST:
                size = region.last - region.first
                self._is_menu[region.first : region.last] = [True] * size

    def _looks_foreign(self, i: int) -> bool:
        words = self._words[i]
        is_foreign = self._is_menu[i] or self._is_linked[i] or _SITE.match(words) is not None
        return is_foreign and not self._is_title(i) and not _NUMBER.fullmatch(words)

    def _is_title(self, i: int) -> bool:
        key = _key(self._words[i])
        is_named = any(key in title or title in key for title in self._titles)
        return len(key) >= TITLE_AT_LEAST and is_named and not self._lines[i].links

    def foreign_share(self) -> float:
        """Give the share (0..1) of the page's characters that link or belong to a site."""
        foreign = sum(
            line.size if self._is_foreign[i] else line.links for i, line in enumerate(self._lines)
        )
        return foreign / max(1, sum(line.size for line in self._lines))

    # the block of the text

    def core(self) -> Region:
        """Give the block that holds the text, the whole page where none is certain."""
        whole = Region("html", "", 0, len(self._lines), 0)
        known = [
            region for region in self._regions
            if self._is_known(region) and self._share(region) >= KNOWN_AT_LEAST
        ]  # fmt: skip
        most = max(map(self._share, known), default=0.0)
        found = [region for region in known if self._share(region) >= INNER_AT_LEAST * most] or [
            region for region in self._regions
            if region.name in _CONTAINERS and self._share(region) >= ANY_AT_LEAST
        ]  # fmt: skip
        core = min(found, key=_extent, default=whole)
        return self._grown(core)

    def _is_known(self, region: Region) -> bool:
        return region.name in _KNOWN_ELEMENTS or any(
            _KNOWN.fullmatch(word) for word in region.words.split()
        )

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
        return {i for i in inside if first <= i <= last or not self._is_alien(i)} - {
            i for i in inside if self._is_menu[i] and self._is_linked[i]
        }

    def _is_prose(self, i: int) -> bool:
        line, words = self._lines[i], self._words[i]
        if line.cells or self._is_foreign[i]:
            return False
        is_text = len(words) >= PROSE_AT_LEAST and _SENTENCE.search(words) is not None
        return is_text or find_label(words[:PROSE_AT_LEAST]) is not None

    def _is_alien(self, i: int) -> bool:
        """Tell whether a line at the head or tail of the text is surely of the site."""
        if not self._is_foreign[i]:
            return False
        is_run = self._is_linked[i] and any(
            self._is_linked[at] for at in (i - 1, i + 1) if 0 <= at < len(self._lines)
        )
        return self._is_menu[i] or is_run or _SITE.match(self._words[i]) is not None

    def outside(self, core: Region) -> set[int]:
        """Give what belongs to the document and stands outside its block."""
        before, behind = range(core.first), range(core.last, len(self._lines))
        titles = self._titles_before(core)
        below = range(titles[-1] + 1 if titles else core.first, core.first)
        return {
            *(i for i in before if self._is_record[i]),
            *titles,
            *self._such(below, self._heads_document),
            *self._such(behind, lambda i: _ATTACHED.match(self._words[i]) is not None),
        }

    def _such(self, places: Iterable[int], holds: Callable[[int], bool]) -> list[int]:
        return [i for i in places if not self._is_menu[i] and holds(i)]

    def _heads_document(self, i: int) -> bool:
        words = self._words[i]
        return bool(_NUMBER.fullmatch(words) or _ADOPTION.match(words) or self._is_prose(i))

    def _titles_before(self, core: Region) -> list[int]:
        """Give the lines of the title before the block; none where the block has it itself."""
        named = [
            i for i in range(core.first)
            if self._is_title(i) and not self._is_menu[i] and not self._is_record[i]
        ] or self._last_heading(core)  # fmt: skip
        found = self._with_parts(named[-1], core) if named else self._lines_above(core)
        title = _key("".join(self._words[i] for i in found))
        return [] if not title or self._heads_itself(core, title) else found

    def _heads_itself(self, core: Region, title: str) -> bool:
        """Tell whether lines at the head of the block are the `title`, or the one page has."""
        wanted = {title, *self._titles}
        head = [_key(words) for words in self._words[core.first : core.first + TITLE_LINES]]
        return any(
            "".join(head[first:last]) in wanted
            for first in range(len(head))
            for last in range(first + 1, len(head) + 1)
        )

    def _with_parts(self, last: int, core: Region) -> list[int]:
        """Give the line `last` of a title with those of the same title around it."""
        found = [last]
        while found[0] > 0 and self._is_title(found[0] - 1):
            found.insert(0, found[0] - 1)
        while found[-1] + 1 < core.first and self._is_title(found[-1] + 1):
            found.append(found[-1] + 1)
        return found

    def _lines_above(self, core: Region) -> list[int]:
        """Give the short lines right above the block, of a page that names no title.

        The tools of the site may stand between them and the block, but no links of a menu.
        """
        found: list[int] = []
        for i in range(core.first - 1, max(-1, core.first - 1 - TITLE_LINES), -1):
            if _SITE.match(self._words[i]) and not self._is_linked[i] and not found:
                continue
            if self._is_foreign[i] or self._is_record[i] or not self._may_be_title(i):
                break
            found.insert(0, i)
        return found

    def _may_be_title(self, i: int) -> bool:
        words = self._words[i]
        return TITLE_AT_LEAST <= len(words) <= TITLE_AT_MOST and "。" not in words

    def _last_heading(self, core: Region) -> list[int]:
        return [
            i
            for region in self._regions
            if region.name in ("h1", "h2", "h3") and region.last <= core.first
            for i in range(region.first, region.last)
            if not self._is_foreign[i] and len(self._words[i]) >= TITLE_AT_LEAST
        ]


def _extent(region: Region) -> tuple[int, int]:
    """Give a key by which the smallest block comes first, of equal ones the innermost."""
    return region.last - region.first, -region.depth
