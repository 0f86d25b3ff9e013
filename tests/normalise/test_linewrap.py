"""Line ends: which join, which part paragraphs."""

from __future__ import annotations

import pytest

from diffcore.model import SourceText
from diffcore.normalise import normalise
from diffcore.spans import SourceSpan
from tests.damage import cut_columns, paginate, wrap

POLICY = """海湾市渔港振兴行动方案
为加快渔港更新，改善渔民生产生活条件，依据本市海洋产业规划，结合近年巡查所见，制定本行动方案。
一、总体目标
到2031年，全市渔港泊位达到1200个以上，冷链仓储覆盖主要作业区，渔获损耗率降至8%以下，渔民年均收入稳步提高。
二、主要任务
（一）修缮防波堤。对使用年限超过三十年的防波堤逐段检测，制定修缮清单，按照轻重缓急安排工期，汛期前完成险工险段加固。（市水务局负责）
（二）建设冷链仓库。鼓励合作社与物流企业联合建仓，统一温控标准和出入库登记制度，推广节能制冷设备，建立应急供电机制。（市商务局、各渔港管理站按职责分工负责）
1.新建仓库应当预留充电桩位。
2.旧仓改造应当先行评估结构安全。
三、保障措施
（一）加强统筹。各有关单位要明确专人负责，每季度汇总进度，遇到跨区事项及时提请协调，确保各项任务落到实处。
"""


def source_of(text: str) -> SourceText:
    return SourceText("x.txt", "", "text", "utf-8", text)


def paragraphs(text: str) -> list[str]:
    return normalise(source_of(text)).text.split("\n")


CLEAN = paragraphs(POLICY)


def test_a_text_with_a_line_for_each_paragraph_keeps_its_paragraphs() -> None:
    assert len(CLEAN) == POLICY.count("\n")
    assert paragraphs(POLICY.replace("\n", "\n\n")) == CLEAN
    assert paragraphs(POLICY.replace("\n", "\r\n　　")) == CLEAN


@pytest.mark.parametrize("width", [15, 18, 20, 24, 28, 33, 40, 45])
@pytest.mark.parametrize("blank_lines", [0, 1, 2])
def test_wrapped_lines_are_joined(width: int, blank_lines: int) -> None:
    assert paragraphs(wrap(POLICY, width, blank_lines)) == CLEAN


@pytest.mark.parametrize("width", [18, 24, 28, 33, 40])
def test_wrapped_lines_of_indented_paragraphs_are_joined(width: int) -> None:
    assert paragraphs(wrap(POLICY, width, 0, "　　")) == CLEAN


def test_lines_that_hang_behind_their_label_are_joined() -> None:
    lines = wrap(POLICY, 24).replace("\n", "\n      ").splitlines()
    hanging = "\n".join(
        line.strip() if line.strip()[0] in "一二三（12" else line for line in lines if line.strip()
    )
    assert paragraphs(hanging)[2:] == CLEAN[2:]


def test_paragraphs_cut_by_columns_are_joined() -> None:
    assert paragraphs(cut_columns(POLICY, 9)) == CLEAN


def test_a_wrapped_document_behind_an_unwrapped_one_is_understood() -> None:
    assert paragraphs(POLICY * 3 + wrap(POLICY * 2, 26, 1) + POLICY * 2) == CLEAN * 7


def test_a_page_break_inside_a_sentence_is_joined() -> None:
    assert paragraphs(paginate(wrap(POLICY, 26, 1), 8)) == CLEAN


WRAPPED = "码头经营者应当每月检查系缆设施，发现锈蚀或者松动的，应当立即停用并\n"


@pytest.mark.parametrize(
    ("end", "begin"),
    [
        ("码头停用以后的赔偿、恢复和公告，经营者与船东没有约定的，应当依照", "第三条的规定办理。"),
        (
            "码头停用以后的赔偿、恢复和公告，经营者与船东没有约定的，见本章第",
            "（二）项所列的情形。",
        ),
        ("码头停用以后的赔偿、恢复和公告，经营者与船东没有约定，赔偿款额为", "1. 5倍的月租金。"),
        ("码头停用以后的赔偿、恢复和公告，经营者与船东没有约定的，适用前条", "第二款规定的程序。"),
        ("码头停用以后的公告由经营者张贴，船东在港的，开航日期为每周的星期", "一、三、五。"),
    ],
)
def test_a_label_inside_a_sentence_opens_no_clause(end: str, begin: str) -> None:
    text = (
        "第七条　总述。\n"
        + WRAPPED * 5
        + "通知。\n第八条　"
        + end
        + "\n"
        + begin
        + "\n第九条　附述。\n"
    )
    lines = paragraphs(text)
    assert lines[-1] == "第九条附述。"
    assert lines[-2].startswith("第八条")
    assert lines[-2].endswith("。")


def test_a_label_behind_a_full_line_that_ends_a_sentence_opens_a_clause() -> None:
    full = "码头经营者应当每月检查系缆设施，发现锈蚀或者松动的，应当立即停用。\n"
    text = "第一条　总述。\n" + WRAPPED * 4 + full + "第二条　港口设立登记簿。\n"
    assert paragraphs(text)[-1] == "第二条港口设立登记簿。"


def test_a_label_that_stands_alone_gets_the_words_of_the_next_line() -> None:
    assert paragraphs("第一條\n-------\n　　碼頭應當公布潮汐表。\n") == [
        "第一条码头应当公布潮汐表。"
    ]
    assert paragraphs("第一章\n总　则\n第一条　港口。\n") == ["第一章总则", "第一条港口。"]


@pytest.mark.parametrize(
    "lines",
    [
        ("海湾市人民政府", "关于印发渔港巡查办法的通知"),
        ("海湾市水务局关于公布", "渔港安全巡查办法的通知"),
    ],
)
def test_a_title_over_two_lines_is_joined(lines: tuple[str, str]) -> None:
    assert paragraphs("\n".join(lines) + "\n各镇人民政府：\n")[0] == "".join(lines)


def test_signature_date_and_imprint_are_paragraphs() -> None:
    text = "渔港应当公布潮汐表。\n海湾市人民政府\n海岛县人民政府\n2031年4月2日\n（此件公开发布）\n"
    assert paragraphs(text)[1:] == [
        "海湾市人民政府",
        "海岛县人民政府",
        "2031年4月2日",
        "(此件公开发布)",
    ]


def test_a_figure_on_a_line_of_its_own_stays_in_its_sentence() -> None:
    assert paragraphs("泊位到\n2031\n年达到1200个。\n") == ["泊位到2031年达到1200个。"]


def test_latin_words_cut_by_a_line_end_stay_apart() -> None:
    assert paragraphs("规则（rules of\nthe road，以下称规则）适用。\n") == [
        "规则(rules of the road,以下称规则)适用。"
    ]


def test_marks_that_no_line_begins_with_are_joined() -> None:
    assert paragraphs("渔港、码头、锚地（锚位）\n       、浮标由渔港管理站养护。\n") == [
        "渔港、码头、锚地(锚位)、浮标由渔港管理站养护。"
    ]


def test_an_open_bracket_holds_lines_together() -> None:
    assert paragraphs("（责任单位：市水务局、市商务局；\n各渔港管理站）\n一、总述\n") == [
        "(责任单位:市水务局、市商务局;各渔港管理站)",
        "一、总述",
    ]


def test_paragraph_starts_of_the_format_are_certain() -> None:
    text = "渔港应当公布潮汐表、\n水温表。"
    source = SourceText("x", "", "markdown", "utf-8", text, (), (0, text.index("水")))
    assert normalise(source).text == "渔港应当公布潮汐表、\n水温表。"


def test_a_sign_of_the_format_that_ends_a_paragraph_leaves_a_line_feed() -> None:
    text = "第一条　渔港。<br>第二条　码头。"
    at = text.index("<br>")
    source = SourceText("x", "", "markdown", "utf-8", text, (SourceSpan(at, at + 4),), (0, at + 4))
    assert normalise(source).text == "第一条渔港。\n第二条码头。"


_LISTING = (
    "海湾市灯塔局、海湾市渔港局关于审理沿海灯塔维护与渔港夜间照明纠纷案件若干问题的解释",
    "关于印发海湾市沿海灯塔维护、渔港照明、航道疏浚设施共建共管实施方案的通知",
    "海湾市灯塔、渔港、航道、浮标与沿海堤岸保护条例实施细则（试行）",
)


@pytest.mark.parametrize("title", _LISTING)
@pytest.mark.parametrize("below", [
    "为了正确审理案件，制定本解释。", "各区人民政府，市政府各部门：", "（2031年3月1日通过）",
    "海政发〔2031〕7号", "2031年3月1日市政府第七次会议通过",
])  # fmt: skip
def test_a_long_title_that_enumerates_ends_with_its_line(title: str, below: str) -> None:
    above = "第九条 渔船漆成红色，每年重漆。"
    lines = paragraphs("\n".join((above, title, below, "第一条 灯塔归市。")))
    assert len(lines) == 4
    assert lines[1].startswith(title[:20])


@pytest.mark.parametrize("title", [
    ("海湾市灯塔局、海湾市渔港局关于印发沿海灯塔维护与渔港照明设施共建实施方案", "的通知"),
    ("海湾市灯塔局、海湾市渔港局关于修改沿海灯塔维护与渔港照明设施管理条例", "等三部法规的决定"),
])  # fmt: skip
def test_a_title_that_enumerates_may_be_completed_by_the_next_line(title: tuple[str, str]) -> None:
    lines = paragraphs("\n".join((*title, "为了保护灯塔，制定本方案。")))
    assert lines[0] == "".join(title)


def test_a_sentence_that_is_cut_behind_the_name_of_a_document_goes_on() -> None:
    cut = (
        "各区、各部门要认真学习市政府关于加强沿海灯塔维护与渔港照明工作的决定",
        "和有关方案，抓好落实。",
    )
    assert paragraphs("\n".join(cut)) == ["".join(cut).replace("，", ",")]


def test_lines_that_the_print_calls_continuations_go_on() -> None:
    text = "渔港名录\n一、东港\n二、西港\n"
    source = source_of(text)._replace(continuations=(text.index("二、"),))
    assert normalise(source).text == "渔港名录\n一、东港二、西港"


def test_a_certain_start_is_stronger_than_a_continuation() -> None:
    text = "渔港名录\n一、东港\n"
    at = (text.index("一、"),)
    source = source_of(text)._replace(continuations=at, paragraph_starts=at)
    assert normalise(source).text == "渔港名录\n一、东港"
