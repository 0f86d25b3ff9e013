"""Whether the outlines that are read obey the laws of written outlines, on every real text.

What is asked needs no gold: articles, chapters and items count by one, no article is overlooked
at the head of a line, no two clauses of a document have one address.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from benchmarks.accuracy.texts import DATA
from diffcore import understand
from diffcore.chinese.numerals import parse_numeral
from diffcore.errors import Bilingual
from diffcore.model import Clause, Document, Part

NEEDS = ("laws", "laws-tw", "policy", "renditions", "formats", "decisions")
SUFFIXES = (".txt", ".md")

# Files that are no texts but tell of them, and one that was cut off on purpose.
_NO_TEXT = ("SOURCES.md", "README.md")

# A line that begins with 第X条 and a blank, signs of Markdown and blanks before it left aside.
_ARTICLE_LINE = re.compile(
    r"^[ \t\u3000#>*\-_]*(?P<article>第[ \u3000]*(?P<number>[〇零一二三四五六七八九十百千\d０-９]+)[ \u3000]*[条條]"
    r"(?:之(?P<branch>[一二三四五六七八九十]{1,3}))?)(?=[ \t\u3000*\n]|【|（)",
    re.MULTILINE,
)


class Read(NamedTuple):
    """One text with what its outline breaks: where, and what."""

    path: str
    sort: str
    clauses: int
    broken: tuple[tuple[str, str], ...]


def _run(engine: Engine) -> Outcome:
    paths = _texts()
    reads = list(engine.each(_read, [str(path) for path in paths]))
    faults = [
        Fault(read.path, f"{law}: {what}", _REASONS[law]) for read in reads for law, what in read.broken
    ]
    return Outcome((), (), tuple(faults))


def _texts() -> list[Path]:
    return sorted(
        path
        for need in NEEDS
        for path in (DATA / need).rglob("*")
        if path.suffix in SUFFIXES and path.name not in _NO_TEXT
    )


def _read(_engine: Engine, path: str) -> Read:
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
        if (clause.ordinal, clause.branch) != (1, 0) or (clause.parent, clause.style) in last:
            if before is None or not _counts_on(before, clause):
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
    heads = {
        offsets.source_of(c.span.start)[0] for c in document.clauses if c.style == "article"
    }
    listed = [
        (offsets.source_of(c.span.start)[0], offsets.source_of(c.span.end - 1)[1])
        for c in document.clauses if c.role == "contents"
    ]
    for match in _ARTICLE_LINE.finditer(text):
        at = match.start("article")
        if at in heads or any(a <= at < b for a, b in listed):
            continue
        yield text[at : at + 30].replace("\n", " ")


_REASONS = {
    "articles": Bilingual("条的序号不连续", "article numbers do not count by one"),
    "lists": Bilingual("同级序号不连续", "numbers of one list do not count by one"),
    "unread": Bilingual("行首的「第X条」没有读成条", "a line that begins with 第X条 is no article"),
    "addresses": Bilingual("地址重复", "an address is not unique"),
}
