"""What locate tells the user: which part is collated and what is left aside."""

from __future__ import annotations

from diffcore.errors import Bilingual
from diffcore.model import Notice, Scope

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
    first, last = _line_of(text, span.start), _line_of(text, span.start + len(words))
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
            f"对校范围为第 {first}—{last} 行（{len(span)} 字符）{_title(scope)}；"
            f"其余 {rest} 字符不在范围内{zh}",
            f"collated: lines {first}-{last} ({len(span)} characters); "
            f"{rest} characters are out of scope{en}",
        ),
    )


def _line_of(text: str, at: int) -> int:
    """Give the number of the line that the character at `at` stands in, from 1.

    A line ends with CR LF, with LF or with CR.
    """
    feeds = text.count("\n", 0, at) + text.count("\r", 0, at)
    return 1 + feeds - text.count("\r\n", 0, at)


def _title(scope: Scope) -> str:
    for part in scope.document.parts:
        if part.first == scope.first and part.title:
            return f"《{part.title}》"
    return ""
