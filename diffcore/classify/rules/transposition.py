"""The same words stand in another order."""

from __future__ import annotations

from diffcore.chinese.numerals import NUMERAL_CHARACTERS
from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.classify.members import has_same_members
from diffcore.classify.printing import print_phrase
from diffcore.errors import Bilingual
from diffcore.model import Hunk
from diffcore.spans import NormalSpan, Pair

# Words that changed places stand this close together, in characters between them: a line of
# print, and for single characters a word (检察 → 察检). Beyond it two changes are meant.
BETWEEN_AT_MOST = 24
BETWEEN_SINGLE_AT_MOST = 4
# A replacement is searched for exchanged halves up to this length.
READING_AT_MOST = 60

_JOINTS = "、，,和与及或并"


def _match(case: Case) -> Answer | None:
    """Name a replacement by its own halves, or a deletion that comes back close by.

    Where only a mark changed its place among the words, they stand in the same order.
    """
    reads = case.reads
    if not case.is_whole:
        return None
    if reads.base and reads.other:
        if _is_same_without_marks(reads):
            return Answer((Draft("punctuation", case.spans),))
        is_turned = _is_turned(reads.base, reads.other) and _is_seen(case, case.spans)
        return Answer((Draft("transposition", case.spans),)) if is_turned else None
    partner = _partner(case)
    if partner is None:
        return None
    hunks = case.comparison.hunks
    spans = _join(hunks[case.index], hunks[partner])
    if not _is_seen(case, spans):
        return None
    return Answer((Draft("transposition", spans),), (partner,))


def _is_same_without_marks(reads: Pair[str]) -> bool:
    """Say whether both sides read the same words, none of them a number, with other marks."""
    bare = reads.map(lambda words: "".join(filter(str.isalnum, words)))
    is_number = any(char.isascii() or char in NUMERAL_CHARACTERS for char in bare.base)
    return bare.base == bare.other != "" and not is_number


def _is_seen(case: Case, spans: Pair[NormalSpan]) -> bool:
    """Say whether the other order can be seen in what is printed, and not in the format alone."""
    documents = case.documents
    base = print_phrase(documents.base.normal, spans.base)
    return base.split() != print_phrase(documents.other.normal, spans.other).split()


def _is_turned(base: str, other: str) -> bool:
    """Say whether `other` is `base` with its halves exchanged, a joint between them or not."""
    if len(base) != len(other) or len(base) > READING_AT_MOST or base == other:
        return False
    if any(base[at:] + base[:at] == other for at in range(1, len(base))):
        return True
    return has_same_members(Pair(base, other))


def _partner(case: Case) -> int | None:
    """Give the next hunk, where it puts in again what this one leaves out, or the reverse."""
    hunks, other = case.comparison.hunks, case.index + 1
    if other == len(hunks) or case.is_taken[other]:
        return None
    this, following = hunks[case.index], hunks[other]
    words = _bare(this)
    if {this.tag, following.tag} != {"delete", "insert"} or words != _bare(following) or not words:
        return None
    length = len(_join(this, following).base) - len(this.texts.base + following.texts.base)
    limit = BETWEEN_AT_MOST if len(words) > 1 else BETWEEN_SINGLE_AT_MOST
    return other if length <= limit else None


def _bare(hunk: Hunk) -> str:
    """Give the words that a hunk leaves out or puts in, without joints at their ends."""
    return (hunk.texts.base or hunk.texts.other).strip(_JOINTS)


def _join(first: Hunk, last: Hunk) -> Pair[NormalSpan]:
    """Give the spans from `first` to the end of `last`."""
    return Pair(
        NormalSpan(first.spans.base.start, last.spans.base.end),
        NormalSpan(first.spans.other.start, last.spans.other.end),
    )


RULE = Rule(
    name="transposition",
    kinds=("transposition", "punctuation"),
    about="hunk",
    rank=22,
    source=Bilingual("校勘学之「倒」", "Transposition, as textual criticism has it"),
    match=_match,
    fires=(
        ("加强[-监督、管理-]{+管理、监督+}。", "transposition"),
        ("坚持[-公开、-]公平、{+公开、+}公正的原则。", "transposition"),
        ("加强[-自我教育、自我服务-]{+自我服务、自我教育+}。", "transposition"),
        ("由档案馆依法[-执行-]{+行执+}，并公布结果。", "transposition"),
        ("借阅人[-，经检查合格者-]{+经检查合格者，+}应当登记。", "punctuation"),
    ),
    silent=(
        "补助[-1.5万元-]{+15万元+}。",
        "限[-三、五日-]{+三五日+}内办结。",
        "加强[-监督-]{+管理+}。",
        "坚持[-公开、-]公平、{+公益、+}公正的原则。",
    ),
)
