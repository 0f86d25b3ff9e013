"""Renditions of one version of a law: what is told of them beyond what truly differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.renditions.files import Compared, Rendition, compare, pairs_of_renditions
from benchmarks.accuracy.renditions.judged import Told, Verdicts, judge, read_judgements
from benchmarks.accuracy.renditions.noise import hunks_of_difflib, hunks_of_dmp, lines_of_difflib
from benchmarks.accuracy.renditions.official import has_automatic_numbers, text_of_docx
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from benchmarks.accuracy.texts import read_text
from diffcore.errors import Bilingual

PARTS = (
    ("body", Bilingual("条文", "body")),
    ("head", Bilingual("题注、目录", "title block, contents")),
    ("annex", Bilingual("附件", "annexes")),
)
MILLION = 1_000_000
# Peers are asked of every so many-th pair whose texts have no more characters: difflib takes
# quadratic time. At 8 and 6,000 the peers take half a minute.
SAMPLED, SAMPLED_AT_MOST = 8, 6_000


class Noise(NamedTuple):
    """How many differences of two files each tool would show."""

    size: int
    ours: int
    dmp: int
    difflib: int
    lines: int


def _run(engine: Engine) -> Outcome:
    pairs = pairs_of_renditions()
    compared = list(engine.each(compare, pairs))
    judgements = read_judgements("same_version")
    verdicts = {
        part: judge((told for one in compared for told in _told(one, part)), judgements)
        for part, _ in PARTS
    }
    sampled = [one for one in compared if _is_short(one)][::SAMPLED]
    return Outcome(
        _measures(compared, verdicts),
        (
            _parts(compared, verdicts),
            _account(compared),
            _folds(compared),
            _noise(list(engine.each(_noise_of, sampled))),
        ),
        tuple(_hidden(compared)) + tuple(f for part, _ in PARTS for f in verdicts[part].faults),
        (*(f for part, _ in PARTS for f in verdicts[part].judged), *_numbered(compared)),
    )


def _told(one: Compared, part: str) -> list[Told]:
    return [told for where, told in one.told if where == part]


def _measures(compared: Sequence[Compared], verdicts: dict[str, Verdicts]) -> tuple[Measure, ...]:
    size = sum(one.size for one in compared) / MILLION
    hidden = sum(len(one.account.hidden) for one in compared)
    idle = sum(len(one.account.idle) for one in compared)
    marks = sum(sum(one.accidentals.values()) for one in compared)
    return (
        _none("条文中的误报，每百万字", "false alarms in bodies, per 10⁶ characters",
              len(verdicts["body"].false) / size),
        _none("题注、目录、附件中的误报", "false alarms in heads and annexes",
              len(verdicts["head"].false) + len(verdicts["annex"].false)),
        _none("未说出的差异（汉字、数字、字母）", "differences that no finding tells", hidden),
        _none("没有差异的实质校记", "findings of substance that tell of no difference", idle),
        _none("条文中的形式校记，每百万字", "accidental findings in bodies, per 10⁶ characters",
              marks / size),
    )  # fmt: skip


def _none(zh: str, en: str, value: float) -> Measure:
    return Measure(Bilingual(zh, en), value, 0, "count", is_at_least=False)


def _parts(compared: Sequence[Compared], verdicts: dict[str, Verdicts]) -> Table:
    rows = []
    for part, title in PARTS:
        told = [told for one in compared for told in _told(one, part)]
        false = len(verdicts[part].false)
        rows.append((f"{title.zh} {title.en}", str(len(told)), str(len(told) - false), str(false)))
    return Table(
        Bilingual(
            f"实质校记：{len(compared)} 对，条文 {sum(one.size for one in compared):,} 字",
            f"findings of substance in {len(compared)} pairs",
        ),
        (
            Bilingual("部位", "part"),
            Bilingual("校记", "findings"),
            Bilingual("确有差异", "real"),
            Bilingual("误报", "false"),
        ),
        tuple(rows),
    )


def _account(compared: Sequence[Compared]) -> Table:
    by_names: dict[tuple[str, str], list[Compared]] = {}
    for one in compared:
        by_names.setdefault((one.base.name, one.other.name), []).append(one)
    rows = (
        (
            f"{base} / {other}",
            str(len(group)),
            str(sum(1 for one in group if not one.account.least)),
            str(sum(one.account.least for one in group)),
            str(sum(one.account.told for one in group)),
            str(sum(len(one.account.hidden) for one in group)),
            str(sum(sum(one.account.outside) for one in group)),
        )
        for (base, other), group in by_names.items()
    )
    return Table(
        Bilingual("一字不漏，一字不多：以汉字、数字、字母计", "nothing hidden, nothing invented"),
        (
            Bilingual("两本", "renditions"),
            Bilingual("对", "pairs"),
            Bilingual("字字相同的", "equal"),
            Bilingual("至少要说的字", "signs that must be told"),
            Bilingual("说出的字", "told"),
            Bilingual("漏说处", "hidden"),
            Bilingual("范围外的字", "out of scope"),
        ),
        tuple(rows),
    )


def _folds(compared: Sequence[Compared]) -> Table:
    """Give how many signs each fold takes away, once for each file."""
    folded: dict[Rendition, Counter[str]] = {}
    for one in compared:
        folded[one.base], folded[one.other] = one.account.folded
    total: Counter[tuple[str, str]] = Counter()
    for rendition, counts in folded.items():
        total.update({(rendition.name, fold): count for fold, count in counts.items()})
    return Table(
        Bilingual("归并掉的字（文件格式的记号、网址）", "signs taken away by folds"),
        (
            Bilingual("版本", "rendition"),
            Bilingual("归并", "fold"),
            Bilingual("汉字、数字、字母", "signs"),
        ),
        tuple((name, fold, str(count)) for (name, fold), count in sorted(total.items())),
    )


def _is_short(one: Compared) -> bool:
    return all(len(_text_of(side)) <= SAMPLED_AT_MOST for side in (one.base, one.other))


def _text_of(rendition: Rendition) -> str:
    if rendition.path.suffix == ".docx":
        return text_of_docx(rendition.path)
    return read_text(rendition.path)


def _noise_of(_engine: Engine, one: Compared) -> Noise:
    base, other = _text_of(one.base), _text_of(one.other)
    return Noise(
        len(base),
        len(one.told),
        hunks_of_dmp(base, other),
        hunks_of_difflib(base, other),
        lines_of_difflib(base, other),
    )


def _noise(sampled: Sequence[Noise]) -> Table:
    total = Noise(*map(sum, zip(*sampled, strict=True))) if sampled else Noise(1, 0, 0, 0, 0)
    counts = (
        ("jiaokan（实质 substantive）", total.ours),
        ("diff-match-patch", total.dmp),
        ("difflib（逐字 characters）", total.difflib),
        ("difflib（逐行 lines）", total.lines),
    )
    return Table(
        Bilingual(f"同类工具：抽样 {len(sampled)} 对", f"peers on {len(sampled)} sampled pairs"),
        (
            Bilingual("工具", "tool"),
            Bilingual("差异处", "differences"),
            Bilingual("每百万字", "per 10⁶ characters"),
        ),
        tuple((name, str(n), f"{n * MILLION / total.size:,.0f}") for name, n in counts),
    )


def _hidden(compared: Sequence[Compared]) -> list[Fault]:
    reasons = (
        ("hidden", Bilingual("没有校记说到它", "no finding tells of it")),
        ("idle", Bilingual("两读的字相同", "both readings have the same signs")),
    )
    return [
        Fault(f"{one.base.law} {one.base.name}/{one.other.name}", words, reason)
        for name, reason in reasons
        for one in compared
        for words in getattr(one.account, name)
    ]


def _numbered(compared: Sequence[Compared]) -> Iterator[Fault]:
    """Give the official files in which Word numbers a paragraph: what the words lack."""
    reason = Bilingual(
        "有段落的序号由 Word 自动编，不在文字之内；其余照样对校",
        "Word numbers some paragraphs; the number is no word of the file, the rest is collated",
    )
    for one in dict.fromkeys(one.base for one in compared):
        if one.path.suffix == ".docx" and has_automatic_numbers(one.path):
            yield Fault(f"{one.law} {one.name}", "w:numPr", reason)


TASK = Task(
    name="same_version",
    rank=50,
    title=Bilingual("同一版本的各种文本", "Renditions of one version"),
    method=Bilingual(
        "60 部法律同一版本的二至五种文本（官方 DOCX 的文字、纯文本、Markdown），两两相校。"
        "实质校记逐条由人看过，结论在 benchmarks/accuracy/renditions/tables；没有看过的算误报。"
        "另不用本工具的比较，验算两个方向：除去校记所及，两本余下的汉字、数字、字母逐行相同（没有藏起来的）；"
        "实质校记的两读必不相同（没有凭空多出来的）。"
        "官方文件里由 Word 自动编的序号不在文字之内，这样的文件照样对校。",
        "Two to five renditions of one version of 60 laws (the words of the official DOCX, "
        "plain text, Markdown), each two collated. Every finding of substance was looked at; "
        "the verdicts stand in renditions/tables; what has none counts as false. "
        "Without the tool's own comparison it is checked both ways that, outside the findings, "
        "the Han characters, digits and letters of both sides are the same row by row, and that "
        "the readings of a finding differ. Numbers given by Word are no words of the official "
        "file.",
    ),
    needs=("renditions/national",),
    run=_run,
)
