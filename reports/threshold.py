"""Which findings make a run fail: severities from one on, or kinds by their names."""

from __future__ import annotations

from collections.abc import Callable

from diffcore.classify.kinds import BY_NAME
from diffcore.errors import Bilingual, OptionError
from diffcore.model import SEVERITIES, Collation, Kind

NEVER = "never"


def parse_fail_on(text: str) -> Callable[[Collation], bool]:
    """Give the question whether a collation has a finding that `text` names and nobody settled.

    Raises: OptionError where it names no severity and no kind.
    """
    names = frozenset(name.strip() for name in text.split(",")) - {"", NEVER}
    for name in sorted(names - set(SEVERITIES)):
        kind_named(name)
    weakest = max((SEVERITIES.index(name) for name in names if name in SEVERITIES), default=-1)

    def is_failing(collation: Collation) -> bool:
        settled = collation.review.settled if collation.review else frozenset[str]()
        return any(
            finding.kind in names or SEVERITIES.index(finding.severity) <= weakest
            for finding in collation.findings
            if finding.id not in settled
        )

    return is_failing


def kind_named(name: str) -> Kind:
    """Give the kind of that name.

    Raises: OptionError where there is none.
    """
    if name in BY_NAME:
        return BY_NAME[name]
    raise OptionError(
        Bilingual(f"没有「{name}」这一类校记", f"there is no kind of finding {name!r}"),
        Bilingual("只认识类别和轻重的英文名称", "only names of kinds and of severities are known"),
        Bilingual("用 jiaokan kinds 查看全部类别", "list the kinds with: jiaokan kinds"),
        "unknown-kind",
    )
