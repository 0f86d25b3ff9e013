"""A statute that was revised at random: which article answers to which is known, and is found.

The sentences are made of the words below, so that articles share phrases as those of a statute do.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from diffcore.align import align
from diffcore.model import Row
from tests.align.notation import scopes

_WHO = "港务所 管理员 巡查队 船主 领航站 灯具厂 海事学校 气象台 保险行 渔民合作社"
_WHAT = (
    "塔灯 灯油 雾笛 航标 值班日志 备用电源 旋转镜片 避雷针 登塔阶梯 信号旗 "
    "潮位尺 救生艇 气压计 储物石室 巡查记录 灯罩 钟表机件 燃料桶 浮筒 警示绳索"
)
_WHEN = "日落前 每月底 大雾期间 交接班时 台风过后 每年霜降前 收到通知三日内 检修完毕后"
_DOES = "检查 更换 登记 封存 校准 擦拭 移交 清点 修补 上报 公示 借用 验收 销毁 加固 抽查 标记 运送"
_WHY = "防止锈蚀 保证航行安全 便于追查责任 减少燃料损耗 避免误认灯质 保护候鸟 节约经费"

ARTICLES = 60


def _sentence(chance: random.Random) -> str:
    """Give a sentence that has phrases in common with others and is like none."""
    one, two = chance.sample(_WHAT.split(), 2)
    first, second = chance.sample(_DOES.split(), 2)
    who, when, with_whom, why = (
        chance.choice(words.split()) for words in (_WHO, _WHEN, _WHO, _WHY)
    )
    return f"{who}应当在{when}{first}{one},并会同{with_whom}{second}{two},以{why}。"


def _stranger(chance: random.Random) -> str:
    """Give a sentence that is like none of the others in words or frame."""
    return "".join(chr(chance.randrange(0x6C34, 0x6FFF)) for _ in range(40)) + "。"


@dataclass
class Revision:
    """The articles of two versions, and which paragraphs answer to which.

    An article is a list of paragraphs (number of the source, words); new words have number -1.
    """

    base: list[list[tuple[int, str]]]
    other: list[list[tuple[int, str]]]
    moved: set[int] = field(default_factory=set)
    split: set[int] = field(default_factory=set)
    merged: set[int] = field(default_factory=set)


def _revision(seed: int) -> Revision:
    """Make a statute and revise one article in five, no two beside each other."""
    chance = random.Random(seed)  # noqa: S311 (no secret: the same in every run)
    base = [[(at, _sentence(chance) + _sentence(chance))] for at in range(ARTICLES)]
    made = Revision(base, [list(article) for article in base])
    at = 1
    change = {
        "delete": lambda at: made.other[at].clear(),
        "word": lambda at: _reword(made, at, chance),
        "split": lambda at: _split(made, at),
        "merge": lambda at: _merge(made, at),
        "move": lambda at: made.moved.add(at),
    }
    while at < ARTICLES - 3:
        change[chance.choice(sorted(change))](at)
        at += chance.randrange(4, 7)
    _carry(made, chance)
    for _ in range(4):
        made.other.insert(chance.randrange(1, len(made.other)), [(-1, _stranger(chance))])
    made.other = [article for article in made.other if article]
    return made


def _reword(made: Revision, at: int, chance: random.Random) -> None:
    words = made.other[at][0][1]
    cut = chance.randrange(4, len(words) - 8)
    made.other[at] = [(at, words[:cut] + "另行" + words[cut + 3 :])]


def _split(made: Revision, at: int) -> None:
    """Make two paragraphs of an article, the second with a mark: it becomes an article."""
    first, second = made.other[at][0][1].split("。")[:2]
    made.other[at] = [(at, first + "。"), (at, "条" + second + "。")]
    made.split.add(at)


def _merge(made: Revision, at: int) -> None:
    made.other[at] = [(at, made.base[at][0][1]), (at + 1, made.base[at + 1][0][1])]
    made.other[at + 1] = []
    made.merged.add(at)


def _carry(made: Revision, chance: random.Random) -> None:
    """Carry the articles that move at least ten places away."""
    for at in sorted(made.moved):
        words, made.other[at] = made.other[at], []
        far = [to for to in range(1, ARTICLES) if abs(to - at) >= 10 and made.other[to]]
        to = chance.choice(far)
        made.other[to] = [*made.other[to], (-2, ""), *words]


def _text(articles: list[list[tuple[int, str]]]) -> tuple[str, list[int]]:
    """Give the text with its articles numbered, and the source of each of its lines."""
    lines, sources, number = [], [], 0
    for article in articles:
        begins = True
        for source, words in article:
            if source == -2 or words.startswith("条"):
                begins = True
            if source == -2:
                continue
            number += begins
            lines.append((f"第{number}条 " if begins else "") + words.removeprefix("条"))
            sources.append(source)
            begins = False
    return "\n".join(lines), sources


def _plain(text: str) -> str:
    return text


def _without_marks(text: str) -> str:
    """Lose the commas, as careless typing does."""
    return text.replace(",", "")


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("damage", [_plain, _without_marks], ids=lambda made: made.__name__[1:])
def test_the_articles_of_a_revised_statute_find_their_partners(
    seed: int, damage: Callable[[str], str]
) -> None:
    made = _revision(seed)
    base, sources = _text(made.base)
    other, targets = _text(made.other)
    rows = align(scopes(base, damage(other)))
    found = {
        (sources[one.index], targets[two.index])
        for row in rows
        for one in row.clauses.base
        for two in row.clauses.other
        if row.relation in ("matched", "moved")
    }
    assert all(source == target for source, target in found)
    assert _held(rows, "moved", sources) == {(at,) for at in made.moved}
    assert _held(rows, "split", sources) == {(at,) for at in made.split}
    assert _held(rows, "merged", sources) == {(at, at + 1) for at in made.merged}
    left = sorted(
        sources[one.index] for row in rows if row.relation == "omitted" for one in row.clauses.base
    )
    kept = set(targets)
    assert left == [at for at in range(ARTICLES) if at not in kept]


def test_a_shuffled_statute_finds_all_its_articles() -> None:
    articles = _revision(0).base
    shuffled = list(articles)
    shuffled.sort(key=lambda article: article[0][1])
    base, sources = _text(articles)
    other, targets = _text(shuffled)
    for row in align(scopes(base, other)):
        (one,), (two,) = row.clauses.base, row.clauses.other
        assert sources[one.index] == targets[two.index]


def _held(rows: tuple[Row, ...], relation: str, sources: list[int]) -> set[tuple[int, ...]]:
    """Give the sources of the base clauses of the rows with `relation`."""
    return {
        tuple(sources[one.index] for one in row.clauses.base)
        for row in rows
        if row.relation == relation
    }
