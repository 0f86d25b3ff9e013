"""A PDF whose figures have no characters against the whole one: is every loss told as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from benchmarks.accuracy.texts import DATA
from diffcore import Collation
from diffcore.errors import Bilingual
from diffcore.model import Finding, SourceText
from diffcore.places import UNMAPPED_MARK

EDITIONS = (
    (
        "第九版",
        "6-xinguan诊疗方案-第九版+书签补全-202203.pdf",
        "诊疗方案-第九版.digits-unmapped.pdf",
    ),
    (
        "第十版",
        "6-xinguan诊疗方案-第十版+书签补全-202301.pdf",
        "诊疗方案-第十版.digits-unmapped.pdf",
    ),
)
# What the damaged files lost (formats/SOURCES.md): each run of such signs is one loss.
_LOST = re.compile("[0-9A-Za-z%]+")
_SIGN = re.compile("[0-9A-Za-z%]")
_FIGURE = re.compile("[0-9]+%?|%")


class Loss(NamedTuple):
    """What is told of one edition.

    `signs` are the signs that the damaged file lost, `marks` the marks that it has for them, both
    of the whole file. `runs` are the losses in the collated words, `told` those inside a finding,
    `proven` those inside a finding whose other reading shows the glyphs. `rest` are the other
    findings of substance. `exact` of `all` findings have a mark for each sign of the whole file.
    `seen` counts the runs of marks that recognition reads, `words` those that it reads right;
    `figures` the runs that stand for digits alone, `shown` those of them that it reads right. All
    but `figures` are 0 where the extra `ocr` is not installed.
    """

    edition: str
    signs: int
    marks: int
    runs: tuple[str, ...]
    told: int
    proven: int
    untold: tuple[str, ...]
    rest: tuple[tuple[str, str, str, str], ...]
    all: int
    exact: int
    seen: int
    figures: int
    shown: int
    words: int


def _run(engine: Engine) -> Outcome:
    losses = list(engine.each(_measure, EDITIONS))
    marks = sum(one.figures for one in losses)
    runs = sum(len(one.runs) for one in losses)
    return Outcome(
        (
            _share("丢失的数字、字母，说出的", "losses told", losses, runs, "told"),
            _share("说明是版面有字形、无字符的", "told as glyphs without characters",
                   losses, runs, "proven"),
            Measure(Bilingual("标出的字形与丢失的字相差", "marks less signs lost"),
                    sum(abs(one.marks - one.signs) for one in losses), 0, "count",
                    is_at_least=False),
            Measure(Bilingual("此外的实质校记", "other findings of substance"),
                    sum(len(one.rest) for one in losses), 0, "count", is_at_least=False),
            Measure(Bilingual("版面上读出的数字，读对的", "figures read off the page, right"),
                    sum(one.shown for one in losses) / max(marks, 1), 0.99),
        ),
        (_table(losses),),
        tuple(_faults(losses)),
    )  # fmt: skip


def _share(zh: str, en: str, losses: Sequence[Loss], runs: int, name: str) -> Measure:
    return Measure(Bilingual(zh, en), sum(getattr(one, name) for one in losses) / max(runs, 1), 1.0)


def _measure(engine: Engine, edition: tuple[str, str, str]) -> Loss:
    name, whole, damaged = edition
    collation = engine.collate(
        DATA / "formats/pdf_policy" / whole, DATA / "formats/digit_loss" / damaged
    )
    base, other = collation.witnesses.map(lambda witness: witness.source)
    runs = list(_runs(collation))
    findings = [one for one in collation.findings if one.severity != "note" or _shows_marks(one)]
    covers = [(one.readings.base.span.start, one.readings.base.span.end, one) for one in findings]
    told = {run: [f for start, end, f in covers if start <= run[0] and run[1] <= end]
            for run in runs}  # fmt: skip
    shown = list(_shown(base, other))
    figures = [(lost, seen) for lost, seen in shown if _FIGURE.fullmatch(lost)]
    return Loss(
        name,
        len(_SIGN.findall(base.text)) - len(_SIGN.findall(other.text)),
        other.text.count(UNMAPPED_MARK) - base.text.count(UNMAPPED_MARK),
        tuple(base.text[start:end] for start, end in runs),
        sum(1 for found in told.values() if found),
        sum(1 for found in told.values() if any(map(_shows_marks, found))),
        tuple(_around(base.text, run) for run, found in told.items() if not found),
        tuple(_rest(collation)),
        len(collation.findings),
        sum(map(_is_exact, collation.findings)),
        sum(1 for _, seen in shown if seen),
        len(figures),
        sum(1 for lost, seen in figures if lost == seen),
        sum(1 for lost, seen in shown if lost == seen),
    )


def _runs(collation: Collation) -> Iterator[tuple[int, int]]:
    """Give the losses of the base that are in scope and no page furniture."""
    witness = collation.witnesses.base
    furniture = [
        (start, end)
        for edits in witness.document.normal.edits
        if edits.fold in ("furniture", "markup")
        for start, end in zip(edits.starts, edits.ends, strict=True)
    ]
    scope = witness.scope
    for found in _LOST.finditer(witness.source.text, scope.start, scope.end):
        if not any(start <= found.start() < end for start, end in furniture):
            yield found.start(), found.end()


def _shows_marks(finding: Finding) -> bool:
    return UNMAPPED_MARK in finding.readings.other.text


def _rest(collation: Collation) -> Iterator[tuple[str, str, str, str]]:
    """Give the findings of substance that tell of something else than a loss."""
    for finding in collation.findings:
        if finding.severity == "substantive" and not _is_loss(finding):
            readings = finding.readings.map(lambda reading: reading.text)
            yield finding.kind, finding.address, *readings


def _is_loss(finding: Finding) -> bool:
    """Say whether what differs are signs that the damaged file lost, and what joins them."""
    texts = finding.readings.map(lambda reading: reading.text)
    base, other = (re.sub(rf"[\s0-9A-Za-z%{UNMAPPED_MARK}]", "", text) for text in texts)
    is_joined = all(re.fullmatch("[-.:/,～~]*", text) for text in (base, other))
    return (base == other or is_joined) and _shows_marks(finding)


def _is_exact(finding: Finding) -> bool:
    """Say whether the damaged file has a mark for each sign that the whole one has."""
    base, other = ("".join(reading.text.split()) for reading in finding.readings)
    return _SIGN.sub(UNMAPPED_MARK, base) == other


def _shown(base: SourceText, other: SourceText) -> Iterator[tuple[str, str]]:
    """Give for each run of marks what the whole file has there, and what recognition reads.

    The two files differ in nothing but the mapping: without blanks, which are set by the reader,
    their characters answer to each other one by one.
    """
    whole = "".join(base.text.split())
    if len(whole) != len("".join(other.text.split())):
        return
    before, at = 0, 0
    for one in other.unmapped:
        before += len("".join(other.text[at : one.span.start].split()))
        lost = whole[before : before + one.span.end - one.span.start]
        before, at = before + len(lost), one.span.end
        yield lost, one.seen


def _around(text: str, run: tuple[int, int]) -> str:
    return text[max(run[0] - 12, 0) : run[1] + 12].replace("\n", "⏎")


def _table(losses: Sequence[Loss]) -> Table:
    return Table(
        Bilingual("完整的 PDF 与丢字的 PDF", "the whole PDF and the damaged one"),
        (
            Bilingual("文本", "text"),
            Bilingual("丢失的字", "signs lost"),
            Bilingual("标出的字形", "marks"),
            Bilingual("丢失处", "losses"),
            Bilingual("说出", "told"),
            Bilingual("说明原因", "proven"),
            Bilingual("校记", "findings"),
            Bilingual("逐字对准", "sign by sign"),
            Bilingual("此外的实质校记", "other findings"),
            Bilingual("版面上读出的", "seen"),
            Bilingual("读对的", "seen right"),
            Bilingual("其中纯数字", "figures"),
            Bilingual("读对的", "seen right"),
        ),
        tuple(
            (one.edition, str(one.signs), str(one.marks), str(len(one.runs)), str(one.told),
             str(one.proven), str(one.all), str(one.exact), str(len(one.rest)), str(one.seen),
             str(one.words), str(one.figures), str(one.shown))
            for one in losses
        ),
    )  # fmt: skip


def _faults(losses: Sequence[Loss]) -> Iterator[Fault]:
    untold = Bilingual("没有校记说到它", "no finding tells of it")
    besides = Bilingual("不是丢字", "no loss of signs")
    for one in losses:
        yield from (Fault(one.edition, words, untold) for words in one.untold)
        for kind, address, base, other in one.rest:
            yield Fault(f"{one.edition} {address}", f"{kind}：「{base}」「{other}」", besides)


TASK = Task(
    name="digit_loss",
    rank=57,
    title=Bilingual("数字没有字符的 PDF", "A PDF whose figures have no characters"),
    method=Bilingual(
        "诊疗方案第九版、第十版的 PDF，各与去掉数字、字母字符映射的同一 PDF 相校。"
        "完整一方正文里每一处数字、字母都应有校记说到，且说明是版面有字形、无字符；此外不应有实质校记。"
        "装有文字识别组件时，再看版面上读出的对不对：逐行识别，与该行认得的字对齐，落在标记上的就是所见。",
        "Two guidelines as PDF, each collated with the same PDF without the mapping of digits and "
        "letters. Every digit and letter of the whole one must be told, as a glyph without "
        "character; nothing else of substance may be. With the extra `ocr`, what is read off the "
        "page at the marks is compared with the whole file as well.",
    ),
    needs=("formats/digit_loss", "formats/pdf_policy"),
    run=_run,
)
