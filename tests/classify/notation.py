"""Two texts in one line, as a proofreader writes them: 补贴[-五百-]{+六百+}元，(~５０|50~)人."""

from __future__ import annotations

import re
from hashlib import sha256

from diffcore.model import Collation, Finding, Options, SourceText
from diffcore.pipeline import collate_sources
from diffcore.spans import Pair
from tests.notation import unmapped_in

_MARKS = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}|\(~(.*?)\|(.*?)~\)", re.DOTALL)
_FRAME = (
    "第一条　为了规范档案管理，制定本办法。\n第二条　@\n第三条　档案馆每季度清点库存，公布结果。\n"
)


def read_notation(notation: str) -> Pair[str]:
    """Give the base and the other of a text with marked differences."""
    base = _MARKS.sub(lambda found: (found[1] or "") + (found[3] or ""), notation)
    other = _MARKS.sub(lambda found: (found[2] or "") + (found[4] or ""), notation)
    return Pair(base, other)


def collate_notation(notation: str) -> Collation:
    """Collate the two sides; a single line becomes the second article of a small regulation."""
    framed = notation if "\n" in notation else _FRAME.replace("@", notation)
    texts = read_notation(framed)
    return collate_texts(texts.base, texts.other)


def collate_texts(base: str, other: str) -> Collation:
    """Collate two texts; a mark 〓 in them stands for a glyph without character."""
    sources = Pair(_source("base.txt", base), _source("other.txt", other))
    return collate_sources(sources, Options())


def _source(name: str, text: str) -> SourceText:
    digest = sha256(text.encode()).hexdigest()
    return SourceText(name, digest, "text", "utf-8", text, unmapped=unmapped_in(text))


def tell(finding: Finding) -> tuple[str, str, str]:
    """Give kind and readings of a finding, for comparing."""
    return finding.kind, finding.readings.base.text, finding.readings.other.text
