"""What was parsed before: entries, their rendered texts and what is seen of these, in a database that is safe to delete.

It is never trusted when it is damaged or from another version or configuration: then it is begun anew. Rows carry a
checksum, texts are found by their digest and checked against it. SQLite and MessagePack, never pickle: whoever can write the
folder must not be able to run code. Deleted rows are overwritten, so that a deleted entry does not stay behind here.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from journalgen.digests import digest as digest_of
from journalgen.output.revision import revision
from journalgen.refusal import Refusal
from journalgen.source.files import TOO_YOUNG, Stamp

NAME = "cache.sqlite"
# Of what older versions of SQLite take in one statement.
_AT_ONCE = 900
_SCHEMA = """
CREATE TABLE version (version BLOB NOT NULL);
CREATE TABLE entries (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
    read_at INTEGER NOT NULL, data BLOB NOT NULL, digest BLOB NOT NULL, body BLOB NOT NULL,
    row BLOB NOT NULL, checksum INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX body ON entries (body);
CREATE TABLE bodies (digest BLOB PRIMARY KEY, html TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE plains (path TEXT PRIMARY KEY, plain TEXT NOT NULL);
"""


_ROWS = "SELECT path, size, modified, changed, read_at, data, digest, body, row, checksum FROM entries"

# What the machine refuses; any other error of SQLite means that the database is not what we wrote.
_REFUSALS = frozenset(
    (
        sqlite3.SQLITE_FULL, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN,
    )
)  # fmt: skip


def is_refusal(error: sqlite3.Error) -> bool:
    """Return whether the machine refused, as with a full disk, so that the database itself may be sound."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF in _REFUSALS and code != sqlite3.SQLITE_IOERR_SHORT_READ


class Row(Struct, frozen=True, gc=False):
    """One parsed file: its stamp and when it was read (ns), the digest of its bytes, the entry as encoded and its digest."""

    path: str
    stamp: Stamp
    read_at: int
    data: bytes
    digest: bytes
    body: bytes
    entry: bytes

    def is_trusted(self) -> bool:
        """Return whether an unchanged stamp proves unchanged bytes."""
        return self.stamp.latest + TOO_YOUNG < self.read_at


class NewRow(Struct, frozen=True, gc=False):
    """A row to keep, with the rendered text that its entry has and the text that is seen."""

    row: Row
    html: str
    plain: str


class Cache:
    """The cache of one state folder; must be closed."""

    def __init__(self, state: Path, version: bytes) -> None:
        self._path = state / NAME
        self._version = version
        try:
            self._database = self._connect()
        except (sqlite3.DatabaseError, ValueError):
            self._discard()
            self._database = self._connect()

    @property
    def folder(self) -> Path:
        """Return the state folder that the cache lies in."""
        return self._path.parent

    @property
    def revision(self) -> bytes | None:
        """Return by what the cache is known again that nobody has written to since; None where that can't be told."""
        return revision(self._path)

    def _connect(self) -> sqlite3.Connection:
        if not self._path.exists():
            self._path.touch(mode=0o600)
        if self._path.stat().st_mode & 0o077:
            # As a backup may have put it back.
            with suppress(PermissionError):
                self._path.chmod(0o600)
        database = sqlite3.connect(self._path, isolation_level=None)
        try:
            self._prepare(database)
        except BaseException:
            database.close()
            raise
        return database

    def _prepare(self, database: sqlite3.Connection) -> None:
        database.execute("PRAGMA secure_delete = ON")
        database.execute("PRAGMA synchronous = NORMAL")
        if not database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            database.executescript("BEGIN;" + _SCHEMA + "COMMIT;")
            database.execute("INSERT INTO version VALUES (?)", (self._version,))
        if database.execute("SELECT version FROM version").fetchall() != [(self._version,)]:
            raise ValueError("another version")

    def _discard(self) -> None:
        for suffix in ("", "-journal", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                self._path.with_name(NAME + suffix).unlink()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def rows(self) -> dict[str, Row]:
        """Return every row by its path; damaged ones are left out, and so parsed again."""
        return self._whole(self._all(_ROWS))

    def some_rows(self, paths: Sequence[str]) -> dict[str, Row]:
        """Return the rows of some files by their paths, without those that are not there whole."""
        return self._whole(self._of_files(_ROWS, paths))

    def _all(self, select: str) -> Iterator[sqlite3.Cursor]:
        yield self._database.execute(select)

    def _of_files(self, select: str, paths: Sequence[str]) -> Iterator[sqlite3.Cursor]:
        """Yield what a statement selects of some files, in as many parts as it takes."""
        for start in range(0, len(paths), _AT_ONCE):
            some = paths[start : start + _AT_ONCE]
            yield self._database.execute(f"{select} WHERE path IN ({','.join('?' * len(some))})", some)

    def _whole(self, parts: Iterable[sqlite3.Cursor]) -> dict[str, Row]:
        found: dict[str, Row] = {}
        try:
            for part in parts:
                for path, size, modified, changed, read_at, data, digest, body, entry, checksum in part:
                    if zlib.crc32(entry, zlib.crc32(digest)) == checksum:
                        found[path] = Row(path, Stamp(size, modified, changed), read_at, data, digest, body, entry)
        except (sqlite3.DatabaseError, TypeError, AttributeError, UnicodeError):
            self._begin_anew()
            return {}
        return found

    def forget_everything(self) -> None:
        """Empty the cache: what it held was damaged."""
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._database.close()
        self._discard()
        self._database = self._connect()

    def body(self, digest: bytes) -> str | None:
        """Return the rendered text of that digest, or None where it is not here whole."""
        try:
            found = self._database.execute("SELECT html FROM bodies WHERE digest = ?", (digest,)).fetchone()
        except (sqlite3.DatabaseError, UnicodeError):
            return None
        text = found[0] if found else None
        if not isinstance(text, str) or digest_of(text.encode()) != digest:
            return None
        return text

    def plains(self, digests: Mapping[str, bytes]) -> dict[str, str]:
        """Return the texts that are seen of some files' entries, by path; without those that are not the ones of the digests."""
        paths = tuple(digests)
        found: dict[str, str] = {}
        try:
            for part in self._of_files("SELECT path, plain FROM plains", paths):
                found.update(part)
        except (sqlite3.DatabaseError, UnicodeError, TypeError, ValueError):
            return {}
        return {
            path: text
            for path, text in found.items()
            if isinstance(text, str) and digest_of(text.encode()) == digests.get(path)
        }

    def update(self, new: Iterable[NewRow], stamps: Iterable[Row], gone: Sequence[str]) -> None:
        """Keep new rows with their texts, renew the stamps of rows that were read again, forget files that are gone.

        Where the database turns out to be damaged, it is begun anew and `cache-damaged` refused: everything has to be
        parsed again.
        """
        database = self._database
        new = tuple(new)
        database.execute("BEGIN")
        try:
            paths = [*gone, *(each.row.path for each in new)]
            before = {row for part in self._of_files("SELECT body FROM entries", paths) for row in part}
            for table in ("entries", "plains"):
                database.executemany(f"DELETE FROM {table} WHERE path = ?", ((path,) for path in gone))  # noqa: S608 -- ours
            for each in new:
                row = each.row
                checksum = zlib.crc32(row.entry, zlib.crc32(row.digest))
                stamp = row.stamp
                database.execute(
                    "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        row.path, stamp.size, stamp.modified, stamp.changed, row.read_at, row.data, row.digest, row.body,
                        row.entry, checksum,
                    ),
                )  # fmt: skip
                database.execute("INSERT OR REPLACE INTO bodies VALUES (?, ?)", (row.body, each.html))
                database.execute("INSERT OR REPLACE INTO plains VALUES (?, ?)", (row.path, each.plain))
            database.executemany(
                "UPDATE entries SET size = ?, modified = ?, changed = ?, read_at = ? WHERE path = ?",
                (
                    (row.stamp.size, row.stamp.modified, row.stamp.changed, row.read_at, row.path)
                    for row in stamps
                ),
            )  # fmt: skip
            database.executemany(
                "DELETE FROM bodies WHERE digest = ?1 AND NOT EXISTS (SELECT 1 FROM entries WHERE body = ?1)", before
            )
            database.execute("COMMIT")
        except BaseException as error:
            with suppress(sqlite3.Error):
                database.execute("ROLLBACK")
            if isinstance(error, sqlite3.DatabaseError) and not is_refusal(error):
                self._begin_anew()
                raise Refusal("cache-damaged") from error
            raise
