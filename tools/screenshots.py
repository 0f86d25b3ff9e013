"""Draws the pictures of docs/images from the project's own samples, with Chromium.

`python -m tools.screenshots`. The same Chromium with the same fonts draws the same pictures.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from diffcore import collate
from diffcore.model import Collation
from reports import report
from tools.png import pack

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
PAIR = ("samples/gazette/gazette.txt", "samples/gazette/standalone.txt")

# Debian's browser, as in tests/browser.
CHROMIUM = "/usr/bin/chromium"

# What makes the drawing of letters depend on the machine is switched off.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-lcd-text",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
)

# Bytes of one picture at most: a README is read over slow lines too.
SIZE_AT_MOST = 400_000

# Lines of the terminal report that its picture shows; the rest is more of the same.
TERMINAL_LINES = 44

_TERMINAL = """\
<!DOCTYPE html><meta charset="utf-8"><style>
body {{ margin: 0; background: #1d1f21; color: #d8d8d4; }}
pre {{ margin: 0; padding: 20px 26px; width: max-content;
  font: 16px/1.45 "Noto Sans Mono CJK SC", "Source Han Mono SC", monospace; }}
</style><pre>$ jiaokan compare gazette.txt standalone.txt

{}</pre>
"""


class Shot(NamedTuple):
    """One picture of the HTML report: its file, its colours, and the keys pressed before."""

    name: str
    scheme: str
    keys: str


SHOTS = (Shot("report.png", "light", "jjj"), Shot("report-dark.png", "dark", "jjjjj"))


def main() -> int:
    """Draw every picture; 1 where one is too large."""
    collation = collate(*_samples())
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        paths = [
            *_draw_reports(browser, collation, Path(folder)),
            _draw_terminal(browser, collation, Path(folder)),
        ]
        browser.close()
    too_large = [path for path in paths if path.stat().st_size > SIZE_AT_MOST]
    for path in paths:
        sys.stdout.write(f"{path.relative_to(ROOT)}  {path.stat().st_size:,}\n")
    return 1 if too_large else 0


def _samples() -> tuple[str, str]:
    """Give the two texts by paths from here, so that the pictures show no folder of a machine."""
    base, other = (Path(ROOT / name) for name in PAIR)
    here = Path.cwd()
    return str(base.relative_to(here)), str(other.relative_to(here))


def _draw_reports(browser: Browser, collation: Collation, folder: Path) -> Iterator[Path]:
    file = folder / "report.html"
    file.write_bytes(report(collation, "html"))
    for shot in SHOTS:
        page = _open(browser, file, {"width": 1440, "height": 900}, shot.scheme)
        for key in shot.keys:
            page.keyboard.press(key)
        path = IMAGES / shot.name
        path.write_bytes(pack(page.screenshot(animations="disabled", caret="hide")))
        page.context.close()
        yield path


def _draw_terminal(browser: Browser, collation: Collation, folder: Path) -> Path:
    text = report(collation, "terminal", width=80).decode()
    lines = text.splitlines()[:TERMINAL_LINES]
    file = folder / "terminal.html"
    file.write_text(_TERMINAL.format(escape("\n".join(lines))), "utf-8")
    page = _open(browser, file, {"width": 1000, "height": 700}, "dark")
    path = IMAGES / "terminal.png"
    path.write_bytes(pack(page.locator("pre").screenshot()))
    page.context.close()
    return path


def _open(browser: Browser, file: Path, size: dict[str, int], scheme: str) -> Page:
    page = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    ).new_page()
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready")
    return page


if __name__ == "__main__":
    sys.exit(main())
