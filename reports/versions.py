"""One of the two versions as a report names it: its file, and how much of it was collated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from diffcore.model import Witness
from diffcore.places import SourcePart
from reports.passages import Passages


class Version(NamedTuple):
    """One of the two versions: its file, and how much of it was collated."""

    side: str
    title: str
    path: str
    sha256: str
    format: str
    encoding: str | None
    start: int
    end: int
    length: int
    unit: str
    first: int
    last: int
    size: int
    characters: int
    all_characters: int
    parts: tuple[SourcePart, ...]

    @property
    def extent(self) -> tuple[int, int]:
        """Where in the file the scope begins and how long it is, in thousandths."""
        length = max(self.length, 1)
        return self.start * 1000 // length, max((self.end - self.start) * 1000 // length, 4)

    def form(self, words: Mapping[str, str]) -> str:
        """Give the format and the encoding in which the file was read."""
        return words["stop"].join(filter(None, (self.format, self.encoding)))

    def facts(self, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Give what is to be said of the version, each with its name."""
        return (
            (words["file"], self.path),
            (words["format"], self.form(words)),
            (words["scope"], scope_label(words, self)),
        )

    @property
    def is_whole(self) -> bool:
        """Whether all that is printed in the file is in scope."""
        return self.characters == self.all_characters


def version_of(side: str, witness: Witness, passages: Passages) -> Version:
    """Give the version of that side, "base" or "other"; without a title its file names it."""
    source, scope, places = witness.source, witness.scope, passages.places
    file_name = re.split(r"[/\\]", source.path)[-1]
    return Version(
        side,
        witness.title or file_name,
        source.path,
        source.sha256,
        source.format,
        source.encoding,
        scope.start,
        scope.end,
        len(source.text),
        places.unit,
        places.count_at(scope.start),
        places.count_at(max(scope.end - 1, scope.start)),
        places.count_at(max(len(source.text) - 1, 0)),
        _characters(scope.of(source.text)),
        _characters(source.text),
        source.parts,
    )


def scope_label(words: Mapping[str, str], version: Version) -> str:
    """Give how much of a version was collated, in words: its lines or pages, and characters."""
    name = "scope_whole" if version.is_whole else "scope_part"
    return words[name if version.characters else "scope_nothing"].format(
        first=f"{version.first:,}",
        last=f"{version.last:,}",
        count=f"{version.size:,}",
        unit=words[f"unit_{version.unit}"],
        characters=f"{version.characters:,}",
        all=f"{version.all_characters:,}",
    )


def _characters(text: str) -> int:
    """Count the characters of `text` without blanks, as 字数 is counted."""
    return sum(map(len, text.split()))
