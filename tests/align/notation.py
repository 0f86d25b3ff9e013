"""Documents and alignments in a notation that a proofreader can write and check.

A text has one clause a line; 第X章 holds 第X条, that holds unnumbered paragraphs and (一), that
holds 1. An alignment is a table with one column a row: labels (or first words) of clauses,
`+` between neighbours, `-` for none, `*` before what moved.
"""

from __future__ import annotations

import re

from diffcore.align import align
from diffcore.model import Clause, Document, NormalText, Part, Row, Scope, SourceText
from diffcore.offsets import OffsetMap
from diffcore.spans import NormalSpan, Pair

_NUMERAL = "[零一二三四五六七八九十百千0-9]"
_LABELS = (
    ("chapter", "chapter", 1, rf"第({_NUMERAL}+)章"),
    ("article", "article", 2, rf"第({_NUMERAL}+)[条條](?:之({_NUMERAL}+))?"),
    ("heading", "chinese", 2, rf"({_NUMERAL}+)、"),
    ("item", "paren-chinese", 4, rf"\(({_NUMERAL}+)\)"),
    ("item", "paren-chinese", 4, r"\(()\)"),
    ("subitem", "arabic-dot", 5, r"(\d+)\.(?!\d)"),
)
_DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True))


def document(text: str, parts: tuple[tuple[str, int, str], ...] = ()) -> Document:
    """Give the document that `text` shows; `parts` are (kind, number, first words of its title)."""
    lines = [line.strip() for line in text.strip("\n").split("\n")]
    lines = [line for line in lines if line]
    clauses: list[Clause] = []
    above: list[tuple[int, int]] = []
    at = 0
    for index, line in enumerate(lines):
        level, style, rank, label, ordinal, branch = _read_label(line)
        if level == "heading" and any(clauses[high].level == "article" for _, high in above):
            level, rank = "item", 4
        while above and above[-1][0] >= rank:
            above.pop()
        parent = above[-1][1] if above else None
        above.append((rank, index))
        end = at + len(line) + 1
        inner = at + len(label)
        inner += len(line[len(label) :]) - len(line[len(label) :].lstrip())
        clauses.append(
            Clause(
                index, NormalSpan(at, end), NormalSpan(inner, end - 1), label, style, level,
                "body", ordinal, branch, parent, label or line[:4],
            )
        )  # fmt: skip
        at = end
    joined = "".join(line + "\n" for line in lines)
    return Document(_normal(joined), tuple(clauses), _parts(lines, parts))


def scopes(base: str, other: str) -> Pair[Scope]:
    """Give the whole of two texts as scopes."""
    return Pair(base, other).map(document).map(lambda made: Scope(made, 0, len(made.clauses)))


def table(base: str, other: str) -> str:
    """Align two texts and give the table of the alignment."""
    rows = align(scopes(base, other))
    return _lines([_cell(row, row.clauses.base) for row in rows]) + _lines(
        [_cell(row, row.clauses.other) for row in rows]
    )


def expected(drawn: str) -> str:
    """Give a drawn table in the form in which `table` gives it."""
    lines = [line.strip() for line in drawn.strip().split("\n")]
    return "".join(_lines([cell.strip() for cell in line.split("|")[1:-1]]) for line in lines)


def _lines(cells: list[str]) -> str:
    return " | ".join(cells) + "\n"


def _cell(row: Row, clauses: tuple[Clause, ...]) -> str:
    sign = "*" if row.relation == "moved" else ""
    return sign + ("+".join(clause.address for clause in clauses) or "-")


def _read_label(line: str) -> tuple[str, str, int, str, int | None, int]:
    for level, style, rank, pattern in _LABELS:
        match = re.match(pattern, line)
        if match:
            groups = match.groups()
            branch = _number(groups[1]) if len(groups) > 1 and groups[1] else 0
            ordinal = _number(groups[0]) if groups[0] else None
            return level, style, rank, match[0], ordinal, branch or 0
    return "paragraph", "", 3, "", None, 0


def _number(numeral: str) -> int:
    if numeral.isdigit() and numeral.isascii():
        return int(numeral)
    total = unit = 0
    for character in numeral:
        if character in "十百千":
            total += (unit or 1) * {"十": 10, "百": 100, "千": 1000}[character]
            unit = 0
        else:
            unit = _DIGITS[character]
    return total + unit


def _normal(text: str) -> NormalText:
    source = SourceText("text.txt", "0" * 64, "text", "utf-8", text)
    return NormalText(source, text, OffsetMap.identity(len(text)), (), "simplified")


def _parts(lines: list[str], wanted: tuple[tuple[str, int, str], ...]) -> tuple[Part, ...]:
    starts = [
        next(at for at, line in enumerate(lines) if line.startswith(title))
        for _, _, title in wanted
    ]
    ends = [*starts[1:], len(lines)] if starts else []
    return tuple(
        Part(kind, number, title, first, last)
        for (kind, number, title), first, last in zip(wanted, starts, ends, strict=True)
    )
