"""Moved and renumbered articles of revised laws, against the reasons of the legislature."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from benchmarks.accuracy.articles.peers import PEERS, peer
from benchmarks.accuracy.articles.score import Score, Verdict, score, verdicts
from benchmarks.accuracy.articles.stated import (
    Judgement,
    Revision,
    corrected,
    judgements,
    revisions,
)
from benchmarks.accuracy.articles.told import Told, told
from benchmarks.accuracy.articles.versions import articles
from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from benchmarks.accuracy.texts import DATA
from diffcore.chinese.similarity import similarity
from diffcore.errors import Bilingual

CORPUS = "laws-tw"

# Goals: links of articles, and new articles told to be new, 0..1.
LINKS_AT_LEAST = 0.995
NEW_AT_LEAST = 0.99

METHOD = Bilingual(
    "修订前后的全文，和立法院印在每条下面的理由（“本條新增”“由原條文第X條移列”“內容未修正”）；只算理由明说的条。"
    "报告说一条来自某旧条，是说有一行同时有这两条，并含其中之一的条首（序号和第一款）；只有后面的款、项移来的，不算条的对应。"
    "严：旧条的集合与理由所说的完全相同才对；宽：有一个相同就对，款、项也算"
    "（一对多的算法仿 Vecalign）。"
    "P 的分母是报告说有来源的条，R 的分母是理由说有来源的条。理由由正则读出，读错的照理由的原话改正"
    "（articles/judged.json，逐条写明缘故），改正前后的都列，目标按改正后的算；"
    "理由只说是其中一款、一项之来源的旧条，报告说与不说都可以。旧文只有「刪除」二字的号不算来源。"
    "删去的旧条理由不说，不算。",
    "Both versions in full, and the reason that the legislature prints under each article; only "
    "articles whose reason says where they come from count. A report tells that an article comes "
    "from an old one where a row has both and holds the head (label and first paragraph) of "
    "either; that later paragraphs moved is no link of articles. Strict: the set of old articles "
    "is the set stated; lax: one in common is enough, in a later paragraph too (1:n as Vecalign "
    "scores it). P is of the articles told to have a source, R of those stated to have one. The "
    "reasons were read by a pattern; where it misread, they are corrected by their own words "
    "(articles/judged.json, each with why); both are shown, the goal counts on the corrected "
    "ones. An old article stated as the source of a paragraph only may be told or not; one that "
    "says just 刪除 is no source. Deleted articles are not named by the reasons and not scored.",
)

HEAD = (
    Bilingual("谁", "who"),
    Bilingual("严 P", "strict P"),
    Bilingual("R", "R"),
    Bilingual("F1", "F1"),
    Bilingual("宽 P", "lax P"),
    Bilingual("R", "R"),
    Bilingual("F1", "F1"),
    Bilingual("新条说成新条", "new told new"),
)


def _run(engine: Engine) -> Outcome:
    raw = revisions(DATA / CORPUS)
    judged = judgements()
    pairs = [corrected(revision, judged) for revision in raw]
    folders = [revision.folder for revision in raw]
    ours = list(engine.each(told, folders))
    found = _verdicts(pairs, ours)
    total = score(found)
    rows = [
        _row("jiaokan", total),
        _row("jiaokan，未改正 uncorrected", score(_verdicts(raw, ours))),
    ]
    for title, matcher in PEERS:
        theirs = map(partial(peer, matcher), folders)
        rows.append(_row(f"{title.zh} {title.en}", score(_verdicts(pairs, theirs))))
    return Outcome(
        _measures(total),
        (Table(Bilingual("条的对应", "links of articles"), HEAD, tuple(rows)),),
        tuple(_faults(pairs, found)),
        tuple(map(_judged, judged)),
    )


def _verdicts(pairs: Iterable[Revision], found: Iterable[Told]) -> list[Verdict]:
    return [
        verdict
        for revision, links in zip(pairs, found, strict=True)
        for verdict in verdicts(revision, links)
    ]


def _measures(total: Score) -> tuple[Measure, ...]:
    return (
        Measure(
            Bilingual("条的对应 F1（严）", "links of articles, F1, strict"),
            total.strict[2],
            LINKS_AT_LEAST,
        ),
        Measure(Bilingual("新条说成新条", "new told new"), total.new_share, NEW_AT_LEAST),
    )


def _row(who: str, total: Score) -> tuple[str, ...]:
    shares = (*total.strict, *total.lax, total.new_share)
    return (who, *(f"{share:.4f}" for share in shares))


def _faults(pairs: Iterable[Revision], found: Sequence[Verdict]) -> Iterable[Fault]:
    for revision in pairs:
        wrong = [
            one
            for one in found
            if (one.law, one.date) == (revision.law, revision.date) and not one.is_right
        ]
        if wrong:
            texts = (articles(revision.folder / "old.txt"), articles(revision.folder / "new.txt"))
            users = _users(one for one in found if one.law == revision.law)
            yield from (_fault(one, texts, users) for one in wrong)


def _users(found: Iterable[Verdict]) -> dict[str, list[str]]:
    """Give for each old article the new ones that it is told to be the source of."""
    users: dict[str, list[str]] = {}
    for one in found:
        for source in sorted(one.told):
            users.setdefault(source, []).append(one.article)
    return users


def _fault(one: Verdict, texts: tuple[dict[str, str], ...], users: dict[str, list[str]]) -> Fault:
    stated = "、".join(sorted(one.sources)) or "新 new"
    said = "、".join(sorted(one.told)) or "新 new"
    return Fault(
        f"{one.law} {one.date} 第{one.article}条",
        f"理由 reason: {stated}; 报告 report: {said}",
        _reason(one, texts, users),
    )


def _reason(
    one: Verdict, texts: tuple[dict[str, str], ...], users: dict[str, list[str]]
) -> Bilingual:
    """Say what the words show: how alike the articles are, and who else has the old one."""
    old, new = texts
    missed, extra = sorted(one.sources - one.told), sorted(one.told - one.sources - one.allowed)
    zh, en = [], []
    for source in missed:
        alike = similarity(old.get(source, ""), new.get(one.article, ""))
        zh.append(f"旧第{source}条与它只有 {alike:.2f} 的字依次相同")
        en.append(f"old {source} keeps {alike:.2f} of the characters in order")
        others = users.get(source, [])
        if others:
            zh.append(f"旧第{source}条已归第{'、'.join(others)}条，一条旧条只进一行")
            en.append(f"old {source} is told for {', '.join(others)}; a clause is in one row")
    for source in extra:
        alike = similarity(old.get(source, ""), new.get(one.article, ""))
        zh.append(f"与旧第{source}条有 {alike:.2f} 的字依次相同，理由不认它是来源")
        en.append(f"has {alike:.2f} in common with old {source}, no source by the reason")
    return Bilingual("；".join(zh), "; ".join(en))


def _judged(one: Judgement) -> Fault:
    read = "、".join(sorted(one.read)) or "新 new"
    if one.stated is None:
        means = "不计 not scored"
    else:
        means = "、".join(sorted(one.stated.sources)) or "新 new"
        if one.stated.parts:
            means += f"（部分 parts: {'、'.join(sorted(one.stated.parts))}）"
    return Fault(
        f"{one.law} {one.date} 第{one.article}条",
        f"正则 pattern: {read}; 改正 corrected: {means}",
        one.reason,
    )


TASK = Task(
    "laws_tw",
    20,
    Bilingual("修订：条的移动和重编", "Revised laws: moved and renumbered articles"),
    METHOD,
    (CORPUS,),
    _run,
)
