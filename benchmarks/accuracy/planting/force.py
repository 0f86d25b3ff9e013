"""Edits in words that command: modality, negation, bounds, citations, lists of bodies."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks.accuracy.planting.places import (
    HAN,
    exchanging,
    leaving_out,
    putting,
    replacing,
    turned,
)
from benchmarks.accuracy.planting.records import Maker

_MEMBERS = ("市教委", "市财政局", "市卫生健康委", "市民政局", "市水务局", "市商务局", "市审计局",
            "国家林草局", "自然资源部", "发展改革委", "各区县人民政府", "人民银行")  # fmt: skip
_FORMS = (
    "（{}按职责分工负责）",
    "（{}等负责）",
    "（责任单位：{}）",
    "（牵头单位：{}）",
    "（由{}负责）",
)
# Words of duty, leave and ban (《立法技术规范（试行）（一）》, 14, 15), in both scripts.
_MODALITY = {"应当": "可以", "可以": "应当", "必须": "应当", "不得": "可以", "禁止": "允许",
             "應由": "得由", "應於": "得於", "應即": "得即", "严禁": "禁止",
             "有权": "可以", "應依": "得依", "得由": "應由"}  # fmt: skip
# A duty that stands between words that no edit touches.
_DUTY = f"(?<=[{HAN}]{{2}})(?:应当|必须|不得|應予|應即|應依法)(?=[{HAN}]{{2}})"
_NEGATED = "(?:按|经|及时|如实|依法|符合|履行|能|予|参加|報|影響|執行|得到|满|構成|超過|依)"
_NEGATION = f"(?<=[{HAN}])[未不](?={_NEGATED})"
_BOUNDS = {"以上": "以下", "以下": "以上", "超过": "不足", "不少于": "不超过", "以内": "以外",
           "低于": "高于", "不满": "超过", "至少": "至多", "最低": "最高", "未满": "超过",
           "不低于": "不高于", "以外": "以内", "不得少於": "不得多於"}  # fmt: skip
_BOUND = f"(?<=[日月年元人次倍岁歲])(?:以上|以下|以内|以內)(?=[{HAN}，])"
_ARTICLE = (
    "(?<=[法例定违反依照按照根据據本])第[十二三四五六七八九]*([二三四五六七八九])(?=[条條](?!之))"
)
_TITLE = "《([^《》]{4,30})》"
_CITED = (
    ("《示范航道法》第十二条", "《示范航道法》第十三条"),
    ("《示范航道法》第九条", "《示范航道法》第九条第二款"),
    ("《示范航道法》", "《示范港口法》"),
    ("《示范通知》（示范发〔2018〕12号）", "《示范通知》（示范发〔2019〕12号）"),
    ("前款规定", "前条规定"),
    ("《示范航道法》第三章", "《示范航道法》第四章"),
)
_ROSTER_AT = f"[{HAN}]{{2}}(?=。)"


def _other_digit(rng: Random, digit: str) -> str:
    return rng.choice([d for d in "二三四五六七八九" if d != digit])


def _roster(change: Callable[[Random, list[str]], list[str]]) -> Maker:
    """Give the maker that puts a list of bodies behind a sentence, changed on the other side."""

    def readings(rng: Random) -> tuple[str, str]:
        members, form = rng.sample(_MEMBERS, 4), rng.choice(_FORMS)
        return tuple(form.format("、".join(m)) for m in (members, change(rng, members)))  # type: ignore[return-value]

    return putting(_ROSTER_AT, readings)


def _one_less(rng: Random, members: list[str]) -> list[str]:
    lost = rng.choice(members)
    return [member for member in members if member != lost]


def _one_other(rng: Random, members: list[str]) -> list[str]:
    new = rng.choice([member for member in _MEMBERS if member not in members])
    at = rng.randrange(len(members))
    return [*members[:at], new, *members[at + 1 :]]


def _neighbours_turned(rng: Random, members: list[str]) -> list[str]:
    at = rng.randrange(len(members) - 1)
    return [*members[:at], members[at + 1], members[at], *members[at + 2 :]]


def _first_last(_rng: Random, members: list[str]) -> list[str]:
    return [*members[1:], members[0]]


def _cited(rng: Random) -> tuple[str, str]:
    """Give a citation in brackets as it is on either side."""
    base, other = rng.choice(_CITED)
    return f"（依照{base}办理）", f"（依照{other}办理）"


MAKERS: dict[str, Maker] = {
    "modality": exchanging(_MODALITY, "(?<![所占享拥])"),
    "modality lost": leaving_out(_DUTY),
    "modality added": turned(leaving_out(_DUTY)),
    "negation lost": leaving_out(_NEGATION),
    "negation added": turned(leaving_out(_NEGATION)),
    "bound": exchanging(_BOUNDS,
                        "(?<!不得)(?<!不)(?<!达到)(?<!可)", "(?!列|述)"),
    "bound lost": leaving_out(_BOUND),
    "bound added": turned(leaving_out(_BOUND)),
    "citation": replacing(_ARTICLE, _other_digit, 1),
    "citation: paragraph": exchanging({"前款": "前条", "第一款": "第二款",
                                       "第二款": "第三款",
                                       "第一項": "第二項", "前項": "前條",
                                       "第（一）项": "第（二）项"}),
    "citation: paragraph lost": leaving_out("(?<=[条條])第[一二三四五六七][款项項](?=[规規的])"),
    "citation of a title": replacing(_TITLE, lambda _, t: f"{t[:2]}示范{t[2:]}", 1),
    "citation of another title": replacing(
        _TITLE, lambda rng, _: rng.choice(("示范港口条例", "船舶登记办法", "灯塔管理规定")), 1),
    "citation in brackets": putting(_ROSTER_AT, _cited),
    "roster": _roster(_one_less),
    "roster added": turned(_roster(_one_less)),
    "roster exchanged": _roster(_one_other),
    "roster order": _roster(_neighbours_turned),
    "roster order: first last": _roster(_first_last),
}  # fmt: skip

KINDS = {
    "modality": ("modality",),
    "modality lost": ("modality",),
    "modality added": ("modality",),
    "negation lost": ("negation", "modality"),
    "negation added": ("negation", "modality"),
    "bound": ("bound",),
    "bound lost": ("bound",),
    "bound added": ("bound",),
    "citation": ("citation",),
    "citation: paragraph": ("citation",),
    "citation: paragraph lost": ("citation",),
    "citation of a title": ("citation",),
    "citation of another title": ("citation",),
    # A document number is named under both kinds in the contract.
    "citation in brackets": ("citation", "changed_figure"),
    "roster": ("roster",),
    "roster added": ("roster",),
    "roster exchanged": ("roster",),
    "roster order": ("roster_order",),
    "roster order: first last": ("roster_order",),
}
