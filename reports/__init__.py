"""Reports: a finished collation in, bytes out. A report gets a `Collation` and nothing else."""

from __future__ import annotations

from importlib import import_module

from diffcore.discover import discover
from diffcore.errors import Bilingual, OptionError
from diffcore.model import Collation
from reports.format import RenderOptions, ReportFormat

__all__ = ["RenderOptions", "ReportFormat", "formats", "report"]

# Imported before `formats` is defined: importing a subpackage sets the attribute of its name.
_FORMATS = import_module("reports.formats")


def formats() -> tuple[ReportFormat, ...]:
    """Give every report format, in the order of the names of their files."""
    return discover(_FORMATS, "FORMAT")


def report(
    collation: Collation, format_name: str, *, width: int = 80, colour: bool = False
) -> bytes:
    """Give `collation` written down in the format of that name.

    `width` and `colour` are for the terminal: the columns that no line exceeds, and whether
    escape sequences may be used. Raises: OptionError where there is no such format.
    """
    for each in formats():
        if each.name == format_name:
            return each.render(collation, RenderOptions(width, colour))
    raise OptionError(
        what=Bilingual(f"没有报告格式「{format_name}」", f"no report format “{format_name}”"),
        why=Bilingual("格式须是下列之一：" + _names("、"), "The formats are: " + _names(", ")),
        fix=Bilingual("用 jiaokan formats 查看全部格式", "List the formats with jiaokan formats"),
        slug="unknown-format",
    )


def _names(separator: str) -> str:
    return separator.join(each.name for each in formats())
