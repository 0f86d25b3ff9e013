"""Books: the documents of the spine in their order; what is no text or not there is said."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from diffcore import collate
from diffcore.errors import ReadError
from diffcore.model import ReadOptions, SourceText
from diffcore.places import Placer
from diffcore.read import read
from diffcore.read.formats.epub import READER, recognise_book
from tests.read.test_html import told

CONTAINER = """<?xml version="1.0"?><container version="1.0"
 xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
 <rootfile full-path="书/content.opf" media-type="application/oebps-package+xml"/>
 </rootfiles></container>"""
CHAPTERS = {
    "one.xhtml": "<h1>渡口办法</h1><p>第一条　渡口每日开放。</p>",
    "two.xhtml": '<p>第二条　遇大风<a epub:type="noteref" href="#n">1</a>停航。</p>'
    '<aside epub:type="footnote" id="n"><p>六级以上。</p></aside><p>第三条　自公布之日起施行。</p>',
}
NAVIGATION = "<nav><ol><li><a href='one.xhtml'>渡口办法</a></li></ol></nav>"


def xhtml(body: str) -> str:
    """Give a document of a book."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head>'
        f"<body>{body}</body></html>"
    )


def package(items: dict[str, str], spine: str) -> str:
    """Give a package document; `items` are names with what else stands in their entries."""
    listed = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml" {more}/>'
        for name, more in items.items()
    )
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>'
        f"<manifest>{listed}</manifest><spine>{spine}</spine></package>"
    )


def refs(*names: str) -> str:
    """Give the entries of a spine."""
    return "".join(f'<itemref idref="{name}"/>' for name in names)


def book(members: dict[str, str | bytes], spine: str = refs("one.xhtml", "two.xhtml")) -> bytes:
    """Give a book with the usual chapters and these members."""
    items = {"one.xhtml": "", "two.xhtml": "", "nav.xhtml": 'properties="nav"'}
    usual: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "书/content.opf": package(items, spine),
        **{f"书/{name}": xhtml(body) for name, body in CHAPTERS.items()},
        "书/nav.xhtml": xhtml(NAVIGATION),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as container:
        for name, content in (usual | members).items():
            if content:
                container.writestr(name, content)
    return packed.getvalue()


def text_of(data: bytes) -> SourceText:
    return READER.read(data, "a.epub", ReadOptions())


def test_the_spine_is_the_order_and_footnotes_come_last() -> None:
    source = text_of(book({}))
    assert source.text == (
        "渡口办法\n第一条　渡口每日开放。\n第二条　遇大风1停航。\n"
        "第三条　自公布之日起施行。\n六级以上。"
    )
    assert [span.of(source.text) for span in source.markup] == ["1"]
    assert len(source.paragraph_starts) == 5


def test_what_stands_beside_the_main_order_comes_last() -> None:
    spine = '<itemref idref="one.xhtml" linear="no"/>' + refs("two.xhtml")
    assert text_of(book({}, spine)).text.startswith("第二条")


def test_the_navigation_is_told_and_read_only_where_the_spine_has_it() -> None:
    assert "导航目录不在正文之中，未读，共 4 字" in told(text_of(book({})))
    source = text_of(book({}, refs("nav.xhtml", "one.xhtml", "two.xhtml")))
    assert source.text.startswith("1. 渡口办法\n渡口办法")
    assert "导航" not in told(source)


def test_a_missing_chapter_is_named() -> None:
    source = text_of(book({"书/two.xhtml": ""}))
    assert "书中列出而读不到的 1 个文件：书/two.xhtml" in told(source)
    assert "停航" not in source.text


def test_a_place_is_a_document_of_the_book_and_a_paragraph() -> None:
    source = text_of(book({}))
    place = Placer(source.text, source.placed, source.parts).at(source.text.index("第三条"))
    assert (place.part, place.paragraph) == ("书/two.xhtml", 2)


def test_the_part_of_a_file_of_several_is_named_behind_the_file(tmp_path: Path) -> None:
    (tmp_path / "1.epub").write_bytes(book({}))
    (tmp_path / "2.txt").write_text("第四条　甲。", "utf-8")
    source = read(tmp_path)
    place = Placer(source.text, source.placed, source.parts).at(0)
    assert place.part == f"{tmp_path}/1.epub›书/one.xhtml"


@pytest.mark.parametrize(
    "name", ["%E7%AC%AC%20%E4%B8%80.xhtml", "../书/第 一.xhtml", "./第 一.XHTML"]
)
def test_odd_paths_are_found(name: str) -> None:
    opf = package({name: "", "two.xhtml": ""}, refs(name, "two.xhtml"))
    members: dict[str, str | bytes] = {"书/content.opf": opf, "书/第 一.xhtml": xhtml("<p>甲</p>")}
    assert text_of(book(members)).text.startswith("甲\n第二条")


def test_a_book_without_a_container_file_is_found_by_its_package() -> None:
    assert "第一条" in text_of(book({"META-INF/container.xml": ""})).text


def test_a_chapter_that_is_no_good_xml_is_read_as_a_page() -> None:
    assert (
        "第一条　甲\u00a0乙"
        in text_of(book({"书/one.xhtml": "<html><p>第一条　甲&nbsp;乙<br><p>丙"})).text
    )


@pytest.mark.parametrize(
    ("algorithm", "is_read"),
    [
        ("http://www.idpf.org/2008/embedding", True),
        ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", False),
    ],
)
def test_a_protected_book_is_refused_and_hidden_fonts_are_not(
    algorithm: str, is_read: bool
) -> None:
    listed = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
        'xmlns="http://www.w3.org/2001/04/xmlenc#">'
        f'<EncryptionMethod Algorithm="{algorithm}"/></EncryptedData></encryption>'
    )
    data = book({"META-INF/encryption.xml": listed})
    if is_read:
        assert "第一条" in text_of(data).text
        return
    with pytest.raises(ReadError) as refused:
        text_of(data)
    assert refused.value.slug == "encrypted-file"


def test_a_book_is_known_by_its_bytes() -> None:
    assert recognise_book(book({}))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as container:
        container.writestr("word/document.xml", "甲")
    assert not recognise_book(packed.getvalue())


def test_a_book_and_its_plain_text_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(book({}))
    (tmp_path / "a.txt").write_text(
        "渡口办法\n第一条　渡口每日开放。\n第二条　遇大风停航。\n"
        "第三条　自公布之日起施行。\n六级以上。",
        "utf-8",
    )
    assert collate(tmp_path / "a.bin", tmp_path / "a.txt").findings == ()
