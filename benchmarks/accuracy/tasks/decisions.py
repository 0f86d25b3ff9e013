"""Revised laws against the official decision that says what was changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.revised.changed import Told, preamble_of, read_report
from benchmarks.accuracy.revised.decision import (
    AMENDED,
    PREAMBLE,
    Statement,
    names,
    plain,
    statements_of,
)
from benchmarks.accuracy.revised.links import Number, name_of
from benchmarks.accuracy.revised.statute import articles_of
from benchmarks.accuracy.revised.versions import Versions, versions_of
from benchmarks.accuracy.task import Fault, Measure, Outcome, Table, Task
from benchmarks.accuracy.texts import DATA, read_text
from diffcore.errors import Bilingual

LAWS, DECISIONS = "laws", "decisions"

METHOD = Bilingual(
    "决定原文由 `revised/decision.py` 逐项读出："
    "改哪一条（或者序言、引言）、怎样改、改前改后的字句；"
    "读出的集合另与人工核过的集合对照（`NAMED`）。报告说变动了的条（含任何一处实质或形式差异）"
    "须与决定所说的恰好相同，不多不少。再看每一项：报告说的处置（修改、增加、删去、改号）与决定相同；"
    "决定引了改前改后字句的，该条的校记都落在这些字句之内，并且把校记所读的字去掉，两本余下的字相同。"
    "新文本本身与决定所引的字句不合的（传本之异），列在“看过”之下。",
    "The decision is read item by item by `revised/decision.py`: which article (or the preamble), "
    "what is done, the words before and after; the set so read is held against one checked by a "
    "person (`NAMED`). The articles that the report tells to have changed (by any finding of "
    "substance or form) must be exactly those of the decision. Then each item: the report says the "
    "same of the article (amended, added, deleted, renumbered); where the decision quotes words, "
    "all findings lie inside them; and without the words that the findings read both sides are "
    "equal. Where the new text itself departs from the words of the decision that is listed as "
    "judged.",
)

# The sets as a person read them in the decisions; 0 is the preamble.
NAMED: Mapping[str, tuple[int, ...]] = {
    "宪法 1982-12-04→1988-04-12": (10, 11),
    "宪法 1988-04-12→1993-03-29": (0, 7, 8, 15, 16, 17, 42, 98),
    "宪法 1993-03-29→1999-03-15": (0, 5, 6, 8, 11, 28),
    "最高人民法院关于审理医疗损害责任纠纷案件适用法律若干问题的解释 2017-12-14→2020-12-29": (
        *(0, 1, 3, 4, 5, 6, 7, 11, 16, 17, 18, 19, 21, 22, 23, 25),
    ),
    "最高人民法院关于适用《保险法》若干问题的解释（四） 2018-09-01→2020-12-29": (0, 2),
    "最高人民法院关于适用《公司法》若干问题的规定（五） 2019-04-29→2020-12-29": (1, 2, 4),
}

HEAD = (
    Bilingual("文本", "texts"),
    Bilingual("决定", "decision"),
    Bilingual("报告", "report"),
    Bilingual("各项所说相同", "items told alike"),
    Bilingual("同号全等比较", "equal words by number"),
    Bilingual("diff-match-patch", "diff-match-patch"),
)

# Where a file of the corpus has not the words that the decision quotes, as a person read both:
# the report tells what stands in the files. Any other such place is a fault.
DEPARTURES: Mapping[tuple[str, Number], Bilingual] = {
    ("宪法 1982-12-04→1988-04-12", (10, 0)): Bilingual(
        "传本之异：新文本作“或个人”“，土地”，决定作“或者个人”“。土地”",
        "a variant of the file: it reads 或个人 and ，土地, the decision 或者个人 and 。土地",
    ),
    ("宪法 1982-12-04→1988-04-12", (11, 0)): Bilingual(
        "传本之异：新文本作“合法权利”，决定作“合法的权利”",
        "a variant of the file: it reads 合法权利, the decision 合法的权利",
    ),
    ("宪法 1993-03-29→1999-03-15", (11, 0)): Bilingual(
        "传本之异：旧文本作“合法权利”，决定引作“合法的权利”",
        "a variant of the old file: it reads 合法权利, the decision quotes 合法的权利",
    ),
}


class Compared(NamedTuple):
    """Two versions, what the decision says of them, and what is told by the tool and the peers."""

    versions: Versions
    statements: tuple[Statement, ...]
    told: Told
    texts: tuple[Mapping[Number, str], Mapping[Number, str]]


Peer = Callable[[Mapping[Number, str], Mapping[Number, str]], set[Number]]


def _run(engine: Engine) -> Outcome:
    pairs = [one for one in versions_of(DATA / LAWS) if one.decision.startswith(DECISIONS)]
    compared = list(engine.each(compare, pairs))
    faults = [fault for one in compared for fault in (*_set_faults(one), *_item_faults(one))]
    departures = [departure for one in compared for departure in _departures(one)]
    items = sum(len(one.statements) for one in compared)
    wrong = sum(len(list(_item_faults(one))) for one in compared)
    equal = sum(not list(_set_faults(one)) for one in compared)
    return Outcome(
        (
            Measure(
                Bilingual("变动的条与决定恰好相同的文本", "texts whose changed articles are equal"),
                equal / len(compared),
                1.0,
            ),
            Measure(
                Bilingual("说法与决定相同的各项", "items told as the decision says"),
                1 - wrong / items,
                1.0,
            ),
        ),
        (Table(Bilingual("变动的条", "changed articles"), HEAD, tuple(map(_row, compared))),),
        tuple(faults),
        tuple(departures),
    )


def compare(engine: Engine, versions: Versions) -> Compared:
    """Collate two versions, and read the decision on them."""
    old, new = (DATA / LAWS / file for file in versions.files)
    decision = DATA / versions.decision.split(" ")[0]
    return Compared(
        versions,
        tuple(statements_of(_text_on(decision, versions.law), versions.law)),
        read_report(engine.collate(old, new)),
        (words_by_article(read_text(old)), words_by_article(read_text(new))),
    )


def _text_on(decision: Path, law: str) -> str:
    """Give the text of a decision, or of that one in a folder which has a part on `law`."""
    files = sorted(decision.glob("*.md")) if decision.is_dir() else [decision]
    texts = [read_text(file) for file in files]
    return texts[0] if len(texts) == 1 else next(text for text in texts if names(text, law))


def words_by_article(text: str) -> dict[Number, str]:
    """Give the words of the preamble and of each article, cut without the tool."""
    place = preamble_of(text)
    found = {PREAMBLE: plain(text[place.start : place.stop])}
    return found | {article.number: plain(article.words) for article in articles_of(text)}


def _set_faults(one: Compared) -> Iterator[Fault]:
    """Give where the sets differ: told and not named, named and not told, read and not named."""
    stated = {statement.article for statement in one.statements}
    by_hand = {(number, 0) for number in NAMED[one.versions.name]}
    for article in sorted(stated ^ by_hand):
        why = Bilingual("决定没有读对", "the decision was misread")
        yield Fault(one.versions.name, name_or_preamble(article), why)
    for article in sorted(stated ^ one.told.changed):
        is_told = article in one.told.changed
        why = (
            Bilingual("决定没有说", "not in the decision")
            if is_told
            else Bilingual("报告没有说", "not in the report")
        )
        yield Fault(one.versions.name, name_or_preamble(article), why)


def _item_faults(one: Compared) -> Iterator[Fault]:
    for statement in one.statements:
        why = _fault_in(one, statement)
        if why is not None:
            yield Fault(one.versions.name, name_or_preamble(statement.article), why)


def _fault_in(one: Compared, statement: Statement) -> Bilingual | None:
    """Give in what the report differs from an item of the decision, None if it agrees."""
    told, article = one.told, statement.article
    if told.action(article) != statement.action:
        return Bilingual("处置不同", "something else is told to have become of it")
    if statement.action != AMENDED:
        return None
    remainders = told.remainders(article)
    if remainders.base != remainders.other:
        return Bilingual("去掉校记所读，两本不同", "the sides differ without what is told")
    if _departs(one, statement):
        is_judged = (one.versions.name, article) in DEPARTURES
        return None if is_judged else Bilingual("文本与决定所引不同", "the text departs")
    if statement.is_whole:
        return None
    outside = [
        change for change in told.changes.get(article, []) if not _is_quoted(one, change, article)
    ]
    if outside:
        return Bilingual("校记超出决定所引的字句", "a finding reads more than the words quoted")
    return None


def _is_quoted(one: Compared, change: tuple[range, range], article: Number) -> bool:
    """Tell whether a change lies inside the words that some item on the article quotes."""
    for statement in one.statements:
        if statement.article != article:
            continue
        sides = zip(change, one.told.words, (statement.old, statement.new), strict=True)
        if all(_lies_in(place, words[article], quoted) for place, words, quoted in sides):
            return True
    return False


def _lies_in(place: range, words: str, quoted: str) -> bool:
    at = words.find(quoted)
    return not place if not quoted else at <= place.start and place.stop <= at + len(quoted)


def _departs(one: Compared, statement: Statement) -> bool:
    """Tell whether a version has not the words that the decision quotes of it."""
    texts = [text.get(statement.article, "") for text in one.texts]
    if statement.is_whole:
        return texts[1] != statement.new
    return statement.old not in texts[0] or statement.new not in texts[1]


def _departures(one: Compared) -> Iterator[Fault]:
    """Give where a file departs from the words of the decision, as judged."""
    for statement in one.statements:
        reason = DEPARTURES.get((one.versions.name, statement.article))
        if reason is not None and _departs(one, statement):
            yield Fault(one.versions.name, name_or_preamble(statement.article), reason)


def _row(one: Compared) -> tuple[str, ...]:
    stated = {statement.article for statement in one.statements}
    right = len(one.statements) - len(list(_item_faults(one)))
    told = (one.told.changed, *(peer(*one.texts) for peer in PEERS))
    report, *peers = (("✓ " if found == stated else "✗ ") + _names(found) for found in told)
    share = f"{right}/{len(one.statements)}"
    return (one.versions.name, _names(stated), report, share, *peers)


def _names(articles: set[Number]) -> str:
    return "、".join("序言" if one == PREAMBLE else name_of(one) for one in sorted(articles))


def name_or_preamble(article: Number) -> str:
    """Give the name of an article as a reader is told of it."""
    return "序言、引言 preamble" if article == PREAMBLE else f"第{name_of(article)}条"


def by_number(base: Mapping[Number, str], other: Mapping[Number, str]) -> set[Number]:
    """Give the numbers whose words are not equal."""
    return {one for one in base.keys() | other.keys() if base.get(one) != other.get(one)}


def by_characters(base: Mapping[Number, str], other: Mapping[Number, str]) -> set[Number]:
    """Give the articles that a hunk of diff-match-patch over the whole texts touches."""
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    owners = [[article for article, words in side.items() for _ in words] for side in (base, other)]
    at, touched = [0, 0], set()
    for tag, words in engine.diff_main("".join(base.values()), "".join(other.values())):
        for side in (0, 1):
            if tag in (0, (-1, 1)[side]):
                if tag:
                    touched |= set(owners[side][at[side] : at[side] + len(words)])
                at[side] += len(words)
    return touched


PEERS: Sequence[Peer] = (by_number, by_characters)

TASK = Task(
    "decisions",
    10,
    Bilingual("修订：与修改决定对照", "Revised laws against the official decision"),
    METHOD,
    (LAWS, DECISIONS),
    _run,
)
