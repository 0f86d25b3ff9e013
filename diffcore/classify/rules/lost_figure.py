"""A figure or Latin word of one side is simply gone, its unit or sign left standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.classify.counted import MISSING, MISSING_LATIN
from diffcore.errors import Bilingual
from diffcore.spans import NormalSpan, Pair

_DIGITS = frozenset("0123456789")


def _match(case: Case) -> Answer | None:
    """Name each run of digits and letters of which one side has nothing, or only its signs."""
    reads, spans, texts = case.reads, case.spans, case.texts
    if _is_lost(reads.base, reads.other) and not _is_number_cut(texts.other, spans.other):
        drafts = tuple(
            Draft(_kind_of(kept.of(texts.base)).base, Pair(kept, left))
            for kept, left in _runs(reads, spans)
        )
    elif _is_lost(reads.other, reads.base) and not _is_number_cut(texts.base, spans.base):
        drafts = tuple(
            Draft(_kind_of(kept.of(texts.other)).other, Pair(left, kept))
            for kept, left in _runs(reads.swapped(), spans.swapped())
        )
    else:
        return None
    return Answer(drafts)


def _is_lost(kept: str, left: str) -> bool:
    """Say whether `left` is `kept` without its digits, or without its digits and letters."""
    if len(left) >= len(kept) or not _DIGITS.isdisjoint(left) or not _figures().search(kept):
        return False
    if not left and _figures().fullmatch(kept):
        return True
    if any(left == _left_of(kept, lost) for lost in _losses()):
        return True
    # Runs of dashes are one in normal text: SARS-CoV-2 leaves one dash behind.
    return left == "-" and _figures().fullmatch(kept) is not None


def _left_of(words: str, lost: re.Pattern[str]) -> str:
    """Give `words` without what matches `lost`."""
    return lost.sub("", words)


def _runs(reads: Pair[str], spans: Pair[NormalSpan]) -> Iterator[tuple[NormalSpan, NormalSpan]]:
    """Give each lost run with what is left of it; the first of the pairs is the side that has it.

    A sign inside a run (1:2, 3.5) belongs to it, so that the figure is told as one.
    """
    kept, left = reads.base, reads.other
    if _figures().fullmatch(kept):
        yield spans.base, spans.other
        return
    lost = next((lost for lost in _losses() if _left_of(kept, lost) == left), _losses()[-1])
    for found in _figures().finditer(kept):
        before = len(_left_of(kept[: found.start()], lost))
        inside = len(_left_of(found.group(), lost))
        if inside == len(found.group()):
            continue
        start, at = spans.base.start, spans.other.start + before
        yield (
            NormalSpan(start + found.start(), start + found.end()),
            NormalSpan(at, at + inside),
        )


@cache
def _losses() -> tuple[re.Pattern[str], ...]:
    # Digits alone; letters too; the blanks between Latin words, and the percent sign, with them.
    return tuple(map(re.compile, ("[0-9]+", "[0-9A-Za-z]+", "[0-9A-Za-z ]+", "[0-9A-Za-z %]+")))


@cache
def _figures() -> re.Pattern[str]:
    return re.compile("[0-9A-Za-z]+(?:[-.,:/&'+~][0-9A-Za-z]+)*%?")


def _is_number_cut(text: str, span: NormalSpan) -> bool:
    """Say whether digits stand right beside `span`: then a number changed, and none was lost."""
    return text[span.start - 1 : span.start] in _DIGITS or text[span.end : span.end + 1] in _DIGITS


def _kind_of(kept: str) -> Pair[str]:
    return MISSING_LATIN if _DIGITS.isdisjoint(kept) else MISSING


RULE = Rule(
    name="lost_figure",
    kinds=("missing_figure", "extra_figure", "missing_latin", "extra_latin"),
    about="hunk",
    rank=11,
    source=Bilingual(
        "版式文件转文本时西文字符失落，单位、括号、比号仍在",
        "Text taken from print files loses Western characters; units, brackets and signs stay",
    ),
    match=_match,
    fires=(
        ("本办法自[-2025-]年施行。", "missing_figure"),
        ("床位与护士之比不低于[-1:2-]{+:+}。", "missing_figure"),
        ("产量达到[-1.39-]万亿斤。", "missing_figure"),
        ("推广[-5G-]网络应用。", "missing_figure"),
        ("依照《示范通知》（示范发〔[-2021〕18-]{+〕+}号）执行。", "missing_figure"),
        ("用[-0.9%-]{+.+}溶液稀释。", "missing_figure"),
        ("检测[-X-Lab-2-]{+-+}样本。", "missing_figure"),
        ("试点推行[-DRG-]付费。", "missing_latin"),
        ("建设{+12+}个示范园区。", "extra_figure"),
    ),
    silent=(
        "补助[-1200-]{+120+}元。",
        "建设[-十二-]个示范园区。",
        "加强[-统筹-]协调。",
        "增长[-%-]。",
    ),
)
