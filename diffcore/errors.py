"""What a user is told when something cannot be done: what, why, what to do, where to read on."""

from __future__ import annotations

from typing import NamedTuple


class Bilingual(NamedTuple):
    """One sentence or title in Chinese and in English."""

    zh: str
    en: str

    def within(self, lang: str) -> str:
        """Give the wording in `lang`, "zh" or "en"."""
        return self.en if lang == "en" else self.zh


class JiaokanError(Exception):
    """Trouble that a user can do something about; every known failure is one of these.

    `what`, `why` and `fix` are one sentence each; `slug` is the anchor in docs/messages.md.
    """

    def __init__(self, what: Bilingual, why: Bilingual, fix: Bilingual, slug: str) -> None:
        super().__init__(what, why, fix, slug)  # what a copy in another process is made of
        self.what, self.why, self.fix, self.slug = what, why, fix, slug

    def __str__(self) -> str:
        return self.what.en


class ReadError(JiaokanError):
    """An input cannot be read."""


class WriteError(JiaokanError):
    """An output cannot be written."""


class OptionError(JiaokanError):
    """Options do not fit each other or the texts."""
