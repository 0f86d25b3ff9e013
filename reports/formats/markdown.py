"""The findings as Markdown, to be pasted into a note, a ticket or a message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diffcore.errors import Bilingual
from diffcore.model import Collation
from reports.columns import printable
from reports.format import RenderOptions, ReportFormat
from reports.ledger import say_totals
from reports.quotes import Quote
from reports.recurrences import name_places
from reports.renumberings import say_runs
from reports.review import gone_lines, say_standing, standing_of
from reports.versions import Version
from reports.view import Bundle, Entry, View

# Characters that Markdown or a browser could read as signs.
# Source: CommonMark 0.31.2, 2.4 and 6.6; of line beginnings only those that a line here can have.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&]")


def _render(collation: Collation, _options: RenderOptions) -> bytes:
    return ("\n".join(_lines(View(collation))) + "\n").encode()


def _lines(view: View) -> Iterator[str]:
    words = view.words
    yield f"# {words['report']}{words['colon']}{view.verdict_title}"
    yield ""
    for version in (view.versions.base, view.versions.other):
        yield from _version(view, version)
    yield ""
    for tally in view.tallies:
        kinds = words["stop"].join(f"{title} {number:,}" for _kind, title, number in tally.kinds)
        yield f"- **{tally.title} {tally.total:,}**{words['colon'] + kinds if kinds else ''}"
    if view.collation.figures:
        yield f"- {words['figures']}{words['colon']}{say_totals(view)}"
    if view.collation.review:
        standing = say_standing(standing_of(view.collation), view.lang)
        yield f"- {words['review']}{words['colon']}{standing}"
    yield from _notices(view)
    if view.entries:
        yield from ("", f"## {words['findings']}")
    for item in view.items():
        yield ""
        yield from _bundle(view, item) if isinstance(item, Bundle) else _entry(view, item)
    if view.collation.review and view.collation.review.gone:
        yield from ("", f"## {words['gone']}", "")
        yield from (f"- {_plain(line)}" for line in gone_lines(view.collation.review, view.lang))


def _version(view: View, version: Version) -> Iterator[str]:
    words = view.words
    facts = words["semicolon"].join(f"{name} {_plain(fact)}" for name, fact in version.facts(words))
    head = f"{words[version.side]}{words['colon']}{_plain(version.title)}"
    yield f"- **{head}**{words['semicolon']}{facts}{words['semicolon']}SHA-256 `{version.sha256}`"


def _notices(view: View) -> Iterator[str]:
    words = view.words
    if view.collation.notices:
        yield from ("", f"## {words['notices']}", "")
    for notice in view.collation.notices:
        side = words[notice.side] + words["colon"] if notice.side else ""
        yield f"- {side}{_plain(notice.message.within(view.lang))}"


def _bundle(view: View, bundle: Bundle) -> Iterator[str]:
    yield f"### {bundle.id} {_plain(bundle.title)}"
    yield ""
    if bundle.is_about_labels:
        runs = say_runs(map(view.renumbering, bundle.members), view.words["to"])
        yield _plain(view.words["stop"].join(runs))
        return
    if bundle.recurrence and bundle.recurrence.times:
        told = view.words["kept_at"].format(word=bundle.recurrence.word) + view.words["colon"]
        yield _plain(told + name_places(bundle.recurrence, view.words["stop"]))
        yield ""
    for entry in bundle.members:
        yield from _entry(view, entry)


def _entry(view: View, entry: Entry) -> Iterator[str]:
    words = view.words
    place = f"{words['stop']}{entry.places}" if entry.has_place else ""
    head = (
        f"{entry.sign}{entry.number} {entry.title}{words['bracketed'].format(entry.severity_title)}"
    )
    review = f" 〔{_plain(entry.review)}〕" if entry.review else ""
    yield f"- **{head}** {_plain(entry.address)}{place}{review}"
    if entry.is_told:
        yield f"  - {_plain(entry.message)}"
    if entry.is_quoted:
        yield f"  - {words['base']}{words['colon']}{_quote(view, entry.quotes.base, entry)}"
        yield f"  - {words['other']}{words['colon']}{_quote(view, entry.quotes.other, entry)}"
    if entry.remarks:
        yield f"  - {words['remark']}{words['colon']}{_plain(entry.remarks)}"


def _quote(view: View, quote: Quote, entry: Entry) -> str:
    """Give a reading in its words; what differs is bold, an empty place is a bracket."""
    if quote.is_absent:
        return view.words["absent"]
    before, words, after = map(_plain, (quote.lead + quote.before, quote.words, quote.after))
    length = view.words["shortened"].format(count=quote.length) if quote.length else ""
    marked = "" if entry.is_whole else f"**【{words}】**"
    return before + marked + after + _plain(quote.tail) + length


def _plain(text: str) -> str:
    """Give `text` on one line, without controls and with no sign that Markdown would read."""
    return _SIGNS.sub(r"\\\g<0>", printable(" ".join(text.split())))


FORMAT = ReportFormat(
    name="markdown",
    suffixes=(".md", ".markdown"),
    title=Bilingual("Markdown 校记", "findings in Markdown"),
    render=_render,
)
