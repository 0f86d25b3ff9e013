"""A line that a proofreader can write and check: both texts and the ops between them.

    企业应当在[-三十-]{+十五+}个工作日内提交申请，补贴标准为每人每月(~５００|500~)元。

`[-…-]` stands in the base only, `{+…+}` in the other only, both side by side are a replacement,
`(~…|…~)` differs in the sources and not in the words. All else is equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from diffcore.diff import diff
from diffcore.model import Clause, Comparison, NormalText, Op, Row, SourceText
from diffcore.normalise import normalise
from diffcore.places import UNMAPPED_MARK, Unmapped
from diffcore.spans import NormalSpan, Pair, SourceSpan

_PARTS = re.compile(
    r"\[-(?P<gone>.*?)-\](?:\{\+(?P<instead>.*?)\+\})?"
    r"|\{\+(?P<come>.*?)\+\}"
    r"|\(~(?P<base>.*?)\|(?P<other>.*?)~\)",
    re.DOTALL,
)


class Notation(NamedTuple):
    """What a line says: the text of the base, the text of the other, and the ops."""

    base: str
    other: str
    ops: tuple[Op, ...]


def parse(line: str) -> Notation:
    """Read a line of the notation."""
    texts = ["", ""]
    ops: list[Op] = []

    def add(tag: str, one: str, two: str) -> None:
        if not one and not two:
            return
        spans = [
            SourceSpan(len(text), len(text) + len(more))
            for text, more in zip(texts, (one, two), strict=True)
        ]
        texts[0] += one
        texts[1] += two
        ops.append(Op(tag, Pair(*spans)))

    copied = 0
    for match in _PARTS.finditer(line):
        between = line[copied : match.start()]
        add("equal", between, between)
        copied = match.end()
        if match["base"] is not None:
            add("folded", match["base"], match["other"])
        elif match["come"] is not None:
            add("insert", "", match["come"])
        else:
            add("replace" if match["instead"] else "delete", match["gone"], match["instead"] or "")
    add("equal", line[copied:], line[copied:])
    return Notation(texts[0], texts[1], tuple(ops))


def render(ops: Iterable[Op], base: str, other: str) -> str:
    """Write ops between two source texts as a line of the notation."""
    pieces = []
    for op in ops:
        one, two = op.spans.base.of(base), op.spans.other.of(other)
        if op.tag == "equal":
            pieces.append(one)
        elif op.tag == "folded":
            pieces.append(f"(~{one}|{two}~)")
        else:
            pieces.append((f"[-{one}-]" if one else "") + (f"{{+{two}+}}" if two else ""))
    return "".join(pieces)


def normal_of(text: str, script: str | None = None) -> NormalText:
    """Give the normal text of `text` as if it were a file; `script` overrides the one found."""
    normal = normalise(SourceText("-", "", "text", None, text, unmapped=unmapped_in(text)))
    return normal._replace(script=script) if script else normal


def unmapped_in(text: str) -> tuple[Unmapped, ...]:
    """Give the runs of marks in `text`: here every one stands for glyphs without characters."""
    runs = re.finditer(f"{UNMAPPED_MARK}+", text)
    return tuple(Unmapped(SourceSpan(*run.span())) for run in runs)


def compare_normals(normals: Pair[NormalText], label: Pair[int] = Pair(0, 0)) -> Comparison:  # noqa: B008
    """Compare two whole texts as one matched row of one clause a side.

    The first `label` characters of either are its label.
    """
    clauses = Pair(_clause(normals.base.text, label.base), _clause(normals.other.text, label.other))
    row = Row("matched", clauses.map(lambda one: (one,)), clauses.map(lambda one: one.span), 0, "")
    return diff(row, normals)


def compare_texts(base: str, other: str) -> str:
    """Compare two texts and give the result as a line of the notation."""
    result = compare_normals(Pair(normal_of(base), normal_of(other)))
    return render(result.ops, base, other)


def _clause(text: str, label: int) -> Clause:
    span = NormalSpan(0, len(text))
    body = NormalSpan(label, len(text) - text.endswith("\n"))
    return Clause(0, span, body, text[:label], "", "", "body", None, 0, None, "")
