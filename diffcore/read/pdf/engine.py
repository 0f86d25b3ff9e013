"""The PDF library: documents, pages and what stands on them. The only file that imports pypdfium2.

Source: pypdfium2, docs of the raw API; PDFium, public/fpdf_text.h.
"""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from typing import Any, NamedTuple

from diffcore.errors import Bilingual
from diffcore.places import Box
from diffcore.read import refusals
from diffcore.read.pdf.calls import BOXES, calls_of, handle_of
from diffcore.read.pdf.geometry import Rect
from diffcore.read.pdf.rules import drawn_on

TITLE = Bilingual("PDF 文件", "PDF")

# A gazette's yearly volume has some 2,000 pages.
PAGES_AT_MOST = 20_000

# Annotations of a page that are looked at.
ANNOTATIONS_AT_MOST = 20_000
# Dots of a drawn page: A0 at 200 an inch has some 62 million.
DOTS_AT_MOST = 64_000_000

# Source: PDFium, public/fpdfview.h and fpdf_edit.h, fpdf_annot.h.
_NEEDS_PASSWORD = 4
INVISIBLE = 3
_FREE_TEXT, _WIDGET = 3, 20
_FLATTENED = 1
# What the library gives for a hyphen at the end of a line, as the text without it may be wanted.
_HYPHEN = re.compile("[\x02\ufffe]")

# Points. A glyph is drawn where its outline is larger both ways.
_INK_AT_LEAST = 0.05
_NO_CHARACTER = re.compile("[\x00\ufffd-\uffff]")
_NO_LETTER = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")


class Glyphs(NamedTuple):
    """The glyphs of a page in the order of its content, with those that the library makes up.

    Their edges are in the coordinates of the file; a glyph that the library made up (a line end,
    a blank between words) has no width. `unmapped` are the indices of those without Unicode.
    """

    text: str
    lefts: array[float]
    tops: array[float]
    rights: array[float]
    bottoms: array[float]
    unmapped: frozenset[int]


class Extras(NamedTuple):
    """What stands on a page beside its content: filled form fields and texts laid over it.

    `undrawn` texts are in the file and no drawing of them is, so that they have no place.
    """

    fields: int
    free_texts: int
    undrawn: int


class Picture(NamedTuple):
    """A page drawn in grey, one byte a dot, line after line from the top."""

    width: int
    height: int
    dots: bytes


class Page:
    """One page of a document, to be closed by the document that opened it."""

    def __init__(self, page: Any, document: Any) -> None:
        from pypdfium2 import raw

        self._raw, self._page, self._document = raw, page, document
        self._text: Any = None

    @property
    def rotation(self) -> int:
        """The quarter turns, clockwise, by which the page is shown."""
        return int(self._raw.FPDFPage_GetRotation(self._page)) % 4

    @property
    def bounds(self) -> Rect:
        """What of the page is shown, in the coordinates of the file."""
        box = self._raw.FS_RECTF()
        if not self._raw.FPDF_GetPageBoundingBox(self._page, box):
            return Rect(0, 0, 612, 792)
        sides = (box.left, box.bottom, box.right, box.top)
        if not all(map(math.isfinite, sides)):
            return Rect(0, 0, 612, 792)
        return Rect(*sides)

    def extras(self) -> Extras:
        """Count form fields that are filled and texts laid over the page."""
        count = self._raw.FPDFPage_GetAnnotCount(self._page)
        kinds = [self._annotation(index) for index in range(min(count, ANNOTATIONS_AT_MOST))]
        drawn = [kind for kind, is_drawn in kinds if is_drawn]
        return Extras(
            drawn.count(_WIDGET), drawn.count(_FREE_TEXT), kinds.count((_FREE_TEXT, False))
        )

    def _annotation(self, index: int) -> tuple[int, bool]:
        """Give the kind of an annotation, and tell whether a drawing of it is in the file."""
        raw = self._raw
        annotation = raw.FPDFPage_GetAnnot(self._page, index)
        if not annotation:
            return 0, False
        kind = int(raw.FPDFAnnot_GetSubtype(annotation))
        is_drawn = bool(raw.FPDFAnnot_HasKey(annotation, b"AP"))
        raw.FPDFPage_CloseAnnot(annotation)
        return kind, is_drawn

    def flatten(self) -> bool:
        """Make fields and texts laid over the page a part of its content; it must be reopened."""
        return bool(self._raw.FPDFPage_Flatten(self._page, 0) == _FLATTENED)

    def glyphs(self) -> Glyphs:
        """Give the glyphs of the page."""
        textpage = self._textpage()
        count = self._raw.FPDFText_CountChars(textpage)
        if count <= 0:
            none = array("f")
            return Glyphs("", none, none, none, none, frozenset())
        calls, handle = calls_of(self._raw), handle_of(textpage)
        places = BOXES.places(count)
        deque(map(calls.box, repeat(handle), range(count), places), maxlen=0)
        edges = BOXES.read(count)
        if not math.isfinite(sum(edges)):
            edges = array("f", (each if math.isfinite(each) else 0.0 for each in edges))
        lefts, tops, rights, bottoms = (edges[side::4] for side in range(4))
        errors = list(map(calls.error, repeat(handle), range(count)))
        text = self._characters(textpage, count)
        unmapped = {i for i in range(count) if errors[i] == 1} if 1 in errors else set()
        unmapped.update(found.start() for found in _NO_CHARACTER.finditer(text))
        unmapped.update(self._inked_blanks(textpage, text, lefts, rights))
        return Glyphs(text, lefts, tops, rights, bottoms, frozenset(unmapped))

    def _characters(self, textpage: Any, count: int) -> str:
        """Give one character for each glyph; those without any are U+0000."""
        buffer = (ctypes.c_ushort * (2 * count + 1))()
        units = self._raw.FPDFText_GetText(textpage, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * max(units, 0)].decode("utf-16-le", "surrogatepass")
        if len(text) != count:
            points = map(calls_of(self._raw).character, repeat(handle_of(textpage)), range(count))
            text = "".join(chr(point) if point < 0x110000 else "\ufffd" for point in points)
        return self._with_hyphens(textpage, text)

    def _with_hyphens(self, textpage: Any, text: str) -> str:
        """Put hyphens where the library has a sign for one at the end of a line."""
        places = [
            found.start()
            for found in _HYPHEN.finditer(text)
            if self._raw.FPDFText_IsHyphen(textpage, found.start()) == 1
        ]
        if not places:
            return text
        chars = list(text)
        for at in places:
            chars[at] = "-"
        return "".join(chars)

    def _inked_blanks(
        self, textpage: Any, text: str, lefts: Sequence[float], rights: Sequence[float]
    ) -> Iterator[int]:
        """Give the indices of blanks and controls that are drawn, as no blank is."""
        box, handle, call = (ctypes.c_double * 4)(), handle_of(textpage), calls_of(self._raw).ink
        places = [ctypes.byref(box, 8 * side) for side in range(4)]
        for found in _NO_LETTER.finditer(text):
            i = found.start()
            if rights[i] > lefts[i]:  # else the library made it up
                call(handle, i, *places)
                left, right, bottom, top = box
                if right - left > _INK_AT_LEAST and top - bottom > _INK_AT_LEAST:
                    yield i

    def turns(self, indices: Sequence[int]) -> list[float]:
        """Give for some glyphs the quarter turns, clockwise, that would set them upright."""
        textpage = self._textpage()
        angles = (self._raw.FPDFText_GetCharAngle(textpage, i) for i in indices)
        return [-angle / (math.pi / 2) % 4 for angle in angles]

    def are_invisible(self, indices: Sequence[int]) -> list[bool]:
        """Tell of some glyphs whether they are not drawn, as the text behind a scanned page."""
        calls, handle = calls_of(self._raw), handle_of(self._textpage())
        objects = map(calls.text_object, repeat(handle), indices)
        return [mode == INVISIBLE for mode in map(calls.mode, map(ctypes.c_void_p, objects))]

    def drawn(self) -> tuple[list[Rect], bool]:
        """Give the rules that are drawn on the page, and tell whether a picture is."""
        return drawn_on(self._raw, self._page)

    def draw(self, dots_an_inch: float, box: Box | None = None) -> Picture | None:
        """Draw the page as it is shown, in grey, or what of it stands in `box`.

        None where that is larger than anything that is printed.
        """
        raw, scale = self._raw, dots_an_inch / 72
        whole = Box(0, 0, raw.FPDF_GetPageWidthF(self._page), raw.FPDF_GetPageHeightF(self._page))
        part = box or whole
        width = max(1, math.ceil((part.right - part.left) * scale))
        height = max(1, math.ceil((part.bottom - part.top) * scale))
        if width * height > DOTS_AT_MOST:
            return None
        dots = (ctypes.c_ubyte * (width * height))()
        bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, dots, width)
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(
            bitmap, self._page, -round(part.left * scale), -round(part.top * scale),
            round(whole.right * scale), round(whole.bottom * scale), 0,
            raw.FPDF_GRAYSCALE | raw.FPDF_ANNOT,
        )  # fmt: skip
        raw.FPDFBitmap_Destroy(bitmap)
        return Picture(width, height, bytes(dots))

    def _textpage(self) -> Any:
        if self._text is None:
            self._text = self._raw.FPDFText_LoadPage(self._page)
        return self._text

    def close(self) -> None:
        """Give back what the library holds for the page."""
        if self._text is not None:
            self._raw.FPDFText_ClosePage(self._text)
        self._raw.FPDF_ClosePage(self._page)


class Pdf:
    """An open PDF document."""

    def __init__(self, document: Any) -> None:
        from pypdfium2 import raw

        self._raw, self._document = raw, document

    def __len__(self) -> int:
        return len(self._document)

    @contextmanager
    def page(self, index: int) -> Iterator[Page | None]:
        """Open the page with this index (from 0), None where it cannot be; closes it behind."""
        loaded = self._raw.FPDF_LoadPage(self._document.raw, index)
        page = Page(loaded, self._document) if loaded else None
        try:
            yield page
        finally:
            if page:
                page.close()

    def attached(self) -> int:
        """Count the files that are attached."""
        return max(0, int(self._raw.FPDFDoc_GetAttachmentCount(self._document)))

    def close(self) -> None:
        """Give back what the library holds for the document."""
        self._document.close()


def open_pdf(data: bytes, path: str) -> Pdf:
    """Open a document; where the empty password opens it, it is read.

    Raises: ReadError where it is encrypted, damaged, without pages or with too many.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _NEEDS_PASSWORD or "assword" in str(error):
            raise refusals.encrypted(path, TITLE) from error
        raise refusals.damaged(path, TITLE, str(error)) from error
    if not len(document):
        raise refusals.damaged(path, TITLE, "0 pages")
    if len(document) > PAGES_AT_MOST:
        raise refusals.too_demanding(path, TITLE)
    return Pdf(document)
