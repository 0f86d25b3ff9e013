"""Other diff tools on some of the same edits, judged by the same scorer.

A peer gives hunks: stretches of the base and of the other that differ. It knows no kinds, so only
what is found, in how many pieces, and what is told for nothing can be compared.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.planting.dirt import DIRTS, convertible
from benchmarks.accuracy.planting.items import Item
from benchmarks.accuracy.planting.judge import judge_hunks
from benchmarks.accuracy.planting.plant import plant
from benchmarks.accuracy.task import Table
from diffcore.errors import Bilingual
from diffcore.spans import SourceSpan

# Texts of the sample, every so manyth of all, and the characters of each: difflib is quadratic.
SAMPLE_EVERY = 12
LENGTH_AT_MOST = 3_000
_DIRTS = ("none", "wrapped and paged", "without figures")

# start..end of the base stands against begin..stop of the other.
Hunks = list[tuple[int, int, int, int]]
Peer = Callable[[str, str], Hunks]


def _by_script(script: Iterable[tuple[int, int]]) -> Hunks:
    """Give hunks from the steps of a script: (-1, 0, 1) and how many characters."""
    hunks: Hunks = []
    at = begin = start = place = 0
    for kind, length in [*script, (0, 0)]:
        if kind:
            at, begin = at + length * (kind < 0), begin + length * (kind > 0)
            continue
        if at > start or begin > place:
            hunks.append((start, at, place, begin))
        at, begin = at + length, begin + length
        start, place = at, begin
    return hunks


def _dmp(timeout: float) -> Peer:
    def compare(base: str, other: str) -> Hunks:
        from diff_match_patch import diff_match_patch

        engine = diff_match_patch()
        engine.Diff_Timeout = timeout
        return _by_script((kind, len(text)) for kind, text in engine.diff_main(base, other))

    return compare


def _dmp_semantic(base: str, other: str) -> Hunks:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    script = engine.diff_main(base, other)
    engine.diff_cleanupSemantic(script)
    return _by_script((kind, len(text)) for kind, text in script)


def _fast_dmp(base: str, other: str) -> Hunks:
    diff = importlib.import_module("fast_diff_match_patch").diff
    script = diff(base, other, timelimit=0, cleanup="No", counts_only=True)
    return _by_script(({"-": -1, "+": 1}.get(sign, 0), length) for sign, length in script)


def _difflib(base: str, other: str) -> Hunks:
    codes = SequenceMatcher(None, base, other, autojunk=False).get_opcodes()
    return [(a, b, c, d) for tag, a, b, c, d in codes if tag != "equal"]


def _rapidfuzz(base: str, other: str) -> Hunks:
    from rapidfuzz.distance import Indel

    codes = Indel.opcodes(base, other)
    script = (
        (_SIGNS[c.tag], max(c.src_end - c.src_start, c.dest_end - c.dest_start)) for c in codes
    )
    return _by_script(script)


_SIGNS = {"equal": 0, "delete": -1, "insert": 1}


def _redlines(base: str, other: str) -> Hunks:
    # It drops line feeds, which moves its places: they go in as blanks.
    redlines = importlib.import_module("redlines").Redlines
    found = redlines(base.replace("\n", " "), other.replace("\n", " ")).output_json(pretty=False)
    return list(_positions(json.loads(found)["changes"]))


def _positions(changes: Iterable[dict[str, object]]) -> Iterator[tuple[int, int, int, int]]:
    at = place = 0
    for change in changes:
        source, test = change.get("source_position"), change.get("test_position")
        start, end = source if isinstance(source, list) else (at, at)
        begin, stop = test if isinstance(test, list) else (place, place)
        at, place = end, stop
        if change["type"] != "equal":
            yield start, end, begin, stop


PEERS: dict[str, Peer] = {
    "diff-match-patch (timeout 0)": _dmp(0),
    "diff-match-patch (1 s)": _dmp(1),
    "diff-match-patch (semantic)": _dmp_semantic,
    "fast-diff-match-patch": _fast_dmp,
    "difflib.SequenceMatcher": _difflib,
    "rapidfuzz Indel": _rapidfuzz,
    "redlines": _redlines,
}


class _Numbers(NamedTuple):
    edits: int = 0
    told: int = 0
    pieces: int = 0
    hunks: int = 0
    false: int = 0


def compare_peers(engine: Engine, items: Sequence[Item]) -> Table:
    """Give the numbers of this tool and of each peer that is installed, side by side."""
    samples = [
        item._replace(text=item.text._replace(paragraphs=_head(item.text.paragraphs)))
        for item in items[::SAMPLE_EVERY]
    ]
    sums: dict[tuple[str, str], list[int]] = {}
    for found in engine.each(_measure, samples):
        for key, numbers in found.items():
            sums[key] = [a + b for a, b in zip(sums.get(key, [0] * 5), numbers, strict=True)]
    rows = [_row(name, dirt, _Numbers(*sums[name, dirt])) for name, dirt in sums]
    return Table(
        Bilingual("同类工具，部分文本", "peers, on a sample"),
        (
            Bilingual("工具", "tool"), Bilingual("另一本", "the other text"),
            Bilingual("差异", "edits"), Bilingual("报出", "told"),
            Bilingual("每处几段", "pieces an edit"), Bilingual("全部差异处", "all hunks"),
            Bilingual("其中误报", "false ones"),
        ),
        tuple(sorted(rows, key=lambda row: (_DIRTS.index(row[1]), row[0] != "jiaokan", row[0]))),
    )  # fmt: skip


def _head(paragraphs: Sequence[str]) -> tuple[str, ...]:
    length, kept = 0, []
    for paragraph in convertible(paragraphs):
        length += len(paragraph)
        if length <= LENGTH_AT_MOST:
            kept.append(paragraph)
    return tuple(kept)


def _measure(engine: Engine, sample: Item) -> dict[tuple[str, str], _Numbers]:
    """Give the numbers of all tools on one text."""
    planted = plant(sample.text.paragraphs, sample.seed, sample.foreign)
    found = {}
    for dirt in (dirt for dirt in DIRTS if dirt.name in _DIRTS):
        other = dirt.apply(planted.other)
        ours = [
            (*_ends(f.readings.base.span), *_ends(f.readings.other.span))
            for f in engine.collate_texts(planted.base, other).findings
            if f.severity != "note"
        ]
        hunks = {"jiaokan": ours, **dict(_of_peers(planted.base, other))}
        for name, given in hunks.items():
            texts = [(planted.base[a:b], other[c:d], a, b) for a, b, c, d in given]
            found[name, dirt.name] = _Numbers(*judge_hunks(planted, texts, dirt))
    return found


def _ends(span: SourceSpan) -> tuple[int, int]:
    return span.start, span.end


def _of_peers(base: str, other: str) -> Iterator[tuple[str, Hunks]]:
    for name, peer in PEERS.items():
        try:
            yield name, peer(base, other)
        except ModuleNotFoundError:
            continue


def _row(name: str, dirt: str, numbers: _Numbers) -> tuple[str, ...]:
    return (
        name, dirt, f"{numbers.edits:,}", f"{numbers.told / max(1, numbers.edits):.1%}",
        f"{numbers.pieces / max(1, numbers.told):.2f}", f"{numbers.hunks:,}", f"{numbers.false:,}",
    )  # fmt: skip
