"""A hole that reads like a lost figure, in text that only one side has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.classify.messages import say_gap
from diffcore.errors import Bilingual
from diffcore.model import Document
from diffcore.spans import NormalSpan, Pair, SourceSpan

# Words of a passage in which a hole is looked for, in characters of the normal text; in fewer the
# hole has no words to be seen by. Range 6..20.
PASSAGE_FROM = 10

# Source characters quoted before and behind a hole.
WORDS_BEFORE, WORDS_BEHIND = 8, 3

_BLANKS = "[ \t\u00a0\u3000]"
# Before the hole stands a word, and no numeral or word that itself counts (每年, 本月, 几个).
_WORD = r"(?<=[^\s0-9０-９〇零一二三四五六七八九十百千万亿两几数近多每当本上下全半])"
# 年 in 年度 and the like begins a word, and needs no figure before it.
_UNIT = "(?:年(?![度轻级龄均间])|月(?!球)|日(?![常益前本])|号(?!召)|个(?![人别体性])|[%％])"


def _match(case: Case) -> Answer | None:
    """Name the holes in the source text of what only one side has: a row, or a passage in it."""
    drafts = tuple(draft for spans in _lone_spans(case) for draft in _drafts(case.documents, spans))
    return Answer(drafts) if drafts else None


def _lone_spans(case: Case) -> Iterator[Pair[NormalSpan]]:
    """Give the row where only one side has it, else the passages of it that only one has."""
    if case.row.relation in ("omitted", "added"):
        yield case.spans
        return
    for hunk in case.comparison.hunks:
        is_lone = not (hunk.spans.base and hunk.spans.other)
        if is_lone and len(hunk.spans.base) + len(hunk.spans.other) >= PASSAGE_FROM:
            yield hunk.spans


def _drafts(documents: Pair[Document], spans: Pair[NormalSpan]) -> Iterator[Draft]:
    """Give the notes on the holes in `spans`, of which one side is empty."""
    if spans.base:
        for gap in _gaps(documents.base, spans.base):
            yield _draft("base", gap, Pair(gap.normal, spans.other))
    elif spans.other:
        for gap in _gaps(documents.other, spans.other):
            yield _draft("other", gap, Pair(spans.base, gap.normal))


class _Gap(NamedTuple):
    """A hole, by its place in the source and in the normal text, and the words around it."""

    source: SourceSpan
    normal: NormalSpan
    words: str


def _gaps(document: Document, row: NormalSpan) -> Iterator[_Gap]:
    """Give the holes in `row`."""
    text, offsets = document.normal.source.text, document.normal.offsets
    bounds = offsets.span_of(row)
    for found in _pattern().finditer(text, bounds.start, bounds.end):
        start, end = found.span()
        words = text[max(bounds.start, start - WORDS_BEFORE) : min(bounds.end, end + WORDS_BEHIND)]
        normal = NormalSpan(offsets.folded_at(start), offsets.folded_at(end))
        yield _Gap(SourceSpan(start, end), normal, " ".join(words.split()))


def _draft(side: str, gap: _Gap, spans: Pair[NormalSpan]) -> Draft:
    """Give the note on one hole; the other side has nothing at the place of the row."""
    sources = Pair(gap.source, None) if side == "base" else Pair(None, gap.source)
    return Draft("suspect_gap", spans, say=partial(say_gap, side, gap.words), sources=sources)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{_WORD}(?:{_BLANKS}+{_UNIT})+(?:(?<=月){_BLANKS}+日)?|[〔（(]{_BLANKS}*[〕）)]{_BLANKS}*号?"
    )


RULE = Rule(
    name="suspect_gap",
    kinds=("suspect_gap",),
    about="row",
    rank=7,
    source=Bilingual(
        "GB/T 9704—2012，7.2.5、7.4.2：发文字号、印发日期用阿拉伯数字；转换失字后留下空白",
        "GB/T 9704—2012, 7.2.5 and 7.4.2: document numbers and dates are set in Arabic figures",
    ),
    match=_match,
    fires=(
        (
            "档案馆每季度清点库存。{+前款规定的清点结果自 年 月 日起公布。+}",
            "suspect_gap",
        ),
        (
            (
                "第一条　为了规范档案管理，制定本办法。\n"
                "{+第二条　本办法自 年 月 日起施行，由市档案馆负责解释。\n+}"
            ),
            "suspect_gap",
        ),
        (
            (
                "第一条　为了规范档案管理，制定本办法。\n"
                "[-第二条　《示范通知》（示范发〔 〕 号）同时废止。\n-]"
            ),
            "suspect_gap",
        ),
    ),
    silent=(
        "第一条　为了规范档案管理{+，自 年 月 日+}，制定本办法。",
        "第一条　为了规范档案管理，制定本办法。\n{+第二条　本办法自2025 年 5 月 1 日起施行。\n+}",
        "第一条　为了规范档案管理，制定本办法。\n{+第二条　制定 年度计划，接待 个人来访。\n+}",
    ),
)
