"""The process that parses one file: `python -m diffcore.read.worker NAME REVISIONS OCR PATH`.

Its limits stand before any byte of the file is looked at. What it may use grows with the file, so
that no honest file meets them.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

from diffcore.errors import ReadError
from diffcore.model import ReadOptions
from diffcore.read.isolated import OUT_OF_MEMORY, OUT_OF_TIME
from diffcore.read.reader import Reader

# Bytes of address space: for the interpreter with its libraries, and for each byte of the file.
# The longest PDF of shared/data (0.5 MB, 160 pages) takes 0.2 GB; a recogniser with its models
# maps 3 GB more.
MEMORY_AT_LEAST = 1 << 30
MEMORY_A_BYTE = 8
MEMORY_OF_RECOGNISER = 6 << 30

# Seconds of processor time, for any file and for each MiB of it. The slowest real file takes 2.
SECONDS_AT_LEAST = 120
SECONDS_A_MIB = 20
# A page takes a recogniser up to 10 seconds, on each of the processors.
SECONDS_OF_RECOGNISER = 4 * 60 * 60


def main() -> NoReturn:
    """Read the file on standard input and write it packed, or the error that says why not."""
    gc.disable()  # one file and done: there are no cycles worth collecting
    name, revisions, ocr, path = sys.argv[1:]
    data = sys.stdin.buffer.read()
    reader = _reader_named(name)
    try:
        # Only pages that can be drawn are recognised: no other file is granted what that takes.
        is_recognising = ocr != "never" and reader.draw is not None
        limit(len(data), reader.memory, is_recognising=is_recognising)
        packed = _read(reader, data, path, ReadOptions(revisions, ocr))
    except MemoryError:
        leave(OUT_OF_MEMORY)
    sys.stdout.buffer.write(packed)
    sys.stdout.flush()
    leave(0)


def _reader_named(name: str) -> Reader:
    from importlib import import_module

    reader: Reader = import_module(f"diffcore.read.formats.{name}").READER
    return reader


def _read(reader: Reader, data: bytes, path: str, options: ReadOptions) -> bytes:
    from diffcore.read.transport import pack, pack_error

    try:
        return pack(reader.read(data, path, options))
    except ReadError as error:
        return pack_error(error)


def limit(size: int, more: int = 0, *, is_recognising: bool) -> None:
    """Bind the process to memory and time; where the system has no such limits, it has none.

    `more` are bytes of memory that the reader needs beyond the usual.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    import signal

    memory = MEMORY_AT_LEAST + MEMORY_A_BYTE * size + more
    seconds = SECONDS_AT_LEAST + SECONDS_A_MIB * (size >> 20)
    if is_recognising and _has_recogniser():
        memory, seconds = memory + MEMORY_OF_RECOGNISER, seconds + SECONDS_OF_RECOGNISER
    _bind(resource.RLIMIT_AS, memory)
    _bind(resource.RLIMIT_CPU, seconds)
    _bind(resource.RLIMIT_CORE, 0)
    signal.signal(signal.SIGXCPU, lambda _signal, _frame: leave(OUT_OF_TIME))


def _has_recogniser() -> bool:
    from importlib.util import find_spec

    return find_spec("rapidocr") is not None


def _bind(which: int, most: int) -> None:
    """Lower a limit; at the hard limit, somewhat later, the system kills without a word."""
    import resource

    _soft, hard = resource.getrlimit(which)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(which, (most, min(most + 5, hard) if hard >= 0 else most + 5))


def leave(code: int) -> NoReturn:
    """End at once: the records need no tearing down, and a parser in trouble must not hang."""
    os._exit(code)


if __name__ == "__main__":
    main()
