"""Rows with labels, paragraphs, scripts, and rows that have one side only."""

from __future__ import annotations

from diffcore.diff import diff
from diffcore.model import Comparison, Row
from diffcore.spans import NormalSpan, Pair
from tests.notation import compare_normals, normal_of, render


def _lines(base: str, other: str, label: Pair[int] = Pair(0, 0)) -> str:  # noqa: B008
    result = compare_normals(Pair(normal_of(base), normal_of(other)), label)
    return render(result.ops, base, other)


def _one_sided(text: str) -> Comparison:
    normals = Pair(normal_of(text), normal_of("渔港条例"))
    whole = compare_normals(Pair(normals.base, normals.base)).row
    clauses = Pair(whole.clauses.base, ())
    spans = Pair(NormalSpan(0, len(normals.base.text)), NormalSpan(4, 4))
    return diff(Row("omitted", clauses, spans, 0, ""), normals)


def test_a_label_is_compared_with_the_label() -> None:
    line = _lines("第三条港口应当巡查。", "第四条港口应当巡查。", Pair(3, 3))
    assert line == "[-第三条-]{+第四条+}港口应当巡查。"


def test_a_label_is_not_joined_with_the_words_behind_it() -> None:
    result = compare_normals(Pair(normal_of("一、港口巡查"), normal_of("二、码头巡查")), Pair(2, 2))
    assert [hunk.texts for hunk in result.hunks] == [Pair("一", "二"), Pair("港口", "码头")]


def test_a_label_that_lost_its_digit_lacks_the_digit_only() -> None:
    assert _lines("8.港口巡查", ".港口巡查", Pair(2, 1)) == "[-8-].港口巡查"


def test_paragraph_breaks_alone_are_folded() -> None:
    line = _lines("定期检查航标。\n公布结果。\n", "定期检查航标。公布结果。\n")
    assert line == "定期检查航标。(~\n|~)公布结果。\n"


def test_a_loss_across_two_paragraphs_is_told_for_each() -> None:
    line = _lines("检查航标，修复设施。\n公布结果。登记船舶。", "检查航标，登记船舶。")
    assert line == "检查航标，[-修复设施。-](~\n|~)[-公布结果。-]登记船舶。"


def test_words_gained_at_the_head_of_a_paragraph_stand_in_it() -> None:
    base, other = "检查航标。\n登记船舶。", "检查航标。\n每年登记船舶。"
    result = compare_normals(Pair(normal_of(base), normal_of(other)))
    assert render(result.ops, base, other) == "检查航标。\n{+每年+}登记船舶。"
    assert result.hunks[0].spans.base == NormalSpan(6, 6)


def test_wraps_and_blanks_about_a_hunk_belong_to_its_neighbours() -> None:
    assert _lines("按照第5号执行。", "按照第   号执行。") == "按照第[-5-](~|   ~)号执行。"


def test_a_row_with_one_side_is_one_op_and_one_hunk() -> None:
    text = "检查航标。\n登记船舶。\n"
    result = _one_sided(text)
    assert [op.tag for op in result.ops] == ["delete", "folded"]
    (hunk,) = result.hunks
    assert hunk.texts == Pair("检查航标。\n登记船舶。", "")
    assert hunk.sources.base.of(text) == "检查航标。\n登记船舶。"


def test_a_variant_in_a_text_of_the_same_script_is_a_difference() -> None:
    base, other = "发挥海港優勢，登记船舶。", "发挥海港优势，登记船舶。"
    normals = Pair(normal_of(base, "simplified"), normal_of(other, "simplified"))
    assert normals.base.text == normals.other.text
    result = compare_normals(normals)
    assert render(result.ops, base, other) == "发挥海港[-優勢-]{+优势+}，登记船舶。"
    assert result.hunks[0].texts == Pair("優勢", "优势")
    assert result.hunks[0].spans == Pair(NormalSpan(4, 6), NormalSpan(4, 6))


def test_a_traditional_text_does_not_differ_from_the_same_in_simplified() -> None:
    base, other = "發揮海港優勢，登記船舶。", "发挥海港优势，登记船舶。"
    result = compare_normals(Pair(normal_of(base), normal_of(other)))
    assert not result.hunks
    assert "folded" in {op.tag for op in result.ops}


def test_compatibility_forms_stay_folded() -> None:
    base, other = "渔⼈登记。", "渔人登记。"
    assert _lines(base, other) == "渔(~⼈|人~)登记。"
