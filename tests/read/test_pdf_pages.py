"""Pages are drawn, whole or in part, so that what has no character can be looked at."""

from __future__ import annotations

import pytest

from diffcore.places import Box
from diffcore.read.pdf.engine import Picture, open_pdf
from diffcore.read.pdf.layout import lay_out
from diffcore.read.pdf.writing import write
from tests.read.pdf_maker import A4, Sheet, pdf

WHITE = 255


def drawn(data: bytes, box: Box | None = None) -> Picture:
    with open_pdf(data, "a.pdf").page(0) as page:
        assert page is not None
        picture = page.draw(72, box)
        assert picture is not None
        return picture


def test_a_page_is_drawn_in_its_size() -> None:
    picture = drawn(pdf([Sheet().put(90, 700, "公园")]))
    assert (picture.width, picture.height) == A4
    assert len(picture.dots) == picture.width * picture.height
    assert picture.dots[0] == WHITE


@pytest.mark.parametrize("entries", ["", "/CropBox [50 50 500 800]", "/Rotate 90", "/Rotate 180"])
def test_the_box_of_a_lost_glyph_shows_its_ink(entries: str) -> None:
    data = pdf([Sheet(entries=entries).put(90, 700, "自2024年")], unmapped="2")
    lost = write(lay_out(open_pdf(data, "a.pdf"))).lost
    assert len(lost) == 2
    for each in lost:
        picture = drawn(data, each.box)
        dark = sum(dot < WHITE // 2 for dot in picture.dots)
        assert dark > 0.4 * len(picture.dots)


def test_a_page_larger_than_any_is_not_drawn() -> None:
    data = pdf([Sheet(entries="/MediaBox [0 0 14400 14400]").put(90, 700, "公园")])
    with open_pdf(data, "a.pdf").page(0) as page:
        assert page is not None
        assert page.draw(300) is None


def test_pages_without_text_are_named() -> None:
    layout = lay_out(open_pdf(pdf([Sheet(), Sheet().put(90, 700, "公园")]), "a.pdf"))
    assert layout.without_text == [1]
