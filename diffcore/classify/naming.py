"""Asks the rules: every row and every hunk of it gets its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from diffcore.classify import rules
from diffcore.classify.case import Answer, Case, Draft, Numbering, Rule
from diffcore.classify.counted import last_resort
from diffcore.classify.remainder import edges_of, find_owner, find_untold, widen
from diffcore.discover import discover
from diffcore.model import Comparison, Document
from diffcore.spans import NormalSpan, Pair


class Named(NamedTuple):
    """A draft with the rule that made it."""

    draft: Draft
    rule: str


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give every rule, those with the smaller rank first."""
    found: tuple[Rule, ...] = discover(rules, "RULE")
    return tuple(sorted(found, key=lambda rule: (rule.rank, rule.name)))


def name_differences(
    comparison: Comparison, documents: Pair[Document], numbering: Pair[Numbering]
) -> Iterator[Named]:
    """Give the drafts for a row and for all its hunks; every hunk is named by at least one.

    A row of equal words has something to tell only where articles were renumbered.
    """
    if not comparison.hunks and comparison.row.relation == "matched" and not numbering.base:
        return
    is_taken = [False] * len(comparison.hunks)
    whole = Case(comparison, documents, comparison.row.spans, -1, is_taken, numbering)
    for rule in all_rules():
        answer = rule.match(whole) if rule.about == "row" else None
        if answer:
            yield from _take(answer, rule, is_taken)
    for index, hunk in enumerate(comparison.hunks):
        if not is_taken[index]:
            case = Case(comparison, documents, hunk.spans, index, is_taken, numbering)
            yield from _name_hunk(case, is_taken)


def _name_hunk(case: Case, is_taken: list[bool]) -> list[Named]:
    """Give the drafts for a hunk and for those claimed with it; they tell every character."""
    named: list[Named] = []
    claimed = [case.index, *_ask(case, named, is_taken)]
    for index in claimed:
        hunk = case.comparison.hunks[index].spans
        for spans in _untold(case, named, hunk):
            part = replace(case, spans=spans, index=index)
            if part.reads.base != part.reads.other:
                _ask(part, named, is_taken)
        for spans in _untold(case, named, hunk):
            # The rules told of other words than they were asked about.
            part = replace(case, spans=spans, index=index)
            kind = last_resort(part)
            named.append(Named(Draft(kind, spans), kind))
    return named


def _untold(case: Case, named: list[Named], hunk: Pair[NormalSpan]) -> tuple[Pair[NormalSpan], ...]:
    """Give the words of `hunk` that no draft tells.

    Signs beside a draft, and words that both sides have behind one, are taken into it.
    """
    drafts = [one.draft for one in named]
    untold = find_untold(hunk, drafts)
    if not untold:
        return ()
    left, edges = [], edges_of(drafts)
    for spans in untold:
        at = find_owner(edges, spans, case.texts)
        if at is None:
            left.append(spans)
        else:
            named[at] = named[at]._replace(draft=widen(named[at].draft, spans))
    return tuple(left)


def _ask(case: Case, named: list[Named], is_taken: list[bool]) -> tuple[int, ...]:
    """Add the drafts of the first rule that answers, then those for what it leaves over.

    Gives the hunks that the answer claims. Ends: what a rule leaves over is shorter than what it
    was asked about.
    """
    is_taken[case.index] = True
    for rule in _hunk_rules():
        answer = rule.match(case)
        # An answer without a word would hide the difference: the next rule is asked.
        if answer is None or not (answer.drafts or answer.rest):
            continue
        named.extend(_take(answer, rule, is_taken))
        for spans in answer.rest:
            part = replace(case, spans=spans)
            # Words between two that changed may be the same: no difference of their own.
            if part.reads.base != part.reads.other:
                _ask(part, named, is_taken)
        return answer.claims
    return ()


@cache
def _hunk_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if rule.about == "hunk")


def _take(answer: Answer, rule: Rule, is_taken: list[bool]) -> Iterator[Named]:
    """Give the drafts of `answer`, and mark the hunks that it claims as named."""
    for index in answer.claims:
        is_taken[index] = True
    for draft in answer.drafts:
        yield Named(draft, rule.name)
