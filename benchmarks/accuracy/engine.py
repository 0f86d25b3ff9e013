"""The tool as it is measured, or a mutant of it, and the work spread over processes."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.accuracy.mutants import MUTANTS
from diffcore import Collation, collate
from diffcore.model import Options

T = TypeVar("T")
U = TypeVar("U")


class Engine(NamedTuple):
    """Collates; with the name of a mutant, its results are spoilt as that mutant does."""

    mutant: str = ""

    def collate(self, base: Path, other: Path, options: Options | None = None) -> Collation:
        """Collate two files."""
        collation = collate(base, other, options)
        return MUTANTS[self.mutant].spoil(collation) if self.mutant else collation

    def collate_texts(self, base: str, other: str, options: Options | None = None) -> Collation:
        """Collate two texts, by way of two files."""
        with tempfile.TemporaryDirectory() as folder:
            paths = Path(folder, "base.txt"), Path(folder, "other.txt")
            for path, text in zip(paths, (base, other), strict=True):
                path.write_bytes(text.encode())
            return self.collate(*paths, options)

    def each(self, work: Callable[[Engine, T], U], items: Sequence[T]) -> Iterator[U]:
        """Give `work(engine, item)` for each item, in order, one process a core.

        `work` is a function of a module, items and results can be pickled.
        """
        with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
            yield from pool.imap(partial(work, self), items, chunksize=1)
