"""What a clause is called: its level, its label as a reader knows it, its place."""

from __future__ import annotations

from collections.abc import Sequence

from diffcore.chinese.labels import Label
from diffcore.model import NormalText
from diffcore.spans import NormalSpan

# Source: 《立法法》 art. 65 (编章节条款项目); GB/T 9704—2012, 7.3.3 (一、（一）1.（1）).
_LEVELS = {
    "part": "part", "subpart": "part", "chapter": "chapter", "section": "section",
    "paragraph": "section", "subparagraph": "section", "article": "article",
    "comma-formal": "heading", "comma-chinese": "heading", "roman": "heading",
    "paren-chinese": "item",
    "arabic-dot": "subitem", "decimal": "subitem", "paren-arabic": "point",
    "half-paren": "point", "circled": "subpoint", "letter": "subpoint",
}  # fmt: skip

ROLE_NAMES = {
    "title": "标题", "document_number": "发文字号", "recipient": "主送机关", "signature": "落款",
    "date": "成文日期", "attachment": "附件", "imprint": "版记", "contents": "目录",
    "preamble": "引言", "adoption": "题注", "masthead": "刊头", "colophon": "刊尾",
    "annotation": "附注", "record": "著录", "body": "正文",
}  # fmt: skip

_WIDE = str.maketrans("()[]０１２３４５６７８９．", "（）［］0123456789.")


def level_of(label: Label | None, above: Sequence[str]) -> str:
    """Give the level of a clause under `above`, the styles of its ancestors, widest first."""
    if label is None:
        return "paragraph"
    if "article" in above and label.style == "comma-chinese":
        return "item"
    if label.style == "paren-chinese" and "article" in above and "comma-chinese" in above:
        return "subitem"
    return _LEVELS[label.style]


def name_label(normal: NormalText, start: int, label: Label) -> str:
    """Give the label in the words of the source, without blanks, its brackets full width."""
    span = normal.offsets.span_of(NormalSpan(start, label.end))
    return "".join(span.of(normal.source.text).split()).translate(_WIDE)


def name_again(name: str, number: int) -> str:
    """Give a label with its number among those that read alike: 第一条, 第2个第一条."""
    return name if number == 1 else f"第{number}个{name}"


def name_paragraph(style: str, number: int) -> str:
    """Give the name of an unnumbered paragraph under a clause of `style`: 第2款, else 第2段."""
    return f"第{number}{'款' if style == 'article' else '段'}"


def name_role(role: str, number: int) -> str:
    """Give the name of a part of a document; the second of its kind and later are counted."""
    if role == "body":
        return f"正文第{number}段"
    return ROLE_NAMES[role] if number == 1 else f"{ROLE_NAMES[role]}第{number}段"
