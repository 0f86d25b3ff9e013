"""The text that is read of a page is the text that a browser shows of it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from diffcore.model import ReadOptions
from diffcore.read.formats.html import READER
from tests.shared import SHARED

pytestmark = pytest.mark.browser

REAL = SHARED / "data" / "formats" / "html_govcn"
needs_pages = pytest.mark.skipif(not REAL.is_dir(), reason="the real texts are not here")

ODD = """<!DOCTYPE html><title>x</title><p>　　渡口<b>管</b>理<br>办法&nbsp;&mdash; &lt;甲&gt;
<pre>一 二
  三</pre><div>丙<p>丁</div>戊<span style="display:none">暗</span><script>"己"</script>
<table border=1><tr><td rowspan=2>庚<td>辛<tr><td>壬</table><ul><li>癸<li>子</ul><p hidden>丑</p>
<dl><dt>寅<dd>卯</dl><textarea>辰</textarea><p>巳</i>午<font>未<p>申</font>《<中国法>》</p>&amp;nbsp;"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


def shown(page: Page, html: str) -> str:
    """Give the text that the browser shows of a page, without blanks."""
    page.set_content(html, wait_until="domcontentloaded")
    return _squeezed(str(page.evaluate("document.body.innerText")))


def read(html: str) -> str:
    """Give the text that is read of a page, without blanks."""
    return _squeezed(READER.read(html.encode(), "a.html", ReadOptions()).text)


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_kind_of_element_is_read_as_it_is_shown(page: Page) -> None:
    assert read(ODD) == shown(page, ODD).replace("辰", "")


@needs_pages
def test_the_real_pages_are_read_as_they_are_shown(page: Page) -> None:
    with (REAL / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        names = [entry["file"] for entry in csv.DictReader(file, delimiter="\t")]
    for name in names:
        html = (REAL / name).read_text("utf-8")
        tool = "扫一扫在手机打开当前页"
        assert read(html) == shown(page, f"<!DOCTYPE html>{html}").replace(tool, ""), name
