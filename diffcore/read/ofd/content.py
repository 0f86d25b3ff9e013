"""What a page draws: its text, and what of it is no text or is not shown.

Source: GB/T 33190—2016, 7.7 (pages, layers, blocks), 8.5 (graphic units), 13 (composite objects).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from diffcore.read.ofd.document import Document
from diffcore.read.ofd.numbers import IDENTITY, POINTS, Matrix, matrix_of, moved, product
from diffcore.read.ofd.package import Loaded, Package, child, children
from diffcore.read.ofd.paper import Paper, Printed
from diffcore.read.ofd.text_object import boundary_of, runs_of, words_of
from diffcore.read.xml import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Objects that all pages of a file may draw. A book of a thousand pages has some 100,000.
OBJECTS_AT_MOST = 2_000_000

# Composite objects that may be drawn; each draws others, so that few files could draw endlessly.
COMPOSED_AT_MOST = 20_000

# Composite objects or templates inside one another; real ones have two.
NESTED_AT_MOST = 16

_GROUPS = ("Content", "Layer", "PageBlock")


class Step(NamedTuple):
    """An element to be drawn, how it lies on the page, and inside what.

    `matrix` leads from the coordinates around it to the page; `chain` are the composite objects
    that it is part of; `is_hidden`: something around it is not to be shown.
    """

    element: Element
    matrix: Matrix
    chain: tuple[str, ...] = ()
    is_hidden: bool = False


class _Sheet(NamedTuple):
    """What is drawn on, and from; `is_common`: a template of several pages draws."""

    document: Document
    units: Mapping[str, Element]
    paper: Paper
    is_common: bool


class Drawn:
    """What the pages of a file draw, counted."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._left, self._composed = OBJECTS_AT_MOST, COMPOSED_AT_MOST
        self.codes: list[str] = []  # code points that had to be marked
        self.hidden = 0  # characters of objects that are not shown
        self.transparent = 0  # characters of objects that are drawn without ink
        self.patterns: list[str] = []  # the words of patterns that fill an area

    def page(
        self, document: Document, loaded: Loaded, number: int, uses: Mapping[str, int]
    ) -> Printed:
        """Draw a page with its templates; `uses` counts the pages that show each of them.

        Raises: ReadError where it is beyond all bounds.
        """
        width, height = document.size_of(loaded.root)
        paper = Paper(number, width * POINTS, height * POINTS)
        units = document.units_of(loaded)
        for source, is_common in self._layers(document, loaded.root, uses, ()):
            steps = [Step(each, IDENTITY) for each in children(source, "Content")]
            self._draw(steps, _Sheet(document, units, paper, is_common))
        return paper.printed()

    def words(self, elements: list[Element], units: Mapping[str, Element]) -> list[str]:
        """Give the words of objects that stand outside the pages, such as annotations."""
        found = []
        for step in self._walk([Step(each, IDENTITY) for each in elements], units):
            if local_name(step.element) == "TextObject":
                found.append(words_of(step.element))
            else:
                found += _pattern_words(step.element)
        return [words for words in found if words.strip()]

    def _layers(
        self, document: Document, root: Element, uses: Mapping[str, int], chain: tuple[str, ...]
    ) -> Iterator[tuple[Element, bool]]:
        """Give what a page consists of: its templates, each whether several show it, and itself.

        The order in which they are painted says nothing about reading: places do.
        """
        for each in children(root, "Template"):
            identifier = each.get("TemplateID", "")
            if identifier in chain or len(chain) >= NESTED_AT_MOST:
                raise self._package.damaged(f"Template {identifier}: …→{identifier}")
            template = document.template(identifier)
            if template is not None:
                is_common = uses.get(identifier, 0) > 1
                for source, _ in self._layers(document, template.root, uses, (*chain, identifier)):
                    yield source, is_common
        yield root, False

    def _draw(self, steps: list[Step], on: _Sheet) -> None:
        for step in self._walk(steps, on.units):
            name = local_name(step.element)
            if name == "TextObject":
                self._draw_text(step, on)
            elif name in ("ImageObject", "PathObject", "VideoObject"):
                self.patterns += _pattern_words(step.element)
                if name == "PathObject" and not step.is_hidden:
                    on.paper.rule(step.element, step.matrix)

    def _draw_text(self, step: Step, on: _Sheet) -> None:
        if step.is_hidden:
            self.hidden += len("".join(words_of(step.element).split()))
            return
        if step.element.get("Alpha") == "0":
            self.transparent += len("".join(words_of(step.element).split()))
        has_ink = partial(on.document.has_ink, step.element.get("Font", ""))
        for run in runs_of(step.element, step.matrix, has_ink):
            on.paper.put(run, is_common=on.is_common)
            if run.codes:
                self.codes.append(run.codes)

    def _walk(self, steps: list[Step], units: Mapping[str, Element]) -> Iterator[Step]:
        """Give the objects that draw something, in their order, out of groups and composites."""
        stack = steps[::-1]
        while stack:
            step = stack.pop()
            self._left -= 1
            if self._left < 0:
                raise self._package.too_demanding()
            name = local_name(step.element)
            if name in _GROUPS or name == "CellContent":
                inner = [step._replace(element=each) for each in step.element]
                stack += inner[::-1]
            elif name == "CompositeObject":
                stack += [_composed(each, step) for each in self._unit(step, units)]
            elif name.endswith("Object") or name == "Appearance":
                placed = _placed(step)
                if name == "Appearance":
                    stack += [placed._replace(element=each) for each in step.element][::-1]
                else:
                    yield placed

    def _unit(self, step: Step, units: Mapping[str, Element]) -> list[Element]:
        """Give the content of the unit that a composite object draws, last first."""
        self._composed -= 1
        if self._composed < 0:
            raise self._package.too_demanding()
        identifier = step.element.get("ResourceID", "")
        if identifier in step.chain or len(step.chain) >= NESTED_AT_MOST:
            raise self._package.damaged(f"CompositeObject {identifier}: …→{identifier}")
        unit = units.get(identifier)
        content = child(unit, "Content") if unit is not None else None
        return list(content)[::-1] if content is not None else []


def _placed(step: Step) -> Step:
    """Give an object with the matrix of its own coordinates: its boundary, then its CTM."""
    element = step.element
    matrix = product(moved(step.matrix, *boundary_of(element)), matrix_of(element.get("CTM")))
    is_hidden = step.is_hidden or element.get("Visible", "").strip().lower() == "false"
    return step._replace(matrix=matrix, is_hidden=is_hidden)


def _composed(element: Element, step: Step) -> Step:
    """Give a part of the unit that a composite object draws, as it lies on the page."""
    chain = (*step.chain, step.element.get("ResourceID", ""))
    return _placed(step)._replace(element=element, chain=chain)


def _pattern_words(element: Element) -> list[str]:
    """Give the words of the patterns that an area is filled with."""
    return [
        words_of(each)
        for cell in element.iter()
        if local_name(cell) == "CellContent"
        for each in cell.iter()
        if local_name(each) == "TextObject"
    ]
