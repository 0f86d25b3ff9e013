"""The links of articles of revised laws, against a slow exhaustive matcher and a person's eye."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.revised.links import Agreement, Link, agreement, name_of, told_links
from benchmarks.accuracy.revised.matcher import links_of
from benchmarks.accuracy.revised.peers import PEERS
from benchmarks.accuracy.revised.statute import articles_of
from benchmarks.accuracy.revised.verdicts import (
    UNJUDGED,
    Settled,
    Verdict,
    Verdicts,
    read_verdicts,
    settled,
)
from benchmarks.accuracy.revised.versions import Versions, versions_of
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from benchmarks.accuracy.texts import DATA, read_text
from diffcore.errors import Bilingual

CORPUS = "laws"

# Goal: F1 of the links, 0..1, as judged.
LINKS_AT_LEAST = 0.995

METHOD = Bilingual(
    "`data/laws` 的全部新旧文本。条与条的对应，由本基准里一个慢的、穷尽的匹配器另算一遍"
    "（`revised/matcher.py`：自己切条，每条与每条都比，看字对的稀有程度和次序，求整体最优的指派，"
    "再找一对多；与程序没有共用的代码）。两者不同的，逐条读过两边的条文，"
    "判定对应成立、不成立或两可，写在 `revised/judged.tsv`；没有判过的算程序错。"
    "报告里有一行同时含两条的款项，就是说这两条对应。"
    "裁定后：两者都有的，加上判为成立的，作为标准；两可的不计。"
    "严：一组互相对应的条完全相同才算；宽：有一个对应相同就算（仿 Vecalign）。",
    "All pairs of versions in `data/laws`. A slow, exhaustive matcher of the benchmark links the "
    "articles once more (`revised/matcher.py`: its own splitter, every article against every "
    "other by rare pairs of characters and their order, the best assignment as a whole, then 1:n; "
    "no code in common with the tool). Where the two disagree a person has read both articles and "
    "judged the link to hold, not to hold, or to be defensible either way (`revised/judged.tsv`); "
    "what is not judged counts against the tool. A report tells a link where a row has clauses of "
    "both articles. As judged: what both have and what was judged to hold is the standard; "
    "defensible links are left out. Strict: a group of articles that answer to each other is the "
    "same; lax: one link of it is (as Vecalign scores).",
)

HEAD = (
    Bilingual("谁，对什么", "who, against what"),
    Bilingual("对应 F1", "links F1"),
    Bilingual("组 F1，严", "groups F1, strict"),
    Bilingual("组 F1，宽", "groups F1, lax"),
)

SAID = {
    "holds": "成立 holds",
    "does not hold": "不成立 does not hold",
    "either": "两可 either",
    "": "未判 not judged",
}


class Linked(NamedTuple):
    """The links of two versions: as the tool tells them, the matcher, and each of the peers."""

    told: set[Link]
    matched: set[Link]
    peers: tuple[set[Link], ...]


class Case(NamedTuple):
    """Two versions, their links and what was judged of them."""

    versions: Versions
    linked: Linked
    verdicts: Verdicts

    def settle(self, links: set[Link]) -> Settled:
        """Give `links` and those that hold, as judged."""
        return settled(links, self.linked.told, self.linked.matched, self.verdicts)


def _run(engine: Engine) -> Outcome:
    versions = versions_of(DATA / CORPUS)
    verdicts = read_verdicts()
    cases = [
        Case(one, linked, verdicts.get(one.name, {}))
        for one, linked in zip(versions, engine.each(link_all, versions), strict=True)
    ]
    after = agreement(case.settle(case.linked.told) for case in cases)
    faults, judged = _sorted(cases)
    return Outcome(
        (
            Measure(
                Bilingual("条的对应 F1（裁定后）", "links of articles, F1, as judged"),
                after.links,
                LINKS_AT_LEAST,
            ),
            Measure(
                Bilingual("没有判过的分歧", "disagreements not judged"),
                sum(fault.reason == UNJUDGED.reason for fault in faults),
                0,
                "count",
                is_at_least=False,
            ),
        ),
        (Table(Bilingual("条的对应", "links of articles"), HEAD, tuple(_rows(cases))),),
        tuple(faults),
        tuple(judged),
    )


def link_all(engine: Engine, versions: Versions) -> Linked:
    """Link the articles of two versions in every way that is compared."""
    old, new = (DATA / CORPUS / file for file in versions.files)
    base, other = articles_of(read_text(old)), articles_of(read_text(new))
    return Linked(
        told_links(engine.collate(old, new)),
        {(base[one].number, other[two].number) for one, two in links_of(base, other)},
        tuple(peer(base, other) for _, peer in PEERS),
    )


def _rows(cases: Sequence[Case]) -> Iterator[tuple[str, ...]]:
    raw = agreement((case.linked.told, case.linked.matched) for case in cases)
    yield _row("jiaokan，对匹配器 against the matcher", raw)
    told = agreement(case.settle(case.linked.told) for case in cases)
    yield _row("jiaokan，裁定后 as judged", told)
    matched = agreement(case.settle(case.linked.matched) for case in cases)
    yield _row("匹配器 the matcher，裁定后 as judged", matched)
    for at, (title, _) in enumerate(PEERS):
        found = agreement(case.settle(case.linked.peers[at]) for case in cases)
        yield _row(f"{title.zh} {title.en}，裁定后 as judged", found)


def _row(who: str, found: Agreement) -> tuple[str, ...]:
    return (who, *(f"{share:.2%}" for share in found))


def _sorted(cases: Iterable[Case]) -> tuple[list[Fault], list[Fault]]:
    """Give the disagreements that count against the tool, and the others."""
    faults: list[Fault] = []
    judged: list[Fault] = []
    for case in cases:
        told, matched = case.linked.told, case.linked.matched
        for link in sorted(told ^ matched):
            verdict = case.verdicts.get(link, UNJUDGED)
            is_fault = verdict is UNJUDGED or verdict.is_against(link, told)
            (faults if is_fault else judged).append(_fault(case, link, verdict))
    return faults, judged


def _fault(case: Case, link: Link, verdict: Verdict) -> Fault:
    is_told = link in case.linked.told
    who = "只有报告说 only the report" if is_told else "只有匹配器说 only the matcher"
    return Fault(
        case.versions.name,
        f"第{name_of(link[0])}条→第{name_of(link[1])}条：{who}；{SAID[verdict.holds]}",
        verdict.reason,
    )


TASK = Task(
    "laws",
    30,
    Bilingual("修订：条的对应", "Revised laws: links of articles"),
    METHOD,
    (CORPUS,),
    _run,
)
