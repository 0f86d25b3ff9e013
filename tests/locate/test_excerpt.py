"""Excerpts, concatenations and what surrounds a text, through reading, folding and outline."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from diffcore.locate import locate
from diffcore.model import Located, Options
from diffcore.normalise import normalise
from diffcore.read import read
from diffcore.spans import Pair
from diffcore.structure import structure
from tests import damage
from tests.shared import SHARED, needs_shared

_WORK = (
    "清洗透镜并记录油量", "巡查堤岸并登记裂缝", "核对浮标位置与海图", "更换信号旗与缆绳",
    "测量水深并公布结果", "登记进港渔船的吨位", "检查救生筏和淡水桶", "维修雾笛及备用电机",
    "清除航道内的废弃网具", "培训值班人员使用电台", "向渔民通报风力变化", "保存三年的值班日志",
    "接待前来避风的船只", "组织冬季破冰作业", "公示收费项目和标准", "整理历年的水文资料",
)  # fmt: skip
_NUMERALS = "一二三四五六七八九"


def _law(name: str, who: str) -> str:
    """Give a law of four chapters with four articles each."""
    lines = [f"海湾市{name}条例"]
    for chapter in range(4):
        lines.append(
            f"第{_NUMERALS[chapter]}章　{name}的{('总则', '职责', '罚则', '附则')[chapter]}"
        )
        for article in range(4):
            number = chapter * 4 + article + 1
            digits = (
                f"十{_NUMERALS[number - 11]}" if number > 10 else (*_NUMERALS, "十")[number - 1]
            )
            lines.append(f"第{digits}条　{who}应当{_WORK[number - 1]}，{name}{_WORK[-number]}。")
    return "\n".join(lines) + "\n"


LAWS = [_law("灯塔", "灯塔看守人"), _law("浮桥", "浮桥管理员"), _law("鱼市", "鱼市经营者")]
NAVIGATION = "首页\n政务公开\n您的位置：首页 > 法规\n来源：海湾日报  字体：[大 中 小]\n"
FOOT = "【打印】【关闭】\n上一篇：海湾市浮桥条例\n版权所有：海湾市人民政府\n某ICP备00000000号\n"
NOTICE = (
    "海湾市人民政府关于整理条例的通知\n海政发〔2031〕7号\n各区人民政府：\n"
    "现就整理条例的有关事项通知如下。\n一、清点条例原件。\n二、报送清点结果。\n"
    "附件：1.灯塔\n2.浮桥\n海湾市人民政府\n2031年5月6日\n"
)


def _located(tmp_path: Path, base: str, other: str) -> Located:
    for name, text in (("base.txt", base), ("other.txt", other)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = Pair(tmp_path / "base.txt", tmp_path / "other.txt")
    return locate(paths.map(lambda path: structure(normalise(read(path)))), Options())


def _words(located: Located) -> Pair[str]:
    """Give what is in scope on either side, without blanks."""
    return located.scopes.map(
        lambda scope: "".join(
            scope.document.normal.source.text[
                scope.source_span.start : scope.source_span.end
            ].split()
        )
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _check(tmp_path: Path, long: str, wanted: str, short: str) -> None:
    there = _words(_located(tmp_path, long, short))
    assert there == Pair(_squeezed(wanted), _squeezed(short))
    assert _words(_located(tmp_path, short, long)) == there.swapped()


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("hurt", [str, lambda text: damage.wrap(text, 20)])
def test_a_law_is_found_in_a_chain_of_laws(tmp_path: Path, at: int, hurt: object) -> None:
    assert callable(hurt)
    _check(tmp_path, "".join(map(hurt, LAWS)), LAWS[at], LAWS[at])


@pytest.mark.parametrize("chapter", range(4))
def test_a_chapter_is_found_in_its_law(tmp_path: Path, chapter: int) -> None:
    cuts = [LAWS[0].index(f"第{numeral}章") for numeral in "一二三四"] + [len(LAWS[0])]
    start, end = list(pairwise(cuts))[chapter]
    wanted = LAWS[0][start:end]
    _check(tmp_path, LAWS[0], wanted, wanted)
    lacking = "\n".join(wanted.split("\n")[:-2])
    _check(tmp_path, LAWS[0], wanted, lacking)


def test_an_article_is_found_in_its_law(tmp_path: Path) -> None:
    article = next(line for line in LAWS[0].split("\n") if line.startswith("第七条"))
    _check(tmp_path, LAWS[0], article, article)


@pytest.mark.parametrize("kept", [slice(0, 9), slice(0, -2), slice(0, 3)])
def test_what_a_text_with_its_title_lacks_is_never_left_out(tmp_path: Path, kept: slice) -> None:
    short = "\n".join(LAWS[0].rstrip("\n").split("\n")[kept])
    _check(tmp_path, LAWS[0], LAWS[0], short)


def test_a_law_that_got_chapters_and_new_articles_is_whole(tmp_path: Path) -> None:
    new = LAWS[0].split("\n", 1)[1]
    kept = [line for line in new.splitlines() if line.startswith(("第一条", "第二条", "第七条"))]
    old = "\n".join(kept).replace("第七条", "第三条") + "\n"
    _check(tmp_path, new, new, old)


def test_the_beginning_that_a_text_lacks_is_never_left_out(tmp_path: Path) -> None:
    lines = LAWS[0].rstrip("\n").split("\n")
    _check(tmp_path, LAWS[0], LAWS[0], "\n".join([lines[0], *lines[8:]]))
    _check(tmp_path, LAWS[0], LAWS[0], "\n".join(lines[1:]))


def test_what_a_web_site_prints_is_out_of_scope(tmp_path: Path) -> None:
    _check(tmp_path, NAVIGATION + LAWS[0] + FOOT, LAWS[0], LAWS[0])


def test_an_attachment_is_found_behind_its_notice(tmp_path: Path) -> None:
    long = f"{NOTICE}附件1\n{LAWS[0]}附件2\n{LAWS[1]}"
    _check(tmp_path, long, f"附件1\n{LAWS[0]}", LAWS[0])
    _check(tmp_path, long, f"附件2\n{LAWS[1]}", f"附件2\n{LAWS[1]}")


def test_the_law_of_the_same_title_is_meant_and_not_another_like_it(tmp_path: Path) -> None:
    national = LAWS[0].replace("海湾市灯塔条例", "海国灯塔法")
    anew = LAWS[1].replace("海湾市浮桥条例", "海湾市灯塔条例")
    lines = LAWS[0].split("\n")
    old = "\n".join([*anew.split("\n")[:12], *lines[12:]])
    _check(tmp_path, national + old, old, anew)


@needs_shared
@pytest.mark.parametrize("at", range(0, 10, 3))
def test_a_real_law_is_found_in_a_chain_of_ten(tmp_path: Path, at: int) -> None:
    files = sorted(SHARED.glob("data/renditions/national/*/laosheng.txt"))[:10]
    texts = [path.read_text(encoding="utf-8").lstrip("\ufeff") for path in files]
    _check(tmp_path, "\n".join(texts), texts[at], damage.wrap(texts[at], 30))
