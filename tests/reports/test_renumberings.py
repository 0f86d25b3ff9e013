"""Renumbered clauses are told in few words, each once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from diffcore.errors import Bilingual
from diffcore.model import Clause, Collation, Comparison, Group
from diffcore.spans import NormalSpan, Pair
from reports import report
from reports.renumberings import renumbering_of, say_renumbering, say_runs
from tests.reports.builder import Line, build

DIGITS = "〇一二三四五六七八九"


def article(ordinal: int, *, branch: int = 0) -> Clause:
    label = f"第{DIGITS[ordinal]}条" + (f"之{DIGITS[branch]}" if branch else "")
    return clause(label, ordinal, "article", f"第一章›{label}", branch)


def item(ordinal: int, within: str) -> Clause:
    label = f"（{DIGITS[ordinal]}）"
    return clause(label, ordinal, "item", f"第一章›{within}›{label}")


def clause(label: str, ordinal: int, level: str, address: str, branch: int = 0) -> Clause:
    nothing = NormalSpan(0, 0)
    return Clause(0, nothing, nothing, label, level, level, "body", ordinal, branch, None, address)


def told(pairs: Iterable[tuple[Clause, Clause]]) -> list[str]:
    return list(say_runs((renumbering_of(Pair(*pair)) for pair in pairs), "至"))


def test_an_article_is_named_by_its_number_and_an_item_within_its_article() -> None:
    by_number = renumbering_of(Pair(article(3), article(2)))
    assert say_renumbering(by_number) == "第三条→第二条"
    within = renumbering_of(Pair(item(4, "第八条"), item(5, "第七条")))
    assert say_renumbering(within) == "第八条›（四）→（五）"


def test_clauses_that_moved_up_together_are_one_run() -> None:
    pairs = [(article(n), article(n - 1)) for n in (3, 4, 5)]
    assert told(pairs) == ["第三条至第五条→第二条至第四条"]


def test_a_run_ends_where_either_side_skips_a_number() -> None:
    pairs = [(3, 2), (4, 3), (6, 4), (7, 6)]
    assert told((article(old), article(new)) for old, new in pairs) == [
        "第三条至第四条→第二条至第三条",
        "第六条→第四条",
        "第七条→第六条",
    ]


def test_items_of_two_articles_are_two_runs() -> None:
    one = [(item(n, "第八条"), item(n + 1, "第八条")) for n in (1, 2)]
    two = [(item(n, "第九条"), item(n + 1, "第九条")) for n in (3, 4)]
    assert told(one + two) == [
        "第八条›（一）至（二）→（二）至（三）",
        "第九条›（三）至（四）→（四）至（五）",
    ]


def test_a_branch_is_in_no_run() -> None:
    pairs = [(article(3), article(4)), (article(4, branch=1), article(5))]
    assert told(pairs) == ["第三条→第四条", "第四条之一→第五条"]


def renumbered() -> Collation:
    lines = [
        Line(f"[-{old}-]{{+{new}+}}　河道保护。", old, kind="wording")
        for old, new in (("第二条", "第三条"), ("第三条", "第四条"))
    ]
    collation = build([*lines, Line("资金[-五-]{+六+}万元", "第四条")])
    rows = [_numbered(each, n) for n, each in enumerate(collation.comparisons, start=2)]
    members = tuple(finding.id for finding in collation.findings[:2])
    group = Group("G1", Bilingual("序号顺延（2 处）", "renumbered (2)"), "renumbering", members)
    findings = tuple(
        each._replace(group="G1") if each.id in members else each for each in collation.findings
    )
    return replace(collation, comparisons=tuple(rows), groups=(group,), findings=findings)


def _numbered(comparison: Comparison, ordinal: int) -> Comparison:
    """Give a row whose clause has that number in the base and the next in the other."""
    row = comparison.row
    base, other = row.clauses.base[0], row.clauses.other[0]
    clauses: Pair[tuple[Clause, ...]] = Pair(
        (_labelled(base, ordinal),), (_labelled(other, ordinal + 1),)
    )
    return comparison._replace(row=row._replace(clauses=clauses))


def _labelled(bare: Clause, ordinal: int) -> Clause:
    label = f"第{DIGITS[ordinal]}条"
    return replace(bare, label=label, style="article", level="article", ordinal=ordinal)


def test_the_terminal_tells_a_group_of_them_in_one_entry() -> None:
    text = report(renumbered(), "terminal").decode()
    assert "G1  序号顺延（2 处）" in text
    assert "    第二条至第三条→第三条至第四条\n" in text
    assert text.count("第二条") == 1


def test_the_page_lists_them_one_a_line_with_a_place_to_jump_to() -> None:
    page = report(renumbered(), "html").decode()
    assert '<ol class="briefs">' in page
    assert '<a href="#t-F001">第二条→第三条</a>' in page
    assert '<a href="#t-F002">第三条→第四条</a>' in page
