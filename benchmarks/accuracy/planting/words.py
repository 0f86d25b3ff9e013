"""Edits in words and signs: wording, losses and gains, order, punctuation, stray forms."""

from __future__ import annotations

import itertools
import re

from benchmarks.accuracy.planting.places import (
    HAN,
    borders_of,
    choose,
    exchanging,
    leaving_out,
    replacing,
    turned,
)
from benchmarks.accuracy.planting.records import Maker, Piece, Window

# Words that change the force of a provision, numerals and particles: never planted as wording.
FORCE = re.compile(
    "[不未无無非勿毋拒没沒免应應当當可须須必得禁准许許能宜允权權上下内內外前后後超过過足满滿少多低高至到达達"
    "第条條款项項目章节節本〇零一二三四五六七八九十百千万萬亿億两兩A-Za-z0-9"
    "的了之其等和與与及或并並者而以为為于於在是有]"
)
# Behind these stands a unit or a part of a number, and no word of its own.
NUMERALS = frozenset("0123456789〇零一二三四五六七八九十百千万萬亿億两兩几幾数數")
# Homophones that proofs confuse (Source: 《现代汉语词典》, 辨析 under each).
_HOMOPHONES = {"权利": "权力", "权力": "权利", "制定": "制订", "作出": "做出", "截止": "截至",
               "启用": "起用", "侵害": "侵犯", "公布": "公告", "品质": "品种", "界限": "界线",
               "期间": "其间", "权益": "权宜", "機關": "機構", "主管": "主觀", "施行": "實行",
               "反映": "反应", "年轻": "年青", "终生": "终身"}  # fmt: skip
STRAY = {"们": "們", "发": "發", "应": "應", "务": "務", "条": "條", "业": "業", "规": "規",
         "国": "國", "关": "關", "设": "設", "农": "農", "护": "護", "产": "產", "单": "單",
         "权": "權", "经": "經", "该": "該", "质": "質", "环": "環", "济": "濟", "动": "動",
         "监": "監", "组": "組", "会": "會", "报": "報"}  # fmt: skip
_STRAY_BACK = {new: old for old, new in STRAY.items()}
_PHRASE = f"(?<=[，；])[{HAN}、]{{4,20}}，"
_SENTENCE = f"(?<=[。])[{HAN}、，]{{6,50}}。"
_NEIGHBOURS = (
    r"(?<=[、，的和])([^、，。；：的和《》〈〉（）\W\d]{2,6})、"
    r"([^、，。；：《》〈〉（）\W\d等]{2,6})(?=[、，。；和的])"
)
_THREE = rf"(?<=[、，的])([{HAN}]{{2,5}})、([{HAN}]{{2,5}})、([{HAN}]{{2,5}})(?=[、，。；])"


def _word_at(window: Window) -> tuple[int, int] | None:
    """Give the place of a word of the window that is none of force."""
    text, start = window.text, window.start
    places = [
        (start + first, start + last)
        for first, last in borders_of(text[start : window.end])
        if re.fullmatch(f"[{HAN}]{{1,4}}", text[start + first : start + last])
        and not FORCE.search(text[start + first : start + last])
        and (last - first > 1 or window.rng.random() < 0.3)
    ]
    inner = [
        place
        for place in places
        if place[0] > start and place[1] < window.end and text[place[0] - 1] not in NUMERALS
    ]
    return window.rng.choice(inner) if inner else None


def _wording(window: Window) -> Piece | None:
    """Replace a word by another that shares no character with it or its neighbours."""
    place = _word_at(window)
    if place is None:
        return None
    old = window.text[slice(*place)]
    near = old + window.text[place[0] - 1] + window.text[place[1]]
    drawn = window.rng.sample(window.words, min(40, len(window.words)))
    fit = [word for word in drawn if set(word).isdisjoint(near)]
    return Piece(*place, old, fit[0]) if fit else None


def _character(window: Window) -> Piece | None:
    """Replace one character of a word of two, as a slip of the input does."""
    place = _word_at(window)
    if place is None or place[1] - place[0] != len("词语"):
        return None
    at = window.rng.choice((place[0], place[1] - 1))
    drawn = "".join(window.rng.sample(window.words, min(20, len(window.words))))
    near = window.text[max(0, place[0] - 2) : place[1] + 2]
    fit = [char for char in drawn if char not in near]
    return Piece(at, at + 1, window.text[at], fit[0]) if fit else None


def _word_lost(window: Window) -> Piece | None:
    place = _word_at(window)
    return Piece(*place, window.text[slice(*place)], "") if place else None


def _word_added(window: Window) -> Piece | None:
    place = _word_at(window)
    if place is None or not window.words:
        return None
    word = window.rng.choice(window.words)
    before = window.text[place[0] - 1]
    if word[0] == window.text[place[0]] or word[-1] == before:
        return None
    return Piece(place[0], place[0], "", word)


def _members_turned(window: Window) -> Piece | None:
    """Let two neighbouring members of a list change places."""
    found = choose(window, _NEIGHBOURS)
    if found is None or found[1] == found[2]:
        return None
    return Piece(*found.span(), found[0], f"{found[2]}、{found[1]}")


def _member_moved(window: Window) -> Piece | None:
    """Put the first of three members last."""
    found = choose(window, _THREE)
    if found is None or len({found[1], found[2], found[3]}) < len("甲乙丙"):
        return None
    return Piece(*found.span(), found[0], f"{found[2]}、{found[3]}、{found[1]}")


def _words_turned(window: Window) -> Piece | None:
    """Let two neighbouring words of two characters change places."""
    text, start = window.text, window.start
    words = [(start + a, start + b) for a, b in borders_of(text[start : window.end])][1:-1]
    fit = [
        (one[0], two[0], two[1])
        for one, two in itertools.pairwise(words)
        if one[1] - one[0] == two[1] - two[0] == len("词语")
        and re.fullmatch(f"[{HAN}]{{4}}", text[one[0] : two[1]])
        and not FORCE.search(text[one[0] : two[1]])
        and len(set(text[one[0] - 1 : two[1] + 1])) == len("前词语词语后")
    ]
    if not fit:
        return None
    first, middle, end = window.rng.choice(fit)
    return Piece(first, end, text[first:end], text[middle:end] + text[first:middle])


MAKERS: dict[str, Maker] = {
    "wording": _wording,
    "wording: a character": _character,
    "wording: homophone": exchanging(_HOMOPHONES),
    "omission of a word": _word_lost,
    "addition of a word": _word_added,
    "omission of a phrase": leaving_out(_PHRASE),
    "addition of a phrase": turned(leaving_out(_PHRASE)),
    "omission of a sentence": leaving_out(_SENTENCE),
    "addition of a sentence": turned(leaving_out(_SENTENCE)),
    "transposition of members": _members_turned,
    "transposition: first member last": _member_moved,
    "transposition of words": _words_turned,
    "punctuation": exchanging(
        {"，": "、", "、": "，", "；": "，"}, f"(?<=[{HAN}])", f"(?=[{HAN}])"),
    "punctuation: stop": exchanging({"。": "；", "；": "。"}, f"(?<=[{HAN}])", f"(?=[{HAN}])"),
    "punctuation lost": leaving_out(f"(?<=[{HAN}])[，、](?=[{HAN}])"),
    "punctuation added": turned(leaving_out(f"(?<=[{HAN}])[，、](?=[{HAN}])")),
    "punctuation: quotes lost": replacing(f"“[{HAN}]{{2,8}}”", lambda _, words: words[1:-1]),
    "variant": replacing(f"[{''.join(STRAY)}]", lambda _, c: STRAY[c]),
    "variant (traditional)": replacing(f"[{''.join(_STRAY_BACK)}]", lambda _, c: _STRAY_BACK[c]),
}  # fmt: skip

KINDS = {
    "wording": ("wording",),
    "wording: a character": ("wording",),
    "wording: homophone": ("wording",),
    "omission of a word": ("omission",),
    "addition of a word": ("addition",),
    "omission of a phrase": ("omission",),
    "addition of a phrase": ("addition",),
    "omission of a sentence": ("omission",),
    "addition of a sentence": ("addition",),
    "transposition of members": ("transposition", "roster_order"),
    "transposition: first member last": ("transposition", "roster_order"),
    "transposition of words": ("transposition",),
    "punctuation": ("punctuation",),
    "punctuation: stop": ("punctuation",),
    "punctuation lost": ("punctuation",),
    "punctuation added": ("punctuation",),
    "punctuation: quotes lost": ("punctuation",),
    "variant": ("variant_form",),
    "variant (traditional)": ("variant_form",),
}
