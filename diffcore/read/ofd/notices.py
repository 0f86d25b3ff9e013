"""What is said of an OFD file beside its text: what it lacks, and what is no word of its pages.

Source: GB/T 33190—2016, 15 (annotations), 18 (signatures), 20 (attachments).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from diffcore.errors import Bilingual
from diffcore.model import Notice
from diffcore.read.ofd.content import Drawn
from diffcore.read.ofd.document import Document
from diffcore.read.ofd.package import Package, child, children, text_of
from diffcore.read.ofd.paper import Paper, Printed
from diffcore.read.pdf.layout import Layout
from diffcore.read.pdf.writing import Written
from diffcore.read.xml import local_name

# Different words of annotations, and code points, that a notice quotes; characters of each.
QUOTED_AT_MOST = 8
LENGTH_AT_MOST = 30


class Report:
    """Draws the pages of the documents and notes down what else there is."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._drawn = Drawn(package)
        self._starts: list[int] = []  # the first page of each document, from 1
        self._missing: list[int] = []
        self._annotated: Counter[str] = Counter()
        self._signatures = self._seals = self._bookmarks = 0
        self._attachments: list[str] = []
        self._versions = 0
        self._pages = 0

    def draw(self, document: Document) -> list[Printed]:
        """Give the drawn pages of a document; a missing one is empty."""
        self._starts.append(self._pages + 1)
        listed = list(document.pages())
        uses = Counter(
            each.get("TemplateID", "")
            for entry in listed
            if entry.content
            for each in children(entry.content.root, "Template")
        )
        pages = []
        for entry in listed:
            self._pages += 1
            if entry.content is None:
                self._missing.append(self._pages)
                pages.append(Paper(self._pages, *document.size).printed())
            else:
                pages.append(self._drawn.page(document, entry.content, self._pages, uses))
        if listed and all(entry.content is None for entry in listed):
            raise self._package.damaged(listed[0].location)
        self._look_beside(document)
        return pages

    def _look_beside(self, document: Document) -> None:
        """Note down what belongs to a document and is on none of its pages."""
        self._bookmarks += document.count_bookmarks()
        versions = child(document.body, "Versions")
        self._versions += sum(1 for _ in children(versions, "Version"))
        attachments = document.named("Attachments")
        if attachments:
            self._attachments += [
                each.get("Name", "") or text_of(child(each, "FileLoc"))
                for each in children(attachments.root, "Attachment")
            ]
        self._look_at_signatures(document)
        annotations = document.named("Annotations")
        if annotations:
            for page in children(annotations.root, "Page"):
                location = text_of(child(page, "FileLoc"))
                self._look_at_annotations(document, location, annotations.name)

    def _look_at_signatures(self, document: Document) -> None:
        location = text_of(child(document.body, "Signatures"))
        listed = document.load(location, "OFD.xml") if location else None
        if listed is None:
            return
        for each in children(listed.root, "Signature"):
            self._signatures += 1
            signature = document.load(each.get("BaseLoc", ""), listed.name)
            if signature is not None:
                self._seals += any(local_name(one) == "Seal" for one in signature.root.iter())

    def _look_at_annotations(self, document: Document, location: str, base: str) -> None:
        loaded = document.load(location, base)
        if loaded is None:
            return
        units = document.units_of(loaded)
        for annotation in children(loaded.root, "Annot"):
            shown = list(children(annotation, "Appearance"))
            words = self._drawn.words(shown, units)
            words += [text_of(each) for each in children(annotation, "Remark") if text_of(each)]
            self._annotated.update(" ".join(each.split()) for each in words)

    def notices(self, layout: Layout, written: Written) -> Iterator[Notice]:
        """Give the notices, in the order in which a reader needs them."""
        drawn = self._drawn
        bare = [number for number in layout.without_text if number not in self._missing]
        if len(self._starts) > 1:
            yield _several(self._starts)
        if self._missing:
            yield _pages_missing(self._missing)
        if bare:
            yield _pages_bare(bare)
        if written.lost:
            count = sum(each.span.end - each.span.start for each in written.lost)
            yield _unmapped(count, "".join(drawn.codes))
        if drawn.hidden:
            yield _told(
                f"有 {drawn.hidden} 字标为不显示，未读入",
                f"{drawn.hidden} characters are marked as not to be shown, and are left out",
            )
        if drawn.transparent:
            yield _told(
                f"有 {drawn.transparent} 字完全透明（多为扫描图像上的文字层），已读入",
                f"{drawn.transparent} characters are fully transparent (mostly the text layer of "
                "a scan); they are read",
            )
        if written.notes:
            yield _told(
                f"脚注 {written.notes} 行移到文末，正文中的 {written.references} 个注号不对校",
                f"{written.notes} lines of footnotes were moved to the end of the text; "
                f"{written.references} reference marks in the text are not collated",
            )
        again = _again(layout)
        if again:
            yield _told(
                f"有 {again} 字在原处重复绘制，只读一次",
                f"{again} characters are drawn twice at their place; read once",
            )
        words = self._annotated + Counter(
            " ".join(each.split()) for each in drawn.patterns if each.strip()
        )
        if words:
            yield _beside_the_text(words)
        yield from self._unread()

    def _unread(self) -> Iterator[Notice]:
        if self._signatures:
            yield _told(
                f"有电子签名 {self._signatures} 个（其中 {self._seals} 个带印章），未验证",
                f"{self._signatures} electronic signature(s), {self._seals} with a seal: "
                "not verified",
            )
        if self._attachments:
            names = _quoted(self._attachments)
            yield _told(
                f"有附件 {len(self._attachments)} 个，未读入：{names}",
                f"{len(self._attachments)} attachment(s), not read: {names}",
            )
        if self._versions:
            yield _told(
                f"文件记有 {self._versions} 个历史版本，只读当前正文",
                f"the file lists {self._versions} version(s); only the current text is read",
            )
        if self._bookmarks:
            yield _told(
                f"有书签 {self._bookmarks} 条，用于导航，未读入",
                f"{self._bookmarks} bookmark(s) serve navigation, and are not read",
            )


def _again(layout: Layout) -> int:
    """Count the characters that are drawn once more in their place."""
    return sum(
        leaf.sheet.again + sum(one.line.again for one in leaf.text) for leaf in layout.leaves
    )


def _told(zh: str, en: str) -> Notice:
    return Notice("read", None, Bilingual(zh, en))


def _several(starts: list[int]) -> Notice:
    count, pages = len(starts), "、".join(map(str, starts))
    return _told(
        f"文件内有 {count} 个文档，依次读入；各自从第 {pages} 页起",
        f"the file holds {count} documents, read one after the other; they begin on the pages "
        + ", ".join(map(str, starts)),
    )


def _pages_missing(pages: list[int]) -> Notice:
    return _told(
        f"文件缺少第 {_listed(pages)} 页的内容，这些页没有文字",
        f"the file lacks the content of page(s) {_listed(pages)}; they have no text",
    )


def _pages_bare(pages: list[int]) -> Notice:
    return _told(
        f"第 {_listed(pages)} 页没有文字层（空白页或图像），未读出文字",
        f"page(s) {_listed(pages)} have no text layer (blank, or pictures); nothing is read there",
    )


def _listed(pages: list[int]) -> str:
    more = "…" if len(pages) > QUOTED_AT_MOST else ""
    return ", ".join(map(str, pages[:QUOTED_AT_MOST])) + more


def _unmapped(count: int, codes: str) -> Notice:
    """Say how many glyphs have no character, and which code points stand for them."""
    points = Counter(
        f"U+{ord(code):04X}" for code in codes if code not in "\u00a4\u3013 \u00a0\u3000"
    )
    kinds = "、".join(sorted(points)[:QUOTED_AT_MOST]) + (
        "…" if len(points) > QUOTED_AT_MOST else ""
    )
    zh = f"有 {count} 处字形没有对应的字符，以「〓」标出"
    en = f"{count} glyph(s) have no character, and are marked 〓"
    if points:
        zh += f"（文件写作私用或无效码位，{len(points)} 种：{kinds}）"
        en += f" (the file has private or invalid code points, {len(points)} kinds: {kinds})"
    return _told(zh, en)


def _beside_the_text(words: Counter[str]) -> Notice:
    quoted = _quoted([f"{each}×{times}" if times > 1 else each for each, times in words.items()])
    count = sum(len(each) * times for each, times in words.items())
    return _told(
        f"注释、水印中的文字（{count} 字）不属正文，未读入：{quoted}",
        f"the words of annotations and watermarks ({count} characters) are none of the text, and "
        f"are left out: {quoted}",
    )


def _quoted(words: list[str]) -> str:
    more = "…" if len(words) > QUOTED_AT_MOST else ""
    return "、".join(f"「{_cut(each)}」" for each in words[:QUOTED_AT_MOST]) + more


def _cut(words: str) -> str:
    """Give the beginning of long words, with the count of repetitions kept."""
    head, sign, times = words.rpartition("×")
    head = head if sign else words
    short = head if len(head) <= LENGTH_AT_MOST else head[:LENGTH_AT_MOST] + "…"
    return short + sign + times if sign else short
