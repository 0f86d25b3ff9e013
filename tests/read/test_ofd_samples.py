"""Real OFD files: what is in each, and what the reader gives (facts, not whole texts).

Each was looked at beside a drawing of its characters at their places.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

from diffcore.model import SourceText
from diffcore.places import UNMAPPED_MARK, Placer
from diffcore.read import read
from tests.read.ofd_file import told
from tests.shared import SHARED, needs_shared

SAMPLES = SHARED / "data" / "formats" / "ofd"


class Facts(NamedTuple):
    """What a file holds: its pages, how its text begins and ends, furniture and notices."""

    pages: int
    first: str
    last: str
    furniture: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    unmapped: int = 0


# The head of two pages, in a font that maps most of its characters to private use.
_HEAD = "〓〓〓〓浏览〓Web〓〓〓〓〓〓（〓〓〓册）"

FACTS = {
    # Prose over six pages, one object a line; a picture as a watermark, without words.
    "AddWatermarkAnnot.ofd": Facts(6, "拿来主义", "四月一日。"),
    # Four paragraphs of random characters, cut in the fourth, which the second page repeats.
    "SplitParagraph.ofd": Facts(2, "报告：", "位，区，，B*(区*别D有区位结过位结区划”("),
    # A cover, then a table of contents whose font maps most characters to private use; the
    # words 保密资料 are stamped 54 times on each page.
    "ano.ofd": Facts(
        3, "可信安全浏览器", "", (_HEAD, _HEAD), ("保密资料×162", "180 种：U+E000"), 316
    ),
    # A folder with a Chinese name, of a file that is no part of the document.
    "chineseDir.ofd": Facts(1, "你好呀，OFDReader&Writer！", "你好呀，OFDReader&Writer！"),
    # 151 numbered quotations on eleven pages; the label is an object of its own.
    "doc1File.ofd": Facts(11, "1、一日不见兮，思之如狂。――《凤求凰·琴歌》", ""),
    # Prose with first lines set in by two characters.
    "hello.ofd": Facts(2, "拿来主义", "文艺不能自成为新文艺。"),
    # An official reply: head, number 〔2011〕76号, two page numbers, a seal.
    "n.ofd": Facts(
        2,
        "测试符路桥区卫生局文件",
        "",
        ("—1—", "—2—"),
        ("电子签名 1 个（其中 1 个带印章）",),
    ),
    # The namespace lacks its year.
    "namespace_no_std.ofd": Facts(1, "你好呀，OFDReader&Writer！", ""),
    # A decision to file a case and its stub; folders and order of elements of its own. The
    # templates hold only frames.
    "path_unstd.ofd": Facts(2, "测试数据var-gaj", "填发人测试数据TFR"),
    # A cover; the watermark is the pattern of an area.
    "pattern类型.ofd": Facts(
        1, "信息系统密码应用测评要求", "二〇二〇年十二月", (), ("「严禁复制」",)
    ),
    # A section of the standard with a ruled table, bookmarks, and ligatures.
    "z.ofd": Facts(4, "11.4字型变换", "", (), ("书签 5 条",)),
}


def _read(name: str) -> SourceText:
    return read(SAMPLES / name)


def _lines(source: SourceText) -> list[str]:
    lines = ("".join(line.split()) for line in source.text.splitlines())
    return [line for line in lines if line]


@needs_shared
def test_every_sample_has_its_facts() -> None:
    assert {path.name for path in SAMPLES.glob("*.ofd")} == set(FACTS)


@needs_shared
@pytest.mark.parametrize("name", FACTS)
def test_a_sample_is_read_whole(name: str) -> None:
    source, facts = _read(name), FACTS[name]
    lines = _lines(source)
    assert source.text.count("\f") == facts.pages
    assert lines[0].startswith(facts.first)
    assert lines[-1].endswith(facts.last)
    furniture = (source.text[each.start : each.end] for each in source.furniture)
    assert tuple("".join(each.split()) for each in furniture) == facts.furniture
    assert source.text.count(UNMAPPED_MARK) == facts.unmapped
    assert all(words in told(source) for words in facts.notices)


@needs_shared
@pytest.mark.parametrize("name", FACTS)
def test_every_character_of_the_pages_is_in_the_text(name: str) -> None:
    written = Counter("".join(_written(SAMPLES / name).split()))
    for code in [each for each in written if "\ue000" <= each <= "\uf8ff"]:
        written[UNMAPPED_MARK] += written.pop(code)
    assert Counter("".join(_read(name).text.split())) == written


def _written(path: Path) -> str:
    """Give all characters that the pages of a file draw, by another way than the reader's."""
    with zipfile.ZipFile(path) as container:
        pages = [name for name in container.namelist() if "/Pages/" in name]
        drawn = [name for name in pages if name.endswith("/Content.xml")]
        files = [container.read(name).decode("utf-8") for name in drawn]
    codes = (re.findall(r"<ofd:TextCode[^>]*>([^<]*)<", text) for text in files)
    return "".join(unescape(code) for found in codes for code in found)


@needs_shared
def test_a_number_that_the_file_lacks_stays_lacking() -> None:
    lines = _lines(_read("path_unstd.ofd"))
    at = next(i for i, line in enumerate(lines) if "刑事诉讼法》第" in line)
    assert lines[at].partition("》第")[2] == "测试数据FLTK"
    assert lines[at + 1].startswith("条之规定，决定对")


@needs_shared
def test_private_code_points_are_visible_and_keep_their_places() -> None:
    source = _read("ano.ofd")
    marked = "".join(source.text[each.span.start : each.span.end] for each in source.unmapped)
    assert marked == UNMAPPED_MARK * 316
    assert not re.search("[\ue000-\uf8ff]", source.text)
    placer = Placer(source.text, source.placed, source.parts)
    assert {placer.at(each.span.start).page for each in source.unmapped} == {2, 3}
    assert "〓浏览〓Web" in source.text


@needs_shared
def test_the_document_number_and_the_figures_of_a_reply_are_there() -> None:
    text = "".join(_lines(_read("n.ofd")))
    for words in (
        "路卫发〔2011〕76号",
        "〔2011〕10号）收悉。",
        "（浙人才〔1993〕73号）",
        "2011年3月10日印发",
    ):
        assert words in text


@needs_shared
def test_the_numbers_of_a_list_run_through_all_pages() -> None:
    labels = [int(found) for found in re.findall(r"(?m)^[ \f]*(\d+)、", _read("doc1File.ofd").text)]
    assert labels[:70] == list(range(1, 71))
    assert labels[70:73] == [1, 2, 3]
