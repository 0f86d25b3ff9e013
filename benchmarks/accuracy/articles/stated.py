"""What the legislature's reasons say of each article, as a pattern read them and as corrected."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from diffcore.errors import Bilingual

JUDGED = Path(__file__).with_name("judged.json")


class Stated(NamedTuple):
    """The old articles that an article comes from; none if it is new.

    `parts` are old articles that the reason names as the source of a paragraph or an item only:
    to tell them is no fault, and not to tell them is none.
    """

    sources: frozenset[str]
    parts: frozenset[str] = frozenset()


class Revision(NamedTuple):
    """Two versions of a law, in `folder`, and what the reasons say of articles of the new one."""

    law: str
    date: str
    folder: Path
    stated: Mapping[str, Stated]


class Judgement(NamedTuple):
    """Where the pattern misread a reason; `stated` is None where no reason was printed."""

    law: str
    date: str
    article: str
    read: frozenset[str]
    stated: Stated | None
    reason: Bilingual


def revisions(corpus: Path) -> list[Revision]:
    """Give the pairs of a corpus with what the pattern read, where the reason itself says it."""
    found = []
    for path in sorted(corpus.glob("*/*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))["gold"]
        stated = {
            article: Stated(frozenset(entry["src"]))
            for article, entry in gold.items()
            if entry["explicit"]
        }
        found.append(Revision(path.parent.parent.name, path.parent.name, path.parent, stated))
    return found


def judgements() -> list[Judgement]:
    """Give the reasons that were read again by a person."""
    return [
        Judgement(
            one["law"],
            one["date"],
            one["article"],
            frozenset(one["read"]),
            None
            if one["sources"] is None
            else Stated(frozenset(one["sources"]), frozenset(one["parts"])),
            Bilingual(one["zh"], one["en"]),
        )
        for one in json.loads(JUDGED.read_text(encoding="utf-8"))
    ]


def corrected(revision: Revision, judged: list[Judgement]) -> Revision:
    """Give the revision as judged."""
    stated = dict(revision.stated)
    for one in judged:
        if (one.law, one.date) == (revision.law, revision.date):
            stated.pop(one.article, None)
            if one.stated is not None:
                stated[one.article] = one.stated
    return revision._replace(stated=stated)
