"""The base texts with what is planted into them: seed, and paragraphs that are put in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.accuracy.corpus import BaseText, base_texts
from benchmarks.accuracy.planting.dirt import is_traditional

# Paragraphs of another text that added clauses are made of: whole sentences of this length.
_FOREIGN = range(40, 300)
_FOREIGN_AT_MOST = 20
_OWN = "另行制定的细则由主管部门拟订，报本级人民政府批准后公布，并报上一级主管部门备案。"


class Item(NamedTuple):
    """A base text to plant into, with its seed and the paragraphs that are put in."""

    seed: int
    text: BaseText
    foreign: tuple[str, ...]


def items() -> list[Item]:
    """Give every base text with its seed: its number among all."""
    texts = base_texts()
    return [
        Item(seed, text, _foreign(text, [*texts[seed + 1 :], *texts[:seed]]))
        for seed, text in enumerate(texts)
    ]


def _foreign(text: BaseText, others: Iterable[BaseText]) -> tuple[str, ...]:
    """Give sentences of the next text in the same script."""
    script = is_traditional("".join(text.paragraphs))
    for other in others:
        found = [p for p in other.paragraphs if len(p) in _FOREIGN and _is_plain(p)]
        if is_traditional("".join(other.paragraphs)) == script and len(found) > 1:
            return tuple(found[:_FOREIGN_AT_MOST])
    return (_OWN,)


def _is_plain(paragraph: str) -> bool:
    """Say whether a paragraph is one without label or citation, that any text may have."""
    return (
        paragraph.endswith("。")
        and "第" not in paragraph
        and paragraph[0] not in "一二三四五六七八九十（("
    )
