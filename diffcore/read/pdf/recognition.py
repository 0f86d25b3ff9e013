"""Which pages of a PDF are recognised, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diffcore.errors import Bilingual
from diffcore.model import Notice
from diffcore.places import Placed, Recognised
from diffcore.read import recognise
from diffcore.read.pdf import scans
from diffcore.read.pdf.engine import Pdf
from diffcore.read.pdf.fragments import Fragment
from diffcore.read.pdf.geometry import Frame, Rect
from diffcore.read.pdf.notices import pages
from diffcore.read.pdf.pages import Sheet
from diffcore.read.pdf.strips import draw
from diffcore.read.picture import Picture


class Recognition(NamedTuple):
    """The pages of a document, those that were recognised with what is seen as their text."""

    sheets: list[Sheet]
    seen: dict[int, scans.SeenPage]

    def spans_in(self, text: str, placed: Sequence[Placed]) -> tuple[Recognised, ...]:
        """Give the lines of the text that were recognised."""
        return scans.recognised_of(text, placed, self.seen) if self.seen else ()


def is_used(ocr: str) -> bool:
    """Tell whether anything may be recognised: it is wanted, and installed."""
    return ocr != "never" and recognise.lacks() is None


def see_sheets(pdf: Pdf, sheets: Sequence[Sheet], ocr: str) -> Recognition:
    """Recognise the pages that are pictures, or all of them where `ocr` is "always"."""
    if not is_used(ocr):
        return Recognition(list(sheets), {})
    read: list[Sheet] = []
    seen: dict[int, scans.SeenPage] = {}
    for sheet in sheets:
        if ocr != "always" and not _is_scan(sheet):
            read.append(sheet)
            continue
        kept = [] if ocr == "always" else sheet.fragments
        page = scans.besides(kept, _see(pdf, sheet))
        if page.fragments:
            seen[sheet.number] = page
        read.append(_with_seen(sheet, kept, page) if page.fragments else sheet)
    return Recognition(read, seen)


def see_pictures(pictures: Iterable[tuple[Picture, float]]) -> Recognition:
    """Recognise pictures, each with its dots an inch, as the pages of a document."""
    sheets: list[Sheet] = []
    seen: dict[int, scans.SeenPage] = {}
    for number, (picture, dots) in enumerate(pictures, 1):
        frame = Frame(Rect(0, 0, picture.width * 72 / dots, picture.height * 72 / dots), 0)
        page = scans.see_page(picture, dots)
        sheets.append(Sheet(number, frame, frame, list(page.fragments), has_picture=True))
        if page.fragments:
            seen[number] = page
    return Recognition(sheets, seen)


def _is_scan(sheet: Sheet) -> bool:
    """Tell whether a page has no text, or is a picture with a stamp or a number on it."""
    if sheet.frame != sheet.shown:
        return not sheet.fragments
    count = sum(len(one.text) for one in sheet.fragments)
    return not count or (sheet.has_picture and count <= scans.STAMPED_AT_MOST)


def _see(pdf: Pdf, sheet: Sheet) -> scans.SeenPage:
    dots = scans.dots_an_inch(sheet.shown.width, sheet.shown.height)
    with pdf.page(sheet.number - 1) as page:
        picture = draw(page, dots) if page else None
    return scans.see_page(picture, dots) if picture else scans.SeenPage((), ())


def _with_seen(sheet: Sheet, kept: Sequence[Fragment], page: scans.SeenPage) -> Sheet:
    """Give a page with what is seen; it is seen as it is shown, so that is how it is set."""
    behind = max((one.first + len(one.text) for one in kept), default=0)
    numbered = [one._replace(first=behind + one.first) for one in page.fragments]
    return sheet._replace(
        frame=sheet.shown,
        fragments=[*kept, *numbered],
        rules=sheet.rules if sheet.frame == sheet.shown else (),
        is_vertical=False,
        invisible=sheet.invisible if kept else 0,
    )


def notices_of(recognition: Recognition, ocr: str) -> Iterator[Notice]:
    """Say which pages were recognised, or that those without text could be."""
    if recognition.seen:
        named = pages(list(recognition.seen))
        sure = f"{scans.mean_confidence(recognition.seen.values()):.2f}"
        yield said(
            Bilingual(
                f"{named.zh}由文字识别（OCR）读出，可能有误，平均置信 {sure}",
                f"{named.en} read by optical recognition (OCR), which errs; mean confidence {sure}",
            )
        )
    without = [one.number for one in recognition.sheets if not one.fragments and one.has_picture]
    if without and not is_used(ocr):
        named, how = pages(without), way_to_recognise(ocr)
        yield said(
            Bilingual(
                f"{named.zh}是图像，可用文字识别读出：{how.zh}",
                f"{named.en} could be read by optical recognition: {how.en}",
            )
        )


def notices_of_pictures(recognition: Recognition) -> Iterator[Notice]:
    """Say what is said of a file of pictures; a single one is told as many others are."""
    if len(recognition.sheets) > 1:
        yield from notices_of(recognition, "always")
        without = [one.number for one in recognition.sheets if not one.fragments]
        if without:
            named = pages(without)
            yield said(
                Bilingual(f"{named.zh}没有认出文字", f"nothing was recognised on {named.en}")
            )
    else:
        yield said(
            Bilingual("由文字识别（OCR）读出，可能有误", "read by optical recognition, which errs")
        )


def said(message: Bilingual) -> Notice:
    """Give a notice of the reading."""
    return Notice("read", None, message)


def way_to_recognise(ocr: str) -> Bilingual:
    """Say what must be done so that pages are recognised."""
    if ocr == "never":
        return Bilingual("去掉 --ocr never", "leave out --ocr never")
    return Bilingual(f"安装 {recognise.LACK.zh}", f"install {recognise.LACK.en}")
