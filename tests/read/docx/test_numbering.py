"""Automatic numbers are written out as they are printed: label by label against LibreOffice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from diffcore.read.docx.number_formats import write_number
from tests.read.docx.building import level, lists, paragraph, read, save

# Words behind the label of each paragraph, by which its line is found again in print.
WORDS = "渔港"


class Sample(NamedTuple):
    """A document: its lists, its paragraphs as (list, level) or a style, and the labels wanted."""

    name: str
    numbering: str
    numbers: tuple[tuple[int, int] | str | None, ...]
    labels: tuple[str, ...]
    styles: str = ""
    # What LibreOffice prints otherwise than Word, by place: version 7 knows neither isLgl (figures
    # within a label) nor a restart of "never".
    printed: dict[int, str] = {}  # noqa: RUF012 - never changed


def _simple(form: str, text: str, *labels: str) -> Sample:
    count = len(labels)
    return Sample(form, lists(level(0, form, text)), ((1, 0),) * count, labels)


_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="条"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="子条"/><w:basedOn w:val="b"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="d"><w:name w:val="再条"/><w:basedOn w:val="b"/>'
    "</w:style>"
)

SAMPLES = (
    _simple("chineseCountingThousand", "第%1条", *(f"第{n}条" for n in "一二三四五六七八九十")),
    _simple("chineseCounting", "%1、", "一、", "二、", "三、"),
    _simple("japaneseCounting", "（%1）", "（一）", "（二）"),
    _simple("decimal", "%1.", "1.", "2.", "3."),
    _simple("decimalEnclosedCircle", "%1", "①", "②", "③"),
    _simple("decimalEnclosedCircleChinese", "%1", "①", "②"),
    _simple("decimalFullWidth", "%1．", "１．", "２．"),
    _simple("decimalZero", "%1)", "01)", "02)"),
    _simple("lowerLetter", "%1)", "a)", "b)", "c)"),
    _simple("upperLetter", "%1.", "A.", "B."),
    _simple("lowerRoman", "%1.", "i.", "ii.", "iii.", "iv."),
    _simple("upperRoman", "%1.", "I.", "II."),
    _simple("ideographTraditional", "%1、", "甲、", "乙、"),
    _simple("ideographZodiac", "%1、", "子、", "丑、"),
    _simple("chineseLegalSimplified", "%1、", "壹、", "贰、"),
    _simple("ideographLegalTraditional", "%1、", "壹、", "貳、"),
    _simple("taiwaneseCountingThousand", "第%1條", "第一條", "第二條"),
    _simple("ideographDigital", "%1、", "一、", "二、"),
    _simple("none", "第条", "第条", "第条"),
    Sample(
        "levels",
        lists(
            level(0, "chineseCountingThousand", "第%1章")
            + level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>')
            + level(2, "decimal", "%2.%3", "<w:isLgl/>")
        ),
        ((1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1), (1, 2)),
        ("第一章", "第一条", "1.1", "1.2", "第二条", "第二章", "第三条", "3.1"),
        printed={2: "一.1", 3: "一.2", 6: "第一条", 7: "一.1"},
    ),
    Sample(
        "deep",
        lists("".join(level(at, "decimal", "%1.%2.%3"[: 3 * at + 2]) for at in range(3))),
        ((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)),
        ("1", "1.1", "1.2", "1.2.1", "2", "2.1"),
    ),
    Sample(
        "restart by override",
        lists(
            level(0, "decimal", "%1."),
            nums='<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>',
        ),
        ((1, 0), (1, 0), None, (2, 0), (2, 0)),
        ("1.", "2.", "", "1.", "2."),
    ),
    Sample(
        "two lists of one definition go on",
        lists(
            level(0, "decimal", "%1."),
            nums='<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
        ),
        ((1, 0), (2, 0), (1, 0)),
        ("1.", "2.", "3."),
    ),
    Sample(
        "level replaced by override",
        lists(
            level(0, "decimal", "%1."),
            nums='<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
            + level(0, "upperRoman", "%1)")
            + "</w:lvlOverride></w:num>",
        ),
        ((2, 0), (2, 0)),
        ("I)", "II)"),
    ),
    Sample(
        "through styles",
        lists(level(0, "chineseCountingThousand", "第%1条") + level(1, "decimal", "%2.")),
        ("b", "c", "c", "d", (0, 0), "b", "c"),
        ("第一条", "1.", "2.", "第二条", "", "第三条", "1."),
        styles=_STYLES,
    ),
    Sample(
        "other start",
        lists(level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="5"')),
        ((1, 0), (1, 0)),
        ("5.", "6."),
    ),
)  # fmt: skip


def body_of(sample: Sample) -> str:
    return "".join(
        paragraph(f"{WORDS}{at}。", style=place)
        if isinstance(place, str)
        else paragraph(f"{WORDS}{at}。", number=place)
        for at, place in enumerate(sample.numbers)
    )


def parts_of(sample: Sample) -> dict[str, str]:
    return {"numbering": sample.numbering} | ({"styles": sample.styles} if sample.styles else {})


def labels_in(text: str) -> list[str]:
    """Give what stands before the words of each paragraph, without blanks."""
    found = re.findall(rf"(?m)^(.*?){WORDS} ?\d+ ?。", text)
    return ["".join(label.split()) for label in found]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_numbers_are_written_out(sample: Sample) -> None:
    text = read(body_of(sample), **parts_of(sample)).text
    assert labels_in(text) == [label.replace(" ", "") for label in sample.labels]


def test_libreoffice_prints_the_same_labels(tmp_path: Path) -> None:
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        assert os.environ.get("CI") != "true", "LibreOffice and poppler are part of the check"
        pytest.skip("LibreOffice or poppler is not on this machine")
    files = [
        save(tmp_path / f"{at:02}.docx", body_of(sample), **parts_of(sample))
        for at, sample in enumerate(SAMPLES)
    ]
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    told = {}
    for file, sample in zip(files, SAMPLES, strict=True):
        pdf = file.with_suffix(".pdf")
        printed = subprocess.run(
            ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60
        ).stdout.decode()
        told[sample.name] = labels_in(printed)
    wanted = {
        sample.name: [sample.printed.get(at, label) for at, label in enumerate(sample.labels)]
        for sample in SAMPLES
    }
    assert told == wanted


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (10, "chineseCountingThousand", "十"),
        (19, "chineseCountingThousand", "十九"),
        (20, "chineseCountingThousand", "二十"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (1260, "chineseCountingThousand", "一千二百六十"),
        (1001, "chineseCountingThousand", "一千零一"),
        (21, "decimalEnclosedCircle", "㉑"),
        (36, "decimalEnclosedCircle", "㊱"),
        (51, "decimalEnclosedCircle", "51"),
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (11, "ideographTraditional", "11"),
        (13, "ideographZodiacTraditional", "丙子"),
        (1999, "upperRoman", "MCMXCIX"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (0, "decimal", "0"),
        (7, "none", ""),
        (7, "bahtText", "7"),
    ],
)
def test_large_and_odd_numbers(number: int, form: str, written: str) -> None:
    assert write_number(number, form) == written
