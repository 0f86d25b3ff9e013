"""Links of articles are read from the rows, and scored strictly and laxly."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy.articles.peers import by_number, by_ratio, by_words
from benchmarks.accuracy.articles.score import score, verdicts
from benchmarks.accuracy.articles.stated import Revision, Stated, corrected, judgements, revisions
from benchmarks.accuracy.articles.told import Told, told
from benchmarks.accuracy.articles.versions import articles
from benchmarks.accuracy.engine import Engine
from benchmarks.accuracy.texts import DATA
from tests.shared import needs_shared

LAMPS = "燈塔管理員應於日落前點亮塔燈，並於日誌記載點燈之時刻。"
STORES = "燈油由港務所按季配發，存放於塔底之石室，不得挪作他用。"
VISITS = "訪客登塔應由管理員陪同，雷雨時停止登塔。"
FERRY = "渡船逾載者，碼頭主任得命其卸客。"


def _version(*texts: str) -> str:
    numerals = "一二三四"
    return "".join(
        f"第{numerals[at]}條 \n-------\n　　{text}  \n\n" for at, text in enumerate(texts)
    )


def _folder(path: Path) -> Path:
    (path / "old.txt").write_text(_version(LAMPS, STORES, VISITS), encoding="utf-8")
    (path / "new.txt").write_text(_version(LAMPS, FERRY, STORES, VISITS), encoding="utf-8")
    return path


def _links(**pairs: str) -> dict[str, frozenset[str]]:
    return {new[1:]: frozenset(old.split()) for new, old in pairs.items()}


def _score(stated: dict[str, Stated], found: Told) -> tuple[float, float, float]:
    total = score(verdicts(Revision("燈塔條例", "2031-05-06", Path(), stated), found))
    return total.strict[2], total.lax[2], total.new_share


def test_the_rows_of_a_report_tell_which_article_came_from_which(tmp_path: Path) -> None:
    found = told(Engine(), _folder(tmp_path))
    assert found.articles == _links(_1="1", _3="2", _4="3")


def test_a_tool_that_goes_by_numbers_scores_worse(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    stated = {
        article: Stated(frozenset(old.split()))
        for article, old in {"1": "1", "2": "", "3": "2", "4": "3"}.items()
    }
    assert _score(stated, told(Engine(), folder)) == (1.0, 1.0, 1.0)
    assert _score(stated, told(Engine("rigid"), folder))[0] < 0.6


def test_a_set_with_one_source_too_few_is_right_in_lax_scoring_only() -> None:
    stated = {"3": Stated(frozenset({"2", "4"}))}
    found = Told(_links(_3="2"), _links(_3="2"))
    assert _score(stated, found) == (0.0, 1.0, 1.0)


def test_a_later_paragraph_counts_in_lax_scoring_only() -> None:
    stated = {"3": Stated(frozenset({"2"}))}
    strict, lax, _ = _score(stated, Told(_links(_3="9"), _links(_3="2 9")))
    assert (strict, lax) == (0.0, 1.0)


@pytest.mark.parametrize("old", ["", "7"])
def test_the_source_of_a_paragraph_may_be_told_or_not(old: str) -> None:
    stated = {"3": Stated(frozenset(), frozenset({"7"})), "4": Stated(frozenset({"8"}))}
    found = Told(_links(_3=old, _4="8"), {})
    assert _score(stated, found) == (1.0, 1.0, 1.0)


def test_a_new_article_with_a_source_is_told_wrongly() -> None:
    strict, _, new = _score({"3": Stated(frozenset())}, Told(_links(_3="2"), _links(_3="2")))
    assert (strict, new) == (0.0, 0.0)


def test_the_peers_do_what_they_say(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    old, new = articles(folder / "old.txt"), articles(folder / "new.txt")
    assert by_number(old, new) == _links(_1="1", _2="2", _3="3")
    assert by_words(old, new) == by_ratio(old, new) == _links(_1="1", _3="2", _4="3")


@needs_shared
def test_every_judgement_is_on_a_reason_of_the_corpus() -> None:
    pairs = {(one.law, one.date): one for one in revisions(DATA / "laws-tw")}
    for one in judgements():
        revision = pairs[one.law, one.date]
        assert revision.stated[one.article].sources == one.read
        mended = corrected(revision, [one]).stated.get(one.article)
        assert mended == one.stated
        assert mended != revision.stated[one.article]
