"""OFD beside plain text with the same words: nothing differs, whatever the layout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import Ended, jiaokan
from tests.read.ofd_file import bar, document, package, page, saved, words

ARTICLES = (
    "第一条　为了保护河道两岸的林木，防止水土流失，根据有关规定，制定本办法。",
    "第二条　在河道两岸三百米以内植树、采伐的单位和个人，应当遵守本办法。",
    "第三条　县级林业部门每年三月至五月组织植树，每公里不少于 1200 株，成活率应当达到 85% 以上。",
    "第四条　因防洪需要采伐林木的，由水利部门提出方案，经县级人民政府批准后实施，并在次年补植。",
    "第五条　违反本办法采伐林木的，由林业部门责令停止，限期补植，并处五百元以上三千元以下罚款。",
    "第六条　本办法自2024年3月1日起施行。",
)
TITLE = "河道两岸林木保护办法"


def _wrapped(paragraph: str, width: int) -> list[str]:
    """Cut a paragraph, set in by two characters, into lines of `width` characters."""
    cut: list[str] = []
    room = 0.0
    for char in "　　" + paragraph:
        share = 0.5 if char < "\u0100" else 1.0
        if room < share and char not in "，。、：；":
            cut.append("")
            room = float(width)
        cut[-1] += char
        room -= share
    return cut


def _set_in(texts: list[str], x: float, y: float) -> list[str]:
    """Draw lines; the blanks that set one in are a place and no characters."""
    return [
        words(text.lstrip("　"), x + 4.2 * (len(text) - len(text.lstrip("　"))), y + 7 * i)
        for i, text in enumerate(texts)
    ]


def _collated(data: bytes, text: str, tmp_path: Path, *options: str) -> Ended:
    base = saved(data, tmp_path / "甲.ofd")
    other = saved(text.encode(), tmp_path / "乙.txt")
    return jiaokan("compare", base, other, "--fail-on", "note", *options)


PLAIN = "\n".join((TITLE, "", *ARTICLES)) + "\n"


def test_prose_with_running_heads_and_page_numbers(tmp_path: Path) -> None:
    cut = [line for article in ARTICLES for line in _wrapped(article, 34)]
    parts = [cut[:5], cut[5:9], cut[9:]]
    template = page(words("本县公报　第三期", 80, 15, size=3.2), words("第　　页", 95, 285))
    pages = [
        page(
            *([words(TITLE, 70, 30, size=6)] if i == 0 else []),
            *_set_in(part, 30, 45),
            words(str(i + 1), 101.5, 285),
            head='<ofd:Template TemplateID="5"/>',
        )
        for i, part in enumerate(parts)
    ]
    files = document(pages, common='<ofd:TemplatePage ID="5" BaseLoc="T.xml"/>')
    ended = _collated(package(files | {"Doc_0/T.xml": template}), PLAIN, tmp_path)
    assert ended.code == 0, ended.out


def test_prose_in_two_columns(tmp_path: Path) -> None:
    cut = [line for article in ARTICLES for line in _wrapped(article, 17)]
    half = (len(cut) + 1) // 2
    drawn = [
        words(TITLE, 70, 30, size=6),
        *_set_in(cut[half:], 110, 45),
        *_set_in(cut[:half], 22, 45),
    ]
    ended = _collated(package(document([page(*drawn)])), PLAIN, tmp_path)
    assert ended.code == 0, ended.out


ROWS = (
    ("树种", "株数", "成活率"),
    ("柳树", "1200", "91%"),
    ("杨树", "850", "87%"),
    ("槐树", "430", "90%"),
)


def test_a_table_without_rules(tmp_path: Path) -> None:
    drawn = [words("植树情况表", 70, 30, size=6), words("各乡镇植树情况如下：", 38.4, 45)]
    drawn += [
        words(cell, 30 + 55 * column, 60 + 9 * row)
        for row, cells in enumerate(ROWS)
        for column, cell in enumerate(cells)
    ]
    drawn.append(words("以上由林业部门统计。", 38.4, 110))
    text = "植树情况表\n\n各乡镇植树情况如下：\n" + "".join("\t".join(row) + "\n" for row in ROWS)
    ended = _collated(package(document([page(*drawn)])), text + "以上由林业部门统计。\n", tmp_path)
    assert ended.code == 0, ended.out


def test_a_ruled_table_beside_markdown(tmp_path: Path) -> None:
    drawn = [words("植树情况表", 70, 30, size=6), words("各乡镇植树情况如下：", 38.4, 45)]
    drawn += [bar(28, 54 + 9 * row, 165, 0.2) for row in range(5)]
    drawn += [bar(28 + 55 * column, 54, 0.2, 36) for column in range(4)]
    drawn += [
        words(cell, 30 + 55 * column, 60 + 9 * row)
        for row, cells in enumerate(ROWS)
        for column, cell in enumerate(cells)
    ]
    head, *rest = ("| " + " | ".join(row) + " |\n" for row in ROWS)
    table = head + "| --- | --- | --- |\n" + "".join(rest)
    base = saved(package(document([page(*drawn)])), tmp_path / "甲.ofd")
    text = f"# 植树情况表\n\n各乡镇植树情况如下：\n\n{table}"
    other = saved(text.encode(), tmp_path / "乙.md")
    ended = jiaokan("compare", base, other, "--fail-on", "note")
    assert ended.code == 0, ended.out


def test_several_documents(tmp_path: Path) -> None:
    first = [line for article in ARTICLES[:3] for line in _wrapped(article, 34)]
    second = [line for article in ARTICLES[3:] for line in _wrapped(article, 34)]
    files = document([page(words(TITLE, 70, 30, size=6), *_set_in(first, 30, 45))])
    files |= document([page(*_set_in(second, 30, 45))], folder="Doc_1")
    ended = _collated(package(files, folders=("Doc_0", "Doc_1")), PLAIN, tmp_path)
    assert ended.code == 0, ended.out


def test_lost_figures_are_told_and_placed(tmp_path: Path) -> None:
    cut = [line for article in ARTICLES for line in _wrapped(article, 34)]
    broken = [line.replace("1200", "\ue001\ue002\ue003\ue003") for line in cut]
    report = tmp_path / "r.json"
    data = package(document([page(words(TITLE, 70, 30, size=6), *_set_in(broken, 30, 45))]))
    ended = _collated(data, PLAIN, tmp_path, "-o", str(report))
    assert ended.code == 1
    collation = json.loads(report.read_bytes())
    assert "〓〓〓〓" in collation["base"]["text"]
    assert {finding["kind"] for finding in collation["findings"]} == {"extra_figure"}


@pytest.mark.parametrize("columns", [1, 2])
def test_a_planted_change_is_the_only_finding(columns: int, tmp_path: Path) -> None:
    cut = [line for article in ARTICLES for line in _wrapped(article, 34 // columns)]
    half = (len(cut) + columns - 1) // columns
    drawn = [
        text
        for column in range(columns)
        for text in _set_in(cut[column * half : (column + 1) * half], 22 + 88 * column, 45)
    ]
    data = package(document([page(words(TITLE, 70, 30, size=6), *drawn)]))
    report = tmp_path / "r.json"
    changed = PLAIN.replace("五百元以上", "八百元以上")
    assert _collated(data, changed, tmp_path, "-o", str(report)).code == 1
    findings = json.loads(report.read_bytes())["findings"]
    assert [finding["kind"] for finding in findings] == ["changed_figure"]
