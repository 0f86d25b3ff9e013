"""Words that a rule looks for: which of them a reading has, and what is left without them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from diffcore.classify.case import Case

# A difference in words of force is told as such while it has at most this many characters on
# either side: in a longer one these words are not what a reader is to be told of first.
# Range 4..20; read off the revised laws of shared/data/laws, where 可以根据需要→应当及时 is one.
SHORT_AT_MOST = 8

# A word of force that is lost or added may take this many characters along (依法应当, 不予).
# Range 0..4; with 4 whole phrases that merely contain such a word are told as it.
REST_AT_MOST = 2


class Terms(NamedTuple):
    """The terms found in a reading, in order, and the reading without them."""

    found: tuple[str, ...]
    rest: str


def find_terms(text: str, terms: tuple[str, ...], masks: tuple[str, ...] = ()) -> Terms:
    """Give which of `terms` stand in `text`; longer terms must be named before shorter ones.

    `masks` are longer words that contain a term and are none (非常 is no negation).
    """
    words_by_head = _by_head(terms, masks)
    if words_by_head.keys().isdisjoint(text):
        return Terms((), text)
    found, rest, at = [], [], 0
    while at < len(text):
        words = words_by_head.get(text[at], ())
        word = next((word for word in words if text.startswith(word, at)), text[at])
        if word in masks or word not in terms:
            rest.append(word)
        else:
            found.append(word)
        at += len(word)
    return Terms(tuple(found), "".join(rest))


@cache
def _by_head(terms: tuple[str, ...], masks: tuple[str, ...]) -> dict[str, list[str]]:
    """Give the words to look for by their first character, masks first."""
    words: dict[str, list[str]] = {}
    for word in (*masks, *terms):
        words.setdefault(word[0], []).append(word)
    return words


def exchanged(case: Case, terms: tuple[str, ...], masks: tuple[str, ...] = ()) -> bool:
    """Say whether a difference is one of `terms`: exchanged, lost or added, with few words more."""
    reads = case.reads
    if max(len(reads.base), len(reads.other)) > SHORT_AT_MOST:
        return False
    base = find_terms(reads.base, terms, masks)
    other = find_terms(reads.other, terms, masks)
    if base.rest == other.rest:
        return base.found != other.found
    if not reads.base or not reads.other:
        return len(base.rest + other.rest) <= REST_AT_MOST and base.found != other.found
    # Among other words a single character may be a part of any of them (可, 应), and a term that
    # only one side has may be a part of what was replaced (证据不足 → 证据是伪造的).
    pair = _long(base.found), _long(other.found)
    return all(pair) and pair[0] != pair[1]


def _long(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(term for term in terms if len(term) > 1)
