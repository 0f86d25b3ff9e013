"""Plain listings for a terminal: the outline of a text, the documents of an issue, the kinds.

Each gives the lines of one listing; a listing shows records as they are and computes nothing but
where in the file a thing stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from diffcore.classify.case import Rule
from diffcore.classify.printing import print_phrase
from diffcore.classify.titles import printed_title
from diffcore.errors import Bilingual
from diffcore.model import Clause, Document, Kind, Part
from diffcore.read.reader import Reader
from diffcore.spans import NormalSpan
from reports.columns import printable, width_of
from reports.format import ReportFormat
from reports.places import Places, mark_of
from reports.wording import SEVERITY_TITLES

# Characters of a clause that an outline shows.
FIRST_WORDS = 24

# Source: 《立法法》 art. 65; GB/T 9704—2012, 7.3.3.
LEVEL_TITLES = {
    "part": Bilingual("编", "part"),
    "chapter": Bilingual("章", "chapter"),
    "section": Bilingual("节", "section"),
    "article": Bilingual("条", "article"),
    "paragraph": Bilingual("段", "paragraph"),
    "heading": Bilingual("小标题", "heading"),
    "item": Bilingual("项", "item"),
    "subitem": Bilingual("目", "subitem"),
    "point": Bilingual("点", "point"),
    "subpoint": Bilingual("小点", "subpoint"),
}


def list_outline(document: Document, lang: str) -> Iterator[str]:
    """Give one line a clause: its line in the file, its level, its label and its first words."""
    lines = _Marks(document)
    depths: list[int] = []
    for clause in document.clauses:
        depth = 0 if clause.parent is None else depths[clause.parent] + 1
        depths.append(depth)
        number = lines.first_of(clause.span.start)
        yield f"{number:>6}  {'  ' * depth}{_outline_entry(document, clause, lang)}".rstrip()
    yield ""
    yield _counted(document, lang)


def list_contents(document: Document, lang: str) -> Iterator[str]:
    """Give one line a document of an issue, and one for each enclosure of it, indented."""
    heads = {
        "zh": ("序号", "条款", "字数", "出处", "题名"),
        "en": ("No.", "clauses", "characters", "place", "title"),
    }[lang]
    lines = _Marks(document)
    rows = [heads, *(_contents_row(document, lines, part, lang) for part in document.parts)]
    return _columns(rows, right={0, 1, 2})


def list_kinds(kinds: Iterable[Kind], lang: str) -> Iterator[str]:
    """Give one line a kind of finding: its name, its title, its severity and its meaning."""
    return _columns(
        [
            (
                kind.name,
                SEVERITY_TITLES[kind.severity].within(lang),
                kind.title.within(lang),
                kind.meaning.within(lang),
            )
            for kind in kinds
        ]
    )


def list_kind(kind: Kind, rules: Iterable[Rule], lang: str) -> Iterator[str]:
    """Give the meaning of one kind, and each rule that finds it with its source and examples."""
    yield f"{kind.name}  {kind.title.within(lang)}  {SEVERITY_TITLES[kind.severity].within(lang)}"
    yield kind.meaning.within(lang)
    for rule in rules:
        if kind.name not in rule.kinds:
            continue
        yield ""
        yield Bilingual(f"规则 {rule.name}", f"rule {rule.name}").within(lang)
        yield "  " + Bilingual("依据：", "source: ").within(lang) + rule.source.within(lang)
        examples = [text for text, name in rule.fires if name == kind.name]
        for text in examples:
            yield "  " + Bilingual("例：", "example: ").within(lang) + text.replace("\n", " ⏎ ")


def list_formats(
    readers: Iterable[Reader], reports: Iterable[ReportFormat], lang: str
) -> Iterator[str]:
    """Give the formats that can be read here, those that lack something, and reports.

    What an optional package would add to a format that can be read stands below them.
    """
    known = list(readers)
    lacking = [(each, lack) for each in known if (lack := each.lacks())]
    named = [each for each, _ in lacking]
    yield Bilingual("输入：", "Input:").within(lang)
    yield from _columns([_format_row(each, lang) for each in known if each not in named])
    yield from _extras(known, lang)
    if lacking:
        yield Bilingual("本机还读不了：", "Not readable on this machine yet:").within(lang)
        yield from _columns(
            [(*_format_row(each, lang), _needs(lack, lang)) for each, lack in lacking]
        )
    yield Bilingual("报告：", "Reports:").within(lang)
    yield from _columns([_format_row(each, lang) for each in reports])


def _extras(readers: Iterable[Reader], lang: str) -> Iterator[str]:
    """Say once for each optional package what it would add, and to which formats."""
    adds: dict[Bilingual, list[str]] = {}
    for each in readers:
        extra = each.extra()
        if extra:
            adds.setdefault(extra, []).append(each.name)
    for extra, names in adds.items():
        yield (
            "  "
            + Bilingual("、", ", ").within(lang).join(names)
            + Bilingual(f"：{extra.zh}", f": {extra.en}").within(lang)
        )


def _needs(lack: Bilingual, lang: str) -> str:
    return Bilingual(f"需要{lack.zh}", f"needs {lack.en}").within(lang)


def _format_row(each: Reader | ReportFormat, lang: str) -> tuple[str, ...]:
    return "  " + each.name, each.title.within(lang), " ".join(each.suffixes)


def _outline_entry(document: Document, clause: Clause, lang: str) -> str:
    words = _first_words(document, clause)
    # 第一条 stands apart from its words, 一、 and （一） touch them.
    gap = " " if clause.label[-1:].isalnum() else ""
    return f"[{_name_of(clause, lang)}] {clause.label}{gap}{words}"


def _first_words(document: Document, clause: Clause) -> str:
    """Give the first words of a clause as they are printed, blanks of lost figures included."""
    body = clause.body
    end = min(body.end, body.start + FIRST_WORDS)
    words = print_phrase(document.normal, NormalSpan(body.start, end))
    return printable(words) + ("…" if end < body.end else "")


def _name_of(clause: Clause, lang: str) -> str:
    """Give what a clause is: its level in the body, its role (标题, 落款 …) outside."""
    if clause.role == "body":
        level = LEVEL_TITLES.get(clause.level)
        return level.within(lang) if level else clause.level
    return clause.role if lang == "en" else clause.address.rpartition("›")[2]


def _counted(document: Document, lang: str) -> str:
    clauses, size = len(document.clauses), len(document.normal.source.text)
    return Bilingual(
        f"共 {clauses} 条款，原文 {size} 字符", f"{clauses} clauses, {size} characters"
    ).within(lang)


# What a part is, in front of its title; a document needs no word.
_PART_TITLES = {
    "masthead": Bilingual("（刊头、目录）", "(masthead, contents)"),
    "colophon": Bilingual("（刊尾）", "(colophon)"),
    "enclosure": Bilingual("└ 印发件：", "└ enclosure: "),
    "attachment": Bilingual("└ 附件：", "└ attachment: "),
}


def _contents_row(document: Document, lines: _Marks, part: Part, lang: str) -> tuple[str, ...]:
    """Give number (only of the documents themselves), clauses, characters, lines and title."""
    clauses = document.clauses[part.first : part.last]
    start = clauses[0].span.start if clauses else 0
    end = clauses[-1].span.end if clauses else start
    offsets = document.normal.offsets
    size = offsets.boundary_of(end) - offsets.boundary_of(start)
    kind = _PART_TITLES.get(part.kind, Bilingual("", ""))
    return (
        str(part.number) if part.kind == "document" else "",
        str(len(clauses)),
        str(size),
        f"{lines.first_of(start)}–{lines.last_of(start, end)}",
        kind.within(lang) + printable(printed_title(part, document) if part.title else ""),
    )


class _Marks:
    """The places of a source text as a margin has them, looked up by folded offset."""

    def __init__(self, document: Document) -> None:
        self._text = document.normal.source.text
        self._offsets = document.normal.offsets
        self._places = Places(document.normal.source)

    def first_of(self, start: int) -> str:
        """Give the place of the first character from the folded offset `start` on, no blank."""
        at = self._offsets.boundary_of(start)
        while at < len(self._text) and self._text[at].isspace():
            at += 1
        return mark_of(self._places.at(at))

    def last_of(self, start: int, end: int) -> str:
        """Give the place of the last character from `start` to the folded offset `end`."""
        at, least = self._offsets.boundary_of(end), self._offsets.boundary_of(start)
        while at > least and self._text[at - 1].isspace():
            at -= 1
        return mark_of(self._places.at(max(at - 1, least)))


def _columns(rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> Iterator[str]:
    """Give the rows with their columns in line, a Chinese character being two columns wide."""
    rights = frozenset(right)
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for index, (cell, width) in enumerate(zip(row, widths, strict=True)):
            blanks = " " * (width - width_of(cell))
            cells.append(blanks + cell if index in rights else cell + blanks)
        yield "  ".join(cells).rstrip()
