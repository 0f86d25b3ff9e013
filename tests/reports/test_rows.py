"""Marks stand where the findings say, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

from diffcore.model import Collation, Finding, FoldEdits, Reading
from diffcore.spans import Pair, SourceSpan
from reports.overview import HEIGHT, overview_of
from reports.passages import Piece, shown_text
from reports.view import Block, View
from tests.reports.builder import SAMPLE, Line, build


def pieces_of(collation: Collation, row: int = 0) -> Pair[list[Piece]]:
    paragraphs = View(collation).row(row).text.paragraphs
    return paragraphs.map(lambda side: [piece for each in side for piece in each.pieces])


def test_what_one_side_lacks_is_a_gap_at_its_place_there() -> None:
    pieces = pieces_of(build([Line("到[-2028-]年建成", kind="missing_figure")]))
    assert [(piece.tag, piece.text) for piece in pieces.base] == [
        ("equal", "到"),
        ("alone", "2028"),
        ("equal", "年建成"),
    ]
    assert [(piece.tag, piece.text) for piece in pieces.other] == [
        ("equal", "到"),
        ("gap", ""),
        ("equal", "年建成"),
    ]
    mark = pieces.other[1].mark
    assert mark is not None
    assert (mark.findings, mark.label, mark.is_box) == (("F001",), "脱1", True)


def test_folded_blanks_and_line_ends_leave_no_piece_of_their_own() -> None:
    pieces = pieces_of(build([Line("各镇(~↵|~)应当(~ |~)报告(~，|,~)公开")]))
    assert [piece.text for piece in pieces.base] == ["各镇应当 报告", "，", "公开"]
    assert [piece.text for piece in pieces.other] == ["各镇应当报告", ",", "公开"]


def test_a_finding_about_a_part_of_a_difference_marks_that_part() -> None:
    collation = build([Line("某市人民政府　年　月印发", relation="added")])
    start = collation.witnesses.other.source.text.index("　年　月")
    nothing, part = SourceSpan(0, 0), SourceSpan(start, start + 4)
    readings = Pair(Reading(nothing, "", ""), Reading(part, "　年　月", "　年　月"))
    gap = collation.findings[0]._replace(id="F002", kind="suspect_gap", readings=readings)
    pieces = pieces_of(replace(collation, findings=(*collation.findings, gap))).other
    marks = [(piece.text.strip(), piece.mark.label) for piece in pieces if piece.mark]
    assert marks == [("某市人民政府", "衍1"), ("年　月", "疑2"), ("印发", "衍1")]


def test_a_finding_about_no_op_stands_at_the_head_of_its_row() -> None:
    view = View(build(SAMPLE))
    row = view.row(len(SAMPLE) - 1)
    assert [entry.kind for entry in row.entries] == ["moved_clause"]


def test_a_finding_around_several_ops_marks_each_and_begins_at_the_first() -> None:
    collation = build([Line("水务、[-农业-]、[-林业-]部门")])
    first, second = (finding.readings.map(lambda each: each.span) for finding in collation.findings)
    whole = Finding(
        "F001",
        "k",
        "roster",
        "substantive",
        "roster",
        0,
        "",
        Pair(
            Reading(SourceSpan(first.base.start, second.base.end), "农业、林业", "农业、林业"),
            Reading(SourceSpan(first.other.start, second.other.end), "、", "、"),
        ),
        collation.findings[0].message,
    )
    marks = [piece.mark for piece in pieces_of(replace(collation, findings=(whole,))).base]
    found = [mark for mark in marks if mark]
    assert [mark.findings for mark in found] == [("F001",), ("F001",)]
    assert [mark.anchors for mark in found] == [("F001",), ()]


def test_a_shown_text_keeps_the_offsets_of_its_source() -> None:
    text = "各镇↵　　应当  报告\r\nGB\n3838".replace("↵", "\n")
    shown = shown_text(text)
    assert len(shown) == len(text)
    assert shown.replace("\0", "") == "各镇应当  报告GB 3838"


def test_short_runs_of_equal_rows_stay_open_and_long_ones_fold() -> None:
    lines = [Line("一、总则", level="heading"), Line("资金[-五-]{+六+}万元"), Line("河道" * 40)]
    blocks = [each for each in View(build(lines)).blocks() if isinstance(each, Block)]
    assert [(block.is_folded, block.indices) for block in blocks] == [
        (False, (0,)),
        (False, (1,)),
        (True, (2,)),
    ]


def test_quotations_show_the_words_in_their_phrase_and_its_sentence() -> None:
    view = View(build([Line("第一条　总则。各镇应当[-每季度-]{+每半年+}报告一次。其余从略。")]))
    quote = view.entries[0].quotes.base
    assert quote.words == "每季度"
    assert (quote.lead + quote.before, quote.after + quote.tail) == ("各镇应当", "报告一次")


def test_a_finding_about_a_whole_row_stands_at_its_head_and_leaves_the_words_to_others() -> None:
    row = View(build([Line("资金[-五-]{+六+}万元", relation="moved")])).row(0)
    assert [entry.kind for entry in row.entries] == ["moved_clause"]
    marks = [each.mark for each in row.text.paragraphs.base[0].pieces if each.mark]
    assert [mark.findings for mark in marks] == [("F002",)]


def test_an_op_that_only_a_finding_about_the_row_names_is_marked_by_it() -> None:
    collation = build([Line("资金[-五-]{+六+}万元", relation="moved")])
    row = View(replace(collation, findings=collation.findings[:1])).row(0)
    marks = [each.mark for each in row.text.paragraphs.base[0].pieces if each.mark]
    assert [(mark.findings, mark.anchors) for mark in marks] == [(("F001",), ())]


def test_a_quotation_ends_with_its_clause_and_leaves_out_furniture() -> None:
    collation = build([Line("河道两岸—3—应当[-绿-]{+净+}化"), Line("本办法由市人民政府解释")])
    start = collation.witnesses.base.source.text.index("—3—")
    page = FoldEdits("furniture", (start,), (start + 3,))
    base = collation.witnesses.base
    document = base.document._replace(normal=base.document.normal._replace(edits=(page,)))
    witnesses = Pair(base._replace(document=document), collation.witnesses.other)
    quotes = View(replace(collation, witnesses=witnesses)).entries[0].quotes
    assert "".join(quotes.base[:5]) == "河道两岸应当绿化"
    assert "".join(quotes.other[:5]) == "河道两岸—3—应当净化"


def test_a_quotation_near_the_head_of_its_clause_begins_with_it() -> None:
    view = View(build([Line("第六十五条　违反本条例，由[-区-]{+市+}有关部门责令改正")]))
    quote = view.entries[0].quotes.base
    assert (quote.lead + quote.before).startswith("第六十五条")


def test_ticks_of_the_overview_stand_where_the_differences_stand_in_the_texts() -> None:
    collation = build([*[Line("河道两岸应当绿化。")] * 9, Line("资金[-五-]{+六+}万元")])
    scopes = collation.witnesses.map(lambda each: each.scope)
    overview = overview_of(collation.findings, scopes)
    place = collation.findings[0].readings.base.span.start
    (tick,) = overview.ticks
    assert tick.heights.base == place * HEIGHT // len(scopes.base)
    assert tick.heights.base < overview.heights.base == HEIGHT
