"""Straight bars that are drawn on a page, as the rules of tables are."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import repeat
from typing import Any

from diffcore.read.pdf.calls import calls_of, handle_of
from diffcore.read.pdf.geometry import Rect

# Path objects and segments of a page that are looked at for the rules of tables; a map has more.
PATHS_AT_MOST = 20_000
SEGMENTS_AT_MOST = 400
# A drawn object within an object within … is followed so far.
DEPTH_AT_MOST = 4
# Points. A drawn bar is no thicker where it is a rule.
RULE_AT_MOST = 3.0

# Source: PDFium, public/fpdf_edit.h.
_PATH, _IMAGE, _FORM = 2, 3, 5
_MOVE = 2


def drawn_on(raw: Any, page: Any) -> tuple[list[Rect], bool]:
    """Give the rules that are drawn on a page, and tell whether a picture is."""
    calls, handle = calls_of(raw), handle_of(page)
    count = raw.FPDFPage_CountObjects(page)
    objects = map(calls.object_at, repeat(handle), range(count))
    kinds = list(map(calls.kind, map(ctypes.c_void_p, objects)))
    rules: list[Rect] = []
    has_picture = _IMAGE in kinds
    for index in [i for i, kind in enumerate(kinds) if kind in (_PATH, _FORM)]:
        found = raw.FPDFPage_GetObject(page, index)
        if kinds[index] == _FORM:
            has_picture |= _enter(raw, found, rules, 1)
        elif len(rules) < PATHS_AT_MOST:
            rules += _rules(raw, found)
    return rules, has_picture


def _enter(raw: Any, form: Any, rules: list[Rect], depth: int) -> bool:
    """Look at the objects of an object; its rules are not moved, as hardly any is."""
    has_picture = False
    for index in range(min(raw.FPDFFormObj_CountObjects(form), PATHS_AT_MOST)):
        found = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(found)
        if kind == _PATH and len(rules) < PATHS_AT_MOST:
            rules += _rules(raw, found)
        elif kind == _FORM and depth < DEPTH_AT_MOST:
            has_picture |= _enter(raw, found, rules, depth + 1)
        has_picture |= kind == _IMAGE
    return has_picture


def _rules(raw: Any, path: Any) -> Iterator[Rect]:
    """Give a path that is a thin bar, or the level and upright ones of its segments."""
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
        yield from _segments(raw, path)


def _segments(raw: Any, path: Any) -> Iterator[Rect]:
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


def _is_straight(one: tuple[float, float], two: tuple[float, float]) -> bool:
    return min(abs(one[0] - two[0]), abs(one[1] - two[1])) < 0.5


def _bar(one: tuple[float, float], two: tuple[float, float]) -> Rect:
    return Rect(min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1]))
