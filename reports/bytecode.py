"""Compiled templates kept beside their sources, as Python keeps compiled modules.

Compiling the template of the page takes longer than filling it. Like Python's own files in
`__pycache__`, what is kept is known by its source and its compiler, is never needed, and is not
written where the folder is read-only or PYTHONDONTWRITEBYTECODE is set.
"""

from __future__ import annotations

import marshal
import os
import sys
from pathlib import Path

from jinja2 import BytecodeCache, compiler
from jinja2.bccache import Bucket


class TemplateCache(BytecodeCache):
    """Keeps the compiled form of each template in `folder`; jinja asks for a class here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` from its file, if there is a whole one."""
        try:
            bucket.code = marshal.loads(self._path_of(bucket).read_bytes())  # noqa: S302 - as .pyc
        except (OSError, EOFError, ValueError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write `bucket` beside its file and rename it, so that no half of it is ever read."""
        if sys.dont_write_bytecode or bucket.code is None:
            return
        path = self._path_of(bucket)
        draft = path.with_suffix(f".{os.getpid()}")
        try:
            path.parent.mkdir(exist_ok=True)
            draft.write_bytes(marshal.dumps(bucket.code))
            draft.replace(path)
        except OSError:
            draft.unlink(missing_ok=True)

    def _path_of(self, bucket: Bucket) -> Path:
        """Give the file of `bucket`: another source, jinja or Python has another file."""
        made_by = Path(compiler.__file__).stat().st_mtime_ns
        name = f"{bucket.checksum[:16]}-{made_by:x}.{sys.implementation.cache_tag}.jinja"
        return self._folder / name
