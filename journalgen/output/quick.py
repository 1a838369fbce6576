"""Whether anything has happened to a site since it was written, told as fast as can be.

Here stands only what that takes, and imports stay few: most builds find that there is nothing to do.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from journalgen.output.manifest import DamagedError, manifest_path, read_record, real_place
from journalgen.output.paths import all_folders
from journalgen.output.tree import Folders

_FILE_KIND = 0o170000
_PLAIN_FILE = 0o100000


def quick_state(
    output: Path, journal: Path, state: Path, is_current: Callable[[bytes], bool] = lambda _: True
) -> tuple[bytes | None, bool]:
    """Return the record of the last whole build, and whether every file is there as that build wrote it.

    The files are not looked at where `is_current` says of the record that it is out of date anyhow.

    Takes no lock and changes nothing; whatever goes wrong means that the site is not intact, so that a build looks into
    it. A build that is under way has taken the record away.
    """
    try:
        manifest = Path(manifest_path(output, journal, state)).as_uri()
        with closing(sqlite3.connect(f"{manifest}?mode=ro", uri=True, timeout=0)) as connection:
            record = read_record(connection)
            if record is None or not is_current(record):
                return record, False
            written = connection.execute("SELECT path, size, mtime_ns FROM files")
            return record, is_intact(real_place(output), written)
    except (sqlite3.Error, DamagedError, OSError, TypeError):
        return None, False


def is_intact(output: str, written: Iterable[tuple[str, int | None, int | None]]) -> bool:
    """Return whether files are there just as they were written, with no link on the way; of each its path, size and time (ns)."""
    lstat, beginning = os.lstat, f"{output}/"
    paths = []
    for path, size, mtime_ns in written:
        try:
            status = lstat(beginning + path)
        except (OSError, ValueError):
            return False
        if status.st_mtime_ns != mtime_ns or status.st_size != size or status.st_mode & _FILE_KIND != _PLAIN_FILE:
            return False
        paths.append(path)
    folders = Folders(output)
    return all(folders.are_real(folder) for folder in ("", *all_folders(paths)))
