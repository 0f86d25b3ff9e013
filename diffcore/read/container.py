"""Zip containers (DOCX, OFD, EPUB), opened with bounds: nothing is unpacked to disk.

The sizes that a container tells of itself are not believed; the bytes that come out are counted.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from posixpath import normpath

from diffcore.errors import Bilingual
from diffcore.read import refusals

ZIP = b"PK\x03\x04"

# Bytes that one member, and all that are read, may unpack to. The largest XML member of real
# documents has some 20 MB; a member of a zip bomb has gigabytes.
MEMBER_AT_MOST = 128 << 20
ALL_AT_MOST = 512 << 20
# Members; a document with a thousand pictures has some 1,100.
MEMBERS_AT_MOST = 20_000


# What a broken member raises; a name that is no UTF-8 is a ValueError.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)


class Container:
    """The members of a zip file by their names, with `/` between folders and no leading one."""

    def __init__(self, data: bytes, path: str, title: Bilingual) -> None:
        """Open the container. Raises: ReadError where it is damaged or has too many members."""
        self._path, self._title = path, title
        self._left = ALL_AT_MOST
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise refusals.damaged(path, title, str(error)) from error
        if len(members) > MEMBERS_AT_MOST:
            raise refusals.too_demanding(path, title)
        self._members = {_name_of(member.filename): member for member in members}
        self._folded = {name.lower(): name for name in self._members}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in the order of the container."""
        return tuple(self._members)

    def find(self, name: str) -> str | None:
        """Give the member that `name` means, whatever its case and its `./` and `../`."""
        wanted = _name_of(name)
        return wanted if wanted in self._members else self._folded.get(wanted.lower())

    def read(self, name: str) -> bytes | None:
        """Give the bytes of a member, None where there is none of this name.

        Raises: ReadError where it is encrypted, damaged or larger than any honest one.
        """
        found = self.find(name)
        if found is None:
            return None
        member = self._members[found]
        if member.flag_bits & 1:
            raise refusals.encrypted(self._path, self._title)
        most = min(MEMBER_AT_MOST, self._left)
        try:
            with self._zip.open(member) as file:
                content = file.read(most + 1)
        except _DAMAGE as error:
            raise refusals.damaged(self._path, self._title, f"{found}: {error}") from error
        if len(content) > most:
            raise refusals.too_demanding(self._path, self._title)
        self._left -= len(content)
        return content


def _name_of(name: str) -> str:
    """Give a member's name in one form: `/` between folders, no leading one, no `..` above all.

    Nothing is ever written under such a name; it is only looked up.
    """
    return normpath("/" + name.replace("\\", "/")).lstrip("/")
