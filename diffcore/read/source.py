"""A path to the bytes of its file, or the reason why there are none."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from diffcore.read import refusals

# Bytes. The limits guard against a wrong path (a disk image, a log), not against long texts: the
# longest of shared/data has 0.6 MB. 64 MiB of plain text are some 22 million Chinese characters;
# a scanned volume of a gazette, which is pictures, has up to some hundred MiB.
LARGEST_FILE = 256 << 20
LARGEST_TEXT = 64 << 20

STANDARD_INPUT = "-"


def load(path: str) -> bytes:
    """Give all bytes of the file at `path`, of standard input for `-`.

    Raises: ReadError where it is no readable regular file, is empty or larger than LARGEST_FILE.
    """
    try:
        data = _from_standard_input() if path == STANDARD_INPUT else _from_file(path)
    except FileNotFoundError:
        raise refusals.missing(shown(path)) from None
    except PermissionError:
        raise refusals.no_permission(shown(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refusals.unreadable(shown(path), reason) from error
    if len(data) > LARGEST_FILE:
        raise refusals.too_large(shown(path), LARGEST_FILE)
    if not data:
        raise refusals.empty(shown(path))
    return data


def shown(path: str) -> str:
    """Give the path as it can be printed and encoded: bytes that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _from_standard_input() -> bytes:
    return sys.stdin.buffer.read(LARGEST_FILE + 1)


def _from_file(path: str) -> bytes:
    found = Path(path).stat()
    mode, size = found.st_mode, found.st_size
    if stat.S_ISDIR(mode):
        raise refusals.directory(shown(path))
    if not stat.S_ISREG(mode):
        raise refusals.not_regular(shown(path))
    if size > LARGEST_FILE:
        raise refusals.too_large(shown(path), LARGEST_FILE)
    with Path(path).open("rb") as file:
        return file.read(LARGEST_FILE + 1)
