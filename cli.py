"""The command `jiaokan`: arguments in, exit code out. Nothing else prints, catches or exits.

Exit codes are those of diff(1): 0 nothing to report, 1 something to report, 2 trouble. Everything
but click is imported where it is needed: `--help` must not wait for the engine.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import click

from diffcore.errors import Bilingual, JiaokanError, OptionError
from diffcore.version import VERSION

if TYPE_CHECKING:
    from diffcore.model import Collation, Options
    from diffcore.spans import Pair
    from reports.plan import Output

NAME = "jiaokan"
NOTHING, SOMETHING, TROUBLE = 0, 1, 2
INTERRUPTED = 128 + 2  # as a shell reports a process that SIGINT ended
BROKEN_PIPE = 128 + 13  # the same for SIGPIPE

STANDARD = "-"
LANGUAGES = ("zh", "en")

# Bytes of both inputs together from which on progress is shown: some two seconds of work.
LONG_INPUT = 1_000_000

# Columns of a terminal report: what a terminal has, within what can be read.
WIDTHS = (40, 120)
WIDTH_OF_A_FILE = 80

STAGE_TITLES = {
    "read": Bilingual("读取", "reading"),
    "normalise": Bilingual("归并", "normalising"),
    "structure": Bilingual("识别条款", "finding clauses"),
    "locate": Bilingual("定位", "locating"),
    "align": Bilingual("对齐", "aligning"),
    "diff": Bilingual("比较", "comparing"),
    "classify": Bilingual("分类", "classifying"),
    "report": Bilingual("生成报告", "writing reports"),
}


def main() -> None:
    """Run the command with the arguments of the process, and exit.

    The process serves one run. Its records hold no cycles, so the search for cycles is switched
    off; and at the end memory goes back to the system as a whole, not object by object.
    """
    gc.disable()
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = BROKEN_PIPE
    os._exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command with `arguments` and give its exit code; whatever goes wrong is told."""
    settings = {"lang": _language_of_environment()}
    try:
        return _invoke(arguments, settings)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        _tell(_usage_error(error), settings["lang"])
    except JiaokanError as error:
        _tell(error, settings["lang"])
    except BrokenPipeError:
        _silence_output()
        return BROKEN_PIPE
    except (KeyboardInterrupt, click.Abort):
        click.echo(err=True)
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - the last line of defence: a bug is told as one
        _tell_bug(settings["lang"])
    return TROUBLE


def _invoke(arguments: Sequence[str], settings: dict[str, str]) -> int:
    """Run the command, or answer a shell that asks for completions."""
    instruction = os.environ.get(f"_{NAME.upper()}_COMPLETE")
    if instruction:
        from click.shell_completion import shell_complete

        return shell_complete(group, {}, NAME, f"_{NAME.upper()}_COMPLETE", instruction)
    with group.make_context(NAME, list(arguments), obj=settings) as context:
        code = group.invoke(context)
    sys.stdout.flush()
    return code or NOTHING


# What the user is told


def _tell(error: JiaokanError, lang: str) -> None:
    """Print an error as what, why, what to do, and where to read on."""
    from reports.columns import printable

    heads = {
        "zh": ("错误：", "原因：", "处理：", "说明："),
        "en": ("Error: ", "Why: ", "Fix: ", "See: "),
    }
    texts = (error.what, error.why, error.fix, Bilingual(*[f"docs/messages.md#{error.slug}"] * 2))
    for head, text in zip(heads[lang], texts, strict=True):
        click.echo(head + printable(text.within(lang)), err=True)


def _tell_bug(lang: str) -> None:
    """Print the traceback of a bug with the request to report it."""
    import traceback

    traceback.print_exc()
    request = Bilingual(
        "这是程序的缺陷。请把以上内容、所用命令和版本号（jiaokan --version）报告给开发者。",
        "This is a bug. Please report the above with the command and `jiaokan --version`.",
    )
    click.echo(request.within(lang), err=True)


def _usage_error(error: click.ClickException) -> OptionError:
    """Give an error of the command line in the form of all others."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else NAME
    return OptionError(
        Bilingual(f"命令行有误：{_usage_in_chinese(error)}", error.format_message()),
        Bilingual("命令、参数或选项不合用法", "the command, an argument or an option does not fit"),
        Bilingual(f"用 {path} --help 查看用法和例子", f"see {path} --help for usage and examples"),
        "usage",
    )


def _usage_in_chinese(error: click.ClickException) -> str:
    """Give what is wrong in Chinese, in the words of click where it is something rare."""
    if isinstance(error, click.MissingParameter):
        return f"缺少参数 {error.param.human_readable_name if error.param else ''}"
    if isinstance(error, click.NoSuchOption):
        near = f"（是否指 {'、'.join(error.possibilities)}）" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.BadParameter) and error.param:
        return f"{error.param.opts[0]} 的值不合要求：{error.message}"
    return error.format_message()


def _silence_output() -> None:
    """Let the interpreter end without a complaint about the closed standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _language_of_environment() -> str:
    wanted = os.environ.get("JIAOKAN_LANG", "")
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


# The command and its options

GROUP_HELP = """\
校勘：逐条对校中文政策、法律的两个版本。

Collate two renditions or versions of a Chinese policy or law, clause by clause.

\b
jiaokan compare 底本.txt 校本.txt -o report.html
jiaokan compare 底本.txt 校本.txt -o report.html -o report.json
jiaokan contents 公报.txt

\b
退出码 / exit code:
  0  没有达到 --fail-on 的差异 / no difference that --fail-on names
  1  有 / there is one
  2  出错 / trouble
"""

COMPARE_HELP = """\
对校两个文件：BASE 底本，OTHER 校本；目录当作其中各文件连成的一个文本，- 是标准输入。

Collate OTHER with BASE; a directory is the one text of its files, - is standard input.

\b
不加 -o 时报告显示在终端 / without -o the report is shown on the terminal:
  jiaokan compare 底本.txt 校本.txt
网页报告和数据 / a web page and data:
  jiaokan compare 底本.txt 校本.txt -o report.html -o report.json --open
接着上次核校 / go on with the decisions of an earlier review:
  jiaokan compare a.txt b.txt --decisions 核校.json -o report.html
改对应关系 / correct which clauses answer to which:
  jiaokan compare a.txt b.txt -o links.json --format links
  jiaokan compare a.txt b.txt --align links.json
公报第 3 个文件与单行本 / document 3 of an issue with a standalone file:
  jiaokan compare 公报.txt 单行本.txt --base-doc 3
在脚本里：只在数字、约束词有变时失败 / in a script: fail on figures and modality only:
  jiaokan compare a.txt b.txt -q --fail-on missing_figure,changed_figure,modality
从管道读取 / from a pipe:
  pdftotext -layout 校本.pdf - | jiaokan compare 底本.txt -
"""

OUTLINE_HELP = """\
列出读懂的条款结构 / show the outline as it was understood.

\b
每行：行号、层级、序号、首句 / line number, level, label, first words
  jiaokan outline 条例.txt
写对应文件用的条款位置 / addresses for a file of links:
  jiaokan outline 条例.txt --addresses
"""

CONTENTS_HELP = """\
列出公报一期里的各个文件 / list the documents of a gazette issue.

\b
序号用于 --base-doc、--other-doc / the numbers are for --base-doc and --other-doc
  jiaokan contents 公报.txt
"""

KINDS_HELP = """\
列出校记的类别，或讲解一类 / list the kinds of findings, or explain one.

\b
  jiaokan kinds
  jiaokan kinds missing_figure
"""

FORMATS_HELP = "列出能读和能写的格式 / list the formats that can be read and written."

COMPLETION_HELP = """\
输出命令行补全脚本 / print the script for completion in a shell.

\b
  jiaokan completion bash > ~/.local/share/bash-completion/completions/jiaokan
  jiaokan completion zsh > ~/.zfunc/_jiaokan
  jiaokan completion fish > ~/.config/fish/completions/jiaokan.fish
"""


def _keep_language(context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Remember the language for errors, which are told after the command has ended."""
    context.obj["lang"] = value
    return value


_lang = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=LANGUAGES[0],
    envvar="JIAOKAN_LANG",
    show_envvar=True,
    callback=_keep_language,
    help="语言 / language of messages and reports",
)


@click.group(
    NAME,
    help=GROUP_HELP,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(VERSION, message="%(prog)s %(version)s", help="版本号 / the version")
@click.pass_context
def group(context: click.Context) -> int:
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
    return TROUBLE


_FILE = click.Path(allow_dash=True, readable=False)

_revisions = click.option(
    "--revisions",
    type=click.Choice(("accepted", "original")),
    default="accepted",
    show_default=True,
    help="Word 修订：按接受后或原文读 / tracked changes: as accepted, or the original",
)
_ocr = click.option(
    "--ocr",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="文字识别：扫描页才用、全用、不用 / optical recognition: of scans, always, never",
)


@group.command(help=COMPARE_HELP)
@click.argument("base", type=_FILE)
@click.argument("other", type=_FILE)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=_FILE,
    metavar="FILE",
    help="报告文件，可重复；- 是标准输出 / report file, repeatable; - is standard output",
)
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="报告格式，默认看后缀 / report format, by default told by the suffix",
)
@click.option(
    "--fail-on",
    default="substantive",
    show_default=True,
    metavar="WHAT",
    help="substantive|accidental|note|KIND,…|never：何种差异使退出码为 1 / "
    "what makes the exit code 1",
)
@click.option("-q", "--quiet", "is_quiet", is_flag=True, help="只写文件 / write files only")
@click.option(
    "--open", "is_opened", is_flag=True, help="写完后打开网页报告 / open the HTML report at the end"
)
@click.option(
    "--base-doc",
    type=click.IntRange(min=1),
    metavar="N",
    help="底本取第 N 个文件（见 contents）/ take document N of the base",
)
@click.option(
    "--other-doc",
    type=click.IntRange(min=1),
    metavar="N",
    help="校本取第 N 个文件 / take document N of the other",
)
@click.option("--whole", is_flag=True, help="两文全部对校，不定位 / collate all of both texts")
@click.option(
    "--align",
    type=_FILE,
    metavar="FILE",
    help="手工改定的对应（--format links 或 JSON 报告）/ links corrected by hand",
)
@click.option(
    "--base-part",
    "base_parts",
    multiple=True,
    type=_FILE,
    metavar="FILE",
    help="底本的续篇，可重复 / file that continues the base, repeatable",
)
@click.option(
    "--other-part",
    "other_parts",
    multiple=True,
    type=_FILE,
    metavar="FILE",
    help="校本的续篇，可重复 / file that continues the other, repeatable",
)
@click.option(
    "--page-images",
    is_flag=True,
    help="网页报告附各处的版面图（PDF、图像）/ strips of the pages in the HTML report",
)
@click.option(
    "--decisions",
    type=_FILE,
    metavar="FILE",
    help="此前的核校记录：已定的不再计 / decisions of an earlier review: settled ones do not count",
)
@_revisions
@_ocr
@_lang
def compare(
    *,
    base: str,
    other: str,
    outputs: tuple[str, ...],
    format_name: str | None,
    fail_on: str,
    is_quiet: bool,
    is_opened: bool,
    base_doc: int | None,
    other_doc: int | None,
    whole: bool,
    align: str | None,
    base_parts: tuple[str, ...],
    other_parts: tuple[str, ...],
    page_images: bool,
    decisions: str | None,
    revisions: str,
    ocr: str,
    lang: str,
) -> int:
    """Collate two texts, write the reports and give the exit code."""
    from diffcore.model import Options
    from diffcore.spans import Pair
    from reports.plan import check_outputs, page_to_open, plan_outputs
    from reports.threshold import parse_fail_on

    options = Options(
        whole, base_doc, other_doc, lang, align,
        revisions=revisions, ocr=ocr, page_images=page_images, decisions=decisions,
    )  # fmt: skip
    sides = Pair((base, *base_parts), (other, *other_parts))
    named = (*sides.base, *sides.other, *filter(None, (align, decisions)))
    _check_sides(named, options)
    is_failing = parse_fail_on(fail_on)
    wanted = plan_outputs(outputs, format_name, is_quiet=is_quiet)
    page = page_to_open(wanted) if is_opened else None
    check_outputs(wanted, named)
    collation = _collate(sides, options, wanted)
    if wanted and not is_quiet and any(each.path for each in wanted):
        click.echo(_summary(collation, wanted), err=True)
    if page:
        click.launch(str(page.resolve()))
    return SOMETHING if is_failing(collation) else NOTHING


def _check_sides(named: Sequence[str], options: Options) -> None:
    """Pass where the files named and the choice of documents fit each other.

    Raises: OptionError.
    """
    if named.count(STANDARD) > 1:
        raise OptionError(
            Bilingual("不止一处用标准输入", "standard input is named more than once"),
            Bilingual("标准输入只能读一次", "standard input can be read only once"),
            Bilingual("只留一处，其余存成文件", "keep one of them and save the others to files"),
            "two-standard-inputs",
        )
    if options.whole and (options.base_doc or options.other_doc):
        raise OptionError(
            Bilingual(
                "--whole 与 --base-doc、--other-doc 不能同用",
                "--whole excludes --base-doc and --other-doc",
            ),
            Bilingual(
                "前者对校全文，后者只取其中一个文件", "one collates all, the others one document"
            ),
            Bilingual("去掉其中之一", "leave one of them out"),
            "whole-or-document",
        )


def _collate(sides: Pair[tuple[str, ...]], options: Options, wanted: Sequence[Output]) -> Collation:
    """Collate, render every report, and only then write: a failed run leaves nothing behind."""
    from diffcore import collate
    from reports.outputs import write_outputs

    progress = _progress((*sides.base, *sides.other), options.lang)
    try:
        collation = collate(sides.base, sides.other, options, progress)
        progress("report")
        rendered = [(output, _render(collation, output)) for output in wanted]
    finally:
        progress("")
    write_outputs([(output.path, content) for output, content in rendered if output.path])
    for output, content in rendered:
        if output.path is None:
            _print_report(content, output.format_name)
    return collation


def _render(collation: Collation, output: Output) -> bytes:
    from reports import report

    if output.path or not sys.stdout.isatty():
        return report(collation, output.format_name, width=WIDTH_OF_A_FILE)
    from shutil import get_terminal_size

    least, most = WIDTHS
    width = min(max(get_terminal_size().columns, least), most)
    is_coloured = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return report(collation, output.format_name, width=width, colour=is_coloured)


def _print_report(content: bytes, format_name: str) -> None:
    """Print a report: bytes as they are, but words to a terminal in its own encoding."""
    if format_name == "terminal" and sys.stdout.isatty():
        click.echo(content.decode(), nl=False)
    else:
        click.echo(content, nl=False)


def _progress(inputs: Iterable[str], lang: str) -> Callable[[str], None]:
    """Give what shows the name of a stage on a terminal where the work is long; "" clears it."""
    sizes = (os.path.getsize(name) for name in inputs if os.path.isfile(name))  # noqa: PTH113, PTH202 - names may be no paths
    if sum(sizes) < LONG_INPUT or not sys.stderr.isatty():
        return lambda _stage: None

    def show(stage: str) -> None:
        text = f"{STAGE_TITLES[stage].within(lang)}…" if stage else ""
        click.echo(f"\r\x1b[K{text}", nl=False, err=True)

    return show


def _summary(collation: Collation, wanted: Iterable[Output]) -> str:
    """Give one line: how many findings of each severity, and which files were written."""
    from diffcore.model import SEVERITIES
    from reports.wording import SEVERITY_TITLES

    lang = collation.options.lang
    counts = (
        f"{SEVERITY_TITLES[name].within(lang)} "
        f"{sum(finding.severity == name for finding in collation.findings)}"
        for name in SEVERITIES
    )
    files = Bilingual("、", ", ").within(lang).join(str(each.path) for each in wanted if each.path)
    return (
        Bilingual("，", ", ").within(lang).join(counts)
        + Bilingual("；已写 ", "; wrote ").within(lang)
        + files
    )


@group.command(help=OUTLINE_HELP)
@click.argument("file", type=_FILE)
@click.option(
    "--addresses",
    "style",
    flag_value="addresses",
    help="列出起止位置和条款位置 / list places and addresses",
)
@click.option("--json", "style", flag_value="json", help="写成 JSON / as JSON")
@_revisions
@_ocr
@_lang
def outline(*, file: str, style: str | None, revisions: str, ocr: str, lang: str) -> int:
    """Print the outline of a text."""
    from diffcore import understand
    from diffcore.model import ReadOptions
    from reports.addresses import list_addresses, outline_as_json
    from reports.listings import list_outline

    document = understand(file, ReadOptions(revisions, ocr))
    if style == "json":
        return _print_lines(outline_as_json(document))
    return _print_lines(list_addresses(document) if style else list_outline(document, lang))


@group.command(help=CONTENTS_HELP)
@click.argument("file", type=_FILE)
@_revisions
@_ocr
@_lang
def contents(*, file: str, revisions: str, ocr: str, lang: str) -> int:
    """Print the documents of a gazette issue."""
    from diffcore import understand
    from diffcore.model import ReadOptions
    from reports.listings import list_contents

    document = understand(file, ReadOptions(revisions, ocr))
    return _print_lines(list_contents(document, lang))


@group.command(help=KINDS_HELP)
@click.argument("kind", required=False)
@_lang
def kinds(*, kind: str | None, lang: str) -> int:
    """Print the kinds of findings, or one of them with its rules."""
    from diffcore.classify import rules
    from diffcore.classify.kinds import KINDS
    from diffcore.discover import discover
    from reports.listings import list_kind, list_kinds
    from reports.threshold import kind_named

    if kind is None:
        return _print_lines(list_kinds(KINDS, lang))
    return _print_lines(list_kind(kind_named(kind), discover(rules, "RULE"), lang))


@group.command(help=FORMATS_HELP)
@_lang
def formats(*, lang: str) -> int:
    """Print the formats of texts and of reports."""
    from diffcore.read import readers
    from reports import formats as report_formats
    from reports.listings import list_formats

    return _print_lines(list_formats(readers(), report_formats(), lang))


@group.command(help=COMPLETION_HELP)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(*, shell: str) -> int:
    """Print the completion script of a shell."""
    from click.shell_completion import get_completion_class

    completer = get_completion_class(shell)
    if completer is None:
        raise click.BadParameter(shell)
    click.echo(completer(group, {}, NAME, f"_{NAME.upper()}_COMPLETE").source())
    return NOTHING


def _print_lines(lines: Iterable[str]) -> int:
    click.echo("\n".join(lines))
    return NOTHING


if __name__ == "__main__":
    main()
