"""A stray form of the other script stands for the same character."""

from __future__ import annotations

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.errors import Bilingual
from diffcore.spans import Pair

# The coded character sets of the two scripts: what a set lacks is a stray form in its script.
_CHARSETS = {"simplified": "gb2312", "traditional": "big5"}


def _match(case: Case) -> Answer | None:
    """Name readings that are equal after folding and differ by a form foreign to its text.

    A converter may have left a form in a text that is otherwise of the other script (徵調 as
    徵调): that is the same character as printed on both sides, folded on one of them only.
    """
    reads = case.reads
    if not case.is_whole or not reads.base or len(reads.base) != len(reads.other):
        return None
    documents, sources = case.documents, case.hunk.sources
    printed = Pair(
        sources.base.of(documents.base.normal.source.text),
        sources.other.of(documents.other.normal.source.text),
    )
    if reads.base != reads.other:
        is_kept = _is_same_either_way(printed, reads)
        return Answer((Draft("variant_form", case.spans),)) if is_kept else None
    own = Pair(documents.base.normal.script, documents.other.normal.script)
    if _has_stray(printed.base, printed.other, own.base) or _has_stray(
        printed.other, printed.base, own.other
    ):
        return Answer((Draft("variant_form", case.spans),))
    return None


def _is_same_either_way(printed: Pair[str], reads: Pair[str]) -> bool:
    """Say whether each character is the same on both sides, as it is printed or as it is folded."""
    if len(printed.base) != len(printed.other) or len(printed.base) != len(reads.base):
        return False
    signs = zip(*printed, *reads, strict=True)
    return all(one == two or base == other for one, two, base, other in signs)


def _has_stray(text: str, counterpart: str, script: str) -> bool:
    """Say whether a character that only `text` has is foreign to `script`."""
    charset = _CHARSETS[script]
    return any(char not in counterpart and not _can_encode(char, charset) for char in text)


def _can_encode(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


RULE = Rule(
    name="variant_form",
    kinds=("variant_form",),
    about="hunk",
    rank=10,
    source=Bilingual(
        "《通用规范汉字表》（2013）：规范字与繁体字、异体字的对应；字集以 GB/T 2312、Big5 为界",
        "Table of General Standard Chinese Characters (2013); GB/T 2312 and Big5 tell the scripts",
    ),
    match=_match,
    fires=(
        ("发挥区位[-優勢-]{+优势+}，培育特色产业，提升服务质量。", "variant_form"),
        ("完善[-医疗-]{+醫療+}服务体系，提升服务质量。", "variant_form"),
    ),
    silent=("生产陶瓷[-坯-]{+坏+}体。", "加强[-统筹-]{+协调+}。"),
)
