"""Bytes become the text that they were made from, and the encoding is named."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffcore.errors import ReadError
from diffcore.read import read
from diffcore.read.encoding import decode
from tests.shared import SHARED, needs_shared

SIMPLIFIED = "第一条　社区食堂应当公示每日菜谱，六十岁以上老年人用餐补贴三元。\n"
TRADITIONAL = "第一條　社區食堂應當公示每日菜譜，六十歲以上老年人用餐補貼三元。\n"

ENCODED = [
    (SIMPLIFIED.encode(), "utf-8", SIMPLIFIED),
    (codecs.BOM_UTF8 + SIMPLIFIED.encode(), "utf-8", SIMPLIFIED),
    (SIMPLIFIED.encode("gb2312"), "gb18030", SIMPLIFIED),
    (SIMPLIFIED.encode("gbk"), "gb18030", SIMPLIFIED),
    (SIMPLIFIED.encode("gb18030"), "gb18030", SIMPLIFIED),
    (TRADITIONAL.encode("gbk"), "gb18030", TRADITIONAL),
    (TRADITIONAL.encode("big5"), "cp950", TRADITIONAL),
    (SIMPLIFIED.encode("utf-16"), "utf-16-le", SIMPLIFIED),
    (SIMPLIFIED.encode("utf-16-le"), "utf-16-le", SIMPLIFIED),
    (SIMPLIFIED.encode("utf-16-be"), "utf-16-be", SIMPLIFIED),
    (codecs.BOM_UTF16_BE + TRADITIONAL.encode("utf-16-be"), "utf-16-be", TRADITIONAL),
    (codecs.BOM_UTF32_LE + SIMPLIFIED.encode("utf-32-le"), "utf-32-le", SIMPLIFIED),
    (b"\x84\x31\x95\x33" + SIMPLIFIED.encode("gb18030"), "gb18030", SIMPLIFIED),
    (b"Article 1\n", "utf-8", "Article 1\n"),
    ("Article 1\n".encode("utf-16-le"), "utf-16-le", "Article 1\n"),
]


@pytest.mark.parametrize(("data", "encoding", "text"), ENCODED)
def test_an_encoding_is_recognised_and_named(data: bytes, encoding: str, text: str) -> None:
    assert decode(data, "a.txt") == (text, encoding)


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16-le", "utf-16-be"])
def test_ten_characters_are_enough(encoding: str) -> None:
    text = "市政府辦公室關於加快推" if encoding == "big5" else "市政府办公室关于加快推"
    assert decode(text.encode(encoding), "a.txt")[0] == text


def test_line_ends_and_blanks_stay_as_they_are(tmp_path: Path) -> None:
    text = "\u3000第一条 甲。\r\n\r\n第二条\t乙。\r丙。\n\x0c"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert read(path).text == text


@pytest.mark.parametrize(
    "data",
    [
        "日本語のテキストです。よろしくおねがいします。".encode("shift-jis"),
        "한국어로 된 문서입니다 그리고 길다".encode("euc-kr"),
        "Les élèves français été où déjà".encode("latin-1"),
        SIMPLIFIED.encode("gbk")[:-2],
        SIMPLIFIED.encode()[:-5] + b"\xff\xfe\xfd",
        codecs.BOM_UTF8 + b"\xff\xff",
    ],
    ids=["shift-jis", "euc-kr", "latin-1", "cut off", "broken", "broken behind a mark"],
)
def test_what_reads_like_no_chinese_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt")
    assert caught.value.slug == "undecodable"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        SIMPLIFIED.encode() + b"\x00",
        b"\x01\x02\x03\x04" * 20,
        codecs.BOM_UTF8 + b"a\x00",
    ],
    ids=["all bytes", "one NUL", "controls", "NUL behind a mark"],
)
def test_control_bytes_are_no_text(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt")
    assert caught.value.slug in ("binary-file", "undecodable")


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_that_can_be_written_or_a_reason(data: bytes) -> None:
    try:
        text, encoding = decode(data, "a.txt")
    except ReadError:
        return
    assert encoding
    text.encode()


@needs_shared
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
def test_laws_of_the_mainland_come_back_from_every_encoding(encoding: str) -> None:
    for path in sorted((SHARED / "data" / "laws").glob("*/*.md"))[:60]:
        text = path.read_text("utf-8-sig")
        assert decode(text.encode(encoding), path.name)[0] == text


@needs_shared
def test_statutes_of_taiwan_come_back_from_big5() -> None:
    for path in sorted((SHARED / "data" / "laws-tw").glob("*/*/old.txt"))[:60]:
        data = path.read_text("utf-8-sig").encode("cp950", "ignore")
        assert decode(data, path.name) == (data.decode("cp950"), "cp950")
