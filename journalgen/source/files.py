"""The bytes of a journal's files."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

# A little over what is ever parsed, so that a 50 MB file costs no memory; the parser says that it is too large.
READ_AT_MOST = 2_000_001


# A file changed within this time (ns) of being read may have changed again without its stamp telling: file systems count in
# steps of up to 2 s, as FAT does.
TOO_YOUNG = 2_500_000_000


class Stamp(Struct, frozen=True, gc=False):
    """What the file system says of a file's state: its size, and when its data and its record last changed, in ns.

    The second time (`st_ctime`) sees an edit that sets the first back; Windows keeps the time of creation there, which does no
    harm.
    """

    size: int
    modified: int
    changed: int

    @staticmethod
    def of(stat: os.stat_result) -> Stamp:
        """Return the stamp in a stat result."""
        return Stamp(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)

    @property
    def latest(self) -> int:
        """Return the later of the two times."""
        return max(self.modified, self.changed)


class Contents(Struct, frozen=True):
    """The first bytes of a file (all of them, but for an enormous one), with its stamp when it was read."""

    data: bytes
    stamp: Stamp


def read(journal: Path, path: str) -> Contents | None:
    """Return what a file holds, or None where it is no longer there; raises `OSError` where it cannot be read."""
    try:
        with (journal / path).open("rb") as file:
            stamp = Stamp.of(os.fstat(file.fileno()))
            return Contents(file.read(READ_AT_MOST), stamp)
    except FileNotFoundError:
        return None


def read_own(path: Path) -> bytes | None:
    """Return the bytes of a file of the journal's own, such as `journal.toml`, or None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
