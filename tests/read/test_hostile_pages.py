"""Pages and books made to harm: text or a message, in bounded time, and no file but the given."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from diffcore.errors import ReadError
from diffcore.model import ReadOptions
from diffcore.read.formats import epub, html
from tests.cli.run import assert_refused, jiaokan
from tests.read.test_epub import book, package, refs, xhtml

GOOD = "渡口办法\n第一条　渡口每日开放。\n"
DEEP = 100_000
MANY = 20_000


def read_page(content: str) -> str:
    """Give the text of a page."""
    source = html.READER.read(content.encode(), "a.html", ReadOptions())
    return str(source.text)


def outcome(reader: str, data: bytes) -> str:
    """Give the text of a file, or the slug of the message that refuses it."""
    read = html.read_page if reader == "html" else epub.read_book
    try:
        return read(data, f"a.{reader}", ReadOptions()).text
    except ReadError as error:
        return error.slug


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, "utf-8")
    return path


def _file(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li"])
def test_elements_nested_without_end(good: Path, tmp_path: Path, tag: str) -> None:
    path = _file(tmp_path / "a.html", f"<html><p>甲</p>{f'<{tag}>' * DEEP}深处")
    assert_refused(jiaokan("compare", path, good, within=60), "damaged-file", "256")


def test_a_chapter_nested_without_end(good: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.epub", book({"书/one.xhtml": xhtml("<div>" * DEEP)}))
    assert_refused(jiaokan("compare", path, good, within=60), "damaged-file", "one.xhtml")


@pytest.mark.parametrize(
    "piece",
    [
        "<p>甲</p>", "<br>", "<b>甲</b>", "<a href=x>甲</a>", "<img alt=甲>", "<ol><li>甲</ol>",
        "<table><tr><td>甲<td>乙</table>", "<p hidden>甲</p>", "&lt;", "<!-- 甲 -->", "<p>甲",
        "</div>",
    ],
)  # fmt: skip
def test_very_many_of_anything(piece: str) -> None:
    assert "末" in read_page(f"<html><body>{piece * MANY}<p>末</p>")


def test_cells_that_claim_to_span_everything() -> None:
    row = "<tr><td rowspan=65534 colspan=1000>甲<td>乙" * 2000
    assert read_page(f"<table>{row}</table>").count("甲") == 2000


def test_scripts_and_event_handlers_are_no_words() -> None:
    text = read_page(
        '<body onload="偷()"><p onclick="偷()">甲<script>偷()</script></p>'
        '<a href="javascript:偷()">乙</a><svg><script>偷()</script></svg><style>偷{}</style>丙'
    )
    assert text.split() == ["甲", "乙丙"]


BOMB = "".join(f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(12))


def test_entities_that_grow_stay_what_they_are() -> None:
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "笑">{BOMB}]><html><p>甲&l12;</p></html>'
    )
    assert len(read_page(page)) < 5000


def test_a_package_whose_entities_grow() -> None:
    declared = f'<!DOCTYPE p [<!ENTITY l0 "笑">{BOMB}]>'
    opf = declared + package({"one.xhtml": ""}, refs("one.xhtml"))
    opf = opf.replace("<metadata/>", "<metadata>&l12;</metadata>")
    assert outcome("epub", book({"书/content.opf": opf})) == "damaged-file"


def test_no_file_but_the_given_one_is_read(tmp_path: Path) -> None:
    secret = _file(tmp_path / "secret.txt", "密文")
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">'
        f'<!ENTITY % y SYSTEM "{secret.as_uri()}">%y;]><html><p>甲&x;</p>'
        f'<iframe src="{secret.as_uri()}"></iframe></html>'
    )
    assert "密文" not in read_page(page)
    assert "甲" in read_page(page)


def test_names_that_climb_out_of_the_book(tmp_path: Path) -> None:
    secret = _file(tmp_path / "secret.xhtml", xhtml("<p>密文</p>"))
    names = ("../../../../.." + str(secret), str(secret), secret.as_uri(), "one.xhtml")
    opf = package(dict.fromkeys(names, ""), refs(*names))
    source = epub.READER.read(book({"书/content.opf": opf}), "a.epub", ReadOptions())
    assert "密文" not in source.text
    assert "第一条" in source.text
    assert "读不到的 3 个文件" in source.notices[0].message.zh


def test_a_chapter_listed_again_and_again_is_read_once() -> None:
    opf = package({"one.xhtml": ""}, refs("one.xhtml") * DEEP)
    assert outcome("epub", book({"书/content.opf": opf})).count("第一条") == 1


def test_a_chapter_that_unpacks_to_gigabytes(good: Path, tmp_path: Path) -> None:
    packed = io.BytesIO(book({"书/one.xhtml": ""}))
    with (
        zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as container,
        container.open("书/one.xhtml", "w", force_zip64=True) as file,
    ):
        for _ in range(200):
            file.write(b"<p>" * (1 << 20))
    path = _file(tmp_path / "a.epub", packed.getvalue())
    assert_refused(jiaokan("compare", path, good, within=100), "too-demanding")


@pytest.mark.parametrize("kind", ["html", "epub"])
def test_a_file_cut_off_anywhere(kind: str) -> None:
    cells = "<table><tr><td>甲<td colspan=2>乙</table>" * 3
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{cells}<p>丙&mdash;丁</p>'
    )
    data = page.encode() if kind == "html" else book({})
    for end in range(1, len(data), 7):
        assert isinstance(outcome(kind, data[:end]), str)


@pytest.mark.parametrize("kind", ["html", "epub"])
def test_a_file_with_any_byte_broken(kind: str) -> None:
    data = bytearray(b"<html><body><p>" + GOOD.encode() * 3 if kind == "html" else book({}))
    for at in range(0, len(data), 5):
        broken = bytearray(data)
        broken[at] ^= 0x5B
        assert isinstance(outcome(kind, bytes(broken)), str)


@pytest.mark.parametrize("name", ["META-INF/container.xml", "书/content.opf"])
@pytest.mark.parametrize("content", ["", "<", "<x/>", "\x00", "<?xml version='1.0'?>"])
def test_a_book_without_its_lists(name: str, content: str) -> None:
    found = outcome("epub", book({name: content, "书/one.xhtml": xhtml("<p>甲</p>")}))
    assert found in ("damaged-file", "") or "甲" in found
