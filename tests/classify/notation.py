"""Two texts in one line, as a proofreader writes them: 补贴[-五百-]{+六百+}元，(~５０|50~)人."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from diffcore import Collation, collate
from diffcore.model import Finding
from diffcore.spans import Pair

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
    """Collate two texts by way of two files."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "base.txt"), Path(folder, "other.txt")
        for path, text in zip(paths, (base, other), strict=True):
            path.write_bytes(text.encode())
        return collate(*paths)


def tell(finding: Finding) -> tuple[str, str, str]:
    """Give kind and readings of a finding, for comparing."""
    return finding.kind, finding.readings.base.text, finding.readings.other.text
