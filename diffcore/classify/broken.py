"""What is said of a clause that is one on this side and several on that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from diffcore.classify.case import Answer, Case, Draft, label_zone, words_of
from diffcore.classify.messages import say_broken
from diffcore.model import Clause, Hunk
from diffcore.spans import NormalSpan, Pair

# Words of a part that was turned round with another, in characters: shorter ones that are left out
# here and put in there are two changes. Range 12..60.
TURNED_AT_LEAST = 20


def name_broken(case: Case, kind: str, pieces: tuple[Clause, ...]) -> Answer:
    """Give the finding of `kind` for a row of which one side has `pieces`.

    The labels of the pieces are part of it, but for a first one that answers to a label. Where
    the later pieces have none, only paragraph breaks differ, and the finding is a note.
    """
    texts = case.texts
    spans = Pair(words_of(texts.base, case.spans.base), words_of(texts.other, case.spans.other))
    one = case.row.clauses.base if kind == "split_clause" else case.row.clauses.other
    later = pieces[1:] if one[0].label else pieces
    if not any(piece.label for piece in pieces[1:]):
        return Answer((Draft(kind, spans, "note", partial(say_broken, kind)),))
    turned = _turned(case.comparison.hunks)
    claims = tuple(
        index
        for index, hunk in enumerate(case.comparison.hunks)
        if _is_label(later, hunk.spans.other if kind == "split_clause" else hunk.spans.base)
        or (hunk.texts.base or hunk.texts.other) in turned
    )
    return Answer((Draft(kind, spans),), claims)


def _turned(hunks: Sequence[Hunk]) -> set[str]:
    """Give the words that one side of a row has earlier and the other later: parts turned round."""
    deleted = {hunk.texts.base for hunk in hunks if not hunk.texts.other}
    inserted = {hunk.texts.other for hunk in hunks if not hunk.texts.base}
    return {words for words in deleted & inserted if len(words) >= TURNED_AT_LEAST}


def _is_label(pieces: tuple[Clause, ...], span: NormalSpan) -> bool:
    return bool(span) and label_zone(pieces, span) is not None
