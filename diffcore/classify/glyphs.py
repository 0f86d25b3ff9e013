"""Findings at glyphs without characters: the defect of the file is told from a change of the text.

What such a finding differs by may be the file alone. Its remarks say where the page shows glyphs,
and what optical recognition sees there; a group holds all of one side.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from diffcore.chinese.numerals import NUMERAL_CHARACTERS
from diffcore.errors import Bilingual
from diffcore.model import Document, Finding, NormalText, Remark
from diffcore.places import UNMAPPED_MARK, Placer, Unmapped
from diffcore.spans import Pair, SourceSpan

_MARKS = re.compile(f"{UNMAPPED_MARK}+")
# A run of marks with the signs inside it, up to the figure behind it.
_RUN = re.compile(f"{UNMAPPED_MARK}(?:[-.:\\n]*{UNMAPPED_MARK})*")

SIDES = Pair(Bilingual("底本", "base"), Bilingual("校本", "other"))


def remark_on_glyphs(
    findings: tuple[Finding, ...], documents: Pair[Document]
) -> tuple[Finding, ...]:
    """Give the findings, those at glyphs without characters with remarks that say so."""
    sources = documents.map(lambda document: document.normal.source)
    if not any(source.unmapped for source in sources):
        return findings
    lookups = Pair(_Glyphs(documents.base), _Glyphs(documents.other))
    return tuple(
        finding._replace(remarks=(*finding.remarks, *_remarks(finding, lookups)))
        for finding in findings
    )


def sides_with_glyphs(finding: Finding) -> Pair[bool]:
    """Say on which sides the page shows glyphs without characters at `finding`."""
    words = [remark.words.zh for remark in finding.remarks if remark.code == "glyphs"]
    return SIDES.map(lambda side: any(each.startswith(side.zh) for each in words))


def figure_as_shown(normal: NormalText, span: SourceSpan) -> str | None:
    """Give the figure at `span` with the glyphs that belong to it, None where there are none.

    Those right before its first digit or behind its last may be digits of it; those of page
    furniture are not.
    """
    text = normal.source.text
    if UNMAPPED_MARK not in text[max(span.start - 1, 0) : span.end + 1]:
        return None
    starts = next((each.starts for each in normal.edits if each.fold == "unmapped"), ())
    first, behind = bisect_left(starts, span.start), bisect_left(starts, span.end)
    start, end = span.start, span.end
    if first and _is_digit(text[start]) and _RUN.fullmatch(text, starts[first - 1], start):
        start = starts[first - 1]
    if behind < len(starts) and starts[behind] == end and _is_digit(text[end - 1]):
        run = _MARKS.match(text, end)
        end = run.end() if run else end
    has_glyphs = first < behind or (start, end) != (span.start, span.end)
    return "".join(text[start:end].split()) if has_glyphs else None


def _is_digit(char: str) -> bool:
    return char.isdigit() or char in NUMERAL_CHARACTERS


class _Glyphs:
    """The glyphs without characters of one side, to look up by a span of its source."""

    def __init__(self, document: Document) -> None:
        source = document.normal.source
        self._all: Sequence[Unmapped] = source.unmapped
        self._starts = [each.span.start for each in self._all]
        self._ends = [each.span.end for each in self._all]
        self._placer = Placer(source.text, source.placed, source.parts)

    def inside(self, span: SourceSpan) -> Sequence[Unmapped]:
        """Give the glyphs in `span`, in order."""
        return self._all[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def place_of(self, one: Unmapped) -> Bilingual:
        """Give the place of glyphs in words."""
        return self._placer.at(one.span.start).in_words()


def _remarks(finding: Finding, lookups: Pair[_Glyphs]) -> Iterator[Remark]:
    readings = finding.readings
    for side, lookup, reading, opposite in (
        (SIDES.base, lookups.base, readings.base, readings.other),
        (SIDES.other, lookups.other, readings.other, readings.base),
    ):
        found = lookup.inside(reading.span)
        if found:
            place = lookup.place_of(found[0])
            yield Remark(
                "glyphs",
                Bilingual(
                    f"{side.zh}{place.zh}版面有字形、无字符",
                    f"{side.en} {place.en}: the page shows glyphs without characters",
                ),
            )
            yield from _say_seen(found, reading.span, reading.text, opposite.text)


def _say_seen(
    found: Sequence[Unmapped], span: SourceSpan, text: str, opposite: str
) -> Iterator[Remark]:
    """Give what recognition sees in the place of the glyphs, beside what the other side reads."""
    if not all(one.seen for one in found):
        return
    pieces, at = [], span.start
    for one in found:
        pieces += [text[at - span.start : one.span.start - span.start], one.seen]
        at = one.span.end
    seen = "".join("".join((*pieces, text[at - span.start :])).split())
    sureness = min(one.confidence or 0.0 for one in found)
    is_same = seen == "".join(opposite.split())
    same = Bilingual("与另一本相同", "as the other side reads") if is_same else Bilingual(
        "与另一本不同", "unlike the other side"
    )  # fmt: skip
    yield Remark(
        "seen",
        Bilingual(
            f"版面可见「{seen}」（文字识别，置信 {sureness:.2f}，{same.zh}）",
            f"the page shows “{seen}” (optical recognition, confidence {sureness:.2f}, {same.en})",
        ),
    )
