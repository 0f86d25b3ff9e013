"""What locate tells the user: which part is collated and what is left aside."""

from __future__ import annotations

from diffcore.errors import Bilingual
from diffcore.model import Notice, Scope, SourceText
from diffcore.places import Place, Placer

STAGE = "locate"


def unrelated() -> Notice:
    """Say that the two texts have nothing in common."""
    return Notice(
        STAGE,
        None,
        Bilingual(
            "两个文本没有相应的内容，未作对校；如确需逐条对校，请加 --whole",
            "the two texts have nothing in common and were not collated; --whole collates anyway",
        ),
    )


def left_out(scope: Scope, side: str) -> Notice | None:
    """Say which part of a text is collated, None where all of it is."""
    document = scope.document
    if scope.first == 0 and scope.last == len(document.clauses):
        return None
    text = document.normal.source.text
    span = scope.source_span
    words = span.of(text).rstrip()
    bounds = _bounds(document.normal.source, span.start, span.start + len(words))
    inside = {
        part.number
        for part in document.parts
        if part.last > scope.first and part.first < scope.last
    }
    aside = len({part.number for part in document.parts if part.kind == "document"} - inside)
    rest = len(text) - len(span)
    others = (f"，含另外 {aside} 个文件", f", {aside} other documents among them")
    zh, en = others if aside else ("", "")
    return Notice(
        STAGE,
        side,
        Bilingual(
            f"对校范围为{bounds.zh}（{len(span)} 字符）{_title(scope)}；"
            f"其余 {rest} 字符不在范围内{zh}",
            f"collated: {bounds.en} ({len(span)} characters); "
            f"{rest} characters are out of scope{en}",
        ),
    )


def _bounds(source: SourceText, start: int, end: int) -> Bilingual:
    """Give where the scope begins and ends, in lines of a file or in places of its format."""
    placer = Placer(source.text, source.placed, source.parts)
    first, last = placer.at(start), placer.at(end)
    if first.line and first._replace(line=None) == Place() == last._replace(line=None):
        return Bilingual(f"第 {first.line}—{last.line} 行", f"lines {first.line}-{last.line}")
    from_, to = first.in_words(), last.in_words()
    return Bilingual(f"{from_.zh}—{to.zh}", f"{from_.en} – {to.en}")


def _title(scope: Scope) -> str:
    for part in scope.document.parts:
        if part.first == scope.first and part.title:
            return f"《{part.title}》"
    return ""
