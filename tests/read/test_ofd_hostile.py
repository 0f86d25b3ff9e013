"""Hostile OFD files: a message, exit code 2, bounded memory and time, no traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import assert_refused, jiaokan
from tests.read.ofd_file import (
    document,
    lines,
    package,
    page,
    read_bytes,
    refusal,
    saved,
    words,
    xml,
    zipped,
)

GOOD = document([page(*lines(["第一条　河道两岸应当植树。", "第二条　不得乱伐。"], 30, 40))])
PAGE = "Doc_0/Pages/Page_0/Content.xml"
RESOURCES = "<ofd:DocumentRes>R.xml</ofd:DocumentRes>"


def _unit(identifier: int, *drawn: int) -> str:
    objects = "".join(f'<ofd:CompositeObject ID="1" ResourceID="{each}"/>' for each in drawn)
    return (
        f'<ofd:CompositeGraphicUnit ID="{identifier}"><ofd:Content>{objects or words("字", 9, 9)}'
        "</ofd:Content></ofd:CompositeGraphicUnit>"
    )


def _with_units(*units: str) -> bytes:
    files = document(
        [page('<ofd:CompositeObject ID="1" ResourceID="0"/>', words("正文", 30, 40))],
        common=RESOURCES,
    )
    listed = f"<ofd:CompositeGraphicUnits>{''.join(units)}</ofd:CompositeGraphicUnits>"
    return package(files | {"Doc_0/R.xml": xml(f"<ofd:Res>{listed}</ofd:Res>")})


def _entities() -> bytes:
    declared = "".join(
        f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "字" * 10}">' for i in range(12)
    )
    content = page(words("@", 30, 40)).replace("@", "&e11;")
    return package(GOOD | {PAGE: content.replace("?>", f"?><!DOCTYPE x [{declared}]>", 1)})


def _external_entity() -> bytes:
    content = page(words("甲@乙", 30, 40)).replace("@", "&secret;")
    declared = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    return package(GOOD | {PAGE: content.replace("?>", f"?>{declared}", 1)})


def _deep_blocks() -> bytes:
    depth = 100_000
    drawn = "<ofd:PageBlock>" * depth + words("字", 30, 40) + "</ofd:PageBlock>" * depth
    return package(GOOD | {PAGE: page(drawn)})


def _template_of_itself() -> bytes:
    head = '<ofd:Template TemplateID="5"/>'
    files = document(
        [page(words("正文", 30, 40), head=head)],
        common='<ofd:TemplatePage ID="5" BaseLoc="T.xml"/>',
    )
    return package(files | {"Doc_0/T.xml": page(words("模板", 30, 20), head=head)})


def _templates_in_a_circle() -> bytes:
    listed = "".join(f'<ofd:TemplatePage ID="{i}" BaseLoc="T{i}.xml"/>' for i in range(3))
    files = document([page(head='<ofd:Template TemplateID="0"/>')], common=listed)
    for i in range(3):
        files[f"Doc_0/T{i}.xml"] = page(head=f'<ofd:Template TemplateID="{(i + 1) % 3}"/>')
    return package(files)


def _bomb() -> bytes:
    return package(GOOD | {PAGE: page(words("字", 30, 40)) + " " * (200 << 20)})


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "entities in entities": (_entities, "damaged-file"),
    "blocks a hundred thousand deep": (_deep_blocks, "damaged-file"),
    "a template of itself": (_template_of_itself, "damaged-file"),
    "templates in a circle": (_templates_in_a_circle, "damaged-file"),
    "a composite object of itself": (lambda: _with_units(_unit(0, 0)), "damaged-file"),
    "composite objects in a circle": (
        lambda: _with_units(_unit(0, 1), _unit(1, 2), _unit(2, 0)),
        "damaged-file",
    ),
    "composite objects that grow by ten each": (
        lambda: _with_units(*(_unit(i, *([i + 1] * 10)) for i in range(12)), _unit(12)),
        "too-demanding",
    ),
    "a chain of composite objects": (
        lambda: _with_units(*(_unit(i, i + 1) for i in range(5000))),
        "damaged-file",
    ),
    "a page that unpacks to 200 MB": (_bomb, "too-demanding"),
    "no page": (lambda: package(document([])), "damaged-file"),
    "no content of any page": (
        lambda: package({name: text for name, text in GOOD.items() if name != PAGE}),
        "damaged-file",
    ),
    "no document": (lambda: package({}), "damaged-file"),
    "no list of documents": (lambda: zipped(GOOD | {"读我/OFD.xml.txt": ""}), "damaged-file"),
    "a page that is no XML": (lambda: package(GOOD | {PAGE: "\x00\x01"}), "damaged-file"),
    "a page that is cut off": (lambda: package(GOOD | {PAGE: GOOD[PAGE][:300]}), "damaged-file"),
    "encrypted entries": (
        lambda: package(GOOD | {"Encryptions.xml": xml("<ofd:Encryptions/>")}),
        "encrypted-file",
    ),
    "pictures only": (
        lambda: package(document([page('<ofd:ImageObject Boundary="0 0 210 297"/>')] * 3)),
        "no-text-layer",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(name: str) -> None:
    make, slug = HOSTILE[name]
    assert refusal(make()) == slug


def _half_a_million_objects() -> bytes:
    return package(GOOD | {PAGE: page(words("河道两岸的林木", 30, 40) * 500_000)})


def test_a_page_that_takes_more_memory_than_is_allowed_is_refused(tmp_path: Path) -> None:
    good = saved("第一条　河道两岸应当植树。\n".encode(), tmp_path / "good.txt")
    bad = saved(_half_a_million_objects(), tmp_path / "坏.ofd")
    assert_refused(jiaokan("compare", bad, good, within=120), "too-demanding", "坏.ofd")


@pytest.mark.parametrize("name", ["blocks a hundred thousand deep", "entities in entities"])
def test_a_hostile_file_ends_the_command_with_a_message(name: str, tmp_path: Path) -> None:
    make, slug = HOSTILE[name]
    good = saved("第一条　河道两岸应当植树。\n".encode(), tmp_path / "good.txt")
    bad = saved(make(), tmp_path / "坏.ofd")
    assert_refused(jiaokan("compare", bad, good, within=60), slug, "坏.ofd", "OFD")


def test_a_file_of_pictures_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    bad = saved(HOSTILE["pictures only"][0](), tmp_path / "扫描.ofd")
    assert_refused(jiaokan("compare", bad, bad), "no-text-layer", "第 1–3 页")


def test_an_external_entity_is_never_opened() -> None:
    secret = Path("/etc/hostname").read_text("utf-8").strip()
    assert secret
    assert secret not in read_bytes(_external_entity()).text


def test_a_name_that_leads_out_of_the_container_reads_nothing_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text(page(words("机密", 30, 40)), "utf-8")
    root = GOOD["Doc_0/Document.xml"].replace("Pages/Page_0/Content.xml", f"{tmp_path}/secret.xml")
    assert refusal(package({"Doc_0/Document.xml": root})) == "damaged-file"
    climbing = GOOD["Doc_0/Document.xml"].replace(
        "Pages/Page_0/Content.xml", f"{'../' * 20}{tmp_path}/secret.xml"
    )
    assert refusal(package({"Doc_0/Document.xml": climbing})) == "damaged-file"


def test_a_file_cut_off_at_every_kilobyte_is_refused() -> None:
    pages = [page(*lines([f"第{i}页第{j}行" for j in range(40)], 30, 20)) for i in range(30)]
    data = package(document(pages))
    assert len(data) > 10 << 10
    cut = [refusal(data[:end]) for end in range(1 << 10, len(data), 1 << 10)]
    assert set(cut) == {"damaged-file"}


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04", b"%PDF-1.7", b"\x00" * 4096])
def test_bytes_that_are_no_container_are_refused(data: bytes) -> None:
    assert refusal(data) == "damaged-file"


def test_a_million_pages_that_are_one_are_bounded() -> None:
    listed = '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>' * 300_000
    root = f"<ofd:Document><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    big = GOOD[PAGE] + " " * (1 << 20)
    files = {"Doc_0/Document.xml": xml(root), PAGE: big}
    assert refusal(package(files)) == "too-demanding"


@pytest.mark.parametrize(
    "more",
    [
        'CTM="1e308 1e308 1e308 1e308 1e308 1e308"',
        'CTM="nan nan nan nan nan nan"',
        'CTM="0 0 0 0 0 0"',
        'HScale="-1e99" CharDirection="nan" ReadDirection="inf"',
    ],
)
def test_absurd_numbers_lose_no_character(more: str) -> None:
    source = read_bytes(package(document([page(words("河道两岸", 30, 40, more=more))])))
    assert sorted("".join(source.text.split())) == sorted("河道两岸")


def test_absurd_boundaries_and_sizes_lose_no_character() -> None:
    drawn = words("河道两岸", 30, 40).replace('Boundary="', 'Boundary="1e400 -1e30 x ')
    drawn = drawn.replace('Size="4.2"', 'Size="1e30"')
    source = read_bytes(package(document([page(drawn)])))
    assert sorted("".join(source.text.split())) == sorted("河道两岸")


def test_a_glyph_count_of_a_billion_is_bounded() -> None:
    drawn = (
        '<ofd:TextObject Size="4" Boundary="20 30 100 5"><ofd:CGTransform CodePosition="999999999"'
        ' CodeCount="1000000000" GlyphCount="1000000000"><ofd:Glyphs>7 8</ofd:Glyphs>'
        '</ofd:CGTransform><ofd:TextCode X="0" Y="4">甲</ofd:TextCode></ofd:TextObject>'
    )
    source = read_bytes(package(document([page(drawn)])))
    assert source.text.startswith("甲")
    assert len(source.text) < 10
