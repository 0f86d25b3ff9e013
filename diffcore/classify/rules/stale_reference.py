"""A cross-reference is the same on both sides though the article that it names was renumbered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial

from diffcore.classify.case import Answer, Case, Draft, Number, Rule
from diffcore.classify.citations import find_references
from diffcore.classify.messages import say_stale
from diffcore.errors import Bilingual
from diffcore.spans import NormalSpan, Pair


def _match(case: Case) -> Answer | None:
    """Name each reference that both sides have, while its article has another number there."""
    numbering, row = case.numbering, case.row
    if not numbering.base or not row.clauses.base or not row.clauses.other:
        return None
    drafts = []
    for number, spans in _references(case):
        now, before = numbering.base.get(number), numbering.other.get(number)
        if now or before:
            labels = Pair(before.label if before else "", now.label if now else "")
            drafts.append(Draft("stale_reference", spans, say=partial(say_stale, labels)))
    return Answer(tuple(drafts)) if drafts else None


def _references(case: Case) -> Iterator[tuple[Number, Pair[NormalSpan]]]:
    """Give the references to articles of this law that stand in both texts of the row."""
    body = case.row.clauses.base[0].body.start
    for reference in find_references(case.texts.base, body, case.spans.base.end):
        there = _counterpart(case, reference.span)
        if there is not None:
            yield reference.number, Pair(reference.span, there)


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
