"""The real texts that lie beside the project, where they are present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

# In CI the texts must be there: a skipped test would be a check that cannot fail.
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir() and os.environ.get("CI") != "true",
    reason="the real texts (../shared) are not on this machine",
)
