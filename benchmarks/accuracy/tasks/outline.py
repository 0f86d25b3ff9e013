"""Whether the outlines that are read obey the laws of written outlines, on every real text.

What is asked needs no gold: articles, chapters and items count by one, no article is overlooked
at the head of a line, no two clauses of a document have one address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from benchmarks.accuracy.texts import DATA
from diffcore import understand
from diffcore.errors import Bilingual
from diffcore.model import Clause, Document, Part

NEEDS = ("laws", "laws-tw", "policy", "renditions", "formats", "decisions")
SUFFIXES = (".txt", ".md")

# Files that tell of texts, and laws with another text (the legislature's reasons) under each
# article, whose lists are not those of the law.
_LEFT_OUT = ("SOURCES.md", "README.md", "new_with_official_reasons.md")

# A line that begins with 第X条 and a blank, signs of Markdown and blanks before it left aside.
_ARTICLE_LINE = re.compile(
    r"^[ \t\u3000#>*\-_]*(?P<article>第[ \u3000]*"
    r"[〇零一二三四五六七八九十百千\d０-９]+[ \u3000]*[条條](?:之[一二三四五六七八九十]{1,3})?)"
    r"(?=[ \t\u3000*\n]|【|（)",
    re.MULTILINE,
)

METHOD = Bilingual(
    "全部真实文本（纯文本和 Markdown）的条款结构，问几条不需要标准答案的规律："
    "条的序号逐一递增（可有之一、之二）；"
    "同一上级之下的序号从一起，或接着前面的往下数；行首的「第X条」读作条（目录除外）；同一份文件里地址不重复。"
    "每处不合，由人对照原文判定是文本如此还是程序读错。",
    "The outlines of all real texts (plain text and Markdown) are asked what needs no gold: "
    "articles count by one (branch numbers allowed); the numbers under one parent begin with 1 or "
    "carry on those before; a line that begins with 第X条 is an article, save in a table of "
    "contents; no address comes twice in a document. Each breach was judged, text in hand, to be "
    "the text's or the tool's.",
)

_REASONS = {
    "articles": Bilingual("条的序号不连续", "article numbers do not count by one"),
    "lists": Bilingual("同级序号不连续", "numbers of one list do not count by one"),
    "unread": Bilingual("行首的「第X条」没有读成条", "a line that begins with 第X条 is no article"),
    "addresses": Bilingual("地址重复", "an address is not unique"),
}

_STARTS_LATER = Bilingual("文本从这一条开始", "the text begins with this article")
_TWICE = Bilingual("文本两次印出这个序号", "the text prints this number twice")
_LACKING = Bilingual("文本缺前一个序号", "the text lacks the number before")
_UNTITLED = Bilingual(
    "文本在同一标题下另起一列，其上只有一句话，没有序号",
    "the text begins another list under one heading, with but a sentence above it",
)
# What was looked at and is the text's own, by the beginning of its path.
_JUDGED = {
    "decisions/宪法修正案/": _STARTS_LATER,
    "laws-tw/民法第三編物權/": _STARTS_LATER,
    "laws-tw/公司法/2001-11-12/": _TWICE,
    "laws-tw/陸海空軍刑法/": _TWICE,
    "laws/民事诉讼法/1991-04-09": _TWICE,
    "laws-tw/民事訴訟法/1999-02-03/": _LACKING,
    "renditions/defects/反分裂国家法/": _LACKING,
    "renditions/defects/国歌法/": _LACKING,
    "renditions/defects/献血法/": _LACKING,
    "laws/农业技术推广法/2012-08-31": _LACKING,
    "laws/北京市未成年人保护条例/2023-05-26": _LACKING,
    "renditions/national/城市房地产管理法__2019-08-26/lawrefbook": _LACKING,
    "renditions/national/香港特别行政区维护国家安全法__2020-06-30/lawrefbook": _LACKING,
    "formats/digit_loss/": _UNTITLED,
}


class Read(NamedTuple):
    """One text with what its outline breaks: where, and what."""

    path: str
    sort: str
    clauses: int
    broken: tuple[tuple[str, str], ...]


def _run(engine: Engine) -> Outcome:
    reads = list(engine.each(read_outline, [str(path) for path in _texts()]))
    every = [
        (_judgement(read.path), Fault(read.path, f"{law} {what}", _REASONS[law]))
        for read in reads
        for law, what in read.broken
    ]
    faults = tuple(fault for verdict, fault in every if verdict is None)
    judged = tuple(fault._replace(reason=verdict) for verdict, fault in every if verdict)
    title = Bilingual("读错的条款结构", "breaches that are the tool's")
    return Outcome(
        (Measure(title, len(faults), 0, unit="count", is_at_least=False),),
        (_table(reads),),
        faults,
        judged,
    )


def _judgement(path: str) -> Bilingual | None:
    return next((why for start, why in _JUDGED.items() if path.startswith(start)), None)


def _table(reads: Sequence[Read]) -> Table:
    """Count texts and clauses by sort."""
    head = Bilingual("材料", "material"), Bilingual("文本", "texts"), Bilingual("条款", "clauses")
    sorts = sorted({read.sort for read in reads})
    rows = []
    for sort in sorts:
        clauses = [read.clauses for read in reads if read.sort == sort]
        rows.append((f"data/{sort}", str(len(clauses)), f"{sum(clauses):,}"))
    return Table(Bilingual("读过的文本", "texts that were read"), head, tuple(rows))


def _texts() -> list[Path]:
    return sorted(
        path
        for need in NEEDS
        for path in (DATA / need).rglob("*")
        if path.suffix in SUFFIXES and path.name not in _LEFT_OUT
    )


def read_outline(_engine: Engine, path: str) -> Read:
    """Read one text and give what its outline breaks."""
    document = understand(path)
    broken: list[tuple[str, str]] = []
    for part in document.parts:
        broken += _broken_laws(document, part)
    broken += (("unread", line) for line in _unread_articles(document))
    where = Path(path).relative_to(DATA) if Path(path).is_relative_to(DATA) else Path(path)
    return Read(str(where), where.parts[0], len(document.clauses), tuple(broken))


def _broken_laws(document: Document, part: Part) -> Iterator[tuple[str, str]]:
    clauses = document.clauses[part.first : part.last]
    yield from (("articles", what) for what in _jumps([c for c in clauses if c.style == "article"]))
    yield from (("lists", what) for what in _broken_lists(clauses))
    seen: set[str] = set()
    for clause in clauses:
        if clause.address in seen:
            yield "addresses", clause.address
        seen.add(clause.address)


def _broken_lists(clauses: Sequence[Clause]) -> Iterator[str]:
    """Give where the children of one clause do not count by one.

    They begin with 1, or they carry the numbers on where the clauses of their style before them
    ended, as chapters do through the parts of a code.
    """
    last: dict[tuple[int | None, str], Clause] = {}
    latest: dict[str, Clause] = {}
    for clause in clauses:
        if not clause.style or clause.style == "article" or clause.ordinal is None:
            continue
        before = last.get((clause.parent, clause.style)) or latest.get(clause.style)
        begins = (clause.ordinal, clause.branch) == (1, 0) and (
            clause.parent,
            clause.style,
        ) not in last
        if not begins and (before is None or not _counts_on(before, clause)):
            yield f"{before.address if before else '∅'} → {clause.address}"
        last[clause.parent, clause.style] = latest[clause.style] = clause


def _counts_on(one: Clause, two: Clause) -> bool:
    following = ((one.ordinal or 0) + 1, 0), (one.ordinal, one.branch + 1)
    return (two.ordinal, two.branch) in following


def _jumps(clauses: Sequence[Clause]) -> Iterator[str]:
    numbered = [c for c in clauses if c.ordinal is not None]
    if numbered and (numbered[0].ordinal, numbered[0].branch) != (1, 0):
        yield f"∅ → {numbered[0].address}"
    for one, two in pairwise(numbered):
        if not _counts_on(one, two):
            yield f"{one.address} → {two.address}"


def _unread_articles(document: Document) -> Iterator[str]:
    text, offsets = document.normal.source.text, document.normal.offsets
    heads = {offsets.source_of(c.span.start)[0] for c in document.clauses if c.style == "article"}
    listed = [
        (offsets.source_of(c.span.start)[0], offsets.source_of(c.span.end - 1)[1])
        for c in document.clauses
        if c.role == "contents"
    ]
    for match in _ARTICLE_LINE.finditer(text):
        at = match.start("article")
        if at in heads or any(a <= at < b for a, b in listed):
            continue
        yield text[at : at + 30].replace("\n", " ")


TASK = Task(
    name="outline",
    rank=80,
    title=Bilingual("条款结构", "outlines"),
    method=METHOD,
    needs=NEEDS,
    run=_run,
)
