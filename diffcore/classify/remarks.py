"""What the two readings of a difference have in common: sound, shape, characters, a repetition.

A remark describes a difference; it never says which reading is right, and nothing is said of words
that do not differ. Data of sounds and shapes is read only where two short readings ask for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from diffcore.chinese.shapes import look_alike, shared_part
from diffcore.chinese.sounds import sounding_alike
from diffcore.errors import Bilingual
from diffcore.model import Remark
from diffcore.spans import NormalSpan, Pair

# Characters of a reading of which every one is compared with its counterpart. Range 1..6: of longer
# readings with the same length, as 权利义务 and 职责任务, few differ in one word only.
COMPARED_AT_MOST = 4
# Characters that may differ in them: with three alike in sound, two different words are meant.
DIFFERING_AT_MOST = 2
# Readings in which the same characters stand in another order are words up to this length.
INVERTED_AT_MOST = 8

_KINDS = frozenset(("wording", "modality", "negation", "bound", "citation", "roster"))
_LOSSES = _KINDS | {"omission", "addition"}
_HAN = re.compile("[㐀-䶿一-鿿]+")


def find_remarks(
    kind: str, texts: Pair[str], zones: Pair[NormalSpan], spans: Pair[NormalSpan]
) -> tuple[Remark, ...]:
    """Give the remarks on a difference of `kind` at `spans`, which lies in `zones`."""
    reads = Pair(spans.base.of(texts.base), spans.other.of(texts.other))
    if not all(_HAN.fullmatch(read) for read in reads if read):
        return ()
    if reads.base and reads.other:
        return tuple(_compare(reads)) if kind in _KINDS else ()
    if kind not in _LOSSES:
        return ()
    is_doubled = _is_doubled(texts.base, zones.base, spans.base) or _is_doubled(
        texts.other, zones.other, spans.other
    )
    return (_say_doubled(reads.base or reads.other),) if is_doubled else ()


def _compare(reads: Pair[str]) -> Iterator[Remark]:
    """Give what two readings of the same length have in common."""
    length = len(reads.base)
    if length != len(reads.other) or length > INVERTED_AT_MOST or reads.base == reads.other:
        return
    if sorted(reads.base) == sorted(reads.other):
        yield _INVERTED
        return
    differing = [(one, two) for one, two in zip(*reads, strict=True) if one != two]
    if length > COMPARED_AT_MOST or len(differing) > DIFFERING_AT_MOST:
        return
    yield from _alike("homophone", differing, _say_sound)
    yield from _alike("similar_shape", differing, _say_shape)


def _alike(
    code: str, differing: list[tuple[str, str]], say: Callable[[str, str], Bilingual | None]
) -> Iterator[Remark]:
    """Give the remark of that code if it holds of every character that differs."""
    said = [say(one, two) for one, two in differing]
    sentences = [sentence for sentence in said if sentence]
    if len(sentences) == len(differing):
        zh = "；".join(sentence.zh for sentence in sentences)
        en = "; ".join(sentence.en for sentence in sentences)
        yield Remark(code, Bilingual(zh, en))


def _say_sound(one: str, two: str) -> Bilingual | None:
    """Give how two characters sound alike, the tone named where it differs."""
    likeness = sounding_alike(one, two)
    if likeness is None:
        return None
    if len(likeness.readings) > 1:
        mine, yours = likeness.readings
        return Bilingual(
            f"「{one}」{mine}、「{two}」{yours}，音近，声调不同",
            f"“{one}” {mine} and “{two}” {yours} differ in tone only",
        )
    (sound,) = likeness.readings
    if likeness.has_others:
        return Bilingual(
            f"「{one}」「{two}」都有 {sound} 音", f"“{one}” and “{two}” can both be read {sound}"
        )
    return Bilingual(
        f"「{one}」「{two}」同音（{sound}）", f"“{one}” and “{two}” sound alike ({sound})"
    )


def _say_shape(one: str, two: str) -> Bilingual | None:
    """Give how two characters look alike, the part named that they share."""
    part = shared_part(one, two)
    if part in (one, two):
        whole = two if part == one else one
        return Bilingual(f"「{whole}」字含「{part}」", f"“{whole}” contains “{part}”")
    if part:
        return Bilingual(
            f"「{one}」「{two}」同有「{part}」", f"“{one}” and “{two}” share the part “{part}”"
        )
    if look_alike(one, two):
        return Bilingual(f"「{one}」「{two}」字形相近", f"“{one}” and “{two}” look alike")
    return None


_INVERTED = Remark(
    "inverted",
    Bilingual("用字相同，次序不同", "The same characters in another order"),
)


def _is_doubled(text: str, zone: NormalSpan, span: NormalSpan) -> bool:
    """Say whether the words of `span` stand right before it, or right behind it, once more."""
    if not span:
        return False
    words, length = span.of(text), len(span)
    before = text[max(zone.start, span.start - length) : span.start]
    return words in (before, text[span.end : min(zone.end, span.end + length)])


def _say_doubled(words: str) -> Remark:
    return Remark(
        "doubled",
        Bilingual(f"与紧邻文字重复：「{words}」", f"It repeats the words beside it: “{words}”"),
    )
