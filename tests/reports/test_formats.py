"""Formats are found by their files."""

from __future__ import annotations

import pytest

from diffcore.errors import OptionError
from reports import formats, report
from tests.reports.builder import SAMPLE, build


def test_every_format_has_its_own_name_and_suffixes() -> None:
    found = formats()
    assert [each.name for each in found] == [
        "csv",
        "html",
        "json",
        "links",
        "markdown",
        "terminal",
        "xlsx",
    ]
    suffixes = [suffix for each in found for suffix in each.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") for suffix in suffixes)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(OptionError) as refused:
        report(build(SAMPLE), "excel")
    assert "csv、html、json、links、markdown、terminal、xlsx" in refused.value.why.zh
