"""The folds (归并) by name, in the order in which they run, with their titles."""

from __future__ import annotations

from diffcore.errors import Bilingual

FOLD_TITLES: dict[str, Bilingual] = {
    "markup": Bilingual("标记", "markup"),
    "furniture": Bilingual("页眉页脚页码", "page furniture"),
    "unmapped": Bilingual("有字形、无字符", "glyphs without characters"),
    "junk": Bilingual("不可见字符", "invisible characters"),
    "compatibility": Bilingual("兼容字形", "compatibility forms"),
    "linewrap": Bilingual("换行", "line breaks"),
    "space": Bilingual("空白", "blanks"),
    "width": Bilingual("全角半角", "full and half width"),
    "punctuation": Bilingual("标点写法", "forms of punctuation"),
    "variant": Bilingual("繁简异体", "script variants"),
}
