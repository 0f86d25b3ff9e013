"""Whether the paragraphs of a file are paragraphs, or the printed lines of another file.

Who copies a text out of a PDF into a word processor or a web page gets a paragraph for each line.
Then the format knows nothing of paragraphs, and the line ends are weighed as in plain text.
"""

from __future__ import annotations

from collections.abc import Iterable

# Characters. A line shorter than this says nothing about how lines are cut.
_TOLD_BY_AT_LEAST = 12
# Lines that tell, below which nothing is said.
_LINES_AT_LEAST = 8
# A printed line has no more characters.
_CUT_AT_MOST = 60
# Share of the longest lines (9th decile) that a full line reaches, and share of all lines that
# are full and end inside a sentence where paragraphs are cut lines. Measured on the pages of
# shared/data/formats (0.00–0.09) and on texts wrapped at 20 to 45 characters (0.60–0.85).
_FULL_AT_LEAST, _CUT_AT_LEAST = 0.85, 0.35
_ENDS = frozenset("。；：！？.;:!?”’」』）)】〕…")


def are_cut(lines: Iterable[str]) -> bool:
    """Tell whether the lines are those of a print and no paragraphs."""
    told = [text for line in lines if len(text := line.strip()) >= _TOLD_BY_AT_LEAST]
    if len(told) < _LINES_AT_LEAST:
        return False
    top = sorted(map(len, told))[len(told) * 9 // 10]
    cut = sum(len(text) >= top * _FULL_AT_LEAST and text[-1] not in _ENDS for text in told)
    return top <= _CUT_AT_MOST and cut >= _CUT_AT_LEAST * len(told)
