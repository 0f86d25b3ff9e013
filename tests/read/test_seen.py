"""What the page shows where the file has no characters is offered beside the text, never in it."""

from __future__ import annotations

import pytest

from diffcore.model import ReadOptions, SourceText
from diffcore.read.formats.pdf import READER
from diffcore.read.pdf.seen import Glyph, lay_against
from diffcore.read.recognise import Sign
from tests.read.pdf_maker import Sheet, pdf
from tests.read.scan_maker import needs_font, shape

LINES = (
    "第一条　到2025年底，建成排水站36座，",
    "新修渠道480公里，受益农户1207户。",
    "第二条　每座排水站补助15万元。",
)


def _read(lines: tuple[str, ...], ocr: str = "auto") -> SourceText:
    data = pdf([Sheet().lines(80, 700, lines, size=14)], unmapped="0123456789", shape=shape)
    return READER.read(data, "a.pdf", ReadOptions(ocr=ocr))


def _seen(source: SourceText) -> list[str]:
    return [each.seen for each in source.unmapped]


@needs_font
def test_figures_without_characters_are_read_off_the_page() -> None:
    source = _read(LINES)
    assert _seen(source) == ["2025", "36", "480", "1207", "15"]
    assert all(each.confidence and each.confidence > 0.9 for each in source.unmapped)


@needs_font
def test_what_is_seen_is_not_put_into_the_text() -> None:
    source = _read(LINES[2:])
    assert source.text.strip() == "第二条　每座排水站补助〓〓万元。"
    assert source.recognised == ()


@needs_font
def test_without_recognition_nothing_is_seen() -> None:
    source = _read(LINES[2:], "never")
    assert [(each.seen, each.confidence) for each in source.unmapped] == [("", None)]


@needs_font
def test_a_line_of_lost_figures_alone_is_read() -> None:
    assert _seen(_read(("3052", "修订"))) == ["3052"]


@needs_font
def test_cells_far_apart_are_read_one_by_one() -> None:
    sheet = Sheet().put(80, 700, "水费18元", 14).put(420, 700, "电费27元", 14)
    data = pdf([sheet], unmapped="0123456789", shape=shape)
    assert _seen(READER.read(data, "a.pdf", ReadOptions())) == ["18", "27"]


# Marks laid against what is seen: `〓` is a glyph without character.
@pytest.mark.parametrize(
    ("known", "seen", "shown"),
    [
        ("到〓〓〓〓年", "到2025年", "2 0 2 5"),
        ("〓〓〓", "12%", "1 2 %"),
        ("（〓）号", "(7)号", "7"),
        ("共〓〓座、〓座", "共36座、8座", "3 6 8"),
        ("补助〓〓元", "补肋15元", "1 5"),
        ("费〓〓万〓〓元", "费3万50元", " 3 5 0"),
        ("效〓率", "效fi率", "fi"),
        ("见〓〓条", "条", " "),
        ("〓", "", ""),
    ],
)  # fmt: skip
def test_known_characters_hold_what_is_seen_in_its_place(known: str, seen: str, shown: str) -> None:
    glyphs = [Glyph(char, i, 0, char == "〓") for i, char in enumerate(known)]
    signs = [Sign(char, i, 1.0) for i, char in enumerate(seen)]
    found = lay_against(glyphs, signs)
    assert " ".join(
        "".join(sign.text for sign in signs)
        for glyph, signs in zip(glyphs, found, strict=True)
        if glyph.is_lost
    ) == shown  # fmt: skip


@needs_font
def test_a_run_of_which_a_glyph_shows_nothing_is_not_read() -> None:
    blank = pdf(
        [Sheet().lines(80, 700, ("共修12座排水站",), size=14)],
        unmapped="12",
        shape=lambda char: "" if char == "1" else shape(char),
    )
    (found,) = READER.read(blank, "a.pdf", ReadOptions()).unmapped
    assert found.seen == ""
