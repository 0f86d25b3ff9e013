"""A file of links made by hand (对应文件): what a person says about which clauses answer to which.

Two forms are read: `jiaokan-links/1`, made for this purpose (docs/contract.md), and a collation
`jiaokan-collation/1`, whose rows are taken as they stand. What the clauses are is not known here:
they are named, and found by the stage that aligns.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from diffcore.errors import Bilingual, OptionError, ReadError
from diffcore.model import ClauseName, LinkEntry, Links, Notice, SourceText
from diffcore.read.source import load, shown
from diffcore.spans import Pair

# The forms that are read, and where in them the links stand.
FORMS = {"jiaokan-links/1": "links", "jiaokan-collation/1": "rows"}

# Relations that a person may state; whether a clause moved is seen from the order of all.
STATED = ("matched", "split", "merged")

SIDES = Pair("base", "other")


def read_links(path: str, sources: Pair[SourceText]) -> Links:
    """Read the file of links at `path`, made for `sources` or for texts like them.

    Raises: ReadError where it is no such file, OptionError where its sides are exchanged.
    """
    data = load(path)
    name = shown(path)
    document = _parsed(data, name)
    form = document.get("schema") if isinstance(document, dict) else None
    if not isinstance(form, str) or form not in FORMS:
        raise _no_links(name)
    listed = document.get(FORMS[form])
    if not isinstance(listed, list):
        raise _malformed(name, FORMS[form], "[…]")
    entries = tuple(
        _entry(name, number, each, is_checked=form == "jiaokan-links/1")
        for number, each in enumerate(listed, 1)
    )
    told = SIDES.map(lambda side: _digest(document.get(side)))
    are_same = Pair(told.base == sources.base.sha256, told.other == sources.other.sha256)
    if not any(are_same) and told == Pair(sources.other.sha256, sources.base.sha256):
        raise _swapped(name)
    notices = tuple(_notices(name, told, are_same))
    return Links(name, sha256(data).hexdigest(), are_same, entries, notices)


def _parsed(data: bytes, path: str) -> Any:
    """Give what the JSON file says. Raises: ReadError where it is none."""
    import json

    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        # UnicodeDecodeError and JSONDecodeError are ValueErrors, and so is a number without end.
        raise _broken(path, error) from None


def _entry(path: str, number: int, entry: object, *, is_checked: bool) -> LinkEntry:
    """Give one link. In a collation a relation that an edit has overtaken is passed over."""
    if not isinstance(entry, dict):
        raise _malformed(path, f"#{number}", "{…}")
    sides = SIDES.map(lambda side: tuple(_names(path, number, side, entry.get(side))))
    if not sides.base and not sides.other:
        raise _malformed(path, f"#{number}", '"base": […], "other": […]')
    relation = entry.get("relation", "")
    counts = sides.map(len)
    if not _is_possible(relation, counts):
        if is_checked:
            raise _impossible(path, number, relation)
        relation = ""
    return LinkEntry(number, sides, relation if relation in STATED else "")


def _names(path: str, number: int, side: str, listed: object) -> Iterator[ClauseName]:
    """Give the clauses that an entry names on one side. Raises: ReadError."""
    if not isinstance(listed, list):
        raise _malformed(path, f"#{number} {side}", "[…]")
    for each in listed:
        name = _named({"address": each} if isinstance(each, str) else each)
        if name is None:
            raise _malformed(path, f"#{number} {side}", '"第三条", {"address": …, "start": …}')
        yield name


def _named(clause: object) -> ClauseName | None:
    """Give the name of a clause that is written as an object, None where it is none."""
    if not isinstance(clause, dict):
        return None
    address, start, end = (clause.get(key) for key in ("address", "start", "end"))
    is_address = address is None or isinstance(address, str)
    are_offsets = all(each is None or type(each) is int for each in (start, end))
    if not is_address or not are_offsets or (not address and start is None):
        return None
    return ClauseName(address, start, end)


def _is_possible(relation: object, counts: Pair[int]) -> bool:
    """Tell whether so many clauses of either side can have that relation."""
    base, other = counts
    return {
        "": True,
        "matched": bool(base and other),
        "moved": bool(base and other),
        "split": base > 0 and other > 1,
        "merged": base > 1 and other > 0,
        "omitted": not other,
        "added": not base,
    }.get(relation if isinstance(relation, str) else "?", False)


def _digest(witness: object) -> str | None:
    told = witness.get("sha256") if isinstance(witness, dict) else None
    return told if isinstance(told, str) else None


def _notices(path: str, told: Pair[str | None], are_same: Pair[bool]) -> Iterator[Notice]:
    """Say for which side the file was made for another text."""
    for side, digest, is_same in zip(SIDES, told, are_same, strict=True):
        if digest is not None and not is_same:
            yield Notice(
                "align",
                side,
                Bilingual(
                    f"{path} 是为另一份文本作的（SHA-256 不同），只按条款位置取用",
                    f"{path} was made for another text (its SHA-256 differs): clauses are found "
                    "by their addresses only",
                ),
            )


_FIX = Bilingual(
    "用 jiaokan compare … --format links -o links.json 写一份样子，在它上面改",
    "write one with jiaokan compare … --format links -o links.json and edit that",
)


def _broken(path: str, error: Exception) -> ReadError:
    reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    return ReadError(
        Bilingual(f"{path}：不是完好的 JSON", f"{path}: is no valid JSON"),
        Bilingual(f"解析到这里为止：{reason[:200]}", f"parsing stops: {reason[:200]}"),
        Bilingual(
            "核对括号、引号和逗号，另存为 UTF-8", "check brackets, quotes and commas; save as UTF-8"
        ),
        "links-broken",
    )


def _no_links(path: str) -> ReadError:
    return ReadError(
        Bilingual(f"{path}：不是对应文件", f"{path}: is no file of links"),
        Bilingual(
            "--align 要 jiaokan-links/1 或 jiaokan-collation/1，写在 schema 一项",
            "--align takes jiaokan-links/1 or jiaokan-collation/1, named in its field schema",
        ),
        _FIX,
        "links-form",
    )


def _malformed(path: str, place: str, wanted: str) -> ReadError:
    return ReadError(
        Bilingual(f"{path}：{place} 写法不对", f"{path}: {place} is malformed"),
        Bilingual(f"这里要的是 {wanted}", f"wanted here: {wanted}"),
        _FIX,
        "links-form",
    )


def _impossible(path: str, number: int, relation: object) -> ReadError:
    told = str(relation)[:40]
    return ReadError(
        Bilingual(
            f"{path}：第 {number} 组的 relation「{told}」与条款数不合",
            f"{path}: the relation {told!r} of entry {number} does not fit its clauses",
        ),
        Bilingual(
            "split 是一条对几条，merged 是几条对一条，matched 两边都要有",
            "split is one against several, merged the reverse, matched needs both sides",
        ),
        Bilingual("改正 relation，或删去这一项", "correct the relation, or leave it out"),
        "links-relation",
    )


def _swapped(path: str) -> OptionError:
    return OptionError(
        Bilingual(f"{path}：底本、校本正好相反", f"{path}: base and other are exchanged"),
        Bilingual(
            "其中 base 的 SHA-256 是校本的，other 的是底本的",
            "the SHA-256 of its base is that of the other text, and the reverse",
        ),
        Bilingual("对调命令里的两个文件", "exchange the two files on the command line"),
        "links-swapped",
    )
