"""Findings with one cause: lost figures, numbers that moved on, one replacement made many times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from typing import NamedTuple

from diffcore.classify.findings import Unnumbered
from diffcore.classify.glyphs import sides_with_glyphs
from diffcore.classify.recurrences import Change, Cluster, find_recurrences
from diffcore.errors import Bilingual
from diffcore.model import Comparison, Finding, Group, Reading, Scope
from diffcore.spans import Pair

# Runs of digits (or letters) that one side must have before their lack on the other is a defect
# of the file. Range 2..10; with fewer, two edited figures of a short notice would be one.
KEPT_AT_LEAST = 3
# Share of them (0..1) that a defective side may still have: what is drawn as text of its own,
# say a page number that was not folded. Range 0..0.1; shared/data/formats/digit_loss has 0.
LEFT_AT_MOST = 0.02
# Figures that are lost are told together from this many on.
LOST_AT_LEAST = 2
# Clauses renumbered, or numbered in another form, before they are told together: two are read as
# quickly as a group of two.
RENUMBERED_AT_LEAST = 3
# Characters of the longest label of an article that may stand before a caption, with its blanks.
LABEL_AT_MOST = 24
_ARTICLE = r"第[^第。，\n]{1,12}[条條](?:\s*之\s*\w{1,3})?[*\s]*$"

_LOST = Pair(
    frozenset(("extra_figure", "extra_latin")), frozenset(("missing_figure", "missing_latin"))
)


def group(
    findings: tuple[Finding, ...],
    found: Sequence[Unnumbered],
    scopes: Pair[Scope],
    comparisons: tuple[Comparison, ...],
) -> tuple[tuple[Finding, ...], tuple[Group, ...]]:
    """Give the findings with the group that each belongs to, and the groups, G1 first.

    `found` are the same findings with their places in the normal texts.
    """
    clusters = [*_glyphs(findings)]
    told = {finding.id for cluster in clusters for finding in cluster.members}
    clusters += _extractions(tuple(one for one in findings if one.id not in told), scopes)
    clusters += _renumberings(findings)
    clusters += _label_forms(findings)
    clusters += _captions(findings, scopes)
    told = {finding.id for cluster in clusters for finding in cluster.members}
    documents = scopes.map(lambda scope: scope.document)
    clusters += find_recurrences(_changes(findings, found, told), documents, comparisons)
    groups, group_of = [], dict[str, str]()
    for index, cluster in enumerate(clusters, start=1):
        members = tuple(finding.id for finding in cluster.members)
        groups.append(Group(f"G{index}", cluster.title, cluster.cause, members, *cluster.recurring))
        group_of |= dict.fromkeys(members, f"G{index}")
    marked = (
        finding._replace(group=group_of[finding.id]) if finding.id in group_of else finding
        for finding in findings
    )
    return tuple(marked), tuple(groups)


def _changes(
    findings: Sequence[Finding], found: Sequence[Unnumbered], told: Set[str]
) -> Iterator[Change]:
    """Give the findings that are in no group yet, with their places in the normal texts."""
    for finding, one in zip(findings, found, strict=True):
        if finding.id not in told:
            yield Change(finding, one.spans, one.zones)


def _glyphs(findings: tuple[Finding, ...]) -> Iterator[Cluster]:
    """Give the findings where the page of one side shows glyphs without characters, or of both."""
    sides = [(finding, sides_with_glyphs(finding)) for finding in findings]
    for wanted, zh, en in (
        (Pair(base=True, other=False), "底本", "the base"),
        (Pair(base=False, other=True), "校本", "the other"),
        (Pair(base=True, other=True), "两本", "both"),
    ):
        members = tuple(finding for finding, are in sides if are == wanted)
        if len(members) >= LOST_AT_LEAST:
            title = Bilingual(
                f"{zh}版面有字形、无字符（{len(members)} 处）",
                f"Glyphs without characters on the pages of {en} ({len(members)} places)",
            )
            yield Cluster(title, "extraction", members)


class _Loss(NamedTuple):
    """What one side lost all over, compared with the other."""

    digits: bool
    letters: bool
    is_complete: bool


def _extractions(findings: tuple[Finding, ...], scopes: Pair[Scope]) -> Iterator[Cluster]:
    """Give the figures and letters that one side lacks altogether, the base first."""
    for side, lost, kept, kinds, read in (
        (Bilingual("底本", "base"), scopes.base, scopes.other, _LOST.base, _read_other),
        (Bilingual("校本", "other"), scopes.other, scopes.base, _LOST.other, _read_base),
    ):
        candidates = [finding for finding in findings if finding.kind in kinds]
        if len(candidates) >= LOST_AT_LEAST:
            loss = _loss(_words_of(kept), _words_of(lost))
            members = tuple(finding for finding in candidates if _is_lost(loss, read(finding)))
            if len(members) >= LOST_AT_LEAST:
                title = _extraction_title(side, loss, members, read)
                yield Cluster(title, "extraction", members)


def _words_of(scope: Scope) -> str:
    """Give the normal text of a scope."""
    return scope.span.of(scope.document.normal.text)


def _loss(kept: str, left: str) -> _Loss:
    """Say what of the digits and letters of `kept` is gone from `left` nearly everywhere."""
    digits = _share_left(r"[0-9]+", kept, left)
    letters = _share_left(r"[A-Za-z]+", kept, left)
    lost_digits = digits is not None and digits <= LEFT_AT_MOST
    # Where the digits are gone, fewer letters than usual prove that they went with them.
    lost_letters = letters is not None and letters <= LEFT_AT_MOST
    if lost_digits and letters is None:
        lost_letters = not re.search("[A-Za-z]", left)
    shares = [s for s, is_lost in ((digits, lost_digits), (letters, lost_letters)) if is_lost]
    return _Loss(lost_digits, lost_letters, not any(shares))


def _share_left(pattern: str, kept: str, left: str) -> float | None:
    """Give how many runs `left` has for each of `kept`, None where `kept` has too few to say."""
    count = len(re.findall(pattern, kept))
    return len(re.findall(pattern, left)) / count if count >= KEPT_AT_LEAST else None


def _is_lost(loss: _Loss, reading: str) -> bool:
    """Say whether the loss of `reading` is a part of the loss all over the text."""
    if re.search("[0-9]", reading):
        return loss.digits
    return loss.letters


def _read_base(finding: Finding) -> str:
    return finding.readings.base.text


def _read_other(finding: Finding) -> str:
    return finding.readings.other.text


def _reading_of_base(finding: Finding) -> Reading:
    return finding.readings.base


def _reading_of_other(finding: Finding) -> Reading:
    return finding.readings.other


def _extraction_title(
    side: Bilingual, loss: _Loss, members: tuple[Finding, ...], read: Callable[[Finding], str]
) -> Bilingual:
    """Give the title: which characters are gone, all or nearly all, in how many places."""
    words = "".join(map(read, members))
    signs = [("数字", "figures")] if re.search("[0-9]", words) else []
    signs += [("字母", "letters")] if re.search("[A-Za-z]", words) else []
    zh, en = "、".join(sign[0] for sign in signs), " and ".join(sign[1] for sign in signs)
    all_zh, all_en = ("全部", "all") if loss.is_complete else ("几乎全部", "nearly all")
    count = len(members)
    return Bilingual(
        f"{side.zh}{all_zh}西文{zh}缺失（{count} 处）",
        f"The {side.en} lacks {all_en} Western {en} ({count} places)",
    )


def _renumberings(findings: tuple[Finding, ...]) -> Iterator[Cluster]:
    """Give the numbers that differ because clauses before them came or went."""
    members = tuple(finding for finding in findings if finding.kind == "renumbered")
    if len(members) >= RENUMBERED_AT_LEAST:
        count = len(members)
        title = Bilingual(f"序号顺延（{count} 条）", f"Renumbered ({count} clauses)")
        yield Cluster(title, "renumbering", members)


def _label_forms(findings: tuple[Finding, ...]) -> Iterator[Cluster]:
    """Give the labels whose number one side writes in another form: 第一条 and 第 1 条."""
    members = tuple(finding for finding in findings if finding.rule == "label_form")
    if len(members) >= RENUMBERED_AT_LEAST:
        count = len(members)
        title = Bilingual(
            f"序号写法不同（{count} 条）", f"Numbers in another form ({count} clauses)"
        )
        yield Cluster(title, "label_form", members)


def _captions(findings: tuple[Finding, ...], scopes: Pair[Scope]) -> Iterator[Cluster]:
    """Give the captions of articles that one side prints and the other does not: （立法目的）."""
    for side, scope, kind, read in (
        (Bilingual("底本", "base"), scopes.base, "omission", _reading_of_base),
        (Bilingual("校本", "other"), scopes.other, "addition", _reading_of_other),
    ):
        text = scope.document.normal.source.text
        members = tuple(
            finding
            for finding in findings
            if finding.kind == kind and _is_caption(text, read(finding))
        )
        if len(members) >= RENUMBERED_AT_LEAST:
            count = len(members)
            title = Bilingual(
                f"条名只有{side.zh}有（{count} 条）",
                f"Captions of articles that only the {side.en} has ({count})",
            )
            yield Cluster(title, "caption", members)


def _is_caption(text: str, reading: Reading) -> bool:
    """Say whether a reading is one bracket right behind the number of an article."""
    if not re.fullmatch(r"\s*[(（][^()（）。；]+[)）]\s*", reading.text):
        return False
    start = reading.span.start
    return re.search(_ARTICLE, text[max(start - LABEL_AT_MOST, 0) : start]) is not None
