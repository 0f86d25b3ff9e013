"""Every kind of finding, with its title, its usual severity and what it means.

Severity after W. W. Greg, "The Rationale of Copy-Text" (Studies in Bibliography 3, 1950):
substantive readings touch the meaning, accidental ones its dress (punctuation, form of figures
and characters). A note tells of something that the texts themselves do not settle, or that
follows from another change.
"""

from __future__ import annotations

from diffcore.errors import Bilingual
from diffcore.model import Kind


def _kind(name: str, severity: str, zh: str, en: str, meaning_zh: str, meaning_en: str) -> Kind:
    """Give a kind from plain strings."""
    return Kind(name, Bilingual(zh, en), severity, Bilingual(meaning_zh, meaning_en))


# In the order of display: figures, words, form, whole clauses.
KINDS = (
    _kind(
        "missing_figure", "substantive", "数字缺失", "missing figure",
        "底本有数字（阿拉伯数字，或含字母的 5G、1:2、50%），校本相应处没有。",
        "A figure of the base (2025, 5G, 1:2, 50%) has no counterpart in the other.",
    ),
    _kind(
        "extra_figure", "substantive", "数字增出", "extra figure",
        "校本有数字，底本相应处没有。",
        "A figure of the other has no counterpart in the base.",
    ),
    _kind(
        "changed_figure", "substantive", "数字不一致", "changed figure",
        "两本此处都有数字，而数值不同。",
        "Both sides have a figure here and its value differs.",
    ),
    _kind(
        "figure_form", "accidental", "数字形式", "form of a figure",
        "数值相同，写法不同：百分之五十与50%，二〇二五年与2025年。",
        "The same value is written in another form: 百分之五十 and 50%.",
    ),
    _kind(
        "missing_latin", "substantive", "字母缺失", "missing Latin word",
        "底本有西文词语或缩写，校本相应处没有。",
        "A Latin word or abbreviation of the base is not in the other.",
    ),
    _kind(
        "extra_latin", "substantive", "字母增出", "extra Latin word",
        "校本有西文词语或缩写，底本相应处没有。",
        "A Latin word or abbreviation of the other is not in the base.",
    ),
    _kind(
        "suspect_gap", "note", "疑似缺数字", "gap like a lost figure",
        "只有一本有的文字里留有空白，读来像缺了数字（「 年 月 日印发」），另一本无从比对。",
        "A hole in text that only one side has reads like a lost figure; nothing can confirm it.",
    ),
    _kind(
        "modality", "substantive", "约束词变动", "modality",
        "应当、可以、必须、不得、禁止等约束词互换、增减。",
        "Words of duty, leave or ban are exchanged, lost or added.",
    ),
    _kind(
        "negation", "substantive", "否定词变动", "negation",
        "不、未、无、非等否定词增减。",
        "A negation is lost or added.",
    ),
    _kind(
        "bound", "substantive", "界限词变动", "bound",
        "以上、以下、超过、不足、不少于、至多等界限词互换、增减。",
        "Words that bound a quantity are exchanged, lost or added.",
    ),
    _kind(
        "citation", "substantive", "引用变动", "citation",
        "所引《…》、第…条、〔…〕…号不同；仅随条文序号改动的为提示。",
        "What is cited (《…》, 第…条, a document number) is named differently.",
    ),
    _kind(
        "roster", "substantive", "名单变动", "roster",
        "责任单位等名单的成员有增减。",
        "Members of a list of bodies are lost or added.",
    ),
    _kind(
        "roster_order", "accidental", "名单次序", "order of a roster",
        "名单成员相同，只是次序不同。",
        "A list of bodies has the same members in another order.",
    ),
    _kind(
        "wording", "substantive", "措辞变动", "wording",
        "其他词语的替换。",
        "Any other replacement of words.",
    ),
    _kind(
        "omission", "substantive", "脱文", "omission",
        "底本的文字，校本没有。",
        "Words of the base are not in the other.",
    ),
    _kind(
        "addition", "substantive", "衍文", "addition",
        "校本的文字，底本没有。",
        "Words of the other are not in the base.",
    ),
    _kind(
        "transposition", "substantive", "倒文", "transposition",
        "文字相同，次序不同。",
        "The same words stand in another order.",
    ),
    _kind(
        "punctuation", "accidental", "标点变动", "punctuation",
        "标点不同、增减；全角半角之别不计。",
        "Punctuation that means something else is exchanged, lost or added.",
    ),
    _kind(
        "variant_form", "accidental", "异体、繁简", "variant form",
        "同一字的繁体或异体，杂在以另一体为主的文本里。",
        "A stray form of the other script stands for the same character.",
    ),
    _kind(
        "omitted_clause", "substantive", "条款脱", "omitted clause",
        "底本的整条（款、项、段），校本没有对应。",
        "A whole clause of the base has no counterpart.",
    ),
    _kind(
        "added_clause", "substantive", "条款衍", "added clause",
        "校本的整条（款、项、段），底本没有对应。",
        "A whole clause of the other has no counterpart.",
    ),
    _kind(
        "moved_clause", "substantive", "条款移位", "moved clause",
        "条款在两本中的位置不同。条文次序关乎体系与援引，故列实质。",
        "A clause answers to one elsewhere; order bears on system and citation.",
    ),
    _kind(
        "split_clause", "substantive", "条款拆分", "split clause",
        "底本一条对应校本相邻数条；仅多分段的为提示。",
        "One clause of the base answers to several neighbours.",
    ),
    _kind(
        "merged_clause", "substantive", "条款合并", "merged clause",
        "底本相邻数条对应校本一条；仅少分段的为提示。",
        "Several neighbouring clauses of the base answer to one.",
    ),
    _kind(
        "renumbered", "note", "序号变动", "renumbered",
        "条款相互对应，序号不同。",
        "The clauses answer to each other and their numbers differ.",
    ),
    _kind(
        "stale_reference", "substantive", "引用未随改", "stale reference",
        "条文序号已变，两本所引序号却相同，指向的条文因而不同。文字虽同，所指已异，故列实质。",
        "A cross-reference is the same on both sides though the clause it names was renumbered: "
        "the words agree, what they command does not.",
    ),
    _kind(
        "unrelated", "substantive", "两文无对应", "unrelated texts",
        "两个文本没有可以对校的相同部分。",
        "The two texts have no part in common that could be collated.",
    ),
)  # fmt: skip

BY_NAME = {kind.name: kind for kind in KINDS}
