"""Markdown: the text stays whole, what only draws is named, paragraphs begin where they do."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffcore.model import ReadOptions, SourceText
from diffcore.read import read
from diffcore.read.formats.markdown import read_markdown
from tests.shared import SHARED, needs_shared


def _read(text: str) -> SourceText:
    return read_markdown(text.encode(), "a.md", ReadOptions())


def _words(text: str) -> str:
    """Give the text without its markup, as a reader sees it."""
    source, at, words = _read(text), 0, []
    for span in source.markup:
        words.append(source.text[at : span.start])
        at = span.end
    return "".join([*words, source.text[at:]])


def _paragraphs(text: str) -> list[str]:
    """Give the first two characters at each certain beginning of a paragraph."""
    source = _read(text)
    return [source.text[start : start + 2] for start in source.paragraph_starts]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\ntitle: 条例\ntags:\n  - 法规\n---\n正文", "正文"),
        ("# 条例\n", "条例\n"),
        ("##第一章 总则 ##\n", "第一章 总则\n"),
        ("第一条 \n-----\n甲", "第一条 \n\n甲"),
        ("条例\n=====\n甲", "条例\n\n甲"),
        ("**第一条** 甲", "第一条 甲"),
        ("**第一条 **甲", "第一条 甲"),
        ("***甲***、*乙*", "甲、乙"),
        ("甲<br>乙</br>丙<BR/>丁", "甲乙丙丁"),
        ("甲<!-- 注\n释 -->乙", "甲乙"),
        ("> 甲\n>- 乙\n> > 丙", "甲\n乙\n丙"),
        (">1995年3月1日通过", "1995年3月1日通过"),
        (">1. 甲", "1. 甲"),
        ("- 甲\n  * 乙\n+ [x] 丙", "甲\n乙\n丙"),
        ("见[第一章](#第一章)、[网页](https://a.cn/b_(c) \"题\")", "见第一章、网页"),
        ("![图](图/一.png)", "图"),
        ("第1条\\. 甲\\*\\*", "第1条. 甲**"),
        ("甲  \n乙", "甲\n乙"),
        ("甲\\\n乙", "甲\n乙"),
        ("甲\n\n***\n\n乙", "甲\n\n\n\n乙"),
        ("| 甲 | 乙 |\n| --- | :-: |\n| 一 | 二 |", "甲乙\n\n一二"),
        ("<table><tr><td colspan=\"2\">甲</td></tr></table>", "甲"),
        ("<style>td { color: red }</style>甲", "甲"),
        ("甲&nbsp;乙", "甲乙"),
        ("[1]: https://a.cn/b\n甲", "\n甲"),
        ("```\n甲\n```", "\n甲\n"),
    ],
)  # fmt: skip
def test_signs_of_the_format_are_markup(text: str, words: str) -> None:
    assert _words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "1. 甲\n2) 乙",
        "《<中华人民共和国某法>》",
        "300*2*5、a**b",
        "____年__月",
        "#1号机组",
        ">60%的，\n>=5",
        "[2021](试行)、见[1]",
        "- 5 -",
        "甲**乙\n丙**丁",
        "甲 < 乙 <p",
        "<!-- 未完",
        "====",
        "甲|乙",
        "---\n正文，不是头部",
        "\\甲",
    ],
)
def test_words_are_not_taken_for_markup(text: str) -> None:
    expected = text.removeprefix("---")
    assert _words(text).strip() == expected.strip()


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("甲甲\n乙乙", ["甲甲"]),
        ("甲甲\n\n\n乙乙\n丙丙", ["甲甲", "乙乙"]),
        ("甲甲  \n乙乙", ["甲甲", "乙乙"]),
        ("甲甲\r\n\r\n乙乙", ["甲甲", "乙乙"]),
        ("甲甲\n# 乙\n丙丙", ["甲甲", "# ", "丙丙"]),
        ("甲甲\n----\n乙乙", ["甲甲", "乙乙"]),
        ("甲甲\n- 乙\n1. 丙", ["甲甲", "- ", "1."]),
        ("甲甲<br>乙乙<br>\n丙丙", ["甲甲", "乙乙", "丙丙"]),
        ("> 甲\n>\n> 乙", ["> ", "> "]),
        ("|甲|\n|-|\n|乙|", ["|甲", "|乙"]),
    ],
)
def test_paragraphs_begin_where_the_format_says_so(text: str, starts: list[str]) -> None:
    assert _paragraphs(text) == starts


def test_a_linked_table_of_contents_stays_as_text() -> None:
    text = "- [第一章 总则](#一)\n  - [第一节 通则](#二)\n"
    assert _words(text) == "第一章 总则\n第一节 通则\n"


def test_a_plain_text_has_no_markup(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("# **甲**\n", "utf-8")
    assert (read(path).markup, read(path).paragraph_starts) == ((), ())


@given(st.text(alphabet="甲一 \n\r#*>-=|[]()\\<br/!`&nsp;1._~:\"'", max_size=120))
def test_spans_are_apart_and_in_order(text: str) -> None:
    source = _read(text)
    assert source.text == text
    edges = [edge for span in source.markup for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(source.markup)
    starts = source.paragraph_starts
    assert list(starts) == sorted(set(starts))
    assert all(0 <= start < len(text) for start in starts)


@pytest.mark.parametrize(
    "piece",
    ["[", "]", "](", "[a](", "*", "**a", "<", "<!--", "<style>", "<a ", "</td>", "\\", "> ", "- ",
     "|", "&", "</td>\n", "---\n", "a:\n", "| a\n|-\n", "\n", " ", "#", "![](", "](x(", "[a]: ",
     "`", "- - "],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = "---\n" + piece * (200_000 // len(piece))
    began = time.perf_counter()
    _read(text)
    assert time.perf_counter() - began < 3


@needs_shared
def test_real_files_lose_no_word() -> None:
    for path in sorted((SHARED / "data" / "renditions" / "national").glob("*/*.md"))[:100]:
        source = read(path)
        assert source.text == path.read_bytes().decode("utf-8-sig")
        marks = [span.of(source.text) for span in source.markup]
        taken = "".join(mark for mark in marks if not mark.startswith(("---", "<", "](")))
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in taken), taken
