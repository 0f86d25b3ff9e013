"""A proofreader's review in a real browser: decided, kept, undone, exported, imported, merged."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from reports import report
from tests.browser.conftest import Opener
from tests.browser.test_report import HOSTILE
from tests.reports.builder import SAMPLE, build

pytestmark = pytest.mark.browser

# The sample has a group of three among its nine findings; the list begins with it.
FINDINGS, GROUPED = 9, ("F001", "F003", "F004")


def press(page: Page, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def statuses(page: Page) -> dict[str, str]:
    """Give the findings that are not pending, by id."""
    listed = page.locator("li.entry").evaluate_all(
        "entries => entries.map((entry) => [entry.id, entry.dataset.status])"
    )
    return {name: status for name, status in listed if status != "pending"}


def progress(page: Page) -> str:
    return page.locator("#progressed").text_content() or ""


def exported(page: Page, path: Path) -> dict[str, Any]:
    with page.expect_download() as waiting:
        page.keyboard.press("s")
    waiting.value.save_as(path)
    document: dict[str, Any] = json.loads(path.read_bytes())
    return document


def taken(page: Page, path: Path) -> str:
    """Import a file and give what the page says."""
    page.locator("#file").set_input_files(path)
    page.wait_for_function("document.querySelector('#told').textContent !== ''")
    return page.locator("#told").text_content() or ""


def test_a_key_decides_and_the_counts_add_up(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    assert progress(page) == f"已核 0/{FINDINGS}"
    press(page, "j j c j d j x")
    assert statuses(page) == {"F002": "confirmed", "F005": "doubtful", "F006": "false_alarm"}
    assert progress(page) == f"已核 2/{FINDINGS}"
    counts = page.locator("#status option").evaluate_all("all => all.map((o) => o.textContent)")
    assert counts[1:] == ["待核 6", "确认差异 1", "误报 1", "存疑 1"]


def test_a_closed_group_is_decided_at_once_and_undone_at_once(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    press(page, "j c")
    assert statuses(page) == dict.fromkeys(GROUPED, "confirmed")
    press(page, "z")
    assert statuses(page) == {}
    press(page, "z")
    expect(page.locator("#told")).to_have_text("没有可撤销的")


def test_a_member_of_an_open_group_is_decided_alone_then_the_rest_like_it(
    open_report: Opener,
) -> None:
    page = open_report(build(SAMPLE))
    press(page, "j o x")
    assert statuses(page) == {"F001": "false_alarm"}
    press(page, "g")
    assert statuses(page) == dict.fromkeys(GROUPED, "false_alarm")


def test_n_goes_to_the_next_that_is_not_settled(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    press(page, "j c j c j d k k n")
    assert page.locator("li.entry.current").get_attribute("id") == "F005"
    press(page, "p")
    assert page.locator("li.entry.current").get_attribute("id") == "F009"


def test_a_note_stays_with_the_finding_that_it_was_written_for(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    page.locator("#reader").fill("甲校员")
    press(page, "Escape j m")
    page.keyboard.type("原件第三页")
    page.locator("#next").click()
    expect(page.locator("#F001 .noted")).to_have_text("意见（甲校员）：原件第三页")
    expect(page.locator("#note")).to_have_value("")
    assert statuses(page) == {}


def test_a_review_outlives_a_reload_and_a_move_to_another_folder(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(report(build(SAMPLE), "html"))
    context = browser.new_context()
    page = context.new_page()
    page.goto(path.as_uri())
    press(page, "j j c")
    page.reload()
    assert statuses(page) == {"F002": "confirmed"}
    moved = tmp_path / "送审" / "报告.html"
    moved.parent.mkdir()
    shutil.move(path, moved)
    page.goto(moved.as_uri())
    assert statuses(page) == {"F002": "confirmed"}
    page.goto("about:blank")
    context.close()


def test_a_filter_shows_what_has_a_status_or_stands_in_a_section(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    press(page, "j j c")
    page.locator("#status").select_option("confirmed")
    assert page.locator("li.entry:not([hidden])").count() == 1
    expect(page.locator("#shown")).to_have_text(f"1 / {FINDINGS}")
    page.locator("#status").select_option("")
    sections = page.locator("#section option").evaluate_all("all => all.map((o) => o.value)")
    page.locator("#section").select_option(sections[1])
    shown = page.locator("li.entry:not([hidden])")
    assert 0 < shown.count() < FINDINGS
    assert set(shown.evaluate_all("all => all.map((e) => e.dataset.section)")) == {sections[1]}


def test_what_is_exported_is_imported_elsewhere(open_report: Opener, tmp_path: Path) -> None:
    first = open_report(build(SAMPLE))
    first.locator("#reader").fill("甲校员")
    press(first, "Escape j j c j x")
    document = exported(first, tmp_path / "甲.json")
    assert document["schema"] == "jiaokan-decisions/1"
    assert len(document["decisions"]) == FINDINGS
    told = {one["key"]: (one["status"], one["reader"]) for one in document["decisions"]}
    assert sorted(told.values())[:2] == [("confirmed", "甲校员"), ("false_alarm", "甲校员")]
    second = open_report(build(SAMPLE))
    assert (
        taken(second, tmp_path / "甲.json") == "已导入：采用 2 处，不一致 0 处，本报告没有的 0 处"
    )
    assert statuses(second) == {"F002": "confirmed", "F005": "false_alarm"}
    press(second, "z")
    assert statuses(second) == {}


def test_where_two_readers_differ_a_person_chooses(open_report: Opener, tmp_path: Path) -> None:
    first = open_report(build(SAMPLE))
    press(first, "j j c j c")
    exported(first, tmp_path / "甲.json")
    second = open_report(build(SAMPLE))
    press(second, "j j x j d j x")
    assert (
        taken(second, tmp_path / "甲.json") == "已导入：采用 0 处，不一致 2 处，本报告没有的 0 处"
    )
    expect(second.locator("#conflicts")).to_be_visible()
    assert not Axe().run(second).response["violations"]
    second.locator("#conflict-list li").nth(1).locator("[value=theirs]").check()
    second.locator("#take").click()
    assert statuses(second) == {"F002": "false_alarm", "F005": "confirmed", "F006": "false_alarm"}


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"schema": "jiaokan-decisions/2", "decisions": []}',
        '{"schema": "jiaokan-decisions/1", "decisions": [{"key": "a", "status": "wrong"}]}',
        '{"schema": "jiaokan-decisions/1", "decisions": [null]}',
        '{"schema": "jiaokan-decisions/1", "decisions": [{"key": 1, "status": "pending"}]}',
        '{"schema": "jiaokan-decisions/1", "decisions": [{"key": "a", "status": "__proto__"}]}',
    ],
)
def test_a_damaged_file_is_refused_and_nothing_is_lost(
    open_report: Opener, tmp_path: Path, content: str
) -> None:
    page = open_report(build(SAMPLE))
    press(page, "j j c")
    path = tmp_path / "坏.json"
    path.write_text(content, "utf-8")
    assert taken(page, path) == "「坏.json」不是完好的核校记录，一处也没有导入"
    assert statuses(page) == {"F002": "confirmed"}


def test_decisions_of_findings_that_are_not_here_are_kept_and_exported_again(
    open_report: Opener, tmp_path: Path
) -> None:
    page = open_report(build(SAMPLE))
    stray = {"key": "feedfeed", "kind": "wording", "address": "第九条", "base": "甲",
             "other": "乙", "status": "confirmed", "note": "留", "reader": "丙"}  # fmt: skip
    path = tmp_path / "丙.json"
    path.write_text(json.dumps({"schema": "jiaokan-decisions/1", "decisions": [stray]}), "utf-8")
    assert "本报告没有的 1 处" in taken(page, path)
    last = exported(page, tmp_path / "out.json")["decisions"][-1]
    assert {name: last[name] for name in stray} == stray


def test_hostile_notes_and_names_stay_text(open_report: Opener, tmp_path: Path) -> None:
    page = open_report(build(SAMPLE))
    key = exported(page, tmp_path / "a.json")["decisions"][0]["key"]
    hostile = {"key": key, "status": "doubtful", "note": HOSTILE, "reader": HOSTILE}
    path = tmp_path / "坏心.json"
    path.write_text(json.dumps({"schema": "jiaokan-decisions/1", "decisions": [hostile]}), "utf-8")
    taken(page, path)
    assert page.evaluate("document.images.length") == 0
    assert HOSTILE[:30] in (page.locator("#F001 .noted").text_content() or "")


def test_the_review_is_axe_clean_by_day_and_by_night(open_report: Opener) -> None:
    for scheme in ("light", "dark"):
        page = open_report(build(SAMPLE), color_scheme=scheme)
        press(page, "j c j x j d j m")
        page.keyboard.type("字")
        assert not Axe().run(page).response["violations"], scheme
