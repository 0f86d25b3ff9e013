"""The collation as lines for a terminal: a summary, then the findings."""

from __future__ import annotations

from collections.abc import Iterator

from diffcore.errors import Bilingual
from diffcore.model import Collation
from reports.columns import lines_of, width_of
from reports.doubts import doubt_label
from reports.format import RenderOptions, ReportFormat
from reports.ledger import say_totals
from reports.quotes import Quote
from reports.recurrences import Recurrence, name_places
from reports.renumberings import say_runs
from reports.review import gone_lines, say_standing, standing_of
from reports.versions import Version, scope_label
from reports.view import Bundle, Entry, Tally, View

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

# Columns for the name of a side in front of its lines. With more a SHA-256 would not fit into 80.
_MARGIN = 6

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
    if view.collation.figures:
        yield 6, [(f"{words['figures']}{words['colon']}{say_totals(view)}", "")]
    if view.collation.review:
        standing = say_standing(standing_of(view.collation), view.lang)
        yield 6, [(f"{words['review']}{words['colon']}{standing}", "")]
    for version in (view.versions.base, view.versions.other):
        yield _BLANK
        yield from _version(view, version)
    yield from _remarks(view)
    if view.entries:
        yield _BLANK
        yield 0, [(words["findings"], "strong")]
    for item in view.items():
        yield _BLANK
        yield from _bundle(view, item) if isinstance(item, Bundle) else _entry(view, item)
    if view.collation.review and view.collation.review.gone:
        yield _BLANK
        yield 0, [(words["gone"], "strong")]
        yield from (
            (4, [(f"  {line}", "")]) for line in gone_lines(view.collation.review, view.lang)
        )


def _tally(view: View, tally: Tally) -> Line:
    words = view.words
    kinds = words["stop"].join(f"{title} {number:,}" for _kind, title, number in tally.kinds)
    style = tally.severity if tally.total else "quiet"
    head = f"{tally.title} {tally.total:,}"
    return 6, [(head, style), (words["colon"] + kinds if kinds else "", "")]


def _version(view: View, version: Version) -> Iterator[Line]:
    words = view.words
    margin, form = _margin(view, version.side), words["bracketed"].format(version.form(words))
    indent = width_of(margin)
    yield indent, [(margin, "strong"), (version.title, "")]
    yield indent, [(f"{' ' * indent}{version.path}{form}", "")]
    yield indent, [(" " * indent + scope_label(words, version), "")]
    yield indent, [(f"{' ' * indent}SHA-256 {version.sha256}", "quiet")]
    for part in version.parts:
        yield indent, [(f"{' ' * indent}{part.path}", "")]
        yield indent, [(f"{' ' * indent}SHA-256 {part.sha256}", "quiet")]


def _remarks(view: View) -> Iterator[Line]:
    words, collation = view.words, view.collation
    if collation.notices or view.doubts:
        yield _BLANK
        yield 0, [(words["notices"], "strong")]
    for notice in collation.notices:
        side = words[notice.side] + words["colon"] if notice.side else ""
        yield 2, [(f"- {side}{notice.message.within(view.lang)}", "")]
    if view.doubts:
        doubts = words["semicolon"].join(doubt_label(doubt) for doubt in view.doubts)
        count = words["bracketed"].format(len(view.doubts))
        yield 2, [(f"- {words['doubtful']}{count}{words['colon']}{doubts}", "")]
    if collation.folds:
        folds = words["stop"].join(
            f"{fold.title.within(view.lang)} {fold.counts.base:,}/{fold.counts.other:,}"
            for fold in collation.folds
        )
        yield _BLANK
        yield 2, [(words["folded"] + words["colon"], "strong"), (folds, "")]


def _bundle(view: View, bundle: Bundle) -> Iterator[Line]:
    kind = f"  {bundle.kind}" if bundle.kind else ""
    yield 4, [(f"{bundle.id}  ", bundle.severity), (bundle.title, "strong"), (kind, "quiet")]
    if bundle.is_about_labels:
        runs = say_runs(map(view.renumbering, bundle.members), view.words["to"])
        yield 4, [("    " + view.words["stop"].join(runs), "")]
        return
    yield from _remarked(view, bundle.remarks)
    if bundle.recurrence and bundle.recurrence.times:
        yield 6, _kept(view, bundle.recurrence)
    for entry in bundle.members:
        yield from _member(view, bundle, entry)


def _kept(view: View, recurrence: Recurrence) -> list[tuple[str, str]]:
    """Give the line of the places where the word of the base was kept."""
    words = view.words
    told = words["kept_at"].format(word=recurrence.word) + words["colon"]
    return [(f"    {told}", "quiet"), (name_places(recurrence, words["stop"]), "")]


def _member(view: View, bundle: Bundle, entry: Entry) -> Iterator[Line]:
    """Give an entry of a group, without what the title of the group says of all."""
    kind = "" if bundle.kind else f"{entry.title}{view.words['stop']}{entry.severity_title}  "
    yield 6, _head(entry, f"  {entry.number:>3} {entry.sign} {kind}")
    if entry.is_told:
        yield 6, [(" " * 6 + entry.message, "")]
    if bundle.cause in ("recurring", "caption"):
        # Where all read the same, or one side reads nothing, the words of one are enough.
        yield _quoted(view, entry, "base" if entry.quotes.base.words else "other", 6)
    else:
        yield from (_quoted(view, entry, side, 6) for side in ("base", "other"))
    if not bundle.remarks:
        yield from _remarked(view, entry.remarks)


def _entry(view: View, entry: Entry) -> Iterator[Line]:
    kind = f"{entry.title}{view.words['stop']}{entry.severity_title}"
    yield 4, _head(entry, f"{entry.number:>3} {entry.sign} {kind}  ")
    if entry.is_told:
        yield 4, [(" " * 4 + entry.message, "")]
    if entry.is_quoted:
        yield from (_quoted(view, entry, side, 4) for side in ("base", "other"))
    yield from _remarked(view, entry.remarks)


def _remarked(view: View, remarks: str) -> Iterator[Line]:
    """Give the line of what the two readings have in common, if there is anything."""
    if remarks:
        margin = " " * 4 + _margin(view, "remark")
        yield width_of(margin), [(margin, "quiet"), (remarks, "quiet")]


def _head(entry: Entry, head: str) -> list[tuple[str, str]]:
    lines = f"  {entry.places}" if entry.has_place else ""
    review = f"  〔{entry.review}〕" if entry.review else ""
    return [(head, entry.severity), (entry.address, "strong"), (lines, "quiet"), (review, "strong")]


def _quoted(view: View, entry: Entry, side: str, indent: int) -> Line:
    quote = entry.quotes.base if side == "base" else entry.quotes.other
    margin = _margin(view, side)
    words = [(quote.before, "")] if entry.is_whole else _quotation(view, quote, entry.severity)
    return indent + width_of(margin), [(" " * indent + margin, "quiet"), *words]


def _margin(view: View, side: str) -> str:
    """Give the name of a side, filled up with blanks."""
    name = view.words[side]
    return name + " " * max(_MARGIN - width_of(name), 1)


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
