"""The files that wait beside an entry, hidden, until they are whole and take their place."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat as modes
import time
from pathlib import Path

from journalgen.output import disk

# Hidden, so never read as an entry; with nothing behind the point that a program would take for a text.
_BEGINNING = ".journalgen-writing-"
# By then nobody waits any more: whoever made it was killed.
_LEFT_AFTER = 3600.0


def beside(path: Path) -> Path:
    """Return the name of a file that is to wait beside another; no two are called the same."""
    return path.with_name(_BEGINNING + secrets.token_hex(8))


def delete_left(path: Path) -> None:
    """Delete a file that waited beside an entry, if it is there. Nothing but such a file is touched."""
    with contextlib.suppress(OSError):
        if path.name.startswith(_BEGINNING) and modes.S_ISREG(path.lstat().st_mode):
            disk.unlink(os.fspath(path))


def clear_folder(folder: Path) -> None:
    """Delete what killed processes left waiting in a folder."""
    with contextlib.suppress(OSError):
        for path in folder.glob(_BEGINNING + "*"):
            if time.time() - path.lstat().st_mtime > _LEFT_AFTER:
                delete_left(path)
