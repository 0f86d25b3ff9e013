"""Make words.txt, the word list of words.py, from the dictionary of jieba.

    pip download --no-deps --no-binary :all: jieba==0.42.1
    tar xzf jieba-0.42.1.tar.gz
    python -m diffcore.chinese.make_words jieba-0.42.1/jieba/dict.txt

Source: jieba 0.42.1 by Sun Junyi, dict.txt, MIT licence (see NOTICE).
"""

from __future__ import annotations

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

# A word must occur this often in jieba's corpus (60 million words) to be taken, in times.
# Range 3..; at 20 the list is half again as large and takes half again as long to read, and the
# borders agree no better with those of jieba's whole dictionary: 99.85 % of its borders are
# found at 20, 99.86 % at 50, 99.84 % at 100 (1,782 stretches of shared/data/laws).
SEEN_AT_LEAST = 50

# Steps of cost for each bit of rarity.
STEPS_A_BIT = 2

# Tags of words that no statute segments by: people's names (nr…), and numerals and times
# (m, t), which the grammar of figures cuts before any word is looked for.
LEFT_OUT = ("nr", "nrt", "nrfg", "m", "t")

_HAN = re.compile("[一-鿿]{1,4}")


def make_words(lines: Iterable[str]) -> str:
    """Give the text of words.txt: a line for each first character, `word cost word cost …`.

    The cost of a word is minus the binary logarithm of its share in the corpus, in steps.
    """
    seen = [(word, int(times), tag) for word, times, tag in map(str.split, lines)]
    total = sum(times for _, times, _ in seen)
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for word, times, tag in seen:
        if times >= SEEN_AT_LEAST and tag not in LEFT_OUT and _HAN.fullmatch(word):
            cost = round(STEPS_A_BIT * math.log2(total / times))
            by_first[word[0]].append(f"{word} {cost}")
    return "".join(f"{' '.join(sorted(by_first[first]))}\n" for first in sorted(by_first))


if __name__ == "__main__":
    dictionary = Path(sys.argv[1]).read_text("utf-8")
    Path(__file__).with_name("words.txt").write_text(make_words(dictionary.splitlines()), "utf-8")
