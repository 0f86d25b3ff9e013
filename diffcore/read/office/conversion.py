"""LibreOffice as a converter: one run, in a profile of its own that lives as long as the run.

The profile forbids what a document could ask for: macros, links that are updated, files that are
fetched. Source: LibreOffice, officecfg/registry/schema (Common.xcs, Writer.xcs, Inet.xcs).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from diffcore.errors import Bilingual
from diffcore.read import refusals

# Seconds; a start from nothing takes 5, a document of 300 pages 10.
PATIENCE = 180

_PROGRAMS = ("soffice", "libreoffice")
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)

_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
# A proxy where nobody listens: whatever the document refers to is not fetched.
_NOWHERE = ("127.0.0.1", "9")
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", _NOWHERE[0]),
    ("Inet/Settings", "ooInetHTTPProxyPort", _NOWHERE[1]),
    ("Inet/Settings", "ooInetHTTPSProxyName", _NOWHERE[0]),
    ("Inet/Settings", "ooInetHTTPSProxyPort", _NOWHERE[1]),
)


def find_program() -> str | None:
    """Give the path of LibreOffice, None where it is not installed."""
    found = (shutil.which(name) for name in _PROGRAMS)
    usual = (path for path in _USUAL if Path(path).is_file())
    return next(filter(None, found), None) or next(usual, None)


def to_docx(data: bytes, suffix: str, path: str, title: Bilingual) -> bytes:
    """Give the document as DOCX.

    Raises: ReadError where LibreOffice is missing, or makes nothing of the file.
    """
    program = find_program()
    if program is None:
        raise refusals.needs(path, title, LIBREOFFICE)
    with tempfile.TemporaryDirectory(prefix="jiaokan-") as folder:
        source = Path(folder, f"document{suffix}")
        source.write_bytes(data)
        _write_profile(Path(folder, "profile"))
        complaint = _run(program, source, path, title)
        made = Path(folder, "made", "document.docx")
        if not made.is_file():
            raise refusals.not_converted(path, title, complaint)
        return made.read_bytes()


LIBREOFFICE = Bilingual("LibreOffice", "LibreOffice")


def _write_profile(profile: Path) -> None:
    user = profile / "user"
    user.mkdir(parents=True)
    items = "".join(
        _ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>',
        "utf-8",
    )


def _run(program: str, source: Path, path: str, title: Bilingual) -> str:
    """Run LibreOffice, and give the last line that it said.

    Raises: ReadError where it does not end in time; it and all its children are ended then.
    """
    profile = (source.parent / "profile").as_uri()
    process = subprocess.Popen(  # noqa: S603 - the program found above
        [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck",
         "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(source.parent / "made"),
         str(source)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    try:
        _, complaint = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        _end(process)
        raise refusals.too_slow(path, title) from None
    lines = complaint.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"exit code {process.returncode}"


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process with its children, which share its session."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
