"""Folds of single characters: junk, second code points, blanks, width, punctuation, script."""

from __future__ import annotations

import pytest

from diffcore.model import NormalText, SourceText
from diffcore.normalise import normalise


def made(text: str) -> NormalText:
    return normalise(SourceText("x.txt", "", "text", "utf-8", text))


def places(text: str, fold: str) -> list[str]:
    edits = next(edits for edits in made(text).edits if edits.fold == fold)
    return [text[a:b] for a, b in zip(edits.starts, edits.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        # junk
        ("渔\u200b港\ufeff\ue004码\u00ad头", "渔港码头"),
        ("泊位(cid:20)(cid:28)个", "泊位个"),
        # compatibility
        ("⼀、⾦⽔", "一、金水"),
        ("金㎡①", "金㎡①"),
        ("⻓⻋", "长车"),
        # space
        ("总　　则", "总则"),
        ("到 2031 年 12 月", "到2031年12月"),
        ("到  年", "到年"),
        ("〔 〕 号", "〔〕号"),
        ("rules  of the\u00a0road", "rules of the road"),
        ("1 000吨", "1 000吨"),
        ("5 G 基站", "5G基站"),
        # width
        ("（１２％，Ａ：Ｂ；！？）", "(12%,A:B;!?)"),
        # punctuation
        ("1∶2", "1:2"),
        ("“内”「外」『双』", "“内”“外”‘双’"),
        ('称"甲"和"乙"', "称“甲”和“乙”"),
        ("——甲－乙–丙", "-甲-乙-丙"),
        ("甲……乙...丙。。。", "甲…乙…丙…"),
        ("甲•乙・丙", "甲·乙·丙"),
        ("〈甲〉＜乙＞", "<甲><乙>"),
        ("3～5〜7", "3~5~7"),
        ("甲｡乙､", "甲。乙、"),
        ("captain's", "captain's"),
        # these differ in meaning or are one sign each: they stay
        ("甲、乙，丙。〔丁〕《戊》", "甲、乙,丙。〔丁〕《戊》"),
    ],
)
def test_a_text_is_folded(text: str, normal: str) -> None:
    assert made(text).text == normal


def test_straight_quotation_marks_pair_up_within_a_paragraph() -> None:
    assert made('称"甲。\n称"乙"。').text == "称“甲。\n称“乙”。"


def test_a_traditional_text_is_simplified_whole() -> None:
    text = "船舶進出港應當登記，乾燥的貨物優先。"
    assert made(text).script == "traditional"
    assert made(text).text == "船舶进出港应当登记,干燥的货物优先。"
    assert places(text, "variant") == ["進", "應當", "記", "乾", "貨", "優"]


def test_a_stray_traditional_character_in_a_simplified_text_is_folded() -> None:
    text = "船舶进出港应当登记，貨物优先，于当日报告。"
    assert made(text).script == "simplified"
    assert places(text, "variant") == ["貨"]


@pytest.mark.parametrize(("written", "wanted"), [
    ("燈塔用於單獨選址", "灯塔用于单独选址"), ("渔港徵調車輛時", "渔港征调车辆时"),
    ("乾隆年間著作之覆核", "乾隆年间著作之覆核"), ("鑒於單純漁船", "鉴于单纯渔船"),
])  # fmt: skip
def test_a_phrase_keeps_no_character_that_is_rare_in_simplified_script(
    written: str, wanted: str
) -> None:
    assert made("應當進貨記錄。" + written).text == "应当进货记录。" + wanted


@pytest.mark.parametrize("char", "乾著於坯馀")
def test_a_character_that_is_right_in_simplified_script_is_left_alone(char: str) -> None:
    text = f"船舶进出港应当登记，{char}，貨物优先。"
    assert char in made(text).text


def test_a_character_of_neither_script_alone_decides_nothing() -> None:
    assert made("一二三港口").script == "simplified"


def test_phrases_that_only_a_phrase_table_would_exchange_stay() -> None:
    assert made("顯著的程序應當建立").text == "显著的程序应当建立"


def test_every_place_is_listed_under_its_fold() -> None:
    text = "總　則\u200b：１∶２"
    assert {fold: places(text, fold) for fold in ("junk", "space", "width", "punctuation")} == {
        "junk": ["\u200b"],
        "space": ["　"],
        "width": ["：１", "２"],
        "punctuation": ["∶"],
    }


def test_an_empty_text_and_a_text_of_blanks_are_normalised() -> None:
    assert made("").text == ""
    assert made(" \n\u3000\n").text == ""
