"""What the page needs to let a reader review: the findings as a file of decisions names them."""

from __future__ import annotations

import re
from typing import Any

from diffcore.decisions import STATUS_TITLES, Decision
from reports.review import key_of
from reports.view import View

# The sentences that report.js says, by name.
_SAID = (
    "progress", "not_kept", "group_set", "nothing_to_undo", "was_undone", "noted", "noted_by",
    "all_settled", "was_exported", "was_imported", "bad_file", "ours", "theirs", "by", "colon",
)  # fmt: skip

# What no file system takes in a name.
_UNNAMEABLE = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
# Characters of a title in the name of a file.
TITLE_AT_MOST = 40


def review_data(view: View) -> dict[str, Any]:
    """Give the record that review.js reads: findings, earlier decisions and words."""
    collation, lang = view.collation, view.lang
    title = _UNNAMEABLE.sub("_", view.versions.base.title)[:TITLE_AT_MOST].strip("_")
    return {
        "key": key_of(collation),
        "file_name": f"{view.words['review']}-{title}.json",
        "base": {"title": view.versions.base.title, "sha256": view.versions.base.sha256},
        "other": {"title": view.versions.other.title, "sha256": view.versions.other.sha256},
        "titles": {name: each.within(lang) for name, each in STATUS_TITLES.items()},
        "words": {name: view.words[name] for name in _SAID},
        "findings": [
            {
                "id": finding.id,
                "key": finding.key,
                "kind": finding.kind,
                "address": finding.address,
                "base": finding.readings.base.text,
                "other": finding.readings.other.text,
            }
            for finding in collation.findings
        ],
        "decisions": {
            finding.key: view.entry_of[finding.id].decision._asdict()
            for finding in collation.findings
            if view.entry_of[finding.id].decision != Decision("pending")
        },
    }


def say_note(view: View, decision: Decision) -> str:
    """Give the note of a decision with the name of its reader; empty where there is none."""
    if not decision.note:
        return ""
    name = "noted_by" if decision.reader else "noted"
    return view.words[name].format(note=decision.note, reader=decision.reader)
