"""What is found in an output folder; links are seen and never followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator

from journalgen.output.manifest import Stamp
from journalgen.output.paths import STAGING

# Left behind by file managers that merely looked at a folder.
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_JUNCTION = 0xA0000003


def is_real_folder(status: os.stat_result) -> bool:
    """Say whether this is a folder itself, and neither a link to one nor what Windows calls a junction."""
    return stat.S_ISDIR(status.st_mode) and getattr(status, "st_reparse_tag", 0) != _JUNCTION


class Folders:
    """The folders within an output folder: whether they are there with no link on the way, each asked for once."""

    def __init__(self, output: str) -> None:
        self._output = output
        self._real: dict[str, bool] = {}

    def are_real(self, folder: str) -> bool:
        """Say whether the folder and all above it are real, up to the output folder and including it."""
        real = self._real.get(folder)
        if real is None:
            above = not folder or self.are_real(folder.rpartition("/")[0])
            try:
                real = above and is_real_folder(os.lstat(f"{self._output}/{folder}" if folder else self._output))
            except OSError:
                real = False
            self._real[folder] = real
        return real


def found(output: str, paths: Iterable[str]) -> dict[str, Stamp]:
    """Return size and time of those paths that are files of the output folder.

    Each is asked for by its name (at 10,000 files that takes two thirds of the time of listing all folders), which also
    finds it on file systems that keep names in another Unicode form.
    """
    folders = Folders(output)
    stamps: dict[str, Stamp] = {}
    for path in paths:
        if folders.are_real(path[: max(path.rfind("/"), 0)]):
            try:
                status = os.lstat(f"{output}/{path}")
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                stamps[path] = (status.st_size, status.st_mtime_ns)
    return stamps


def listing(output: str, folder: str = "") -> Iterator[str]:
    """Yield the path of everything in the output folder that is no folder, in order, without what file managers leave.

    Nor are the temporary files listed that a build which was stopped left behind: their names are our own.
    """
    try:
        with os.scandir(f"{output}/{folder}") as entries:
            inside = sorted(entries, key=lambda each: each.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in inside:
        path = folder + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from listing(output, f"{path}/")
        elif entry.name not in _LITTER and not (folder == f"{STAGING}/" and entry.name.isdigit()):
            yield path
