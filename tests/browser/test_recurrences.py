"""The table of replacements that recur in a real browser."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.classify.notation import collate_notation

pytestmark = pytest.mark.browser

# Articles without a difference, long enough to fold to a bar.
_EQUAL = "".join(
    f"第{number}条　馆藏的第{number}类目录由专人维护，不得涂改，每年核对一次并公布结果。\n"
    for number in "四五六七八"
)
NOTATION = (
    "第一条　设立[-保管体系-]{+保管架构+}，公布[-帐目-]{+账目+}。\n"
    "第二条　健全[-借阅体系-]{+借阅架构+}，方便单位和个人。\n"
    "第三条　库房由专人看守，钥匙[-两-]{+三+}人分管。\n"
    f"{_EQUAL}第九条　目录体系由专人维护，不得涂改。\n"
)


def test_a_place_where_the_word_was_kept_is_reached_in_its_closed_bar(open_report: Opener) -> None:
    page = open_report(collate_notation(NOTATION))
    bar = page.locator("details.equal")
    expect(bar).to_have_js_property("open", value=False)
    page.get_by_text("仍作「体系」1 处").click()
    page.locator(".recurring").get_by_role("link", name="第九条").click()
    expect(bar).to_have_js_property("open", value=True)
    expect(page.locator(".row.same", has_text="目录体系")).to_be_in_viewport()


def test_a_place_where_the_word_was_changed_is_the_finding(open_report: Opener) -> None:
    page = open_report(collate_notation(NOTATION))
    page.get_by_text("改动 2 处").click()
    page.locator(".recurring").get_by_role("link", name="第二条").click()
    assert page.locator("li.entry.current").get_attribute("id") == "F003"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_table_and_remarks_are_accessible(open_report: Opener, scheme: str) -> None:
    page = open_report(collate_notation(NOTATION), color_scheme=scheme)
    page.get_by_text("仍作「体系」1 处").click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_table_opens_without_scripts(open_report: Opener) -> None:
    page = open_report(collate_notation(NOTATION), java_script_enabled=False)
    page.get_by_text("改动 2 处").click()
    expect(page.locator(".recurring").get_by_role("link", name="第一条")).to_be_visible()
