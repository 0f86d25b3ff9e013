"""Differences that others have listed: whether they are found, at their place."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.renditions.account import Account, account
from benchmarks.accuracy.renditions.judged import Told, judge, read_judgements, tell
from benchmarks.accuracy.renditions.listed import (
    Case,
    Listed,
    cases_of_defects,
    cases_of_taiwan,
    place_of,
    text_of_json,
)
from benchmarks.accuracy.renditions.statutes import Article, differing
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from diffcore import Collation
from diffcore.errors import Bilingual
from diffcore.model import Finding, Witness
from diffcore.spans import Pair, SourceSpan

# A caption behind the number of an article, which only one of the two corpora prints.
_CAPTION = re.compile(r"[(（][^()（）]+[)）]")
# What is listed as one defect, but is a text rewritten all over: its articles alone are checked.
REWRITTEN = "wording rewritten (LLM?)"
# Styles of labels at which an article begins, or ends.
_HEADS = ("part", "subpart", "chapter", "section", "article")


class Measured(NamedTuple):
    """What came of a pair.

    `missed` are listed differences that are not told, or not with their readings. `silent` are
    articles that differ of which nothing is told, `loud` articles that do not of which something
    is. `told` are the findings of substance, captions left out.
    """

    case: Case
    listed: int
    missed: tuple[str, ...]
    differing: int
    silent: tuple[Article, ...]
    loud: tuple[Article, ...]
    told: tuple[Told, ...]
    account: Account


def _run(engine: Engine) -> Outcome:
    taiwan = list(engine.each(_measure, cases_of_taiwan()))
    defects = list(engine.each(_measure, cases_of_defects()))
    judgements = read_judgements("defects")
    told = (told for one in defects if one.case.kind != REWRITTEN for told in one.told)
    verdicts = judge(told, judgements)
    both = [*taiwan, *defects]
    return Outcome(
        (
            _found("台湾法规：列出的字词差异", "listed character differences", taiwan),
            _found("有缺陷的文本：列出的条", "listed articles of defective renditions", defects),
            _none("有差异而未说出的条", "articles that differ, untold",
                  sum(len(one.silent) for one in both)),
            _none("没有差异而说了的条", "articles told that do not differ",
                  sum(len(one.loud) for one in both)),
            _none("有缺陷的文本：误报", "false alarms in defective renditions",
                  len(verdicts.false)),
            _none("未说出的差异（汉字、数字、字母）", "differences that no finding tells",
                  sum(len(one.account.hidden) for one in both)),
            _none("没有差异的实质校记", "findings of substance that tell of no difference",
                  sum(len(one.account.idle) for one in both)),
        ),
        (_table(taiwan, defects),),
        (*_faults(both), *verdicts.faults),
        verdicts.judged,
    )  # fmt: skip


def _measure(engine: Engine, case: Case) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        other = case.other
        if other.suffix == ".json":
            other = Path(folder, "official.txt")
            other.write_text(text_of_json(case.other), encoding="utf-8")
        collation = engine.collate(case.base, other)
    texts = collation.witnesses.map(lambda witness: witness.source.text)
    truth = differing(*texts)
    findings = [finding for finding in collation.findings if _is_of_words(finding)]
    outlines = collation.witnesses.map(_articles)
    told = {number for finding in findings for number in _articles_of(finding, outlines)}
    forms = {
        number
        for finding in collation.findings
        if finding.severity == "accidental"
        for number in _articles_of(finding, outlines)
    }
    result = account(collation)
    missed = [*_unlisted(collation, case.listed, findings, outlines)]
    if result.least:
        missed += [_name(number) for number in sorted(case.expected - told)]
    return Measured(
        case,
        len(case.listed) + len(case.expected),
        tuple(missed),
        len(truth),
        tuple(sorted(truth - told - forms)),
        tuple(sorted(told - truth - case.expected)),
        tuple(tell(case.law, "base", "other", finding) for finding in findings),
        result,
    )


def _is_of_words(finding: Finding) -> bool:
    """Say whether a finding is of substance and not the caption of an article."""
    base, other = finding.readings
    is_caption = not other.text and _CAPTION.fullmatch("".join(base.text.split()))
    return finding.severity == "substantive" and not is_caption


def _articles(witness: Witness) -> dict[Article, SourceSpan]:
    """Give where each article stands, as the tool reads it; the last with what is behind it."""
    heads = [one for one in witness.document.clauses if one.style in _HEADS]
    place = witness.document.normal.offsets.boundary_of
    starts = [place(clause.span.start) for clause in heads]
    ends = [*starts[1:], len(witness.source.text)]
    return {
        (clause.ordinal or 0, clause.branch): SourceSpan(start, end)
        for clause, start, end in zip(heads, starts, ends, strict=True)
        if clause.style == "article"
    }


def _articles_of(finding: Finding, outlines: Pair[dict[Article, SourceSpan]]) -> Iterator[Article]:
    """Give the articles in which a finding has words on either side; headings are in none."""
    for outline, reading in zip(outlines, finding.readings, strict=True):
        for number, span in outline.items():
            if reading.span.start < span.end and span.start < reading.span.end:
                yield number


def _unlisted(
    collation: Collation,
    listed: Sequence[Listed],
    findings: Sequence[Finding],
    outlines: Pair[dict[Article, SourceSpan]],
) -> Iterator[str]:
    """Give the listed differences that no finding tells with their readings at their place."""
    for one in listed:
        places = [
            place_of(witness.source, outline[one.article], one, side)
            for side, (witness, outline) in enumerate(
                zip(collation.witnesses, outlines, strict=True)
            )
        ]
        if not any(_covers(finding, places) for finding in findings):
            yield f"{_name(one.article)} {one.readings.base}→{one.readings.other}"


def _covers(finding: Finding, places: Sequence[SourceSpan | None]) -> bool:
    return all(
        place is not None and reading.span.start <= place.start and place.end <= reading.span.end
        for reading, place in zip(finding.readings, places, strict=True)
    )


def _name(number: Article) -> str:
    ordinal, branch = number
    return f"第{ordinal}-{branch}条" if branch else f"第{ordinal}条"


def _found(zh: str, en: str, measured: Sequence[Measured]) -> Measure:
    listed = sum(one.listed for one in measured)
    missed = sum(len(one.missed) for one in measured)
    return Measure(Bilingual(zh, en), 1 - missed / listed, 1)


def _none(zh: str, en: str, value: int) -> Measure:
    return Measure(Bilingual(zh, en), value, 0, "count", is_at_least=False)


def _table(taiwan: Sequence[Measured], defects: Sequence[Measured]) -> Table:
    rows = [_row("台湾法规 statutes of Taiwan", taiwan)]
    rows += [_row(f"{one.case.law}：{one.case.kind}", [one]) for one in defects]
    return Table(
        Bilingual("各类材料", "by material"),
        (
            Bilingual("材料", "material"),
            Bilingual("对", "pairs"),
            Bilingual("列出的", "listed"),
            Bilingual("找到", "found"),
            Bilingual("有差异的条", "articles that differ"),
            Bilingual("未说", "untold"),
            Bilingual("多说", "told for nothing"),
            Bilingual("至少要说的字", "signs that must be told"),
            Bilingual("说出的字", "told"),
        ),
        tuple(rows),
    )


def _row(name: str, measured: Sequence[Measured]) -> tuple[str, ...]:
    counts = (
        len(measured),
        sum(one.listed for one in measured),
        sum(one.listed - len(one.missed) for one in measured),
        sum(one.differing for one in measured),
        sum(len(one.silent) for one in measured),
        sum(len(one.loud) for one in measured),
        sum(one.account.least for one in measured),
        sum(one.account.told for one in measured),
    )
    return (name, *map(str, counts))


def _faults(measured: Sequence[Measured]) -> Iterator[Fault]:
    for one in measured:
        for reason, things in (
            (Bilingual("列出而未找到", "listed and not found"), one.missed),
            (Bilingual("有差异而未说", "differs and is not told"), map(_name, one.silent)),
            (Bilingual("没有差异而说了", "told and does not differ"), map(_name, one.loud)),
            (Bilingual("没有校记说到它", "no finding tells of it"), one.account.hidden),
            (Bilingual("两读的字相同", "both readings have the same signs"), one.account.idle),
        ):
            yield from (Fault(one.case.law, thing, reason) for thing in things)


TASK = Task(
    name="listed_differences",
    rank=51,
    title=Bilingual("别人列出的差异", "Differences that others have listed"),
    method=Bilingual(
        "台湾法规的两种文本（2021 年语料的 Markdown，2024 年的官方 JSON 转成文字）：未修正的法规里"
        "列出的字词差异，要在那一条、那个位置、以那两读找到；又把两本的每一条各自取出来比较，"
        "字不同的条都要说到，字相同的条都不能说到（条名只有一本有，不计）。"
        "有缺陷的文本（条文并入前条、截断、改写、表格）：列出的条都要说到，此外的实质校记逐条判断。"
        "两个方向的验算与「同一版本的各种文本」相同。",
        "Statutes of Taiwan in two renditions (Markdown of 2021, official JSON of 2024): the "
        "differences listed must be told in their article, at their place, with their readings; "
        "and cut into articles without the tool, those that differ must be told of and those "
        "that do not must not (captions, which one side alone prints, aside). Defective "
        "renditions: the articles listed must be told of, and every other finding of substance "
        "was judged. Both checks of the account are those of the renditions of one version.",
    ),
    needs=("renditions/taiwan", "renditions/defects"),
    run=_run,
)
