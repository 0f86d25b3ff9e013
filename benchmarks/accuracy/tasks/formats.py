"""The same text in every format: what is told of two files that say the same."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.formats.printed import Version, printed, program
from benchmarks.accuracy.renditions.judged import Told, judge, read_judgements, tell
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from benchmarks.accuracy.texts import DATA
from diffcore.errors import Bilingual, ReadError
from diffcore.model import SEVERITIES

# 宪法 of 2018 as four hands published it.
CONSTITUTION = (
    ("pdf", "formats/pdf_law/2018《宪法》.pdf"),
    ("epub", "formats/epub/2018《宪法》.epub"),
    ("txt gbk", "formats/gbk/201803-xianfa-gbk.txt"),
    ("txt utf-8", "formats/gbk/2018-xianfa-gbk__actually-utf8-crlf.txt"),
    ("md", "formats/gbk/2018-xianfa.utf8.md"),
)


class Compared(NamedTuple):
    """What is told of two files: findings of substance, and how many of each severity."""

    base: Version
    other: Version
    told: tuple[Told, ...]
    counts: tuple[int, ...]
    trouble: str


def _run(engine: Engine) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        texts = [[Version("宪法__2018-03-11", name, DATA / path) for name, path in CONSTITUTION]]
        if program():
            texts += printed(Path(folder))
        pairs = [pair for versions in texts for pair in combinations(versions, 2)]
        compared = list(engine.each(_compare, pairs))
    verdicts = judge((told for one in compared for told in one.told), read_judgements("formats"))
    refused = [one for one in compared if one.trouble]
    return Outcome(
        (
            Measure(
                Bilingual("没有差异而说了的", "findings of substance where nothing differs"),
                len(verdicts.false), 0, "count", is_at_least=False,
            ),
            Measure(Bilingual("读不了的", "pairs not read"), len(refused), 0, "count",
                    is_at_least=False),
        ),
        (_by_formats(compared),),
        (
            *(Fault(f"{one.base.text} {one.base.name}/{one.other.name}", one.trouble, _REFUSED)
              for one in refused),
            *verdicts.faults,
        ),
        verdicts.judged,
    )  # fmt: skip


_REFUSED = Bilingual("读取失败", "it was not read")


def _compare(engine: Engine, pair: tuple[Version, Version]) -> Compared:
    base, other = pair
    try:
        collation = engine.collate(base.path, other.path)
    except ReadError as error:
        return Compared(base, other, (), (0, 0, 0), f"{error.what.zh}：{error.why.zh}")
    told = tuple(
        tell(base.text, base.name, other.name, finding)
        for finding in collation.findings
        if finding.severity == "substantive"
    )
    severities = [finding.severity for finding in collation.findings]
    return Compared(base, other, told, tuple(map(severities.count, SEVERITIES)), "")


def _by_formats(compared: Sequence[Compared]) -> Table:
    groups: defaultdict[tuple[str, str], list[Compared]] = defaultdict(list)
    for one in compared:
        groups[one.base.name, one.other.name].append(one)
    rows = (
        (
            f"{base} / {other}",
            str(len(group)),
            str(sum(1 for one in group if not any(one.counts))),
            *(str(sum(one.counts[i] for one in group)) for i in range(len(SEVERITIES))),
        )
        for (base, other), group in groups.items()
    )
    return Table(
        Bilingual("各种格式，两两相校", "each two formats"),
        (
            Bilingual("两种格式", "formats"),
            Bilingual("对", "pairs"),
            Bilingual("一无校记", "without a finding"),
            Bilingual("实质", "substantive"),
            Bilingual("形式", "accidental"),
            Bilingual("提示", "note"),
        ),
        tuple(rows),
    )


TASK = Task(
    name="formats",
    rank=55,
    title=Bilingual("同一文本的各种格式", "One text in every format"),
    method=Bilingual(
        "6 部法律的官方 DOCX 由 LibreOffice 转成 PDF、HTML、EPUB、DOC，连同纯文本，两两相校；"
        "另有《宪法》2018 年文本的五个真实文件（PDF、EPUB、GBK 与 UTF-8 纯文本、Markdown）。"
        "实质校记逐条由人看过，结论在 renditions/tables/formats.tsv；没有看过的算误报。",
        "The official DOCX of 6 laws, converted by LibreOffice to PDF, HTML, EPUB and DOC, "
        "and a plain text, each two collated; and five real files of the Constitution of 2018. "
        "Findings of substance were looked at; what has no verdict counts as false.",
    ),
    needs=("renditions/national", "formats/pdf_law", "formats/epub", "formats/gbk"),
    run=_run,
)
