"""The parts of an official document (公文): title, number, addressees, signature, date, imprint.

Source: GB/T 9704—2012, chapter 7.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from diffcore.chinese.characters import LETTER
from diffcore.structure.contents import find_contents
from diffcore.structure.issue import Section
from diffcore.structure.paragraphs import ADOPTION_AT_MOST, DATE, Paragraph, is_speaker

# So many lines a joint signature and an imprint have at most.
SIGNATURE_LINES = 16
IMPRINT_LINES = 8
# 题注 that is broken inside its brackets goes over at most so many lines (data/renditions: 8).
ADOPTION_LINES = 24
# … and one that is broken outside them (the longest, wrapped at 15 characters).
WRAPPED_ADOPTION_LINES = 10
# A title that is printed once more behind 题注 is broken into at most so many lines.
TITLE_LINES = 6
# A line of a signature names an office or a person (code points).
SIGNATURE_AT_MOST = 60

_HEAD_ROLES = {
    "number": "document_number",
    "date": "date",
    "adoption": "adoption",
    "entry": "record",
    "address": "recipient",
}

_SENTENCE_MARK = re.compile("[,。;:!?]")


def mark_roles(text: str, paragraphs: Sequence[Paragraph], section: Section) -> list[str]:
    """Give the role of each of `paragraphs`, which are those of `section`."""
    if section.kind == "masthead":
        return _mark_masthead(paragraphs)
    if section.kind == "colophon":
        return ["colophon"] * len(paragraphs)
    roles = ["body"] * len(paragraphs)
    for first, last in find_contents(text, paragraphs):
        roles[first:last] = ["contents"] * (last - first)
    head = _mark_head(text, paragraphs, roles, section)
    _mark_imprint(text, paragraphs, roles)
    _mark_attachments(text, paragraphs, roles, head)
    _mark_signatures(text, paragraphs, roles, head)
    return roles


def _mark_masthead(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Give the roles before the first document of an issue: its name, then its contents."""
    looks = [paragraph.looks for paragraph in paragraphs]
    first = looks.index("contents") if "contents" in looks else len(looks)
    return ["masthead"] * first + ["contents"] * (len(looks) - first)


def _mark_head(
    text: str, paragraphs: Sequence[Paragraph], roles: list[str], section: Section
) -> int:
    """Mark what stands above the body (版头 to 主送机关); give the index of the body."""
    for at in range(section.title - section.first):
        is_number = paragraphs[at].looks == "number"
        above = "attachment" if section.kind == "attachment" else "masthead"
        roles[at] = "document_number" if is_number else above
    at = section.behind_title - section.first
    title = section.title - section.first
    roles[title:at] = ["title"] * (at - title)
    while at < len(roles):
        role = _HEAD_ROLES.get(paragraphs[at].looks, "")
        lines = 1 if role else _count_adoption(text, paragraphs, at)
        if not lines:
            role = "title"
            lines = _count_repeated(text, paragraphs[title : section.behind_title], paragraphs, at)
        if not lines:
            break
        roles[at : at + lines] = [role or "adoption"] * lines
        at += lines
        if role == "recipient":
            break
    if at and is_speaker(paragraphs, at):
        roles[at : at + 2] = ["signature", "recipient"]
        at += 2
    return at


def _count_repeated(
    text: str, title: Sequence[Paragraph], paragraphs: Sequence[Paragraph], at: int
) -> int:
    """Give over how many lines the title is printed once more, 0 if it is not.

    A database prints the name of a law above its head, and the file the title, broken over lines.
    """
    whole = _joined(text, title)
    for count in range(1, TITLE_LINES + 1):
        words = _joined(text, paragraphs[at : at + count])
        if words == whole and whole:
            return count
        if not whole.startswith(words):
            return 0
    return 0


def _joined(text: str, paragraphs: Sequence[Paragraph]) -> str:
    return "".join("".join(text[line.start : line.end].split()) for line in paragraphs)


def _count_adoption(text: str, paragraphs: Sequence[Paragraph], at: int) -> int:
    """Give over how many lines a 题注 goes that is broken, 0 for none.

    Laws that are amended together are named in one 《》, often one a line. Outside brackets it
    is broken where print was wrapped: then no line has a mark that ends or parts a sentence.
    """
    note = ""
    for count, (start, end, _, label) in enumerate(paragraphs[at : at + ADOPTION_LINES], 1):
        note += text[start:end]
        if len(note) > ADOPTION_AT_MOST or (label is not None and label.style == "article"):
            return 0
        if count == 1 and not _adoption_start().match(note):
            return 0
        if sum(map(note.count, "(《")) > sum(map(note.count, ")》")):
            continue
        if _adoption_end().search(note):
            return count
        if count == WRAPPED_ADOPTION_LINES or _SENTENCE_MARK.search(text, start, end):
            return 0
    return 0


@cache
def _adoption_start() -> re.Pattern[str]:
    return re.compile(rf"\(?(?:根据|自)?{DATE}(?!起)")


@cache
def _adoption_end() -> re.Pattern[str]:
    return re.compile(r"(?:通过|公布|发布|施行|实施|修订|修正|批准|生效|印发|制定)[)》]*。?$")


def _mark_imprint(text: str, paragraphs: Sequence[Paragraph], roles: list[str]) -> None:
    """Mark the imprint (版记): from 抄送 to the line that ends in 印发."""
    at = 0
    while at < len(roles):
        if paragraphs[at].looks == "imprint" and roles[at] == "body":
            until = _end_of_imprint(text, paragraphs, at)
            roles[at:until] = ["imprint"] * (until - at)
            at = until
        else:
            at += 1


def _end_of_imprint(text: str, paragraphs: Sequence[Paragraph], at: int) -> int:
    until = at + 1
    for i in range(at, min(at + IMPRINT_LINES, len(paragraphs))):
        if _printed_pattern().search(text, paragraphs[i].start, paragraphs[i].end):
            until = i + 1
    return until


@cache
def _printed_pattern() -> re.Pattern[str]:
    """Give the pattern of the end of an imprint: 印发, or the date without that word, 共印N份."""
    return re.compile(rf"(?:印发|{LETTER}{{3,}}{DATE}|\(?共印\d*份\)?)$")


def _mark_signatures(
    text: str, paragraphs: Sequence[Paragraph], roles: list[str], head: int
) -> None:
    """Mark dates behind the body, and the offices that stand above each (落款)."""
    for at in range(head + 1, len(roles)):
        paragraph = paragraphs[at]
        if roles[at] != "body":
            continue
        if paragraph.looks == "annotation":
            roles[at] = "annotation"
        elif paragraph.looks == "date":
            roles[at] = "date"
            _mark_signers(text, paragraphs, roles, range(at - 1, head, -1)[:SIGNATURE_LINES])
            if roles[at - 1] != "signature":
                _mark_signers_below(text, paragraphs, roles, at + 1)
        elif _signed_pattern().fullmatch(text, paragraph.start, paragraph.end):
            roles[at] = "signature"


@cache
def _signed_pattern() -> re.Pattern[str]:
    """Give the pattern of a signature and its date on one line."""
    return re.compile(rf"(?:{LETTER}|[、 ]){{4,{SIGNATURE_AT_MOST}}}{DATE}")


def _mark_signers(
    text: str, paragraphs: Sequence[Paragraph], roles: list[str], places: range
) -> None:
    for at in places:
        if roles[at] != "body" or not _is_signer(text, paragraphs[at]):
            break
        roles[at] = "signature"


def _mark_signers_below(
    text: str, paragraphs: Sequence[Paragraph], roles: list[str], at: int
) -> None:
    """Mark the offices below a date, where the text ends or an imprint or attachment follows."""
    until = at
    while until < len(roles) and roles[until] == "body" and _is_signer(text, paragraphs[until]):
        until += 1
    is_end = until == len(roles) or roles[until] != "body"
    if until - at <= SIGNATURE_LINES and (is_end or paragraphs[until].looks == "annotation"):
        roles[at:until] = ["signature"] * (until - at)


def _is_signer(text: str, paragraph: Paragraph) -> bool:
    start, end, looks, _ = paragraph
    return looks == "short" and _signer_pattern().fullmatch(text, start, end) is not None


@cache
def _signer_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{LETTER}|[、 ()]){{2,{SIGNATURE_AT_MOST}}}")


def _mark_attachments(
    text: str, paragraphs: Sequence[Paragraph], roles: list[str], head: int
) -> None:
    """Mark 附件： and the names behind it, which are numbered or end like a title (附件说明)."""
    is_list = False
    for at in range(head, len(roles)):
        start, end, looks, label = paragraphs[at]
        is_numbered = label is not None and label.style == "arabic-dot"
        is_name = looks == "short" and _listed_pattern().search(text, start, end) is not None
        is_list = roles[at] == "body" and (
            looks == "mark" or (is_list and (is_numbered or is_name))
        )
        if is_list:
            roles[at] = "attachment"


@cache
def _listed_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:表|单|图|册|书|样式|目录|方案|办法|细则|规定|要点|指南|标准|计划)\)?$")
