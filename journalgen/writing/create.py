"""Files made anew, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from journalgen.refusal import refused


def create(path: Path, text: str) -> bool:
    """Write a file that is not there yet and return True, or return False and leave it alone where it is.

    A write that fails (a full disk) leaves nothing behind. Raises `Refusal`. Exclusive creation: of two at once, one wins.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        # Also where a file stands in the folder's place: that the entry's own file is there would be another thing.
        raise refused(error, path.parent) from error
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        return False
    except OSError as error:
        raise refused(error, path) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
    except BaseException as error:
        path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise refused(error, path) from error
        raise
    return True
