"""Second stage: fold a source text into the text as it is compared, losing nothing.

A fold (归并) takes away one kind of difference that says nothing about the words: page
furniture, line wraps, blanks, widths, forms of punctuation, script. Each asks for edits; the
offset map carries every character of the normal text back to its source.
"""

from __future__ import annotations

from diffcore.model import FoldEdits, NormalText, Notice, SourceText
from diffcore.normalise.compatibility import fold_compatibility
from diffcore.normalise.folding import Draft, Fold, apply, record
from diffcore.normalise.furniture import fold_furniture
from diffcore.normalise.junk import fold_junk
from diffcore.normalise.linewrap import fold_linewrap
from diffcore.normalise.markup import fold_markup
from diffcore.normalise.punctuation import fold_punctuation
from diffcore.normalise.space import fold_space
from diffcore.normalise.unmapped import fold_unmapped
from diffcore.normalise.variant import fold_variant, script_of
from diffcore.normalise.width import fold_width
from diffcore.offsets import OffsetMap

# In this order: furniture is known by its place on the page, so before wraps are joined, and may be
# drawn in glyphs without characters; wraps leave blanks behind; quotation marks are paired within
# paragraphs; OpenCC needs whole phrases.
FOLDS: tuple[tuple[str, Fold], ...] = (
    ("markup", fold_markup),
    ("furniture", fold_furniture),
    ("unmapped", fold_unmapped),
    ("junk", fold_junk),
    ("compatibility", fold_compatibility),
    ("linewrap", fold_linewrap),
    ("space", fold_space),
    ("width", fold_width),
    ("punctuation", fold_punctuation),
    ("variant", fold_variant),
)


def normalise(source: SourceText) -> NormalText:
    """Give the text as it is compared (归并后文本), with the way back to `source`.

    In it a line feed ends a paragraph and nothing else. Every change is listed in `edits`,
    under the name of the fold that made it.
    """
    text = source.text
    draft = Draft(source, text, OffsetMap.identity(len(text)), script_of(text))
    edits: list[FoldEdits] = []
    notices: list[Notice] = []
    for name, fold in FOLDS:
        change = fold(draft)
        edits.append(record(name, draft, change))
        notices.extend(change.notices)
        draft = apply(draft, change)
    return NormalText(source, draft.text, draft.offsets, tuple(edits), draft.script, tuple(notices))
