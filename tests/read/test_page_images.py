"""Strips of the pages stand beside the findings, where that is asked."""

from __future__ import annotations

import re
import zlib
from base64 import b64decode
from pathlib import Path

import pytest

from diffcore import collate
from diffcore.model import Collation, Options
from diffcore.read import page_images
from diffcore.read.picture import STRIP_BYTES, Picture, png_of
from diffcore.read.reader import Strip
from diffcore.spans import Pair
from reports import report
from tests.cli.run import jiaokan
from tests.read.pdf_maker import Sheet, pdf

LINES = (
    "第一条　苗圃每年出圃苗木二十万株。",
    "第二条　苗木出圃应当检疫。",
    "第三条　育苗户领取补助三千元。",
)
ASKED = Options(page_images=True)


def _pdf(path: Path, pages: int = 1) -> Path:
    path.write_bytes(pdf([Sheet().lines(80, 700, LINES, size=14) for _ in range(pages)]))
    return path


def _text(path: Path, *changes: tuple[str, str], pages: int = 1) -> Path:
    text = "\n".join(LINES * pages)
    for old, new in changes:
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def collation(tmp_path: Path) -> Collation:
    base = _text(tmp_path / "a.txt", ("三千", "五千"), ("苗木出圃应当", "苗木出圃前应当"))
    return collate(base, _pdf(tmp_path / "b.pdf"), ASKED)


def _size(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def test_each_finding_has_the_strip_of_its_page(collation: Collation) -> None:
    assert [(image.finding, image.side) for image in collation.images] == [
        (finding.id, "other") for finding in collation.findings
    ]
    assert [(image.place.page, image.place.line) for image in collation.images] == [(1, 2), (1, 3)]
    assert all(len(image.png) <= STRIP_BYTES for image in collation.images)
    assert not any("版面图" in notice.message.zh for notice in collation.notices)


def test_a_strip_shows_the_line_and_its_neighbours(collation: Collation) -> None:
    width, height = _size(collation.images[0].png)
    drawn = zlib.decompress(collation.images[0].png.partition(b"IDAT")[2][:-16])
    rows = [
        drawn[at + 1 : at + 1 + (width + 1) // 2]
        for at in range(0, len(drawn), width // 2 + 1 + width % 2)
    ]
    inked = "".join("#" if min(row) < 0x88 else "." for row in rows[:height])
    assert re.fullmatch(r"\.*#+\.+#+\.+#+\.*", inked), inked


def test_without_being_asked_nothing_is_drawn(tmp_path: Path) -> None:
    base = _text(tmp_path / "a.txt", ("三千", "五千"))
    assert collate(base, _pdf(tmp_path / "b.pdf")).images == ()


def test_without_pages_a_notice_says_so(tmp_path: Path) -> None:
    one, two = _text(tmp_path / "a.txt", ("三千", "五千")), _text(tmp_path / "b.txt")
    collation = collate(one, two, ASKED)
    assert collation.images == ()
    assert "没有可画版面图的校记" in collation.notices[-1].message.zh


def test_strips_are_the_same_in_every_run(tmp_path: Path, collation: Collation) -> None:
    again = collate(tmp_path / "a.txt", tmp_path / "b.pdf", ASKED)
    assert again.images == collation.images


def test_a_file_that_has_changed_since_is_not_drawn(tmp_path: Path, collation: Collation) -> None:
    (tmp_path / "b.pdf").write_bytes((tmp_path / "b.pdf").read_bytes() + b"%")
    files = Pair([str(tmp_path / "a.txt")], [str(tmp_path / "b.pdf")])
    images, (notice,) = page_images.draw_page_images(collation, files)
    assert images == ()
    assert "另有 2 处未画" in notice.message.zh


def test_more_strips_than_the_limit_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_images, "IMAGES_AT_MOST", 1)
    base = _text(tmp_path / "a.txt", ("三千", "五千"), ("检疫", "检查"))
    collation = collate(base, _pdf(tmp_path / "b.pdf"), ASKED)
    assert len(collation.images) == 1
    assert "版面图 1 幅；另有 1 处未画" in collation.notices[-1].message.zh


def test_the_parts_of_a_side_are_drawn_each_from_its_file(tmp_path: Path) -> None:
    parts = [_pdf(tmp_path / "1.pdf"), tmp_path / "2.pdf"]
    parts[1].write_bytes(pdf([Sheet(), Sheet().lines(80, 600, ("第四条　本办法试行两年。",))]))
    base = _text(tmp_path / "a.txt")
    base.write_text(base.read_text("utf-8") + "\n第四条　本办法试行三年。\n", "utf-8")
    (image,) = collate(base, parts, ASKED).images
    assert (image.place.part, image.place.page) == (str(parts[1]), 2)


def test_a_page_that_is_not_there_is_no_strip(tmp_path: Path) -> None:
    from diffcore.places import Box
    from diffcore.read import readers
    from diffcore.read.isolated import draw_isolated

    data = _pdf(tmp_path / "b.pdf").read_bytes()
    reader = next(each for each in readers() if each.name == "pdf")
    strips = [Strip(9, Box(0, 0, 100, 100)), Strip(1, Box(900, 0, 950, 90))]
    assert draw_isolated(reader, data, "b.pdf", strips) == [None, None]
    assert draw_isolated(reader, b"no PDF", "b.pdf", strips) == [None, None]


def test_the_page_holds_the_strips_and_allows_no_other_pictures(collation: Collation) -> None:
    page = report(collation, "html").decode()
    assert "img-src data:;" in page
    alt, source = re.findall(r'<img class="shot" src="([^"]+)" alt="([^"]+)"', page)[0][::-1]
    assert alt == "校本第 1 页第 2 行的版面"
    assert b64decode(source.partition("base64,")[2]) == collation.images[0].png


def test_a_page_without_strips_allows_no_pictures(tmp_path: Path) -> None:
    one, two = _text(tmp_path / "a.txt", ("三千", "五千")), _text(tmp_path / "b.txt")
    assert "img-src" not in report(collate(one, two), "html").decode()


def test_the_command_takes_the_option(tmp_path: Path) -> None:
    base, other = _text(tmp_path / "a.txt", ("三千", "五千")), _pdf(tmp_path / "b.pdf")
    page = tmp_path / "r.html"
    assert jiaokan("compare", base, other, "--page-images", "-o", page).code == 1
    assert page.read_text("utf-8").count('class="shot"') == 1


def test_a_picture_is_written_with_sixteen_greys() -> None:
    png = png_of(Picture(3, 2, bytes((0, 17, 255, 128, 64, 32))))
    assert _size(png) == (3, 2)
    assert zlib.decompress(png[41:-16]) == bytes((0, 0x01, 0xFF, 0, 0x84, 0x2F))
