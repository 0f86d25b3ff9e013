"""The documents of an invented gazette issue."""

from __future__ import annotations

import pytest

from tests.structure.given import outline

FIRST = (
    "海湾市人民政府关于振兴渔港的意见", "海政发〔2031〕7号", "各区人民政府:", "一、修码头。",
    "二、清航道。",
    "海湾市人民政府", "2031年5月6日",
)  # fmt: skip
SECOND = (
    "海湾市人民政府办公室关于印发", "灯塔值守方案的通知", "海政办发〔2031〕8号", "各区人民政府:",
    "现将《灯塔值守方案》印发给你们,请照此执行。", "海湾市人民政府办公室", "2031年5月8日",
)  # fmt: skip
ENCLOSED = ("灯塔值守方案", "为了值守灯塔,制定本方案。", "一、值守", "(一)点灯。", "二、记录")
MASTHEAD = ("海湾市人民政府公报", "2031年第3期", "海湾市人民政府办公室主办")
CONTENTS = (
    "目录", "【市政府文件】", "海湾市人民政府关于振兴渔港的意见(2)", "【办公室文件】",
    "海湾市人民政府办公室关于印发灯塔值守方案的通知", "…(9)",
)  # fmt: skip


def parts(*lines: str) -> list[tuple[str, int, str]]:
    return [(part.kind, part.number, part.title) for part in outline(*lines).parts]


EXPECTED = [
    ("document", 1, "海湾市人民政府关于振兴渔港的意见"),
    ("document", 2, "海湾市人民政府办公室关于印发灯塔值守方案的通知"),
    ("enclosure", 2, "灯塔值守方案"),
]


@pytest.mark.parametrize("contents", [CONTENTS, ()])
def test_an_issue_gives_its_documents_with_and_without_contents(contents: tuple[str, ...]) -> None:
    found = parts(*MASTHEAD, *contents, *FIRST, *SECOND, *ENCLOSED)
    assert found == [("masthead", 0, ""), *EXPECTED]


def test_documents_are_found_without_digits() -> None:
    lines = [
        "".join(character for character in line if not character.isdigit())
        for line in (*FIRST, *SECOND, *ENCLOSED)
    ]
    assert parts(*lines) == EXPECTED


def test_parts_tile_the_clauses_and_each_begins_with_its_title() -> None:
    document = outline(*MASTHEAD, *CONTENTS, *FIRST, *SECOND, *ENCLOSED)
    firsts = [part.first for part in document.parts]
    lasts = [part.last for part in document.parts]
    assert [0, *lasts] == [*firsts, len(document.clauses)]
    assert all(document.clauses[first].role == "title" for first in firsts[1:])


def test_labels_begin_anew_in_each_document() -> None:
    document = outline(*FIRST, *SECOND, *ENCLOSED)
    ones = [clause for clause in document.clauses if clause.label == "一、"]
    assert [clause.parent for clause in ones] == [None, None]


def test_the_name_of_the_gazette_above_a_single_document_is_no_title() -> None:
    assert parts(*MASTHEAD, *FIRST) == [("masthead", 0, ""), EXPECTED[0]]


def test_a_single_document_is_one_part() -> None:
    assert parts(*ENCLOSED) == [("document", 1, "灯塔值守方案")]


def test_a_regulation_that_a_decree_publishes_is_its_enclosure() -> None:
    found = parts(
        "海湾市人民政府令", "第12号",
        "《海湾市灯塔条例》已经2031年3月1日市政府常务会议通过,现予公布。",
        "市长", "2031年3月2日", "海湾市灯塔条例", "(2031年3月1日通过)", "第一条甲。", "第二条乙。",
    )  # fmt: skip
    assert [(kind, title) for kind, _, title in found] == [
        ("document", "海湾市人民政府令"), ("enclosure", "海湾市灯塔条例")
    ]  # fmt: skip


def test_a_title_that_is_only_cited_begins_no_document() -> None:
    assert (
        len(
            parts(
                *ENCLOSED, "各区按照《海湾市灯塔条例》执行。", "海湾市灯塔条例规定值守的", "照办。"
            )
        )
        == 1
    )


def test_a_table_of_contents_that_does_not_list_the_decree_ends_before_it() -> None:
    decree = (
        "海湾市人民政府令", "第12号", "《海湾市灯塔条例》已经市政府会议通过,现予公布。",
        "市长", "2031年3月2日", "海湾市灯塔条例", "第一条甲。", "第二条乙。",
    )  # fmt: skip
    listed = ("目录", "【市政府令】", "海湾市灯塔条例", "【市政府文件】", FIRST[0])
    found = parts(*MASTHEAD, *listed, *decree, *FIRST)
    assert found == [
        ("masthead", 0, ""), ("document", 1, "海湾市人民政府令"),
        ("enclosure", 1, "海湾市灯塔条例"), ("document", 2, FIRST[0]),
    ]  # fmt: skip


LAW = ("海湾市灯塔条例", "第一条甲。", "第二条乙。", "第三条丙。")
OTHER_LAW = ("海湾市渔港办法", "(2031年3月1日通过)", "第一章总则", "第一条丁。", "第二条戊。")
PLAN = ("海湾市码头整治工作方案", "为了整治码头,制定本方案。", "一、清点。", "二、修缮。")


@pytest.mark.parametrize("second", [OTHER_LAW, LAW[1:] and ("海湾市浮标办法", *LAW[1:])])
def test_laws_that_follow_one_another_are_told_apart(second: tuple[str, ...]) -> None:
    found = parts(*LAW, *second)
    assert [(kind, number, title) for kind, number, title in found] == [
        ("document", 1, LAW[0]), ("document", 2, second[0])
    ]  # fmt: skip


def test_a_plan_behind_a_law_and_a_law_behind_a_plan_are_told_apart() -> None:
    assert [title for *_, title in parts(*LAW, *PLAN, *OTHER_LAW)] == [
        LAW[0], PLAN[0], OTHER_LAW[0]
    ]  # fmt: skip


def test_a_table_of_contents_in_each_law_does_not_hide_the_next() -> None:
    listed = (
        OTHER_LAW[0],
        "目录",
        "第一章总则",
        "第二章附则",
        *OTHER_LAW[2:],
        "第二章附则",
        "第三条己。",
    )
    assert [title for *_, title in parts(*LAW, *listed, *PLAN)] == [LAW[0], listed[0], PLAN[0]]


def test_what_follows_a_closed_notice_and_begins_with_article_one_is_a_document() -> None:
    found = parts(*FIRST, "临海区渔民服务承诺", "第一条甲。", "第二条乙。")
    assert [title for *_, title in found] == [FIRST[0], "临海区渔民服务承诺"]


def test_a_heading_between_chapters_begins_no_document() -> None:
    assert len(parts("海湾市灯塔条例", "第一章总则", "第一条甲。", "值守规定", "第二条乙。")) == 1


def test_the_colophon_of_an_issue_is_a_part_of_its_own() -> None:
    found = parts(*LAW, "主办:海湾市人民政府办公厅", "编辑:海湾市公报室", "地址:海湾市灯塔路1号")
    assert [(kind, number) for kind, number, _ in found] == [("document", 1), ("colophon", 0)]


def test_what_a_web_site_prints_around_a_text_is_no_part_of_it() -> None:
    found = parts(
        "首页", "政务公开", "您的位置:首页>政务公开>法规", "来源:海湾日报", *LAW,
        "【打印】【关闭】", "版权所有:海湾市人民政府", "某ICP备00000000号",
    )  # fmt: skip
    assert [(kind, title) for kind, _, title in found] == [
        ("masthead", ""), ("document", LAW[0]), ("colophon", "")
    ]  # fmt: skip
