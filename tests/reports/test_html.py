"""The HTML report, read as text: complete, safe, small and the same every time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from diffcore.model import Options
from reports import report
from tests.reports.builder import SAMPLE, Line, build, related_to_nothing


class Page(HTMLParser):
    """Collects the elements of a page, and the text of those whose class holds a word."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))


def page_of(*lines: Line, lang: str = "zh") -> str:
    return report(build(lines, Options(lang=lang)), "html").decode()


def test_every_link_of_the_page_has_its_target_and_no_id_stands_twice() -> None:
    elements = Page(page_of(*SAMPLE)).elements
    ids = [attributes["id"] for _tag, attributes in elements if "id" in attributes]
    links = [str(attributes["href"]) for tag, attributes in elements if tag == "a"]
    assert len(ids) == len(set(ids))
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= set(ids)


def test_the_policy_allows_the_style_and_script_of_the_page_and_nothing_else() -> None:
    page = page_of(*SAMPLE)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        inside = page.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}';" in policy[1]


def test_there_are_no_style_attributes_no_handlers_and_no_addresses() -> None:
    page = page_of(*SAMPLE)
    for tag, attributes in Page(page).elements:
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        assert "src" not in attributes, tag
    assert "http://" not in page
    assert "https://" not in page
    assert "@import" not in page


def test_markup_in_the_texts_stays_text() -> None:
    hostile = "</script><img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}&amp;"
    page = page_of(Line(f"水{hostile}[-{hostile}-]库", address=hostile))
    assert "<img" not in page
    assert page.count("</script>") == 2, "those that end the data and the script"
    assert "&amp;amp;" in page
    assert "{{ 7*7 }}" in page
    data = page.split('id="review-data">')[1].partition("</script>")[0]
    assert json.loads(data)["findings"][0]["base"] == hostile


def test_controls_and_half_surrogate_pairs_are_shown_as_replaced() -> None:
    page = page_of(Line("水\u202e\ud800\x08库"))
    assert "水\ufffd\ufffd\ufffd库" in page


def test_wrapped_lines_are_joined_for_reading() -> None:
    page = page_of(Line("各镇应当↵　　每季↵度报告，GB↵3838 除外"))
    assert "各镇应当每季度报告，GB 3838 除外" in page


def test_both_texts_are_there_in_full() -> None:
    page = re.sub(r"<a class=\"sign.*?</a>|<[^>]+>|\n", "", page_of(*SAMPLE))
    for line in SAMPLE:
        for words in re.split(r"[\[\](){}|~+↵-]+", line.marked):
            assert words in page


def test_equal_clauses_fold_to_a_bar_that_says_how_many() -> None:
    lines = [Line(f"第{n}条　河道两岸的林带由所在地的镇人民政府负责养护。") for n in range(12)]
    page = page_of(*lines, Line("资金[-五-]{+六+}万元"))
    assert "12 条款、" in page
    assert "12 clauses, " in page_of(*lines, lang="en")


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        ((Line("河道两岸"),), "两文相同<"),
        ((Line("河道(~，|,~)两岸"),), "两文相同：文字无出入，仅排版、写法不同<"),
        ((Line("河道[-、-]{+，+}两岸", kind="punctuation"),), "两文仅有形式差异<"),
        ((Line("河道{+　年+}", kind="suspect_gap"),), "两文文字无出入，另有提示<"),
        (SAMPLE, "两文有差异<"),
    ],
)
def test_the_verdict_stands_at_the_top(lines: tuple[Line, ...], verdict: str) -> None:
    assert f">{verdict}" in page_of(*lines)


def test_unrelated_texts_are_said_to_be_and_no_row_is_shown() -> None:
    page = report(related_to_nothing(), "html").decode()
    assert "两文无关：没有可对应的条款" in page
    assert 'class="row' not in page


def test_the_options_are_told_in_words() -> None:
    page = page_of(*SAMPLE)
    assert "选项（全文对校：否；底本取：按内容定位；校本取：按内容定位；语言：中文）" in page
    collation = build(SAMPLE, Options(base_doc=3, lang="en"))
    assert "from the base: document 3; " in report(collation, "html").decode()


def test_english_pages_have_no_chinese_words_of_their_own() -> None:
    collation = build([Line("plain words here", address="1")], Options(lang="en"))
    page = report(collation, "html").decode()
    told = re.sub(r"(?s)<style>.*?</style>|<script>.*?</script>|演示[底校]本", "", page)
    assert re.findall("[\u4e00-\u9fff]+", told) == ["校"]  # the seal


def test_the_page_is_not_much_larger_than_the_texts() -> None:
    duty = "各级水务部门(~，|,~)应当按照职责分工↵做好岸线管护工作(~，|,~)并接受监督。" * 5
    lines = [Line(f"第{n}条　{duty}资金[-五-]{{+六+}}万元。") for n in range(1000)]
    collation = build(lines)
    texts = collation.witnesses.map(lambda each: len(each.source.text.encode()))
    assert len(report(collation, "html")) < 1_000_000 + 4 * (texts.base + texts.other)


def test_the_same_collation_gives_the_same_bytes_under_any_hash_seed() -> None:
    program = (
        "from hashlib import sha256; from reports import report, formats;"
        "from tests.reports.builder import SAMPLE, build;"
        "print([sha256(report(build(SAMPLE), each.name)).hexdigest() for each in formats()])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
