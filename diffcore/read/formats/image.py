"""Pictures of pages (扫描件、照片): their text by optical recognition, one page a picture.

The layout of what is seen is that of a PDF page; the parts are in `diffcore.read.pdf`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diffcore.errors import Bilingual
from diffcore.model import ReadOptions, SourceText
from diffcore.read.reader import Drawn, Reader, Strip

# Source: ISO/IEC 15948 (PNG), ISO/IEC 10918-1 (JPEG), TIFF 6.0, the WebP container specification;
# a BMP file has a zero reserved field and a header of one of the known sizes.
_SIGNATURE = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|II[*+]\x00|MM\x00[*+]|RIFF.{4}WEBP"
    rb"|BM.{4}\x00{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\x00{3}",
    re.DOTALL,
)


def _recognises(data: bytes) -> bool:
    return _SIGNATURE.match(data) is not None


def _lacks() -> Bilingual | None:
    from diffcore.read.recognise import lacks

    return lacks()


def read_image(data: bytes, path: str, options: ReadOptions) -> SourceText:
    """Give what is seen on the pictures of a file, line by line, with how sure each line is.

    Raises: ReadError where recognition is not wanted or not installed, the file is damaged, or
    nothing is seen.
    """
    from diffcore.read import refusals

    lacking = _lacks()
    if options.ocr == "never":
        raise refusals.only_seen(path, READER.title)
    if lacking:
        raise refusals.needs_to_recognise(path, READER.title, lacking)
    return _read(data, path)


def _read(data: bytes, path: str) -> SourceText:
    from hashlib import sha256

    from diffcore.read import refusals
    from diffcore.read.pdf import layout, recognition, writing
    from diffcore.read.picture import pictures_in

    recognised = recognition.see_pictures(pictures_in(data, path))
    if not recognised.seen:
        raise refusals.blank(path)
    written = writing.write(layout.lay_out_sheets(recognised.sheets, []))
    return SourceText(
        path,
        sha256(data).hexdigest(),
        READER.name,
        None,
        written.text,
        markup=written.markup,
        paragraph_starts=written.starts,
        notices=tuple(recognition.notices_of_pictures(recognised)),
        furniture=written.furniture,
        placed=written.placed,
        recognised=recognised.spans_in(written.text, written.placed),
        continuations=written.continuations,
    )


def _draw(data: bytes, path: str, strips: Sequence[Strip]) -> list[Drawn | None]:
    from diffcore.read.picture import cut_strips

    return cut_strips(data, path, strips)


READER = Reader(
    name="image",
    suffixes=(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"),
    title=Bilingual("图像文件", "image"),
    recognises=_recognises,
    read=read_image,
    is_isolated=True,
    lacks=_lacks,
    draw=_draw,
)
