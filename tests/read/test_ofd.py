"""OFD: the characters of a page stand in the text in the order in which they are read."""

from __future__ import annotations

from struct import pack

import pytest

from diffcore.model import SourceText
from diffcore.places import UNMAPPED_MARK, Placer
from tests.read.ofd_file import (
    NAMESPACE,
    bar,
    document,
    lines,
    package,
    page,
    read_bytes,
    read_pages,
    told,
    words,
    xml,
    zipped,
)

PROSE = [
    "    为了保护河道两岸的林木，防止水土",
    "流失，根据有关规定，制定本办法。凡在",
    "河道两岸植树、采伐的单位和个人，均应",
    "遵守本办法。",
]


def _text(*pages: str) -> str:
    """Give the text of pages without the form feed that ends each."""
    return read_pages(*pages).text.replace("\f", "")


def _furniture(source: SourceText) -> list[str]:
    return ["".join(source.text[one.start : one.end].split()) for one in source.furniture]


def _code(text: str, **attributes: str) -> str:
    named = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return (
        '<ofd:TextObject Size="4" Boundary="20 30 100 5">'
        f"<ofd:TextCode {named}>{text}</ofd:TextCode></ofd:TextObject>"
    )


# Order and lines


def test_lines_are_read_from_top_to_bottom_whatever_the_order_of_drawing() -> None:
    drawn = lines(["第一行", "第二行", "第三行"], 30, 40)
    assert _text(page(*reversed(drawn))) == "第一行\n第二行\n第三行\n"


def test_objects_on_one_baseline_are_one_line() -> None:
    source = read_pages(page(words("河道两岸", 46.8, 40), words("保护", 30, 40, step=8.4)))
    assert source.text.replace(" ", "") == "保护河道两岸\n\f"


def test_an_indent_is_told_by_the_place() -> None:
    drawn = lines(["河道两岸的林木", "由县级部门管理"], 30, 47)
    assert read_pages(page(words("第一条", 38.4, 40), *drawn)).text.startswith("    第一条\n河道")


def test_a_page_of_indented_lines_has_the_margin_of_the_other_pages() -> None:
    pages = [page(*lines([f"第{i}页的林木由县级部门"] * 9, 30, 40)) for i in range(4)]
    source = read_pages(*pages, page(words("本办法自公布之日起施行。", 38.4, 40)))
    assert source.text.endswith("\f    本办法自公布之日起施行。\n\f")


def test_pages_are_parted_by_a_form_feed() -> None:
    source = read_pages(page(words("甲", 30, 40)), page(words("乙", 30, 40)))
    assert source.text == "甲\n\f乙\n\f"


def test_a_wide_gap_is_blanks() -> None:
    source = read_pages(page(words("县林业局", 30, 40), words("印发", 120, 40)))
    assert source.text.split() == ["县林业局", "印发"]


def test_latin_words_keep_their_blanks() -> None:
    assert _text(page(words("GB T 33190", 30, 40))) == "GB T 33190\n"


def test_a_form_is_filled_in_at_its_blanks() -> None:
    source = read_pages(page(words("根据第　　条的规定", 30, 40), words("15", 40.5, 40)))
    assert "".join(source.text.split()) == "根据第15条的规定"


def test_layers_of_print_are_not_shuffled_into_each_other() -> None:
    source = read_pages(page(words("测试数据甲乙", 30, 40), words("签名人丙丁戊", 36, 40)))
    assert source.text == "测试数据甲乙签名人丙丁戊\n\f"


def test_a_glyph_drawn_twice_to_make_it_bold_is_read_once() -> None:
    source = read_pages(page(words("总则", 30, 40), words("总则", 30.1, 40)))
    assert source.text == "总则\n\f"
    assert "2 字在原处重复绘制" in told(source)


def test_equal_letters_beside_each_other_stay() -> None:
    assert _text(page(words("……一一ll..", 30, 40))) == "……一一ll..\n"


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"左栏第{i}行由林业部门负责管理" for i in "一二三四五"]
    right = [f"右栏第{i}行由水利部门负责管理" for i in "一二三四五"]
    drawn = [
        piece
        for pair in zip(lines(left, 20, 60), lines(right, 112, 60), strict=True)
        for piece in pair
    ]
    title, note = (
        words("河道两岸林木保护公告汇总与说明表", 60, 40),
        words("以上内容由县人民政府办公室负责解释并逐项予以公布。" * 2, 20, 110, size=3),
    )
    source = read_pages(page(title, *drawn, note))
    assert [line.strip() for line in source.text.split() if line][:-1] == [
        "河道两岸林木保护公告汇总与说明表", *left, *right
    ]  # fmt: skip


def test_columns_whose_lines_are_not_level_are_read_one_after_the_other() -> None:
    left = [f"左栏第{i}行由林业部门负责管理" for i in "一二三四五"]
    right = [f"右栏第{i}行由水利部门负责管理" for i in "一二三四五"]
    source = read_pages(page(*lines(left, 20, 60), *lines(right, 112, 62.5)))
    assert source.text.split() == [*left, *right]


ROWS = (("树种", "株数", "长势"), ("柳树", "120", "良好，但下部有\n枯枝"), ("杨树", "", "一般"))


def test_the_rows_of_a_ruled_table_are_lines_with_tabs() -> None:
    drawn = [bar(28, 34 + 12 * row, 150, 0.2) for row in range(4)]
    drawn += [bar(28 + 50 * column, 34, 0.2, 36) for column in range(4)]
    drawn += [
        words(text, 30 + 50 * column, 40 + 12 * row + 5 * i)
        for row, cells in enumerate(ROWS)
        for column, cell in enumerate(cells)
        for i, text in enumerate(cell.split("\n"))
        if text
    ]
    source = read_pages(page(*drawn))
    assert source.text.split("\n")[:3] == ["\t".join(row).replace("\n", "") for row in ROWS]
    place = Placer(source.text, source.placed, ()).at(source.text.index("枯枝"))
    assert place.cell == (1, 2, 3)


def test_a_frame_around_a_page_is_no_table() -> None:
    frame = [bar(20 + i, 20, 0.2, 250) for i in (0, 1.2, 168, 169.2)]
    frame += [bar(20, 20 + i, 169.2, 0.2) for i in (0, 1.2, 248.8, 250)]
    source = read_pages(page(*frame, *lines(PROSE, 30, 40)))
    assert source.text.split() == [line.strip() for line in PROSE]


def test_labels_before_their_words_are_no_table() -> None:
    drawn = [
        words(text, x, 40 + 8 * row)
        for row in range(3)
        for text, x in ((f"{row + 1}.", 30), ("由林业部门负责管理", 50))
    ]
    assert "\t" not in read_pages(page(*drawn)).text


def test_vertical_lines_are_read_from_right_to_left() -> None:
    def column(text: str, x: float) -> str:
        return (
            f'<ofd:TextObject Size="5" Boundary="{x} 30 6 100" ReadDirection="90">'
            f'<ofd:TextCode X="0" Y="5" DeltaY="g {len(text) - 1} 5">{text}</ofd:TextCode>'
            "</ofd:TextObject>"
        )

    assert read_pages(page(column("后行之字", 90), column("前行之字", 100))).text.split() == [
        "前行之字", "后行之字"
    ]  # fmt: skip


def test_words_that_lean_are_furniture() -> None:
    leaning = words("内部资料", 60, 90, more='CTM="0.7 0.7 -0.7 0.7 0 0"')
    source = read_pages(page(*lines(PROSE, 30, 40), leaning))
    assert _furniture(source) == ["内部资料"]


# Text codes


@pytest.mark.parametrize(
    ("deltas", "text"),
    [
        ("g 3 4", "保护林木"),
        ("4 g 2 4", "保护林木"),
        ("4", "保护林木"),
        ("g 1000000000 4", "保护林木"),
        ("g 2", "保护林木"),
        ("g -5 4 4", "保护林木"),
        ("nan inf 1e400", "保护林木"),
    ],
)
def test_offsets_are_repeated_and_bounded(deltas: str, text: str) -> None:
    assert "".join(read_pages(page(_code(text, X="0", Y="4", DeltaX=deltas))).text.split()) == text


def test_characters_without_offsets_follow_each_other() -> None:
    assert _text(page(_code("保护林木", X="0", Y="4"))) == "保护林木\n"


def test_a_text_object_of_several_codes_is_several_lines() -> None:
    codes = "".join(
        f'<ofd:TextCode X="0" Y="{4 + 6 * i}" DeltaX="g 3 4">{text}</ofd:TextCode>'
        for i, text in enumerate(("保护林木", "防止流失"))
    )
    drawn = f'<ofd:TextObject Size="4" Boundary="20 30 100 15">{codes}</ofd:TextObject>'
    assert _text(page(drawn)) == "保护林木\n防止流失\n"


def test_a_code_set_on_lines_of_its_own_has_no_line_ends() -> None:
    assert _text(page(_code("\n    保护林木\n  ", X="0", Y="4"))) == "保护林木\n"


def test_escapes_of_the_format_are_characters_and_others_stay() -> None:
    source = read_pages(page(_code("GB\\0020T与\\4e00", X="0", Y="4")))
    assert source.text == "GB T与\\4e00\n\f"


def test_a_matrix_with_the_unit_of_points_gives_the_same_text() -> None:
    scaled = words("保护林木", 30, 40, size=12, more='CTM="0.3528 0 0 0.3528 0 0"')
    source = read_pages(page(scaled))
    box = Placer(source.text, source.placed, ()).at(0).box
    assert source.text == "保护林木\n\f"
    assert box is not None
    assert box.bottom - box.top == pytest.approx(1.12 * 12, abs=0.1)


def test_a_line_has_its_page_its_number_and_its_box_in_points() -> None:
    source = read_pages(page(words("甲", 30, 40)), page(*lines(["乙", "丙丁"], 25.4, 50.8)))
    place = Placer(source.text, source.placed, ()).at(source.text.index("丁"))
    assert (place.page, place.line) == (2, 2)
    assert place.box is not None
    assert place.box.left == pytest.approx(72, abs=0.1)
    assert place.box.right == pytest.approx(72 + 2 * 4.2 * 72 / 25.4, abs=0.1)


# Glyphs without characters


def _mapped(text: str, glyphs: str, count: int, position: int = 0) -> str:
    return (
        '<ofd:TextObject Size="4" Boundary="20 30 100 5"><ofd:CGTransform '
        f'CodePosition="{position}" CodeCount="{count}" GlyphCount="{len(glyphs.split())}">'
        f"<ofd:Glyphs>{glyphs}</ofd:Glyphs></ofd:CGTransform>"
        f'<ofd:TextCode X="0" Y="4" DeltaX="g 9 4">{text}</ofd:TextCode></ofd:TextObject>'
    )


def test_a_placeholder_drawn_by_a_glyph_is_a_mark() -> None:
    source = read_pages(page(_mapped("至¤¤年", "7 31 32 9", 4)))
    assert source.text == f"至{UNMAPPED_MARK * 2}年\n\f"
    assert [(each.span.start, each.span.end) for each in source.unmapped] == [(1, 3)]
    assert "有 2 处字形没有对应的字符" in told(source)


def test_a_currency_sign_that_no_glyph_number_draws_stays() -> None:
    source = read_pages(page(words("¤符号", 30, 40)))
    assert source.text == "¤符号\n\f"
    assert source.unmapped == ()


def test_glyphs_beyond_the_characters_are_marks() -> None:
    source = read_pages(page(_mapped("至", "7 31 32", 3)))
    assert source.text == f"至{UNMAPPED_MARK * 2}\n\f"


def test_a_private_code_point_is_a_mark_and_is_named() -> None:
    source = read_pages(page(words("至\ue021\ue022年", 30, 40)))
    assert source.text == f"至{UNMAPPED_MARK * 2}年\n\f"
    assert "U+E021、U+E022" in told(source)


def _font(*inked: bool) -> bytes:
    """Give a TrueType font with as many glyphs, and an outline for those that have ink."""
    outlines = b"".join(pack(">5h", 1, 10, 10, 500, 700) if each else b"" for each in inked)
    places = [10 * sum(inked[:i]) for i in range(len(inked) + 1)]
    tables = {
        b"glyf": outlines,
        b"head": bytes(50) + pack(">hh", 1, 0),
        b"loca": pack(f">{len(places)}L", *places),
    }
    at, head, body = 12 + 16 * len(tables), b"", b""
    for tag, table in tables.items():
        head += pack(">4sLLL", tag, 0, at + len(body), len(table))
        body += table
    return b"\x00\x01\x00\x00" + pack(">4H", len(tables), 0, 0, 0) + head + body


@pytest.mark.parametrize(
    ("glyphs", "text"), [("7 1 2 9", "至〓〓年"), ("7 3 3 9", "至  年"), ("7 0 99 9", "至  年")]
)
def test_blanks_that_are_drawn_with_ink_are_marks(glyphs: str, text: str) -> None:
    resources = (
        '<ofd:Res BaseLoc="Res"><ofd:Fonts><ofd:Font ID="5"><ofd:FontFile>f.ttf</ofd:FontFile>'
        "</ofd:Font></ofd:Fonts></ofd:Res>"
    )
    drawn = _mapped("至  年", glyphs, 4).replace("<ofd:TextObject", '<ofd:TextObject Font="5"')
    files = document([page(drawn)], common="<ofd:PublicRes>R.xml</ofd:PublicRes>")
    font = {"Doc_0/Res/f.ttf": _font(True, True, True, False)}
    source = read_bytes(package({**files, "Doc_0/R.xml": xml(resources), **font}))
    assert source.text.split("\n")[0].replace("    ", "  ") == text


def test_a_geta_mark_of_the_text_itself_is_no_unmapped_glyph() -> None:
    assert read_pages(page(words("阙〓字", 30, 40))).unmapped == ()


def test_several_glyphs_for_one_character_are_one_character() -> None:
    source = read_pages(page(_mapped("泰文", "7 31 32", 2)))
    assert source.text == "泰文\n\f"
    assert source.unmapped == ()


# Groups, templates, what is not shown


def test_blocks_in_blocks_are_drawn() -> None:
    drawn = words("保护林木", 30, 40)
    for _ in range(5):
        drawn = f"<ofd:PageBlock>{drawn}</ofd:PageBlock>"
    assert _text(page(drawn)) == "保护林木\n"


def test_a_composite_object_draws_its_unit_at_its_place() -> None:
    unit = (
        '<ofd:Res><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7" Width="90"'
        f' Height="9"><ofd:Content>{words("章内之字", 0, 5)}</ofd:Content>'
        "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    drawn = [
        f'<ofd:CompositeObject ID="8" ResourceID="7" Boundary="30 {y} 90 9"/>' for y in (60, 40)
    ]
    files = document(
        [page(words("两者之间", 30, 55), *drawn)],
        common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
    )
    source = read_bytes(package(files | {"Doc_0/DocumentRes.xml": xml(unit)}))
    assert source.text.split() == ["章内之字", "两者之间", "章内之字"]


TEMPLATE = (
    '<ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
    '<ofd:Template TemplateID="5" ZOrder="Background"/>',
)


def _with_template(template: str, *pages: tuple[str, ...]) -> SourceText:
    files = document([page(*objects, head=TEMPLATE[1]) for objects in pages], common=TEMPLATE[0])
    return read_bytes(package(files | {"Doc_0/Tpls/Tpl_0/Content.xml": template}))


def test_a_head_and_a_foot_of_a_template_are_furniture() -> None:
    template = page(words("河道管理公报", 80, 15), words("第　页", 95, 285))
    source = _with_template(
        template,
        *((*lines(PROSE, 30, 40), words(number, 100.3, 285)) for number in ("1", "2")),
    )
    assert _furniture(source) == [
        "河道管理公报", "第1页", "河道管理公报", "第2页"
    ]  # fmt: skip


def test_a_template_between_the_lines_of_the_page_is_text() -> None:
    template = page(words("申请人：", 30, 60))
    body = (words("申请表", 30, 40), words("（盖章）", 30, 80))
    source = _with_template(template, body, body)
    assert source.furniture == ()
    assert source.text.count("申请人：") == 2


def test_a_template_on_one_page_only_is_text() -> None:
    source = _with_template(page(words("申请表", 80, 15)), (words("张某", 30, 40),))
    assert source.furniture == ()
    assert source.text.split() == ["申请表", "张某"]


def test_equal_heads_and_numbers_at_one_height_are_furniture() -> None:
    pages = [
        page(
            words("河道管理公报", 80, 15),
            *lines([f"第{i}页的林木由县级部门管理", *PROSE], 30, 40),
            words(f"— {i} —", 100, 285),
        )
        for i in range(1, 4)
    ]
    assert _furniture(read_pages(*pages)) == [
        line for i in range(1, 4) for line in ("河道管理公报", f"—{i}—")
    ]


def test_what_is_not_shown_is_left_out_and_counted() -> None:
    source = read_pages(
        page(words("可见", 30, 40), words("隐去三字", 30, 60, more='Visible="false"'))
    )
    assert source.text == "可见\n\f"
    assert "有 4 字标为不显示" in told(source)


def test_a_transparent_layer_of_text_is_read_and_told() -> None:
    source = read_pages(page(words("扫描件的文字", 30, 40, more='Alpha="0"')))
    assert source.text == "扫描件的文字\n\f"
    assert "完全透明" in told(source)


# Beside the pages


def test_words_of_annotations_are_told_and_not_read() -> None:
    annotation = (
        '<ofd:PageAnnot><ofd:Annot Type="Watermark" ID="9"><ofd:Appearance Boundary="0 0 9 9">'
        f"{words('内部资料', 10, 10) * 3}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>"
    )
    listed = (
        '<ofd:Annotations><ofd:Page PageID="100"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page>'
        "</ofd:Annotations>"
    )
    files = document([page(words("正文", 30, 40))], more="<ofd:Annotations>L.xml</ofd:Annotations>")
    files |= {"Doc_0/L.xml": xml(listed), "Doc_0/A.xml": xml(annotation)}
    source = read_bytes(package(files))
    assert source.text == "正文\n\f"
    assert "12 字" in told(source)
    assert "「内部资料×3」" in told(source)


def test_signatures_and_attachments_are_told() -> None:
    files = document([page(words("正文", 30, 40))], more="<ofd:Attachments>B.xml</ofd:Attachments>")
    attached = '<ofd:Attachment ID="1" Name="清单.xlsx"/>'
    signed = '<ofd:Signature ID="1" BaseLoc="Sign/S.xml"/>'
    seal = "<ofd:Signature><ofd:SignedInfo><ofd:Seal/></ofd:SignedInfo></ofd:Signature>"
    files |= {
        "Doc_0/B.xml": xml(f"<ofd:Attachments>{attached}</ofd:Attachments>"),
        "Doc_0/S.xml": xml(f"<ofd:Signatures>{signed}</ofd:Signatures>"),
        "Doc_0/Sign/S.xml": xml(seal),
    }
    source = read_bytes(package(files, body="<ofd:Signatures>/Doc_0/S.xml</ofd:Signatures>"))
    assert "电子签名 1 个（其中 1 个带印章）" in told(source)
    assert "「清单.xlsx」" in told(source)


def test_several_documents_are_read_one_after_the_other() -> None:
    files = document([page(words("甲文", 30, 40)), page(words("甲二", 30, 40))]) | document(
        [page(words("乙文", 30, 40))], folder="Doc_1"
    )
    source = read_bytes(package(files, folders=("Doc_0", "Doc_1")))
    assert source.text == "甲文\n\f甲二\n\f乙文\n\f"
    assert "2 个文档" in told(source)
    assert "第 1、3 页" in told(source)


def test_a_missing_page_is_told_and_counted() -> None:
    files = document([page(words(each, 30, 40)) for each in "甲乙丙"])
    del files["Doc_0/Pages/Page_1/Content.xml"]
    source = read_bytes(package(files))
    assert source.text.split() == ["甲", "丙"]
    assert "缺少第 2 页" in told(source)
    assert Placer(source.text, source.placed, ()).at(source.text.index("丙")).page == 3


def test_a_page_of_pictures_among_pages_of_text_is_told() -> None:
    picture = page('<ofd:ImageObject ID="3" ResourceID="4" Boundary="0 0 210 297"/>')
    assert "第 2 页没有文字层" in told(read_pages(page(words("甲", 30, 40)), picture))


# Names and namespaces


@pytest.mark.parametrize(
    ("location", "name"),
    [
        ("/Doc_0/P/C.xml", "Doc_0/P/C.xml"),
        ("Doc_0/P/C.xml", "Doc_0/P/C.xml"),
        ("P\\C.xml", "Doc_0/P/C.xml"),
        ("./P/../P/C.xml", "Doc_0/P/C.xml"),
        ("p/c.XML", "Doc_0/P/C.xml"),
        ("P/C.xml", "doc_0\\P\\C.xml"),
        ("页/内容.xml", "Doc_0/页/内容.xml"),
        ("../../../P/C.xml", "P/C.xml"),
    ],
)
def test_a_page_is_found_by_whatever_name(location: str, name: str) -> None:
    listed = f'<ofd:Pages><ofd:Page ID="1" BaseLoc="{location}"/></ofd:Pages>'
    root = f"<ofd:Document>{listed}</ofd:Document>"
    files = {"Doc_0/Document.xml": xml(root), name: page(words("正文", 30, 40))}
    assert read_bytes(package(files)).text == "正文\n\f"


def _files() -> dict[str, str]:
    body = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    main = {"OFD.xml": xml(f"<ofd:OFD>{body}</ofd:OFD>")}
    return main | document([page(words("正文", 30, 40))])


@pytest.mark.parametrize("prefix", ["", "x:", "ofd:"])
@pytest.mark.parametrize("uri", ["http://www.ofdspec.org", "http://www.ofdspec.org/2016", "甲 乙"])
def test_elements_are_known_in_whatever_namespace(prefix: str, uri: str) -> None:
    declared = f'xmlns{":" if prefix else ""}{prefix[:-1]}="{uri}"'
    files = {
        name: text.replace(f'xmlns:ofd="{NAMESPACE}"', declared)
        .replace("<ofd:", f"<{prefix}")
        .replace("</ofd:", f"</{prefix}")
        for name, text in _files().items()
    }
    assert read_bytes(zipped(files)).text == "正文\n\f"


@pytest.mark.parametrize("prefix", ["", "ofd:"])
def test_elements_are_known_without_a_declared_namespace(prefix: str) -> None:
    files = {
        name: text.replace(f' xmlns:ofd="{NAMESPACE}"', "").replace("ofd:", prefix)
        for name, text in _files().items()
    }
    assert read_bytes(zipped(files)).text == "正文\n\f"
