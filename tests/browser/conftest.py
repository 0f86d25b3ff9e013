"""A real Chromium, and pages of reports that write down all that they should not do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from diffcore.model import Collation
from reports import report

# Debian's browser. Playwright's own is not downloaded: the tests need no network.
CHROMIUM = Path("/usr/bin/chromium")

Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open the report of a collation; at the end, see that it kept quiet and off the network."""
    complaints: list[str] = []
    pages: list[Page] = []

    def open_it(collation: Collation, **context: object) -> Page:
        path = tmp_path / f"report-{len(pages)}.html"
        path.write_bytes(report(collation, "html"))
        page = browser.new_context(**context).new_page()  # type: ignore[arg-type]
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: complaints.append(f"request: {request.url}"))
        page.goto(path.as_uri())
        complaints.remove(f"request: {path.as_uri()}")
        pages.append(page)
        return page

    yield open_it
    for page in pages:
        page.context.close()
    assert not complaints
