"""The words in which a file is refused: one function for each reason."""

from __future__ import annotations

from diffcore.errors import Bilingual, ReadError

_SUPPORTED = Bilingual(
    "本版只读纯文本和 Markdown", "this version reads plain text and Markdown only"
)


def missing(path: str) -> ReadError:
    """Give the error for a path at which there is nothing."""
    return ReadError(
        Bilingual(f"{path}：没有这个文件", f"{path}: no such file"),
        Bilingual("该路径下什么也没有", "there is nothing at this path"),
        Bilingual("核对文件名和所在目录", "check the name and the directory"),
        "missing-file",
    )


def directory(path: str) -> ReadError:
    """Give the error for a directory."""
    return ReadError(
        Bilingual(f"{path}：是目录，不是文件", f"{path}: is a directory, not a file"),
        Bilingual("一次对校两个文件", "a collation takes two files"),
        Bilingual("写出目录中要对校的那个文件", "name the file in the directory that is meant"),
        "directory",
    )


def not_regular(path: str) -> ReadError:
    """Give the error for a pipe, a socket or a device."""
    return ReadError(
        Bilingual(f"{path}：不是普通文件", f"{path}: is not a regular file"),
        Bilingual(
            "该路径是管道、套接字或设备，读取可能永不结束",
            "it is a pipe, a socket or a device, and reading it may never end",
        ),
        Bilingual(
            "把内容存成文件，或用 - 从标准输入读取",
            "save the content to a file, or give - and pipe it into standard input",
        ),
        "not-regular",
    )


def no_permission(path: str) -> ReadError:
    """Give the error for a file that may not be read."""
    return ReadError(
        Bilingual(f"{path}：没有读取权限", f"{path}: permission denied"),
        Bilingual("系统不允许当前用户读取它", "the system does not let this user read it"),
        Bilingual("请文件的所有者授予读取权限", "ask the owner of the file for read permission"),
        "no-permission",
    )


def unreadable(path: str, reason: str) -> ReadError:
    """Give the error for a file that the system fails to deliver, for `reason`."""
    return ReadError(
        Bilingual(f"{path}：无法读取", f"{path}: cannot be read"),
        Bilingual(f"系统报告：{reason}", f"the system says: {reason}"),
        Bilingual("核对路径，或把文件复制到本机后再试", "check the path, or copy the file here"),
        "unreadable",
    )


def too_large(path: str, limit: int) -> ReadError:
    """Give the error for a file of more than `limit` bytes."""
    size = f"{limit // (1 << 20)} MiB"
    return ReadError(
        Bilingual(f"{path}：文件过大", f"{path}: file too large"),
        Bilingual(f"本版最多读取 {size}", f"this version reads at most {size}"),
        Bilingual("拆成几个文件，分别对校", "divide it into several files and collate each"),
        "too-large",
    )


def empty(path: str) -> ReadError:
    """Give the error for a file of no bytes."""
    return ReadError(
        Bilingual(f"{path}：文件是空的", f"{path}: file is empty"),
        Bilingual("文件长度为 0", "its length is 0"),
        Bilingual("核对是否下载或导出完整", "check that it was downloaded or exported completely"),
        "empty-file",
    )


def blank(path: str) -> ReadError:
    """Give the error for a text without any word."""
    return ReadError(
        Bilingual(f"{path}：没有文字", f"{path}: holds no words"),
        Bilingual(
            "除空白、不可见字符和标记外什么也没有",
            "there is nothing but blanks, invisible characters and markup",
        ),
        Bilingual("核对是否下载或导出完整", "check that it was downloaded or exported completely"),
        "blank-file",
    )


def foreign(path: str, format_title: Bilingual, fix: Bilingual) -> ReadError:
    """Give the error for a file of a known format that no reader is for."""
    return ReadError(
        Bilingual(f"{path}：是 {format_title.zh}", f"{path}: is {format_title.en}"),
        _SUPPORTED,
        fix,
        "foreign-format",
    )


def binary(path: str) -> ReadError:
    """Give the error for bytes that are no text in any encoding, and of no known format."""
    return ReadError(
        Bilingual(f"{path}：不是文本文件", f"{path}: is not a text file"),
        Bilingual(
            "文件含有文本中不会出现的控制字节", "it holds control bytes that no text contains"
        ),
        Bilingual(
            "用原来的软件打开，另存为 UTF-8 纯文本",
            "open it in its own program and save it as UTF-8 plain text",
        ),
        "binary-file",
    )


def undecodable(path: str) -> ReadError:
    """Give the error for text in an encoding that cannot be told."""
    return ReadError(
        Bilingual(f"{path}：无法判定文字编码", f"{path}: the encoding cannot be told"),
        Bilingual(
            "按 UTF-8、GB18030、Big5、UTF-16 都读不出通顺的中文",
            "it makes no Chinese text as UTF-8, GB18030, Big5 or UTF-16",
        ),
        Bilingual("另存为 UTF-8 纯文本后再试", "save it as UTF-8 plain text and try again"),
        "undecodable",
    )


def broken(path: str, encoding: str) -> ReadError:
    """Give the error for a file that its byte order mark calls `encoding` and that is not."""
    return ReadError(
        Bilingual(f"{path}：文字编码不完整", f"{path}: the encoding is broken"),
        Bilingual(
            f"文件头标明是 {encoding}，内容却不合该编码",
            f"its byte order mark says {encoding}, its content does not fit that",
        ),
        Bilingual(
            "重新下载或导出，另存为 UTF-8 纯文本",
            "download or export it again, and save it as UTF-8 plain text",
        ),
        "undecodable",
    )
