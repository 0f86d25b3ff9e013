"""Bytes of a page to text: what the bytes read like decides, and what the page says comes second.

Pages say `gb2312` and are UTF-8, or the other way round, after a site was moved; browsers then show
mojibake. Bytes that are UTF-8 are UTF-8; others are scored by `diffcore.read.encoding`. Only where
no reading is without a broken byte, the page's own word is taken, and the places are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diffcore.errors import Bilingual, ReadError
from diffcore.model import Notice
from diffcore.read.encoding import PLAUSIBLE_AT_LEAST, decode, score

# Bytes in which a page says its encoding. Source: HTML Living Standard, 4.2.5.4 (the first 1,024
# bytes); old pages of governments put scripts in front.
_HEAD = 8192

_SAID = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,20})""", re.IGNORECASE
)

# Source: WHATWG Encoding Standard, 4.2: the labels of the encodings of Chinese pages.
_LABELS = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030",
    "gb_2312-80": "gb18030", "chinese": "gb18030", "big5": "cp950", "big5-hkscs": "big5hkscs",
    "utf-8": "utf-8", "utf8": "utf-8",
}  # fmt: skip

# Share (0..1) of characters that may be broken. A page cut off, or joined of two encodings in its
# footer, has some; text in a wrong encoding has a tenth and more.
BROKEN_AT_MOST = 0.02

REPLACEMENT = "\ufffd"


def decode_page(data: bytes, path: str) -> tuple[str, str, tuple[Notice, ...]]:
    """Give the text of a page, the name of its encoding and what is to be said of it.

    Raises: ReadError where the bytes are no text in a known encoding.
    """
    try:
        return *decode(data, path), ()
    except ReadError:
        text, encoding = _with_broken_bytes(data)
        if not encoding:
            raise
        return text, encoding, (_told(text, encoding),)


def _with_broken_bytes(data: bytes) -> tuple[str, str]:
    """Give the reading with the fewest broken places, no encoding where none is plausible."""
    best, chosen = "", ""
    fewest = BROKEN_AT_MOST
    for encoding in _said_and_usual(data):
        text = data.decode(encoding, "replace")
        share = text.count(REPLACEMENT) / max(len(text), 1)
        if share < fewest and "\x00" not in text and score(text) >= PLAUSIBLE_AT_LEAST:
            best, chosen, fewest = text, encoding, share
    return best, chosen


def _said_and_usual(data: bytes) -> Iterator[str]:
    """Give the encodings to be tried; of equal readings the first wins, what the page says."""
    for label in _SAID.findall(data[:_HEAD]):
        encoding = _LABELS.get(label.decode("ascii").lower())
        if encoding:
            yield encoding
    yield from ("utf-8", "gb18030", "cp950")


def _told(text: str, encoding: str) -> Notice:
    count = text.count(REPLACEMENT)
    return Notice(
        "read",
        None,
        Bilingual(
            f"有 {count} 处字节不合文字编码 {encoding}，以「{REPLACEMENT}」代",
            f"{count} bytes do not fit the encoding {encoding}; each is shown as {REPLACEMENT}",
        ),
    )
