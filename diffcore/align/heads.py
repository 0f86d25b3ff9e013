"""Pass 9: an article that got a new first paragraph, before the one that it had.

Its old words then stand in its second paragraph, but the article is the same: one row holds it.
"""

from __future__ import annotations

from collections.abc import Mapping

from diffcore.align.draft import Draft, Link
from diffcore.align.side import Side

HEADED = "headed"


def take_heads(draft: Draft) -> None:
    """Widen links of an article with a paragraph to the free head of its article."""
    sides, partners = draft.sides, draft.partners
    for link in draft.links():
        if not draft.is_across(link):
            continue
        if sides.base.is_article(link.base):
            head = _free_head(sides.other, link.other, partners.other)
            widened = Link(link.base, link.base_end, head, link.other_end, HEADED)
        else:
            head = _free_head(sides.base, link.base, partners.base)
            widened = Link(head, link.base_end, link.other, link.other_end, HEADED)
        if (widened.base, widened.other) != (link.base, link.other):
            draft.add(widened)


def _free_head(side: Side, paragraph: int, linked: Mapping[int, Link]) -> int:
    """Give the article that a paragraph stands in, if nothing from there on has a link, or itself.

    Items between the two belong to what is new: then the paragraph is not the old article.
    """
    head = side.parents[paragraph]
    if not side.is_article(head) or head in linked:
        return paragraph
    between = range(head + 1, paragraph)
    if any(at in linked or not side.is_paragraph(at) for at in between):
        return paragraph
    return head
