"""Every error that the code can raise has its section in docs/messages.md, and the reverse."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

from diffcore.read import refusals

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [ROOT / "cli.py", *(ROOT / "diffcore").rglob("*.py"), *(ROOT / "reports").rglob("*.py")]
ERRORS = {"ReadError", "WriteError", "OptionError", "JiaokanError"}


def _slugs(path: Path) -> Iterator[str]:
    """Give the slug of each error that is made in a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS):
            continue
        if any(isinstance(each, ast.Starred) for each in node.args):
            continue  # handed on from another process, where it was made in one of these files
        named = [each.value for each in node.keywords if each.arg == "slug"]
        slug = (named or node.args[3:4])[0]
        assert isinstance(slug, ast.Constant), f"{path}:{node.lineno}: the slug is no constant"
        yield str(slug.value)


def test_messages_and_code_name_the_same_slugs() -> None:
    raised = {slug for path in SOURCES for slug in _slugs(path)}
    page = (ROOT / "docs" / "messages.md").read_text("utf-8")
    assert set(re.findall(r"(?m)^### (\S+)$", page)) == raised


def test_every_section_speaks_both_languages() -> None:
    page = (ROOT / "docs" / "messages.md").read_text("utf-8")
    for section in re.split(r"(?m)^### ", page)[1:]:
        body = section.partition("\n")[2].partition("\n## ")[0].strip()
        assert re.search("[\u4e00-\u9fff]", body), section
        assert body.count("*") >= 2, section


def test_an_error_of_another_process_is_the_same_error() -> None:
    error = refusals.missing("渔港.txt")
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (copy.what, copy.why, copy.fix, copy.slug) == (
        error.what,
        error.why,
        error.fix,
        error.slug,
    )
    assert str(copy) == error.what.en
