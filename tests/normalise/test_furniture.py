"""Page furniture goes, whatever looks like it and is text stays."""

from __future__ import annotations

import re

import pytest

from diffcore.model import SourceText
from diffcore.normalise import normalise
from tests.damage import PAGE_NUMBERS, paginate, wrap

MAPPED = str.maketrans("0123456789", "ϬϭϮϯϰϱϲϳϴϵ")
SENTENCE = "渔港管理站应当逐日登记进出港船舶，核对船名、吨位和船员人数，发现不符的当日报告"
TEXT = "".join(f"第{n}条　{SENTENCE}{m}部门，{SENTENCE}。\n" for n, m in zip(
    "一二三四五六七八九", "海事渔政水务气象边", strict=True)) * 3  # fmt: skip


def normal(text: str) -> str:
    return normalise(SourceText("x.txt", "", "text", "utf-8", text)).text


def eaten(text: str) -> list[str]:
    """Give what the furniture fold took from `text`."""
    edits = normalise(SourceText("x.txt", "", "text", "utf-8", text)).edits[1]
    assert edits.fold == "furniture"
    return [text[a:b] for a, b in zip(edits.starts, edits.ends, strict=True)]


@pytest.mark.parametrize("style", PAGE_NUMBERS)
@pytest.mark.parametrize("blank_lines", [0, 1])
def test_page_numbers_go_and_are_listed(style: str, blank_lines: int) -> None:
    printed = wrap(TEXT, 28, blank_lines)
    paged = paginate(printed, 24, PAGE_NUMBERS[style])
    assert normal(paged) == normal(printed)
    assert len(eaten(paged)) == (0 if style == "none" else -(-len(printed.splitlines()) // 24))


@pytest.mark.parametrize("number", ["第 12 页", "第　页　共　页", "－　－", "- 3 -", "— —", "·7·"])
def test_page_numbers_of_all_shapes_go(number: str) -> None:
    assert eaten(f"渔港管理站应当逐日登记\n{number}\n进出港船舶。") == [number]


@pytest.mark.parametrize("dress", ["{n}", "- {n} -", "·{n}·"])
def test_page_numbers_whose_digits_are_mapped_to_letters_go(dress: str) -> None:
    printed = wrap(TEXT, 28)
    paged = paginate(printed, 13, "@{n}@")
    mapped = re.sub("@(.+)@", lambda page: dress.format(n=page[1].translate(MAPPED)), paged)
    assert normal(mapped) == normal(printed)


def test_letters_that_stand_close_together_are_no_page_numbers() -> None:
    assert eaten("α\n肺炎\nβ\n肝炎\nγ\n肾炎\n") == []


def test_page_numbers_with_that_of_the_last_page_go() -> None:
    printed = wrap(TEXT, 28)
    assert normal(paginate(printed, 13, "{n} / {of}")) == normal(printed)


@pytest.mark.parametrize("number", ["— {n} —", "{n}", ""])
def test_running_heads_go(number: str) -> None:
    printed = wrap(TEXT, 28)
    paged = paginate(printed, 13, number, head="海湾市公报　2031年第4期")
    assert normal(paged) == normal(printed)


def test_form_feeds_go() -> None:
    printed = wrap(TEXT, 28)
    assert normal(paginate(printed, 13, "", page_end="\f")) == normal(printed)


@pytest.mark.parametrize(
    "text",
    [
        "泊位到\n2031\n年达到1200个。",
        "第三章\n第一条　渔港。",
        "（一）登记。\n（渔政站负责）\n（二）核对。\n（渔政站负责）\n（三）报告。\n（渔政站负责）\n",
        "船名\n1\n2\n3\n4\n5\n6\n7\n吨位\n",
        "附件1\n渔港名录\n附件2\n码头名录\n附件3\n锚地名录\n",
        "海湾市人民政府\n" * 4,
        "——登记在先。\n——核对在后。\n",
    ],
    ids=["figure", "chapter", "repeated line", "table", "enclosures", "signatures", "dashes"],
)
def test_text_that_looks_like_furniture_stays(text: str) -> None:
    assert eaten(text) == []


def test_enclosures_on_pages_of_their_own_stay() -> None:
    text = "渔港名录如下。\n— 1 —\n附件1\n东港。\n— 2 —\n附件2\n西港。\n— 3 —\n附件3\n南港。\n"
    assert eaten(text) == ["— 1 —", "— 2 —", "— 3 —"]


def test_a_piece_of_a_sentence_that_recurs_in_wrapped_print_stays() -> None:
    line = "（渔政站、水务站、气象站、海事站和各镇渔港管理站按照各自的\n职责分工负责）\n"
    text = "".join(f"（{n}）登记。{SENTENCE}。{line}" for n in "一二三四五六七")
    assert eaten(text) == []


def test_the_title_that_running_heads_repeat_stays() -> None:
    title = "海湾市渔港巡查办法"
    paged = paginate(wrap(f"{title}\n{TEXT}", 28), 13, "— {n} —", head=title)
    assert normal(paged) == normal(f"{title}\n{TEXT}")


def test_a_title_that_is_printed_twice_stays_and_its_running_heads_go() -> None:
    title = "海湾市渔港巡查办法"
    text = f"{title}\n{title}\n{TEXT}"
    paged = paginate(wrap(text, 28), 13, "— {n} —", head=title)
    assert paged.count(title) >= 5
    assert normal(paged) == normal(text)


def test_a_full_line_that_names_a_gazette_three_times_is_text() -> None:
    line = "在市人民政府公报或者海事公报和渔港管理站的告示栏里"
    other = "渔港管理站应当逐日登记进出港的船舶，核对船名和吨位"
    text = f"{other}\n" * 9 + f"{line}\n刊载。\n"
    assert eaten(text * 3) == []


def test_a_full_line_behind_a_page_number_that_names_a_gazette_is_text() -> None:
    line = "在市人民政府公报或者海事公报和渔港管理站的告示栏里"
    page = "渔港管理站应当逐日登记进出港的船舶，核对船名和吨位\n" * 9
    assert eaten(f"{page}— 1 —\n{line}\n张贴。\n{page}— 2 —\n") == ["— 1 —", "— 2 —"]


@pytest.mark.parametrize("head", ["第一章　渔港巡查", "海湾市渔港汇刊：巡查卷", "关于印发《渔港"])
def test_a_running_head_that_reads_like_text_goes_and_the_first_line_stays(head: str) -> None:
    text = f"{head}\n{TEXT}"
    paged = paginate(wrap(text, 28), 13, "第{n}页共{of}页", head=head)
    assert paged.count(head) >= 4
    assert normal(paged) == normal(text)


def test_a_heading_on_top_of_a_page_that_the_next_pages_repeat_stays() -> None:
    chapter, page = "第二章　渔港巡查", "渔港管理站应当逐日登记进出港的船舶，核对船名和吨位\n" * 12
    text = f"{page}— 1 —\n" + "".join(f"{chapter}\n{page}— {n} —\n" for n in range(2, 6))
    assert eaten(text).count(chapter) == 3


def test_equal_lines_beside_some_page_numbers_only_stay() -> None:
    line, page = "（三）登记。", "渔港管理站应当逐日登记进出港的船舶，核对船名和吨位\n" * 12
    text = "".join(f"{line if n % 3 == 0 else ''}\n{page}— {n} —\n" for n in range(10))
    assert line not in eaten(text)


def test_rules_between_paragraphs_go() -> None:
    assert eaten("第一条\n-------\n渔港。\n==========\n") == ["-------", "=========="]
