"""What scripts do that compare two versions of a law article by article."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

from benchmarks.accuracy.articles.told import Links, Told
from benchmarks.accuracy.articles.versions import Articles, articles
from diffcore.errors import Bilingual

Matcher = Callable[[Articles, Articles], Links]

# From this ratio (0..1) on the greedy matcher takes a pair: of 0.3, 0.4, 0.5, 0.6, 0.7 the one
# with which its F1 on shared/data/laws-tw is best.
RATIO_AT_LEAST = 0.4


def peer(matcher: Matcher, folder: Path) -> Told:
    """Give what a matcher tells of the two versions in `folder`."""
    links = matcher(articles(folder / "old.txt"), articles(folder / "new.txt"))
    return Told(links, links)


def by_number(old: Articles, new: Articles) -> Links:
    """Link articles of one number."""
    return {name: frozenset({name}) for name in new if name in old}


def by_words(old: Articles, new: Articles) -> Links:
    """Link articles with equal words, and those that replace each other between them in order."""
    names = list(old), list(new)
    texts = list(old.values()), list(new.values())
    found: Links = {}
    for tag, i, j, k, m in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            pairs = zip(names[0][i:j], names[1][k:m], strict=False)
            found.update({two: frozenset({one}) for one, two in pairs})
    return found


def by_ratio(old: Articles, new: Articles) -> Links:
    """Link the most similar articles first, each once."""
    from rapidfuzz import fuzz, process

    names = list(old), list(new)
    pairs = []
    for at, text in enumerate(new.values()):
        hits = process.extract(
            text,
            list(old.values()),
            scorer=fuzz.ratio,
            score_cutoff=100 * RATIO_AT_LEAST,
            limit=None,
        )
        pairs += [(-ratio, names[0][place], names[1][at]) for _, ratio, place in hits]
    found: Links = {}
    taken = set()
    for _, one, two in sorted(pairs):
        if one not in taken and two not in found:
            taken.add(one)
            found[two] = frozenset({one})
    return found


PEERS: tuple[tuple[Bilingual, Matcher], ...] = (
    (Bilingual("同号", "equal number"), by_number),
    (Bilingual("difflib，按条", "difflib on articles"), by_words),
    (Bilingual("rapidfuzz 贪心", "rapidfuzz, greedy"), by_ratio),
)
