"""Strips of pages in a real browser: they are shown, and nothing else is let in for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from diffcore import collate
from diffcore.model import Collation, Options
from tests.browser.conftest import Opener
from tests.read.pdf_maker import Sheet, pdf

pytestmark = pytest.mark.browser


@pytest.fixture
def collation(tmp_path: Path) -> Collation:
    (tmp_path / "a.txt").write_text("第一条　灯塔每夜点亮十小时。\n第二条　雾天鸣号。\n", "utf-8")
    lines = ("第一条　灯塔每夜点亮九小时。", "第二条　雾天鸣号。")
    (tmp_path / "b.pdf").write_bytes(pdf([Sheet().lines(80, 700, lines, size=14)]))
    return collate(tmp_path / "a.txt", tmp_path / "b.pdf", Options(page_images=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_strip_is_drawn_and_named(open_report: Opener, collation: Collation, scheme: str) -> None:
    page = open_report(collation, color_scheme=scheme)
    strip = page.get_by_role("img", name="校本第 1 页第 1 行的版面")
    expect(strip).to_be_visible()
    assert strip.evaluate("image => image.complete && image.naturalWidth") > 300
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_strip_fits_into_a_narrow_page(open_report: Opener, collation: Collation) -> None:
    page = open_report(collation, viewport={"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
