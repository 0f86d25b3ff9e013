"""Web pages: what is told of a text and the page that prints it, and what is read of real pages."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.corpus import NEEDS, BaseText, base_texts
from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.formats.sites import SITES, Site
from benchmarks.accuracy.planting.faults import tell_finding
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from benchmarks.accuracy.texts import DATA
from diffcore.errors import Bilingual
from diffcore.read import read

REAL = DATA / "formats" / "html_govcn"
# What each of the real pages prints below its document.
_TOOL = "扫一扫在手机打开当前页"


class Printed(NamedTuple):
    """What is told of one text and its page: findings of substance, and others."""

    site: str
    name: str
    length: int
    faults: tuple[str, ...]
    others: int


def _run(engine: Engine) -> Outcome:
    work = [(text, SITES[i % len(SITES)]) for i, text in enumerate(base_texts())]
    printed = list(engine.each(_compare, work))
    entries = _entries()
    faults = tuple(fault for entry in entries for fault in _faults_of(entry))
    return Outcome(
        (
            Measure(
                Bilingual("网页对原文：实质校记", "page against text: findings of substance"),
                sum(len(one.faults) for one in printed), 0, "count", is_at_least=False,
            ),
            Measure(
                Bilingual(f"真实网页 {len(entries)} 个：读得不对的", "real pages not read right"),
                len({fault.where for fault in faults}), 0, "count", is_at_least=False,
            ),
        ),
        (_by_site(printed),),
        (
            *(Fault(f"{one.name} {one.site}", what, _REASON)
              for one in printed for what in one.faults),
            *faults,
        ),
    )  # fmt: skip


_REASON = Bilingual(
    "站点的话读成了正文，或正文读成了站点的话",
    "words of the site were read as text, or the other way round",
)


def _compare(engine: Engine, work: tuple[BaseText, Site]) -> Printed:
    text, site = work
    title, *texts = text.paragraphs if text.genre != "law-tw" else (text.name, *text.paragraphs)
    with tempfile.TemporaryDirectory() as folder:
        base, other = Path(folder, "a.txt"), Path(folder, "a.html")
        base.write_text("\n".join((title, *texts)) + "\n", "utf-8")
        other.write_bytes(site.page(title, texts))
        findings = engine.collate(base, other).findings
    faults = tuple(tell_finding(each) for each in findings if each.severity == "substantive")
    length = sum(map(len, text.paragraphs))
    return Printed(site.name, text.name, length, faults, len(findings) - len(faults))


def _entries() -> list[dict[str, str]]:
    """Give what is known of the real pages: title, number, how many characters the page has."""
    with (REAL / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _faults_of(entry: dict[str, str]) -> list[Fault]:
    """Give what of a real page was not read, or read and is none of its document."""
    text = "".join(read(REAL / entry["file"]).text.split())
    han = sum("\u4e00" <= sign <= "\u9fff" for sign in text)
    figures = sum(sign.isascii() and sign.isdigit() for sign in text)
    checks = (
        (entry["title"] in text, "title"),
        (entry["doc_no"] in text, "number"),
        (han == int(entry["hanzi"]) - len(_TOOL), f"{han} hanzi"),
        (figures == int(entry["digits"]), f"{figures} digits"),
        (_TOOL not in text, _TOOL),
    )
    return [Fault(entry["file"], what, _REASON) for is_right, what in checks if not is_right]


def _by_site(printed: Sequence[Printed]) -> Table:
    rows = []
    for site in SITES:
        some = [one for one in printed if one.site == site.name]
        rows.append((
            site.name, f"{len(some):,}", f"{sum(one.length for one in some):,}",
            f"{sum(len(one.faults) for one in some):,}", f"{sum(one.others for one in some):,}",
        ))  # fmt: skip
    head = (
        Bilingual("样式", "site"), Bilingual("文本", "texts"), Bilingual("字", "characters"),
        Bilingual("实质", "substantive"), Bilingual("其他", "others"),
    )  # fmt: skip
    return Table(Bilingual("按站点样式", "by kind of site"), head, tuple(rows))


TASK = Task(
    name="pages",
    rank=56,
    title=Bilingual("网页", "Web pages"),
    method=Bilingual(
        "真实的法律、报告、规范性文件，各放进五种站点样式之一（表格排版、换行、HTML5、无名区块、著录表），"
        "再与原文对校：凡是实质校记都是误报。"
        "另有 20 个中国政府网的真实网页，标题、文号、汉字和数字的个数须与目录一致。",
        "Real laws, reports and pages, each printed by one of five kinds of invented government "
        "sites and collated with the text: every substantive finding is false. And 20 real pages, "
        "whose title, number, count of hanzi and of digits must be those of their index.",
    ),
    needs=NEEDS,
    run=_run,
)
