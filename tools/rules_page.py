"""Writes docs/rules.md from the rules themselves; with --check says whether it is fresh."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from diffcore.classify.case import Rule
from diffcore.classify.kinds import BY_NAME, KINDS
from diffcore.classify.naming import all_rules

PAGE = Path(__file__).resolve().parents[1] / "docs" / "rules.md"

_SEVERITIES = {"substantive": "实质", "accidental": "形式", "note": "提示"}
_HEAD = """\
# 校记类别与规则

<!-- 由 python -m tools.rules_page 从 diffcore/classify 生成，勿手改。 -->

Generated from the rules' own files; do not edit.

校记只说两本的异同，不判断孰是孰非。严重程度依 W. W. Greg, “The Rationale of Copy-Text” (1950)：
**实质**（substantive）关乎内容，**形式**（accidental）只关乎写法，**提示**（note）请人留意，本身不是差异，
或只是他处改动的结果。

例子的记法：`[-底本-]{+校本+}`；`⏎` 表示换段。

## 类别 Kinds
"""
_RULES_HEAD = """
## 规则 Rules

规则按次序询问，次序小者在前；关于“行”的规则每行都问，关于“处”的规则由最先应答者命名该差异处。
每条规则一个文件：`diffcore/classify/rules/`。
"""


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` compare it: 0 fresh, 1 stale."""
    page = render_page()
    if arguments == ["--check"]:
        is_fresh = PAGE.is_file() and PAGE.read_text("utf-8") == page
        if not is_fresh:
            sys.stderr.write("docs/rules.md is stale: run python -m tools.rules_page\n")
        return 0 if is_fresh else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, "utf-8")
    return 0


def render_page() -> str:
    """Give the page as Markdown."""
    return (
        "".join(line + "\n" for line in (_HEAD, *_kinds(), _RULES_HEAD, *_rules())).rstrip() + "\n"
    )


def _kinds() -> Iterator[str]:
    """Give the table of kinds, with the rules that give each."""
    makers = {
        kind.name: [
            f"[{rule.name}](#{rule.name})" for rule in all_rules() if kind.name in rule.kinds
        ]
        for kind in KINDS
    }
    yield "| kind | 类别 | 程度 | 何时 | 规则 |"
    yield "| --- | --- | --- | --- | --- |"
    for kind in KINDS:
        rules = " ".join(makers[kind.name]) or "—"
        severity = f"{_SEVERITIES[kind.severity]} {kind.severity}"
        yield (
            f"| `{kind.name}` | {kind.title.zh}<br>{kind.title.en} | {severity} "
            f"| {kind.meaning.zh}<br>{kind.meaning.en} | {rules} |"
        )


def _rules() -> Iterator[str]:
    """Give one section for each rule."""
    for rule in all_rules():
        yield f"### {rule.name}"
        yield ""
        yield from _facts(rule)
        yield ""
        yield "必报 must fire："
        yield ""
        for example, kind in rule.fires:
            yield f"- `{_on_one_line(example)}` → {BY_NAME[kind].title.zh} `{kind}`"
        yield ""
        yield "必不报 must stay silent："
        yield ""
        for example in rule.silent:
            yield f"- `{_on_one_line(example)}`"
        yield ""


def _facts(rule: Rule) -> Iterator[str]:
    """Give what a rule is about, which kinds it may give, and where it comes from."""
    kinds = "、".join(f"{BY_NAME[kind].title.zh} `{kind}`" for kind in rule.kinds)
    about = "行 row" if rule.about == "row" else "处 hunk"
    yield f"- 类别：{kinds}"
    yield f"- 对象：{about}；次序：{rule.rank}"
    yield f"- 依据：{rule.source.zh}"
    yield f"- Source: {rule.source.en}"


def _on_one_line(example: str) -> str:
    return example.replace("\n", "⏎")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
