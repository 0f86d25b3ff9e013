"""Small PDF files made for tests: each text is placed by hand, each glyph is mapped or not.

The letters are bars: what a glyph looks like matters to no test, what it takes of the page does.
Full-width ones are an em wide and ASCII ones half of it. Source: ISO 32000-1, 7.5 (file
structure), 9.6.5 (Type 3 fonts), 9.10.3 (ToUnicode).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

A4 = (595, 842)
# Characters of one font; the codes begin at 33.
FONT_SIZE = 200


@dataclass
class Sheet:
    """A page: `content` are operators and texts with their size; `entries` go to its dictionary."""

    content: list[str | tuple[str, float, str]] = field(default_factory=list)
    entries: str = ""

    def put(self, x: float, y: float, text: str, size: float = 12, mode: int = 0) -> Sheet:
        """Set `text` with its baseline at (x, y), counted from the bottom left."""
        self.content.append((f"{mode} Tr 1 0 0 1 {x:.2f} {y:.2f} Tm", size, text))
        return self

    def turned(self, x: float, y: float, text: str, size: float = 12) -> Sheet:
        """Set `text` upwards from (x, y): a quarter turn to the left."""
        self.content.append((f"0 1 -1 0 {x:.2f} {y:.2f} Tm", size, text))
        return self

    def lines(
        self, x: float, top: float, lines: Iterable[str], size: float = 12, lead: float = 1.6
    ) -> Sheet:
        """Set lines one below the other; full-width blanks at the head of one set it in."""
        for number, line in enumerate(lines):
            words = line.lstrip("\u3000")
            shift = (len(line) - len(words)) * size
            self.put(x + shift, top - number * lead * size, words, size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draw a straight rule."""
        self.content.append(f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Sheet:
        """Draw the rules of a table without joined cells."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        return self


def paragraph(text: str, length: int) -> list[str]:
    """Break a paragraph into lines of `length` characters, the first one set in by two."""
    text = "\u3000\u3000" + text
    return [text[at : at + length] for at in range(0, len(text), length)]


def pdf(
    sheets: Iterable[Sheet],
    unmapped: str = "",
    mapped: Mapping[str, str] | None = None,
    trailer: str = "",
    extra: Sequence[str] = (),
    shape: Callable[[str], str] | None = None,
) -> bytes:
    """Give a file with these pages.

    The glyphs of `unmapped` have no Unicode, those of `mapped` a wrong one. `extra` are further
    objects, numbered from 3 on. `shape` gives the operators that draw a letter, a bar else.
    """
    pages = list(sheets)
    texts = (part[2] for page in pages for part in page.content if not isinstance(part, str))
    places = {char: i for i, char in enumerate(sorted(set("".join(texts))))}
    said = {char: (mapped or {}).get(char, char) for char in places if char not in unmapped}
    objects = ["", "", *extra]
    fonts = []
    for start in range(0, len(places), FONT_SIZE):
        chars = list(places)[start : start + FONT_SIZE]
        first = len(objects) + 1
        objects += [_glyph(char, shape or _bar) for char in chars]
        objects.append(_stream(_map(chars, said)))
        objects.append(_font(chars, first, len(objects)))
        fonts.append(f"/F{start // FONT_SIZE} {len(objects)} 0 R")
    kids = []
    for page in pages:
        objects.append(_stream("\n".join(_drawn(part, places) for part in page.content)))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A4[0]} {A4[1]}] {page.entries} "
            f"/Resources << /Font << {' '.join(fonts)} >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects, trailer)


def _drawn(part: str | tuple[str, float, str], places: Mapping[str, int]) -> str:
    if isinstance(part, str):
        return part
    operators, size, text = part
    shown = [
        f"/F{font} {size} Tf <{''.join(_code(places[char]) for char in run)}> Tj"
        for font, run in groupby(text, lambda char: places[char] // FONT_SIZE)
    ]
    return f"BT {operators} {' '.join(shown)} ET"


def _code(place: int) -> str:
    return f"{place % FONT_SIZE + 33:02x}"


def _glyph(char: str, shape: Callable[[str], str]) -> str:
    """Give the drawing of a letter, nothing for a blank."""
    width = _width(char)
    return _stream(f"{width} 0 d0" if char.isspace() else f"{width} 0 d0 {shape(char)}")


def _bar(char: str) -> str:
    return f"50 -100 {_width(char) - 100} 900 re f"


def _width(char: str) -> int:
    return 500 if char.isascii() else 1000


def _font(chars: Sequence[str], first: int, to_unicode: int) -> str:
    """Give a font; the drawings of its letters are the objects from `first` on."""
    widths = " ".join(str(_width(char)) for char in chars)
    names = " ".join(f"/g{i}" for i in range(len(chars)))
    drawings = " ".join(f"/g{i} {first + i} 0 R" for i in range(len(chars)))
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [.001 0 0 .001 0 0]"
        f" /FirstChar 33 /LastChar {32 + len(chars)} /Widths [{widths}]"
        f" /Encoding << /Type /Encoding /Differences [33 {names}] >>"
        f" /CharProcs << {drawings} >> /Resources << >> /ToUnicode {to_unicode} 0 R >>"
    )


def _map(chars: Sequence[str], said: Mapping[str, str]) -> str:
    """Give the character map of a font."""
    rows = [
        f"<{i + 33:02x}> <{said[char].encode('utf-16-be').hex()}>"
        for i, char in enumerate(chars)
        if char in said
    ]
    parts = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    maps = "\n".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def "
        f"/CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange\n{maps}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )


def _stream(content: str) -> str:
    return f"<< /Length {len(content.encode())} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str], trailer: str) -> bytes:
    parts = [b"%PDF-1.7\n"]
    places = []
    for number, content in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n{content}\nendobj\n".encode())
    start = sum(map(len, parts))
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    parts.append(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
        f"startxref\n{start}\n%%EOF\n".encode()
    )
    return b"".join(parts)
