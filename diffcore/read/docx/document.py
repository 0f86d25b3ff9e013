"""A Word document to a source text: body, text boxes, notes, headers and footers, in this order."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from diffcore.errors import Bilingual
from diffcore.model import Notice, ReadOptions, SourceText
from diffcore.places import Cell, Place
from diffcore.read.docx.inlines import Inlines
from diffcore.read.docx.numbering import Numbering
from diffcore.read.docx.package import Package, child, children, value_of
from diffcore.read.docx.revisions import Revisions
from diffcore.read.docx.writing import IN_CELL, Words, Writer
from diffcore.read.xml import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HOLDERS = frozenset(
    ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent")
)
# Notes that only draw the line above the others.
_DRAWN_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read_document(
    data: bytes, path: str, format_name: str, title: Bilingual, options: ReadOptions
) -> SourceText:
    """Give the text of a Word document.

    Raises: ReadError where it is damaged or encrypted.
    """
    reader = _Document(Package(data, path, title), options)
    reader.read()
    writer = reader.writer
    return SourceText(
        path,
        sha256(data).hexdigest(),
        format_name,
        None,
        writer.text,
        tuple(writer.markup),
        writer.starts,
        tuple(_notices(reader, options)),
        tuple(writer.furniture),
        tuple(writer.placed),
    )


class _Document:
    """One document being read; `others` counts what has words that are not read."""

    def __init__(self, package: Package, options: ReadOptions) -> None:
        self.package = package
        self.revisions = Revisions(options.revisions)
        self.inlines = Inlines(self.revisions)
        self.writer = Writer()
        self.embedded = 0
        self.comments = sum(1 for _ in children(package.related("comments"), "comment"))
        self._numbering = Numbering(package.related("numbering"), package.related("styles"))
        self._paragraphs = 0
        self._tables = 0
        self._joined: Words | None = None

    def read(self) -> None:
        """Write all that the document says."""
        self._write_blocks(self.package.body)
        self._write_notes()
        self._write_furniture()

    def _write_blocks(self, parent: Element) -> None:
        for each in parent:
            name = local_name(each)
            if name == "p":
                self._write_paragraph(each)
            elif name == "tbl":
                self._write_table(each)
            elif name == "altChunk":
                self.embedded += 1
            elif name == "AlternateContent":
                form = child(each, "Choice")
                self._write_blocks(form if form is not None else each)
            elif name in _HOLDERS and not self.revisions.is_absent(each):
                self._write_blocks(each)

    def _write_paragraph(self, paragraph: Element) -> None:
        words, joins = self._words_of(paragraph)
        if joins:
            self._joined = words
            return
        if words.text.strip():
            self._paragraphs += 1
        self.writer.write_paragraph(words, Place(paragraph=max(self._paragraphs, 1)))
        self._write_boxes()

    def _words_of(self, paragraph: Element) -> tuple[Words, bool]:
        """Give the words of a paragraph with its number, and whether the next one joins it."""
        properties = child(paragraph, "pPr")
        body = self.inlines.words_of(paragraph)
        words = self._joined or Words()
        if self._joined is None and (body.text.strip() or self.inlines.boxes):
            words.add(self._numbering.label_of(properties))
        elif self._joined is None:
            # Word numbers an empty paragraph as well.
            label = self._numbering.label_of(properties)
            words.add(label if label.strip() else "")
        self._joined = None
        words.join(body)
        return words, self.revisions.joins(properties)

    def _write_boxes(self) -> None:
        """Write the text boxes that the last paragraph held, behind it."""
        boxes, self.inlines.boxes = self.inlines.boxes, []
        for box in boxes:
            self._write_blocks(box)

    def _write_table(self, table: Element) -> None:
        rows = [row for row in _rows(table) if not self.revisions.is_row_absent(row)]
        if all(sum(1 for _ in _cells(row)) < 2 for row in rows):
            # One column frames paragraphs and is no table.
            for row in rows:
                for cell in _cells(row):
                    self._write_blocks(cell)
            return
        self._tables += 1
        number = self._tables
        for at, row in enumerate(rows, 1):
            cells, column = [], 1
            for cell in _cells(row):
                cells.append((self._cell(cell), Place(cell=Cell(number, at, column))))
                span = value_of(child(child(cell, "tcPr"), "gridSpan")) or "1"
                column += int(span) if span.isdecimal() else 1
            self.writer.write_row(cells)
        self._write_boxes()

    def _cell(self, cell: Element) -> Words:
        """Give the words of a cell; one that goes on from the row above has none."""
        words = Words()
        merged = child(child(cell, "tcPr"), "vMerge")
        if merged is not None and value_of(merged) != "restart":
            return words
        for paragraph in cell.iter():
            if local_name(paragraph) == "p" and not _is_in_box(paragraph, cell):
                more, joins = self._words_of(paragraph)
                if joins:
                    self._joined = more
                    continue
                if words.length and more.length:
                    words.add(IN_CELL)
                words.join(_on_one_line(more))
        if self._joined is not None:
            words.join(_on_one_line(self._joined))
            self._joined = None
        return words

    def _write_notes(self) -> None:
        """Write the notes in the order in which the text refers to them, numbers as marks."""
        parts = {kind: self.package.related(f"{kind}s") for kind in ("footnote", "endnote")}
        numbers: dict[str, int] = {}
        for kind, name in list(self.inlines.notes):
            numbers[kind] = numbers.get(kind, 0) + 1
            for note in children(parts[kind], kind):
                if value_of(note, "id") == name and value_of(note, "type") not in _DRAWN_NOTES:
                    self._write_blocks(note)

    def _write_furniture(self) -> None:
        """Write each header and footer once, as furniture."""
        told: set[str] = set()
        for section in [each for each in self.package.body.iter() if local_name(each) == "sectPr"]:
            for reference in section:
                if local_name(reference) in ("headerReference", "footerReference"):
                    target = self.package.referred(value_of(reference, "id"))
                    if target and target[1] not in told:
                        told.add(target[1])
                        self._write_header(self.package.part(target[1]))

    def _write_header(self, part: Element | None) -> None:
        for paragraph in part.iter() if part is not None else ():
            if local_name(paragraph) == "p":
                self.writer.write_furniture(self.inlines.words_of(paragraph))
        self.inlines.boxes = []  # their paragraphs have been met by themselves


def _rows(table: Element) -> Iterator[Element]:
    for each in table:
        if local_name(each) == "tr":
            yield each
        elif local_name(each) in _HOLDERS:
            yield from _rows(each)


def _cells(row: Element) -> Iterator[Element]:
    for each in row:
        if local_name(each) == "tc":
            yield each
        elif local_name(each) in _HOLDERS:
            yield from _cells(each)


def _is_in_box(paragraph: Element, cell: Element) -> bool:
    """Tell whether a paragraph of `cell` stands in a text box, which is written by itself."""
    for each in paragraph.iterancestors():
        if each is cell:
            return False
        if local_name(each) == "txbxContent":
            return True
    return False


def _on_one_line(words: Words) -> Words:
    words.pieces = [words.text.replace("\n", IN_CELL).replace("\t", IN_CELL).replace("\f", IN_CELL)]
    return words


def _notices(reader: _Document, options: ReadOptions) -> Iterator[Notice]:
    """Say what of the file is no plain text, and how it was read."""
    counts, notes = reader.inlines.counts, len(reader.inlines.notes)
    accepted = options.revisions == "accepted"
    shown = (
        Bilingual("接受后的文字", "as accepted") if accepted else Bilingual("原文", "the original")
    )
    for count, zh, en in (
        (reader.revisions.count, f"有 {{}} 处修订，按{shown.zh}读（--revisions）",
         f"{{}} tracked changes, read {shown.en} (--revisions)"),
        (reader.comments, "有 {} 条批注，未读", "{} comments, not read"),
        (counts["hidden"], "有 {} 个隐藏的字，不印出，未读",
         "{} hidden characters, not printed, not read"),
        (counts["pictures"], "有 {} 幅图，其中的字未读", "{} pictures, words in them are not read"),
        (counts["ruby"], "有 {} 处注音，只读正文", "{} ruby annotations, only the base is read"),
        (notes, "有 {} 条脚注、尾注，移到文末", "{} notes, moved to the end"),
        (reader.embedded, "有 {} 个嵌入的文件，未读", "{} embedded files, not read"),
    ):  # fmt: skip
        if count:
            yield Notice("read", None, Bilingual(zh.format(count), en.format(count)))
