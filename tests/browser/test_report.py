"""The HTML report in a real browser."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from diffcore.model import Options
from tests.browser.conftest import Opener
from tests.reports.builder import SAMPLE, Line, build, related_to_nothing
from tests.reports.test_doubts import in_doubt
from tests.reports.test_ledger import regulation

pytestmark = pytest.mark.browser

FINDINGS = 9
MEMBERS = 3

HOSTILE = (
    "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>"
    "\"' onmouseover=alert(3) {{ 7*7 }} {% for %} ${alert(4)} javascript:alert(5)"
    "\u2028\u2029\u202e\u2066\ud800\x00\x1b &lt; <!-- ]]>"
)


def current(page: Page) -> str:
    return page.locator("li.entry.current").get_attribute("id") or ""


def shown(page: Page) -> int:
    entries = page.locator("li.entry")
    return sum(not entries.nth(n).evaluate("entry => entry.hidden") for n in range(FINDINGS))


def test_j_and_k_step_through_the_list_and_a_closed_group_is_one_step(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    visited = []
    for _step in range(FINDINGS - MEMBERS + 1):
        page.keyboard.press("j")
        visited.append(current(page))
    assert visited == ["F001", "F002", "F005", "F006", "F007", "F008", "F009"]
    page.keyboard.press("j")
    assert current(page) == "F009"
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert current(page) == "F007"
    page.keyboard.press("j")
    assert current(page) == "F008"


def test_an_open_group_is_stepped_through_member_by_member(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    page.keyboard.press("j")
    page.keyboard.press("o")
    visited = [current(page)]
    for _step in range(3):
        page.keyboard.press("j")
        visited.append(current(page))
    assert visited == ["F001", "F003", "F004", "F002"]


def test_stepping_shows_the_place_in_both_texts(open_report: Opener) -> None:
    page = open_report(build(SAMPLE), viewport={"width": 1280, "height": 420})
    page.keyboard.press("j")
    page.keyboard.press("j")
    for element in ("del", "ins"):
        mark = page.locator(f"{element}.current")
        expect(mark).to_have_count(1)
        expect(mark).to_be_in_viewport()
    expect(page.locator("#place")).to_have_text("2 / 7")


def test_the_list_leads_to_the_text_and_the_text_to_the_list(open_report: Opener) -> None:
    page = open_report(build(SAMPLE), viewport={"width": 1280, "height": 420})
    page.locator("#F009").click()
    expect(page.locator("#t-F009")).to_be_in_viewport()
    page.locator("ins + a.sign", has_text="异2").click()
    expect(page.locator("#F002")).to_be_in_viewport()
    assert current(page) == "F002"


def test_the_overview_leads_to_the_text(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    page.locator('.strip a[data-f="F008"]').dispatch_event("click")
    page.wait_for_function("document.querySelector('li.current')?.id === 'F008'")


def test_filters_add_up(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    by_grade = []
    for key in "123":
        page.keyboard.press(key)
        by_grade.append(shown(page))
        label = page.locator("#filter label:has(input:checked)").inner_text()
        assert int(label.split()[-1]) == by_grade[-1]
    assert sum(by_grade) == FINDINGS
    page.keyboard.press("0")
    assert shown(page) == FINDINGS
    by_kind = 0
    for option in page.locator("#kind option").all()[1:]:
        page.select_option("#kind", option.get_attribute("value"))
        count = int((option.text_content() or "").split()[-1])
        assert shown(page) == count
        assert page.locator("#shown").inner_text() == f"{count} / {FINDINGS}"
        by_kind += count
    assert by_kind == FINDINGS


def test_a_search_narrows_the_list_and_the_steps(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    page.keyboard.press("/")
    page.keyboard.type("每半年")
    assert shown(page) == 1
    page.keyboard.press("Enter")
    assert current(page) == "F002"
    page.keyboard.press("j")
    assert current(page) == "F002"
    page.fill("#search", "没有这样的字")
    expect(page.locator("#none")).to_be_visible()
    page.click("#reset")
    assert shown(page) == FINDINGS


def test_equal_clauses_open_at_a_click_and_by_key(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    words = page.get_by_text("健全长效机制").first
    expect(words).not_to_be_visible()
    page.locator("details.equal summary").click()
    expect(words).to_be_visible()
    page.keyboard.press("e")
    expect(words).not_to_be_visible()
    page.keyboard.press("e")
    expect(words).to_be_visible()


def test_help_opens_and_closes_by_key(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator("li.entry.current")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#help")).not_to_be_visible()


def test_folded_places_can_be_marked(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    line = "getComputedStyle(document.querySelector('.cell .folded')).textDecorationLine"
    assert page.evaluate(line) == "none"
    page.keyboard.press("f")
    assert page.evaluate(line) == "underline"


def test_everything_can_be_read_without_javascript(open_report: Opener) -> None:
    page = open_report(build(SAMPLE), java_script_enabled=False)
    expect(page.locator("#filter")).not_to_be_visible()
    expect(page.locator(".steps")).not_to_be_visible()
    page.locator("li.group summary").click()
    expect(page.locator("li.entry")).to_have_count(FINDINGS)
    for entry in page.locator("li.entry").all():
        expect(entry).to_be_visible()
    page.locator("details.equal summary").click()
    expect(page.get_by_text("健全长效机制").first).to_be_visible()
    page.locator("#F008 a").click()
    expect(page.locator("#t-F008")).to_be_in_viewport()


def test_a_sign_stays_on_the_line_of_what_it_signs(open_report: Opener) -> None:
    lines = [
        Line(
            "河道" * 9 + "水" * n + "[-绿-]{+净+}化两岸[-30-]年保持清洁", f"第{n}条", kind="wording"
        )
        for n in range(30)
    ]
    page = open_report(build(lines), viewport={"width": 1280, "height": 800})
    apart = page.evaluate(
        "[...document.querySelectorAll('.cell a.sign')].filter(sign => {"
        " const rects = sign.previousElementSibling.getClientRects();"
        " return sign.getBoundingClientRect().top > rects[rects.length - 1].bottom; }).length"
    )
    assert apart == 0


def test_a_hostile_text_runs_nothing_and_is_shown(open_report: Opener) -> None:
    lines = [
        Line(f"水{HOSTILE}[-{HOSTILE}-]{{+{HOSTILE}库+}}", address=HOSTILE, kind="wording"),
        Line(HOSTILE, address=HOSTILE, relation="added"),
    ]
    page = open_report(build(lines))
    page.keyboard.press("j")
    page.keyboard.press("?")
    types = page.evaluate("[...document.scripts].map((each) => each.type)")
    assert types == ["application/json", ""], "data, which no browser runs, and the script"
    assert page.evaluate("document.images.length") == 0
    expect(page.locator("ins.m").first).to_contain_text("<script>alert(1)</script>")


def test_the_printed_pages_hold_every_finding_and_every_clause(open_report: Opener) -> None:
    page = open_report(build(SAMPLE))
    page.keyboard.press("1")
    page.emulate_media(media="print")
    for entry in page.locator("li.entry").all():
        expect(entry).to_be_visible()
    assert page.get_by_text("健全长效机制").first.is_visible()
    expect(page.locator(".hash").first).to_be_visible()
    expect(page.locator(".bar")).not_to_be_visible()
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert 1 <= len(pages) <= 4


def test_the_printed_list_and_text_do_not_overlap(open_report: Opener) -> None:
    page = open_report(build(SAMPLE), viewport={"width": 700, "height": 900})
    page.emulate_media(media="print")
    bottom, top = page.evaluate(
        "[document.querySelector('.entries').getBoundingClientRect().bottom,"
        " document.querySelector('#text').getBoundingClientRect().top]"
    )
    assert bottom <= top


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(open_report: Opener, scheme: str, lang: str) -> None:
    page = open_report(build(SAMPLE, Options(lang=lang)), color_scheme=scheme)
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.keyboard.press("e")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_axe_finds_no_barrier_where_nothing_differs_or_all_does(open_report: Opener) -> None:
    for collation in (build([Line("河道两岸")]), related_to_nothing()):
        found = Axe().run(open_report(collation))
        assert found.violations_count == 0, found.generate_report()


def test_five_thousand_rows_open_quickly(open_report: Opener) -> None:
    lines = [
        Line(f"第{n}条　各级水务部门应当按照职责分[-工-]{{+类+}}做好岸线管护工作。", f"第{n}条")
        for n in range(5000)
    ]
    page = open_report(build(lines))
    timing = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
    page.wait_for_function(timing)
    # Some 0.7 s on one idle core; the bound leaves room for a busy machine.
    assert page.evaluate(timing) < 4000
    page.keyboard.press("j")
    assert current(page) == "F001"
    page.keyboard.press("3")
    # Hiding thousands of list items can take quadratic time: it did, forty seconds.
    page.wait_for_function("!document.querySelector('#none').hidden", timeout=5000)
    after = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
    started = page.evaluate("performance.now()")
    page.evaluate(after)
    assert page.evaluate("performance.now()") - started < 5000


def test_the_ledger_of_figures_is_filtered_without_a_script(open_report: Opener) -> None:
    page = open_report(regulation(), java_script_enabled=False)
    page.locator("#figures summary").click()
    changed, same = page.locator("#figures tr.changed"), page.locator("#figures tr.same")
    expect(changed.first).to_be_visible()
    expect(same.first).to_be_hidden()
    page.locator("#l-same").check()
    page.locator("#l-changed").uncheck()
    expect(same.first).to_be_visible()
    expect(changed.first).to_be_hidden()


def test_the_ledger_of_figures_leads_to_the_clause_and_the_finding(open_report: Opener) -> None:
    page = open_report(regulation())
    page.locator("#figures summary").click()
    row = page.locator("#figures tr.changed").first
    row.locator("td:last-child a").click()
    assert current(page) == f"F{int(row.locator('td:last-child').inner_text()):03}"
    page.locator("#l-same").check()
    place = page.locator("#figures tr.same td:nth-child(5) a").first
    target = place.get_attribute("href") or ""
    place.click()
    expect(page.locator(target)).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_ledger_has_no_barrier_that_axe_knows(open_report: Opener, scheme: str) -> None:
    page = open_report(regulation(), color_scheme=scheme)
    page.locator("#figures summary").click()
    page.locator("#l-same").check()
    assert Axe().run(page, context="#figures").response["violations"] == []


def test_a_row_in_doubt_is_reached_from_the_top_and_leads_to_its_like(
    open_report: Opener,
) -> None:
    page = open_report(in_doubt(), viewport={"width": 1280, "height": 420})
    expect(page.locator("#doubts li")).to_have_count(2)
    page.locator("#doubts a", has_text="第三条").click()
    expect(page.locator("#r2 .doubt")).to_be_in_viewport()
    page.locator("#r2 .doubt").click()
    expect(page.locator("#r3 h3")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_rows_in_doubt_are_accessible(open_report: Opener, scheme: str) -> None:
    page = open_report(in_doubt(), color_scheme=scheme)
    assert Axe().run(page).violations_count == 0
