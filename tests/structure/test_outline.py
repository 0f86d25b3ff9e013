"""Clauses, levels, parents and addresses of invented texts."""

from __future__ import annotations

import pytest

from diffcore.model import SourceText
from diffcore.normalise import normalise
from diffcore.structure import structure
from tests.structure.given import addresses, labelled, normal, outline, path_of

LAW = (
    "海湾市灯塔保护条例",
    "第一章总则",
    "第一条为了保护灯塔,制定本条例。",
    "第二条灯塔分为下列两类:",
    "(一)石质灯塔;",
    "(二)木质灯塔。",
    "前款灯塔由市水务局登记。",
    "第二章管理",
    "第三条值守人员应当:",
    "(一)点灯;",
    "1.日落前点亮;",
    "2.日出后熄灭;",
    "(二)记录天气。",
    "第三条之一值守人员每年体检。",
    "第四条本条例自公布之日起施行。",
)

POLICY = (
    "海湾市渔港振兴方案",
    "为规范渔港建设,制定本方案。",
    "一、总体要求",
    "建设安全渔港。",
    "二、重点任务",
    "(一)修缮码头。加固石堤。",
    "夜间照明同步改造。",
    "1.北堤。加高两层。",
    "(1)选石料。",
    "①坚硬。",
    "②平整。",
    "(2)备砂浆。",
    "2.南堤。照旧。",
    "(二)清理航道。",
    "三、保障措施",
)


def test_a_statute_is_a_tree_of_chapter_article_item_and_subitem() -> None:
    assert addresses(outline(*LAW)) == [
        "第一章", "第一章›第一条", "第一章›第二条", "第一章›第二条›（一）", "第一章›第二条›（二）",
        "第一章›第二条›第2款", "第二章", "第二章›第三条", "第二章›第三条›（一）",
        "第二章›第三条›（一）›1.", "第二章›第三条›（一）›2.", "第二章›第三条›（二）",
        "第二章›第三条之一", "第二章›第四条",
    ]  # fmt: skip


def test_a_policy_is_a_tree_of_heading_item_subitem_point_and_subpoint() -> None:
    document = outline(*POLICY)
    assert addresses(document) == [
        "一、", "一、›第1段", "二、", "二、›（一）", "二、›（一）›第2段", "二、›（一）›1.",
        "二、›（一）›1.›（1）", "二、›（一）›1.›（1）›①", "二、›（一）›1.›（1）›②",
        "二、›（一）›1.›（2）", "二、›（一）›2.", "二、›（二）", "三、",
    ]  # fmt: skip
    levels = {clause.style: clause.level for clause in document.clauses if clause.style}
    assert levels == {
        "comma-chinese": "heading", "paren-chinese": "item", "arabic-dot": "subitem",
        "paren-arabic": "point", "circled": "subpoint",
    }  # fmt: skip


def test_under_an_article_a_comma_label_is_an_item_and_a_bracketed_one_a_subitem() -> None:
    document = outline(
        "第一条渔船分为:", "一、大船:", "(一)铁船。", "(二)木船。", "二、小船。", "第二条略。"
    )
    levels = {clause.address: clause.level for clause in document.clauses}
    assert levels["第一条›一、"] == "item"
    assert levels["第一条›一、›（二）"] == "subitem"


def test_an_interpretation_may_put_articles_under_comma_headings() -> None:
    document = outline(
        "一、一般规定", "第一条甲。", "第二条乙。", "二、责任", "第三条丙。", "第四条丁。"
    )
    assert addresses(document) == [
        "一、", "一、›第一条", "一、›第二条", "二、", "二、›第三条", "二、›第四条"
    ]  # fmt: skip


def test_a_text_may_put_bracketed_headings_above_comma_headings() -> None:
    document = outline(
        "(一)码头", "一、北堤。", "二、南堤。", "(二)航道", "一、内港。", "二、外港。"
    )
    assert addresses(document) == [
        "（一）", "（一）›一、", "（一）›二、", "（二）", "（二）›一、", "（二）›二、"
    ]  # fmt: skip


def test_a_list_under_a_later_paragraph_of_an_article_belongs_to_that_paragraph() -> None:
    document = outline(
        "第一条渔船应当登记。", "有下列情形的除外:", "(一)木筏;", "(二)浮标。", "第二条略。"
    )
    assert addresses(document)[1:4] == [
        "第一条›第2款", "第一条›第2款›（一）", "第一条›第2款›（二）"
    ]  # fmt: skip


def test_labels_without_digits_keep_their_place() -> None:
    document = outline(
        "一、任务", "(一)码头", ".北堤。", ".南堤。", "()选石。", "(二)航道", "二、保障"
    )
    assert addresses(document) == [
        "一、", "一、›（一）", "一、›（一）›.", "一、›（一）›第2个.", "一、›（一）›第2个.›（）",
        "一、›（二）", "二、",
    ]  # fmt: skip
    assert [c.ordinal for c in document.clauses if c.style == "arabic-dot"] == [None, None]


def test_a_label_is_shown_in_the_words_of_the_source() -> None:
    document = structure(normal("第三条灯塔。\n1.石塔。", source="第三條灯塔。\n１．石塔。"))
    assert [clause.label for clause in document.clauses] == ["第三條", "1."]


@pytest.mark.parametrize("paragraph", [
    "第一条所列渔船不适用前款。", "第一条、第二条的渔船除外。", "第二条第一款规定的渔船除外。",
])  # fmt: skip
def test_a_paragraph_that_begins_with_a_citation_is_no_article(paragraph: str) -> None:
    document = outline("第一条甲。", "第二条乙。", "第三条丙。", paragraph, "第四条丁。")
    assert [ordinal for _, ordinal, _ in labelled(document)] == [1, 2, 3, 4]
    assert "第三条›第2款" in addresses(document)


def test_a_citation_out_of_sequence_is_no_article_whatever_follows_it() -> None:
    document = outline("第八条甲。", "第九条乙。", "第三条渔船除外。", "第十条丙。", "第十一条丁。")
    assert [ordinal for _, ordinal, _ in labelled(document)] == [8, 9, 10, 11]


@pytest.mark.parametrize("blank", ["", " ", "\u3000"])
def test_articles_that_have_changed_places_are_articles(blank: str) -> None:
    lines = [f"第{number}条{blank}{number}号渔船停北港。" for number in "一三四二五"]
    document = structure(normalise(SourceText("given.txt", "", "text", "utf-8", "\n".join(lines))))
    assert addresses(document) == ["第一条", "第三条", "第四条", "第二条", "第五条"]


def test_an_article_with_a_blank_behind_its_label_is_one_whatever_its_number() -> None:
    lines = ["第八条 甲港。", "第九条 乙港。", "第三条 丙港。", "第十条 丁港。"]
    document = structure(normalise(SourceText("given.txt", "", "text", "utf-8", "\n".join(lines))))
    assert addresses(document) == ["第八条", "第九条", "第三条", "第十条"]


def test_items_that_have_changed_places_keep_their_labels() -> None:
    document = outline("第一条渔船分为:", "(一)铁船;", "(三)竹筏;", "(二)木船;", "第二条略。")
    assert addresses(document)[1:4] == ["第一条›（一）", "第一条›（三）", "第一条›（二）"]


@pytest.mark.parametrize("label", ["(二)", "(一)", "3.", "②"])
def test_a_lone_label_among_paragraphs_takes_none_of_them_below_itself(label: str) -> None:
    document = outline("铁船停北港。", f"{label}木船停南港。", "竹筏停西港。", "浮标不停港。")
    assert [clause.parent for clause in document.clauses] == [None] * 4
    assert [clause.role for clause in document.clauses] == ["body"] * 4
    policy = outline("一、停港", "铁船停北港。", f"{label}木船停南港。", "竹筏停西港。", "二、略")
    assert [clause.parent for clause in policy.clauses] == [None, 0, 0, 0, None]


def test_a_label_with_a_neighbour_keeps_its_paragraphs() -> None:
    document = outline("渔港分两类。", "(一)北港。", "水深。", "(二)南港。", "水浅。")
    assert addresses(document) == ["（一）", "（一）›第2段", "（二）", "（二）›第2段"]


def test_an_article_may_begin_with_the_word_provide() -> None:
    document = outline("第六条甲。", "第七条规定渔船颜色的办法由市水务局制定。", "第八条乙。")
    assert [ordinal for _, ordinal, _ in labelled(document)] == [6, 7, 8]


def test_a_label_alone_on_its_line_goes_on_in_the_next() -> None:
    document = outline("第一条", "渔船应当登记。", "第二条(颜色)", "渔船漆成红色。", "每年重漆。")
    texts = [document.text_of(clause) for clause in document.clauses]
    assert texts == ["渔船应当登记。", "(颜色)\n渔船漆成红色。", "每年重漆。"]


@pytest.mark.parametrize("lines", [LAW, POLICY])
def test_a_text_that_has_lost_its_line_breaks_has_the_same_clauses(lines: tuple[str, ...]) -> None:
    broken, joined = outline(*lines), structure(normal("".join(lines)))
    wanted = [path_of(broken, c) for c in broken.clauses if c.style]
    found = [path_of(joined, c) for c in joined.clauses if c.style]
    assert found == wanted


@pytest.mark.parametrize("sentence", [
    "渔船依照第三条登记,适用前款第(一)项、第(二)项。", "见第(二)项。本法第四条另有规定的除外。",
    "有渔业法第四条、第五条情形的;第四条所称渔船;1.5倍以上的;3、4月间的渔船,登记。",
])  # fmt: skip
def test_a_citation_in_running_text_opens_no_clause(sentence: str) -> None:
    document = outline("第一条甲。", "第二条乙。", f"第三条{sentence}", "第四条丙。")
    assert len(document.clauses) == 4


def test_a_list_inside_a_sentence_is_split_where_it_is_in_sequence() -> None:
    document = outline("一、渔船分为:(一)大船;(二)中船;(三)小船。", "二、略。")
    assert addresses(document) == ["一、", "一、›（一）", "一、›（二）", "一、›（三）", "二、"]


def test_a_table_of_contents_is_not_the_text() -> None:
    listed = ("目录", "第一章总则…1", "第二章管理…3", "第一节灯塔…3", "第三章附则…9")
    text = (
        "第一章总则",
        "第一条甲。",
        "第二章管理",
        "第一节灯塔",
        "第二条乙。",
        "第三章附则",
        "第三条丙。",
    )
    document = outline("灯塔条例", *listed, *text)
    assert [c.role for c in document.clauses][:3] == ["title", "contents", "body"]
    assert labelled(document)[0] == ("chapter", 1, 0)
    assert [o for style, o, _ in labelled(document) if style == "chapter"] == [1, 2, 3]


def test_a_list_of_chapters_without_heading_is_a_table_of_contents() -> None:
    document = outline(
        "灯塔条例",
        "第一章总则",
        "第二章附则",
        "第一章总则",
        "第一条甲。",
        "第二章附则",
        "第二条乙。",
    )
    assert [c.role for c in document.clauses][1:4] == ["contents", "body", "body"]


def test_a_table_of_contents_is_one_clause_with_what_it_lists_without_label() -> None:
    document = outline(
        "灯塔条例", "第一章总则", "第二章管理", "附则", "第一章总则", "第一条甲。", "第二章管理",
        "第二条乙。", "附则", "第三条丙。",
    )  # fmt: skip
    assert [c.role for c in document.clauses][:3] == ["title", "contents", "body"]
    assert document.clauses[1].address == "目录"
    assert document.text_of(document.clauses[1]).endswith("附则")


def test_a_table_of_contents_may_list_a_part_again_and_again() -> None:
    document = outline(
        "灯塔条例", "目录", "第一编总则", "第一章灯塔", "第一编总则", "第二章渔港",
        "第一编总则", "第一章灯塔", "第一条甲。", "第一编总则", "第二章渔港", "第二条乙。",
    )  # fmt: skip
    assert labelled(document)[:3] == [("part", 1, 0), ("chapter", 1, 0), ("article", 1, 0)]
    assert [c.role for c in document.clauses].count("contents") == 1


def test_an_empty_text_has_no_clauses() -> None:
    assert structure(normal("")).clauses == ()
    assert structure(normal("\n\n")).clauses == ()


def test_a_law_on_one_line_has_a_title_and_an_adoption_note() -> None:
    document = outline(
        "海湾市灯塔条例(2031年3月1日通过)第一章总则第一条为了保护灯塔,制定本条例。"
        "第二条本条例自公布之日起施行。"
    )
    assert [c.role for c in document.clauses] == ["title", "adoption", "body", "body", "body"]
    assert document.parts[0].title == "海湾市灯塔条例"


def test_a_notice_on_one_line_has_all_its_parts() -> None:
    document = outline(
        "海湾市人民政府关于修缮灯塔的通知海政发〔2031〕7号各区人民政府,各局:为了修缮灯塔,通知如下。"
        "一、修缮石塔。二、修缮木塔。海湾市人民政府2031年5月6日"
    )
    assert [c.role for c in document.clauses] == [
        "title", "document_number", "recipient", "preamble", "body", "body", "signature",
    ]  # fmt: skip


def test_a_sentence_before_the_first_label_is_no_title() -> None:
    document = outline("根据灯塔条例,现通知如下。一、修缮石塔。二、修缮木塔。")
    assert [c.role for c in document.clauses] == ["preamble", "body", "body"]


def test_amounts_at_line_heads_are_no_decimal_labels() -> None:
    document = outline(
        "一、渔船税额", "2.5艘以上小型渔船", "0.6丈以下木筏", "4.8成左右", "二、附则"
    )
    assert labelled(document) == [("comma-chinese", 1, 0), ("comma-chinese", 2, 0)]


def test_decimal_labels_that_count_on_open_clauses() -> None:
    document = outline("1.1码头", "1.2堤岸", "1.2.1北堤", "1.2.2南堤", "2.1航道", "2.2浮标")
    assert [ordinal for _, ordinal, _ in labelled(document)] == [1, 2, 1, 2, 1, 2]
