"""The parts of an official document (公文): title, number, addressees, signature, date, imprint.

Source: GB/T 9704—2012, chapter 7.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from diffcore.structure.contents import find_contents
from diffcore.structure.issue import Section
from diffcore.structure.paragraphs import DATE, Paragraph

# So many lines a joint signature and an imprint have at most.
SIGNATURE_LINES = 16
IMPRINT_LINES = 8
# A line of a signature names an office or a person (code points).
SIGNATURE_AT_MOST = 60

_HEAD_ROLES = {
    "number": "document_number",
    "date": "date",
    "adoption": "adoption",
    "address": "recipient",
}


def mark_roles(text: str, paragraphs: Sequence[Paragraph], section: Section) -> list[str]:
    """Give the role of each of `paragraphs`, which are those of `section`."""
    if section.kind == "masthead":
        return _mark_masthead(paragraphs)
    roles = ["body"] * len(paragraphs)
    for first, last in find_contents(text, paragraphs):
        roles[first:last] = ["contents"] * (last - first)
    head = _mark_head(paragraphs, roles, section)
    _mark_imprint(text, paragraphs, roles)
    _mark_signatures(text, paragraphs, roles, head)
    _mark_attachments(paragraphs, roles, head)
    return roles


def _mark_masthead(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Give the roles before the first document of an issue: its name, then its contents."""
    looks = [paragraph.looks for paragraph in paragraphs]
    first = looks.index("contents") if "contents" in looks else len(looks)
    return ["masthead"] * first + ["contents"] * (len(looks) - first)


def _mark_head(paragraphs: Sequence[Paragraph], roles: list[str], section: Section) -> int:
    """Mark what stands above the body (版头 to 主送机关); give the index of the body."""
    for at in range(section.title - section.first):
        is_number = paragraphs[at].looks == "number"
        above = "attachment" if section.kind == "attachment" else "masthead"
        roles[at] = "document_number" if is_number else above
    at = section.behind_title - section.first
    title = section.title - section.first
    roles[title:at] = ["title"] * (at - title)
    while at < len(roles) and (role := _HEAD_ROLES.get(paragraphs[at].looks)):
        roles[at] = role
        at += 1
        if role == "recipient":
            break
    if at + 1 < len(roles) and at and _is_author(paragraphs, at):
        roles[at : at + 2] = ["signature", "recipient"]
        at += 2
    return at


def _is_author(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a name stands between the date of a speech and its address (各位代表：)."""
    is_name = paragraphs[at].looks == "short" and paragraphs[at].end - paragraphs[at].start <= 20
    return is_name and paragraphs[at + 1].looks == "address"


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
        if text.endswith("印发", paragraphs[i].start, paragraphs[i].end):
            until = i + 1
    return until


def _mark_signatures(
    text: str, paragraphs: Sequence[Paragraph], roles: list[str], head: int
) -> None:
    """Mark dates behind the body, and the offices that stand above each (落款)."""
    for at in range(head + 1, len(roles)):
        paragraph = paragraphs[at]
        if roles[at] != "body":
            continue
        if paragraph.looks == "date":
            roles[at] = "date"
            _mark_signers(text, paragraphs, roles, range(at - 1, head, -1)[:SIGNATURE_LINES])
        elif _signed_pattern().fullmatch(text, paragraph.start, paragraph.end):
            roles[at] = "signature"


@cache
def _signed_pattern() -> re.Pattern[str]:
    """Give the pattern of a signature and its date on one line."""
    return re.compile(rf"[\u4e00-\u9fff、 ]{{4,{SIGNATURE_AT_MOST}}}{DATE}")


def _mark_signers(
    text: str, paragraphs: Sequence[Paragraph], roles: list[str], places: range
) -> None:
    for at in places:
        start, end, looks, _ = paragraphs[at]
        is_name = _signer_pattern().fullmatch(text, start, end) is not None
        if roles[at] != "body" or looks != "short" or not is_name:
            break
        roles[at] = "signature"


@cache
def _signer_pattern() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff、 ()]{{2,{SIGNATURE_AT_MOST}}}")


def _mark_attachments(paragraphs: Sequence[Paragraph], roles: list[str], head: int) -> None:
    """Mark 附件： and the numbered names behind it (附件说明)."""
    is_list = False
    for at in range(head, len(roles)):
        looks = paragraphs[at].looks
        label = paragraphs[at].label
        is_entry = is_list and label is not None and label.style == "arabic-dot"
        is_list = roles[at] == "body" and (looks == "mark" or is_entry)
        if is_list:
            roles[at] = "attachment"
