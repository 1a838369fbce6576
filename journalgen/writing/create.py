"""Files made anew, whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from journalgen.refusal import refused
from journalgen.writing.beside import beside, clear_folder

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def create(path: Path, text: str) -> bool:
    """Write a file that is not there yet and return True, or return False and leave it alone where it is.

    A write that fails (a full disk) or is killed leaves no half of it. Raises `Refusal`. Of two at once, one wins.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        # Also where a file stands in the folder's place: that the entry's own file is there would be another thing.
        raise refused(error, path.parent) from error
    if os.path.lexists(path):
        return False
    clear_folder(path.parent)
    waiting = beside(path)
    try:
        _write(waiting, text)
        try:
            # Unlike a renamed one, a link takes nobody's place.
            os.link(waiting, path)
        except FileExistsError:
            return False
        except OSError:
            # A disk without links, as USB sticks are: there a kill may leave half of a new file, and no other is touched.
            return _write_in_place(path, text)
    except OSError as error:
        raise refused(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            waiting.unlink()
    return True


def _write_in_place(path: Path, text: str) -> bool:
    try:
        _write(path, text)
    except FileExistsError:
        return False
    return True


def _write(path: Path, text: str) -> None:
    """Write a new file; what could not be written whole is taken away again. Raises `OSError`."""
    descriptor = os.open(path, _NEW, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
