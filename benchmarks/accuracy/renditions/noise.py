"""What general tools would give a proofreader of the same two texts: how many differences."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import groupby

from diff_match_patch import diff_match_patch


def hunks_of_dmp(base: str, other: str) -> int:
    """Give the differences of diff-match-patch, without its clock."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    diffs = engine.diff_main(base, other)
    return sum(changed for changed, _ in groupby(diffs, key=lambda diff: diff[0] != 0))


def hunks_of_difflib(base: str, other: str) -> int:
    """Give the differences of difflib, character by character."""
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return sum(tag != "equal" for tag, *_ in matcher.get_opcodes())


def lines_of_difflib(base: str, other: str) -> int:
    """Give the lines that difflib marks, as a comparison line by line shows them."""
    one, two = base.splitlines(), other.splitlines()
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    changed = (code for code in matcher.get_opcodes() if code[0] != "equal")
    return sum(end - start + stop - begin for _, start, end, begin, stop in changed)
