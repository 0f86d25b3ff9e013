"""What is wrong, grouped where it is alike: one text, one thing that is wrong, one reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.accuracy.planting.judge import Verdict
from benchmarks.accuracy.planting.sorts import NOTES
from benchmarks.accuracy.task import Fault
from diffcore.errors import Bilingual
from diffcore.model import Finding

# Characters of a reading that are shown.
SHOWN_AT_MOST = 24


class Wrong(NamedTuple):
    """One thing that is wrong: `way` is missed, false, kind or forgotten."""

    text: str
    dirt: str
    way: str
    sort: str
    what: str


_WAYS = {
    "missed": Bilingual("未报出", "missed"),
    "false": Bilingual("误报", "false"),
    "kind": Bilingual("类别不对", "other kind"),
    "forgotten": Bilingual("失落的数字未报", "lost figure not told"),
}

_TWINS = Bilingual(
    "两条（项）文字几乎全同，植入的改动使它们更像对方：对齐取了相同的那一条，说成移位",
    "two clauses are nearly the same and the edit makes one like the other: the equal one is "
    "taken, and told as moved",
)
_UNWRAPPED = Bilingual(
    "断行的文本没有段落记号，行尾是句号的满行看不出段落在此结束：段落接在一起，或在句中断开",
    "wrapped text has no signs of paragraphs: a full line that ends in a full stop may or may not "
    "end one",
)
_HEADS = Bilingual(
    "标题或题注的行在另一本也改了字，题注各行又都相似：行与行对错",
    "lines of the head are alike, and changed: they are paired crosswise",
)
_CONVERTED = Bilingual(
    "转换器按词转换，植入的字改变了相邻字的转换，或把旧形留下",
    "the converter goes by words: a planted character changes how those beside it are converted, "
    "or an old form is kept",
)
_OTHER = Bilingual(
    "植入处的词界、数字与邻字相连，读作另一种差异",
    "the edit joins with the words beside it and reads as another difference",
)


def find(text: str, dirt: str, verdict: Verdict) -> Iterator[Wrong]:
    """Give what is wrong in a verdict."""
    for one in verdict.told:
        edit = one.edit
        shown = f"{_short(edit.base)}→{_short(edit.other)}"
        kinds = "、".join(sorted({finding.kind for finding in one.findings})) or "–"
        if not one.is_told and edit.sort not in NOTES:
            yield Wrong(text, dirt, "missed", edit.sort, f"{edit.sort} {shown}（{kinds}）")
        elif one.is_told and not one.is_right:
            yield Wrong(text, dirt, "kind", edit.sort, f"{edit.sort} {shown}（{kinds}）")
    for finding in verdict.false:
        yield Wrong(text, dirt, "false", finding.kind, tell_finding(finding))
    for words in verdict.forgotten:
        yield Wrong(text, dirt, "forgotten", "figure", _short(words))


def tell_finding(finding: Finding) -> str:
    """Give the kind and both readings of a finding, long ones shortened."""
    readings = finding.readings.map(lambda reading: _short(reading.text))
    return f"{finding.kind} {readings.base}→{readings.other}"


def _short(text: str) -> str:
    words = "".join(text.split()) or "∅"
    return words if len(words) <= SHOWN_AT_MOST else f"{words[:10]}…{words[-8:]}"


def reasoned(wrong: Sequence[Wrong]) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Give what is wrong as faults, those of one text and way together; and what is judged."""
    groups: dict[tuple[str, str], list[Wrong]] = {}
    for one in wrong:
        groups.setdefault((one.text, one.way), []).append(one)
    return tuple(_fault(group) for group in groups.values()), ()


def _fault(group: Sequence[Wrong]) -> Fault:
    first = group[0]
    dirts = list(dict.fromkeys(one.dirt for one in group))
    way = _WAYS[first.way]
    examples = list(dict.fromkeys(one.what for one in group))
    more = f" …（{len(examples)}）" if len(examples) > 3 else ""
    what = f"{way.zh} {way.en} ×{len(group)} [{', '.join(dirts)}]：{'；'.join(examples[:3])}{more}"
    return Fault(first.text, what, _reason(group, dirts))


def _reason(group: Iterable[Wrong], dirts: Sequence[str]) -> Bilingual:
    group = list(group)
    if set(dirts) <= {"wrapped and paged", "without figures"}:
        return _UNWRAPPED
    if any("moved_clause" in one.what for one in group):
        return _TWINS
    if list(dirts) == ["converted"]:
        return _CONVERTED
    if any(one.sort in ("added_clause", "omitted_clause") for one in group):
        return _HEADS
    return _OTHER
