"""What no reader is for is refused by its name, whatever its suffix."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from diffcore.errors import ReadError
from diffcore.read import read, readers
from diffcore.read.foreign import refusal_by_content, refusal_by_suffix
from tests.cli.run import assert_refused, jiaokan


def _zip(**members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as container:
        for name, content in members.items():
            container.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def _odf(kind: str) -> bytes:
    return _zip(mimetype=f"application/vnd.oasis.opendocument.{kind}", content="甲")


def _compound(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(99)


SAMPLES = {
    "xlsx": (_zip(xl__workbook="甲"), "电子表格"),
    "pptx": (_zip(ppt__slides="甲"), "演示文稿"),
    "ods": (_odf("spreadsheet"), "电子表格"),
    "odp": (_odf("presentation"), "演示文稿"),
    "xls": (_compound("Workbook"), "电子表格"),
    "ppt": (_compound("PowerPoint Document"), "演示文稿"),
    "msg": (_compound("__properties_version1.0"), "复合文档"),
    "odg": (_odf("graphics"), "ODF"),
    "xps": (_zip(FixedDocSeq="甲"), "XPS"),
    "zip": (_zip(a="甲"), "压缩包"),
    "rar": (b"Rar!\x1a\x07\x01\x00" + bytes(99), "压缩包"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(99), "压缩包"),
    "gz": (b"\x1f\x8b\x08\x00" + bytes(99), "压缩包"),
    "bz2": (b"BZh91AY&SY" + bytes(99), "压缩包"),
    "xz": (b"\xfd7zXZ\x00" + bytes(99), "压缩包"),
    "zst": (b"\x28\xb5\x2f\xfd" + bytes(99), "压缩包"),
    "tar": (b"a.txt" + bytes(252) + b"ustar\x0000" + bytes(248), "压缩包"),
    "cab": (b"MSCF\x00\x00\x00\x00" + bytes(99), "压缩包"),
    "gif": (b"GIF89a" + bytes(99), "图像"),
    "psd": (b"8BPS\x00\x01" + bytes(99), "图像"),
    "heic": (b"\x00\x00\x00\x18ftypheic" + bytes(99), "图像"),
    "mp3": (b"ID3\x04\x00" + bytes(99), "音频"),
    "wav": (b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(99), "音频"),
    "m4a": (b"\x00\x00\x00\x20ftypM4A " + bytes(99), "音频"),
    "mp4": (b"\x00\x00\x00\x20ftypisom" + bytes(99), "视频"),
    "avi": (b"RIFF\x24\x00\x00\x00AVI LIST" + bytes(99), "视频"),
    "mkv": (b"\x1a\x45\xdf\xa3\x01" + bytes(99), "视频"),
    "exe": (b"MZ\x90\x00\x03\x00\x00\x00" + bytes(99), "可执行"),
    "elf": (b"\x7fELF\x02\x01" + bytes(99), "可执行"),
    "ttf": (b"\x00\x01\x00\x00\x00\x11" + bytes(99), "字体"),
    "db": (b"SQLite format 3\x00" + bytes(99), "数据库"),
    "mdb": (b"\x00\x01\x00\x00Standard Jet DB\x00" + bytes(99), "数据库"),
    "chm": (b"ITSF\x03\x00\x00\x00" + bytes(99), "CHM"),
    "djvu": (b"AT&TFORM\x00\x00\x01\x00DJVM" + bytes(99), "DjVu"),
    "caj": (b"CAJ\x00\x02" + bytes(99), "CAJ"),
    "ps": (b"%!PS-Adobe-3.0\n", "PostScript"),
    "mobi": (bytes(60) + b"BOOKMOBI" + bytes(99), "Mobipocket"),
}


@pytest.mark.parametrize("suffix", SAMPLES)
def test_a_format_is_named_by_its_bytes(suffix: str, tmp_path: Path) -> None:
    data, name = SAMPLES[suffix]
    for path in (tmp_path / f"a.{suffix}", tmp_path / "a.txt"):
        path.write_bytes(data)
        with pytest.raises(ReadError) as caught:
            read(path)
        assert caught.value.slug == "foreign-format"
        assert name in caught.value.what.zh


@pytest.mark.parametrize(
    ("name", "called"),
    [("a.mht", "MHTML"), ("a.MHTML", "MHTML"), ("a.nh", "CAJ"), ("a.ceb", "CEB"), ("a.gd", "CEB")],
)
def test_a_format_that_is_text_is_named_by_its_suffix(
    name: str, called: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text("From: 存档\n\n第一条　公园每日六时开放。\n", "utf-8")
    assert_refused(jiaokan("compare", path, path), "foreign-format", called)


@pytest.mark.parametrize(
    "text",
    [
        "BM 公园", "MZ 文件编号", "RIFF 是什么", "ID", "CAJ 文献是什么", "BZh", "HN省条例",
        "%! 注", "ftyp", "%PDF 是一种格式", "KDH",
    ],
)  # fmt: skip
def test_text_that_begins_like_another_format_is_text(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{text}\n第一条　公园每日六时开放。\n", "utf-8")
    assert read(path).text.startswith(text)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030", "big5"]
)
def test_text_in_no_encoding_looks_like_another_format(encoding: str) -> None:
    for text in ("第一條 公園每日六時開放。", "\n　　總則", "1.2 ABC 甲", "（一）", "﹁壹﹂"):
        assert refusal_by_content(text.encode(encoding, "replace"), "a.txt") is None


def test_what_a_reader_claims_is_not_listed() -> None:
    for reader in readers():
        for suffix in reader.suffixes:
            assert refusal_by_suffix(f"a{suffix}") is None, suffix
