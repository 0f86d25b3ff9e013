"""Stage 7: every difference gets a name, a message and its place in a group (校记)."""

from __future__ import annotations

from collections.abc import Iterator

from diffcore.classify.carried import carry
from diffcore.classify.counts import count_folds
from diffcore.classify.findings import Unnumbered, find_all, find_unrelated, number, put_in_order
from diffcore.classify.glyphs import remark_on_glyphs
from diffcore.classify.grouping import group
from diffcore.classify.kinds import KINDS
from diffcore.classify.ledger import keep_ledger
from diffcore.classify.naming import name_differences
from diffcore.classify.numbering import read_numbering
from diffcore.classify.tellings import Told
from diffcore.classify.titles import title_of
from diffcore.decisions import Decisions
from diffcore.model import Collation, Comparison, Document, Located, Notice, Options, Witness
from diffcore.spans import Pair


def classify(
    located: Located,
    comparisons: tuple[Comparison, ...],
    options: Options,
    version: str,
    aligning: tuple[Notice, ...] = (),
    earlier: Decisions | None = None,
) -> Collation:
    """Give the whole result: each difference named by a rule, counted and grouped.

    `aligning` are the notices about the links between the clauses, `earlier` the decisions of an
    earlier run.
    Texts that are not related have one finding of kind `unrelated` and no rows.
    """
    documents = located.scopes.map(lambda scope: scope.document)
    normals = documents.map(lambda document: document.normal)
    if not located.is_related:
        comparisons, found = (), [find_unrelated()]
    else:
        found = _find(documents, comparisons)
    found = put_in_order(found)
    numbered = remark_on_glyphs(number(found), documents)
    findings, groups = group(numbered, found, located.scopes, comparisons)
    told = (Told(one.spans, finding) for one, finding in zip(found, findings, strict=True))
    return Collation(
        version=version,
        options=options,
        witnesses=located.scopes.map(
            lambda scope: Witness(scope.document, title_of(scope), scope.source_span)
        ),
        comparisons=comparisons,
        findings=findings,
        groups=groups,
        folds=count_folds(normals, comparisons),
        notices=_notices(located, aligning, comparisons),
        kinds=KINDS,
        figures=keep_ledger(located.scopes, comparisons, told),
        review=carry(earlier, findings) if earlier else None,
    )


def _find(documents: Pair[Document], comparisons: tuple[Comparison, ...]) -> list[Unnumbered]:
    """Give the findings of all rows."""
    numbering = read_numbering(comparisons, documents)
    found: list[Unnumbered] = []
    for row, comparison in enumerate(comparisons):
        named = name_differences(comparison, documents, numbering)
        found += find_all(row, comparison, documents, named)
    return found


def _notices(
    located: Located, aligning: tuple[Notice, ...], comparisons: tuple[Comparison, ...]
) -> tuple[Notice, ...]:
    """Give the notices of all stages, in the order of the stages."""
    normals = located.scopes.map(lambda scope: scope.document.normal)
    return (
        *_sided("base", normals.base.source.notices),
        *_sided("other", normals.other.source.notices),
        *_sided("base", normals.base.notices),
        *_sided("other", normals.other.notices),
        *located.notices,
        *aligning,
        *(notice for comparison in comparisons for notice in comparison.notices),
    )


def _sided(side: str, notices: tuple[Notice, ...]) -> Iterator[Notice]:
    """Give notices of a stage that sees one text and does not know which side it is."""
    return (Notice(notice.stage, notice.side or side, notice.message) for notice in notices)
