"""Known differences planted into a clean text, the same in every run.

`plant` takes paragraphs and gives two texts that differ in edits of every kind that the tool
tells of, far enough apart not to touch. Where each stands in the base is the truth that findings
are judged by.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from random import Random
from typing import NamedTuple

from diffcore.chinese.words import cut

# Characters of unchanged text that an edit leaves to either side.
APART = 12
# Characters of a paragraph that one edit in words has for itself.
WINDOW = 60
# Of so many paragraphs one at most is left out, put in or moved as a whole.
WHOLE_EVERY = 9

# Words that change the force of a provision, numerals and particles: never planted as wording.
_FORCE = re.compile(
    "[不未无無非勿应應当當可须須必得禁准许許上下内內外超过過足满滿少多低高至到第条條款项項目章节節"
    "〇零一二三四五六七八九十百千万萬亿億两兩A-Za-z0-9的了之其等和与與及或并並者而以为為于於在]"
)
_MEMBERS = ("市教委", "市财政局", "市卫生健康委", "市民政局", "市水务局", "市商务局", "市审计局")
_STRAY = {"们": "們", "发": "發", "应": "應", "务": "務", "条": "條", "业": "業", "规": "規",
          "国": "國", "关": "關", "设": "設", "农": "農", "护": "護", "产": "產", "单": "單",
          "权": "權", "经": "經", "该": "該", "质": "質", "环": "環", "济": "濟"}  # fmt: skip
_DIGITS = "〇一二三四五六七八九"


class Piece(NamedTuple):
    """What stands at start..end of a paragraph in the base and in the other."""

    start: int
    end: int
    base: str
    other: str


class Edit(NamedTuple):
    """A planted difference: its sort, its place in the base and its readings.

    `also` is a second place in the base that may be told: where a moved paragraph went.
    """

    sort: str
    start: int
    end: int
    base: str
    other: str
    also: int | None = None


class Planted(NamedTuple):
    """Both texts and the edits between them, in the order of the base."""

    base: str
    other: str
    edits: tuple[Edit, ...]


# A maker looks for a place in a paragraph from `start` to `end`, else gives None.
Maker = Callable[[Random, str, int, int, list[str]], Piece | None]


def _choose(rng: Random, pattern: str, text: str, start: int, end: int) -> re.Match[str] | None:
    found = [m for m in re.finditer(pattern, text) if start <= m.start() and m.end() <= end]
    return rng.choice(found) if found else None


def _word(rng: Random, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give a word of the window that is none of force."""
    places = [
        (start + first, start + last)
        for first, last in cut(to_simplified(text[start:end]))
        if re.fullmatch("[\u4e00-\u9fff]{1,4}", text[start + first : start + last])
        and not _FORCE.search(text[start + first : start + last])
        and (last - first > 1 or rng.random() < 0.3)
    ]
    inner = [place for place in places if place[0] > start and place[1] < end]
    return rng.choice(inner) if inner else None


@cache
def _converter() -> Callable[[str], object]:
    from opencc import OpenCC

    convert: Callable[[str], object] = OpenCC("t2s").convert
    return convert


def to_simplified(text: str) -> str:
    """Convert to simplified script, for the list of words."""
    return str(_converter()(text))


def _wording(rng: Random, text: str, start: int, end: int, words: list[str]) -> Piece | None:
    place = _word(rng, text, start, end)
    if place is None:
        return None
    old = text[slice(*place)]
    fit = [w for w in rng.sample(words, min(40, len(words))) if set(w).isdisjoint(old)]
    near = text[place[0] - 1] + text[place[1]]
    fit = [w for w in fit if set(w).isdisjoint(near)]
    return Piece(*place, old, fit[0]) if fit else None


def _word_lost(rng: Random, text: str, start: int, end: int, _words: list[str]) -> Piece | None:
    place = _word(rng, text, start, end)
    return Piece(*place, text[slice(*place)], "") if place else None


def _word_added(rng: Random, text: str, start: int, end: int, words: list[str]) -> Piece | None:
    place = _word(rng, text, start, end)
    if place is None or not words:
        return None
    word = rng.choice(words)
    if word[0] == text[place[0]] or word[-1] == text[place[0] - 1]:
        return None
    return Piece(place[0], place[0], "", word)


def _cut_out(pattern: str, group: int = 0) -> Maker:
    """Give the maker that leaves out what `pattern` finds."""

    def make(rng: Random, text: str, start: int, end: int, _words: list[str]) -> Piece | None:
        found = _choose(rng, pattern, text, start, end)
        return Piece(*found.span(group), found[group], "") if found else None

    return make


def _turned(maker: Maker) -> Maker:
    """Give the maker with the readings of both sides exchanged."""

    def make(rng: Random, text: str, start: int, end: int, words: list[str]) -> Piece | None:
        piece = maker(rng, text, start, end, words)
        return piece._replace(base=piece.other, other=piece.base) if piece else None

    return make


def _replacing(pattern: str, instead: Callable[[Random, str], str], group: int = 0) -> Maker:
    """Give the maker that replaces what `pattern` finds."""

    def make(rng: Random, text: str, start: int, end: int, _words: list[str]) -> Piece | None:
        found = _choose(rng, pattern, text, start, end)
        if found is None:
            return None
        new = instead(rng, found[group])
        return Piece(*found.span(group), found[group], new) if new != found[group] else None

    return make


def _between(pairs: dict[str, str]) -> Maker:
    """Give the maker that replaces one of the words by its partner."""
    words = sorted(pairs, key=len, reverse=True)
    return _replacing("|".join(map(re.escape, words)), lambda _, word: pairs[word])


def _other_number(rng: Random, number: str) -> str:
    digits = [rng.choice([d for d in "123456789" if d != number[0]]), *number[1:]]
    return "".join(digits)


def _inserting(pattern: str, what: Callable[[Random], tuple[str, str]]) -> Maker:
    """Give the maker that puts something behind what `pattern` finds, in one side or both."""

    def make(rng: Random, text: str, start: int, end: int, _words: list[str]) -> Piece | None:
        found = _choose(rng, pattern, text, start, end)
        return Piece(found.end(), found.end(), *what(rng)) if found else None

    return make


def _roster_lost(rng: Random) -> tuple[str, str]:
    members = rng.sample(_MEMBERS, 4)
    rest = [*members]
    rest.remove(rng.choice(members))
    form = "（{}按职责分工负责）"
    return form.format("、".join(members)), form.format("、".join(rest))


def _roster_order(rng: Random) -> tuple[str, str]:
    members = rng.sample(_MEMBERS, 4)
    at = rng.randrange(3)
    turned = [*members]
    turned[at], turned[at + 1] = turned[at + 1], turned[at]
    form = "（{}按职责分工负责）"
    return form.format("、".join(members)), form.format("、".join(turned))


_NEIGHBOURS = (
    r"(?<=[、，的和])([^、，。；：的和\W\d]{2,6})、([^、，。；：\W\d等]{2,6})(?=[、，。；和的])"
)


def _exchange(rng: Random, text: str, start: int, end: int, _words: list[str]) -> Piece | None:
    found = _choose(rng, _NEIGHBOURS, text, start, end)
    if found is None or found[1] == found[2]:
        return None
    return Piece(*found.span(), found[0], f"{found[2]}、{found[1]}")


def _in_han(_rng: Random, number: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in number)


_NUMBER = r"(?<![\d.,A-Za-z：:第\-—/])\d{1,5}(?![\d.,A-Za-z：:\-—/])(?=[\u4e00-\u9fff%％])"
_NOUN = r"[\u4e00-\u9fff]{2}(?=[，；])"

MAKERS: dict[str, Maker] = {
    "figure changed": _replacing(_NUMBER, _other_number),
    "figure changed (Han)": _replacing(
        "(?<![第〇零一二三四五六七八九十百千万亿两分之点])[二三四五六七八九](?=日|个月|年|人|个工作日|倍|名)",
        lambda rng, n: rng.choice([d for d in "二三四五六七八九" if d != n]),
    ),
    "figure missing": _cut_out(_NUMBER),
    "figure extra": _turned(_cut_out(_NUMBER)),
    "figure form": _replacing(r"(?<!\d)[12]\d{3}(?=年)", _in_han),
    "latin missing": _turned(_inserting(_NOUN, lambda rng: ("", rng.choice(["CMI", "GDP"])))),
    "latin extra": _inserting(_NOUN, lambda rng: ("", rng.choice(["BIM", "RFID"]))),
    "wording": _wording,
    "omission of a word": _word_lost,
    "addition of a word": _word_added,
    "omission of a phrase": _cut_out("(?<=[，；])[\u4e00-\u9fff、]{4,20}，"),
    "addition of a phrase": _turned(_cut_out("(?<=[，；])[\u4e00-\u9fff、]{4,20}，")),
    "omission of a sentence": _cut_out("(?<=[。])[\u4e00-\u9fff、，]{6,50}。"),
    "addition of a sentence": _turned(_cut_out("(?<=[。])[\u4e00-\u9fff、，]{6,50}。")),
    "punctuation": _between({"，": "、", "、": "，", "；": "，"}),
    "punctuation lost": _cut_out("(?<=[\u4e00-\u9fff])[，、](?=[\u4e00-\u9fff])"),
    "modality": _between({"应当": "可以", "可以": "应当", "必须": "应当", "不得": "可以",
                          "應由": "得由", "應於": "得於", "禁止": "允许"}),
    "negation": _cut_out("[未不](?=按|经|及时|如实|依法|符合|履行|能|予|参加|報|影響|執行)"),
    "bound": _between({"以上": "以下", "以下": "以上", "超过": "不足", "不少于": "不超过",
                       "以内": "以外", "低于": "高于"}),
    "citation": _replacing(
        "(?<=[法例定违反依照按照根据據本])第[十二三四五六七八九]*([二三四五六七八九])(?=[条條])",
        lambda rng, n: rng.choice([d for d in "二三四五六七八九" if d != n]), 1,
    ),
    "citation of a title": _replacing("《([^《》]{4,30})》", lambda _, t: f"{t[:2]}示范{t[2:]}", 1),
    "roster": _inserting("[\u4e00-\u9fff]{2}(?=。)", _roster_lost),
    "roster order": _inserting("[\u4e00-\u9fff]{2}(?=。)", _roster_order),
    "transposition": _exchange,
    "variant": _replacing(f"[{''.join(_STRAY)}]", lambda _, c: _STRAY[c]),
}  # fmt: skip

# Sorts for which few places are fit: they are tried first.
_RARE = ("figure changed", "figure changed (Han)", "figure missing", "figure extra", "figure form",
         "modality", "negation", "bound", "citation", "citation of a title", "transposition",
         "omission of a sentence", "addition of a sentence")  # fmt: skip

# Sort → the kinds that are right for it; the first is the best.
KINDS = {
    "figure changed": ("changed_figure", "citation"),
    "figure changed (Han)": ("changed_figure",),
    "figure missing": ("missing_figure",),
    "figure extra": ("extra_figure",),
    "figure form": ("figure_form",),
    "latin missing": ("missing_latin",),
    "latin extra": ("extra_latin",),
    "wording": ("wording",),
    "omission of a word": ("omission",),
    "addition of a word": ("addition",),
    "omission of a phrase": ("omission",),
    "addition of a phrase": ("addition",),
    "omission of a sentence": ("omission",),
    "addition of a sentence": ("addition",),
    "punctuation": ("punctuation",),
    "punctuation lost": ("punctuation",),
    "modality": ("modality",),
    "negation": ("negation", "modality"),
    "bound": ("bound",),
    "citation": ("citation",),
    "citation of a title": ("citation",),
    "roster": ("roster",),
    "roster order": ("roster_order", "transposition"),
    "transposition": ("transposition", "roster_order"),
    "variant": ("variant_form",),
    "clause omitted": ("omitted_clause",),
    "clause added": ("added_clause",),
    "clause moved": ("moved_clause",),
}


def plant(paragraphs: list[str], seed: int, foreign: list[str]) -> Planted:
    """Give the text of `paragraphs` and the same with edits.

    `foreign` are paragraphs of another text, of which added clauses are made.
    """
    rng = Random(seed)  # noqa: S311  # the same in every run, nothing secret
    words, turns = _words_of(paragraphs), _turns(rng)
    wholes = dict(_wholes(rng, paragraphs, foreign))
    base, other = "", ""
    edits: list[Edit] = []
    moving: Edit | None = None
    for index, paragraph in enumerate(paragraphs):
        sort, added = wholes.get(index, ("", ""))
        if sort == "clause added":
            edits.append(Edit(sort, len(base), len(base), "", added))
            other += f"{added}\n"
        elif sort:
            edits.append(Edit(sort, len(base), len(base) + len(paragraph), paragraph, ""))
            moving = edits[-1] if sort == "clause moved" else None
            base += paragraph + "\n"
            continue
        if moving:
            # What was moved takes the label of the place to which it goes, and leaves its own.
            base += paragraph + "\n"
            label, body = _parted(moving.base)
            other += f"{label}{_parted(paragraph)[1]}\n{_parted(paragraph)[0]}{body}\n"
            edits[edits.index(moving)] = moving._replace(also=len(base))
            moving = None
            continue
        ours, theirs, found = _edit_paragraph(rng, paragraph, words, turns)
        edits += [e._replace(start=e.start + len(base), end=e.end + len(base)) for e in found]
        base += ours + "\n"
        other += theirs + "\n"
    return Planted(base, other, tuple(edits))


def _parted(paragraph: str) -> tuple[str, str]:
    """Give a paragraph as its label and its words."""
    label = _LABEL.match(paragraph)
    end = label.end() if label else 0
    return paragraph[:end], paragraph[end:]


def _turns(rng: Random) -> Iterator[list[str]]:
    """Give the sorts of edits over and over, each time in another order, rare ones first."""
    while True:
        sorts = list(MAKERS)
        rng.shuffle(sorts)
        yield sorted(sorts, key=lambda sort: sort not in _RARE)


def _words_of(paragraphs: list[str]) -> list[str]:
    text = "\n".join(paragraphs)[:20000]
    words = {text[a:b] for a, b in cut(to_simplified(text))}
    return sorted(
        w for w in words if re.fullmatch("[\u4e00-\u9fff]{2,4}", w) and not _FORCE.search(w)
    )


def _edit_paragraph(
    rng: Random, paragraph: str, words: list[str], turns: Iterator[list[str]]
) -> tuple[str, str, list[Edit]]:
    base = other = ""
    edits, done, at = [], 0, APART
    while at + APART < len(paragraph) - 6:
        end = min(at + WINDOW, len(paragraph) - 6)
        for sort in next(turns):
            piece = MAKERS[sort](rng, paragraph, at, end, words)
            if piece and (piece.base or piece.other) and _is_open(paragraph, piece, sort):
                break
        else:
            at = end + APART
            continue
        base += paragraph[done : piece.start]
        other += paragraph[done : piece.start]
        edits.append(Edit(sort, len(base), len(base) + len(piece.base), piece.base, piece.other))
        base, other, done = base + piece.base, other + piece.other, piece.end
        at = max(end, piece.end) + APART
    return base + paragraph[done:], other + paragraph[done:], edits


# Titles and lists in brackets: what changes there is told as a citation or a list.
_ENCLOSED = re.compile(
    "《[^》]*》|“[^”]*”|[（(][^）)]*[）)]|(?:抄送|责任单位).*|第[一二三四五六七八九十百]+[条條]|本[法条條规規办辦].."
)


def _is_open(paragraph: str, piece: Piece, sort: str) -> bool:
    """Say whether a piece stands in running text, or belongs where it is."""
    if sort.startswith(("citation", "figure", "variant")):
        return True
    end = max(piece.end, piece.start + 1)
    return not any(
        found.start() < end and piece.start < found.end() for found in _ENCLOSED.finditer(paragraph)
    )


_LABEL = re.compile(
    "第[一二三四五六七八九十百]{1,6}条[　 ]"
    "|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、"
)


def _style(paragraph: str) -> str:
    found = _LABEL.match(paragraph)
    return found[0][:1] + found[0].strip()[-1:] if found else ""


def _wholes(
    rng: Random, paragraphs: list[str], foreign: list[str]
) -> Iterator[tuple[int, tuple[str, str]]]:
    """Choose paragraphs to be left out, put in or moved: such as stand among their like."""
    sorts = cycle(("clause omitted", "clause added", "clause moved"))
    index = 4
    while index + 4 < len(paragraphs):
        near = paragraphs[index - 1 : index + 4]
        is_even = all(40 <= len(p) < 600 and p.endswith("。") for p in near)
        if not is_even or len(set(map(_style, near))) > 1 or len(set(near)) < len(near):
            index += 1
            continue
        sort = next(sorts)
        label = _parted(near[1])[0].replace("条", "条之一")
        yield index, (sort, label + rng.choice(foreign) if sort == "clause added" else "")
        index += WHOLE_EVERY
