"""PDF with text: what is printed, in reading order, with the page and the line of every character.

Glyphs that the page shows and the file gives no character for are marks in the text, never dropped
and never guessed. The parts of the reader are in `diffcore.read.pdf`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diffcore.errors import Bilingual
from diffcore.model import ReadOptions, SourceText
from diffcore.read.reader import Drawn, Reader, Strip

# The signature stands at the beginning, or behind what a server or a mail program left there.
# Source: ISO 32000-1, annex H, implementation note 13.
_SIGNATURE = re.compile(rb"(?:\A|[\r\n\x00])[\x00\s\xef\xbb\xbf]*%PDF-[0-9]")
_HEAD = 1024


def _extra() -> Bilingual | None:
    from diffcore.read.recognise import extra

    return extra()


def _recognises(data: bytes) -> bool:
    return _SIGNATURE.search(data[:_HEAD]) is not None


def read_pdf(data: bytes, path: str, options: ReadOptions) -> SourceText:
    """Give the text of a document, page after page, lines as they are printed.

    Raises: ReadError where it is encrypted, damaged, too large, or has no text on any page.
    """
    from hashlib import sha256

    from diffcore.read import refusals
    from diffcore.read.pdf import engine, layout, notices, recognition, seen, writing
    from diffcore.read.pdf.pages import sheets_of

    pdf = engine.open_pdf(data, path)
    sheets, broken = sheets_of(pdf)
    recognised = recognition.see_sheets(pdf, sheets, options.ocr)
    laid = layout.lay_out_sheets(recognised.sheets, broken)
    if not laid.leaves:
        raise refusals.damaged(path, READER.title, "no page can be opened")
    if len(laid.without_text) == len(laid.leaves):
        way = recognition.way_to_recognise(options.ocr)
        raise refusals.without_text(path, READER.title, notices.pages(laid.without_text), way)
    written = writing.write(laid)
    unmapped = written.unmapped
    if unmapped and recognition.is_used(options.ocr):
        unmapped = seen.see_lost(pdf, recognised.sheets, written.lost)
    return SourceText(
        path,
        sha256(data).hexdigest(),
        READER.name,
        None,
        written.text,
        markup=written.markup,
        paragraph_starts=written.starts,
        notices=(
            *notices.notices_of(data, pdf, laid, written),
            *recognition.notices_of(recognised, options.ocr),
        ),
        furniture=written.furniture,
        placed=written.placed,
        unmapped=unmapped,
        recognised=recognised.spans_in(written.text, written.placed),
        continuations=written.continuations,
    )


def _draw(data: bytes, path: str, strips: Sequence[Strip]) -> list[Drawn | None]:
    from diffcore.read.pdf.strips import draw_strips

    return draw_strips(data, path, strips)


READER = Reader(
    name="pdf",
    suffixes=(".pdf",),
    title=Bilingual("PDF 文件", "PDF"),
    recognises=_recognises,
    read=read_pdf,
    is_isolated=True,
    extra=_extra,
    draw=_draw,
)
