"""Planted changes: more than ten thousand edits of every kind, under five kinds of dirt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.accuracy.corpus import NEEDS
from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.planting import faults
from benchmarks.accuracy.planting.dirt import DIRTS, Dirt, convertible
from benchmarks.accuracy.planting.items import Item, items
from benchmarks.accuracy.planting.judge import Verdict, judge
from benchmarks.accuracy.planting.links import (
    Counts,
    add,
    count,
    f1,
    lax_score,
    links_of,
    strict_score,
)
from benchmarks.accuracy.planting.peers import compare_peers
from benchmarks.accuracy.planting.plant import plant
from benchmarks.accuracy.planting.records import Planted
from benchmarks.accuracy.planting.sorts import KINDS, NOTES
from benchmarks.accuracy.task import Measure, Outcome, Table, Task
from diffcore.errors import Bilingual
from diffcore.model import Collation


class Score(NamedTuple):
    """The counts of one text under one dirt; `sorts` has told, right and planted by sort."""

    dirt: str
    sorts: dict[str, tuple[int, int, int]]
    fragments: int
    true: int
    false: int
    lost: int
    found: int
    links: Counts
    moves: tuple[int, int, int, int]
    faults: tuple[faults.Wrong, ...]

    def sum(self, field: int, *, notes: bool = False) -> int:
        """Give the sum over the sorts of planted (0), told (1) or right (2) edits."""
        return sum(
            counts[field] for sort, counts in self.sorts.items() if (sort == "renumbered") == notes
        )


def measure(engine: Engine, item: Item) -> list[Score]:
    """Plant into one text, and score what is told of it under each dirt."""
    planted = plant(convertible(item.text.paragraphs), item.seed, item.foreign)
    scores = []
    for dirt in DIRTS:
        collation = engine.collate_texts(planted.base, dirt.apply(planted.other))
        scores.append(score_of(item.text.name, dirt, planted, collation))
    return scores


def score_of(name: str, dirt: Dirt, planted: Planted, collation: Collation) -> Score:
    """Give the counts of one collation of the text `name`."""
    verdict = judge(planted, collation, dirt)
    by_sort = Counter[tuple[str, int]]()
    for one in verdict.told:
        by_sort[one.edit.sort, 0] += 1
        by_sort[one.edit.sort, 1] += one.is_told
        by_sort[one.edit.sort, 2] += one.is_told and one.is_right
    sorts = {sort: (by_sort[sort, 0], by_sort[sort, 1], by_sort[sort, 2]) for sort in KINDS}
    told = [one for one in verdict.told if one.is_told and one.edit.sort not in NOTES]
    return Score(
        dirt.name, sorts, sum(len(one.findings) for one in told), verdict.true, len(verdict.false),
        verdict.lost, verdict.found, count(planted.links, links_of(collation)),
        _moves(verdict, collation), tuple(faults.find(name, dirt.name, verdict)),
    )  # fmt: skip


def _moves(verdict: Verdict, collation: Collation) -> tuple[int, int, int, int]:
    """Give the moves that are right among those told, told, found, planted."""
    moves = [one for one in verdict.told if one.edit.sort == "clause moved"]
    right = {f.id for one in moves for f in one.findings if f.kind == "moved_clause"}
    made = sum(finding.kind == "moved_clause" for finding in collation.findings)
    found = sum(any(f.kind == "moved_clause" for f in one.findings) for one in moves)
    return len(right), made, found, len(moves)


def outcome_of(scores: Sequence[Score], tables: Iterable[Table] = ()) -> Outcome:
    """Give the numbers of all texts and dirts together, and what is wrong."""
    wrong = [one for score in scores for one in score.faults]
    left, judged = faults.reasoned(wrong)
    return Outcome(
        tuple(_measures(scores)), (_by_dirt(scores), _by_sort(scores), *tables), left, judged
    )


def _measures(scores: Sequence[Score]) -> Iterator[Measure]:
    links, moves = add([score.links for score in scores]), _sum_moves(scores)
    clean = [score for score in scores if score.dirt == "none"]
    told = sum(score.sum(1) for score in scores)
    edits = sum(score.sum(0) for score in clean)
    yield Measure(Bilingual("植入的差异", "edits planted"), edits, 10_000, "count")
    yield Measure(Bilingual("召回，按差异", "recall by edit"), _recall(scores), 0.999)
    yield Measure(Bilingual("准确，按校记", "precision by finding"), _precision(scores), 0.995)
    yield Measure(
        Bilingual("类别说对", "right kind"), _share(sum(s.sum(2) for s in scores), told), 0.98
    )
    yield Measure(
        Bilingual("一处差异的校记数", "findings an edit"), _fragments(scores), 1.05, "count",
        is_at_least=False,
    )  # fmt: skip
    yield Measure(Bilingual("移位 F1", "moves, F1"), f1(*moves), 0.97)
    yield Measure(
        Bilingual("拆分、合并 F1（严）", "splits and merges, F1, strict"), strict_score(links), 0.93
    )
    yield Measure(
        Bilingual("拆分、合并 F1（宽）", "splits and merges, F1, lax"), lax_score(links), 0.93
    )
    lost = sum(score.lost for score in scores)
    found = sum(score.found for score in scores)
    yield Measure(Bilingual("失落的数字报出", "lost figures told"), _share(found, lost), 1.0)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _recall(scores: Sequence[Score]) -> float:
    return _share(sum(score.sum(1) for score in scores), sum(score.sum(0) for score in scores))


def _precision(scores: Sequence[Score]) -> float:
    true = sum(score.true for score in scores)
    return _share(true, true + sum(score.false for score in scores))


def _fragments(scores: Sequence[Score]) -> float:
    told = sum(score.sum(1) - score.sorts["suspect gap"][1] for score in scores)
    return _share(sum(score.fragments for score in scores), told)


def _sum_moves(scores: Sequence[Score]) -> tuple[int, int, int, int]:
    right, made, found, true = (sum(score.moves[i] for score in scores) for i in range(4))
    return right, made, found, true


def _by_dirt(scores: Sequence[Score]) -> Table:
    head = (
        Bilingual("另一本", "the other text"), Bilingual("可见的差异", "edits to be seen"),
        Bilingual("召回", "recall"), Bilingual("准确", "precision"), Bilingual("类别", "kind"),
        Bilingual("每处校记", "findings an edit"), Bilingual("移位 F1", "moves F1"),
        Bilingual("拆并 F1 严/宽", "splits, merges F1 strict/lax"),
        Bilingual("失落数字", "lost figures"),
    )  # fmt: skip
    rows = []
    for dirt in DIRTS:
        some = [score for score in scores if score.dirt == dirt.name]
        told, links = sum(score.sum(1) for score in some), add([score.links for score in some])
        lost = sum(score.lost for score in some)
        rows.append((
            f"{dirt.title.zh} {dirt.title.en}", f"{sum(score.sum(0) for score in some):,}",
            f"{_recall(some):.2%}", f"{_precision(some):.2%}",
            f"{_share(sum(score.sum(2) for score in some), told):.2%}", f"{_fragments(some):.3f}",
            f"{f1(*_sum_moves(some)):.3f}", f"{strict_score(links):.3f} / {lax_score(links):.3f}",
            f"{sum(score.found for score in some):,} / {lost:,}" if lost else "–",
        ))  # fmt: skip
    return Table(Bilingual("按另一本的样子", "by the state of the other text"), head, tuple(rows))


def _by_sort(scores: Sequence[Score]) -> Table:
    head = (
        Bilingual("种类", "sort"), Bilingual("应作的类别", "kinds that are right"),
        Bilingual("可见", "to be seen"), Bilingual("报出", "told"),
        Bilingual("类别说对", "right kind"),
    )  # fmt: skip
    rows = []
    for sort, kinds in KINDS.items():
        planted, told, right = (sum(score.sorts[sort][i] for score in scores) for i in range(3))
        rows.append((sort, ", ".join(kinds), f"{planted:,}", f"{told:,}", f"{right:,}"))
    title = Bilingual("按差异的种类，五种样子合计", "by sort of edit, all five together")
    return Table(title, head, tuple(rows))


def _run(engine: Engine) -> Outcome:
    given = items()
    scores = [score for found in engine.each(measure, given) for score in found]
    tables = () if engine.mutant else (compare_peers(engine, given),)
    return outcome_of(scores, tables)


TASK = Task(
    name="planted",
    rank=50,
    title=Bilingual("植入的差异", "Planted changes"),
    method=Bilingual(
        "在法律（大陆、台湾）、司法解释、报告、规范性文件的真实文本里植入已知的差异，七十余种，每七十字左右一处；"
        "整条的脱、衍、移、拆、并之后重新编号，引用随改，有意留下几处不改。另一本再弄成五种样子。"
        "每一处差异要在它的位置上报出，读文要齐，又不得宽出十二字；不碰到任何植入之处的校记都算误报。"
        "一对多的对应按 Vecalign 的严、宽两种算法计分。种子是文本的序号，次次相同。"
        "序号变动（提示）另列于表，不计入召回。",
        "Known differences of some seventy sorts are planted into real laws of both scripts, "
        "judicial interpretations, reports and pages, one in some 70 characters; articles are left "
        "out, put in, moved, split and merged, all numbered anew, references following but for "
        "some. The other text is then passed on in five states. An edit must be told at its place "
        "by readings that have all of it and are at most twelve characters wider; a finding that "
        "touches no edit is false. Links of one to several are scored strictly and laxly as "
        "Vecalign does. The seed is the number of the text. Renumbering, a note, is in the table "
        "and not in the recall. The generator and the scorer are benchmarks/accuracy/planting.",
    ),
    needs=NEEDS,
    run=_run,
)
