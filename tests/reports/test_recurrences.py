"""Replacements that recur, and remarks, as the reports show them."""

from __future__ import annotations

import json
import re

from diffcore import Collation
from reports import report
from reports.recurrences import LISTED_AT_MOST, NAMED_AT_MOST
from tests.classify.notation import collate_notation
from tests.reports.test_json import validate

NOTATION = (
    "第一条　设立[-保管体系-]{+保管架构+}，公布[-帐目-]{+账目+}。\n"
    "第二条　健全[-借阅体系-]{+借阅架构+}，方便单位和个人。\n"
    "第三条　馆藏的目录体系由专人维护，不得涂改。\n"
    "第四条　库房的安防体系每月检修，目录[-架构-]{+体系+}另定。\n"
)


def collation() -> Collation:
    return collate_notation(NOTATION)


def page(found: Collation) -> str:
    return report(found, "html").decode()


def test_json_has_words_addresses_places_kept_and_remarks() -> None:
    document = json.loads(report(collation(), "json"))
    validate(document)
    (group,) = document["groups"]
    assert (group["base_word"], group["other_word"]) == ("体系", "架构")
    assert group["addresses"] == ["第一条", "第二条"]
    assert [kept["address"] for kept in group["kept"]] == ["第三条", "第四条"]
    for kept in group["kept"]:
        for side in ("base", "other"):
            span = kept[side]
            assert document[side]["text"][span["start"] : span["end"]] == "体系"
    assert len(group["reverse"]) == 1
    told = [finding["remarks"] for finding in document["findings"] if finding["remarks"]]
    assert [each["code"] for each in told[0]] == ["homophone", "similar_shape"]


def test_the_page_has_a_table_with_links_that_lead_somewhere() -> None:
    html = page(collation())
    table = html[html.index('<details class="recurring"') :].partition("</table>")[0]
    assert "体系 → 架构" in table
    assert "改动 2 处" in table
    assert "仍作「体系」2 处" in table
    assert "相反 1 处" in table
    for name in re.findall(r'href="#([^"]+)"', table):
        assert html.count(f'id="{name}"') == 1, name


def test_a_page_without_replacements_that_recur_has_no_table() -> None:
    assert 'class="recurring"' not in page(collate_notation("加强[-统筹-]{+协调+}安排。"))


def test_the_page_and_the_terminal_tell_the_remark() -> None:
    remark = "「帐」「账」同音（zhàng）；「帐」「账」同有「长」"
    assert f"按：{remark}" in page(collation())
    terminal = report(collation(), "terminal").decode()
    assert f"按    {remark}" in terminal


def test_the_terminal_names_the_places_kept() -> None:
    assert "仍作「体系」：第三条、第四条\n" in report(collation(), "terminal").decode()


def test_of_very_many_places_kept_the_first_are_listed_and_the_rest_counted() -> None:
    count = LISTED_AT_MOST + 7
    kept = "".join(f"第{n}条　甲{n}体系照旧。\n" for n in range(3, 3 + count))
    found = collate_notation(
        "第1条　设立[-保管体系-]{+保管架构+}，每年清点库存一次。\n"
        f"第2条　健全[-借阅体系-]{{+借阅架构+}}，方便单位和个人。\n{kept}"
    )
    assert len(found.groups[0].kept) == count
    html = page(found)
    assert f"仍作「体系」{count} 处" in html
    assert "另 7 处" in html
    terminal = "".join(report(found, "terminal").decode().split())
    assert f"第{2 + NAMED_AT_MOST}条……" in terminal


def test_a_remark_that_all_members_of_a_group_have_is_told_once() -> None:
    found = collate_notation(
        "第一条　公布[-帐目-]{+账目+}，每年清点库存一次。\n"
        "第二条　核对[-帐目-]{+账目+}，方便单位和个人。\n"
        "第三条　馆藏的目录由专人维护，不得涂改。\n"
    )
    assert report(found, "terminal").decode().count("按    ") == 1
