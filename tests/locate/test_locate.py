"""Which part of either text is collated, and what is said about the rest."""

from __future__ import annotations

import time

import pytest

from diffcore.errors import OptionError
from diffcore.locate import locate
from diffcore.model import Document, Located, Options, SourceText
from diffcore.normalise import normalise
from diffcore.spans import Pair
from diffcore.structure import structure
from tests.align.notation import document

_TOPICS = {
    "渔港": ("渔港水域清淤工程分期实施", "休渔期内渔船一律回港停泊", "冷库租金由合作社与船东议定"),
    "山林": ("护林员每日巡山并填写台账", "采伐许可证按小班逐块核发", "苗圃优先培育乡土阔叶树种"),
    "集市": ("早市摊位以抽签方式分配", "公平秤放置在市场东门入口", "收摊后经营户自行清扫场地"),
}


def _document(topic: str, title: str) -> str:
    """Give a document of some forty clauses on one topic."""
    lines = [title]
    for at in range(12):
        lines += [f"第{at}条 {one}{_syllables(topic, one, at)}。" for one in _TOPICS[topic]]
    return "\n".join(lines)


def _syllables(*seed: object) -> str:
    state, out = sum(map(ord, "".join(map(str, seed)))) * 7919 + 17, []
    for _ in range(12):
        state = state * 48271 % 2147483647
        out.append(chr(0x5000 + state % 3000))
    return "".join(out)


PORT = _document("渔港", "渔港条例")
WOODS = _document("山林", "山林办法")
FAIR = _document("集市", "集市规则")
PARTS = (("document", 1, "渔港"), ("document", 2, "山林"), ("document", 3, "集市"))


def _issue() -> Document:
    return document(f"{PORT}\n{WOODS}\n{FAIR}", PARTS)


def _located(base: Document, other: Document, options: Options | None = None) -> Located:
    return locate(Pair(base, other), options or Options())


def _titles(located: Located) -> Pair[list[str]]:
    return located.scopes.map(
        lambda scope: [
            part.title
            for part in scope.document.parts
            if scope.first <= part.first and part.last <= scope.last
        ]
    )


def test_the_document_of_an_issue_that_the_other_text_is_gets_collated() -> None:
    located = _located(_issue(), document(WOODS))
    assert _titles(located).base == ["山林"]
    assert located.scopes.other.first == 0
    assert located.scopes.other.last == len(located.scopes.other.document.clauses)


def test_either_side_is_narrowed() -> None:
    there = _located(_issue(), document(FAIR))
    back = _located(document(FAIR), _issue())
    assert there.scopes == back.scopes.swapped()


def test_both_sides_are_narrowed_to_what_they_share() -> None:
    base = document(f"{PORT}\n{WOODS}", PARTS[:2])
    other = document(f"{WOODS}\n{FAIR}", PARTS[1:])
    located = _located(base, other)
    assert _titles(located) == Pair(["山林"], ["山林"])


def test_what_stands_between_two_documents_in_scope_is_in_scope() -> None:
    located = _located(_issue(), document(f"{PORT}\n{FAIR}", (PARTS[0], PARTS[2])))
    assert _titles(located).base == ["渔港", "山林", "集市"]


def test_what_is_left_aside_is_said() -> None:
    (notice,) = _located(_issue(), document(WOODS)).notices
    assert (notice.stage, notice.side) == ("locate", "base")
    assert "另外 2 个文件" in notice.message.zh
    assert "2 other documents" in notice.message.en


@pytest.mark.parametrize("feed", ["\n", "\r\n", "\r"])
def test_the_lines_that_are_collated_are_named_as_an_editor_counts_them(feed: str) -> None:
    port, woods, fair = (
        "\n".join(
            [
                f"海湾市{topic}管理办法",
                *(f"第{at}条 {_syllables(topic, at)}。" for at in range(1, 9)),
            ]
        )
        for topic in _TOPICS
    )
    issue = f"{port}\n\n{woods}\n\n{fair}\n".replace("\n", feed)
    whole, part = (
        structure(normalise(SourceText("issue.txt", "", "text", "utf-8", text)))
        for text in (issue, woods)
    )
    (notice,) = _located(whole, part).notices
    assert "第 11—19 行" in notice.message.zh


def test_nothing_is_said_where_everything_is_in_scope() -> None:
    assert _located(document(PORT), document(PORT)).notices == ()


def test_a_changed_title_and_a_changed_end_stay_in_scope() -> None:
    lines = WOODS.split("\n")
    other = "\n".join(["林地管理新规", *lines[1:-1], "第十二条 另行公布施行日期。"])
    located = _located(_issue(), document(other))
    assert _titles(located).base == ["山林"]
    assert len(located.scopes.other.clauses) == len(located.scopes.other.document.clauses)


def test_a_missing_end_stays_in_scope_of_the_longer_text() -> None:
    lines = WOODS.split("\n")
    located = _located(document(WOODS), document("\n".join(lines[: len(lines) // 2])))
    assert len(located.scopes.base.clauses) == len(located.scopes.base.document.clauses)


def test_a_text_without_figures_is_found_as_well() -> None:
    other = WOODS.translate(dict.fromkeys(map(ord, "0123456789"), None))
    assert _titles(_located(_issue(), document(other))).base == ["山林"]


def test_unrelated_texts_have_empty_scopes_and_a_notice() -> None:
    located = _located(document(PORT), document(FAIR))
    assert not located.is_related
    assert located.scopes.map(lambda scope: scope.clauses) == Pair((), ())
    assert "没有相应的内容" in located.notices[0].message.zh


def test_a_text_of_which_two_thirds_were_written_anew_is_related() -> None:
    kept = WOODS.split("\n")[::3]
    new = PORT.split("\n")[1::3] + FAIR.split("\n")[2::3]
    assert _located(document(WOODS), document("\n".join(kept + new))).is_related


def test_a_line_is_related_to_the_like_line_only() -> None:
    line = document("渡口开放时间为每日六时至二十时。")
    assert _located(line, document("渡口开放时间为每日七时至二十时。")).is_related
    assert not _located(line, document("苗圃优先培育乡土树种。")).is_related


def test_attachments_stay_with_their_document() -> None:
    parts = (("document", 1, "渔港"), ("attachment", 1, "山林"), ("document", 2, "集市"))
    located = _located(document(f"{PORT}\n{WOODS}\n{FAIR}", parts), document(PORT))
    assert _titles(located).base == ["渔港", "山林"]


def test_a_masthead_is_no_document_and_left_aside() -> None:
    parts = (("masthead", 0, "渔民报"), ("document", 1, "渔港"))
    located = _located(document(f"渔民报\n第八期\n{PORT}", parts), document(PORT))
    assert _titles(located).base == ["渔港"]
    assert "个文件" not in located.notices[0].message.zh


def test_whole_takes_everything_however_unlike() -> None:
    located = _located(_issue(), document(FAIR), Options(whole=True))
    assert len(located.scopes.base.clauses) == len(located.scopes.base.document.clauses)
    assert _located(document(PORT), document(FAIR), Options(whole=True)).is_related


def test_a_chosen_document_is_taken_on_its_side() -> None:
    located = _located(_issue(), _issue(), Options(base_doc=3))
    assert _titles(located) == Pair(["集市"], ["集市"])


def test_a_document_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(OptionError) as caught:
        _located(_issue(), document(FAIR), Options(base_doc=4))
    assert "1 至 3" in caught.value.why.zh
    assert caught.value.slug == "no-such-document"


def test_a_million_characters_are_located_in_a_moment() -> None:
    filler = "\n".join(
        f"第{at}条 {_syllables('长', at)}{_syllables('文', at)}。" for at in range(30000)
    )
    base, other = document(filler), document(filler)
    start = time.process_time()
    assert _located(base, other).is_related
    assert time.process_time() - start < 3
