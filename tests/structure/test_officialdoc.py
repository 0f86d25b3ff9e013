"""The parts of an official document after GB/T 9704, in invented documents."""

from __future__ import annotations

import pytest

from diffcore.model import SourceText
from diffcore.normalise import normalise
from diffcore.structure import structure
from tests.damage import wrap
from tests.structure.given import outline, roles


def test_the_parts_of_a_notice_are_told_apart() -> None:
    document = outline(
        "海湾市人民政府关于修缮灯塔的通知", "海政发〔2031〕7号", "各区人民政府,市政府各委、办、局:",
        "为了修缮灯塔,现通知如下。", "一、修缮石塔。", "二、修缮木塔。",
        "附件:1.石塔名单", "2.木塔名单",
        "海湾市人民政府", "2031年5月6日", "抄送:海湾市港务局,", "海湾市渔业协会。",
        "海湾市人民政府办公室2031年5月7日印发",
    )  # fmt: skip
    assert [role for role, _ in roles(document)] == [
        "title", "document_number", "recipient", "preamble", "body", "body", "attachment",
        "signature", "date", "imprint",
    ]  # fmt: skip
    assert document.clauses[-1].address == "版记"
    assert document.text_of(document.clauses[-1]).count("\n") == 2
    assert [part.kind for part in document.parts] == ["document"]


def test_the_parts_are_told_apart_without_digits() -> None:
    document = outline(
        "海湾市人民政府关于修缮灯塔的通知", "海政发〔〕号", "各区人民政府:", "修缮灯塔。",
        "海湾市人民政府", "年月日", "海湾市人民政府办公室年月日印发",
    )  # fmt: skip
    assert [role for role, _ in roles(document)] == [
        "title", "document_number", "recipient", "body", "signature", "date", "imprint",
    ]  # fmt: skip


def test_the_number_may_stand_above_the_title() -> None:
    document = outline(
        "海湾市人民政府文件", "海政发〔2031〕7号", "关于修缮灯塔的通知", "各区人民政府:", "修缮。"
    )
    assert [role for role, _ in roles(document)] == [
        "masthead", "document_number", "title", "recipient", "body"
    ]  # fmt: skip


def test_a_title_over_several_lines_and_a_joint_signature_are_one_clause_each() -> None:
    document = outline(
        "海湾市港务局海湾市水务局", "关于修缮灯塔的通知", "(试行)", "各区:", "修缮灯塔。",
        "海湾市港务局", "海湾市水务局", "2031年5月6日",
    )  # fmt: skip
    assert [role for role, _ in roles(document)] == [
        "title", "recipient", "body", "signature", "date"
    ]  # fmt: skip
    assert document.parts[0].title == "海湾市港务局海湾市水务局关于修缮灯塔的通知(试行)"


@pytest.mark.parametrize(
    "adoption",
    [
        "(2031年3月1日海湾市人民代表大会通过)",
        "2031年3月1日海湾市人民代表大会通过",
        "(2031年3月1日)",
    ],
)
def test_the_adoption_note_under_a_title_is_no_body(adoption: str) -> None:
    document = outline("海湾市灯塔条例", adoption, "第一条甲。", "第二条乙。")
    assert [role for role, _ in roles(document)][1] in ("adoption", "date")


@pytest.mark.parametrize(
    "line", ["为了修缮灯塔,现规定如下:", "根据《灯塔条例》,经研究,决定:", "各区。应当修缮:"]
)
def test_a_sentence_that_announces_a_list_is_no_recipient(line: str) -> None:
    document = outline("海湾市人民政府关于修缮灯塔的通知", line, "一、甲。", "二、乙。")
    assert "recipient" not in [role for role, _ in roles(document)]


def test_an_attachment_behind_the_date_is_a_part_with_labels_of_its_own() -> None:
    document = outline(
        "海湾市人民政府关于修缮灯塔的通知", "各区:", "一、修缮。", "二、值守。", "海湾市人民政府",
        "2031年5月6日", "附件1", "灯塔名单", "一、石塔", "二、木塔",
    )  # fmt: skip
    assert [(part.kind, part.number) for part in document.parts] == [
        ("document", 1), ("attachment", 1)
    ]  # fmt: skip
    assert [c.address for c in document.clauses[-4:]] == ["附件", "标题", "一、", "二、"]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "2031年3月1日海湾市人民代表大会通过",
            "根据2033年5月2日海湾市人民代表大会《关于修改<海湾市灯塔条例>",
            "<海湾市渔港条例>",
            "的决定》第一次修正",
        ),
        ("(2031年3月1日海湾市人民代表大会通过", "2033年5月2日海湾市人民代表大会修订)"),
        ("2031年3月1日海湾市人民代表大会通过", "2033年5月2日海湾市人民代表大会修订)"),
        ("年月日海湾市人民代表大会第次会议通过",),
    ],
)
def test_an_adoption_note_over_many_lines_is_one_clause(lines: tuple[str, ...]) -> None:
    document = outline("海湾市灯塔条例", *lines, "第一条甲。", "第二条乙。")
    assert [role for role, _ in roles(document)] == ["title", "adoption", "body", "body"]
    assert document.clauses[1].address == "题注"


def test_a_paragraph_that_begins_with_a_date_is_no_adoption_note() -> None:
    document = outline(
        "海湾市灯塔条例", "2031年3月1日《灯塔规划", "和渔港规划》发布以来,灯塔增加。", "第一条甲。"
    )
    assert "adoption" not in [role for role, _ in roles(document)]


def test_who_may_read_a_notice_stands_apart_from_the_imprint() -> None:
    document = outline(
        "海湾市人民政府关于修缮灯塔的通知", "各区人民政府:", "修缮灯塔。", "海湾市人民政府",
        "二〇三一年十月八日", "(此件公开发布)", "抄送:海湾市港务局、海湾市渔业协会。各渔业公司。",
        "海湾市人民政府办公室二〇三一年十月九日印发",
    )  # fmt: skip
    assert [role for role, _ in roles(document)][3:] == [
        "signature", "date", "annotation", "imprint"
    ]  # fmt: skip


def test_the_signature_may_stand_below_the_date() -> None:
    document = outline(
        "海湾市人民政府关于修缮灯塔的通知", "各区人民政府:", "修缮灯塔。", "2031年10月8日",
        "海湾市人民政府",
    )  # fmt: skip
    assert [role for role, _ in roles(document)][3:] == ["date", "signature"]


def test_an_imprint_need_not_say_that_it_was_printed() -> None:
    document = outline(
        "海湾市人民政府关于修缮灯塔的通知", "各区人民政府:", "修缮灯塔。", "海湾市人民政府",
        "2031年10月8日", "抄送:海湾市港务局。", "海湾市人民政府办公室2031年10月9日",
    )  # fmt: skip
    assert [role for role, _ in roles(document)][3:] == ["signature", "date", "imprint"]


def test_attachments_may_be_named_without_numbers() -> None:
    document = outline(
        "海湾市人民政府关于修缮灯塔的通知", "各区人民政府:", "修缮灯塔。", "附件:石塔名单",
        "木塔名单", "海湾市人民政府", "2031年10月8日",
    )  # fmt: skip
    assert [role for role, _ in roles(document)][3:] == ["attachment", "signature", "date"]
    assert document.text_of(document.clauses[3]) == "附件:石塔名单\n木塔名单"


def test_what_a_collection_records_of_a_law_stands_apart_from_its_adoption_note() -> None:
    document = outline(
        "海湾市灯塔条例", "2031年3月1日海湾市人民代表大会通过", "制定机关:海湾市人民代表大会",
        "施行时间:2031年4月1日", "第一条甲。", "第二条乙。",
    )  # fmt: skip
    assert [role for role, _ in roles(document)] == ["title", "adoption", "record", "body", "body"]
    assert document.clauses[2].address == "著录"


HISTORY = (
    "海湾市航运法院关于审理沿海灯塔损害赔偿案件适用法律的解释",
    "2033年12月4日海湾市航运法院审判委员会第1299次会议通过",
    "2040年12月23日海湾市航运法院审判委员会第1823次会议修正",
    "为正确审理灯塔案件，保护渔民的权益，根据灯塔法的规定，结合审判实践，制定本解释。",
    *(f"第{number}条　渔民因灯塔熄灭遭受损害，起诉请求赔偿损失的，人民法院应当受理并立案登记。"
      for number in "一二三四五六七八九"),
)  # fmt: skip


@pytest.mark.parametrize("width", [22, 26, 27, 28, 30, 40])
@pytest.mark.parametrize("blank_lines", [0, 1])
def test_a_history_on_its_own_lines_is_one_however_print_is_wrapped(
    width: int, blank_lines: int
) -> None:
    text = wrap("\n".join(HISTORY), width, blank_lines)
    document = structure(normalise(SourceText("given.txt", "", "text", "utf-8", text)))
    heads = [(c.role, "".join(document.text_of(c).split())) for c in document.clauses[:3]]
    assert [role for role, _ in heads] == ["title", "adoption", "preamble"]
    assert heads[1][1] == "".join(HISTORY[1:3])


def test_a_history_that_is_broken_between_its_lines_is_one() -> None:
    document = outline(HISTORY[0], HISTORY[1][:20], HISTORY[1][20:], "第一条渔船停北港。")
    assert [role for role, _ in roles(document)] == ["title", "adoption", "body"]
