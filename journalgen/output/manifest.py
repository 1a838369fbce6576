"""The manifest: which files of an output folder are ours, and what was written to each.

It is a small SQLite database in the state folder, one for each output folder. A path whose fingerprint is NULL is
*unknown*: a build was about to change it, and nobody can tell how far that got. The database also keeps one record of
the last whole build, which is the caller's business; it is gone as soon as any path is unknown.

A database that cannot be made sense of counts as damaged; it is not touched until a build may begin (see `ownership`),
and then replaced. So is one that names a path outside the output: whoever can write here must not be able to delete
elsewhere.
"""

# Plain strings: to make a `Path` for each of ten thousand files takes longer than to look at them.

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from journalgen.output.paths import are_safe
from journalgen.output.revision import revision
from journalgen.refusal import Refusal, refused

Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds, by which a file is known again."""
Written = tuple[bytes, int, int] | tuple[None, None, None]
"""Fingerprint, size and time of a file as written; nothing of it is known where the fingerprint is None."""

UNKNOWN: Written = (None, None, None)
APPLICATION = 0x6A6F7572
VERSION = 1
_SCHEMA = (
    "CREATE TABLE files (path TEXT PRIMARY KEY, fingerprint BLOB, size INTEGER, mtime_ns INTEGER) WITHOUT ROWID",
    "CREATE TABLE record (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID",
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
)
# The machine's refusals; any other error of SQLite means that the database is not what we wrote.
_REFUSALS = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_PERM: "no-permission",
    sqlite3.SQLITE_READONLY: "no-permission",
    sqlite3.SQLITE_BUSY: "disk-error",
    sqlite3.SQLITE_LOCKED: "disk-error",
    sqlite3.SQLITE_NOMEM: "disk-error",
    sqlite3.SQLITE_IOERR: "disk-error",
    sqlite3.SQLITE_CANTOPEN: "disk-error",
}


class DamagedError(Exception):
    """The database is not one that we wrote, or no longer."""


def real_place(folder: str | os.PathLike[str]) -> str:
    """Return the absolute path of a folder with the links above it resolved, but not the folder itself."""
    above, name = os.path.split(os.path.abspath(folder))
    return os.path.join(os.path.realpath(above), name)


def manifest_path(output: Path, journal: Path, state: Path) -> str:
    """Return where the manifest of an output folder lies.

    Its name holds the place relative to the journal where both output and state move along with the journal, so that a
    journal that was moved keeps its manifest; else the absolute place, which no other journal shares.
    """
    home = os.path.join(os.path.realpath(journal), "")
    place, kept = real_place(output), os.path.realpath(state)
    if place.startswith(home) and kept.startswith(home):
        place = "in " + place.removeprefix(home).replace(os.sep, "/")
    digest = hashlib.blake2b(os.fsencode(place), digest_size=8).hexdigest()
    return os.path.join(kept, f"manifest-{digest}.sqlite")


def read_record(connection: sqlite3.Connection) -> bytes | None:
    """Return the record of the last whole build; raises `DamagedError` where the database is not one of ours."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if (application, version) != (APPLICATION, VERSION):
        raise DamagedError
    row = connection.execute("SELECT value FROM record WHERE name = 'build'").fetchone()
    if row is not None and not isinstance(row[0], bytes):
        raise DamagedError
    return row[0] if row else None


def _read_files(connection: sqlite3.Connection) -> dict[str, Written]:
    files: dict[str, Written] = {}
    # Ten thousand rows: nothing is made for a row but what is kept of it.
    for path, fingerprint, size, time in connection.execute("SELECT path, fingerprint, size, mtime_ns FROM files"):
        if type(path) is not str:
            raise DamagedError
        if type(fingerprint) is bytes and type(size) is int and type(time) is int:
            files[path] = (fingerprint, size, time)
        elif fingerprint is None:
            files[path] = UNKNOWN
        else:
            raise DamagedError
    if not are_safe(files):
        raise DamagedError
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DamagedError
    return files


class Manifest:
    """The manifest of one output folder, opened by the one build that may change it."""

    def __init__(self, path: str, last: Manifest | None = None) -> None:
        """Read the manifest; where it is missing or damaged, `files` is empty and nothing is written yet.

        `last` is the one that this process has closed before: where nobody has written since, it is not read again.
        """
        self.path = path
        self.files: dict[str, Written] = {}
        self.record: bytes | None = None
        self.is_missing = not os.path.exists(path) or not os.path.getsize(path)
        self.is_damaged = False
        self._connection: sqlite3.Connection | None = None
        self.known_by: bytes | None = None
        # Whether `files` is what the database holds, also after something went wrong.
        self._is_sure = True
        if last is not None and last.path == path and last.known_by is not None and last.known_by == revision(path):
            self.files, self.record = last.files, last.record
        elif not self.is_missing:
            self._read()

    def _read(self) -> None:
        try:
            connection = self._connect()
            self.record = read_record(connection)
            self.files = _read_files(connection)
        except (sqlite3.Error, DamagedError, UnicodeError, OverflowError) as error:
            self.close()
            if (refusal := self._refusal(error)) is not None:
                raise refusal from error
            self.is_damaged = True
            self.record, self.files = None, {}

    def _connect(self) -> sqlite3.Connection:
        if self._connection is None:
            try:
                os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
            except OSError as error:
                raise refused(error, self.path) from error
            self._connection = sqlite3.connect(self.path, isolation_level=None)
            # A commit has to outlast a power cut: FULL with TRUNCATE syncs the end of the rollback journal as well,
            # which plain FULL leaves to the folder. No WAL: a journal may lie on a network drive.
            self._connection.execute("PRAGMA journal_mode = TRUNCATE")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute("PRAGMA trusted_schema = OFF")
        return self._connection

    def _refusal(self, error: Exception) -> Refusal | None:
        code = getattr(error, "sqlite_errorcode", 0)
        if code == sqlite3.SQLITE_IOERR_SHORT_READ or code & 0xFF not in _REFUSALS:
            return None
        name = _REFUSALS[code & 0xFF]
        if name == "disk-error":
            return Refusal(name, path=self.path, why=error)
        return Refusal(name, path=self.path)

    def _transact(self, *steps: tuple[str, Iterable[tuple[object, ...]]]) -> None:
        """Do all or nothing of the steps, and have it on the disk when this returns."""
        try:
            connection = self._connect()
            connection.execute("BEGIN IMMEDIATE")
            try:
                if self.is_missing or self.is_damaged:
                    for statement in _SCHEMA:
                        connection.execute(statement)
                for statement, rows in steps:
                    connection.executemany(statement, rows)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            # Damage that reading did not meet: the next build will, when it checks the whole.
            raise self._refusal(error) or Refusal("disk-error", path=self.path, why=error) from error
        self.is_missing = self.is_damaged = False

    def mark_unknown(self, paths: Iterable[str]) -> None:
        """Note that the paths are about to change, and forget the record, before anything else is done."""
        marked = dict.fromkeys(paths, UNKNOWN)
        self._is_sure = False
        if self.is_damaged:
            self.close()
            for end in ("", "-journal", "-wal", "-shm"):
                Path(self.path + end).unlink(missing_ok=True)
        self._transact(
            ("DELETE FROM record", [()]),
            ("INSERT OR REPLACE INTO files VALUES (?, NULL, NULL, NULL)", ((path,) for path in marked)),
        )
        self.files.update(marked)
        self.record = None
        self._is_sure = True

    def finish(self, written: Mapping[str, Written], removed: Iterable[str], record: bytes) -> None:
        """Note what became of the paths, and the record of the whole build."""
        removed = tuple(removed)
        self._is_sure = False
        self._transact(
            ("DELETE FROM files WHERE path = ?", ((path,) for path in removed)),
            ("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", ((path, *each) for path, each in written.items())),
            ("INSERT OR REPLACE INTO record VALUES ('build', ?)", [(record,)]),
        )
        for path in removed:
            self.files.pop(path, None)
        self.files.update(written)
        self.record = record
        self._is_sure = True

    def close(self) -> None:
        """Close the database; a second time does nothing."""
        if self._is_sure and not self.is_missing and not self.is_damaged:
            self.known_by = revision(self.path)
        if self._connection is not None:
            self._connection.close()
            self._connection = None
