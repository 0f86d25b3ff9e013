"""Functions of the PDF library without the checks and conversions that cost more than they do.

PDFium is called twice for every glyph, so these calls are made through bare function pointers, and
their results lie in one buffer: that halves their cost, which is what reading a PDF costs.
"""

from __future__ import annotations

import ctypes
from array import array
from typing import Any, NamedTuple


class Calls(NamedTuple):
    """The functions that are called for every glyph or every object of a page."""

    box: Any
    ink: Any
    error: Any
    character: Any
    object_at: Any
    kind: Any
    text_object: Any
    mode: Any


_CALLS: list[Calls] = []


def calls_of(raw: Any) -> Calls:
    """Give the functions of the library `raw`, free of conversions."""
    if not _CALLS:
        _CALLS.append(
            Calls(
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


def handle_of(handle: Any) -> ctypes.c_void_p:
    """Give a handle of the library as a pointer to nothing in particular."""
    return ctypes.cast(handle, ctypes.c_void_p)


class Boxes:
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


BOXES = Boxes()
