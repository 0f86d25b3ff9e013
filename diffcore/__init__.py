"""The collation engine: `from diffcore import collate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diffcore.model import Collation, Options
    from diffcore.pipeline import collate, understand

__all__ = ["Collation", "Options", "collate", "understand"]


def __getattr__(name: str) -> object:
    """Import the public names late, so that one stage can be used without the others."""
    if name in ("collate", "understand"):
        from diffcore import pipeline

        return getattr(pipeline, name)
    if name in ("Collation", "Options"):
        from diffcore import model

        return getattr(model, name)
    raise AttributeError(f"module 'diffcore' has no attribute {name!r}")
