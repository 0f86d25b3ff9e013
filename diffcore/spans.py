"""Half-open ranges of code points, and the pair of one thing from each side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Pair(NamedTuple, Generic[T]):
    """One thing of the base (底本) and the same thing of the other (校本)."""

    base: T
    other: T

    def map(self, make: Callable[[T], U]) -> Pair[U]:
        """Give the pair of what `make` returns for each side, base first."""
        return Pair(make(self.base), make(self.other))

    def swapped(self) -> Pair[T]:
        """Give the same two things with the sides exchanged."""
        return Pair(self.other, self.base)


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    """A half-open range of code points, 0 <= start <= end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start

    def of(self, text: str) -> str:
        """Give the part of `text` that the span covers."""
        return text[self.start : self.end]


class SourceSpan(_Span):
    """A span of a source text (原文), the text exactly as the reader got it."""

    __slots__ = ()


class NormalSpan(_Span):
    """A span of a normal text (归并后文本), the text as it is compared."""

    __slots__ = ()
