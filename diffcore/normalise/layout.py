"""How a text is printed around a line: whether it is wrapped, how wide, with what indents.

Weighed in the neighbourhood of each line, not for the whole text: an issue may hold a wrapped
document behind one that has a line for each paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from diffcore.chinese.characters import CLOSER, FINAL, NEVER_FIRST, OPENER, display_width
from diffcore.chinese.labels import Label, find_label
from diffcore.normalise.lines import Line

# Columns. A line wider than this is no wrapped line: the widest printed line of an A4 page in
# small type has some 60 characters.
WRAPPED_AT_MOST = 130

# Columns. Narrower than this no prose is wrapped (12 characters).
WRAPPED_AT_LEAST = 24

# Lines. So many share one layout, which is weighed with MARGIN lines more before and behind: the
# next document of an issue may be set in another way.
CHUNK, MARGIN = 48, 24

# What makes a neighbourhood wrapped, chosen on some 15,000 paragraphs of laws and policies that
# were wrapped at 15 to 45 characters. So many lines end inside a sentence …
WRAPS_AT_LEAST = 3
# … the reach of full lines is the 9th decile of theirs (headings are among them, and shorter) …
TOP = 0.9
# … full lines differ from it by so much of it (proportional type, words that may not be cut) …
RAGGED_AT_MOST = 1 / 6
# … and are so much of the lines that end inside a sentence; so much of them is prose (lists of
# names are not), and so much of all lines may be wider.
BAND_AT_LEAST, PROSE_AT_LEAST, WIDER_AT_MOST = 1 / 2, 1 / 5, 1 / 10
# The reach from which on a line is full: so much of the full lines may be shorter.
BOTTOM = 1 / 12
# Share of full lines that have the same number of characters where a machine cut them.
EQUAL_AT_LEAST = 4 / 5

# Share of the lines behind an ended sentence that are set in where paragraphs are, and of lines
# inside a sentence that may be (blanks left by lost figures).
STARTS_INDENTED_AT_LEAST, INNER_INDENTED_AT_MOST = 1 / 2, 1 / 5

# Columns by which a paragraph is set in at least (one character, or two blanks) …
INDENT_AT_LEAST = 2
# … and at most; what stands deeper is centred or set to the right.
INDENT_AT_MOST = 8


class Reading(NamedTuple):
    """What a line tells by itself about its two ends.

    `tail`: "final" behind the mark that ends a sentence, "closed" behind a closing bracket,
    "hungry" where the sentence must go on, else "open". `head`: "label", "start" (a date, 附件,
    a dash of a list), "never" (a mark that no line begins with), else "plain". `label` is the
    label of the head. `reach` is the width that the line would have had with the first word of
    the next line. `is_prose`: marks that part words stand inside it; `has_sentence`: marks that
    end a sentence do.
    """

    tail: str
    head: str
    label: Label | None
    reach: int
    is_prose: bool
    has_sentence: bool


class Layout(NamedTuple):
    """How the lines of a neighbourhood are set.

    `edge` is the reach in columns from which on a line is full, None where lines are paragraphs.
    `length` is the length in characters of full lines where all have the same, as a machine cuts
    them. `feeds` are the line ends between two lines of one paragraph. `is_indented`: paragraphs,
    and only they, begin with an indent. `ends_often`: a sentence that ends before unlabelled
    words ends its paragraph more often than not.
    """

    edge: int | None
    length: int | None
    feeds: int
    is_indented: bool
    ends_often: bool


_HUNGRY = "，、,（(《“‘〔[「『"
_PARTING = re.compile("[，、。；,;！？]")
_ENDING = re.compile("[。；！？;]")
_FIRST_WORD = re.compile(
    f"[{re.escape(OPENER)}]*(?:[A-Za-z0-9.%+\\-]{{1,12}}|.)[{re.escape(NEVER_FIRST)}]*"
)

# Heads that begin a paragraph without being a label: 附件, the parts of the imprint, the dash of
# a list (a single one before a number is inside a range, 10—15%); a date or a document number
# that fills its line. Source: GB/T 9704—2012, 7.2–7.4.
_START = re.compile(
    r"附\s*[件录錄表]\s*\w{0,3}\s*(?:[:：]|$)|(?:抄\s*[送报報]|主\s*送|分\s*送|主[题題][词詞])\s*[:：]"
    r"|目\s*[录錄次]$|[—―─－]{2}[^—―─－\s]|[—―─－][^—―─－\s0-9０-９]|【|[（(]此[件页]"
)
_STARTING = "附抄主分目—―─－【（("
_DATE = re.compile(r"\w{0,4}\s*年\s*\w{0,3}\s*月\s*\w{0,3}\s*日(?:印发)?")
_DOCUMENT_NUMBER = re.compile(
    r"\w{2,12}\s*[〔\[［（(【]\s*\d{0,4}\s*[〕\]］）)】]\s*第?\s*\w{0,4}\s*[号號]"
)

# Characters of a line in which its label is looked for, with what follows a citation.
HEAD_LENGTH = 32


def read_lines(text: str, lines: Sequence[Line]) -> list[Reading]:
    """Give for each line what its ends tell."""
    readings = []
    following = [*lines[1:], None]
    for line, after in zip(lines, following, strict=True):
        label, head = _read_head(text, line)
        need = _first_width(text, after.start) if after else 0
        inside = (label.end if label else line.start), line.end - 1
        is_prose = _PARTING.search(text, *inside) is not None
        has_sentence = is_prose and _ENDING.search(text, *inside) is not None
        # A line that no line can be is the rest of the one above, set off by blanks.
        width = line.width + line.indent if head == "never" else line.width
        tail = _read_tail(text, line)
        readings.append(Reading(tail, head, label, width + need, is_prose, has_sentence))
    return readings


def layouts_of(lines: Sequence[Line], readings: Sequence[Reading]) -> list[Layout]:
    """Give for each line the layout of its neighbourhood."""
    layouts: list[Layout] = []
    start = 0
    for end in (*_segment_ends(lines), len(lines)):
        for first in range(start, end, CHUNK):
            window = range(max(start, first - MARGIN), min(end, first + CHUNK + MARGIN))
            layout = _layout(lines, readings, window)
            layouts.extend([layout] * (min(end, first + CHUNK) - first))
        start = end
    return layouts


def _segment_ends(lines: Sequence[Line]) -> list[int]:
    """Give the places where lines that may be wrapped and lines that may not meet."""
    wide = [line.width > WRAPPED_AT_MOST for line in lines]
    return [i for i in range(1, len(wide)) if wide[i] != wide[i - 1]]


def _layout(lines: Sequence[Line], readings: Sequence[Reading], window: range) -> Layout:
    wraps = [i for i in window[:-1] if _may_wrap(readings[i], readings[i + 1])]
    edge = _edge(lines, readings, window, wraps)
    if edge is None:
        is_indented = _is_indented(lines, readings, window, wraps)
        return Layout(None, None, 1, is_indented, ends_often=True)
    wraps = [i for i in wraps if readings[i].reach >= edge]
    gaps = Counter(lines[i + 1].feeds for i in wraps if not lines[i + 1].is_paged)
    feeds = max(gaps, key=lambda n: (gaps[n], n)) if gaps else 1
    return Layout(
        edge,
        _length(lines, wraps),
        feeds,
        _is_indented(lines, readings, window, wraps),
        _ends_often(readings, window, edge),
    )


def _length(lines: Sequence[Line], wraps: Sequence[int]) -> int | None:
    """Give the number of characters that full lines have, where a machine cut them."""
    lengths = Counter(lines[i].end - lines[i].start for i in wraps)
    length = max(lengths, key=lambda n: (lengths[n], n))
    widths = {lines[i].width for i in wraps if lines[i].end - lines[i].start == length}
    is_cut = lengths[length] >= EQUAL_AT_LEAST * len(wraps) and len(widths) > 1
    return length if is_cut else None


def _ends_often(readings: Sequence[Reading], window: range, edge: int) -> bool:
    inside = sum(readings[i].has_sentence for i in window)
    ends = sum(
        readings[i].tail == "final" and readings[i].reach < edge and readings[i + 1].head == "plain"
        for i in window[:-1]
    )
    return ends > inside


def _may_wrap(reading: Reading, after: Reading) -> bool:
    return reading.tail in ("open", "hungry") and after.head in ("plain", "never")


def _edge(
    lines: Sequence[Line], readings: Sequence[Reading], window: range, wraps: Sequence[int]
) -> int | None:
    """Give the reach from which on a line is full, None where the lines are not wrapped.

    Lines are wrapped where those that end inside a sentence are equally wide, are prose, and
    hardly any line is wider.
    """
    reaches = sorted(readings[i].reach for i in wraps)
    if len(reaches) < WRAPS_AT_LEAST:
        return None
    top = reaches[int(len(reaches) * TOP)]
    band = [i for i in wraps if readings[i].reach >= top * (1 - RAGGED_AT_MOST)]
    prose = sum(readings[i].is_prose for i in band)
    wider = sum(lines[i].width > top * (1 + RAGGED_AT_MOST) for i in window)
    is_wrapped = (
        top >= WRAPPED_AT_LEAST
        and len(band) >= BAND_AT_LEAST * len(wraps)
        and prose >= PROSE_AT_LEAST * len(band)
        and wider <= WIDER_AT_MOST * len(window)
    )
    return sorted(readings[i].reach for i in band)[int(len(band) * BOTTOM)] if is_wrapped else None


def _is_indented(
    lines: Sequence[Line], readings: Sequence[Reading], window: range, wraps: Sequence[int]
) -> bool:
    """Tell whether lines that begin a paragraph are set in, and those that go on are not."""
    inner = [i + 1 for i in wraps]
    starts = [i + 1 for i in window[:-1] if readings[i].tail == "final"]
    return (
        len(starts) > 1
        and _share(lines, starts) >= STARTS_INDENTED_AT_LEAST
        and (not inner or _share(lines, inner) <= INNER_INDENTED_AT_MOST)
    )


def _share(lines: Sequence[Line], places: Sequence[int]) -> float:
    return sum(lines[i].indent >= INDENT_AT_LEAST for i in places) / len(places)


def _read_tail(text: str, line: Line) -> str:
    last = text[line.end - 1]
    if last in FINAL:
        return "final"
    if last in _HUNGRY:
        return "hungry"
    if last not in CLOSER:
        return "open"
    words = text[max(line.start, line.end - 8) : line.end].rstrip(CLOSER)
    return "final" if words and words[-1] in FINAL else "closed"


def _read_head(text: str, line: Line) -> tuple[Label | None, str]:
    first = text[line.start]
    label = find_label(text[line.start : min(line.end, line.start + HEAD_LENGTH)])
    if label:
        return label._replace(end=line.start + label.end), "label"
    if first in NEVER_FIRST:
        return None, "never"
    return None, "start" if _is_start(text, line) else "plain"


def _is_start(text: str, line: Line) -> bool:
    last = text[line.end - 1]
    if last in "日发" and _DATE.fullmatch(text, line.start, line.end):
        return True
    if last in "号號" and _DOCUMENT_NUMBER.fullmatch(text, line.start, line.end):
        return True
    return text[line.start] in _STARTING and _START.match(text, line.start, line.end) is not None


def _first_width(text: str, start: int) -> int:
    """Give the width of the first word at `start`, with the marks that may not leave it."""
    if "\u4e00" <= text[start] <= "\u9fff" and "\u4e00" <= text[start + 1 : start + 2] <= "\u9fff":
        return 2
    found = _FIRST_WORD.match(text, start)
    return display_width(found[0]) if found else 2
