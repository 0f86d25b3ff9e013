"""Bytes to text: which encoding a Chinese file is in, by its mark or by what it then says.

A byte order mark decides; strict UTF-8 is never met by accident. Of the others several may decode
one file without complaint, so each reading is scored by the share of its characters that
everyday Chinese uses, and the best wins. GB2312 and GBK are subsets of GB18030 and read as it.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from diffcore.read import refusals

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
# Source: The Unicode Standard 15.0, section 23.8; GB 18030-2022 for 84 31 95 33.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Tried in this order; of equal scores the first wins, so the commonest encoding stands first.
# CP950 is Big5 as Windows writes it; Big5-HKSCS adds the characters of Hong Kong.
_CANDIDATES = ("gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")

# Share (0..1) of a reading's characters, ASCII apart, that must be everyday Chinese.
# Passages of ten characters and more from 158 laws of the mainland and of Taiwan score at least
# 0.40 in their right encoding (whole laws 0.87), and at most 0.40 (whole laws 0.07) in a wrong
# one, never more than in the right one.
PLAUSIBLE_AT_LEAST = 0.35

# Share (0..1) of control characters above which UTF-8 is no text. A text has none but line ends,
# tabs and form feeds; some stray ones are the residue of a conversion and are let through.
CONTROLS_AT_MOST = 0.02

_TEXT_CONTROLS = "\t\n\v\f\r\x1a\x85"
_CONTROLS = "".join(map(chr, (*range(32), *range(0x7F, 0xA0))))
_STRANGE = {ord(mark): None for mark in _CONTROLS if mark not in _TEXT_CONTROLS}


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Give the text of `data` without its byte order mark, and the name of the encoding.

    Raises: ReadError where the bytes are no text, or no text in a known encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            if text is None:
                raise refusals.broken(path, encoding)
            return _printable(text, path), encoding
    text = _strictly(data, "utf-8")
    if text is not None and "\x00" not in text:
        return _printable(text, path), "utf-8"
    best = max(_readings(data), key=lambda reading: reading[0], default=None)
    if best is not None and best[0] >= PLAUSIBLE_AT_LEAST:
        return best[1], best[2]
    raise refusals.binary(path) if b"\x00" in data else refusals.undecodable(path)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _printable(text: str, path: str) -> str:
    """Give `text` back; Raises: ReadError where control characters show that it is none."""
    strange = len(text) - len(text.translate(_STRANGE))
    if "\x00" in text or strange > CONTROLS_AT_MOST * len(text):
        raise refusals.binary(path)
    return text


def _readings(data: bytes) -> Iterator[tuple[float, str, str]]:
    """Give (score, text, encoding) for each candidate that decodes the bytes strictly."""
    for encoding in _CANDIDATES:
        if encoding.startswith("utf-16") and len(data) % 2:
            continue
        text = _strictly(data, encoding)
        if text is not None:
            yield score(text), text, encoding


def score(text: str) -> float:
    """Give the share (0..1) of everyday Chinese among the characters that are not ASCII."""
    from collections import Counter

    from diffcore.read.common_characters import COMMON

    counts = Counter(text)
    known = foreign = 0
    for character, count in counts.items():
        if character in COMMON:
            known += count
        elif not (" " <= character <= "~" or character in _TEXT_CONTROLS):
            foreign += count
    return known / (known + foreign) if known + foreign else 1.0
