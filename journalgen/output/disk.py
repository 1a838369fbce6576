"""Every change that `output` makes to a folder of pages, one function each.

Nothing else in the package calls the system to change the output, so that a test can stand here and stop the build at
any of its steps, as a kill, a full disk or a power cut would.
"""

# Plain strings: to make a `Path` for each of ten thousand files takes longer than to look at them.

from __future__ import annotations

import os
import time
from collections.abc import Iterable

# O_EXCL neither follows a link nor opens what is there already.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_WAITS_FOR_READERS = os.name == "nt"
_TRIES = 5
_PAUSE = 0.02


def make_folder(path: str) -> None:
    """Make a folder that only its owner may enter."""
    os.mkdir(path, 0o700)


def close_to_others(path: str) -> None:
    """Take everyone's rights to a folder but the owner's, where the file system knows such rights."""
    if os.stat(path).st_mode & 0o777 != 0o700:
        try:
            os.chmod(path, 0o700)
        except PermissionError:
            # A USB stick's file system has no owners to keep apart; that must not stop anyone from building.
            return


def write_new(path: str, content: bytes | Iterable[bytes]) -> tuple[int, int]:
    """Write a file that is not there yet, readable by its owner alone, and return its size and time as found after.

    What is too large to be held in memory comes in pieces.
    """
    descriptor = os.open(path, _NEW, 0o600)
    try:
        for piece in (content,) if isinstance(content, bytes) else content:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)
    # Asked for only now, and by name: network file systems and Windows settle the time when the file is closed.
    status = os.lstat(path)
    return status.st_size, status.st_mtime_ns


def replace(source: str, target: str) -> None:
    """Move a file to where it belongs, over what was there, in one step.

    Windows refuses while someone reads the old file, which a browser or a virus scanner does for an instant.
    """
    for left in reversed(range(_TRIES)):
        try:
            os.replace(source, target)
        except PermissionError:
            if not _WAITS_FOR_READERS or not left:
                raise
            time.sleep(_PAUSE)
        else:
            return


def unlink(path: str) -> None:
    """Delete a file or a link, never what a link leads to."""
    os.unlink(path)


def rmdir(path: str) -> None:
    """Delete a folder that is empty."""
    os.rmdir(path)
