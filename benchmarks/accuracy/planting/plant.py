"""Makes two texts of one, and the edits between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from benchmarks.accuracy.planting.figures import han
from benchmarks.accuracy.planting.inside import Planter
from benchmarks.accuracy.planting.links import Link
from benchmarks.accuracy.planting.records import Edit, Planted
from benchmarks.accuracy.planting.structure import Change, plan
from benchmarks.accuracy.planting.units import (
    Unit,
    is_numbered,
    item_numbered,
    items_of,
    number_of,
    numbered,
    references_in,
    units_of,
    without_references,
    without_unclear,
)

# One article in so many of a text that is numbered anew gets a reference to another article.
REFERENCE_EVERY = 4
# The share of references to renumbered articles that are left as they were.
STALE_SHARE = 0.4

_REFERENCES = {
    "條": "違反本法第{}條規定者，由主管機關依有關法令處理。",
    "条": "违反本法第{}条规定的，由主管部门依照有关法律、行政法规处理。",
}


class _Here(NamedTuple):
    """A unit as it stands in one text: `keys` are the indices of the units it is made of."""

    keys: tuple[int, ...]
    unit: Unit


def plant(paragraphs: Sequence[str], seed: int, foreign: Sequence[str]) -> Planted:
    """Give the text of `paragraphs` and the same with edits.

    `foreign` are paragraphs of another text, of which added clauses are made. Where the articles
    are numbered without a gap they are numbered anew in the other text, and references follow
    but for some.
    """
    rng = Random(seed)  # noqa: S311  # the same in every run, nothing secret
    units = units_of(paragraphs)
    is_anew = is_numbered(units)
    if is_anew:
        units = [without_unclear(unit) for unit in units]
    changes = plan(rng, units, foreign, is_anew)
    return _Text(rng, units, changes, is_anew).planted(Planter(rng, paragraphs))


class _Text:
    """Both texts in the making."""

    def __init__(
        self,
        rng: Random,
        units: list[Unit],
        changes: list[Change],
        is_anew: bool,  # noqa: FBT001
    ) -> None:
        self._rng = rng
        self._changes = {change.place: change for change in changes}
        self._is_anew = is_anew
        merged = {c.place + 1 for c in changes if c.sort.startswith("clause merged")}
        self._touched = {*self._changes, *merged}
        units = [
            without_references(unit) if is_anew and index in self._touched else unit
            for index, unit in enumerate(units)
        ]
        self._units = units
        others = _relabelled(list(self._order()), units, is_anew)
        self._others = others
        self._numbers = {
            number_of(units[here.keys[0]]): number_of(here.unit) for here in others if here.keys
        }
        self._safe = sorted(
            number_of(unit)
            for index, unit in enumerate(units)
            if unit.kind == "article" and index not in self._touched
        )

    def planted(self, planter: Planter) -> Planted:
        """Give both texts and their edits."""
        base, starts, spans = "", [], []
        inner: dict[int, tuple[list[str], list[Edit]]] = {}
        for index, unit in enumerate(self._units):
            given, others, edits = self._edit(planter, index, unit)
            starts.append(len(base))
            inner[index] = others, [_moved(e, len(base) + len(unit.label)) for e in edits]
            base += unit.label + "\n".join(given) + "\n"
            spans.append((starts[-1], len(base) - 1))
        self._bases = [base[start:end] for start, end in spans]
        other, edits = "", []
        for here in self._others:
            others, found = inner[here.keys[0]] if len(here.keys) == 1 else ([], [])
            is_kept = len(here.keys) == 1 and here.keys[0] not in self._changes
            if is_kept:
                shift = len(other) + len(here.unit.label)
                edits += [e._replace(there=e.there + shift) for e in found]
                edits += self._renumbered(here, starts[here.keys[0]], len(other))
            paragraphs = others if is_kept else here.unit.paragraphs
            other += here.unit.label + "\n".join(paragraphs) + "\n"
        edits += [e for change in self._changes.values() for e in self._wholes(change, spans)]
        edits.sort(key=lambda edit: (edit.start, edit.end, edit.sort))
        return Planted(base, other, tuple(edits), tuple(self._links()))

    def _links(self) -> Iterator[Link]:
        """Give the articles that were split or merged, by their numbers on either side."""
        for here in self._others:
            change = self._changes.get(here.keys[0]) if here.keys else None
            number = number_of(here.unit)
            if change and change.sort.startswith(("clause split", "clause merged")):
                base = tuple(number_of(self._units[key]) for key in here.keys)
                is_split = change.sort.startswith("clause split")
                yield Link(base, (number, number + 1) if is_split else (number,))

    def _order(self) -> Iterator[_Here]:
        """Give the units of the other text in order, their labels still those of the base."""
        waiting: dict[int, list[_Here]] = {}
        is_merged = False
        for index, unit in enumerate(self._units):
            yield from waiting.pop(index, ())
            change = self._changes.get(index)
            if is_merged:
                is_merged = False
            elif change is None:
                yield _Here((index,), unit)
            elif change.sort == "clause moved":
                waiting.setdefault(change.to, []).append(_Here((index,), unit))
            elif change.sort.startswith("clause merged"):
                is_merged = True
                yield _merged(change, unit, self._units[index + 1])
            elif change.sort != "clause omitted":
                yield from _changed(change, unit)

    def _edit(
        self, planter: Planter, index: int, unit: Unit
    ) -> tuple[list[str], list[str], list[Edit]]:
        """Give the paragraphs of a unit in both texts, and the edits by their place in them."""
        given, others, edits = [], [], []
        ours = theirs = 0
        for place, paragraph in enumerate(unit.paragraphs):
            if index in self._touched or unit.kind == "heading":
                base, other, found = paragraph, paragraph, list[Edit]()
            elif self._is_anew and (references_in(paragraph) or self._gets_reference(index, unit)):
                base, other, found = self._refer(paragraph, place, unit)
            else:
                base, other, found = planter.edit(paragraph)
            edits += [
                e._replace(start=e.start + ours, end=e.end + ours, there=e.there + theirs)
                for e in found
            ]
            given.append(base)
            others.append(other)
            ours, theirs = ours + len(base) + 1, theirs + len(other) + 1
        return given, others, edits

    def _gets_reference(self, index: int, unit: Unit) -> bool:
        return index % REFERENCE_EVERY == 0 and unit.kind == "article" and len(unit.paragraphs) == 1

    def _refer(self, paragraph: str, place: int, unit: Unit) -> tuple[str, str, list[Edit]]:
        """Give a paragraph whose references follow in the other text, but for the stale ones."""
        if not references_in(paragraph) and place == 0 and paragraph.endswith("。"):
            frame = _REFERENCES["條" if "條" in unit.label else "条"]
            paragraph += frame.format(han(self._rng.choice(self._safe)))
        base = other = ""
        edits, done = [], 0
        for start, end, number in references_in(paragraph):
            if number not in self._safe:
                number = min(self._safe, key=lambda safe: (abs(safe - number), safe))
            now = self._numbers[number]
            base += paragraph[done:start] + han(number)
            is_stale = now != number and self._rng.random() < STALE_SHARE
            other += paragraph[done:start] + han(number if is_stale else now)
            if is_stale:
                edits.append(_stale(base, other, han(number), paragraph[end]))
            done = end
        return base + paragraph[done:], other + paragraph[done:], edits

    def _renumbered(self, here: _Here, start: int, there: int) -> Iterator[Edit]:
        old, new = self._units[here.keys[0]].label, here.unit.label
        if old != new and self._is_anew:
            yield Edit("renumbered", start, start + len(old), old.strip(), new.strip(), there=there)

    def _wholes(self, change: Change, spans: list[tuple[int, int]]) -> Iterator[Edit]:
        """Give the edits of one change of a unit."""
        start, end = spans[change.place]
        words, sort = self._bases[change.place], change.sort
        if sort in ("clause added", "suspect gap"):
            unit = change.unit
            assert unit is not None  # noqa: S101
            yield Edit("clause added", start, start, "", unit.paragraphs[0])
            if sort == "suspect gap":
                yield Edit(sort, start, start, "", "")
        elif sort.startswith("item"):
            paragraphs = [self._units[change.place].label + self._units[change.place].paragraphs[0],
                          *self._units[change.place].paragraphs[1:]]  # fmt: skip
            at = start + sum(len(p) + 1 for p in paragraphs[: change.at])
            if sort == "item omitted":
                item = paragraphs[change.at]
                yield Edit(sort, at, at + len(item), item, "")
            else:
                assert change.unit is not None  # noqa: S101
                yield Edit(sort, at, at, "", change.unit.paragraphs[0])
        elif sort == "clause moved":
            yield Edit(sort, start, end, words, words, also=spans[change.to][0])
        elif sort.startswith("clause merged"):
            last = spans[change.place + 1][1]
            yield Edit(sort, start, last, words + self._bases[change.place + 1], "")
        elif sort.startswith("clause split"):
            yield Edit(sort, start, end, words, "")
        else:
            yield Edit(sort, start, end, words, "")


def _stale(base: str, other: str, numeral: str, unit: str) -> Edit:
    """Give the edit of a reference that ends both texts, but for the sign 条."""
    start, words = len(base) - len(numeral) - 1, f"第{numeral}{unit}"
    there = len(other) - len(numeral) - 1
    return Edit("stale reference", start, start + len(words), words, words, there=there)


def _moved(edit: Edit, by: int) -> Edit:
    return edit._replace(start=edit.start + by, end=edit.end + by)


def _merged(change: Change, unit: Unit, after: Unit) -> _Here:
    """Give two units as one: their words in one paragraph, or in two."""
    words = (*unit.paragraphs, *after.paragraphs)
    if not change.sort.endswith("paragraphs"):
        words = ("".join(words),)
    return _Here((change.place, change.place + 1), unit._replace(paragraphs=words))


def _changed(change: Change, unit: Unit) -> Iterator[_Here]:
    """Give what stands in the other text for a unit that is split, or before which one is put."""
    key = (change.place,)
    if change.sort in ("clause added", "suspect gap"):
        assert change.unit is not None  # noqa: S101
        yield _Here((), change.unit)
        yield _Here(key, unit)
    elif change.sort == "clause split":
        words = unit.paragraphs[0]
        yield _Here(key, unit._replace(paragraphs=(words[: change.at],)))
        yield _Here((), unit._replace(paragraphs=(words[change.at :],)))
    elif change.sort == "clause split by paragraphs":
        yield _Here(key, unit._replace(paragraphs=unit.paragraphs[: change.at]))
        yield _Here((), unit._replace(paragraphs=unit.paragraphs[change.at :]))
    else:
        yield _Here(key, _with_items(change, unit))


def _with_items(change: Change, unit: Unit) -> Unit:
    """Give an article with an item left out or put in, the items numbered anew."""
    paragraphs = list(unit.paragraphs)
    if change.unit is None or change.sort == "item omitted":
        del paragraphs[change.at]
    else:
        label = paragraphs[change.at][: len(paragraphs[change.at])]
        paragraphs.insert(change.at, _label_of(label) + change.unit.paragraphs[0])
    first = items_of(unit)[0]
    count = len(items_of(unit)) + (1 if change.sort == "item added" else -1)
    for number in range(count):
        paragraphs[first + number] = item_numbered(paragraphs[first + number], number + 1)
    return unit._replace(paragraphs=tuple(paragraphs))


def _label_of(item: str) -> str:
    """Give the label of an item: （三） or 三、."""
    for sign in "）)、":
        if sign in item[:6]:
            return item[: item.index(sign) + 1]
    return ""


def _relabelled(order: list[_Here], units: list[Unit], is_anew: bool) -> list[_Here]:  # noqa: FBT001
    """Give the units of the other text with the labels that they have there."""
    if is_anew:
        number, found = 0, list[_Here]()
        for here in order:
            number += here.unit.kind == "article"
            is_article = here.unit.kind == "article"
            found.append(here._replace(unit=numbered(here.unit, number)) if is_article else here)
        return found
    return list(_in_place(order, units))


def _in_place(order: list[_Here], units: list[Unit]) -> Iterator[_Here]:
    """Give moved units the labels of the places they go to; an added one a branch of its own."""
    labels = iter(
        unit.label for index, unit in enumerate(units) if any(index in h.keys for h in order)
    )
    for here in order:
        if here.keys:
            yield here._replace(unit=here.unit._replace(label=next(labels)))
        else:
            label = here.unit.label
            for sign in "条條":
                label = label.replace(sign, f"{sign}之一")
            yield here._replace(unit=here.unit._replace(label=label))
