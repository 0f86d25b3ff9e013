"""What is cited is named differently: 《…》, 第…条, 前款, a document number."""

from __future__ import annotations

import re
from functools import cache

from diffcore.classify.case import Answer, Case, Draft, Number, Rule, label_zone
from diffcore.classify.citations import NUMBER, find_items, find_references
from diffcore.classify.messages import say_followed, say_rewritten
from diffcore.classify.numbering import article_of
from diffcore.errors import Bilingual
from diffcore.spans import NormalSpan, Pair

_CITATION = (
    r"《[^《》\n]{1,80}》"
    rf"|第\(?{NUMBER}\)?(?:[至到-]第?{NUMBER})?[条款项目章节编](?:之{NUMBER})?"
    rf"|[前上下][一二三两]?[条款项]|本(?:法|条例|办法|规定|规则|解释|决定|细则|条|款|项|章|节)"
    r"|〔[0-9〇零一二三四五六七八九]*〕[0-9]*号"
)
# What may stand between two citations: the difference is still one of citations.
_BETWEEN = frozenset("、，和及与或至到者以第的之()")

# A mark between the names inside a title (《关于修改〈甲法〉、〈乙法〉的决定》), and quotes
# around a word of it (《“九五”规划》), name nothing.
_SEPARATORS = frozenset("、,;:·“”‘’")


def _match(case: Case) -> Answer | None:
    """Name a difference that lies in citations, and in nothing else, on both sides."""
    spans, texts, windows = case.spans, case.texts, case.windows
    if _SEPARATORS.issuperset(case.reads.base + case.reads.other):
        return None
    if label_zone(case.row.clauses.base, spans.base) and spans.base:
        return None
    if label_zone(case.row.clauses.other, spans.other) and spans.other:
        return None
    base = _uncited(texts.base, spans.base, windows.base)
    other = _uncited(texts.other, spans.other, windows.other)
    if base is None and other is None:
        return None
    if base or other or (base is None and spans.base) or (other is None and spans.other):
        return None
    if _follows(case):
        return Answer((Draft("citation", spans, "note", say_followed),))
    if _without_brackets(case.reads.base) == _without_brackets(case.reads.other):
        return Answer((Draft("citation", spans, "accidental", say_rewritten),))
    return Answer((Draft("citation", spans),))


def _without_brackets(words: str) -> str:
    """Give 第(二)项 as 第二项."""
    return words.replace("(", "").replace(")", "")


def _uncited(text: str, span: NormalSpan, window: NormalSpan) -> str | None:
    """Give the words of `span` that belong to no citation, None where it touches none."""
    at, rest, is_touched = span.start, [], False
    for found in _pattern().finditer(text, window.start, window.end):
        start, end = found.span()
        if start < span.end and end > span.start:
            is_touched = True
            rest.append(text[at : max(at, start)])
            at = end
    if not is_touched:
        return None
    rest.append(text[at : max(at, span.end)])
    return "".join(char for char in "".join(rest) if char not in _BETWEEN)


def _follows(case: Case) -> bool:
    """Say whether the same articles or items are cited on both sides, by their numbers there."""
    base = _cited(case.texts.base, case.spans.base, case.windows.base, _own(case).base)
    other = _cited(case.texts.other, case.spans.other, case.windows.other, _own(case).other)
    if not base or len(base) != len(other):
        return False
    pairs = zip(base, other, strict=True)
    return all(_became(case, one) == two for one, two in pairs) and _is_bare(case)


def _own(case: Case) -> Pair[Number | None]:
    """Give the articles in which the difference lies."""
    clauses, documents = case.row.clauses, case.documents
    return Pair(
        article_of(clauses.base[0], documents.base) if clauses.base else None,
        article_of(clauses.other[0], documents.other) if clauses.other else None,
    )


def _cited(text: str, span: NormalSpan, window: NormalSpan, own: Number | None) -> list[Number]:
    """Give the numbers of the articles and items of this law that `span` touches."""
    found = (
        *find_references(text, window.start, window.end),
        *find_items(text, window.start, window.end, own),
    )
    return [
        reference.number
        for reference in found
        if reference.span.start < span.end and reference.span.end > span.start
    ]


def _became(case: Case, number: Number) -> Number:
    """Give the number that an article or item of the base has in the other."""
    numbered = case.numbering.base.get(number)
    return numbered.number if numbered else number


def _is_bare(case: Case) -> bool:
    """Say whether nothing but the numbers of articles differs."""
    bare = case.reads.map(lambda words: _numbers().sub("", words))
    return bare.base == bare.other


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_CITATION)


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(NUMBER)


RULE = Rule(
    name="citation",
    kinds=("citation",),
    about="hunk",
    rank=30,
    source=Bilingual(
        "《立法技术规范（试行）（一）》（2009），10、11：引用法律名称与条款的写法；"
        "GB/T 9704—2012，7.3.3",
        "Technical Norms of Legislation (I), 2009, nos. 10–11; GB/T 9704—2012, 7.3.3",
    ),
    match=_match,
    fires=(
        ("依照《[-示范合同法-]{+示范民法典+}》的规定处理。", "citation"),
        ("违反本办法[-第十二条-]{+第十五条+}规定的，责令改正。", "citation"),
        ("依照本法第三条{+第二款+}处理。", "citation"),
        ("依照本条第一款[-第（二）项-]{+第二项+}处理。", "citation"),
        ("有[-前款-]{+第一款+}情形的，从重处罚。", "citation"),
    ),
    silent=("对[-第一批-]{+第二批+}试点单位给予支持。", "加强[-统筹-]{+协调+}。"),
)
