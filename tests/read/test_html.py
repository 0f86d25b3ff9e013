"""What the elements of a page become: lines as a browser prints them, their places, notices."""

from __future__ import annotations

import pytest

from diffcore.model import ReadOptions, SourceText
from diffcore.normalise import normalise
from diffcore.places import Cell, Placer
from diffcore.read.formats.html import READER, recognise_page


def page(body: str, head: str = "", encoding: str = "utf-8") -> SourceText:
    """Read a page with this body."""
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return READER.read(html.encode(encoding), "a.html", ReadOptions())


def lines(body: str) -> list[str]:
    """Give the lines of a page with this body."""
    return page(body).text.split("\n")


def told(source: SourceText) -> str:
    """Give all that the reader says of a page."""
    return "\n".join(notice.message.zh for notice in source.notices)


# Blocks and blanks


def test_each_paragraph_is_a_line_and_begins_for_certain() -> None:
    source = page(
        "<h1>渡口办法</h1><p>　　第一条　渡口每日\n 开放。</p><div>第二条<p>　甲</p>乙</div>"
    )
    assert source.text == "渡口办法\n　　第一条　渡口每日 开放。\n第二条\n　甲\n乙"
    assert source.paragraph_starts == (0, 5, 20, 24, 27)


def test_a_line_break_leaves_open_whether_the_paragraph_ends() -> None:
    source = page("<p>渡口管理<br>暂行办法</p><p>甲<br>　　乙<br><br>丙</p>")
    assert source.text == "渡口管理\n暂行办法\n甲\n　　乙\n丙"
    starts = {source.text[at:][:1] for at in source.paragraph_starts}
    assert starts == {"渡", "甲", "　", "丙"}


def test_the_lines_of_a_print_one_paragraph_each_are_no_paragraphs() -> None:
    text = (
        "渡船应当在核定的航区内航行不得超员超载遇大风大雾大雪等恶劣天气应当停航待天气好转后方可复航"
        * 9
    )
    cut = [text[at : at + 24] for at in range(0, len(text), 24)]
    assert page("".join(f"<p>{line}</p>" for line in cut)).paragraph_starts == ()
    assert len(page("".join(f"<p>{line}。</p>" for line in cut)).paragraph_starts) == len(cut)


def test_what_is_preformatted_keeps_its_lines() -> None:
    assert lines("<pre>第一条　渡船\n应当停航。\n</pre>") == ["第一条　渡船", "应当停航。"]


def test_words_that_look_like_markup_stay_words() -> None:
    assert lines(
        "<p>气温 &lt;5℃ 且 &gt;3，《<中华人民共和国宪法>修正案》&amp;nbsp;甲&nbsp;乙</p>"
    ) == ["气温 <5℃ 且 >3，《<中华人民共和国宪法>修正案》&nbsp;甲\u00a0乙"]


def test_entities_are_the_characters_that_they_name() -> None:
    assert lines("<p>&#28193;&#x53E3;&mdash;&ldquo;甲&rdquo;&hellip;&middot;</p>") == [
        "渡口—“甲”…·"
    ]


def test_broken_nesting_loses_nothing() -> None:
    body = "<p>甲<b>乙<i>丙</b>丁</i><table><tr><td>戊<p>己</table>庚</div></p>辛"
    assert "".join(lines(body)).replace("\t", "") == "甲乙丙丁戊己庚辛"


# Lists


@pytest.mark.parametrize(
    ("opening", "labels"),
    [
        ("<ol>", "1. 2. 3."),
        ('<ol start="9">', "9. 10. 11."),
        ("<ol reversed>", "3. 2. 1."),
        ('<ol type="A">', "A. B. C."),
        ('<ol type="i" start="3">', "iii. iv. v."),
        ('<ol style="list-style-type: cjk-ideographic" start="10">', "十、 十一、 十二、"),
        ('<ol style="list-style:none">', ""),
        ("<ul>", ""),
    ],
)
def test_list_numbers_are_written_out_as_they_are_printed(opening: str, labels: str) -> None:
    found = lines(f"{opening}<li>木船</li><li><p>机船</p></li><li>汽渡</li></{opening[1:3]}>")
    wanted = labels.split() or ["", "", ""]
    words = ("木船", "机船", "汽渡")
    assert [line.replace(" ", "") for line in found] == [
        label + word for label, word in zip(wanted, words, strict=True)
    ]


def test_a_list_item_may_have_a_number_of_its_own() -> None:
    assert lines("<ol><li value=5>甲<li>乙</ol>") == ["5. 甲", "6. 乙"]


def test_items_that_bring_their_labels_get_no_number() -> None:
    assert lines("<ol><li>（一）木船；</li><li>（二）机船。</li></ol>") == [
        "（一）木船；",
        "（二）机船。",
    ]


# Tables


TABLE = """<p>收费标准</p><table border=1><tr><th rowspan=2>船型</th><th colspan=2>票价</th></tr>
<tr><td>次票</td><td><p>月票</p><p>（含税）</p></td></tr><tr><td>木船</td><td>2.1</td><td>4.2</td></tr></table>"""


def test_the_cells_of_a_row_are_parted_by_tabs_and_a_spanning_cell_is_said_once() -> None:
    assert lines(TABLE) == ["收费标准", "船型\t票价", "\t次票\t月票 （含税）", "木船\t2.1\t4.2"]


def test_a_cell_knows_its_row_and_column() -> None:
    source = page(TABLE)
    placer = Placer(source.text, source.placed, source.parts)

    def cell_of(words: str) -> Cell | None:
        return placer.at(source.text.index(words)).cell

    assert cell_of("票价") == Cell(1, 1, 2)
    assert cell_of("次票") == Cell(1, 2, 2)
    assert cell_of("含税") == Cell(1, 2, 3)
    assert cell_of("4.2") == Cell(1, 3, 3)
    assert placer.at(0).paragraph == 1


def test_figures_of_two_cells_stay_two_figures() -> None:
    assert "2.1 4.2" in normalise(page(TABLE)).text


def test_tables_that_lay_out_a_page_are_no_tables() -> None:
    inner = "<table><tr><td>甲方</td><td>乙方</td></tr></table>"
    text = f"<p>第一条　渡船。</p><p>第二条　码头。</p>{inner}"
    body = f"<table><tr><td>栏目</td><td>{text}</td></tr></table>"
    assert lines(body) == ["栏目", "第一条　渡船。", "第二条　码头。", "甲方\t乙方"]


# What is not read as words


def test_the_number_of_a_footnote_is_no_word_and_a_power_is() -> None:
    source = page(
        '<p>渡口<sup><a href="#n1">1</a></sup>面积3m<sup>2</sup>，另计<sup>[2]</sup>。</p>'
    )
    assert source.text == "渡口1面积3m2，另计[2]。"
    assert [span.of(source.text) for span in source.markup] == ["1", "[2]"]


def test_the_sound_of_a_character_is_no_word() -> None:
    source = page("<p>圩<ruby>埠<rp>（</rp><rt>bù</rt><rp>）</rp></ruby>渡口</p>")
    assert normalise(source).text == "圩埠渡口"


@pytest.mark.parametrize(
    ("revisions", "text"), [("accepted", "限载六人"), ("original", "限载五人")]
)
def test_marked_revisions_are_read_as_asked(revisions: str, text: str) -> None:
    body = "<p>限载<del>五</del><ins>六</ins>人</p>".encode()
    source = READER.read(body, "a.html", ReadOptions(revisions))
    assert source.text == text
    assert "修订" in told(source)


def test_hidden_words_and_forms_are_counted() -> None:
    source = page(
        '<p>甲乙丙丁戊己庚辛</p><p style="display: none">暗一</p><p hidden>暗二三</p>'
        '<span aria-hidden="true">暗</span><select><option>选项</select><script>代码()</script>'
    )
    assert source.text == "甲乙丙丁戊己庚辛"
    assert "不显示的文字 6 字" in told(source)
    assert "表单 2 字" in told(source)
    assert "脚本、样式 4 字" in told(source)


def test_a_text_that_a_script_would_unfold_is_read() -> None:
    assert (
        "第一条"
        in page('<div style="display:none"><p>第一条　渡船应当停航。</p></div><p>展开</p>').text
    )


def test_pictures_are_told_with_their_words() -> None:
    notice = told(page('<p>甲</p><p><img src="a.png" alt="印章"><img src="b.png"></p><p>乙</p>'))
    assert "图片 2 幅" in notice
    assert "印章" in notice


def test_frames_are_told() -> None:
    assert "嵌有别的网页 1 处" in told(page('<p>甲</p><iframe src="b.html">乙</iframe>'))


# Which files are pages, and in which encoding


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        ("<!DOCTYPE html>", True), ("\ufeff\n<HTML lang=zh>", True), ("<!-- 存档 --><html>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', True), ("《<html>标记》", False),
        ("<htmlx>", False), ("<div>", False),
    ],
)  # fmt: skip
def test_a_page_is_told_by_its_first_bytes(head: str, is_page: bool) -> None:
    assert recognise_page(head.encode()) is is_page


def test_a_hostile_head_is_told_in_no_time() -> None:
    assert not recognise_page(b"<!---->" * 300 + b"x")


WORDS = "<p>第一条　渡船应当在核定的航区内航行，不得超员超载。</p>"


@pytest.mark.parametrize("said", ["utf-8", "gb2312", "gbk", "big5", "iso-8859-1", ""])
@pytest.mark.parametrize("used", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_the_bytes_decide_on_the_encoding_whatever_the_page_says(said: str, used: str) -> None:
    source = page(WORDS, f'<meta charset="{said}">', used)
    assert source.text == WORDS[3:-4]


def test_a_page_with_a_broken_byte_is_read_with_a_notice() -> None:
    data = f'<meta charset="gb2312">{WORDS * 3}'.encode("gb18030")
    cut = data.replace("超载".encode("gb18030"), "超".encode("gb18030") + b"\xd4", 1)
    source = READER.read(cut, "a.html", ReadOptions())
    assert source.text.count("不得超员超") == 3
    assert "1 处字节不合文字编码 gb18030" in told(source)


def test_a_page_of_xhtml_is_read_as_xml() -> None:
    data = (
        '<?xml version="1.0" encoding="gbk"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN"'
        ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
        "<p>渡口&nbsp;办法<br/>甲</p><script/><p>乙<![CDATA[<丙>]]></p></body></html>"
    ).encode("gbk")
    assert READER.read(data, "a.xhtml", ReadOptions()).text == "渡口\u00a0办法\n甲\n乙<丙>"
