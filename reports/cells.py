"""The paragraphs of one side of a row as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from diffcore.spans import Pair
from reports.passages import Mark, Paragraph, Piece

# Elements: what the base reads otherwise is `del`, what the other reads otherwise `ins`.
_ELEMENTS = {"base": "del", "other": "ins"}


def cell(paragraphs: Iterable[Paragraph], side: str, anchors: str) -> str:
    """Give the HTML of one side; `anchors` is the side that carries the places to jump to.

    Written here and not in the template, piece by piece: a long text has a hundred thousand.
    """
    return "".join(_paragraph(each, side, anchors) for each in paragraphs)


def equal_row(number: int, paragraphs: Pair[tuple[Paragraph, ...]]) -> str:
    """Give the HTML of a row whose two sides read the same."""
    cells = (
        f'<div class="cell">{cell(paragraphs.base, "base", "base")}</div>'
        f'<div class="cell">{cell(paragraphs.other, "other", "base")}</div>'
    )
    return f'<div class="row same" id="r{number}">{cells}</div>\n'


def _paragraph(paragraph: Paragraph, side: str, anchors: str) -> str:
    style = f" class={paragraph.style}" if paragraph.style else ""
    pieces = "".join(_piece(each, side, anchors) for each in paragraph.pieces)
    return f"<p data-l={paragraph.mark}{style}>{pieces}</p>\n"


def _piece(piece: Piece, side: str, anchors: str) -> str:
    text = escape(piece.text)
    if piece.tag == "equal":
        return text
    if piece.tag in ("folded", "dropped"):
        return f"<span class={piece.tag}>{text}</span>"
    element = _ELEMENTS[side]
    if piece.mark is None:
        return f"<{element} class=m>{text}</{element}>"
    return _marked(piece, text, piece.mark, side, anchors)


def _marked(piece: Piece, text: str, mark: Mark, side: str, anchors: str) -> str:
    names = " ".join(mark.findings)
    place, more = _anchors(mark.anchors) if side == anchors else ("", "")
    # One of the two signs of a difference can be reached by the keyboard; both by the pointer.
    tabbing = "" if side == anchors else " tabindex=-1"
    sign = (
        f'<a class="sign {mark.severity}" href="#{mark.findings[0]}"{tabbing}>'
        f"{escape(mark.label)}</a>"
    )
    if piece.tag == "gap":
        shape = "box" if mark.is_box else "caret"
        classes = f"gap {shape} {mark.severity}"
        gap = f'<span class="{classes}"{place} data-f="{names}"></span>'
        return f"{more}<span class=tied>{gap}{sign}</span>"  # the sign stays on the line of its gap
    element = _ELEMENTS[side]
    classes = f"m {piece.tag} {mark.severity}"
    return f'{more}<{element} class="{classes}"{place} data-f="{names}">{text}</{element}>{sign}'


def _anchors(findings: tuple[str, ...]) -> tuple[str, str]:
    """Give the id of the marked element, and elements for the further findings."""
    if not findings:
        return "", ""
    more = "".join(f'<span id="t-{each}"></span>' for each in findings[1:])
    return f' id="t-{findings[0]}"', more


def escape(text: str) -> str:
    """Give `text` as the content of an element; `html.escape` would load a table of entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
