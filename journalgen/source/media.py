"""The bytes of the pictures and other files that entries show."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from journalgen.digests import hasher
from journalgen.source.files import Stamp

_PIECE = 1 << 20


class Content(Struct, frozen=True):
    """What a file held when it was read: its stamp and the digest of its bytes."""

    stamp: Stamp
    digest: bytes


def open_media(journal: Path, path: str) -> BinaryIO:
    """Return a file of the journal, open to be read; raises `OSError` where it can't be, or leads out of the journal."""
    file = journal / path
    if not Path(os.path.realpath(file)).is_relative_to(journal.resolve()):
        raise PermissionError(path)
    return file.open("rb")


def content_of(journal: Path, path: str) -> Content:
    """Return what a file holds, however large it is, without keeping it in memory; raises `OSError`."""
    with open_media(journal, path) as file:
        stamp = Stamp.of(os.fstat(file.fileno()))
        taken = hasher()
        while piece := file.read(_PIECE):
            taken.update(piece)
        return Content(stamp, taken.digest())


def read_media(journal: Path, path: str, most: int) -> tuple[bytes, Content]:
    """Return a file's bytes, at most so many, and what it held; raises `OSError`."""
    with open_media(journal, path) as file:
        stamp = Stamp.of(os.fstat(file.fileno()))
        data = file.read(most)
        taken = hasher()
        taken.update(data)
        while piece := file.read(_PIECE):
            taken.update(piece)
        return data, Content(stamp, taken.digest())


def pieces(journal: Path, path: str) -> Iterator[bytes]:
    """Yield a file's bytes in pieces; raises `OSError`."""
    with open_media(journal, path) as file:
        while piece := file.read(_PIECE):
            yield piece
