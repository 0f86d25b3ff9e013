"""Optical recognition: what a picture says. The only file that imports rapidocr.

The models are those in the wheel of rapidocr and are named by their paths: nothing is looked for
anywhere else. Results are the same in every run: lines are read one at a time, so that none
depends on what else is on the page, and the number of threads is fixed.
Source: PP-OCR (arXiv:2009.09941): detection of lines, then recognition of each with CTC.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from diffcore.errors import Bilingual
from diffcore.places import Box
from diffcore.read.picture import Picture, scaled

EXTRA = "pip install 'jiaokan[ocr]'"
LACK = Bilingual(f"文字识别组件（{EXTRA}）", f"the components for optical recognition ({EXTRA})")

ADDS = Bilingual(
    f"装上{LACK.zh}，还能读扫描页、认出没有字符的字形",
    f"with {LACK.en}, scanned pages and glyphs without characters are read as well",
)

# Processors that one recognition uses. Fixed: the sums of a model, and so its confidences, may
# depend on how they are shared out. Two took as long as one for a page of the guidelines of
# shared/data, and several times as long on a machine that is busy.
THREADS = 1

# Lines are looked for in a picture whose longer side has no more dots than this, and read off the
# picture itself. With 1,500 three A4 pages of shared/data were read as well as with 2,000.
LONGER_SIDE_AT_MOST = 2_000
# A picture longer than this many times its width is set on white: the recogniser enlarges the
# shorter side, without a bound for the longer one.
LONGER_SIDES_AT_MOST = 4.0

# Degrees. Beyond, the lines of a page do not lean: they are something else.
LEANING_AT_MOST = 15.0
# The corners of a line are told to some two dots: so long, as a share of the width of the page, a
# line is where it tells how the page leans, and so many of them agree.
TELLING_AT_LEAST, TELLING_LINES = 0.25, 3

# Share of the height of a line's box that its letters fill: the recogniser leaves a rim.
INK_OF_HEIGHT = 0.9


class Sign(NamedTuple):
    """A character as it is seen: its middle, in dots from the left of its line, and confidence."""

    text: str
    middle: float
    confidence: float


class SeenLine(NamedTuple):
    """A line as it is seen: its characters and its box, in dots; confidences are 0..1."""

    signs: tuple[Sign, ...]
    box: Box
    confidence: float

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(sign.text for sign in self.signs)


def lacks() -> Bilingual | None:
    """Say what must be installed before anything can be recognised, None where nothing must."""
    from importlib.util import find_spec

    needed = ("rapidocr", "onnxruntime", "numpy", "PIL")
    return None if all(map(find_spec, needed)) else LACK


def extra() -> Bilingual | None:
    """Say what recognition would add to the reading of a file that has text, if it is lacking."""
    return ADDS if lacks() else None


def lines_of(picture: Picture) -> tuple[SeenLine, ...]:
    """Give the lines of a page, from top to bottom; a page that leans is set upright.

    Lines side by side are several: what belongs together is for the layout of the page to say.
    """
    corners = _find_lines(picture)
    if not corners:
        return ()
    middle = picture.width / 2, picture.height / 2
    upright = _turned(corners, -_leaning(corners, picture.width), middle)
    from rapidocr.utils.process_img import get_rotate_crop_image

    dots, lines = _dots_of(picture), []
    for quad, box in zip(corners, map(_hull, upright), strict=True):
        strip = get_rotate_crop_image(dots, _array(quad))
        signs = _read(strip, box.right - box.left)
        if signs:
            lines.append(SeenLine(signs, box, _confidence(signs)))
    return tuple(sorted(lines, key=lambda line: (line.box.top, line.box.left)))


def signs_of(strip: Picture) -> tuple[Sign, ...]:
    """Give the characters of a picture that shows one line."""
    return _read(_dots_of(strip), strip.width)


def _confidence(signs: Sequence[Sign]) -> float:
    """Give the confidence of a line: how sure, on the average, its characters are."""
    return round(sum(sign.confidence for sign in signs) / len(signs), 3)


@cache
def _recogniser() -> Any:
    """Load the models: they take a second, and half a gigabyte."""
    from pathlib import Path

    import rapidocr

    models = Path(rapidocr.__file__).parent / "models"
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.use_preprocess_img": False,
            "Global.text_score": 0.0,
            "Det.model_path": _only(models.glob("*det*.onnx")),
            "Rec.model_path": _only(models.glob("*rec*.onnx")),
            "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _only(found: Iterable[Any]) -> str:
    """Give the path of the model in the wheel; the first by name where there are several.

    Raises: FileNotFoundError where there is none.
    """
    paths = sorted(map(str, found))
    if not paths:
        raise FileNotFoundError("no model in the wheel of rapidocr")
    return paths[0]


def _dots_of(picture: Picture) -> Any:
    """Give a picture as the recogniser wants it: rows of dots of three equal colours."""
    import numpy

    grey = numpy.frombuffer(picture.dots, dtype=numpy.uint8)
    return numpy.repeat(grey.reshape(picture.height, picture.width, 1), 3, axis=2)


def _array(quad: Sequence[tuple[float, float]]) -> Any:
    import numpy

    return numpy.array(quad, dtype=numpy.float32)


def _read(strip: Any, width: float) -> tuple[Sign, ...]:
    """Give the characters of one line, which is `width` dots wide where it stands."""
    seen = _recogniser()(strip, use_det=False, use_cls=False, use_rec=True, return_word_box=True)
    text, info = seen.txts[0], seen.word_results[0]
    if not text.strip():
        return ()
    # The picture is read in columns of one width; the recogniser gives no column for blanks.
    step = width / info.line_txt_len
    columns = chain.from_iterable(info.word_cols)
    signs, middle = [], 0.0
    for char, confidence in zip(text, info.confs, strict=True):
        middle = middle if char.isspace() else (next(columns) + 0.5) * step
        signs.append(Sign(char, middle, round(float(confidence), 3)))
    return tuple(signs)


# Where the lines of a page are


def _find_lines(picture: Picture) -> list[tuple[tuple[float, float], ...]]:
    """Give the four corners of each line: left above, right above, right below, left below."""
    scale = min(1.0, LONGER_SIDE_AT_MOST / max(picture.width, picture.height))
    dots = _set_on_white(scaled(picture, scale) if scale < 1 else picture)
    found = _recogniser()(dots, use_det=True, use_cls=False, use_rec=False)
    boxes = getattr(found, "boxes", None)
    if boxes is None:
        return []
    return [
        tuple(
            (min(x / scale, picture.width), min(y / scale, picture.height))
            for x, y in box.tolist()
        )
        for box in boxes
    ]  # fmt: skip


def _set_on_white(picture: Picture) -> Any:
    """Give the dots of a picture, on white paper where it is much longer than wide."""
    import numpy

    dots = _dots_of(picture)
    longer = max(picture.width, picture.height)
    shorter = max(1, math.ceil(longer / LONGER_SIDES_AT_MOST))
    height, width = max(picture.height, shorter), max(picture.width, shorter)
    if (height, width) == (picture.height, picture.width):
        return dots
    paper = numpy.full((height, width, 3), 255, dtype=numpy.uint8)
    paper[: picture.height, : picture.width] = dots
    return paper


def _leaning(corners: Sequence[Sequence[tuple[float, float]]], width: int) -> float:
    """Give the angle, in radians, by which the lines of a page run down to the right.

    It is the middle one of the lines that are long enough to tell; of too few it is not told.
    """
    angles = sorted(
        math.atan2(right[1] - left[1], right[0] - left[0])
        for left, right, *_ in corners
        if math.dist(left, right) >= TELLING_AT_LEAST * width
    )
    angle = angles[len(angles) // 2] if len(angles) >= TELLING_LINES else 0.0
    return angle if abs(math.degrees(angle)) <= LEANING_AT_MOST else 0.0


def _turned(
    corners: Sequence[Sequence[tuple[float, float]]], angle: float, about: tuple[float, float]
) -> Iterator[list[tuple[float, float]]]:
    """Give corners turned by an angle, in radians, about a point."""
    cosine, sine = math.cos(angle), math.sin(angle)
    for quad in corners:
        away = [(x - about[0], y - about[1]) for x, y in quad]
        yield [
            (about[0] + x * cosine - y * sine, about[1] + x * sine + y * cosine) for x, y in away
        ]


def _hull(quad: Sequence[tuple[float, float]]) -> Box:
    across, down = zip(*quad, strict=True)
    return Box(min(across), min(down), max(across), max(down))
