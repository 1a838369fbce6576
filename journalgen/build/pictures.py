"""The pictures that were made before, in a database that is safe to delete: a picture that did not change is not opened again.

Kept by the digest of the file's content, under a version that is the recipe. What is read is checked against its digest. Deleted
rows are overwritten, so that a picture that was deleted does not stay behind here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from journalgen.build.cache import is_refusal
from journalgen.digests import digest as digest_of
from journalgen.media.forms import Form, Made
from journalgen.refusal import Refusal
from journalgen.source.files import TOO_YOUNG, Stamp

NAME = "cache-pictures.sqlite"
_SCHEMA = """
CREATE TABLE version (version BLOB NOT NULL);
CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
    read_at INTEGER NOT NULL, content BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE made (content BLOB PRIMARY KEY, made BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE forms (content BLOB NOT NULL, ending TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (content, ending));
"""
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Made).decode


class KnownFile(Struct, frozen=True):
    """A file of the journal: its stamp, when it was read (ns), and the digest of its content."""

    stamp: Stamp
    read_at: int
    content: bytes

    def is_trusted(self) -> bool:
        """Return whether an unchanged stamp proves unchanged bytes."""
        return self.stamp.latest + TOO_YOUNG < self.read_at


class Pictures:
    """The pictures of one state folder; must be closed."""

    def __init__(self, state: Path, recipe: bytes) -> None:
        self._path = state / NAME
        self._recipe = recipe
        try:
            self._database = self._connect()
        except (sqlite3.DatabaseError, ValueError) as error:
            if isinstance(error, sqlite3.Error) and is_refusal(error):
                raise
            self._discard()
            self._database = self._connect()

    def _connect(self) -> sqlite3.Connection:
        if not self._path.exists():
            self._path.touch(mode=0o600)
        if self._path.stat().st_mode & 0o077:
            # As a backup may have put it back.
            with suppress(PermissionError):
                self._path.chmod(0o600)
        database = sqlite3.connect(self._path, isolation_level=None)
        try:
            database.execute("PRAGMA auto_vacuum = FULL")
            database.execute("PRAGMA secure_delete = ON")
            database.execute("PRAGMA synchronous = NORMAL")
            if not database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                database.executescript("BEGIN;" + _SCHEMA + "COMMIT;")
                database.execute("INSERT INTO version VALUES (?)", (self._recipe,))
            if database.execute("SELECT version FROM version").fetchall() != [(self._recipe,)]:
                raise ValueError("another recipe")  # noqa: TRY301 -- as for a database that is damaged
        except BaseException:
            database.close()
            raise
        return database

    def _discard(self) -> None:
        for suffix in ("", "-journal", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                self._path.with_name(NAME + suffix).unlink()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def _damaged(self) -> Refusal:
        self._database.close()
        self._discard()
        self._database = self._connect()
        return Refusal("cache-damaged")

    def files(self) -> dict[str, KnownFile]:
        """Return every file that was read, by its path; refuses (`cache-damaged`) where that can't be told."""
        try:
            rows = self._database.execute("SELECT path, size, modified, changed, read_at, content FROM files")
            return {
                path: KnownFile(Stamp(size, modified, changed), read_at, content)
                for path, size, modified, changed, read_at, content in rows
            }
        except (sqlite3.DatabaseError, UnicodeError) as error:
            if isinstance(error, sqlite3.Error) and is_refusal(error):
                raise
            raise self._damaged() from error

    def made(self) -> dict[bytes, Made]:
        """Return what became of every picture, by the digest of its content; refuses as `files` does."""
        try:
            rows = self._database.execute("SELECT content, made FROM made")
            return {content: _decode(data) for content, data in rows}
        except (sqlite3.DatabaseError, msgspec.MsgspecError, TypeError) as error:
            if isinstance(error, sqlite3.Error) and is_refusal(error):
                raise
            raise self._damaged() from error

    def form(self, content: bytes, form: Form) -> bytes:
        """Return the bytes of a form; refuses (`cache-damaged`) where they are lost: a build without the cache mends that."""
        try:
            query = "SELECT data FROM forms WHERE content = ? AND ending = ?"
            found = self._database.execute(query, (content, form.ending)).fetchone()
        except sqlite3.DatabaseError as error:
            if is_refusal(error):
                raise
            found = None
        data = found[0] if found else None
        if not isinstance(data, bytes) or digest_of(data) != form.digest:
            raise self._damaged()
        return data

    def keep(self, content: bytes, made: Made, forms: Mapping[str, bytes]) -> None:
        """Keep what became of a picture."""
        rows = ((content, ending, data) for ending, data in forms.items())
        self._change(
            ("INSERT OR REPLACE INTO forms VALUES (?, ?, ?)", rows),
            ("INSERT OR REPLACE INTO made VALUES (?, ?)", ((content, _encode(made)),)),
        )

    def update(self, files: Mapping[str, KnownFile], gone: Iterable[str]) -> None:
        """Keep what was read of files, forget files that are gone, and with them the pictures that no file has any more."""
        gone = tuple(gone)
        if not files and not gone:
            return
        rows = (
            (path, file.stamp.size, file.stamp.modified, file.stamp.changed, file.read_at, file.content)
            for path, file in files.items()
        )
        self._change(
            ("DELETE FROM files WHERE path = ?", ((path,) for path in gone)),
            ("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", rows),
            ("DELETE FROM made WHERE content NOT IN (SELECT content FROM files)", ((),)),
            ("DELETE FROM forms WHERE content NOT IN (SELECT content FROM files)", ((),)),
        )

    def _change(self, *statements: tuple[str, Iterable[tuple[object, ...]]]) -> None:
        database = self._database
        database.execute("BEGIN")
        try:
            for statement, rows in statements:
                database.executemany(statement, rows)
            database.execute("COMMIT")
        except BaseException as error:
            with suppress(sqlite3.Error):
                database.execute("ROLLBACK")
            if isinstance(error, sqlite3.DatabaseError) and not is_refusal(error):
                raise self._damaged() from error
            raise
