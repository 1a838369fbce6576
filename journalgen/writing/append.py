"""Text put behind what a file holds: the old bytes stay as they are, and the new ones are there whole or not at all.

The file is made anew beside the old one and takes its place in one step, as editors do it: written into the file itself, half
a paragraph would be left by a kill or a full disk. Who else wrote into it meanwhile is noticed, but for the instant between
the last look and that step, which no system lets a program close.
"""

from __future__ import annotations

import contextlib
import os
import stat as modes
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from journalgen.build.kept import write_kept
from journalgen.output import disk
from journalgen.output.lock import acquire
from journalgen.refusal import Refusal, refused
from journalgen.writing.beside import beside, delete_left

_LOCK = "writing.lock"
_NOTE = "writing.note"
_WAIT = 30.0
_TRIES = 20
_PLAINLY = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class _Held:
    """What a file held when it was read, and what the system says of it."""

    data: bytes
    stat: os.stat_result

    def is_still(self, other: _Held) -> bool:
        return self.data == other.data and os.path.samestat(self.stat, other.stat)


def append(path: Path, state: Path, addition: Callable[[bytes], bytes | None], *, wait: float = _WAIT) -> bool:
    """Put bytes behind what a file holds, and return whether that was done.

    `addition` is given what the file holds and returns what comes behind it, or None to leave the file alone; it is asked
    again where the file changed meanwhile. Mode, owner, extended attributes and a link that leads to the file stay. `state`
    is the journal's state folder: its lock lets one write at a time, and goes with its process. Raises `Refusal`; the file is
    as it was then.
    """
    with acquire(state / _LOCK, wait):
        _clear(state / _NOTE)
        for _ in range(_TRIES):
            # A link is followed first, so that it is the file that is replaced.
            target = Path(os.path.realpath(path))
            before = _read(target, path)
            added = addition(before.data)
            if added is None:
                return False
            if _put(target, before, added, state / _NOTE, path):
                return True
    raise Refusal("file-busy", path=path)


def _read(target: Path, path: Path) -> _Held:
    try:
        # A pipe of that name must not be waited for.
        with os.fdopen(os.open(target, os.O_RDONLY | _PLAINLY), "rb") as file:
            status = os.fstat(file.fileno())
            if not modes.S_ISREG(status.st_mode):
                raise Refusal("not-a-file", path=path)
            return _Held(file.read(), status)
    except OSError as error:
        raise refused(error, path) from error


def _put(target: Path, before: _Held, added: bytes, note: Path, path: Path) -> bool:
    """Put the longer file in the place of the old one, and return whether that was still what it had been."""
    waiting = beside(target)
    try:
        if not os.access(target, os.W_OK):
            # Its folder would let us, but whoever closed the file meant it.
            raise PermissionError(13, os.strerror(13))
        # What a kill leaves behind is known so to whoever writes next.
        write_kept(note, os.fsencode(waiting))
        disk.write_new(os.fspath(waiting), before.data + added)
        _dress(waiting, target, before.stat)
        if not _read(target, path).is_still(before):
            return False
        disk.replace(os.fspath(waiting), os.fspath(target))
        _settle(target.parent)
    except OSError as error:
        raise refused(error, path) from error
    finally:
        for each in (waiting, note):
            with contextlib.suppress(OSError):
                disk.unlink(os.fspath(each))
    return True


def _dress(waiting: Path, target: Path, status: os.stat_result) -> None:
    """Give a new file the owner, the attributes and the mode of the old one, and see that it is on the disk."""
    made = waiting.stat()
    if hasattr(os, "chown") and (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
        # Where that is not allowed it is refused: the file would be closed to those it is shared with.
        os.chown(waiting, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                with contextlib.suppress(OSError):
                    os.setxattr(waiting, name, os.getxattr(target, name))
    waiting.chmod(modes.S_IMODE(status.st_mode))
    descriptor = os.open(waiting, os.O_RDONLY | _PLAINLY)
    try:
        os.fsync(descriptor)
    except PermissionError:
        if os.name != "nt":  # Windows wants it open for writing; there the system's own delay has to do
            raise
    finally:
        os.close(descriptor)


def _settle(folder: Path) -> None:
    """See that a folder's new contents are on the disk, where the system can tell."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _clear(note: Path) -> None:
    """Delete the file that a killed process left beside an entry, if there is one. Nothing but such a file is touched."""
    with contextlib.suppress(OSError):
        delete_left(Path(os.fsdecode(note.read_bytes())))
    with contextlib.suppress(OSError):
        disk.unlink(os.fspath(note))
