"""The strips of pages around a finding as a page shows them: a picture with words that name it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from diffcore.model import PageImage
from diffcore.places import Place

# Dots of a screen to a point of paper. Source: CSS Values and Units 3, 6.2.
_DOTS_A_POINT = 96 / 72


class Shot(NamedTuple):
    """A strip: what it shows, its address that holds the file itself, its size in CSS pixels."""

    caption: str
    source: str
    width: int
    height: int


def shots_of(images: Iterable[PageImage], words: Mapping[str, str]) -> dict[str, tuple[Shot, ...]]:
    """Give the strips of each finding, the base first."""
    shots: dict[str, tuple[Shot, ...]] = {}
    for image in images:
        shot = Shot(
            say_page(image.place, words[image.side], words),
            "data:image/png;base64," + b64encode(image.png).decode("ascii"),
            round(image.width * _DOTS_A_POINT),
            round(image.height * _DOTS_A_POINT),
        )
        shots[image.finding] = (*shots.get(image.finding, ()), shot)
    return shots


def say_page(place: Place, side: str, words: Mapping[str, str]) -> str:
    """Name the place of a strip: 校本第 3 页第 12 行的版面."""
    name = "page_image" if place.line is None else "page_image_line"
    return words[name].format(side=side, page=place.page, line=place.line)
