"""One build at a time: a lock that the system holds for the process, and drops when the process dies."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from journalgen.refusal import Refusal, refused

_PAUSE = 0.05

if sys.platform == "win32":
    import msvcrt

    # Far behind the process number, which the one who waits must be able to read.
    _BYTE = 1 << 30

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EDEADLK):
                return False
            raise
        return True
else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Lock:
    """A lock that is held; it is let go by `release`, at the end of a `with`, or by the end of the process."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor: int | None = descriptor

    def release(self, *, remove: bool = False) -> None:
        """Let go, and with `remove` delete the file; a second time does nothing."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if remove and os.name != "nt":
            # While it is still held: whoever takes the lock meanwhile sees that its file is gone, and takes a new one.
            self._path.unlink(missing_ok=True)
        os.close(descriptor)
        if remove and os.name == "nt":
            try:
                self._path.unlink(missing_ok=True)
            except PermissionError:
                return  # someone else has it already, and Windows keeps it for them

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.release()


def _try(path: Path) -> Lock | None:
    """Return the lock where it is free and its file is still the one of that name."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if _take(descriptor) and _is_at(descriptor, path):
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, b"%d\n" % os.getpid())
            return Lock(path, descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _is_at(descriptor: int, path: Path) -> bool:
    """Say whether a file has not been deleted since it was opened."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _holder(path: Path) -> str:
    """Return the process number of whoever holds the lock, or nothing where that cannot be told."""
    try:
        text = path.read_bytes()[:20].strip()
    except OSError:
        return ""
    return text.decode() if text.isdigit() else ""


def acquire(path: Path, wait: float = 0.0, on_wait: Callable[[], None] = lambda: None) -> Lock:
    """Return the lock once it is free; refuse with `locked` where it is not after `wait` seconds.

    `on_wait` is called once, where there is need to wait.
    """
    until = time.monotonic() + wait
    waiting = False
    try:
        while (lock := _try(path)) is None:
            if time.monotonic() >= until:
                raise Refusal("locked", path=path, pid=_holder(path))
            if not waiting:
                waiting = True
                on_wait()
            time.sleep(_PAUSE)
    except OSError as error:
        raise refused(error, path) from error
    return lock
