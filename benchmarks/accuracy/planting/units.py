"""A text in units that can be left out, moved or split as wholes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.accuracy.planting.figures import han

_NUMERAL = "[〇零一二三四五六七八九十百]{1,7}"
_ARTICLE = re.compile(f"第({_NUMERAL})([条條])((?:之{_NUMERAL})?[ \u3000]+)")
_HEADING = re.compile(f"第{_NUMERAL}[编編章节節]")
_POINT = re.compile(f"[（(]{_NUMERAL}[）)]|{_NUMERAL}、|\\d+[.．]")
_ITEM = re.compile(f"([（(])({_NUMERAL})([）)])|({_NUMERAL})(、)")

_OWN = "本(?:法|条例|條例|办法|辦法|规定|規定|规则|規則|细则|細則|解释|决定)"
_REFERENCE = re.compile(f"第({_NUMERAL})([条條])(?!之)")
# What names an article otherwise than by the law's own name may belong to any law; and an item
# may have lost its number.
_UNCLEAR = re.compile(f"(?<!》)第{_NUMERAL}[条條](?:之{_NUMERAL})?|第[（(]?{_NUMERAL}[）)]?[项項]")
_NUMBERS = {han(value): value for value in range(1, 1000)}


class Unit(NamedTuple):
    """A unit: its kind (article, heading, paragraph), its label and its paragraphs.

    The first paragraph lacks the label. `style` tells which units are alike.
    """

    kind: str
    label: str
    style: str
    paragraphs: tuple[str, ...]

    @property
    def length(self) -> int:
        """The characters of its words."""
        return sum(map(len, self.paragraphs))


def units_of(paragraphs: Iterable[str]) -> list[Unit]:
    """Give a text in units; an article takes the paragraphs behind it along."""
    units: list[Unit] = []
    for paragraph in paragraphs:
        article, point = _ARTICLE.match(paragraph), _POINT.match(paragraph)
        if article:
            words = paragraph[article.end() :]
            units.append(Unit("article", article[0], "article", (words,)))
        elif _HEADING.match(paragraph):
            units.append(Unit("heading", "", "heading", (paragraph,)))
        elif units and units[-1].kind == "article":
            units[-1] = units[-1]._replace(paragraphs=(*units[-1].paragraphs, paragraph))
        else:
            label = point[0] if point else ""
            style = re.sub(f"{_NUMERAL}|\\d+", "1", label)
            units.append(Unit("paragraph", label, style, (paragraph[len(label) :],)))
    return units


def is_numbered(units: Sequence[Unit]) -> bool:
    """Say whether the articles are numbered from one on, without a gap: then all can be anew."""
    numbers = [number_of(unit) for unit in units if unit.kind == "article"]
    return len(numbers) > 11 and numbers == list(range(1, len(numbers) + 1))


def number_of(unit: Unit) -> int:
    """Give the number of an article, 0 where it is none."""
    found = _ARTICLE.match(unit.label)
    return _NUMBERS.get(found[1], 0) if found and "之" not in found[3] else 0


def numbered(unit: Unit, number: int) -> Unit:
    """Give an article with another number."""
    label = _ARTICLE.sub(lambda found: f"第{han(number)}{found[2]}{found[3]}", unit.label)
    return unit._replace(label=label)


def without_unclear(unit: Unit) -> Unit:
    """Give a unit with every reference that may or may not name an article of this law made sure.

    What is left are references by name (本法第五条) and those to other laws (《…》第五条).
    """

    def clear(found: re.Match[str]) -> str:
        before = found.string[max(0, found.start() - 4) : found.start()]
        is_named = re.search(f"{_OWN}$", before) and "之" not in found[0] and found[0][-1] in "条條"
        if is_named:
            return found[0]
        return f"《示范法》{found[0]}" if found[0][-1] in "条條" or "之" in found[0] else "有关项"

    paragraphs = tuple(_UNCLEAR.sub(clear, paragraph) for paragraph in unit.paragraphs)
    return unit._replace(paragraphs=paragraphs)


def without_references(unit: Unit) -> Unit:
    """Give a unit without any reference to an article of this law."""
    paragraphs = tuple(
        re.sub(f"{_OWN}第{_NUMERAL}[条條]", lambda m: m[0].partition("第")[0], paragraph)
        for paragraph in unit.paragraphs
    )
    return unit._replace(paragraphs=paragraphs)


def references_in(text: str) -> list[tuple[int, int, int]]:
    """Give the references to articles of this law: start and end of the numeral, its number."""
    return [
        (found.start(1), found.end(1), _NUMBERS.get(found[1], 0))
        for found in _REFERENCE.finditer(text)
        if re.search(f"{_OWN}$", text[max(0, found.start() - 4) : found.start()])
    ]


def items_of(unit: Unit) -> list[int]:
    """Give the indices of the paragraphs that are items numbered from one on, at least four."""
    found = [(i, m) for i, p in enumerate(unit.paragraphs) if i and (m := _ITEM.match(p))]
    numbers = [_NUMBERS.get(m[2] or m[4], 0) for _, m in found]
    indices = [i for i, _ in found]
    is_run = indices == list(range(indices[0], indices[-1] + 1)) if indices else False
    return (
        indices if len(found) > 3 and is_run and numbers == list(range(1, len(found) + 1)) else []
    )


def item_numbered(paragraph: str, number: int) -> str:
    """Give an item with another number."""
    return _ITEM.sub(
        lambda m: f"{m[1]}{han(number)}{m[3]}" if m[1] else f"{han(number)}{m[5]}", paragraph, 1
    )
