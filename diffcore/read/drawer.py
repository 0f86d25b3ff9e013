"""The process that draws strips of pages: `python -m diffcore.read.drawer NAME PATH`.

Standard input is a line of JSON, the strips, and then the bytes of the file. It works under the
same limits as the process that reads the file.
"""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from typing import NoReturn

from diffcore.errors import ReadError
from diffcore.places import Box
from diffcore.read.isolated import OUT_OF_MEMORY
from diffcore.read.reader import Drawn, Strip
from diffcore.read.worker import leave, limit


def main() -> NoReturn:
    """Draw the strips and write them as JSON, null for what could not be drawn."""
    name, path = sys.argv[1:]
    asked, _, data = sys.stdin.buffer.read().partition(b"\n")
    strips = [Strip(page, Box(*box)) for page, *box in json.loads(asked)]
    try:
        limit(len(data), is_recognising=False)
        drawn = _draw(name, data, path, strips)
    except MemoryError:
        leave(OUT_OF_MEMORY)
    sys.stdout.write(json.dumps([_plain(each) for each in drawn]))
    sys.stdout.flush()
    leave(0)


def _draw(name: str, data: bytes, path: str, strips: list[Strip]) -> list[Drawn | None]:
    from importlib import import_module

    draw = import_module(f"diffcore.read.formats.{name}").READER.draw
    try:
        return list(draw(data, path, strips))
    except ReadError:
        return [None] * len(strips)


def _plain(drawn: Drawn | None) -> list[object] | None:
    if drawn is None:
        return None
    return [drawn.width, drawn.height, b64encode(drawn.png).decode("ascii")]


if __name__ == "__main__":
    main()
