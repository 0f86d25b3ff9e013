"""The collation as lines for a terminal: a summary, then the findings."""

from __future__ import annotations

from collections.abc import Iterator

from diffcore.errors import Bilingual
from diffcore.model import Collation
from reports.columns import lines_of
from reports.format import RenderOptions, ReportFormat
from reports.quotes import Quote
from reports.versions import Version, scope_label
from reports.view import Bundle, Entry, Tally, View, lines_label

# Escape sequences (ECMA-48, select graphic rendition) of each style.
_COLOURS = {
    "substantive": "\x1b[31m",
    "accidental": "\x1b[34m",
    "note": "\x1b[33m",
    "strong": "\x1b[1m",
    "quiet": "\x1b[2m",
}
_PLAIN = "\x1b[0m"

# The differing words of a quotation stand between these; an empty pair is a place that lacks them.
_OPEN, _CLOSE = "【", "】"

# Narrower than this there is no line that could hold an indented word; the report stays as wide.
_NARROWEST = 30

# Columns that the lines below the name of a version are indented by.
_INDENT = 6

# A line before it is broken: its hanging indent, and its texts with their styles.
Line = tuple[int, list[tuple[str, str]]]
_BLANK: Line = (0, [])


def _render(collation: Collation, options: RenderOptions) -> bytes:
    paint = _in_colour if options.colour else _without_colour
    width = max(options.width, _NARROWEST)
    lines = (
        text
        for indent, parts in _lines(View(collation))
        for text in list(lines_of(parts, width, indent, paint)) or [""]
    )
    return ("\n".join(lines) + "\n").encode()


def _in_colour(text: str, style: str) -> str:
    return f"{_COLOURS[style]}{text}{_PLAIN}" if style and not text.isspace() else text


def _without_colour(text: str, _style: str) -> str:
    return text


def _lines(view: View) -> Iterator[Line]:
    words = view.words
    yield 0, [(f"{words['report']}{words['colon']}{view.verdict_title}", "strong")]
    yield from (_tally(view, tally) for tally in view.tallies)
    for version in (view.versions.base, view.versions.other):
        yield _BLANK
        yield from _version(view, version)
    yield from _remarks(view)
    if view.entries:
        yield _BLANK
        yield 0, [(words["findings"], "strong")]
    for item in view.items():
        yield _BLANK
        yield from (
            _bundle(view, item) if isinstance(item, Bundle) else _entry(view, item, is_member=False)
        )


def _tally(view: View, tally: Tally) -> Line:
    words = view.words
    kinds = words["stop"].join(f"{title} {number:,}" for _kind, title, number in tally.kinds)
    style = tally.severity if tally.total else "quiet"
    head = f"{tally.title} {tally.total:,}"
    return 6, [(head, style), (words["colon"] + kinds if kinds else "", "")]


def _version(view: View, version: Version) -> Iterator[Line]:
    words = view.words
    form = words["bracketed"].format(version.form(words))
    yield _INDENT, [(f"{words[version.side]}  ", "strong"), (version.title, "")]
    yield _INDENT, [(f"{' ' * _INDENT}{version.path}{form}", "")]
    yield _INDENT, [(" " * _INDENT + scope_label(words, version), "")]
    yield _INDENT, [(f"{' ' * _INDENT}SHA-256 {version.sha256}", "quiet")]


def _remarks(view: View) -> Iterator[Line]:
    words, collation = view.words, view.collation
    if collation.notices:
        yield _BLANK
        yield 0, [(words["notices"], "strong")]
    for notice in collation.notices:
        side = words[notice.side] + words["colon"] if notice.side else ""
        yield 2, [(f"- {side}{notice.message.within(view.lang)}", "")]
    if collation.folds:
        folds = words["stop"].join(
            f"{fold.title.within(view.lang)} {fold.counts.base:,}/{fold.counts.other:,}"
            for fold in collation.folds
        )
        yield _BLANK
        yield 2, [(words["folded"] + words["colon"], "strong"), (folds, "")]


def _bundle(view: View, bundle: Bundle) -> Iterator[Line]:
    yield 4, [(f"{bundle.id}  ", bundle.severity), (bundle.title, "strong")]
    for entry in bundle.members:
        yield from _entry(view, entry, is_member=True)


def _entry(view: View, entry: Entry, *, is_member: bool) -> Iterator[Line]:
    indent = 2 if is_member else 0
    words, inner = view.words, indent + 4
    head = f"{' ' * indent}{entry.number:>3} {entry.sign} {entry.title}{words['stop']}"
    lines = f"  {lines_label(view, entry.lines)}" if entry.has_place else ""
    colour = entry.severity
    grade = f"{entry.severity_title}  "
    parts = [(head, colour), (grade, colour), (entry.address, "strong"), (lines, "quiet")]
    yield inner, parts
    if entry.is_told or not is_member:
        yield inner, [(" " * inner + entry.message, "")]
    if entry.has_place:
        for side, quote in (("base", entry.quotes.base), ("other", entry.quotes.other)):
            margin = (f"{' ' * inner}{words[side]}  ", "quiet")
            yield inner + _INDENT, [margin, *_quotation(view, quote, colour)]


def _quotation(view: View, quote: Quote, colour: str) -> list[tuple[str, str]]:
    if quote.is_absent:
        return [(view.words["absent"], "quiet")]
    length = view.words["shortened"].format(count=quote.length) if quote.length else ""
    words = f"{_OPEN}{quote.words}{_CLOSE}"
    return [
        (quote.lead, "quiet"),
        (quote.before, ""),
        (words, colour),
        (quote.after, ""),
        (quote.tail + length, "quiet"),
    ]


FORMAT = ReportFormat(
    name="terminal",
    suffixes=(".txt",),
    title=Bilingual("终端文本", "Text for the terminal"),
    render=_render,
)
