"""The document of an issue that the user has chosen by its number."""

from __future__ import annotations

from diffcore.errors import Bilingual, OptionError
from diffcore.model import Document, Scope


def chosen(document: Document, number: int | None, side: str) -> Scope:
    """Give the scope of document `number` with its enclosures, or of the whole text for None.

    Raises: OptionError where the text has no such document.
    """
    if number is None:
        return Scope(document, 0, len(document.clauses))
    parts = [part for part in document.parts if part.number == number > 0]
    if not parts:
        raise _no_such_document(document, number, side)
    return Scope(document, min(part.first for part in parts), max(part.last for part in parts))


def _no_such_document(document: Document, number: int, side: str) -> OptionError:
    count = max((part.number for part in document.parts), default=0)
    numbers = "1" if count == 1 else f"1 至 {count}"
    path = document.normal.source.path
    return OptionError(
        Bilingual(f"{path}：没有第 {number} 个文件", f"{path}: there is no document {number}"),
        Bilingual(
            f"--{side}-doc 的取值范围是 {numbers}" if count else "文中没有识别出单独的文件",
            f"--{side}-doc goes from 1 to {count}" if count else "no document was recognised in it",
        ),
        Bilingual(
            f"用 jiaokan contents {path} 查看文件目录",
            f"list the documents with: jiaokan contents {path}",
        ),
        "no-such-document",
    )
