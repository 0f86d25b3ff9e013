"""A PDF is read as it is printed: its order, its lines, what is on the paper and no text."""

from __future__ import annotations

import pytest

from diffcore.errors import ReadError
from diffcore.model import ReadOptions, SourceText
from diffcore.normalise import normalise
from diffcore.places import Cell
from diffcore.read.formats.pdf import READER, read_pdf
from diffcore.read.several import join
from diffcore.read.transport import pack, unpack
from tests.read.pdf_maker import Sheet, paragraph, pdf

PARAGRAPHS = (
    "公园每日六时开放，二十二时关闭；逢节假日延长一小时，由管理处提前三日公告。",
    "游人应当爱护花木，不得攀折，不得在湖中垂钓，也不得携带犬只进入草坪和儿童乐园。",
    "违反前款规定的，由管理处劝阻；劝阻无效的，责令离园，造成损失的依法赔偿。",
    "本办法由公园管理处负责解释，自公布之日起施行，原有的规定与本办法不一致的，以本办法为准。",
)


def read(data: bytes) -> SourceText:
    return read_pdf(data, "a.pdf", ReadOptions())


def normal(data: bytes) -> str:
    return normalise(read(data)).text


def told(source: SourceText) -> str:
    return "\n".join(notice.message.zh for notice in source.notices)


def wrapped(length: int, first: int = 0) -> list[str]:
    """Give the lines of all paragraphs, from the first-th one round to the one before it."""
    return [line for each in turned(first) for line in paragraph(each, length)]


def turned(first: int) -> tuple[str, ...]:
    return PARAGRAPHS[first:] + PARAGRAPHS[:first]


def as_compared(lines: tuple[str, ...]) -> list[str]:
    return [line.replace("，", ",").replace("；", ";") for line in lines]


def test_lines_are_kept_and_joined_to_paragraphs() -> None:
    source = read(pdf([Sheet().lines(90, 760, wrapped(30))]))
    assert source.text.splitlines()[1] == PARAGRAPHS[0][28:]
    assert source.text.startswith("    公园每日")
    assert source.text.endswith("\n\f")
    assert normalise(source).text.splitlines() == as_compared(PARAGRAPHS)


@pytest.mark.parametrize("columns", [2, 3])
def test_columns_are_read_one_after_the_other(columns: int) -> None:
    lines = wrapped(12)
    count = -(-len(lines) // columns)
    sheet = Sheet().put(200, 800, "公园管理办法", 18)
    for column in range(columns):
        part = lines[column * count : (column + 1) * count]
        sheet.lines(60 + column * 170, 760 - column, part)
    assert normal(pdf([sheet])).splitlines() == ["公园管理办法", *as_compared(PARAGRAPHS)]


def test_a_nearly_empty_last_page_keeps_the_columns() -> None:
    lines = wrapped(12)
    first = Sheet().lines(60, 760, lines[:6]).lines(230, 760, lines[6:12])
    last = Sheet().lines(60, 760, lines[12:14]).lines(230, 760, lines[14:])
    assert normal(pdf([first, last])).splitlines() == as_compared(PARAGRAPHS)


def test_every_glyph_without_character_is_a_mark() -> None:
    sheet = Sheet().put(90, 700, "自2024年起，每户补贴120元")
    source = read(pdf([sheet], unmapped="0124"))
    assert source.text == "自〓〓〓〓年起，每户补贴〓〓〓元\n\f"
    assert [each.span.of(source.text) for each in source.unmapped] == ["〓〓〓〓", "〓〓〓"]
    assert "7 个字形在版面上有、在文件中没有字符" in told(source)
    assert "第 1 页" in told(source)


def test_a_digit_that_comes_out_as_a_blank_is_a_mark() -> None:
    sheet = Sheet().put(90, 700, "自2024 年　起")
    source = read(pdf([sheet], mapped={"2": " ", "0": "\u3000", "4": "\x00"}))
    assert source.text == "自〓〓〓〓 年\u3000起\n\f"


def test_a_mark_of_the_text_itself_is_no_lost_glyph() -> None:
    source = read(pdf([Sheet().put(90, 700, "缺字作〓")]))
    assert source.unmapped == ()


def test_lost_figures_change_no_paragraph_and_no_page_number() -> None:
    sheets = [
        Sheet()
        .lines(90, 760, [line.replace("三", "3") for line in wrapped(30, n)])
        .put(290, 40, str(n))
        for n in range(1, 4)
    ]
    whole, lost = read(pdf(sheets)), read(pdf(sheets, unmapped="123"))
    assert whole.furniture == lost.furniture
    assert len(whole.furniture) == 3
    assert whole.paragraph_starts == lost.paragraph_starts
    assert normalise(lost).text == normalise(whole).text.replace("3", "")


def test_running_heads_and_page_numbers_are_furniture() -> None:
    sheets = [
        Sheet()
        .put(90, 800, f"市政公报　{n + 11}")
        .lines(90, 760, wrapped(30, n))
        .put(280, 40, f"— {n + 11} —")
        for n in range(4)
    ]
    source = read(pdf(sheets))
    assert len(source.furniture) == 8
    assert {span.of(source.text)[:2] for span in source.furniture} == {"市政", "— "}
    text = [line for n in range(4) for line in as_compared(turned(n))]
    assert normalise(source).text.splitlines() == text


def test_headings_on_top_of_pages_are_text() -> None:
    sheets = [Sheet().lines(90, 780, [f"附件{n}", *wrapped(30)]) for n in range(1, 4)]
    assert read(pdf(sheets)).furniture == ()


def test_a_footnote_goes_to_the_end_and_its_mark_is_no_text() -> None:
    first = Sheet().lines(90, 760, wrapped(30)).put(450, 764, "①", 6)
    first.rule(90, 120, 200, 120).put(90, 105, "①管理处设在东门。", 9)
    source = read(pdf([first, Sheet().lines(90, 760, wrapped(30))]))
    assert source.text.endswith("①管理处设在东门。\n")
    assert [span.of(source.text) for span in source.markup] == ["①"]
    assert "脚注 1 行移到文末，正文中的 1 个注号" in told(source)


def test_small_type_at_the_foot_without_a_mark_stays() -> None:
    sheet = Sheet().lines(90, 760, wrapped(30)).put(90, 105, "1管理处设在东门。", 9)
    assert read(pdf([sheet])).text.splitlines()[-1] == ""
    assert "脚注" not in told(read(pdf([sheet])))


def test_cells_of_a_drawn_table_are_parted_by_tabs() -> None:
    sheet = Sheet().lines(90, 760, wrapped(30)).grid([90, 200, 320], [560, 590, 620])
    sheet.put(95, 600, "项目").put(205, 600, "金额")
    sheet.put(95, 576, "成人").put(95, 563, "票价").put(205, 570, "12元")
    source = read(pdf([sheet]))
    assert source.text.endswith("项目\t金额\n成人票价\t12元\n\f")
    cells = [each.place.cell for each in source.placed if each.place.cell]
    assert cells == [Cell(1, 1, 1), Cell(1, 1, 2), Cell(1, 2, 1), Cell(1, 2, 2)]


def test_joined_cells_are_one() -> None:
    sheet = Sheet().rule(90, 620, 320, 620).rule(90, 590, 320, 590).rule(90, 560, 320, 560)
    sheet.rule(90, 560, 90, 620).rule(320, 560, 320, 620).rule(200, 560, 200, 590)
    sheet.put(150, 600, "收费标准一览").put(95, 570, "成人票").put(205, 570, "12元")
    assert read(pdf([sheet])).text == "收费标准一览\n成人票\t12元\n\f"


def test_text_drawn_twice_is_read_once() -> None:
    sheet = Sheet().put(90, 700, "公园管理办法").put(90.3, 700, "公园管理办法")
    assert read(pdf([sheet])).text == "公园管理办法\n\f"


def test_single_glyphs_drawn_twice_are_read_once() -> None:
    sheet = Sheet()
    for at, char in enumerate("公园管理园"):
        sheet.put(90 + 12 * at, 700, char).put(90.4 + 12 * at, 700, char)
    assert read(pdf([sheet])).text == "公园管理园\n\f"


def test_letters_that_are_not_drawn_are_read_and_said() -> None:
    source = read(pdf([Sheet().put(90, 700, "公园管理办法", mode=3)]))
    assert source.text == "公园管理办法\n\f"
    assert "6 个字符不显示在版面上" in told(source)


def test_letters_beyond_the_page_are_said() -> None:
    source = read(pdf([Sheet().put(90, 700, "公园").put(700, 600, "页外")]))
    assert source.text == "公园\n\f"
    assert "2 个字符在版面边缘之外" in told(source)


def test_letters_cut_off_by_the_crop_box_are_said() -> None:
    sheet = Sheet(entries="/CropBox [50 50 500 720]").put(90, 700, "公园").put(90, 760, "裁掉")
    source = read(pdf([sheet]))
    assert source.text == "公园\n\f"
    assert "2 个字符在版面边缘之外" in told(source)
    assert source.placed[0].place.box is not None
    assert source.placed[0].place.box.left == 40


def test_the_place_is_page_line_and_box() -> None:
    source = read(
        pdf([Sheet().put(90, 700, "公园"), Sheet().put(90, 700, "管理").put(90, 680, "办法")])
    )
    places = [each.place for each in source.placed]
    assert [(place.page, place.line) for place in places] == [(1, 1), (2, 1), (2, 2)]
    box = places[2].box
    assert box is not None
    assert (box.left, box.right) == (90, 114)
    assert 842 - 680 - 12 < box.top < box.bottom < 842 - 680 + 3


def test_a_page_shown_on_its_side_is_read_upright() -> None:
    upright = read(pdf([Sheet().put(90, 700, "公园管理办法")]))
    turned = read(pdf([Sheet(entries="/Rotate 90").turned(142, 90, "公园管理办法")]))
    assert turned.text == upright.text
    assert turned.placed == upright.placed


def test_text_on_its_side_is_read_upright() -> None:
    sheet = Sheet().turned(100, 90, "公园管理办法").turned(120, 90, "每日开放")
    source = read(pdf([sheet]))
    assert source.text == "公园管理办法\n每日开放\n\f"
    box = source.placed[0].place.box
    assert box is not None
    assert box.bottom - box.top == 72


def test_writing_downwards_is_read_from_the_right() -> None:
    sheet = Sheet()
    for column, words in enumerate(("公园每日六时开放", "园内不得垂钓违者")):
        for at, char in enumerate(words):
            sheet.put(500 - 20 * column, 700 - 13 * at, char)
    source = read(pdf([sheet]))
    assert source.text == "公园每日六时开放\n园内不得垂钓违者\n\f"
    assert "竖排" in told(source)


def test_a_hyphen_at_the_end_of_a_line_is_kept() -> None:
    source = read(pdf([Sheet().put(90, 700, "IL-").put(90, 680, "six known")]))
    assert source.text == "IL-\nsix known\n\f"


def test_pages_without_text_among_others_are_said() -> None:
    source = read(pdf([Sheet(), Sheet().put(90, 700, "公园"), Sheet(), Sheet()]))
    assert "第 1、3–4 页没有文字层" in told(source)


def test_characters_for_private_use_are_kept_and_said() -> None:
    source = read(pdf([Sheet().put(90, 700, "公\ue123园")]))
    assert source.text == "公\ue123园\n\f"
    assert "1 个字符在私用区" in told(source)


FORM = (
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] "
        "/Resources << /Font << /H 3 0 R >> >> "
        "/Length 35 >>\nstream\nBT /H 12 Tf 2 5 Td (Form 42) Tj ET  \nendstream"
    ),
)


@pytest.mark.parametrize(
    ("kind", "words"), [("Widget", "1 个表单域"), ("FreeText", "1 条文字批注")]
)
def test_what_lies_over_the_page_is_read_in_its_place(kind: str, words: str) -> None:
    annotation = (
        f"<< /Type /Annot /Subtype /{kind} /FT /Tx /T (a) /V (Form 42) /Contents (Form 42) /F 4 "
        "/Rect [200 640 300 660] /AP << /N 4 0 R >> >>"
    )
    sheet = Sheet(entries="/Annots [5 0 R]").put(90, 700, "公园名称").put(90, 600, "管理办法")
    source = read(pdf([sheet], extra=[*FORM, annotation]))
    assert [line.strip() for line in source.text.splitlines()[:3]] == [
        "公园名称",
        "Form 42",
        "管理办法",
    ]
    assert words in told(source)


def test_a_text_annotation_that_is_not_drawn_is_said() -> None:
    annotation = "<< /Type /Annot /Subtype /FreeText /Contents (42) /Rect [200 640 300 660] >>"
    sheet = Sheet(entries="/Annots [3 0 R]").put(90, 700, "公园名称")
    source = read(pdf([sheet], extra=[annotation]))
    assert source.text == "公园名称\n\f"
    assert "1 条文字批注没有版面" in told(source)


def test_a_file_without_its_end_is_said_to_be_so() -> None:
    data = pdf([Sheet().put(90, 700, "公园管理办法")])
    assert "末尾缺失" in told(read(data[: data.rindex(b"xref") - 5]))


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read(pdf([Sheet(), Sheet().rule(90, 90, 200, 200)]))
    assert caught.value.slug == "no-text-layer"
    assert "第 1–2 页" in caught.value.why.zh


def test_a_document_without_pages_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read(pdf([]))
    assert caught.value.slug == "damaged-file"


def test_the_signature_may_stand_behind_what_a_server_left() -> None:
    assert READER.recognises(b"%PDF-1.7\n")
    assert READER.recognises(b"Content-Type: application/pdf\r\n\r\n%PDF-1.4\n")
    assert not READER.recognises("见 %PDF-1.7 的说明".encode())


def test_a_footnote_put_off_to_the_next_page_finds_its_mark() -> None:
    first = Sheet().lines(90, 760, wrapped(30)).put(450, 764, "①", 6)
    second = Sheet().lines(90, 760, wrapped(30, 1)).rule(90, 120, 200, 120)
    second.put(90, 105, "①管理处设在东门。", 9)
    source = read(pdf([first, second]))
    assert source.text.endswith("①管理处设在东门。\n")
    assert [span.of(source.text) for span in source.markup] == ["①"]


def test_a_watermark_is_furniture_and_said() -> None:
    sheet = Sheet().lines(90, 760, wrapped(30))
    sheet.content.append((".7 .7 -.7 .7 200 500 Tm", 60, "仅供参考"))
    source = read(pdf([sheet]))
    assert normalise(source).text.splitlines() == as_compared(PARAGRAPHS)
    assert [span.of(source.text) for span in source.furniture] == ["仅供参考"]
    assert "4 个字符斜排" in told(source)


def test_what_the_print_tells_of_lines_comes_through_the_other_process() -> None:
    source = read(pdf([Sheet().lines(90, 760, wrapped(12))]))
    assert source.continuations
    assert unpack(pack(source)) == source


def test_of_several_files_each_keeps_its_continuations() -> None:
    source = read(pdf([Sheet().lines(90, 760, wrapped(12))]))
    joined = join("a.pdf + a.pdf", [source, source], [])
    half = len(source.continuations)
    at = joined.parts[1].start
    assert joined.continuations[half:] == tuple(at + each for each in source.continuations)


def test_letters_of_a_ligature_stay_together() -> None:
    sheet = Sheet().put(90, 700, "DeÆnition, oÅer")
    source = read(pdf([sheet], mapped={"Æ": "fi", "Å": "ff"}))
    assert source.text == "Definition, offer\n\f"


def test_words_without_blanks_between_them_are_parted_by_their_gap() -> None:
    sheet = Sheet().put(90, 700, "variant").put(136, 700, "of").put(153, 700, "concern")
    assert read(pdf([sheet])).text == "variant of concern\n\f"
