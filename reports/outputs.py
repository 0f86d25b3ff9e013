"""Report files: checked before the work begins, written beside and renamed when all is done."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from diffcore.errors import Bilingual, OptionError, WriteError


def check_output(path: Path, inputs: Iterable[Path]) -> None:
    """Pass where `path` can be written as far as one can know without writing.

    Raises: WriteError where it cannot, or where it is one of `inputs`.
    """
    if any(_is_same_file(path, each) for each in inputs):
        raise _is_input(path)
    if path.is_dir():
        raise _is_directory(path)
    parent = _target(path).parent
    if not parent.is_dir():
        raise _no_directory(path, parent)
    if path.exists():
        if not os.access(path, os.W_OK):
            raise _refused(path, "Permission denied")
        if not path.is_file():
            return  # a device or a pipe is written to in its place
    if not os.access(parent, os.W_OK | os.X_OK):
        raise _refused(path, "Permission denied")


def check_apart(paths: Sequence[Path]) -> None:
    """Pass where no two of `paths` are one file.

    Raises: OptionError.
    """
    seen: set[Path] = set()
    for path in paths:
        target = _target(path)
        if target in seen:
            raise OptionError(
                Bilingual(f"{path}：输出文件重复", f"{path}: output named twice"),
                Bilingual("后写的报告会盖掉先写的", "the later report would replace the earlier"),
                Bilingual("给每份报告不同的文件名", "give each report a file name of its own"),
                "output-twice",
            )
        seen.add(target)


def write_outputs(outputs: Sequence[tuple[Path, bytes]]) -> None:
    """Write every output, or none: each is written beside its place, then all are renamed.

    An existing file keeps its permissions and stays whole until its successor is complete.
    Raises: WriteError.
    """
    waiting: list[tuple[Path, Path]] = []
    with _removed_on_failure(waiting):
        for path, content in outputs:
            with _told(path):
                _write_beside(path, content, waiting)
        for beside, target in waiting:
            with _told(target):
                beside.replace(target)


@contextmanager
def _removed_on_failure(waiting: Iterable[tuple[Path, Path]]) -> Iterator[None]:
    try:
        yield
    finally:
        for beside, _ in waiting:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn an error of the system into one that names the output."""
    try:
        yield
    except OSError as error:
        raise _refused(path, error.strerror or str(error)) from error


def _write_beside(path: Path, content: bytes, waiting: list[tuple[Path, Path]]) -> None:
    """Write next to the place of `path`, and remember what is to be renamed to what."""
    target = _target(path)
    mode = target.stat().st_mode if target.exists() else None
    if mode is not None and not stat.S_ISREG(mode):
        target.write_bytes(content)
        return
    beside = target.with_name(f".{target.name[:80]}.{os.getpid()}.tmp")
    waiting.append((beside, target))
    with beside.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        beside.chmod(stat.S_IMODE(mode))


def _target(path: Path) -> Path:
    """Give the file that a path means: the one behind a link, so that the link is kept."""
    return Path(os.path.realpath(path))


def _is_same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _is_input(path: Path) -> WriteError:
    return WriteError(
        Bilingual(f"{path}：输出就是输入", f"{path}: the output is an input"),
        Bilingual("写报告会毁掉要对校的文件", "the report would destroy a text to be collated"),
        Bilingual("换一个输出文件名", "choose another name for the output"),
        "output-is-input",
    )


def _is_directory(path: Path) -> WriteError:
    return WriteError(
        Bilingual(f"{path}：是目录，不能写成报告", f"{path}: is a directory"),
        Bilingual("-o 要的是文件名", "-o takes the name of a file"),
        Bilingual(f"写成 {path / 'report.html'}", f"write {path / 'report.html'}"),
        "output-directory",
    )


def _no_directory(path: Path, parent: Path) -> WriteError:
    return WriteError(
        Bilingual(f"{path}：无法写入", f"{path}: cannot be written"),
        Bilingual(f"目录 {parent} 不存在", f"there is no directory {parent}"),
        Bilingual("先建立该目录，或换一个位置", "make the directory, or choose another place"),
        "output-unwritable",
    )


def _refused(path: Path, reason: str) -> WriteError:
    return WriteError(
        Bilingual(f"{path}：无法写入", f"{path}: cannot be written"),
        Bilingual(f"系统报告：{reason}", f"the system says: {reason}"),
        Bilingual("检查权限和剩余空间，或换一个位置", "check permissions and free space"),
        "output-unwritable",
    )
