"""The words of a paragraph: its runs, with what stands between them.

Source: ECMA-376-1:2016, 17.3 (paragraphs and runs), 17.16 (fields), 17.11 (notes).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from diffcore.read.docx.number_formats import write_number
from diffcore.read.docx.package import child, children, value_of
from diffcore.read.docx.revisions import Revisions
from diffcore.read.docx.symbols import written_symbol
from diffcore.read.docx.writing import Words
from diffcore.read.xml import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Elements that only hold others. What is not named here or below has no words of its own.
_WRAPPERS = frozenset((
    "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir", "oMath",
    "oMathPara", "rubyBase", "ruby", "ins", "del", "moveFrom", "moveTo", "r", "f", "num", "den",
    "e", "sup", "sub", "deg", "fName", "lim", "sSup", "sSub", "sSubSup", "rad", "nary", "d", "func",
    "acc", "bar", "box", "borderBox", "eqArr", "groupChr", "limLow", "limUpp", "m", "mr", "phant",
    "sPre",
))  # fmt: skip
_SIGNS = {"noBreakHyphen": "-", "softHyphen": "\u00ad", "tab": "\t", "ptab": "\t", "cr": "\n"}
_PICTURES = frozenset(("drawing", "pict", "object"))


class Inlines:
    """Reads the words of paragraphs, and gathers what stands in them and belongs elsewhere.

    `boxes` are the text boxes met, `notes` the notes referred to, in order, as (kind, id).
    `counts` has how many pictures, hidden characters and rubies there were.
    """

    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []
        self.counts: Counter[str] = Counter()

    def words_of(self, paragraph: Element) -> Words:
        """Give the words of a paragraph without its automatic number."""
        words = Words()
        for each in paragraph:
            self._add(each, words)
        return words

    def _add(self, element: Element, words: Words) -> None:
        name = local_name(element)
        if self._revisions.is_absent(element):
            return
        if name in ("t", "delText"):
            words.add(element.text or "")
        elif name in _SIGNS:
            words.add(_SIGNS[name])
        elif name in _HANDLERS:
            _HANDLERS[name](self, element, words)
        elif name in _PICTURES:
            self._add_picture(element)
        elif name in _WRAPPERS:
            for each in element:
                self._add(each, words)

    def add_run(self, run: Element, words: Words) -> None:
        """Add a run; hidden characters are not printed, and are counted."""
        hidden = child(child(run, "rPr"), "vanish")
        if hidden is not None and value_of(hidden) not in ("0", "false", "off"):
            kept = Words()
            for each in run:
                self._add(each, kept)
            self.counts["hidden"] += len(kept.text.strip())
            return
        for each in run:
            self._add(each, words)

    def add_break(self, element: Element, words: Words) -> None:
        """Add a line end, or a page end."""
        words.add("\f" if value_of(element, "type") == "page" else "\n")

    def add_symbol(self, element: Element, words: Words) -> None:
        """Add a character of a symbol font."""
        code = value_of(element, "char") or ""
        try:
            sign = chr(int(code, 16))
        except (ValueError, OverflowError):
            return  # no code point: nothing is drawn
        words.add(written_symbol(sign))

    def add_note(self, element: Element, words: Words) -> None:
        """Add the sign of a note, which is no word, and keep the note for the end."""
        kind = local_name(element).removesuffix("Reference")
        name = value_of(element, "id") or ""
        if value_of(element, "customMarkFollows") in ("1", "true", "on"):
            self.notes.append((kind, name))
            return  # the sign is a word of the next run
        number = sum(1 for each, _ in self.notes if each == kind) + 1
        self.notes.append((kind, name))
        words.add(write_number(number, "decimalEnclosedCircle"), is_mark=True)

    def add_ruby(self, element: Element, words: Words) -> None:
        """Add the words below a ruby annotation."""
        self.counts["ruby"] += 1
        base = child(element, "rubyBase")
        for each in base if base is not None else ():
            self._add(each, words)

    def add_alternative(self, element: Element, words: Words) -> None:
        """Add one form of what stands there in several: the first that has words, or the last."""
        forms = [*children(element, "Choice"), *children(element, "Fallback")]
        for form in forms:
            has_words = any(local_name(each) in ("t", "txbxContent") for each in form.iter())
            if has_words or form is forms[-1]:
                for each in form:
                    self._add(each, words)
                return

    def _add_picture(self, element: Element) -> None:
        """Keep the text boxes of a drawing for later; a drawing without words is a picture."""
        boxes = [each for each in element.iter() if local_name(each) == "txbxContent"]
        # An alternative inside the drawing has each box twice.
        fallbacks = {
            id(box)
            for each in element.iter()
            if local_name(each) == "Fallback"
            for box in each.iter()
        }
        shown = [box for box in boxes if id(box) not in fallbacks] or boxes
        self.boxes += shown
        if not shown:
            self.counts["pictures"] += 1


# What reads an element that is neither words nor a mere holder of them.
_HANDLERS: dict[str, Callable[[Inlines, Element, Words], None]] = {
    "r": Inlines.add_run,
    "br": Inlines.add_break,
    "sym": Inlines.add_symbol,
    "footnoteReference": Inlines.add_note,
    "endnoteReference": Inlines.add_note,
    "ruby": Inlines.add_ruby,
    "AlternateContent": Inlines.add_alternative,
}
