"""Which clause answers to which: in order, renumbered, moved, split, merged, left over."""

from __future__ import annotations

import time

from diffcore.align import align
from diffcore.model import Row
from tests.align.notation import expected, scopes, table

PLEDGE = "灯塔管理员应当在日落前点亮塔灯,并在日志中记下点灯的时刻。"
STORES = "灯油由港务所按季度配发,存放在塔底的石室内,不得挪作他用。"
VISITS = "来访者登塔须由管理员陪同,雷雨天气一律停止登塔。"
REPAIR = "塔身出现裂缝的,管理员应当在三日内报告,并设置警示绳索。"
WAGES = "管理员的津贴按月发放,遇大雾值守的另加补贴。"


def rows(base: str, other: str) -> tuple[Row, ...]:
    return align(scopes(base, other))


def test_equal_texts_give_one_matched_row_for_each_clause() -> None:
    text = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}"
    found = rows(text, text)
    assert [row.relation for row in found] == ["matched"] * 3
    assert [row.similarity for row in found] == [1.0] * 3
    assert {row.matched_by for row in found} == {"identical"}


def test_a_deleted_article_stands_alone_and_the_rest_is_renumbered() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}"
    other = f"第一条 {PLEDGE}\n第二条 {VISITS}\n第三条 {WAGES}"
    assert table(base, other) == expected("""
        底: | 第一条 | 第二条 | 第三条 |   -    |
        校: | 第一条 |   -    | 第二条 | 第三条 |
    """)


def test_an_article_put_in_front_does_not_shift_the_pairs() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}"
    other = f"第一条 {REPAIR}\n第二条 {PLEDGE}\n第三条 {STORES}"
    assert table(base, other) == expected("""
        底: |   -    | 第一条 | 第二条 |
        校: | 第一条 | 第二条 | 第三条 |
    """)


def test_a_changed_article_is_found_between_renumbered_ones() -> None:
    changed = STORES.replace("按季度", "按月").replace("石室", "铁柜")
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}"
    other = f"第一条 {PLEDGE}\n第二条 {WAGES}\n第三条 {changed}\n第四条 {VISITS}"
    assert table(base, other) == expected("""
        底: | 第一条 |   -    | 第二条 | 第三条 |
        校: | 第一条 | 第二条 | 第三条 | 第四条 |
    """)


def test_a_moved_article_is_marked_and_the_longer_rest_is_not() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}\n第四条 {REPAIR}"
    other = f"第一条 {STORES}\n第二条 {VISITS}\n第三条 {REPAIR}\n第四条 {PLEDGE}"
    assert table(base, other) == expected("""
        底: | *第一条 | 第二条 | 第三条 | 第四条 |
        校: | *第四条 | 第一条 | 第二条 | 第三条 |
    """)


def test_a_moved_and_changed_article_is_still_found() -> None:
    changed = PLEDGE.replace("日落前", "日落后")
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}"
    other = f"第一条 {STORES}\n第二条 {VISITS}\n第三条 {changed}"
    assert table(base, other) == expected("""
        底: | *第一条 | 第二条 | 第三条 |
        校: | *第三条 | 第一条 | 第二条 |
    """)


def test_a_swapped_chapter_moves_as_a_whole() -> None:
    first = f"第一章 值守\n第一条 {PLEDGE}\n第二条 {WAGES}"
    second = f"第二章 登塔\n第三条 {VISITS}\n{REPAIR}\n第四条 {STORES}"
    turned = f"第一章 登塔\n第一条 {VISITS}\n{REPAIR}\n第二条 {STORES}"
    again = f"第二章 值守\n第三条 {PLEDGE}\n第四条 {WAGES}"
    assert table(f"{first}\n{second}", f"{turned}\n{again}") == expected("""
        底: | *第一章 | 第一条 | 第二条 | 第二章 | 第三条 | 塔身出现 | 第四条 |
        校: | *第二章 | 第三条 | 第四条 | 第一章 | 第一条 | 塔身出现 | 第二条 |
    """)


def test_a_new_article_with_all_that_stands_in_it_is_one_row() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}"
    other = f"第一条 {PLEDGE}\n第二条 {VISITS}\n{REPAIR}\n(一){WAGES}\n第三条 {STORES}"
    assert table(base, other) == expected("""
        底: | 第一条 |             -             | 第二条 |
        校: | 第一条 | 第二条+塔身出现+(一) | 第三条 |
    """)


def test_a_split_article_answers_to_both_halves() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}{VISITS}\n第三条 {REPAIR}"
    other = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}\n第四条 {REPAIR}"
    found = rows(base, other)
    assert [row.relation for row in found] == ["matched", "split", "matched"]
    assert [clause.label for clause in found[1].clauses.other] == ["第二条", "第三条"]


def test_merged_articles_are_the_mirror_of_a_split_one() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}\n第四条 {REPAIR}"
    other = f"第一条 {PLEDGE}\n第二条 {STORES}{VISITS}\n第三条 {REPAIR}"
    assert [row.relation for row in rows(base, other)] == ["matched", "merged", "matched"]


def test_another_paragraph_break_is_no_split() -> None:
    base = f"第一条 {PLEDGE}{STORES}\n第二条 {VISITS}"
    other = f"第一条 {PLEDGE}\n{STORES}\n第二条 {VISITS}"
    found = rows(base, other)
    assert [(row.relation, row.similarity) for row in found] == [("matched", 1.0)] * 2
    assert len(found[0].clauses.other) == 2


def test_a_heading_that_runs_into_its_text_is_no_split() -> None:
    base = f"一、值守要求。{PLEDGE}\n二、物资管理。{STORES}"
    other = f"一、值守要求。\n{PLEDGE}\n二、物资管理。\n{STORES}"
    found = rows(base, other)
    assert [(row.relation, row.similarity) for row in found] == [("matched", 1.0)] * 2


def test_items_that_were_run_together_are_no_split() -> None:
    base = f"第一条 管理员的职责:\n(一){PLEDGE}\n(二){WAGES}\n第二条 {VISITS}"
    other = f"第一条 管理员的职责:(一){PLEDGE}(二){WAGES}\n第二条 {VISITS}"
    found = rows(base, other)
    assert [(row.relation, row.similarity) for row in found] == [("matched", 1.0)] * 2


def test_a_break_and_a_lost_figure_at_once_are_no_split() -> None:
    base = f"第一条 {PLEDGE}每座灯塔配管理员2名,轮班8小时。\n第二条 {VISITS}"
    other = f"第一条 {PLEDGE}\n每座灯塔配管理员名,轮班小时。\n第二条 {VISITS}"
    found = rows(base, other)
    assert [row.relation for row in found] == ["matched", "matched"]
    assert found[0].similarity < 1


def test_clauses_that_lost_all_figures_find_their_partners() -> None:
    base = "1.到2030年建成灯塔12座;\n2.每座配备雷达3台、电台5部;\n3.经费1.2亿元由港务所筹措。"
    other = "到年建成灯塔座;\n每座配备雷达台、电台部;\n经费亿元由港务所筹措。"
    found = rows(base, other)
    assert [row.relation for row in found] == ["matched"] * 3
    assert {row.matched_by for row in found} == {"masked"}


def test_repeated_boilerplate_is_matched_in_order() -> None:
    line = "法律、行政法规另有规定的,从其规定。"
    base = f"第一条 {PLEDGE}\n{line}\n第二条 {STORES}\n{line}\n第三条 {VISITS}\n{line}"
    assert [row.relation for row in rows(base, base)] == ["matched"] * 6
    shorter = f"第一条 {PLEDGE}\n{line}\n第二条 {STORES}\n第三条 {VISITS}\n{line}"
    found = rows(base, shorter)
    assert [row.relation for row in found] == [*["matched"] * 3, "omitted", *["matched"] * 2]


def test_many_equal_clauses_are_all_matched() -> None:
    text = "\n".join(["第一条 灯塔常明。"] * 300)
    assert {row.relation for row in rows(text, text)} == {"matched"}


def test_short_headings_need_more_than_their_words() -> None:
    base = f"第一章 总则\n第一条 {PLEDGE}\n第二章 附则\n第二条 {STORES}"
    other = f"第一章 总则\n第一条 {PLEDGE}\n第二章 附则\n第二条 {STORES}"
    assert [row.relation for row in rows(base, other)] == ["matched"] * 4


def test_a_renamed_chapter_is_found_by_its_articles() -> None:
    base = f"第一章 值守\n第一条 {PLEDGE}\n第二条 {WAGES}\n第二章 登塔\n第三条 {VISITS}"
    other = f"第一章 守灯与津贴\n第一条 {PLEDGE}\n第二条 {WAGES}\n第二章 登塔\n第三条 {VISITS}"
    found = rows(base, other)
    assert [row.relation for row in found] == ["matched"] * 5
    assert found[0].matched_by in ("children", "label")


def test_an_omission_stands_where_the_clause_would_stand() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}"
    other = f"第一条 {PLEDGE}\n第二条 {VISITS}"
    omitted = rows(base, other)[1]
    assert omitted.relation == "omitted"
    assert omitted.spans.other.start == omitted.spans.other.end == len(f"第一条 {PLEDGE}\n")


def test_an_addition_at_the_very_beginning_stands_at_the_beginning() -> None:
    added = rows(f"第一条 {STORES}", f"第一条 {PLEDGE}\n第二条 {STORES}")[0]
    assert (added.relation, added.spans.base.start, added.spans.base.end) == ("added", 0, 0)


def test_unlike_clauses_are_not_forced_together() -> None:
    assert [row.relation for row in rows(f"第一条 {PLEDGE}", "第一条 鲸群洄游期间禁止鸣笛。")] == [
        "omitted",
        "added",
    ]


def test_articles_that_became_paragraphs_of_one_are_merged() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}\n第四条 {REPAIR}"
    other = f"第一条 {PLEDGE}\n第二条 {STORES}\n{VISITS}\n第三条 {REPAIR}"
    assert table(base, other) == expected("""
        底: | 第一条 | 第二条+第三条   | 第四条 |
        校: | 第一条 | 第二条+来访者登 | 第三条 |
    """)
    assert [row.relation for row in rows(base, other)] == ["matched", "merged", "matched"]
    assert [row.relation for row in rows(other, base)] == ["matched", "split", "matched"]


def test_an_article_that_became_a_paragraph_elsewhere_has_moved() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {WAGES}\n第四条 {VISITS}"
    other = f"第一条 {PLEDGE}\n{VISITS}\n第二条 {STORES}\n第三条 {WAGES}"
    assert [row.relation for row in rows(base, other)] == [*["matched"] * 3, "moved"]


def test_a_merge_that_turns_the_order_round_is_a_merge() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}\n第四条 {REPAIR}"
    other = f"第一条 {PLEDGE}\n第二条 {VISITS}\n{STORES}\n第三条 {REPAIR}"
    assert [row.relation for row in rows(base, other)] == ["matched", "merged", "matched"]
    assert [row.relation for row in rows(other, base)] == ["matched", "split", "matched"]


def test_boilerplate_goes_with_the_article_that_it_stands_under() -> None:
    line = "法律、行政法规另有规定的,从其规定。"
    base = f"第一条 {PLEDGE}\n{line}\n第二条 {STORES}\n{line}\n第三条 {VISITS}\n{line}"
    other = f"第一条 {PLEDGE}\n{line}\n第二条 {VISITS}\n{line}\n第三条 {STORES}\n{line}"
    found = rows(base, other)
    pairs = [(row.clauses.base[0].index, row.clauses.other[0].index) for row in found]
    assert pairs == [(0, 0), (1, 1), (2, 4), (3, 5), (4, 2), (5, 3)]
    assert [row.relation for row in found].count("moved") == 1


def test_an_article_that_gave_a_paragraph_away_is_the_one_with_the_first() -> None:
    long = f"{STORES}{VISITS}{REPAIR}"
    base = f"第一条 {WAGES}\n第二条 {PLEDGE}\n{long}\n第三条 鲸群洄游期间禁止鸣笛。"
    other = f"第一条 {WAGES}\n第二条 {PLEDGE}\n第三条 鲸群洄游期间禁止鸣笛。\n第四条 {long}"
    assert table(base, other) == expected(
        """
        底: | 第一条 | 第二条 | *塔身出现 | 第三条 |
        校: | 第一条 | 第二条 | *第四条   | 第三条 |
    """.replace("塔身出现", long[:4])
    )


def test_an_article_with_a_new_first_paragraph_is_the_same_article() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}"
    other = f"第一条 {PLEDGE}\n第二条 {REPAIR}\n{STORES}\n第三条 {VISITS}"
    for one, two in ((base, other), (other, base)):
        found = rows(one, two)
        assert [row.relation for row in found] == ["matched"] * 3
        assert sorted(map(len, found[1].clauses)) == [1, 2]


def test_another_day_of_enforcement_is_a_change() -> None:
    base = f"第一条 {PLEDGE}\n第二条 本办法自公布之日起施行。"
    other = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 本办法施行日期,由港务所定之。"
    assert [row.relation for row in rows(base, other)] == ["matched", "added", "matched"]


def test_short_lines_that_were_set_again_and_changed_are_one_row() -> None:
    base = f"二零零一年三月一日港务所发布,根据二零零\n五年五月一日港务所决定修正\n第一条 {PLEDGE}"
    other = f"二零零一年三月一日港务所发布,\n根据二零零五年五月八日港务局决定修正\n第一条 {PLEDGE}"
    found = rows(base, other)
    assert [row.relation for row in found] == ["matched", "matched"]
    assert [len(clauses) for clauses in found[0].clauses] == [2, 2]


def test_short_lines_with_the_same_breaks_stay_apart() -> None:
    base = "灯油按季配发。\n塔灯日落点亮。\n来访者须登记。"
    other = "灯油按月配发。\n塔灯日落点燃。\n来访者应登记。"
    assert [row.relation for row in rows(base, other)] == ["matched"] * 3


def test_a_rewritten_article_between_its_neighbours_is_found() -> None:
    base = f"第一条 {PLEDGE}\n第二条 海雾预警由气象台发布,各船收听。\n第三条 {STORES}"
    other = (
        f"第一条 {PLEDGE}\n第二条 气象台应当每日三次播报海雾预警,遇强风加播。\n"
        f"第三条 {REPAIR}\n第四条 {STORES}"
    )
    assert table(base, other) == expected("""
        底: | 第一条 | 第二条 |   -    | 第三条 |
        校: | 第一条 | 第二条 | 第三条 | 第四条 |
    """)


def test_a_clause_alone_between_equal_neighbours_answers_to_what_stands_there() -> None:
    base = "\n".join(f"{at}.树种编号为{at * 7}的乔木。" for at in range(200))
    other = base.replace("100.树种编号为700的乔木。", "100.树种编号为700的灌木。")
    assert {row.relation for row in rows(base, other)} == {"matched"}


def test_an_empty_side_leaves_everything_over() -> None:
    empty = scopes("", "").base
    full = scopes(f"第一条 {PLEDGE}", "").base
    assert [row.relation for row in align(type(scopes("", ""))(full, empty))] == ["omitted"]


def test_five_thousand_changed_clauses_take_little_time() -> None:
    base = "\n".join(f"第{at}条 {_sentence(at)}" for at in range(5000))
    other = "\n".join(f"第{at}条 {_sentence(at)}另行公告。" for at in range(5000))
    pair = scopes(base, other)
    start = time.process_time()
    found = align(pair)
    assert time.process_time() - start < 5
    assert [row.relation for row in found] == ["matched"] * 5000


def test_two_thousand_unrelated_clauses_are_bounded() -> None:
    pair = scopes(
        "\n".join(f"第{at}条 {_sentence(at)}" for at in range(2000)),
        "\n".join(f"第{at}条 {_sentence(at, 0x6000)}" for at in range(2000)),
    )
    start = time.process_time()
    found = align(pair)
    assert time.process_time() - start < 5
    assert len(found) == 4000


def _sentence(seed: int, first: int = 0x5000) -> str:
    """Give thirty characters that no other seed gives."""
    state, out = seed * 7919 + 1, []
    for _ in range(30):
        state = state * 48271 % 2147483647
        out.append(chr(first + state % 2000))
    return "".join(out) + "。"


def test_one_clause_against_several_that_lost_its_label_is_split() -> None:
    base = f"{PLEDGE}\n4.{STORES}{VISITS}{REPAIR}\n{WAGES}"
    new = "另行公布开放时间和预约办法,并张贴告示。"
    other = f"{PLEDGE}\n{STORES}{new}\n{VISITS[5:]}\n{REPAIR[5:]}\n{WAGES}"
    assert [row.relation for row in rows(base, other)] == ["matched", "split", "matched"]
    assert [row.relation for row in rows(other, base)] == ["matched", "merged", "matched"]


def test_an_article_struck_out_stands_beside_what_it_was() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}\n第四条 {REPAIR}\n第五条 {WAGES}"
    other = base.replace(STORES, "(删除)").replace(VISITS, "(删除)")
    expected_labels = "第一条 | 第二条 | 第三条 | 第四条 | 第五条\n"
    assert table(base, other) == table(other, base) == expected_labels * 2


def test_an_article_rewritten_between_numbers_that_stayed_is_the_same_article() -> None:
    rewritten = "灯油的采购、运输和存放办法,由港务所会同海事学校另行制定。"
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}"
    assert {row.relation for row in rows(base, base.replace(STORES, rewritten))} == {"matched"}


def test_another_article_that_took_a_number_is_no_rewritten_one() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}"
    found = rows(base, base.replace(STORES, "渡船逾载的,码头主任可以命令其卸客。"))
    assert sorted(row.relation for row in found) == ["added", "matched", "matched", "omitted"]


def test_where_numbers_shifted_an_equal_number_is_no_evidence() -> None:
    base = f"第一条 {PLEDGE}\n第二条 {STORES}\n第三条 {VISITS}\n第四条 {REPAIR}"
    other = f"第一条 {PLEDGE}\n第二条 (删除)\n第三条 {WAGES}\n第四条 {VISITS}\n第五条 {REPAIR}"
    assert "omitted" in {row.relation for row in rows(base, other)}
