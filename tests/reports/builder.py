"""Builds a `Collation` from marked lines, without the stages: what reports are tested with.

One line is one row of one clause a side. Its marks are those of the project's cases:
`[-words of the base-]`, `{+words of the other+}`, both together for a replacement, and
`(~base form|other form~)` for a folded difference. `↵` is a line break of the file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffcore.errors import Bilingual
from diffcore.model import (
    Clause,
    Collation,
    Comparison,
    Document,
    Finding,
    FoldCount,
    Group,
    Kind,
    NormalText,
    Notice,
    Op,
    Options,
    Reading,
    Row,
    SourceText,
    Witness,
)
from diffcore.offsets import Edit, fold_text
from diffcore.spans import NormalSpan, Pair, SourceSpan

_PARTS = re.compile(
    r"(?P<replace>\[-(?P<old>.*?)-\]\{\+(?P<new>.*?)\+\})|\[-(?P<delete>.*?)-\]"
    r"|\{\+(?P<insert>.*?)\+\}|\(~(?P<one>.*?)\|(?P<two>.*?)~\)",
    re.DOTALL,
)

KINDS = tuple(
    Kind(name, Bilingual(zh, name.replace("_", " ")), severity, Bilingual(zh, name))
    for name, zh, severity in (
        ("missing_figure", "数字缺失", "substantive"),
        ("extra_figure", "数字增出", "substantive"),
        ("wording", "措辞变动", "substantive"),
        ("omission", "脱文", "substantive"),
        ("addition", "衍文", "substantive"),
        ("omitted_clause", "条款脱", "substantive"),
        ("added_clause", "条款衍", "substantive"),
        ("moved_clause", "条款移位", "substantive"),
        ("punctuation", "标点变动", "accidental"),
        ("suspect_gap", "疑似缺数字", "note"),
        ("unrelated", "两文无关", "substantive"),
    )
)


class Part(NamedTuple):
    """One op before it has offsets."""

    tag: str
    base: str
    other: str


class Line(NamedTuple):
    """One row: its marked text, and how its clause is called."""

    marked: str
    address: str = ""
    relation: str = "matched"
    kind: str = ""
    level: str = "paragraph"
    role: str = "body"


def parts_of(marked: str) -> Iterator[Part]:
    """Give the ops of a marked line."""
    marked = marked.replace("↵", "\n")
    at = 0
    for match in _PARTS.finditer(marked):
        if match.start() > at:
            yield Part("equal", marked[at : match.start()], marked[at : match.start()])
        at = match.end()
        found = match.groupdict()
        if found["replace"] is not None:
            yield Part("replace", found["old"], found["new"])
        elif found["delete"] is not None:
            yield Part("delete", found["delete"], "")
        elif found["insert"] is not None:
            yield Part("insert", "", found["insert"])
        else:
            yield Part("folded", found["one"], found["two"])
    if at < len(marked):
        yield Part("equal", marked[at:], marked[at:])


def build(lines: Sequence[Line], options: Options | None = None) -> Collation:
    """Give the collation of two texts of these lines, with a finding for each difference."""
    rows = [_parts_of(line) for line in lines]
    base = _document(lines, rows, "base")
    other = _document(lines, rows, "other")
    comparisons = tuple(_comparisons(lines, rows, base, other))
    findings = tuple(_findings(lines, comparisons, Pair(base, other)))
    lost = tuple(each.id for each in findings if each.kind == "missing_figure")
    groups: tuple[Group, ...] = ()
    if len(lost) > 1:
        title = Bilingual(f"校本全部西文数字缺失（{len(lost)} 处）", f"Lost figures ({len(lost)})")
        groups = (Group("G1", title, "extraction", lost),)
    return Collation(
        "0.1.0",
        options or Options(),
        Pair(_witness(base, "演示底本"), _witness(other, "演示校本")),
        comparisons,
        findings,
        groups,
        (FoldCount("linewrap", Bilingual("换行", "line wraps"), Pair(3, 41)),),
        (Notice("read", "other", Bilingual("假定编码为 gb18030", "encoding taken for gb18030")),),
        KINDS,
    )


def _parts_of(line: Line) -> list[Part]:
    whole = line.marked.replace("↵", "\n") + "\n"
    if line.relation == "omitted":
        return [Part("delete", whole, "")]
    if line.relation == "added":
        return [Part("insert", "", whole)]
    return [*parts_of(line.marked), Part("equal", "\n", "\n")]


def _document(lines: Sequence[Line], rows: Sequence[Sequence[Part]], side: str) -> Document:
    edits: list[Edit] = []
    pieces: list[str] = []
    at = 0
    for parts in rows:
        for part in parts:
            text: str = getattr(part, side)
            if part.tag == "folded" and text:
                same = "" if not (part.base + part.other).strip() else part.other
                edits.append(Edit(at, at + len(text), same))
            elif "\n" in text[:-1]:
                feeds = (each.start() for each in re.finditer("\n", text[:-1]))
                edits.extend(Edit(at + feed, at + feed + 1, "") for feed in feeds)
            pieces.append(text)
            at += len(text)
    text = "".join(pieces)
    folded, offsets = fold_text(text, edits)
    raw = text.encode("utf-8", "surrogatepass")
    path = {"base": "texts/base.txt", "other": "texts/other.txt"}[side]
    source = SourceText(path, hashlib.sha256(raw).hexdigest(), "text", "utf-8", text)
    normal = NormalText(source, folded, offsets, (), "simplified")
    return Document(normal, tuple(_clauses(lines, folded, side)), ())


def _clauses(lines: Sequence[Line], folded: str, side: str) -> Iterator[Clause]:
    absent = {"base": "added", "other": "omitted"}[side]
    start = index = 0
    for line in lines:
        if line.relation == absent:
            continue
        end = folded.index("\n", start) + 1
        span, body = NormalSpan(start, end), NormalSpan(start, end - 1)
        yield Clause(index, span, body, "", "", line.level, line.role, None, 0, None, line.address)
        start, index = end, index + 1


def _comparisons(
    lines: Sequence[Line], rows: Sequence[Sequence[Part]], base: Document, other: Document
) -> Iterator[Comparison]:
    clauses = Pair(iter(base.clauses), iter(other.clauses))
    at = Pair(0, 0)
    normal_at = Pair(0, 0)
    for line, parts in zip(lines, rows, strict=True):
        ops: list[Op] = []
        for part in parts:
            ends = Pair(at.base + len(part.base), at.other + len(part.other))
            spans = Pair(SourceSpan(at.base, ends.base), SourceSpan(at.other, ends.other))
            ops.append(Op(part.tag, spans))
            at = ends
        mine: Pair[tuple[Clause, ...]] = Pair(
            () if line.relation == "added" else (next(clauses.base),),
            () if line.relation == "omitted" else (next(clauses.other),),
        )
        spans_of_row = Pair(
            mine.base[0].span if mine.base else NormalSpan(normal_at.base, normal_at.base),
            mine.other[0].span if mine.other else NormalSpan(normal_at.other, normal_at.other),
        )
        normal_at = spans_of_row.map(lambda span: span.end)
        row = Row(line.relation, mine, spans_of_row, 1.0, "label")
        yield Comparison(row, tuple(ops), ())


def _findings(
    lines: Sequence[Line], comparisons: Sequence[Comparison], documents: Pair[Document]
) -> Iterator[Finding]:
    texts = documents.map(lambda document: document.normal.source.text)
    number = 0
    severities = {kind.name: kind.severity for kind in KINDS}
    for index, (line, comparison) in enumerate(zip(lines, comparisons, strict=True)):
        spans = [op for op in comparison.ops if op.tag not in ("equal", "folded")]
        places = [(op.tag, op.spans) for op in spans]
        if line.relation == "moved":
            ops = comparison.ops
            whole = Pair(
                SourceSpan(ops[0].spans.base.start, ops[-1].spans.base.end),
                SourceSpan(ops[0].spans.other.start, ops[-1].spans.other.end),
            )
            places = [("moved", whole), *places]
        for tag, spans_of_finding in places:
            number += 1
            kind = _kind_of(tag, line)
            readings = Pair(
                _reading(texts.base, spans_of_finding.base),
                _reading(texts.other, spans_of_finding.other),
            )
            message = _message(kind, readings)
            yield Finding(
                f"F{number:03}",
                f"key-{number}",
                kind,
                severities[kind],
                kind,
                index,
                line.address,
                readings,
                message,
                "G1" if kind == "missing_figure" else None,
            )


def _kind_of(tag: str, line: Line) -> str:
    if line.relation in ("omitted", "added"):
        return f"{line.relation}_clause"
    if tag == "moved":
        return "moved_clause"
    kinds = {"delete": "omission", "insert": "addition", "replace": "wording"}
    return line.kind or kinds[tag]


def _message(kind: str, readings: Pair[Reading]) -> Bilingual:
    base, other = readings.base.text.strip(), readings.other.text.strip()
    title = next(each.title for each in KINDS if each.name == kind)
    return Bilingual(
        f"{title.zh}：底本作「{base[:20]}」，校本作「{other[:20]}」",
        f"{title.en}: base “{base[:20]}”, other “{other[:20]}”",
    )


def _reading(text: str, span: SourceSpan) -> Reading:
    left = re.split(r"[，。；\n]", text[max(0, span.start - 8) : span.start])[-1]
    right = re.split(r"[，。；\n]", text[span.end : span.end + 8])[0]
    words = span.of(text).strip()
    return Reading(span, words, left + words + right)


def _witness(document: Document, title: str) -> Witness:
    return Witness(document, title, SourceSpan(0, len(document.normal.source.text)))


def related_to_nothing() -> Collation:
    """Give the collation of two texts that have no clause in common."""
    told = build([Line("河流两岸应当种植树木。", "第一条")])
    nothing = Reading(SourceSpan(0, 0), "", "")
    message = Bilingual("两文没有可对应的条款", "no clause of one answers to the other")
    finding = Finding(
        "F001",
        "k",
        "unrelated",
        "substantive",
        "unrelated",
        None,
        "",
        Pair(nothing, nothing),
        message,
    )
    empty = told.witnesses.map(lambda each: Witness(each.document, each.title, SourceSpan(0, 0)))
    return Collation(told.version, told.options, empty, (), (finding,), (), (), (), told.kinds)


SAMPLE = (
    Line("河湖岸线保护实施办法", "标题", level="title", role="title"),
    Line("一、总体要求", "一、", level="heading"),
    Line("到[-2028-]年，(~，|,~)建成岸线↵管护体系。", "一、›第1段", kind="missing_figure"),
    Line(
        "坚持生态优先、绿色发展，统筹水资源、水环境、水生态治理，健全长效机制，落实各级责任。"
        "建立县乡村三级巡护队伍，每月开展联合巡查，形成问题清单、责任清单。",
        "一、›第2段",
    ),
    Line("各镇应当[-每季度-]{+每半年+}报告一次(~，|,~)并向社会公开。", "二、›（一）"),
    Line("护岸林宽度不少于[-30-]米，补植[-500-]亩。", "二、›（二）", kind="missing_figure"),
    Line("对擅自填堵河道的，责令恢复原状。", "二、›（三）", relation="omitted"),
    Line("鼓励志愿者参与巡护。", "二、›（四）", relation="added"),
    Line("资金由市、县{+共同+}承担[-、-]{+，+}专款专用。", "二、›（五）", kind="punctuation"),
    Line("本办法由水务部门负责解释。", "三、", relation="moved"),
)
