"""The words in which a file is refused: one function for each reason."""

from __future__ import annotations

from diffcore.errors import Bilingual, ReadError

_SUPPORTED = Bilingual(
    "本版没有读这种格式的程序；能读的格式见 jiaokan formats",
    "nothing in this version reads this format; see `jiaokan formats` for those that are read",
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
    """Give the error for a directory where one file is asked for."""
    return ReadError(
        Bilingual(f"{path}：是目录，不是文件", f"{path}: is a directory, not a file"),
        Bilingual("这里只能给一个文件", "one file is wanted here"),
        Bilingual("写出目录中要用的那个文件", "name the file in the directory that is meant"),
        "directory",
    )


def empty_directory(path: str) -> ReadError:
    """Give the error for a directory without files."""
    return ReadError(
        Bilingual(f"{path}：目录里没有文件", f"{path}: the directory holds no file"),
        Bilingual(
            "目录中的文件合为一个文本，这里一个也没有",
            "the files of a directory form one text; there is none here",
        ),
        Bilingual("核对目录名", "check the name of the directory"),
        "empty-directory",
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


def damaged(path: str, format_title: Bilingual, reason: str) -> ReadError:
    """Give the error for a file whose format is known and whose content does not keep to it."""
    return ReadError(
        Bilingual(
            f"{path}：{format_title.zh}已损坏", f"{path}: the file ({format_title.en}) is damaged"
        ),
        Bilingual(f"内容不合格式（{reason}）", f"its content breaks the format ({reason})"),
        Bilingual(
            "重新下载或导出；若别的软件能打开，用它另存一份",
            "download or export it again; where another program opens it, save it anew there",
        ),
        "damaged-file",
    )


def encrypted(path: str, format_title: Bilingual) -> ReadError:
    """Give the error for a file that only a password opens."""
    return ReadError(
        Bilingual(
            f"{path}：{format_title.zh}已加密", f"{path}: the file ({format_title.en}) is encrypted"
        ),
        Bilingual("打开它需要密码", "it takes a password to open it"),
        Bilingual(
            "用原来的软件输入密码打开，另存为不加密的文件",
            "open it with its password in its own program and save it without one",
        ),
        "encrypted-file",
    )


def too_demanding(path: str, format_title: Bilingual) -> ReadError:
    """Give the error for a file that unpacks to more than any honest one."""
    return ReadError(
        Bilingual(
            f"{path}：{format_title.zh}内容超出限度",
            f"{path}: the content ({format_title.en}) exceeds what is allowed",
        ),
        Bilingual(
            "解开后大得不合常理，可能是恶意文件", "it unpacks to an absurd size; it may be hostile"
        ),
        Bilingual(
            "核对文件来源；确有其事时，用原来的软件拆成几个文件",
            "check where it comes from; divide it with its own program where it is honest",
        ),
        "too-demanding",
    )


def too_slow(path: str, format_title: Bilingual) -> ReadError:
    """Give the error for a file that takes longer to parse than any honest one."""
    return ReadError(
        Bilingual(
            f"{path}：{format_title.zh}解析时间超出限度",
            f"{path}: parsing it ({format_title.en}) takes longer than is allowed",
        ),
        Bilingual("结构异常，可能是恶意文件", "its structure is odd; it may be hostile"),
        Bilingual(
            "核对文件来源；确有其事时，用原来的软件拆成几个文件",
            "check where it comes from; divide it with its own program where it is honest",
        ),
        "too-slow",
    )


def crashed(path: str, format_title: Bilingual, reason: str) -> ReadError:
    """Give the error for a file on which the parser ended without an answer."""
    return ReadError(
        Bilingual(
            f"{path}：{format_title.zh}解析中断",
            f"{path}: parsing it ({format_title.en}) broke off",
        ),
        Bilingual(f"解析进程异常结束：{reason}", f"the parsing process ended abnormally: {reason}"),
        Bilingual(
            "重新下载或导出；若别的软件能打开，请把文件报告给开发者",
            "download or export it again; where another program opens it, please report the file",
        ),
        "parser-crashed",
    )


def not_converted(path: str, format_title: Bilingual, reason: str) -> ReadError:
    """Give the error for a file that the converter made nothing of."""
    return ReadError(
        Bilingual(
            f"{path}：{format_title.zh}转换不成",
            f"{path}: it ({format_title.en}) could not be converted",
        ),
        Bilingual(
            f"文件已损坏、已加密，或不是这种格式（{reason}）",
            f"it is damaged, encrypted or of another format ({reason})",
        ),
        Bilingual(
            "用原来的软件打开，另存为 DOCX 或纯文本",
            "open it in its own program and save it as DOCX or plain text",
        ),
        "not-converted",
    )


def needs(path: str, format_title: Bilingual, what: Bilingual) -> ReadError:
    """Give the error for a format that this machine lacks `what` to read."""
    return ReadError(
        Bilingual(
            f"{path}：本机读不了{format_title.zh}",
            f"{path}: this machine cannot read it ({format_title.en})",
        ),
        Bilingual(f"缺少 {what.zh}", f"it lacks {what.en}"),
        Bilingual(
            "安装后再试，或用原来的软件另存为 DOCX 或纯文本",
            "install that and try again, or save the file as DOCX or plain text",
        ),
        "needs-program",
    )


def without_text(
    path: str, format_title: Bilingual, pages: Bilingual, way: Bilingual | None = None
) -> ReadError:
    """Give the error for a file whose pages are pictures, or blank; `pages` names them.

    `way` says how to have them recognised, in words that a sentence begins with.
    """
    text = Bilingual("改用有文字的文件", "use a file that has text")
    if way:
        text = Bilingual(f"{way.zh}后再试，或{text.zh}", f"{way.en} and try again, or {text.en}")
    return ReadError(
        Bilingual(
            f"{path}：{format_title.zh}没有文字层",
            f"{path}: the file ({format_title.en}) has no text",
        ),
        Bilingual(
            f"{pages.zh}只有图像或空白，没有可读的字符",
            f"{pages.en}: nothing but pictures or blanks, no characters to read",
        ),
        text,
        "no-text-layer",
    )


def only_seen(path: str, format_title: Bilingual) -> ReadError:
    """Give the error for a picture where recognition is switched off."""
    return ReadError(
        Bilingual(
            f"{path}：是{format_title.zh}，而 --ocr never 不作文字识别",
            f"{path}: is an {format_title.en}, and --ocr never excludes recognition",
        ),
        Bilingual("图像里没有字符，只能识别", "a picture holds no characters to read otherwise"),
        Bilingual("去掉 --ocr never，或改用有文字的文件", "leave out --ocr never, or use a text"),
        "no-text-layer",
    )


def needs_to_recognise(path: str, format_title: Bilingual, what: Bilingual) -> ReadError:
    """Give the error for a picture where the components for recognition are not installed."""
    return ReadError(
        Bilingual(
            f"{path}：本机读不了{format_title.zh}",
            f"{path}: this machine cannot read it ({format_title.en})",
        ),
        Bilingual(f"缺少{what.zh}", f"it lacks {what.en}"),
        Bilingual("安装后再试，或改用有文字的文件", "install them and try again, or use a text"),
        "needs-program",
    )
