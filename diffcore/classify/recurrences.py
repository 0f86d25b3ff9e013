"""One difference that is made many times, and the places where it was not made.

A replacement is known by the words that it exchanges, however the differences were cut; a figure,
a citation or a mark by what either side reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diffcore.classify.exchange import core_of, whole_words
from diffcore.classify.kept import Sought, find_kept
from diffcore.errors import Bilingual
from diffcore.model import Comparison, Document, Finding, Kept
from diffcore.spans import NormalSpan, Pair

# The same reading is replaced, lost or added this often, and what is lost or added has so many
# characters, before it is a pattern.
RECURRING_AT_LEAST = 2
RECURRING_WORDS_AT_LEAST = 2

# Kinds of which the words are compared, all together: one replacement is one, whether it stands
# in a sentence or in a list of bodies.
_WORDED = frozenset(
    ("wording", "omission", "addition", "modality", "negation", "bound", "roster")
)  # fmt: skip
# Kinds of which the readings are compared, each by itself.
_READ = frozenset(
    ("citation", "changed_figure", "figure_form", "punctuation", "variant_form", "transposition")
)


# Marks at the ends of a reading are not looked for.
_MARKS = "、，。；：,;: "


class Change(NamedTuple):
    """A finding with its place in the normal texts; `zones` are the clauses that it lies in."""

    finding: Finding
    spans: Pair[NormalSpan]
    zones: Pair[NormalSpan]


class Recurring(NamedTuple):
    """What a group of one recurring difference has besides its members (see `Group`)."""

    words: Pair[str] | None = None
    kept: tuple[Kept, ...] = ()
    reverse: tuple[str, ...] = ()


class Cluster(NamedTuple):
    """A group in the making."""

    title: Bilingual
    cause: str
    members: tuple[Finding, ...]
    recurring: Recurring = Recurring()


# The kind ("" for all that are worded), the severity, and what really differs.
_Key = tuple[str, str, str, str]


class _Pattern(NamedTuple):
    """Changes of the same words."""

    key: _Key
    words: Pair[str]
    members: tuple[Finding, ...]

    @property
    def sought(self) -> Sought | None:
        """The word of the base whose other places are of interest, None where there is none.

        A word that was left out stood where it was not wanted; that it stands elsewhere says
        nothing. Nor does it of a word that made way for a mark (和 → 、).
        """
        kind, *_ = self.key
        base, other = self.words.map(lambda words: words.strip(_MARKS))
        is_wanted = base and other and kind in ("", "changed_figure")
        return Sought(base, kind == "changed_figure") if is_wanted else None


def find_recurrences(
    changes: Iterable[Change], documents: Pair[Document], comparisons: Sequence[Comparison]
) -> Iterator[Cluster]:
    """Give the differences of the same words that are made more than once, in reading order."""
    texts = documents.map(lambda document: document.normal.text)
    alike: dict[_Key, list[Change]] = {}
    for change in changes:
        if change.finding.kind in _WORDED or change.finding.kind in _READ:
            alike.setdefault(_key_of(change, texts), []).append(change)
    patterns = [
        pattern
        for key, same in alike.items()
        if len(same) >= RECURRING_AT_LEAST
        for pattern in _patterns(key, same, texts)
    ]
    patterns.sort(key=lambda pattern: pattern.members[0].id)
    sought = [one for one in (pattern.sought for pattern in patterns) if one]
    kept = find_kept(dict.fromkeys(sought), documents, comparisons)
    for pattern in patterns:
        places = tuple(kept.get(pattern.sought, ())) if pattern.sought else ()
        recurring = Recurring(pattern.words, places, _reverse(pattern, alike, texts))
        title = _title(pattern, recurring)
        yield Cluster(title, "recurring", pattern.members, recurring)


def _key_of(change: Change, texts: Pair[str]) -> _Key:
    """Give what changes have in common that may be one replacement."""
    kind, severity = change.finding.kind, change.finding.severity
    if kind in _READ:
        return kind, severity, *_read(change)
    core = core_of(texts, change.spans)
    return "", severity, _words(texts.base, core.base), _words(texts.other, core.other)


def _patterns(key: _Key, same: list[Change], texts: Pair[str]) -> Iterator[_Pattern]:
    """Give the replacements among changes in which the same characters differ.

    Where the differences were cut alike, what they read is the replacement; where they were not,
    the whole words are.
    """
    by_reading = _gather((_read(change), change) for change in same)
    if not key[0] and len(by_reading) > 1:
        by_words = _gather((_exchanged(change, texts), change) for change in same)
        yield from _repeated(key, by_words)
        alone = (mine[0] for mine in by_words.values() if len(mine) == 1)
        by_reading = _gather((_read(change), change) for change in alone)
    yield from _repeated(key, by_reading)


def _gather(keyed: Iterable[tuple[Pair[str], Change]]) -> dict[Pair[str], list[Change]]:
    gathered: dict[Pair[str], list[Change]] = {}
    for words, change in keyed:
        gathered.setdefault(words, []).append(change)
    return gathered


def _repeated(key: _Key, gathered: dict[Pair[str], list[Change]]) -> Iterator[_Pattern]:
    """Give the patterns among changes of the same words."""
    for words, mine in gathered.items():
        is_pattern = bool(words.base and words.other) or (
            len(words.base + words.other) >= RECURRING_WORDS_AT_LEAST
        )
        if is_pattern and len(mine) >= RECURRING_AT_LEAST:
            members = tuple(change.finding for change in mine)
            yield _Pattern(key, _named(words, members), members)


def _named(words: Pair[str], members: tuple[Finding, ...]) -> Pair[str]:
    """Give `words`, or the phrase that all members have."""
    phrases = {_phrases_of(member) for member in members}
    return phrases.pop() if len(phrases) == 1 and words.base and words.other else words


def _reverse(
    pattern: _Pattern, alike: dict[_Key, list[Change]], texts: Pair[str]
) -> tuple[str, ...]:
    """Give the findings that exchange the words of `pattern` the other way round."""
    if pattern.sought is None:
        return ()
    kind, severity, base, other = pattern.key
    wanted = pattern.words.swapped()
    return tuple(
        change.finding.id
        for change in alike.get((kind, severity, other, base), ())
        if wanted in (_read(change), _phrases_of(change.finding))
        or wanted == _exchanged(change, texts)
    )


def _title(pattern: _Pattern, recurring: Recurring) -> Bilingual:
    """Give the title: what became what, in how many places, and in how many it did not."""
    count, words = len(pattern.members), pattern.words
    more = _say_more(pattern, recurring)
    if not words.base or not words.other:
        sign = Bilingual("增", "added") if words.other else Bilingual("脱", "left out")
        lost = words.base or words.other
        return Bilingual(
            f"{sign.zh}「{lost}」（{count} 处{more.zh}）",
            f"“{lost}” {sign.en} ({count} places{more.en})",
        )
    return Bilingual(
        f"「{words.base}」→「{words.other}」（{count} 处{more.zh}）",
        f"“{words.base}” → “{words.other}” ({count} places{more.en})",
    )


def _say_more(pattern: _Pattern, recurring: Recurring) -> Bilingual:
    """Give what the title says of the places kept, and of those changed the other way."""
    zh, en = "", ""
    kept, reverse = len(recurring.kept), len(recurring.reverse)
    if kept and pattern.sought:
        word = pattern.sought.word
        zh += f"；另有 {kept} 处仍作「{word}」"
        en += f"; {kept} more still read “{word}”"
    if reverse:
        zh += f"；{reverse} 处相反"
        en += f"; the reverse in {reverse}"
    return Bilingual(zh, en)


def _phrases_of(finding: Finding) -> Pair[str]:
    return finding.readings.map(lambda reading: reading.phrase)


def _read(change: Change) -> Pair[str]:
    """Give what either side reads, without blanks and line breaks."""
    return change.finding.readings.map(lambda reading: "".join(reading.text.split()))


def _exchanged(change: Change, texts: Pair[str]) -> Pair[str]:
    """Give the whole words that a change exchanges."""
    spans = whole_words(texts, change.zones, change.spans)
    return Pair(_words(texts.base, spans.base), _words(texts.other, spans.other))


def _words(text: str, span: NormalSpan) -> str:
    return "".join(span.of(text).split())
