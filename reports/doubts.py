"""The rows that a person should look at, as every report for people tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from diffcore.model import Row


class Doubt(NamedTuple):
    """A row that a person should look at, with the addresses of both texts that it is about.

    `possible` is the number of the row that may belong to it where the two have no partner.
    """

    row: int
    address: str
    other_address: str
    possible: int | None


def doubts_of(rows: Sequence[Row], words: Mapping[str, str]) -> Iterator[Doubt]:
    """Give the rows that a person should look at, two that may belong together as one."""
    for number, row in enumerate(rows):
        if row.is_sure or row.relation == "added":
            continue
        there = row if row.possible is None else rows[row.possible]
        other_address = there.clauses.other[0].address or words["no_address"]
        yield Doubt(number, _address(row, words), other_address, row.possible)


def mark_of(row: Row, rows: Sequence[Row], words: Mapping[str, str]) -> str:
    """Give the words that stand at the head of a row in doubt, none where the row is sure."""
    if row.is_sure:
        return ""
    if row.possible is None:
        return words["doubtful"]
    side = words["other" if row.relation == "omitted" else "base"]
    return words["possible"].format(side=side, address=_address(rows[row.possible], words))


def doubt_label(doubt: Doubt) -> str:
    """Give what is in doubt in words: 第三条 ↔ 第五条, with ? where no link was made."""
    sign = "↔" if doubt.possible is None else "?"
    return f"{doubt.address} {sign} {doubt.other_address}"


def _address(row: Row, words: Mapping[str, str]) -> str:
    """Give the address of a row, that of the base where it has one."""
    return (*row.clauses.base, *row.clauses.other)[0].address or words["no_address"]
