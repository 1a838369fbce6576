"""By what a database is known again that nobody has written to since: a number that SQLite counts up with every commit."""

from __future__ import annotations

import os

# Where the number stands in the file, and what the file begins with: https://www.sqlite.org/fileformat2.html#the_database_header
_HEADER = 100
_COUNTER = slice(24, 28)
_MAGIC = b"SQLite format 3\0"


def revision(path: str | os.PathLike[str]) -> bytes | None:
    """Return what a database file has to be recognised by, or None where there is none that could be told.

    It changes with every commit of any process, as long as the database is in none of the modes with a log beside it.
    """
    try:
        with open(path, "rb", buffering=0) as file:
            header = file.read(_HEADER)
            inode = os.fstat(file.fileno()).st_ino
    except OSError:
        return None
    if not header.startswith(_MAGIC):
        return None
    return b"%d:%b" % (inode, header[_COUNTER])
