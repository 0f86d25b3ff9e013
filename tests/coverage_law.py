"""The law that no difference is hidden, character by character."""

from __future__ import annotations

from collections.abc import Iterator

from diffcore import Collation
from diffcore.model import NormalText
from diffcore.spans import SourceSpan


def assert_every_difference_is_named(collation: Collation) -> None:
    """Check that each op that is a difference is touched on both sides, and told in every word."""
    for index, comparison in enumerate(collation.comparisons):
        named = [f.readings for f in collation.findings if f.row == index]
        told = [r.base.span for r in named], [r.other.span for r in named]
        sources = collation.witnesses.map(lambda witness: witness.document.normal)
        for op in comparison.ops:
            if op.tag in ("equal", "folded"):
                continue
            assert any(
                r.base.span.start <= op.spans.base.end
                and op.spans.base.start <= r.base.span.end
                and r.other.span.start <= op.spans.other.end
                and op.spans.other.start <= r.other.span.end
                for r in named
            ), op
            for normal, span, spans in zip(sources, op.spans, told, strict=True):
                hidden = [at for at in _words(normal, span) if not _lies_in(at, spans)]
                assert not hidden, (op, [normal.source.text[at] for at in hidden])


def _words(normal: NormalText, span: SourceSpan) -> Iterator[int]:
    """Give the offsets in `span` of the characters that no fold has taken away."""
    return (
        at
        for at in range(span.start, span.end)
        if normal.offsets.folded_at(at) < normal.offsets.folded_at(at + 1)
        and not normal.source.text[at].isspace()
    )


def _lies_in(at: int, spans: list[SourceSpan]) -> bool:
    return any(span.start <= at < span.end for span in spans)
