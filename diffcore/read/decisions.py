"""A file of decisions (核校记录): what proofreaders said of the findings of an earlier run.

Three forms are read: `jiaokan-decisions/1`, which the report page exports (docs/contract.md); a
collation `jiaokan-collation/1`, whose findings carry the decisions of the run that wrote it; and
the workbook of the report format xlsx, filled in by a reader.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from diffcore.decisions import STATUS_TITLES, STATUSES, Decided, Decision, Decisions
from diffcore.errors import Bilingual, ReadError
from diffcore.read.container import ZIP
from diffcore.read.source import load, shown

# The forms that are read, and where in them the entries stand.
FORMS = {"jiaokan-decisions/1": "decisions", "jiaokan-collation/1": "findings"}

_WORDS = ("key", "kind", "address")

WORKBOOK = Bilingual("Excel 工作簿", "Excel workbook")


def read_decisions(path: str) -> Decisions:
    """Read the file of decisions at `path`.

    Of two entries with one key the later counts. Raises: ReadError where it is no such file.
    """
    data = load(path)
    name = shown(path)
    if data.startswith(ZIP):
        return Decisions(name, sha256(data).hexdigest(), _of_workbook(data, name))
    document = _parsed(data, name)
    form = document.get("schema") if isinstance(document, dict) else None
    listed = document.get(FORMS[form]) if isinstance(form, str) and form in FORMS else None
    if not isinstance(listed, list):
        raise _no_decisions(name)
    entries = {entry.key: entry for entry in _entries(name, listed, form == "jiaokan-collation/1")}
    return Decisions(name, sha256(data).hexdigest(), tuple(entries.values()))


# The heads of the columns of a workbook, in the two languages of reports (reports/sheet.py).
_HEADS = {
    "key": ("校记键", "Key"),
    "kind": ("种类", "Kind"),
    "address": ("条款", "Clause"),
    "base": ("底本", "Base"),
    "other": ("校本", "Other"),
    "status": ("状态", "Status"),
    "note": ("意见", "Note"),
    "reader": ("核校者", "Reader"),
}


def _of_workbook(data: bytes, path: str) -> tuple[Decided, ...]:
    """Give the entries of a workbook. Raises: ReadError where its columns are others."""
    from diffcore.read.isolated import rows_isolated

    rows = rows_isolated(data, path, WORKBOOK)
    heads = rows[0] if rows else []
    columns = {
        name: next((at for at, head in enumerate(heads) if head in titles), None)
        for name, titles in _HEADS.items()
    }
    if columns["key"] is None or columns["status"] is None:
        raise _no_decisions(path)
    entries: dict[str, Decided] = {}
    for number, row in enumerate(rows[1:], 2):
        told = {
            name: row[at] if at is not None and at < len(row) else ""
            for name, at in columns.items()
        }
        if told["key"].strip():
            status = _status_named(path, number, told["status"].strip())
            decision = Decision(status, told["note"].strip(), told["reader"].strip())
            entries[told["key"]] = Decided(
                told["key"], told["kind"], told["address"], told["base"], told["other"], decision
            )
    return tuple(entries.values())


def _status_named(path: str, number: int, title: str) -> str:
    """Give the status that a cell names, pending for an empty one. Raises: ReadError."""
    for status, names in STATUS_TITLES.items():
        if title in (status, *names):
            return status
    if not title:
        return STATUSES[0]
    raise _malformed(path, number, "、".join(names.zh for names in STATUS_TITLES.values()))


def _parsed(data: bytes, path: str) -> Any:
    """Give what the JSON file says. Raises: ReadError where it is none."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _broken(path, error) from None


def _entries(path: str, listed: list[object], is_collation: bool) -> Iterator[Decided]:  # noqa: FBT001 - private
    for number, each in enumerate(listed, 1):
        if not isinstance(each, dict) or not all(isinstance(each.get(w), str) for w in _WORDS):
            raise _malformed(path, number, '{"key": "…", "kind": "…", "address": "…", …}')
        decided = (each.get("decision") or {}) if is_collation else each
        yield Decided(
            each["key"], each["kind"], each["address"],
            _reading(each.get("base")), _reading(each.get("other")),
            _decision(path, number, decided),
        )  # fmt: skip


def _reading(told: object) -> str:
    """Give the words of a reading, which a collation has in an object of its own."""
    words = told.get("text") if isinstance(told, dict) else told
    return words if isinstance(words, str) else ""


def _decision(path: str, number: int, told: object) -> Decision:
    if not isinstance(told, dict):
        raise _malformed(path, number, '{"status": "…"}')
    status, note, reader = (told.get(name, "") for name in ("status", "note", "reader"))
    if not all(isinstance(word, str) for word in (status, note, reader)):
        raise _malformed(path, number, '"status", "note", "reader": "…"')
    if (status or STATUSES[0]) not in STATUSES:
        raise _malformed(path, number, f'"status": {"|".join(STATUSES)}')
    return Decision(status or STATUSES[0], note, reader)


_FIX = Bilingual(
    "在网页报告里「导出核校记录」，用导出的文件",
    "export the decisions from the HTML report, and give that file",
)


def _broken(path: str, error: Exception) -> ReadError:
    reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    return ReadError(
        Bilingual(f"{path}：不是完好的 JSON", f"{path}: is no valid JSON"),
        Bilingual(f"解析到这里为止：{reason[:200]}", f"parsing stops: {reason[:200]}"),
        _FIX,
        "decisions-broken",
    )


def _no_decisions(path: str) -> ReadError:
    return ReadError(
        Bilingual(f"{path}：不是核校记录", f"{path}: is no file of decisions"),
        Bilingual(
            "--decisions 要 jiaokan-decisions/1 或 jiaokan-collation/1，写在 schema 一项",
            "--decisions takes jiaokan-decisions/1 or jiaokan-collation/1, named in its field "
            "schema",
        ),
        _FIX,
        "decisions-form",
    )


def _malformed(path: str, number: int, wanted: str) -> ReadError:
    return ReadError(
        Bilingual(f"{path}：第 {number} 项写法不对", f"{path}: entry {number} is malformed"),
        Bilingual(f"这里要的是 {wanted}", f"wanted here: {wanted}"),
        _FIX,
        "decisions-form",
    )
