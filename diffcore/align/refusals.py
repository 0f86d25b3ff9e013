"""The words in which links made by hand are refused: one function for each reason."""

from __future__ import annotations

from collections.abc import Sequence

from diffcore.errors import Bilingual, OptionError
from diffcore.model import Clause, LinkEntry

# Characters of an address that a message shows: a file may hold anything.
SHOWN = 60

_SIDES = {"base": Bilingual("底本", "the base"), "other": Bilingual("校本", "the other")}


def unknown_clause(path: str, side: str, entry: LinkEntry, told: str, text: str) -> OptionError:
    """Give the error for a name that no clause of the text has."""
    told = told[:SHOWN]
    return OptionError(
        _what(
            path, entry, f"{_SIDES[side].zh}没有「{told}」", f"{_SIDES[side].en} has no “{told}”"
        ),
        Bilingual(
            "条款位置或起止位置与文中任何一条都对不上",
            "no clause of the text has this address, or begins and ends there",
        ),
        _outline(text),
        "links-unknown-clause",
    )


def out_of_scope(path: str, side: str, entry: LinkEntry, told: str, text: str) -> OptionError:
    """Give the error for a clause that is not collated."""
    told = told[:SHOWN]
    return OptionError(
        _what(
            path,
            entry,
            f"{_SIDES[side].zh}的「{told}」不在对校范围内",
            f"“{told}” of {_SIDES[side].en} is out of scope",
        ),
        Bilingual(
            f"{text} 里有这一条，但它在相应的部分之外",
            f"{text} has this clause, but outside the part that is collated",
        ),
        Bilingual(
            f"删去这一组，或用 --whole、--{side}-doc 改变范围",
            f"take this entry out, or change the scope with --whole or --{side}-doc",
        ),
        "links-out-of-scope",
    )


def ambiguous(path: str, side: str, entry: LinkEntry, told: str, count: int) -> OptionError:
    """Give the error for an address that several clauses have."""
    told = told[:SHOWN]
    return OptionError(
        _what(
            path,
            entry,
            f"{_SIDES[side].zh}有 {count} 条都叫「{told}」",
            f"{count} clauses of {_SIDES[side].en} are called “{told}”",
        ),
        Bilingual(
            "单凭条款位置认不出是哪一条", "the address alone does not tell which of them is meant"
        ),
        Bilingual(
            "加上 start（见 jiaokan outline --json），并写明该文本的 sha256",
            "add its start (see jiaokan outline --json), and the sha256 of the text",
        ),
        "links-ambiguous-clause",
    )


def contradiction(path: str, side: str, entry: LinkEntry, told: str, there: str) -> OptionError:
    """Give the error for a name whose address and place are those of two clauses."""
    told = told[:SHOWN]
    return OptionError(
        _what(
            path,
            entry,
            f"{_SIDES[side].zh}的「{told}」与 start 不符",
            f"“{told}” of {_SIDES[side].en} does not stand at its start",
        ),
        Bilingual(f"那里是「{there}」", f"“{there}” stands there"),
        Bilingual("删去 start、end，或改正 address", "take out start and end, or correct address"),
        "links-contradiction",
    )


def other_text(path: str, side: str, entry: LinkEntry) -> OptionError:
    """Give the error for a place in a text that is another one."""
    return OptionError(
        _what(
            path,
            entry,
            f"{_SIDES[side].zh}的条款只有起止位置，不能取用",
            f"a clause of {_SIDES[side].en} has nothing but its place, which cannot be used",
        ),
        Bilingual(
            "文件里的 sha256 不是这份文本的，或没有写：位置可能已变",
            "the sha256 in the file is not that of this text, or lacks: places may have changed",
        ),
        Bilingual("写上 address，或为这份文本另作一份", "give its address, or write a new file"),
        "links-other-text",
    )


def used_twice(path: str, side: str, address: str, before: int, entry: LinkEntry) -> OptionError:
    """Give the error for a clause that stands in two entries."""
    return OptionError(
        _what(
            path,
            entry,
            f"{_SIDES[side].zh}的「{address}」已用在第 {before} 组",
            f"“{address}” of {_SIDES[side].en} is used by entry {before} already",
        ),
        Bilingual("一条只能对应一次", "a clause can answer once only"),
        Bilingual(
            "留下其中一组；一条对几条时写在同一组里",
            "keep one of the two; several clauses that answer to one stand in one entry",
        ),
        "links-clause-twice",
    )


def not_neighbours(
    path: str, side: str, entry: LinkEntry, clauses: Sequence[Clause]
) -> OptionError:
    """Give the error for clauses of one side that do not follow each other, or stand twice."""
    names = "、".join(clause.address for clause in clauses[:4])[:SHOWN]
    return OptionError(
        _what(
            path,
            entry,
            f"{_SIDES[side].zh}的条款不相邻：{names}",
            f"the clauses of {_SIDES[side].en} are no neighbours: {names}",
        ),
        Bilingual(
            "一组里同一边的条款须前后相接，中间的款、项也要列出，且不重复",
            "clauses of one side of an entry follow each other, the paragraphs and items between "
            "them included, each once",
        ),
        Bilingual("分成几组，或补上中间的条款", "make several entries, or add what lies between"),
        "links-not-neighbours",
    )


def _what(path: str, entry: LinkEntry, zh: str, en: str) -> Bilingual:
    return Bilingual(f"{path}：第 {entry.number} 组：{zh}", f"{path}: entry {entry.number}: {en}")


def _outline(text: str) -> Bilingual:
    return Bilingual(
        f"用 jiaokan outline {text} --addresses 查看条款位置",
        f"list the addresses with: jiaokan outline {text} --addresses",
    )
