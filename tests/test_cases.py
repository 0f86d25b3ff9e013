"""Every folder of tests/cases through the real pipeline, compared as text.

The texts are `base.txt` and `other.txt`, or `base.md` where the format is what makes it hard.

`expected.txt` says what a proofreader wants to be told, one line a finding, in reading order:

    severity kind address base→other

`∅` is nothing at all; `-` stands for no address. Blanks and line breaks are left out of a
reading; a reading of more than LONGEST characters is written by its first and last KEPT, with `…`
between. Below a finding stand its remarks (`remark code`). Behind the findings stand the groups
(`group cause size`), below a group the places where its word was kept (`kept address word`), then
what locate had to say (`notice locate side`, `-` for both sides). A line that begins with `#` is
for the reader.

A case that is not met yet stands in tests/cases/KNOWN (`name: reason`): it must fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from diffcore import Collation, collate
from diffcore.model import Finding

CASES = Path(__file__).parent / "cases"
TRICKY = Path(__file__).parents[1] / "docs" / "tricky-cases.md"

LONGEST = 16
KEPT = 5


def known() -> dict[str, str]:
    """Give the cases that are not met yet, each with its reason."""
    lines = (CASES / "KNOWN").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if line and not line.startswith("#"))
    return dict(pairs)


def names() -> list[str]:
    return sorted(path.name for path in CASES.iterdir() if path.is_dir())


def shorten(text: str) -> str:
    """Give a reading as a line of `expected.txt` writes it."""
    text = "".join(text.split())
    if len(text) > LONGEST:
        return f"{text[:KEPT]}…{text[-KEPT:]}"
    return text or "∅"


def line_of(finding: Finding) -> str:
    readings = finding.readings.map(lambda reading: shorten(reading.text))
    address = finding.address or "-"
    return f"{finding.severity} {finding.kind} {address} {readings.base}→{readings.other}"


def lines_of(collation: Collation) -> Iterator[str]:
    for finding in collation.findings:
        yield line_of(finding)
        yield from (f"remark {remark.code}" for remark in finding.remarks)
    for group in collation.groups:
        yield f"group {group.cause} {len(group.findings)}"
        for kept in group.kept:
            yield f"kept {kept.address or '-'} {shorten(kept.readings.base.text)}"
    for notice in collation.notices:
        if notice.stage == "locate":
            yield f"notice locate {notice.side or '-'}"


def expected_of(folder: Path) -> str:
    lines = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if line and not line.startswith("#"))


def marked(name: str) -> object:
    reason = known().get(name)
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(name, marks=marks)


@pytest.mark.parametrize("name", [marked(name) for name in names()])
def test_a_case_gives_what_a_proofreader_wants(name: str) -> None:
    folder = CASES / name
    base, other = (next(folder.glob(f"{side}.*")) for side in ("base", "other"))
    found = collate(base, other)
    assert "\n".join(lines_of(found)) == expected_of(folder)


def test_every_known_case_has_a_folder() -> None:
    assert set(known()) <= set(names())


def test_the_page_of_tricky_cases_says_which_are_met() -> None:
    page = TRICKY.read_text(encoding="utf-8")
    said = dict(re.findall(r"^\| `([a-z-]+)` \|.*\| ([✓✗]) \|$", page, re.MULTILINE))
    assert said == {name: "✗" if name in known() else "✓" for name in names()}
