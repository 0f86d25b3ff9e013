"""The page shows glyphs that the file has no characters for, and nothing answers to them."""

from __future__ import annotations

from functools import partial

from diffcore.classify.case import Answer, Case, Draft, Rule
from diffcore.classify.messages import say_glyphs
from diffcore.errors import Bilingual
from diffcore.places import UNMAPPED_MARK
from diffcore.spans import Pair


def _match(case: Case) -> Answer | None:
    """Name a difference of no words: glyphs on one side, or on both.

    As many on both sides is what a text gives against itself: a note. Otherwise nobody can vouch
    that the texts say the same.
    """
    hunk = case.hunk
    if hunk.spans.base or hunk.spans.other:
        return None
    counts = hunk.texts.map(lambda text: text.count(UNMAPPED_MARK))
    severity = "note" if counts.base == counts.other else "substantive"
    return Answer(
        (
            Draft(
                "suspect_gap",
                case.spans,
                severity,
                partial(say_glyphs, counts),
                Pair(hunk.sources.base, hunk.sources.other),
            ),
        )
    )


RULE = Rule(
    name="unmapped",
    kinds=("suspect_gap",),
    about="hunk",
    rank=0,
    source=Bilingual(
        "ISO 32000-2:2020，9.10.2：字体没有 ToUnicode 映射时，字形无从得知是什么字",
        "ISO 32000-2:2020, 9.10.2: without a ToUnicode map the characters of glyphs are unknown",
    ),
    match=_match,
    fires=(
        ("档案馆每季度清点库存{+〓〓+}次。", "suspect_gap"),
        ("档案馆每年[-〓-]清点库存。", "suspect_gap"),
        ("档案馆每季度清点库存〓〓次。", "suspect_gap"),
    ),
    silent=(
        "档案馆每季度清点库存[-15-]{+〓〓+}次。",
        "档案馆每季度清点库存[-渔-]{+〓+}具。",
    ),
)
