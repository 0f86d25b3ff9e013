"""The PDF library: documents, pages and what stands on them. The only file that imports pypdfium2.

PDFium is called twice for every glyph, so these calls are made through bare function pointers, and
their results lie in one buffer: that halves their cost, which is what reading a PDF costs.
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
from diffcore.read.pdf.geometry import Rect

TITLE = Bilingual("PDF 文件", "PDF")

# A gazette's yearly volume has some 2,000 pages.
PAGES_AT_MOST = 20_000
# Path objects and segments of a page that are looked at for the rules of tables; a map has more.
PATHS_AT_MOST = 20_000
SEGMENTS_AT_MOST = 400
# A drawn object within an object within … is followed so far.
DEPTH_AT_MOST = 4
# Points. A drawn bar is no thicker where it is a rule.
RULE_AT_MOST = 3.0

# Dots of a drawn page: A0 at 200 an inch has some 62 million.
DOTS_AT_MOST = 64_000_000

# Source: PDFium, public/fpdfview.h and fpdf_edit.h, fpdf_annot.h.
_NEEDS_PASSWORD = 4
_PATH, _IMAGE, _FORM = 2, 3, 5
_MOVE = 2
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
        kinds = [self._annotation(index) for index in range(min(count, PATHS_AT_MOST))]
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
        calls, handle = _calls(), _handle(textpage)
        places = _BOXES.places(count)
        deque(map(calls.box, repeat(handle), range(count), places), maxlen=0)
        edges = _BOXES.read(count)
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
            points = map(_calls().character, repeat(_handle(textpage)), range(count))
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
        box, handle, call = (ctypes.c_double * 4)(), _handle(textpage), _calls().ink
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
        calls, handle = _calls(), _handle(self._textpage())
        objects = map(calls.text_object, repeat(handle), indices)
        return [mode == INVISIBLE for mode in map(calls.mode, map(ctypes.c_void_p, objects))]

    def drawn(self) -> tuple[list[Rect], bool]:
        """Give the rules that are drawn on the page, and tell whether a picture is."""
        raw, calls, handle = self._raw, _calls(), _handle(self._page)
        count = raw.FPDFPage_CountObjects(self._page)
        objects = map(calls.object_at, repeat(handle), range(count))
        kinds = list(map(calls.kind, map(ctypes.c_void_p, objects)))
        rules: list[Rect] = []
        has_picture = _IMAGE in kinds
        for index in [i for i, kind in enumerate(kinds) if kind in (_PATH, _FORM)]:
            found = raw.FPDFPage_GetObject(self._page, index)
            if kinds[index] == _FORM:
                has_picture |= self._enter(found, rules, 1)
            elif len(rules) < PATHS_AT_MOST:
                rules += self._rules(found)
        return rules, has_picture

    def _enter(self, form: Any, rules: list[Rect], depth: int) -> bool:
        """Look at the objects of an object; its rules are not moved, as hardly any is."""
        raw = self._raw
        has_picture = False
        for index in range(min(raw.FPDFFormObj_CountObjects(form), PATHS_AT_MOST)):
            found = raw.FPDFFormObj_GetObject(form, index)
            kind = raw.FPDFPageObj_GetType(found)
            if kind == _PATH and len(rules) < PATHS_AT_MOST:
                rules += self._rules(found)
            elif kind == _FORM and depth < DEPTH_AT_MOST:
                has_picture |= self._enter(found, rules, depth + 1)
            has_picture |= kind == _IMAGE
        return has_picture

    def _rules(self, path: Any) -> Iterator[Rect]:
        """Give a path that is a thin bar, or the level and upright ones of its segments."""
        raw = self._raw
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
            return
        whole = Rect(left.value, bottom.value, right.value, top.value)
        if min(whole.right - whole.left, whole.top - whole.bottom) <= RULE_AT_MOST:
            yield whole
            return
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, mode, stroked)
        if stroked.value:
            yield from self._segments(path)

    def _segments(self, path: Any) -> Iterator[Rect]:
        raw = self._raw
        matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
        raw.FPDFPageObj_GetMatrix(path, matrix)
        x, y = ctypes.c_float(), ctypes.c_float()
        first = before = (0.0, 0.0)
        for index in range(min(raw.FPDFPath_CountSegments(path), SEGMENTS_AT_MOST)):
            segment = raw.FPDFPath_GetPathSegment(path, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            here = (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
            if raw.FPDFPathSegment_GetType(segment) == _MOVE:
                first = before = here
                continue
            ends = [(before, here)]
            if raw.FPDFPathSegment_GetClose(segment):
                ends.append((here, first))
            yield from (_bar(one, two) for one, two in ends if _is_straight(one, two))
            before = here

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


class _Calls(NamedTuple):
    box: Any
    ink: Any
    error: Any
    character: Any
    object_at: Any
    kind: Any
    text_object: Any
    mode: Any


_CALLS: list[_Calls] = []


def _calls() -> _Calls:
    """Give the functions that are called for every glyph, free of conversions."""
    if not _CALLS:
        from pypdfium2 import raw

        _CALLS.append(
            _Calls(
                _bare(raw.FPDFText_GetLooseCharBox, ctypes.c_int),
                _bare(raw.FPDFText_GetCharBox, ctypes.c_int),
                _bare(raw.FPDFText_HasUnicodeMapError, ctypes.c_int),
                _bare(raw.FPDFText_GetUnicode, ctypes.c_uint),
                _bare(raw.FPDFPage_GetObject, ctypes.c_void_p),
                _bare(raw.FPDFPageObj_GetType, ctypes.c_int),
                _bare(raw.FPDFText_GetTextObject, ctypes.c_void_p),
                _bare(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int),
            )
        )
    return _CALLS[0]


def _bare(function: Any, result: Any) -> Any:
    """Give a C function that looks at no types: its handles must be pointers."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result)(address or 0)


def _handle(handle: Any) -> ctypes.c_void_p:
    return ctypes.cast(handle, ctypes.c_void_p)


class _Boxes:
    """Room for the boxes of the glyphs of one page, used again for the next."""

    def __init__(self) -> None:
        self._buffer: Any = None
        self._places: list[Any] = []

    def places(self, count: int) -> list[Any]:
        """Give pointers to the places of `count` boxes, or more."""
        if count > len(self._places):
            self._buffer = (ctypes.c_float * (4 * count))()
            self._places = [ctypes.byref(self._buffer, 16 * i) for i in range(count)]
        return self._places

    def read(self, count: int) -> array[float]:
        """Give the sides of the first `count` boxes, four each."""
        edges = array("f")
        edges.frombytes(memoryview(self._buffer).cast("B")[: 16 * count])
        return edges


_BOXES = _Boxes()


def _is_straight(one: tuple[float, float], two: tuple[float, float]) -> bool:
    return min(abs(one[0] - two[0]), abs(one[1] - two[1])) < 0.5


def _bar(one: tuple[float, float], two: tuple[float, float]) -> Rect:
    return Rect(min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1]))
