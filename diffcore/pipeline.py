"""The whole tool on one page: the only place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from diffcore.align import align
from diffcore.classify import classify
from diffcore.decisions import Decisions
from diffcore.diff import diff
from diffcore.locate import locate
from diffcore.model import Collation, Document, Links, Options, ReadOptions, SourceText
from diffcore.normalise import normalise
from diffcore.read import files_of, read
from diffcore.spans import Pair
from diffcore.structure import structure
from diffcore.version import VERSION


def _say_nothing(_stage: str) -> None:
    """Keep quiet: the default of `progress`."""


# One side: a file, `-` for standard input, a directory, or several of them that form one text.
Side = str | Path | Sequence[str | Path]


def understand(side: Side, options: ReadOptions | None = None) -> Document:
    """Read one text and give its outline.

    Raises: ReadError where a file cannot be read as text.
    """
    return structure(normalise(read(side, options)))


def collate(
    base: Side,
    other: Side,
    options: Options | None = None,
    progress: Callable[[str], None] = _say_nothing,
) -> Collation:
    """Collate the text `other` (校本) with the text `base` (底本).

    `progress` is called with the name of each stage as it begins.
    Raises: ReadError, OptionError.
    """
    options = options or Options()
    progress("read")
    reading = ReadOptions(options.revisions, options.ocr)
    sources = Pair(base, other).map(lambda side: read(side, reading))
    links = _read_links(options, sources)
    earlier = _read_decisions(options)
    if links:
        options = replace(options, align=links.path, align_sha256=links.sha256)
    if earlier:
        options = replace(options, decisions=earlier.path, decisions_sha256=earlier.sha256)
    collation = collate_sources(sources, options, links, earlier, progress)
    return _illustrate(collation, Pair(base, other)) if options.page_images else collation


def collate_sources(
    sources: Pair[SourceText],
    options: Options,
    links: Links | None = None,
    earlier: Decisions | None = None,
    progress: Callable[[str], None] = _say_nothing,
) -> Collation:
    """Collate two texts that are read already.

    `links` were made by hand for them, `earlier` are the decisions of an earlier run.
    Raises: OptionError.
    """
    progress("normalise")
    normals = sources.map(normalise)
    progress("structure")
    documents = normals.map(structure)
    progress("locate")
    located = locate(documents, options)
    progress("align")
    rows = align(located.scopes, links)
    progress("diff")
    comparisons = tuple(diff(row, normals) for row in rows)
    progress("classify")
    return classify(located, comparisons, options, VERSION, links.notices if links else (), earlier)


def _illustrate(collation: Collation, sides: Pair[Side]) -> Collation:
    """Add the strips of the pages around the findings."""
    from diffcore.read.page_images import draw_page_images  # hardly any run needs it

    images, notices = draw_page_images(collation, sides.map(_files))
    return replace(collation, images=images, notices=(*collation.notices, *notices))


def _files(side: Side) -> list[str]:
    named = [side] if isinstance(side, (str, Path)) else side
    return files_of([str(each) for each in named])[0]


def _read_links(options: Options, sources: Pair[SourceText]) -> Links | None:
    """Give the links made by hand, where the options name a file of them."""
    if options.align is None:
        return None
    from diffcore.read.links import read_links  # hardly any run needs it

    return read_links(options.align, sources)


def _read_decisions(options: Options) -> Decisions | None:
    """Give the decisions of an earlier run, where the options name a file of them."""
    if options.decisions is None:
        return None
    from diffcore.read.decisions import read_decisions  # hardly any run needs it

    return read_decisions(options.decisions)
