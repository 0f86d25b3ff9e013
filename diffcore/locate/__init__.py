"""Stage 4: two documents → the two scopes that answer to each other.

A gazette issue holds several documents, a file from a web site one of them. The part of either text
that the other has, too, is found by its words. It begins and ends where documents do; within it
nothing is left out, so that what one text lacks is reported and never taken for out of scope.
"""

from __future__ import annotations

from diffcore.locate.chosen import chosen
from diffcore.locate.hull import answering, is_related, shared_traces
from diffcore.locate.messages import left_out, unrelated
from diffcore.model import Document, Located, Options, Scope
from diffcore.spans import Pair


def locate(documents: Pair[Document], options: Options) -> Located:
    """Find the scopes (对校范围) of two documents.

    Raises: OptionError where `options` choose a document that a text does not have.
    """
    scopes = Pair(
        chosen(documents.base, options.base_doc, "base"),
        chosen(documents.other, options.other_doc, "other"),
    )
    if not options.whole:
        shared = shared_traces(scopes)
        if not is_related(shared):
            return Located(scopes.map(_nothing), is_related=False, notices=(unrelated(),))
        scopes = answering(shared, Pair(options.base_doc is None, options.other_doc is None))
    notices = tuple(
        notice
        for side, scope in (("base", scopes.base), ("other", scopes.other))
        if (notice := left_out(scope, side)) is not None
    )
    return Located(scopes, is_related=True, notices=notices)


def _nothing(scope: Scope) -> Scope:
    return Scope(scope.document, scope.first, scope.first)
