"""Pictures and scanned pages are read by optical recognition, with how sure each line is."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from diffcore import collate
from diffcore.errors import ReadError
from diffcore.model import ReadOptions, SourceText
from diffcore.places import Placer
from diffcore.read import read, readers
from tests.cli.run import ROOT, assert_refused, jiaokan
from tests.read.pdf_maker import Sheet, pdf
from tests.read.scan_maker import needs_font, page, saved

pytestmark = needs_font

FIRST = (
    "　　山地果园灌溉办法",
    "　　第一条　为节约用水，保障果园",
    "灌溉，制定本办法。",
    "　　第二条　果园主应当于2025年3",
    "月20日前报送用水计划，每亩不超过",
    "180立方米。",
)
SECOND = (
    "　　第三条　乡镇水管站应当每月巡",
    "查一次，发现漏水的，在5日内修复。",
    "　　第四条　本办法自2024年12月1",
    "日起施行。",
)
TEXT = (
    "山地果园灌溉办法\n"
    "第一条　为节约用水，保障果园灌溉，制定本办法。\n"
    "第二条　果园主应当于2025年3月20日前报送用水计划，每亩不超过180立方米。\n"
    "第三条　乡镇水管站应当每月巡查一次，发现漏水的，在5日内修复。\n"
    "第四条　本办法自2024年12月1日起施行。\n"
)


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _file(tmp_path_factory.mktemp("text") / "办法.txt", TEXT.encode())


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a PDF of two pages that are pictures, which lean and are dirty."""
    pages = [page(FIRST, "1", lean=0.8, noise=18), page(SECOND, "2", lean=-0.6, noise=18)]
    return _file(tmp_path_factory.mktemp("scan") / "办法.pdf", saved(pages, "PDF"))


@pytest.fixture(scope="module")
def source(scan: Path) -> SourceText:
    return _seen(scan)


def _seen(path: Path, ocr: str = "auto") -> SourceText:
    """Read a file here, where the models are loaded once, and not in a process of its own."""
    reader = next(each for each in readers() if each.recognises(path.read_bytes()))
    return reader.read(path.read_bytes(), str(path), ReadOptions(ocr=ocr))


def _file(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_changed_figure_is_found_on_a_scan_and_nothing_else(scan: Path, tmp_path: Path) -> None:
    changed = _file(tmp_path / "a.txt", TEXT.replace("180", "210").encode())
    (finding,) = [one for one in collate(changed, scan).findings if one.severity != "note"]
    assert finding.kind == "changed_figure"
    assert finding.readings.other.text.startswith("180")


def test_every_line_of_a_scan_has_its_confidence(source: SourceText) -> None:
    lines = [each.span.of(source.text) for each in source.recognised]
    assert lines == [line.strip() for line in source.text.splitlines() if line.strip()]
    assert all(0.8 < each.confidence <= 1 for each in source.recognised)


def test_a_notice_names_the_recognised_pages(source: SourceText) -> None:
    (notice,) = source.notices
    assert notice.message.zh.startswith("第 1–2 页由文字识别（OCR）读出")


def test_recognised_words_have_page_line_and_box(source: SourceText) -> None:
    place = Placer(source.text, source.placed, source.parts).at(source.text.index("漏水"))
    assert (place.page, place.line) == (2, 2)
    assert place.box is not None
    assert 40 < place.box.left < 60
    assert 70 < place.box.top < place.box.bottom < 120


def test_page_numbers_of_a_scan_are_no_text_of_it(source: SourceText) -> None:
    assert [span.of(source.text).strip() for span in source.furniture] == ["1", "2"]


def test_a_scan_reads_the_same_in_every_run(scan: Path, source: SourceText) -> None:
    assert read(scan) == source  # in a process of its own, as every user has it


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "WEBP", "TIFF"])
def test_a_picture_file_is_known_by_its_bytes_and_read(tmp_path: Path, kind: str) -> None:
    seen = _seen(_file(tmp_path / "扫描", saved([page(SECOND[2:])], kind)))
    assert seen.format == "image"
    assert _bare(seen.text) == _bare("".join(SECOND[2:]))


def test_the_pages_of_a_tiff_file_are_its_pages(tmp_path: Path) -> None:
    pages = [page(FIRST[-1:]), page(SECOND[-1:]), page(())]
    seen = _seen(_file(tmp_path / "a.tif", saved(pages, "TIFF")))
    assert [each.message.zh.partition("页")[0] for each in seen.notices] == ["第 1–2 ", "第 3 "]
    place = Placer(seen.text, seen.placed, seen.parts).at(seen.text.index("施行"))
    assert (place.page, place.line) == (2, 1)


def test_pictures_of_a_directory_are_one_text(tmp_path: Path) -> None:
    for number, lines in ((2, SECOND[2:]), (10, FIRST[-1:])):
        _file(tmp_path / f"页{number}.png", saved([page(lines)], "PNG"))
    seen = read(tmp_path)
    assert seen.format == "image"
    assert _bare(seen.text) == _bare("".join((*SECOND[2:], *FIRST[-1:])))
    assert len(seen.recognised) == 3
    assert [each.message.zh for each in seen.notices[1:]] == [
        "2 个文件：由文字识别（OCR）读出，可能有误"
    ]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = (
        (
            "水库每年清淤一次，",
            "清出的泥沙运到指定",
            "地点，不得倒入河道",
            "和池塘；运输的车辆",
            "应当加盖。清淤期间",
        ),
        (
            "渠道由各村管护，费",
            "用从水费中列支，账",
            "目每季度公布一次，",
            "公布栏设在村口的宣",
            "传牌旁，另存一份。",
        ),
    )
    picture = page(left, left=30, size=12)
    picture.paste(page(right, left=20, size=12).crop((0, 0, 437, 600)), (437, 0))
    seen = _seen(_file(tmp_path / "a.png", saved([picture], "PNG")))
    assert _bare(seen.text) == "".join((*left, *right))


def test_a_picture_without_recognition_is_refused(text: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.png", saved([page(FIRST)], "PNG"))
    ended = jiaokan("compare", path, text, "--ocr", "never")
    assert_refused(ended, "no-text-layer", "--ocr never")


def test_a_scan_without_recognition_is_refused(scan: Path, text: Path) -> None:
    assert_refused(jiaokan("compare", scan, text, "--ocr", "never"), "no-text-layer", "第 1–2 页")


def test_an_empty_picture_holds_no_words(tmp_path: Path) -> None:
    path = _file(tmp_path / "a.png", saved([page(())], "PNG"))
    with pytest.raises(ReadError) as raised:
        _seen(path)
    assert raised.value.slug == "blank-file"


@pytest.mark.parametrize("size", [20, 200, 3000])
def test_a_truncated_picture_is_refused(tmp_path: Path, size: int) -> None:
    path = _file(tmp_path / "a.png", saved([page(FIRST)], "PNG")[:size])
    with pytest.raises(ReadError) as raised:
        _seen(path)
    assert raised.value.slug == "damaged-file"


def test_a_picture_that_claims_a_billion_dots_is_refused(tmp_path: Path) -> None:
    data = bytearray(saved([page(FIRST)], "BMP"))
    data[18:26] = (40_000).to_bytes(4, "little") * 2
    with pytest.raises(ReadError) as raised:
        _seen(_file(tmp_path / "a.bmp", bytes(data)))
    assert raised.value.slug == "too-demanding"


def test_a_thin_strip_of_a_picture_is_read_within_bounds(tmp_path: Path) -> None:
    strip = page(FIRST).crop((0, 0, 875, 6)).resize((8000, 6))
    with pytest.raises(ReadError) as raised:
        _seen(_file(tmp_path / "a.png", saved([strip], "PNG")))
    assert raised.value.slug == "blank-file"


def test_recognition_asks_no_network(tmp_path: Path) -> None:
    path = _file(tmp_path / "a.png", saved([page(SECOND[-1:])], "PNG"))
    code = """
import sys
from pathlib import Path
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        raise RuntimeError(event)
sys.addaudithook(refuse)
from diffcore.model import ReadOptions
from diffcore.read.formats.image import READER
print(READER.read(Path(sys.argv[1]).read_bytes(), "a.png", ReadOptions()).text)
"""
    ended = subprocess.run(
        [sys.executable, "-c", code, path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "日起施行" in ended.stdout, ended.stderr


def test_without_the_extra_a_picture_says_how_to_install_it(text: Path, tmp_path: Path) -> None:
    path = _file(tmp_path / "a.png", saved([page(FIRST)], "PNG"))
    ended = jiaokan("compare", path, text, env=_without_extra(tmp_path))
    assert_refused(ended, "needs-program", "pip install 'jiaokan[ocr]'")


def test_without_the_extra_a_scan_says_how_to_install_it(
    scan: Path, text: Path, tmp_path: Path
) -> None:
    ended = jiaokan("compare", scan, text, env=_without_extra(tmp_path))
    assert_refused(ended, "no-text-layer", "pip install 'jiaokan[ocr]'")


def test_formats_say_what_an_extra_would_add(tmp_path: Path) -> None:
    lines = jiaokan("formats", env=_without_extra(tmp_path)).out.splitlines()
    (image,) = [line for line in lines if line.strip().startswith("image ")]
    assert "pip install 'jiaokan[ocr]'" in image
    assert any("没有字符的字形" in line for line in lines)
    assert "pip install" not in jiaokan("formats").out


def _without_extra(directory: Path) -> dict[str, str]:
    """Give an environment whose Python finds no recogniser, as where the extra is not installed."""
    (directory / "hidden").mkdir(exist_ok=True)
    (directory / "hidden" / "sitecustomize.py").write_text(
        "import sys\nsys.modules['rapidocr'] = None\n"
    )
    return {"PYTHONPATH": str(directory / "hidden")}


def test_a_page_with_text_is_recognised_only_where_that_is_asked(tmp_path: Path) -> None:
    path = _file(tmp_path / "a.pdf", pdf([Sheet().lines(60, 700, ["Water 2025"])]))
    assert _seen(path).recognised == ()
    assert _seen(path).text.strip() == "Water 2025"


def test_a_picture_with_a_printed_number_is_a_scan(tmp_path: Path) -> None:
    sheet = Sheet([_inline(page(SECOND[2:]))]).put(290, 40, "7")
    seen = _seen(_file(tmp_path / "a.pdf", pdf([sheet])))
    assert _bare(seen.text) == _bare("".join((*SECOND[2:], "7")))
    lines = [_bare(each.span.of(seen.text)) for each in seen.recognised]
    assert lines == [_bare(line) for line in SECOND[2:]]


def _inline(picture: Image.Image) -> str:
    """Give the operators that draw a picture in the middle of a page."""
    width, height = picture.size
    return (
        f"q 420 0 0 595 85 150 cm BI /W {width} /H {height} /CS /G /BPC 8 /F /AHx "
        f"ID {picture.tobytes().hex()}> EI Q"
    )
