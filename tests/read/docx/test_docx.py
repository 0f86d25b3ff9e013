"""What a Word document says: nothing lost, nothing doubled, and what is no text is told."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from diffcore.errors import ReadError
from diffcore.model import ReadOptions, SourceText
from diffcore.places import Cell, Placer
from diffcore.read.formats.docx import read_docx
from tests.cli.run import assert_refused, jiaokan
from tests.read.docx.building import STRICT, package, paragraph, read, run, save, table
from tests.shared import SHARED, needs_shared

OFFICIAL = sorted((SHARED / "data/renditions/national").glob("*/*.docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def told(source: SourceText) -> str:
    return "；".join(notice.message.zh for notice in source.notices)


def place(source: SourceText, words: str) -> str:
    found = Placer(source.text, source.placed, source.parts).at(source.text.index(words))
    return found.in_words().zh


def test_a_paragraph_is_a_line_and_begins_for_certain() -> None:
    source = read(paragraph("第一条　渔港", run("分区")) + paragraph() + paragraph("第二条　管理"))
    assert source.text == "第一条　渔港分区\n\n第二条　管理\n"
    assert source.paragraph_starts == (0, source.text.index("第二条"))


def test_paragraphs_that_are_the_lines_of_a_print_begin_nowhere_for_certain() -> None:
    lines = ["渔港应当设立巡查登记制度并向社会公开结果每季度", "更新一次。"] * 10
    assert read("".join(map(paragraph, lines))).paragraph_starts == ()


def test_signs_between_words() -> None:
    words = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:br/><w:t>丙</w:t></w:r>"
    page = '<w:r><w:br w:type="page"/><w:t>丁</w:t></w:r>'
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="X" w:char="F123"/></w:r>'
    assert read(paragraph(words, page, symbol)).text == "甲\t乙-\n丙\f丁☑\uf123\n"


def test_a_row_of_a_table_is_a_line_with_places_of_its_cells() -> None:
    double = paragraph("一") + paragraph("二")
    source = read(paragraph("表") + table(("项目", "数量"), ("床位", double)) + paragraph("完"))
    assert source.text == "表\n项目\t数量\n床位\t一 二\n完\n"
    assert place(source, "二") == "表1第2行第2列"
    assert place(source, "完") == "第2段"
    assert Cell(1, 2, 2) in [each.place.cell for each in source.placed]


def test_a_cell_that_goes_on_from_above_is_empty() -> None:
    def cell(words: str, merged: str) -> str:
        return f"<w:tcPr><w:vMerge{merged}/></w:tcPr>{paragraph(words)}"

    rows = (("甲", ' w:val="restart"', "一"), ("", "", "二"))
    made = "".join(
        f"<w:tr><w:tc>{cell(words, merged)}</w:tc><w:tc>{paragraph(last)}</w:tc></w:tr>"
        for words, merged, last in rows
    )
    assert read(f"<w:tbl>{made}</w:tbl>").text == "甲\t一\n\t二\n"


def test_a_table_of_one_column_is_a_frame_around_paragraphs() -> None:
    frame = table((paragraph("第一条　甲。") + paragraph("第二条　乙。"),))
    assert read(frame).text == "第一条　甲。\n第二条　乙。\n"


def test_text_boxes_stand_once_behind_their_paragraph() -> None:
    inside = f"<w:txbxContent>{paragraph('框中字')}</w:txbxContent>"
    shape = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{inside}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(paragraph("正文", shape) + paragraph("后文")).text == "正文\n框中字\n后文\n"


def test_notes_come_last_and_their_signs_are_no_words() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("线")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph(" 注文。")}</w:footnote>'
    )
    source = read(paragraph("渔港", reference, "管理。"), footnotes=notes)
    assert source.text == "渔港①管理。\n 注文。\n"
    assert [span.of(source.text) for span in source.markup] == ["①"]
    assert "1 条脚注" in told(source)


def test_headers_and_footers_are_furniture() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
    )
    source = read(
        paragraph("正文。") + section, header=paragraph("公报"), footer=paragraph("— 1 —")
    )
    assert source.text == "正文。\n公报\n— 1 —\n"
    assert [span.of(source.text) for span in source.furniture] == ["公报", "— 1 —"]


CHANGED = (
    paragraph(
        "到",
        f'<w:ins w:id="1" w:author="某甲">{run("2026")}</w:ins>',
        f'<w:del w:id="2" w:author="某甲">{run("2025", tag="delText")}</w:del>',
        "年",
        f'<w:moveFrom w:id="3">{run("，甲")}</w:moveFrom>',
        "建成",
        f'<w:moveTo w:id="4">{run("，甲")}</w:moveTo>',
        "。",
    )
    + paragraph("上半", more='<w:rPr><w:del w:id="5"/></w:rPr>')
    + paragraph("下半。")
    + paragraph("前段", more='<w:rPr><w:ins w:id="6"/></w:rPr>')
    + paragraph("后段。")
)


@pytest.mark.parametrize(
    ("revisions", "text"),
    [
        ("accepted", "到2026年建成，甲。\n上半下半。\n前段\n后段。\n"),
        ("original", "到2025年，甲建成。\n上半\n下半。\n前段后段。\n"),
    ],
)
def test_tracked_changes_are_read_as_asked(revisions: str, text: str) -> None:
    source = read(CHANGED, revisions)
    assert source.text == text
    assert "有 6 处修订" in told(source)
    assert "某甲" not in told(source)


@pytest.mark.parametrize(
    ("revisions", "text"), [("accepted", "甲\t一\n"), ("original", "乙\t二\n")]
)
def test_rows_that_came_or_went(revisions: str, text: str) -> None:
    def row(mark: str, *cells: str) -> str:
        inside = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr><w:{mark} w:id='1'/></w:trPr>{inside}</w:tr>"

    rows = row("ins", "甲", "一") + row("del", "乙", "二")
    assert read(f"<w:tbl>{rows}</w:tbl>", revisions).text == text


def test_what_is_not_read_is_told() -> None:
    hidden = run("密", "<w:vanish/>")
    picture = "<w:r><w:drawing/></w:r>"
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('zi')}</w:rt><w:rubyBase>{run('字')}</w:rubyBase></w:ruby></w:r>"
    )
    source = read(
        paragraph("正", hidden, picture, ruby) + '<w:altChunk r:id="x"/>',
        comments="<w:comment w:id='1'/><w:comment w:id='2'/>",
    )
    assert source.text == "正字\n"
    assert told(source) == (
        "有 2 条批注，未读；有 1 个隐藏的字，不印出，未读；有 1 幅图，其中的字未读；"
        "有 1 处注音，只读正文；有 1 个嵌入的文件，未读"
    )


def test_fields_show_their_result_and_wrappers_are_seen_through() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("2024年")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = f'<w:hyperlink r:id="z">{run("渔港")}</w:hyperlink>'
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    block = f"<w:sdt><w:sdtContent>{paragraph(field, link, formula)}</w:sdtContent></w:sdt>"
    assert read(block).text == "2024年渔港a+b\n"


def test_the_strict_form_is_read_as_well() -> None:
    source = read_docx(package(paragraph("渔港"), space=STRICT), "a.docx", ReadOptions())
    assert source.text == "渔港\n"


def test_words_of_markup_stay_words() -> None:
    assert read(paragraph(run("&lt;w:t&gt;&amp;"))).text == "<w:t>&\n"


def test_a_document_collates_with_its_text(tmp_path: Path) -> None:
    path = save(tmp_path / "a.docx", paragraph("第一条　渔港分区。") + paragraph("第二条　管理。"))
    (tmp_path / "a.txt").write_text("第一条　渔港分区。\n第二条　管理。\n", "utf-8")
    assert jiaokan("compare", path, tmp_path / "a.txt", "--fail-on", "note").code == 0


def test_tracked_changes_are_chosen_on_the_command_line(tmp_path: Path) -> None:
    path = save(tmp_path / "a.docx", CHANGED)
    (tmp_path / "a.txt").write_text("到2025年，甲建成。\n上半\n下半。\n前段后段。\n", "utf-8")
    text = tmp_path / "a.txt"
    assert jiaokan("compare", path, text).code == 1
    ended = jiaokan("compare", path, text, "--revisions", "original")
    assert ended.code == 0
    assert "有 6 处修订，按原文读" in ended.out


@pytest.mark.parametrize(
    ("parts", "slug"),
    [
        ({"word/document.xml": "<w:document"}, "damaged-file"),
        ({"word/document.xml": "<a/>"}, "damaged-file"),
        ({"word/documentX.xml": "<a/>"}, "damaged-file"),
        (
            {
                "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w='
                '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
                "&b;</w:body></w:document>"
            },
            "blank-file",
        ),
        ({"word/document.xml": "<a>" * 100_000}, "damaged-file"),
    ],
)
def test_a_broken_document_is_refused(tmp_path: Path, parts: dict[str, str], slug: str) -> None:
    path = tmp_path / "坏.docx"
    with zipfile.ZipFile(path, "w") as container:
        for name, content in parts.items():
            container.writestr(name, content)
    assert_refused(jiaokan("compare", path, path), slug, "坏.docx")


def test_a_list_that_is_based_on_itself_ends() -> None:
    styles = (
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    assert read(paragraph("渔港", style="a"), styles=styles).text == "渔港\n"


def test_an_element_nested_deeper_than_any_document_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 400 + paragraph("甲") + "</w:sdtContent></w:sdt>" * 400
    with pytest.raises(ReadError):
        read(deep)


@needs_shared
@pytest.mark.parametrize("path", OFFICIAL[::4], ids=lambda path: path.parent.name)
def test_every_word_of_an_official_document_is_there_once(path: Path) -> None:
    with zipfile.ZipFile(path) as container:
        body = Xml.fromstring(container.read("word/document.xml"))  # noqa: S314 - own corpus
    wanted = "".join("".join(each.text or "" for each in body.iter(f"{W}t")).split())
    source = read_docx(path.read_bytes(), path.name, ReadOptions())
    furniture = {at for span in source.furniture for at in range(span.start, span.end)}
    printed = "".join(
        sign for at, sign in enumerate(source.text) if at not in furniture and not sign.isspace()
    )
    if next(body.iter(f"{W}numPr"), None) is None:
        assert printed == wanted
    else:
        assert _is_subsequence(wanted, printed)


def _is_subsequence(wanted: str, printed: str) -> bool:
    signs = iter(printed)
    return all(sign in signs for sign in wanted)
