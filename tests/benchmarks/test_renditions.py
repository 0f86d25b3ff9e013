"""What the tasks about renditions know of texts without the tool."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from benchmarks.accuracy.renditions.files import body_of
from benchmarks.accuracy.renditions.judged import Judgement, Told, judge, read_judgements
from benchmarks.accuracy.renditions.noise import hunks_of_difflib, hunks_of_dmp, lines_of_difflib
from benchmarks.accuracy.renditions.official import has_automatic_numbers, text_of_docx
from benchmarks.accuracy.renditions.statutes import articles_of, differing
from diffcore.errors import Bilingual

LAW = """\
渡船管理条例

目录
第一章　总则
第二章　附则

第一章　总则
第一条　为了规范渡船管理，制定本条例。
第一条之一　渡船应当登记。
第二章　附则
第二条　本条例自公布之日起施行。

附：
渡船登记表
"""


def test_the_body_lies_between_contents_and_annex() -> None:
    body = body_of(LAW).of(LAW).strip()
    assert body.startswith("第一章　总则\n第一条")
    assert body.endswith("施行。")


def test_articles_are_known_by_number_and_branch() -> None:
    assert articles_of(LAW) == {
        (1, 0): "为了规范渡船管理制定本条例",
        (1, 1): "渡船应当登记",
        (2, 0): "本条例自公布之日起施行",
    }


@pytest.mark.parametrize("head", ["第 1-1 條", "第一條之一 （登記）", "**第一条之一**"])
def test_the_form_of_a_number_is_no_difference(head: str) -> None:
    assert differing(LAW, LAW.replace("第一条之一　", head + "\n")) == set()


def test_an_article_that_one_side_lacks_differs() -> None:
    assert differing(LAW, LAW.replace("第一条之一　渡船应当登记。\n", "")) == {(1, 1)}


def test_the_first_line_that_fits_judges_and_what_none_fits_is_false() -> None:
    reason = Bilingual("看过", "looked at")
    lines = (
        Judgement(("渡船*", "*", "*", "omission", "应当", ""), is_real=True, reason=reason),
        Judgement(("*", "*", "*", "omission", "*", ""), is_real=False, reason=reason),
    )
    real = Told("渡船条例", "a", "b", "omission", "应当", "", "第一条")
    false = real._replace(reading_base="可以")
    unknown = real._replace(kind="wording")
    verdicts = judge([real, false, unknown, real], lines)
    assert verdicts.false == (false, unknown)
    assert [fault.reason.en for fault in verdicts.faults] == ["looked at", "not judged yet"]
    assert [fault.what for fault in verdicts.judged] == ["omission 应当→ ×2"]


@pytest.mark.parametrize("name", ["same_version", "defects"])
def test_every_judgement_has_its_verdict_and_reason_in_both_languages(name: str) -> None:
    for line in read_judgements(name):
        assert len(line.pattern) == 6
        assert line.reason.zh
        assert line.reason.en


def test_peers_count_runs_of_changes() -> None:
    assert hunks_of_dmp("甲乙丙丁", "甲一丙二") == 2
    assert hunks_of_difflib("甲乙丙丁", "甲一丙二") == 2
    assert lines_of_difflib("甲\n乙\n", "甲\n丙\n") == 2


def test_an_official_document_gives_its_paragraphs_and_rows(tmp_path: Path) -> None:
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = f"<w:tbl><w:tr>{cell.format('木船')}{cell.format('2.1')}</w:tr></w:tbl>"
    numbered = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>渡船应当登记。</w:t></w:r></w:p>"
    path = tmp_path / "law.docx"
    with zipfile.ZipFile(path, "w") as archive:
        body = f"<w:document {word}><w:body>{numbered}{row}</w:body></w:document>"
        archive.writestr("word/document.xml", body)
    assert text_of_docx(path) == "渡船应当登记。\n木船\t2.1\n"
    assert has_automatic_numbers(path)
