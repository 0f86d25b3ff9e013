"""Lines to a source text: its places, the beginnings of its paragraphs, and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diffcore.errors import Bilingual
from diffcore.model import Notice
from diffcore.places import Place, Placed
from diffcore.read.html.flow import Flow
from diffcore.read.html.lines import Line, are_cut
from diffcore.spans import SourceSpan

# So many of the lines left out are quoted in a notice, so many characters of each.
_QUOTED_LINES, _QUOTED_CHARACTERS = 6, 16


class Assembled(NamedTuple):
    """A text made of lines, with offsets in it."""

    text: str
    markup: tuple[SourceSpan, ...]
    starts: tuple[int, ...]
    placed: tuple[Placed, ...]


def assemble(lines: Iterable[Line]) -> Assembled:
    """Give the text of `lines`, a line each; footnotes come last.

    Paragraphs are counted in each part of the file by itself.
    """
    ordered = sorted(lines, key=lambda line: line.is_note)
    is_cut = are_cut(ordered)
    markup: list[SourceSpan] = []
    starts: list[int] = []
    placed: list[Placed] = []
    at = 0
    counts: Counter[str | None] = Counter()
    for line in ordered:
        markup += (SourceSpan(at + start, at + end) for start, end in line.markup)
        if line.is_start or is_cut or not placed:
            counts[line.part] += not line.cells
            placed += _places(line, at, Place(paragraph=counts[line.part], part=line.part))
        if line.is_start and not is_cut:
            starts.append(at)
        at += len(line.text) + 1
    return Assembled(
        "\n".join(line.text for line in ordered), tuple(markup), tuple(starts), tuple(placed)
    )


def _places(line: Line, at: int, place: Place) -> list[Placed]:
    if not line.cells:
        return [Placed(at, place)]
    cells = [Placed(at + start, Place(cell=cell, part=place.part)) for start, cell in line.cells]
    return [cells[0]._replace(start=at), *cells[1:]]


def tell_site(lines: Sequence[Line], *, is_certain: bool) -> Iterator[Notice]:
    """Say which lines of the site are left out, and that no block was certain to be the text."""
    if not is_certain:
        yield _notice(
            "网页正文的范围判定不了，全页文字都读入",
            "no part of the page is certain to be the document: all its text is read",
        )
    if lines:
        size = sum(line.size for line in lines)
        words = [line.text.strip()[:_QUOTED_CHARACTERS] for line in lines[:_QUOTED_LINES]]
        quoted = "".join(f"「{each}」" for each in words)
        more = len(lines) > len(words)
        yield _notice(
            f"网页正文以外的文字未读，共 {size} 字：{quoted}{'等' * more}",
            f"what the site prints around the document is left out, {size} characters: "
            + ", ".join(f"“{each}”" for each in words) + " …" * more,
        )  # fmt: skip


_REASONS = {
    "hidden": ("不显示的文字", "hidden text"),
    "form": ("表单", "forms"),
    "embedded": ("嵌入的图形、媒体", "embedded graphics and media"),
    "code": ("脚本、样式", "scripts and styles"),
    "deleted": ("修订中略去的文字", "text struck by a revision"),
}


def tell_unprinted(flow: Flow) -> Iterator[Notice]:
    """Say what of a page is not printed, or is no text."""
    counts = [(words, flow.left_out[name]) for name, words in _REASONS.items()]
    counts = [(words, count) for words, count in counts if count]
    if counts:
        yield _notice(
            "未读：" + "、".join(f"{words[0]} {count} 字" for words, count in counts),
            "not read: " + ", ".join(f"{words[1]}, {count} characters" for words, count in counts),
        )
    if flow.left_out["frames"]:
        count = flow.left_out["frames"]
        yield _notice(
            f"页面嵌有别的网页 {count} 处，未读", f"{count} other pages in frames: not read"
        )
    if flow.revised:
        yield _notice(
            f"有修订标记（del、ins）{flow.revised} 处",
            f"{flow.revised} revisions are marked (del, ins)",
        )


def tell_pictures(alternatives: Sequence[str]) -> Iterator[Notice]:
    """Say that there are pictures in the document, whose words nobody has read."""
    if alternatives:
        words = [word for word in alternatives if word][:_QUOTED_LINES]
        quoted = f"（替代文字：{'、'.join(words)}）" if words else ""
        told = f" (alternative text: {', '.join(words)})" if words else ""
        yield _notice(
            f"正文中有图片 {len(alternatives)} 幅，图中的文字未读{quoted}",
            f"{len(alternatives)} pictures in the document: words in them are not read{told}",
        )


def _notice(zh: str, en: str) -> Notice:
    return Notice("read", None, Bilingual(zh, en))
