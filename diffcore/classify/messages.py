"""One sentence for each finding: what either side reads. It says 异同, never 是非."""

from __future__ import annotations

from diffcore.errors import Bilingual
from diffcore.spans import Pair

# A reading is quoted whole up to this many characters; a longer one by its beginning and end.
# A line of the terminal report has 40 Han characters.
QUOTED_AT_MOST = 40
_HEAD, _TAIL = 26, 12

# Kind → sentence; {base} and {other} are the readings.
_SENTENCES = {
    "missing_figure": (
        "校本缺数字：底本作「{base}」",
        "the other lacks the figure “{base}” of the base",
    ),
    "extra_figure": (
        "校本多数字：校本作「{other}」",
        "the other has the figure “{other}”, not in the base",
    ),
    "missing_latin": (
        "校本缺字母：底本作「{base}」",
        "the other lacks the Latin word “{base}” of the base",
    ),
    "extra_latin": (
        "校本多字母：校本作「{other}」",
        "the other has the Latin word “{other}”, not in the base",
    ),
    "omitted_clause": (
        "校本无此条，底本有：{base}",
        "the other lacks this clause; the base has: {base}",
    ),
    "added_clause": (
        "底本无此条，校本有：{other}",
        "the base lacks this clause; the other has: {other}",
    ),
    "moved_clause": (
        "条款位置不同：{base}",
        "the clause stands at another place: {base}",
    ),
    "split_clause": (
        "底本一条，校本分作数条：{base}",
        "one clause of the base is several in the other: {base}",
    ),
    "merged_clause": (
        "底本数条，校本合作一条：{other}",
        "several clauses of the base are one in the other: {other}",
    ),
}
# Kind → beginning of the sentence, before what either side reads.
_TOPICS = {
    "changed_figure": ("数字不一致：", "the figures differ: "),
    "figure_form": ("数值相同，写法不同：", "same value, other form: "),
    "modality": ("约束词不一致：", "modality differs: "),
    "negation": ("否定词不一致：", "negation differs: "),
    "bound": ("界限词不一致：", "bounds differ: "),
    "citation": ("引用不一致：", "citations differ: "),
    "roster": ("名单不一致：", "members of the list differ: "),
    "roster_order": ("名单成员相同，次序不同：", "same members, other order: "),
    "transposition": ("文字相同，次序不同：", "same words, other order: "),
    "punctuation": ("标点不一致：", "punctuation differs: "),
    "variant_form": ("字形不同（繁简、异体）：", "script variants: "),
}


def say(kind: str, readings: Pair[str]) -> Bilingual:
    """Give the sentence for a finding of `kind` with the readings of either side."""
    quoted = readings.map(quote)
    if kind in _SENTENCES:
        zh, en = _SENTENCES[kind]
        return Bilingual(
            zh.format(base=quoted.base, other=quoted.other),
            _capital(en.format(base=quoted.base, other=quoted.other)),
        )
    zh, en = _TOPICS.get(kind, ("", ""))
    compared = _compare(quoted)
    return Bilingual(zh + compared.zh, _capital(en + compared.en))


def say_followed(readings: Pair[str]) -> Bilingual:
    """Give the sentence for a citation that changed along with the number of its article."""
    quoted = readings.map(quote)
    return Bilingual(
        f"引用随条文序号改动，所指相同：底本作「{quoted.base}」，校本作「{quoted.other}」",
        f"The citation follows the renumbering: base “{quoted.base}”, other “{quoted.other}”",
    )


def say_rewritten(readings: Pair[str]) -> Bilingual:
    """Give the sentence for one citation in two ways of writing."""
    quoted = readings.map(quote)
    return Bilingual(
        f"引用写法不同，所指相同：底本作「{quoted.base}」，校本作「{quoted.other}」",
        f"One citation in two forms: base “{quoted.base}”, other “{quoted.other}”",
    )


def say_labels(labels: Pair[str], _readings: Pair[str]) -> Bilingual:
    """Give the sentence for clauses that answer to each other under different numbers."""
    return Bilingual(
        f"序号不同：底本「{labels.base}」，校本「{labels.other}」",
        f"Numbers differ: base “{labels.base}”, other “{labels.other}”",
    )


def say_moved(places: Pair[str], _readings: Pair[str]) -> Bilingual:
    """Give the sentence for a clause that stands elsewhere; `places` are its addresses."""
    return Bilingual(
        f"条款位置不同：底本在「{places.base}」，校本在「{places.other}」",
        f"The clause stands elsewhere: base “{places.base}”, other “{places.other}”",
    )


def say_broken(kind: str, _readings: Pair[str]) -> Bilingual:
    """Give the sentence for a `kind` of which only the paragraph breaks differ."""
    if kind == "split_clause":
        return Bilingual("底本一段，校本分作数段", "One paragraph is several in the other")
    return Bilingual("底本数段，校本合作一段", "Several paragraphs are one in the other")


def say_gap(side: str, words: str, _readings: Pair[str]) -> Bilingual:
    """Give the sentence for a hole in text that only one side has; `words` are around it."""
    zh, en = ("底本", "base") if side == "base" else ("校本", "other")
    return Bilingual(
        f"疑似缺数字：{zh}作「{words}」，另一本无此文字可对",
        f"Perhaps a figure was lost: the {en} reads “{words}”; the other has nothing to compare",
    )


def say_glyphs(counts: Pair[int], _readings: Pair[str]) -> Bilingual:
    """Give the sentence for glyphs without characters, so many on either side, and no words."""
    base, other = counts
    if base and other:
        return Bilingual(
            f"两本此处版面各有 {base}、{other} 个字形，都无字符，无从比对",
            f"Both pages show glyphs here ({base} and {other}) without characters: "
            "they cannot be compared",
        )
    zh, en = ("底本", "base") if base else ("校本", "other")
    lacking_zh, lacking_en = ("校本", "other") if base else ("底本", "base")
    count = base or other
    return Bilingual(
        f"{zh}此处版面有 {count} 个字形、无字符，{lacking_zh}此处无字",
        f"The page of the {en} shows {count} glyphs here without characters; "
        f"the {lacking_en} has nothing",
    )


def say_stale(labels: Pair[str], readings: Pair[str]) -> Bilingual:
    """Give the sentence for a reference that stayed.

    `labels` are what the article cited has become: that of the other in the base, that of the
    base in the other; empty where it has the same number or no counterpart.
    """
    cited = readings.base
    if labels.other:
        return Bilingual(
            f"两本都作「{cited}」，而底本{cited}在校本为「{labels.other}」",
            f"Both sides cite “{cited}”; that article of the base is “{labels.other}” in the other",
        )
    return Bilingual(
        f"两本都作「{cited}」，而校本{cited}在底本为「{labels.base}」",
        f"Both sides cite “{cited}”; that article of the other is “{labels.base}” in the base",
    )


def say_unrelated() -> Bilingual:
    """Give the sentence for two texts that have nothing in common."""
    return Bilingual(
        "两个文本没有可以对校的相同部分，未逐条对校",
        "The two texts have nothing in common; they were not collated clause by clause",
    )


def quote(text: str) -> str:
    """Give `text`, its middle left out where it is long."""
    if len(text) <= QUOTED_AT_MOST:
        return text
    return f"{text[:_HEAD]}……{text[-_TAIL:]}"


def _compare(quoted: Pair[str]) -> Bilingual:
    """Give the half sentence that sets the two readings against each other."""
    if not quoted.other:
        return Bilingual(f"底本有「{quoted.base}」，校本无", f"only the base has “{quoted.base}”")
    if not quoted.base:
        return Bilingual(
            f"校本有「{quoted.other}」，底本无", f"only the other has “{quoted.other}”"
        )
    return Bilingual(
        f"底本作「{quoted.base}」，校本作「{quoted.other}」",
        f"base “{quoted.base}”, other “{quoted.other}”",
    )


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
