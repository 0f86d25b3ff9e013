"""Reports of real texts: valid, complete, and all of their links lead somewhere."""

from __future__ import annotations

import json
import re

import pytest

from diffcore import collate
from diffcore.model import Collation
from reports import report
from tests.reports.test_html import Page
from tests.reports.test_json import validate
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared

ISSUE = SHARED / "seeds" / "000_d161e1729344339c.txt"
FILE = SHARED / "seeds" / "004_6648269cd64337de.txt"


@pytest.fixture(scope="module", params=["there", "back"])
def collation(request: pytest.FixtureRequest) -> Collation:
    pair = (ISSUE, FILE) if request.param == "there" else (FILE, ISSUE)
    return collate(*pair)


def test_the_json_keeps_the_contract(collation: Collation) -> None:
    document = json.loads(report(collation, "json"))
    validate(document)
    for side in ("base", "other"):
        at = document[side]["scope"]["start"]
        for row in document["rows"]:
            for op in row["ops"]:
                assert op[side][0] >= 0
        spans = sorted(op[side] for row in document["rows"] for op in row["ops"])
        for start, end in spans:
            assert start == at
            at = end
        assert at == document[side]["scope"]["end"]


def test_the_page_has_every_finding_with_a_place_to_jump_to(collation: Collation) -> None:
    elements = Page(report(collation, "html").decode()).elements
    ids = [str(attributes["id"]) for _tag, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for finding in collation.findings:
        assert finding.id in ids
        assert f"t-{finding.id}" in ids


def test_the_terminal_report_fits_eighty_columns(collation: Collation) -> None:
    from tests.reports.test_terminal import columns

    lines = report(collation, "terminal").decode().splitlines()
    assert max(map(columns, lines)) <= 80
    assert re.search("【2021】", "".join(lines))
