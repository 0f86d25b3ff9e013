"""Rows of tables in reports: the figures of two cells stay two."""

from __future__ import annotations

from pathlib import Path

import pytest

from diffcore import collate
from diffcore.pipeline import understand
from reports import report

TABLES = {
    "bars": "| 船型 | 次票 | 月票 |\n| --- | --- | --- |\n| 木船 | 2.1 | 4.2 |\n",
    "html": (
        "<table>\n<tr>\n<th>船型</th>\n<th>次票</th>\n<th>月票</th>\n</tr>\n"
        "<tr>\n<td>木船</td>\n<td>2.1</td>\n<td>4.2</td>\n</tr>\n</table>\n"
    ),
    "html on one line": (
        "<table><tr><th>船型</th><th>次票</th><th>月票</th></tr>"
        "<tr><td>木船</td><td>2.1</td><td>4.2</td></tr></table>\n"
    ),
}
LAW = "# 渡船收费办法\n\n第一条　渡船收费依照所附的表执行。\n\n第二条　本办法自公布之日起施行。\n\n"


@pytest.mark.parametrize("table", TABLES)
def test_a_row_is_one_paragraph_and_its_figures_stay_apart(table: str, tmp_path: Path) -> None:
    path = tmp_path / "base.md"
    path.write_text(LAW + TABLES[table], encoding="utf-8")
    assert understand(path).normal.text.splitlines()[-2:] == ["船型次票月票", "木船2.1 4.2"]


@pytest.mark.parametrize("name", ["terminal", "html"])
@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_one_side_lacks_is_quoted_cell_by_cell(
    table: str, name: str, tmp_path: Path
) -> None:
    base, other = tmp_path / "base.md", tmp_path / "other.md"
    base.write_text(LAW, encoding="utf-8")
    other.write_text(LAW + TABLES[table], encoding="utf-8")
    assert "木船 2.1 4.2" in report(collate(base, other), name).decode()


def test_a_phrase_keeps_cells_apart(tmp_path: Path) -> None:
    base, other = tmp_path / "base.md", tmp_path / "other.md"
    base.write_text(LAW, encoding="utf-8")
    other.write_text(LAW + TABLES["html"], encoding="utf-8")
    phrases = [finding.readings.other.phrase for finding in collate(base, other).findings]
    assert phrases == ["船型 次票 月票", "木船 2.1 4.2"]
