"""The same text as other hands would have passed it on: no difference of substance is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from benchmarks.accuracy.corpus import NEEDS, BaseText, base_texts
from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.planting.dirt import convertible, is_traditional
from benchmarks.accuracy.planting.faults import tell_finding
from benchmarks.accuracy.planting.places import to_simplified
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from diffcore.errors import Bilingual
from tests.damage import (
    PAGE_NUMBERS,
    cut_columns,
    full_width,
    half_width,
    paginate,
    space_figures,
    to_traditional,
    wrap,
    wrap_hard,
)

# Lines of a text from which heads are printed: three pages.
HEADS_FROM = 84


class Rendition(NamedTuple):
    """One way of passing a text on; `apply` keeps its words."""

    title: Bilingual
    apply: Callable[[str], str]


def _converted(text: str) -> str:
    return to_simplified(text) if is_traditional(text) else to_traditional(text)


def _paged(text: str) -> str:
    # A head that is printed once cannot be told from a line of the text.
    lines = wrap(text, 30, indent="\u3000\u3000")
    head = text.partition("\n")[0][:20] if len(lines.splitlines()) > HEADS_FROM else ""
    return paginate(lines, number=PAGE_NUMBERS["words"], head=head)


RENDITIONS = (
    Rendition(
        Bilingual("断行 30 字，空行", "wrapped at 30, blank lines"),
        lambda text: wrap(text, 30, blank_lines=1),
    ),
    Rendition(
        Bilingual("断行 24 字，缩进，分页", "wrapped at 24, indented, paginated"),
        lambda text: paginate(wrap(text, 24, indent="\u3000\u3000"), lines_a_page=26),
    ),
    Rendition(Bilingual("断行 30 字，页眉，第 n 页共 m 页", "running heads, page n of m"), _paged),
    Rendition(
        Bilingual("每 28 字硬断，词和数字也断", "cut after 28 characters, words and all"),
        lambda text: wrap_hard(text, 28),
    ),
    Rendition(Bilingual("双栏的栏尾断开", "cut where columns end"), cut_columns),
    Rendition(Bilingual("半角标点", "half width"), half_width),
    Rendition(Bilingual("全角数字、字母", "full width"), full_width),
    Rendition(Bilingual("数字两边空格", "blanks around figures"), space_figures),
    Rendition(Bilingual("转换繁简", "script converted"), _converted),
    Rendition(
        Bilingual("转换繁简、半角、断行、分页", "converted, half width, wrapped, paginated"),
        lambda text: paginate(wrap(half_width(_converted(text)), 30)),
    ),
)


class Found(NamedTuple):
    """What was told of one text in one rendition above a note, as faults without their reason."""

    rendition: int
    length: int
    accidental: int
    faults: tuple[tuple[str, str], ...]


def measure(engine: Engine, text: BaseText) -> list[Found]:
    """Collate a text with each rendition of it."""
    base = "\n".join(convertible(text.paragraphs)) + "\n"
    found = []
    for number, rendition in enumerate(RENDITIONS):
        findings = engine.collate_texts(base, rendition.apply(base)).findings
        faults = tuple(
            (
                f"{text.name} {finding.address}",
                tell_finding(finding),
            )
            for finding in findings
            if finding.severity == "substantive"
        )
        accidental = sum(finding.severity == "accidental" for finding in findings)
        found.append(Found(number, len(base), accidental, faults))
    return found


def outcome_of(found: Iterable[Found]) -> Outcome:
    """Give the numbers of all texts and renditions, and every finding."""
    found = list(found)
    rows = []
    for number, rendition in enumerate(RENDITIONS):
        some = [one for one in found if one.rendition == number]
        rows.append((
            f"{rendition.title.zh} {rendition.title.en}", f"{len(some):,}",
            f"{sum(one.length for one in some):,}", f"{sum(len(one.faults) for one in some):,}",
            f"{sum(one.accidental for one in some):,}",
        ))  # fmt: skip
    head = (
        Bilingual("写法", "rendition"), Bilingual("文本", "texts"), Bilingual("字", "characters"),
        Bilingual("实质", "substantive"), Bilingual("形式", "accidental"),
    )  # fmt: skip
    title = Bilingual("按写法", "by rendition")
    return Outcome(
        (
            Measure(
                Bilingual("实质校记", "substantive findings"),
                sum(len(one.faults) for one in found), 0, "count", is_at_least=False,
            ),
        ),
        (Table(title, head, tuple(rows)),),
        tuple(
            Fault(where, f"{what} [{RENDITIONS[one.rendition].title.zh}]", _REASON)
            for one in found
            for where, what in one.faults
        ),
    )  # fmt: skip


_REASON = Bilingual(
    "断开处读作了另一段、另一条的起首",
    "a place where the text was cut reads as the head of a clause",
)


def _run(engine: Engine) -> Outcome:
    return outcome_of(one for found in engine.each(measure, base_texts()) for one in found)


TASK = Task(
    name="same-text",
    rank=60,
    title=Bilingual("同一文本的别种写法", "Other renditions of the same text"),
    method=Bilingual(
        "真实的法律、报告、规范性文件，断行、分页、分栏、改全半角、加空格、转换繁简，字词一个不改，再与原文对校："
        "凡是实质校记都是误报。转换繁简不能还原的段落（复核、覆核、複核）不用。",
        "Real laws, reports and pages are wrapped, paginated, cut by columns, set in other widths, "
        "spaced and converted to the other script without a change of words, and collated with "
        "the original: every substantive finding is false. Paragraphs that do not come back from "
        "the other script as they were are left out.",
    ),
    needs=NEEDS,
    run=_run,
)
