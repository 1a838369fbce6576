"""The folder in the output where all files of a build are written before the first of them is moved to its place.

So a disk that fills up leaves the old site whole, and what a killed build leaves behind lies in one place. The files
are numbered: a name made from the page's own could be too long for the file system, and its folder may not be there
yet, or be a file still. The folder lies in the output so that a move stays within one file system.
"""

# Plain strings: to make a `Path` for each of ten thousand files takes longer than to look at them.

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable

from journalgen.output import disk
from journalgen.output.paths import STAGING
from journalgen.output.tree import is_real_folder
from journalgen.refusal import Refusal, refused


class Staging:
    """The files that wait to be moved to their places, and what earlier builds left waiting."""

    def __init__(self, output: str) -> None:
        self._output = output
        self._folder = f"{output}/{STAGING}"
        self._waiting: dict[str, str] = {}

    def open(self) -> None:
        """Begin with an empty folder."""
        self.clear()
        try:
            with contextlib.suppress(FileExistsError):
                disk.make_folder(self._folder)
        except OSError as error:
            raise refused(error, self._output) from error

    def add(self, path: str, content: bytes | Iterable[bytes]) -> tuple[int, int]:
        """Write the file that will be moved to `path`; return its size and time."""
        waiting = f"{self._folder}/{len(self._waiting)}"
        self._waiting[path] = waiting
        try:
            return disk.write_new(waiting, content)
        except OSError as error:
            raise refused(error, path) from error

    def place(self, path: str) -> None:
        """Move a file to its place."""
        target = f"{self._output}/{path}"
        try:
            disk.replace(self._waiting[path], target)
        except OSError as error:
            if not os.path.isdir(target) or os.path.islink(target):
                raise refused(error, target) from error
            try:
                disk.rmdir(target)
            except OSError as not_empty:
                # Ours are gone from there already.
                raise Refusal("in-the-way", path=target) from not_empty
            self.place(path)

    def clear(self) -> None:
        """Delete whatever waits, and the folder."""
        try:
            status = os.lstat(self._folder)
        except OSError:
            return
        if not is_real_folder(status):
            raise Refusal("path-outside", path=self._folder)
        try:
            with os.scandir(self._folder) as entries:
                left = [entry.path for entry in entries if entry.name.isdigit()]
            for path in left:
                disk.unlink(path)
        except OSError as error:
            raise refused(error, self._folder) from error
        with contextlib.suppress(OSError):  # holds what is not ours
            disk.rmdir(self._folder)
