"""A cross-reference is the same on both sides though what it names was renumbered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial

from diffcore.classify.case import Answer, Case, Draft, Number, Numbered, Rule
from diffcore.classify.citations import find_items, find_references
from diffcore.classify.messages import say_stale
from diffcore.classify.numbering import article_of
from diffcore.errors import Bilingual
from diffcore.spans import NormalSpan, Pair

# The number that a reference names, and where it stands, on both sides.
_Reference = tuple[Pair[Number], Pair[NormalSpan]]


def _match(case: Case) -> Answer | None:
    """Name each reference that both sides have, while what it names has another number there."""
    numbering, row = case.numbering, case.row
    if not numbering.base or not row.clauses.base or not row.clauses.other:
        return None
    drafts = []
    for numbers, spans in (*_articles(case), *_items(case)):
        now, before = numbering.base.get(numbers.base), numbering.other.get(numbers.other)
        labels = Pair(_label(before, numbers.other), _label(now, numbers.base))
        if labels.base or labels.other:
            drafts.append(Draft("stale_reference", spans, say=partial(say_stale, labels)))
    return Answer(tuple(drafts)) if drafts else None


def _label(numbered: Numbered | None, number: Number) -> str:
    """Give the label of what `number` has become, "" where the article or item keeps its own."""
    if numbered is None or (len(number) > 2 and numbered.number[2:] == number[2:]):
        return ""
    return numbered.label


def _articles(case: Case) -> Iterator[_Reference]:
    """Give the references to articles of this law that stand in both texts of the row."""
    texts, rows = case.texts, case.spans
    bodies = case.row.clauses.map(lambda side: side[0].body.start)
    # The words before it tell whose article it is, and these may be others on the other side.
    others = {
        reference.span for reference in find_references(texts.other, bodies.other, rows.other.end)
    }
    for reference in find_references(texts.base, bodies.base, rows.base.end):
        there = _counterpart(case, reference.span)
        if there in others:
            yield Pair(reference.number, reference.number), Pair(reference.span, there)


def _items(case: Case) -> Iterator[_Reference]:
    """Give the references to items that stand in both texts, each by its article on that side."""
    clauses, documents, texts, rows = case.row.clauses, case.documents, case.texts, case.spans
    own = Pair(
        article_of(clauses.base[0], documents.base), article_of(clauses.other[0], documents.other)
    )
    others = {
        item.span.start: item.number
        for item in find_items(texts.other, clauses.other[0].body.start, rows.other.end, own.other)
    }
    for item in find_items(texts.base, clauses.base[0].body.start, rows.base.end, own.base):
        there = _counterpart(case, item.span)
        if there is not None and there.start in others:
            yield Pair(item.number, others[there.start]), Pair(item.span, there)


def _counterpart(case: Case, span: NormalSpan) -> NormalSpan | None:
    """Give the span of the same words in the other, None where a difference touches them."""
    hunks = case.comparison.hunks
    index = bisect_right(hunks, span.start, key=lambda hunk: hunk.spans.base.end)
    start = span.start - case.spans.base.start + case.spans.other.start
    if index:
        before = hunks[index - 1].spans
        start = span.start - before.base.end + before.other.end
    if index < len(hunks) and hunks[index].spans.base.start < span.end:
        return None
    there = NormalSpan(start, start + len(span))
    is_same = there.of(case.texts.other) == span.of(case.texts.base)
    is_whole = case.texts.other[there.end : there.end + 1] != "之"
    return there if is_same and is_whole else None


RULE = Rule(
    name="stale_reference",
    kinds=("stale_reference",),
    about="row",
    rank=8,
    source=Bilingual(
        "《立法技术规范（试行）（一）》（2009）：条文增删后，援引的条文序号随之调整",
        "Technical Norms of Legislation (I), 2009: references follow when articles are renumbered",
    ),
    match=_match,
    fires=(
        (
            (
                "第一条　为了规范档案管理，制定本办法。\n"
                "{+第二条　档案工作实行统一领导、分级管理的原则。\n+}"
                "第[-二-]{+三+}条　借阅档案的单位应当办理登记手续并按期归还。\n"
                "第[-三-]{+四+}条　违反本办法第二条规定，逾期不归还的，由档案馆予以通报。"
            ),
            "stale_reference",
        ),
        (
            (
                "第一条　禁止下列行为：\n（一）在库房内用火；\n{+（二）携带饮料入库；\n+}"
                "（[-二-]{+三+}）涂改借阅登记。\n"
                "第二条　有第一条第（二）项行为的，由档案馆予以通报，一年内不得借阅。"
            ),
            "stale_reference",
        ),
    ),
    silent=(
        (
            "第一条　为了规范档案管理，制定本办法。\n"
            "{+第二条　档案工作实行统一领导、分级管理的原则。\n+}"
            "第[-二-]{+三+}条　借阅档案的单位应当办理登记手续并按期归还。\n"
            "第[-三-]{+四+}条　违反示范法第二条规定，逾期不归还的，由档案馆予以通报。"
        ),
        (
            "第一条　为了规范档案管理，制定本办法。\n"
            "{+第二条　档案工作实行统一领导、分级管理的原则。\n+}"
            "第[-二-]{+三+}条　借阅档案的单位应当办理登记手续并按期归还。\n"
            "第[-三-]{+四+}条　违反本办法第[-二-]{+三+}条规定，逾期不归还的，由档案馆予以通报。"
        ),
    ),
)
