"""OFD, the national format for fixed layouts: text by the places of its characters.

Source: GB/T 33190—2016, 《电子文件存储与交换格式 版式文档》.
"""

from __future__ import annotations

from diffcore.errors import Bilingual
from diffcore.model import ReadOptions, SourceText
from diffcore.read.reader import Reader

_ZIP, _MAIN = b"PK\x03\x04", b"OFD.xml"


def is_ofd(data: bytes) -> bool:
    """Tell whether a container has the file that names the documents of an OFD file."""
    return data.startswith(_ZIP) and _MAIN in data


# How pages that are pictures can be read all the same.
_WAY = Bilingual(
    "用阅读软件把各页导出为图片或 PDF，装上 OCR 组件（jiaokan[ocr]）",
    "export the pages as pictures or PDF, install the OCR extra (jiaokan[ocr])",
)


def read_ofd(data: bytes, path: str, _options: ReadOptions) -> SourceText:
    """Give the text of all pages of all documents, in the order of reading.

    Raises: ReadError where the file is damaged, encrypted, or holds no text but pictures.
    """
    from hashlib import sha256

    from diffcore.read import refusals
    from diffcore.read.ofd.document import Document
    from diffcore.read.ofd.notices import Report
    from diffcore.read.ofd.package import Package, children
    from diffcore.read.pdf import layout, writing
    from diffcore.read.pdf.notices import pages as named

    package = Package(data, path, READER.title)
    main = package.main()
    documents = [Document(package, body) for body in children(main.root, "DocBody")]
    report = Report(package)
    pages = [page for document in documents for page in report.draw(document)]
    if not pages:
        raise package.damaged("Pages")
    laid = layout.lay_out_sheets([page.sheet for page in pages], [])
    for page, leaf in zip(pages, laid.leaves, strict=True):
        page.add_to(leaf)
    written = writing.write(laid)
    if not written.text.strip():
        raise refusals.without_text(path, READER.title, named(laid.without_text), _WAY)
    return SourceText(
        path,
        sha256(data).hexdigest(),
        READER.name,
        None,
        written.text,
        markup=written.markup,
        paragraph_starts=written.starts,
        notices=tuple(report.notices(laid, written)),
        furniture=written.furniture,
        placed=written.placed,
        unmapped=written.unmapped,
        continuations=written.continuations,
    )


READER = Reader(
    name="ofd",
    suffixes=(".ofd",),
    title=Bilingual("OFD 版式文件", "OFD, fixed layout"),
    recognises=is_ofd,
    read=read_ofd,
    is_isolated=True,
)
