"""Whether the paragraphs of a file are paragraphs, or the printed lines of another file.

Who copies a text out of a PDF into a word processor or a web page gets a paragraph for each line.
Then the format knows nothing of paragraphs, and the line ends are weighed as in plain text.
"""

from __future__ import annotations

from collections.abc import Iterable

# Characters. A line shorter than this says nothing about how lines are cut; so many are needed.
_TOLD_BY_AT_LEAST, _LINES_AT_LEAST = 12, 8
# Characters. No printed line has more; the 9th decile of the paragraphs of laws is 56 and more.
_CUT_AT_MOST = 60
# A full line reaches so much (0..1) of the 9th decile of all. Of the lines of a print, a <p> each,
# so many are full and end inside a sentence: 0.80 and more of 62 laws and reports wrapped at 15
# characters, 0.51 at 25, 0.25 at 40, 0.19 at 45; of their paragraphs, and those of the pages of
# data/formats/html_govcn, at most 0.002.
_FULL_AT_LEAST, _CUT_AT_LEAST = 0.85, 0.15
_ENDS = frozenset("。；：！？.;:!?”’」』）)】〕…")


def are_cut(lines: Iterable[str]) -> bool:
    """Tell whether the lines are those of a print and no paragraphs."""
    told = [text for line in lines if len(text := line.strip()) >= _TOLD_BY_AT_LEAST]
    if len(told) < _LINES_AT_LEAST:
        return False
    top = sorted(map(len, told))[len(told) * 9 // 10]
    cut = sum(len(text) >= top * _FULL_AT_LEAST and text[-1] not in _ENDS for text in told)
    return top <= _CUT_AT_MOST and cut >= _CUT_AT_LEAST * len(told)
