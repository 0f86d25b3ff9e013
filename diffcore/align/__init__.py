"""Stage 5: two scopes → rows, clause by clause.

The passes stand in order, the surest first; each links what the ones before it left free. Nothing
is matched by force: what finds no partner is omitted or added.
"""

from __future__ import annotations

from diffcore.align.breaks import join_breaks
from diffcore.align.bycontent import by_content
from diffcore.align.bylabel import by_label
from diffcore.align.byrole import by_role
from diffcore.align.candidates import likeness
from diffcore.align.confidence import weigh
from diffcore.align.divisions import by_children
from diffcore.align.draft import Draft, Link
from diffcore.align.heads import take_heads
from diffcore.align.home import send_home
from diffcore.align.identical import identical
from diffcore.align.inplace import in_place
from diffcore.align.leftovers import leftovers
from diffcore.align.lines import join_lines
from diffcore.align.moves import move_articles, moves
from diffcore.align.order import order_of
from diffcore.align.rows import rows_of
from diffcore.align.side import Side, side_of
from diffcore.align.splits import splits, unite
from diffcore.model import Links, Row, Scope
from diffcore.spans import Pair

PASSES = (
    identical,
    join_breaks,
    join_lines,
    by_label,
    by_content,
    splits,
    move_articles,
    by_children,
    take_heads,
    by_content,
    in_place,
    by_role,
    moves,
    splits,
    leftovers,
)


def align(scopes: Pair[Scope], links: Links | None = None) -> tuple[Row, ...]:
    """Align the clauses of two scopes (对齐); give the rows in the order of the base.

    Every clause of either scope is in exactly one row. Swapping the scopes swaps the rows and
    changes nothing else but their order. What `links` say holds, whatever the passes would say.
    Raises: OptionError where `links` do not fit the scopes.
    """
    by_hand = _links_by_hand(links, scopes) if links else []
    sides = scopes.map(side_of)
    turned = [link.turned() for link in by_hand]
    # Of two equal texts that which is linked first comes first.
    is_turned = (_rank(sides.other), sorted(turned)) < (_rank(sides.base), sorted(by_hand))
    if is_turned:
        sides = sides.swapped()
    draft = Draft(sides, likeness(sides))
    for link in turned if is_turned else by_hand:
        draft.settle(link)
    for run in PASSES:
        if not draft.is_complete():
            run(draft)
    draft.release()
    send_home(draft)
    unite(draft)
    order = order_of(draft)
    trust = weigh(draft, order)
    if is_turned:
        draft, order, trust = draft.turned(), order.turned(), trust.turned()
    return rows_of(draft, order, trust, scopes.map(lambda scope: scope.span.start))


def _links_by_hand(links: Links, scopes: Pair[Scope]) -> list[Link]:
    from diffcore.align.byhand import links_by_hand  # hardly any run needs it

    return links_by_hand(links, scopes)


def _rank(side: Side) -> tuple[object, ...]:
    """Give a key that puts any two texts in one order, whichever comes first."""
    labels = tuple(clause.label for clause in side.clauses)
    return len(side), sum(map(len, side.bodies)), side.bodies, labels, side.parents
