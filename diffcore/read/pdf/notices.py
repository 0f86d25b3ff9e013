"""What is said of a PDF: what was not read as printed, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diffcore.errors import Bilingual
from diffcore.model import Notice
from diffcore.read.pdf.engine import Pdf
from diffcore.read.pdf.layout import Layout
from diffcore.read.pdf.pages import Sheet
from diffcore.read.pdf.writing import Written

# So many pages are named; of more the first ones are.
PAGES_NAMED = 12

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LAST_WORDS = b"%%EOF"


def notices_of(data: bytes, pdf: Pdf, layout: Layout, written: Written) -> tuple[Notice, ...]:
    """Give all that a user must know of how a document was read."""
    said = (
        *_of_file(data, pdf, layout),
        *_of_glyphs(layout, written),
        *_of_pages(layout, written),
    )
    return tuple(Notice("read", None, each) for each in said)


def pages(numbers: Sequence[int]) -> Bilingual:
    """Name pages: 第 1、3–5 页."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    zh, en = "、".join(named[:PAGES_NAMED]), ", ".join(named[:PAGES_NAMED])
    if len(named) > PAGES_NAMED:
        return Bilingual(f"第 {zh} 等页", f"pages {en}, …")
    return Bilingual(f"第 {zh} 页", f"page{'s' if len(set(numbers)) > 1 else ''} {en}")


def _of_file(data: bytes, pdf: Pdf, layout: Layout) -> Iterator[Bilingual]:
    if _LAST_WORDS not in data[-2048:]:
        yield Bilingual(
            "文件末尾缺失，可能下载不全，读到的未必是全部",
            "the end of the file is missing; it may be incomplete, and so may be what was read",
        )
    if layout.broken:
        named = pages(layout.broken)
        yield Bilingual(f"{named.zh}已损坏，没有读", f"{named.en} damaged and not read")
    attached = pdf.attached()
    if attached:
        yield Bilingual(
            f"文件附有 {attached} 个附件，没有读", f"{attached} attached files were not read"
        )


def _of_glyphs(layout: Layout, written: Written) -> Iterator[Bilingual]:
    if written.lost:
        count = sum(each.span.end - each.span.start for each in written.lost)
        named = pages([each.page for each in written.lost])
        yield Bilingual(
            f"{count} 个字形在版面上有、在文件中没有字符，文中各以「〓」标出（{named.zh}）",
            f"{count} glyphs are on the page and have no character in the file; "
            f"each is marked 〓 in the text ({named.en})",
        )
    private = len(_PRIVATE.findall(written.text))
    if private:
        yield Bilingual(
            f"{private} 个字符在私用区，只有文件自带的字体认得，照录",
            f"{private} characters are for private use, known to the file's own fonts only; kept",
        )
    hidden = [leaf.sheet for leaf in layout.leaves if leaf.sheet.invisible]
    if hidden:
        count, named = sum(each.invisible for each in hidden), _numbers(hidden)
        yield Bilingual(
            f"{count} 个字符不显示在版面上（多是扫描件的识别文字层），照读（{named.zh}）",
            f"{count} characters are not drawn (as the recognised text behind a scan is) and "
            f"were read ({named.en})",
        )
    outside = [leaf.sheet for leaf in layout.leaves if leaf.sheet.outside]
    if outside:
        count, named = sum(each.outside for each in outside), _numbers(outside)
        yield Bilingual(
            f"{count} 个字符在版面边缘之外，没有读（{named.zh}）",
            f"{count} characters stand beyond the edges of the page and were not read ({named.en})",
        )


def _numbers(sheets: Sequence[Sheet]) -> Bilingual:
    return pages([sheet.number for sheet in sheets])


def _of_pages(layout: Layout, written: Written) -> Iterator[Bilingual]:
    if layout.without_text:
        named = pages(layout.without_text)
        yield Bilingual(
            f"{named.zh}没有文字层（空白或图像），没有读",
            f"{named.en} without text (blank or a picture), not read",
        )
    vertical = [leaf.sheet for leaf in layout.leaves if leaf.sheet.is_vertical]
    if vertical:
        named = _numbers(vertical)
        yield Bilingual(
            f"{named.zh}竖排，从右到左逐行读，段落可能不准",
            f"{named.en} written downwards, read from the right; paragraphs may be wrong",
        )
    yield from _of_extras([leaf.sheet for leaf in layout.leaves])
    tilted = [leaf.sheet for leaf in layout.leaves if leaf.sheet.tilted]
    if tilted:
        count, named = sum(len(each.tilted) for each in tilted), _numbers(tilted)
        yield Bilingual(
            f"{count} 个字符斜排或侧排（如水印），按页眉页脚处理（{named.zh}）",
            f"{count} characters are set at another angle, as a watermark is, and are taken for "
            f"page furniture ({named.en})",
        )
    if written.notes:
        yield Bilingual(
            f"脚注 {written.notes} 行移到文末，正文中的 {written.references} 个注号不对校",
            f"{written.notes} lines of footnotes were moved to the end of the text; "
            f"{written.references} reference marks in the text are not collated",
        )
    again = sum(
        leaf.sheet.again + sum(one.line.again for one in leaf.text) for leaf in layout.leaves
    )
    if again:
        yield Bilingual(
            f"{again} 个字符在原处重印（加粗），只读一次",
            f"{again} characters are printed twice in one place (bold) and were read once",
        )


def _of_extras(sheets: Sequence[Sheet]) -> Iterator[Bilingual]:
    laid = [each for each in sheets if each.extras.fields or each.extras.free_texts]
    if laid:
        fields = sum(each.extras.fields for each in laid)
        free, named = sum(each.extras.free_texts for each in laid), _numbers(laid)
        yield Bilingual(
            f"{fields} 个表单域、{free} 条文字批注叠在版面上，按所在位置读入（{named.zh}）",
            f"{fields} form fields and {free} text annotations lie over the page and were read "
            f"in their places ({named.en})",
        )
    undrawn = [each for each in sheets if each.extras.undrawn]
    if undrawn:
        count, named = sum(each.extras.undrawn for each in undrawn), _numbers(undrawn)
        yield Bilingual(
            f"{count} 条文字批注没有版面，没有读（{named.zh}）",
            f"{count} text annotations are not drawn on the page and were not read ({named.en})",
        )
