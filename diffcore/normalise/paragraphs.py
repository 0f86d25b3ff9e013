"""Which line ends also end a paragraph.

The rule behind every decision: in wrapped print a line ends where the next word did not fit any
more; a line that had room for it ended because the paragraph did. A label, an indent, a wider
gap, the mark at the end speak for or against.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from diffcore.chinese.labels import Label
from diffcore.normalise import titles
from diffcore.normalise.layout import INDENT_AT_LEAST, INDENT_AT_MOST, layouts_of, read_lines
from diffcore.normalise.lines import Line, has_cells

# Columns that a line of prose may lack, without a mark at its end, and still be a full line that
# has lost figures: 2021年 and 50 % are some eight columns each.
HOLE_AT_MOST = 16

# Columns. A paragraph's first line that breaks off inside a sentence is no narrower; in
# two-column print a line has some 40.
CUT_AT_LEAST = 36

# Columns. A heading without an end mark is no wider, were it a labelled one with a comma.
HEADING_AT_MOST = 90

# Columns. A heading without comma and end mark among labelled sentences is no wider.
BARE_HEADING_AT_MOST = 52

# Characters of a paragraph that are looked through for an open bracket.
BRACKET_REACH = 800

# Labels whose words are often a heading of their own, without a mark at the end.
_HEADING_STYLES = frozenset(
    ("part", "subpart", "chapter", "section", "comma-chinese", "paren-chinese")
)

_DIVISIONS = frozenset(("part", "subpart", "chapter", "section"))

_ENUMERATED = re.compile("[一二三四五六七八九十]、|[0-9]{1,2}、")
_CLOSING_BRACKET = re.compile("[）)]")
_FIGURE = re.compile(r"[0-9０-９][0-9０-９.．,%％]*")
_COUNTED = "年月日号时分秒个名万亿元倍项家所类天周米公吨人％%"

# First words of sentences that stand within a paragraph (但书 and the like), and of those that
# refer to a paragraph before theirs. Source: 《立法技术规范（试行）（一）》, 十三 and 十四.
_CONTINUING = re.compile("但|必要时|必要時|否则|否則|逾期|其[^他它]|如果")
_BACKWARD = re.compile(
    "前[款项條条項]|[本前]条所称|第[一二三四五六七八九十]+[款项項](?:规定|規定|所)"
)


class Paragraphs:
    """The lines of a text, asked one after the other whether a paragraph ends with them.

    The format knows of the offsets `starts` that a paragraph begins there, and of those of
    `inner` lines that none does.
    """

    def __init__(
        self, text: str, lines: Sequence[Line], starts: frozenset[int], inner: frozenset[int]
    ) -> None:
        self._text, self._lines, self._starts, self._inner = text, lines, starts, inner
        self._readings = read_lines(text, lines)
        self._layouts = layouts_of(lines, self._readings)
        self._ordinals: dict[str, int | None] = {}
        self._headings = self._heading_styles()
        self._begin(0)

    def is_end(self, i: int) -> bool:
        """Tell whether a paragraph ends with line `i`; to be asked for every line in order."""
        if self._ends(i):
            self._begin(i + 1)
            return True
        here = self._readings[i + 1]
        self._is_prose |= here.is_prose or self._readings[i].tail == "hungry"
        self._has_sentence |= here.has_sentence or self._readings[i].tail == "final"
        return False

    def _begin(self, i: int) -> None:
        """Take line `i` for the first of a paragraph."""
        reading = self._readings[i]
        self._first, self._label = i, reading.label
        self._is_prose, self._has_sentence = reading.is_prose, reading.has_sentence
        if reading.label:
            self._ordinals[reading.label.style] = reading.label.ordinal

    def _ends(self, i: int) -> bool:
        here, after = self._readings[i], self._readings[i + 1]
        if (self._starts and self._is_start(i + 1)) or self._is_row(i) or self._is_row(i + 1):
            return True
        if self._lines[i + 1].start in self._inner:
            return False
        label = after.label
        if label and label.is_bare and here.tail != "final" and self._is_mark(i + 1):
            return False
        if label:
            return self._opens_clause(i, label)
        if after.head == "never":
            return here.tail == "final" and not self._is_full(i) and self._is_bare_mark(i + 1)
        if self._is_lone_label(i):
            return after.head == "start"
        if after.head == "start":
            return here.tail != "hungry"
        if self._parts_history(i):
            return True
        if here.tail == "hungry" or self._goes_on(i):
            return False
        return self._ends_unwrapped(i) if self._layouts[i].edge is None else self._ends_wrapped(i)

    def _goes_on(self, i: int) -> bool:
        """Tell whether line i + 1 goes on with line `i` however the lines are set."""
        if self._readings[i].tail == "open" and self._is_full(i):
            return False  # most lines: their width decides
        if self._is_bracket_open(i) or self._parts_a_figure(i):
            return True
        return self._readings[i].tail == "open" and self._is_title_part(i)

    def _is_start(self, i: int) -> bool:
        gap = range(self._lines[i - 1].end + 1, self._lines[i].start + 1)
        return any(at in self._starts for at in gap)

    # the line itself

    def _is_row(self, i: int) -> bool:
        label = self._readings[i].label
        return has_cells(self._text, self._lines[i], label.end if label else 0)

    def _words(self, i: int) -> str:
        return self._text[self._lines[i].start : self._lines[i].end]

    def _is_mark(self, i: int) -> bool:
        """Tell whether line `i` begins with a mark that mostly goes on: 、 or a bracket."""
        return self._text[self._lines[i].start] in "、)）"

    def _is_bare_mark(self, i: int) -> bool:
        return self._text[self._lines[i].start] == "."

    def _is_lone_label(self, i: int) -> bool:
        """Tell whether line `i` is a label and nothing else: its words are in the next line."""
        return (
            self._first == i and self._label is not None and self._label.end == self._lines[i].end
        )

    def _is_full(self, i: int) -> bool:
        """Tell whether the next word did not fit into line `i`.

        A column is granted where an odd width says that half a character was left over.
        """
        line, layout = self._lines[i], self._layouts[i]
        if layout.length is not None:
            return line.end - line.start >= layout.length - 1
        return layout.edge is not None and self._readings[i].reach + line.width % 2 >= layout.edge

    # labels

    def _opens_clause(self, i: int, label: Label) -> bool:
        """Tell whether the label at the head of line i + 1 opens a clause or is only named."""
        here = self._readings[i]
        if here.tail == "final" or (self._label and self._label.style in _DIVISIONS):
            return True
        if self._text.startswith("、", label.end - 1) and _ENUMERATED.match(self._text, label.end):
            return False
        if here.tail == "closed":
            return True
        is_next = self._is_next(label)
        if self._is_full(i):
            is_inside = self._is_prose or here.tail == "hungry"
            return is_next and (label.style in _DIVISIONS or not is_inside)
        return is_next if here.tail == "hungry" else True

    def _is_next(self, label: Label) -> bool:
        """Tell whether `label` follows the last one of its style, or begins a series."""
        if label.ordinal is None or label.ordinal == 1:
            return True
        last = self._ordinals.get(label.style)
        return last is not None and label.ordinal - last in (0, 1)

    # what belongs together wherever it stands

    def _is_bracket_open(self, i: int) -> bool:
        """Tell whether a bracket of the paragraph in hand is still open behind line `i`."""
        end = self._lines[i].end
        start = max(self._lines[self._first].start, end - BRACKET_REACH)
        text = self._text
        bracket = max(text.rfind("（", start, end), text.rfind("(", start, end))
        if bracket >= 0 and not _CLOSING_BRACKET.search(text, bracket, end):
            return True
        return text.rfind("《", start, end) > text.rfind("》", start, end)

    def _parts_a_figure(self, i: int) -> bool:
        """Tell whether a figure stands alone on line `i` or the next, as in 到/2025/年."""
        if _FIGURE.fullmatch(self._words(i)):
            return self._text[self._lines[i + 1].start] in _COUNTED
        if self._readings[i].tail != "open" or i + 2 >= len(self._lines):
            return False
        is_figure = _FIGURE.fullmatch(self._words(i + 1)) is not None
        return is_figure and self._text[self._lines[i + 2].start] in _COUNTED

    def _parts_history(self, i: int) -> bool:
        """Tell whether a law's history (题注) begins, goes on or ends behind line `i`."""
        below = self._lines[i + 1].start
        if self._text[below] not in titles.HISTORY_PARTS_BEFORE or self._label:
            return False
        return not self._is_bracket_open(i) and titles.parts_history(
            self._paragraph(i), self._words(i + 1)
        )

    def _is_title_part(self, i: int) -> bool:
        """Tell whether a title goes on in the next line."""
        if self._label or self._is_prose or self._readings[i + 1].is_prose:
            return False
        title = self._paragraph(i)
        if titles.is_author(title) and self._text.startswith("关于", self._lines[i + 1].start):
            return True
        return self._readings[i + 1].tail != "final" and titles.goes_on(title, self._words(i + 1))

    def _is_title(self, i: int) -> bool:
        """Tell whether the paragraph in hand, which parts words, is a title and ends here."""
        return self._label is None and titles.is_whole(self._paragraph(i), self._words(i + 1))

    def _paragraph(self, i: int) -> str:
        """Give the paragraph in hand up to line `i`, the end of it where it is very long."""
        first, end = self._lines[self._first], self._lines[i].end
        return self._text[max(first.start, end - BRACKET_REACH) : end]

    # wrapped lines and whole paragraphs

    def _ends_wrapped(self, i: int) -> bool:
        here, after, layout = self._readings[i], self._lines[i + 1], self._layouts[i]
        is_set_in = layout.is_indented and after.indent >= INDENT_AT_LEAST
        if here.tail == "open":
            if self._is_full(i):
                return is_set_in and self._first == i and self._may_be_heading(i)
            return not self._has_hole(i) or (self._is_prose and self._is_title(i))
        if not self._is_full(i) or is_set_in or self._is_bracketed(i):
            return True
        if after.feeds > layout.feeds and not after.is_paged:
            return True
        return self._begins_anew(i + 1) or self._stands_alone(i + 1)

    def _begins_anew(self, i: int) -> bool:
        """Tell whether line `i`, behind a full line that ends a sentence, begins a paragraph.

        Without an indent its first words may tell, or how often sentences of this text do.
        """
        start, layout = self._lines[i].start, self._layouts[i - 1]
        if layout.is_indented or self._text[self._lines[i - 1].end - 1] in ";；":
            return False
        if self._readings[i - 1].tail == "closed" or _CONTINUING.match(self._text, start):
            return False
        return layout.ends_often or _BACKWARD.match(self._text, start) is not None

    def _stands_alone(self, i: int) -> bool:
        """Tell whether line `i` is too short to be wrapped and is no end of a sentence."""
        reading = self._readings[i]
        is_bare = reading.tail == "open" and not reading.is_prose
        return is_bare and i + 1 < len(self._lines) and not self._is_full(i)

    def _may_be_heading(self, i: int) -> bool:
        here = self._readings[i]
        is_labelled = here.label is not None and here.label.style in _HEADING_STYLES
        return not here.has_sentence and (is_labelled or not here.is_prose)

    def _is_bracketed(self, i: int) -> bool:
        """Tell whether the paragraph in hand is one bracket: （立法目的）, （…年…通过）."""
        start = self._label.end if self._label else self._lines[self._first].start
        first = self._text[start : start + 2].strip()[:1]
        return self._readings[i].tail == "closed" and first in tuple("（(【[〔")

    def _has_hole(self, i: int) -> bool:
        """Tell whether line `i`, short and without an end, lost figures that filled it."""
        line, layout = self._lines[i], self._layouts[i]
        if layout.edge is None or self._readings[i].reach + HOLE_AT_MOST < layout.edge:
            return False
        if self._is_prose:
            return self._first != i or self._has_sentence or not self._may_be_heading(i)
        is_set_in = layout.is_indented and INDENT_AT_LEAST <= line.indent <= INDENT_AT_MOST
        return is_set_in and self._label is None and not titles.ends_with_genre(self._words(i))

    def _ends_unwrapped(self, i: int) -> bool:
        here, line = self._readings[i], self._lines[i]
        if here.tail != "open":
            return True
        if self._has_sentence:
            return False
        if self._first == i and self._label and self._label.style in _HEADING_STYLES:
            if self._label.style in self._headings:
                return line.width <= HEADING_AT_MOST
            return not self._is_prose and line.width <= BARE_HEADING_AT_MOST
        if self._is_prose and self._is_title(i):
            return True
        is_article = self._label is not None and self._label.style == "article"
        return not ((self._is_prose or is_article) and line.width >= CUT_AT_LEAST)

    def _heading_styles(self) -> frozenset[str]:
        """Give the styles of labels whose unwrapped lines mostly end without a mark."""
        ends = Counter(
            (reading.label.style, reading.tail == "open" and not reading.has_sentence)
            for reading, layout in zip(self._readings, self._layouts, strict=True)
            if reading.label and layout.edge is None
        )
        return frozenset(
            style for style, is_bare in ends if is_bare and ends[style, True] >= ends[style, False]
        )
