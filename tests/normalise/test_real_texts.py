"""Real laws and policies, wrapped and paged: how many paragraph ends are found again."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from diffcore.chinese.labels import find_label
from diffcore.model import SourceText
from diffcore.normalise import normalise
from tests.damage import cut_columns, half_width, paginate, strip_figures, wrap
from tests.shared import SHARED, needs_shared

TEXTS = (
    *sorted((SHARED / "data" / "policy").glob("*.txt")),
    *sorted((SHARED / "data" / "renditions" / "national").glob("*/laosheng.txt"))[::20],
    *sorted((SHARED / "data" / "laws-tw").glob("*/*/new.txt"))[::24],
)


class Count(NamedTuple):
    """Paragraph ends in all, lost, lost before a label, and found where none is."""

    ends: int
    lost: int
    lost_labels: int
    extra: int


def paragraphs_of(text: str) -> list[str]:
    """Give the paragraphs of a clean text; a label that stands alone belongs to the next."""
    lines = [line.strip("\ufeff　 ") for line in text.splitlines()]
    lines = [line for line in lines if line.strip("=-　 ")]
    paragraphs: list[str] = []
    for line in lines:
        if paragraphs and _is_label(paragraphs[-1]) and not find_label(line):
            paragraphs[-1] += "　" + line
        else:
            paragraphs.append(line)
    return paragraphs


def _is_label(line: str) -> bool:
    label = find_label(line)
    return label is not None and label.end == len(line)


def count(paragraphs: list[str], damage: Callable[[str], str]) -> Count:
    text = "\n".join(paragraphs) + "\n"
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    wanted = normalise(SourceText("", "", "text", "utf-8", text, (), tuple(starts[:-1]))).text
    made = normalise(SourceText("", "", "text", "utf-8", damage(text))).text
    assert made.replace("\n", "") == wanted.replace("\n", "")
    ends, found = _ends(wanted), _ends(made)
    lost = [at for at in ends - found if find_label(wanted.replace("\n", ""), at)]
    return Count(len(ends), len(ends - found), len(lost), len(found - ends))


def _ends(text: str) -> set[int]:
    """Give the paragraph ends as places in the text without line feeds."""
    return {at - nth for nth, at in enumerate(at for at, c in enumerate(text) if c == "\n")}


# Permille of paragraph ends lost and made. What is lost is nearly all beyond knowledge: a last
# line that is full and ends a sentence, in print without indents.
DAMAGES: dict[str, tuple[Callable[[str], str], int, int]] = {
    "clean": (lambda text: text, 0, 0),
    "columns": (lambda text: cut_columns(text), 0, 10),
    "wrapped at 20": (lambda text: wrap(text, 20), 25, 10),
    "wrapped at 28, blank lines": (lambda text: wrap(text, 28, 1), 20, 5),
    "wrapped at 40": (lambda text: wrap(text, 40), 15, 5),
    "indented": (lambda text: wrap(text, 28, 0, "　　"), 2, 2),
    "paged": (lambda text: paginate(wrap(text, 28, 1), 44), 20, 5),
    "form feeds": (lambda text: paginate(wrap(text, 28), 30, "{n}", page_end="\f"), 20, 5),
    "half width": (lambda text: wrap(half_width(text), 30), 20, 5),
}


@needs_shared
@pytest.mark.parametrize("name", DAMAGES)
def test_paragraphs_of_real_texts_are_found_again(name: str) -> None:
    damage, lost_at_most, extra_at_most = DAMAGES[name]
    counts = [count(paragraphs_of(path.read_text("utf-8")), damage) for path in TEXTS]
    ends, lost, lost_labels, extra = map(sum, zip(*counts, strict=True))
    assert lost_labels == 0
    assert 1000 * lost <= lost_at_most * ends
    assert 1000 * extra <= extra_at_most * ends


@needs_shared
def test_lost_figures_move_no_paragraph_end_before_a_label() -> None:
    for path in TEXTS:
        text = "\n".join(paragraphs_of(path.read_text("utf-8")))
        paragraphs = [line for line in strip_figures(text).splitlines() if line.strip()]
        assert count(paragraphs, lambda text: wrap(text, 28, 1)).lost_labels == 0


@needs_shared
@pytest.mark.parametrize("edition", ["full.poppler-layout", "stripped.pdfminer"])
def test_paragraphs_of_a_pdf_text_end_with_a_mark(edition: str) -> None:
    folder = SHARED / "data" / "formats" / "digit_loss"
    text = (folder / f"诊疗方案-第九版.{edition}.txt").read_text("utf-8")
    lines = normalise(SourceText("", "", "text", "utf-8", text)).text.split("\n")
    broken = [line for line in lines if len(line) > 24 and line[-1] not in "。;:!?)"]
    assert len(lines) > 250
    assert len(broken) <= 10
