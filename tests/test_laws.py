"""The laws of the whole tool, on texts that hypothesis builds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffcore import Collation, collate
from diffcore.spans import SourceSpan
from tests.coverage_law import assert_every_difference_is_named
from tests.damage import half_width, paginate, wrap
from tests.strategies import official_texts

ROOT = Path(__file__).resolve().parents[1]
MIRRORED = {
    "missing_figure": "extra_figure",
    "missing_latin": "extra_latin",
    "omission": "addition",
    "omitted_clause": "added_clause",
    "split_clause": "merged_clause",
}
MIRRORED |= {other: one for one, other in MIRRORED.items()}

several_texts = settings(max_examples=60, deadline=None)


def collate_texts(base: str, other: str) -> Collation:
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "base.txt"), Path(folder, "other.txt")
        for path, text in zip(paths, (base, other), strict=True):
            path.write_bytes(text.encode())
        return collate(*paths)


def assert_tiled(spans: list[SourceSpan], whole: SourceSpan) -> None:
    assert sum(map(len, spans)) == len(whole)
    ordered = sorted(span for span in spans if span)
    if ordered:
        assert (ordered[0].start, ordered[-1].end) == (whole.start, whole.end)
    assert all(one.end == two.start for one, two in pairwise(ordered))


# Single characters that mean something to some fold, label, figure or rule, and any other one.
marks = st.sampled_from(
    "%％‰.．。、，:：;；（）()〔〕[]“”—-…·①⒈一第条章年月日号个AaＡ0９\u3000\n"
) | st.characters(exclude_categories=("Cs", "Cc"))


@several_texts
@given(official_texts(), official_texts())
def test_ops_tile_both_scopes_and_every_difference_is_named(base: str, other: str) -> None:
    collation = collate_texts(base, other)
    ops = [op for comparison in collation.comparisons for op in comparison.ops]
    assert_tiled([op.spans.base for op in ops], collation.witnesses.base.scope)
    assert_tiled([op.spans.other for op in ops], collation.witnesses.other.scope)
    assert_every_difference_is_named(collation)


@several_texts
@given(official_texts(), st.lists(st.tuples(st.integers(0, 10**6), marks), min_size=1, max_size=6))
def test_whatever_is_put_into_a_text_is_named_or_folded(
    text: str, insertions: list[tuple[int, str]]
) -> None:
    other = text
    for place, mark in insertions:
        at = place % len(other)
        other = other[:at] + mark + other[at:]
    collation = collate_texts(text, other)
    assert_every_difference_is_named(collation)
    assert_every_difference_is_named(collate_texts(other, text))


# Whole words that get lost or come in: figures, Latin words, labels, signs at a line break.
pieces = st.sampled_from(
    ("〔2021〕18号", "2025年", "4.", "FiO2\n＜50%", "第二十五章", "（三）", "PM2.5", "≥10%", "1:2",
     "，共3万元", "第五条第二款", "《示范办法》", "不得", "“三农”", "12-15", "5G，", "届", "——",
     "；应当")
)  # fmt: skip


@several_texts
@given(
    official_texts(),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 6), pieces), min_size=1, max_size=5),
)
def test_whatever_gets_lost_is_named_in_every_character(
    text: str, changes: list[tuple[int, int, str]]
) -> None:
    base, other = text, text
    for place, length, piece in changes:
        at = place % len(base)
        base = base[:at] + piece + base[at:]
        at = place % len(other)
        other = other[:at] + other[at + length :]
    assert_every_difference_is_named(collate_texts(base, other))
    assert_every_difference_is_named(collate_texts(other, base))


@several_texts
@given(official_texts(), official_texts())
def test_equal_ops_are_equal_in_the_source(base: str, other: str) -> None:
    collation = collate_texts(base, other)
    for comparison in collation.comparisons:
        for op in comparison.ops:
            one = op.spans.base.of(collation.witnesses.base.source.text)
            two = op.spans.other.of(collation.witnesses.other.source.text)
            assert (one == two) == (op.tag == "equal")


@several_texts
@given(official_texts())
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    collation = collate_texts(text, text)
    assert collation.findings == ()
    assert collation.folds == ()
    assert {op.tag for c in collation.comparisons for op in c.ops} <= {"equal"}


@several_texts
@given(official_texts(), official_texts())
def test_swapping_the_sides_mirrors_the_findings(base: str, other: str) -> None:
    def facts(collation: Collation) -> list[tuple[str, str, int, int, int, int]]:
        return sorted(
            (f.kind, f.severity, r.base.span.start, r.base.span.end,
             r.other.span.start, r.other.span.end)
            for f in collation.findings
            for r in [f.readings]
        )  # fmt: skip

    mirrored = [
        (MIRRORED.get(kind, kind), severity, c, d, a, b)
        for kind, severity, a, b, c, d in facts(collate_texts(other, base))
    ]
    assert facts(collate_texts(base, other)) == sorted(mirrored)


@several_texts
@given(official_texts(), st.integers(18, 42), st.booleans(), st.booleans(), st.booleans())
def test_wraps_pages_and_width_are_no_difference(
    text: str, width: int, blank_lines: bool, pages: bool, narrow: bool
) -> None:
    other = wrap(text, width, blank_lines=int(blank_lines))
    other = paginate(other) if pages else other
    other = half_width(other) if narrow else other
    findings = collate_texts(text, other).findings
    assert [f for f in findings if f.severity != "note"] == []


@several_texts
@given(official_texts(), st.data())
def test_a_planted_word_is_found_at_its_place(text: str, data: st.DataObject) -> None:
    places = [i for i in range(len(text)) if text.startswith(("应当", "鼓励", "定期"), i)]
    if not places:
        return
    at = data.draw(st.sampled_from(places))
    findings = collate_texts(text, text[:at] + "灯盏" + text[at + 2 :]).findings
    assert len(findings) == 1
    span = findings[0].readings.base.span
    assert span.start <= at
    assert at + 2 <= span.end
    assert len(span) <= 4


@pytest.mark.parametrize("format_name", ["json", "html", "terminal"])
def test_two_runs_under_different_hash_seeds_give_the_same_bytes(format_name: str) -> None:
    samples = ROOT / "samples" / "gazette"
    outputs = [
        subprocess.run(
            [sys.executable, "-m", "cli", "compare", "gazette.txt", "standalone.txt",
             "-o", "-", "--format", format_name],
            cwd=samples,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=False,
        )
        for seed in ("1", "2")
    ]  # fmt: skip
    assert [output.returncode for output in outputs] == [1, 1]
    assert outputs[0].stdout == outputs[1].stdout
    assert len(outputs[0].stdout) > 1000


def test_clauses_without_words_answer_to_themselves() -> None:
    text = "海湾市灯塔保护条例\n第一条　灯塔由市水务局管理。\n第二条\n第二条\n"
    assert collate_texts(text, text).findings == ()


def test_the_same_character_is_no_difference_where_one_text_is_of_the_other_script() -> None:
    simplified = "海湾市港务局应当在码头设置禁菸标示，并且定期检查。\n"
    traditional = "海灣市港務局應當在碼頭設置禁菸標示，並且定期檢查。\n"
    assert collate_texts(simplified, traditional).findings == ()
