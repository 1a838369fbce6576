from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from journalgen.output.revision import revision


def _write(path: Path, value: int) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("CREATE TABLE IF NOT EXISTS t (v)")
        database.execute("INSERT INTO t VALUES (?)", (value,))


def test_every_commit_makes_another(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    found = []
    for value in range(5):
        _write(file, value)
        found.append(revision(file))
    assert None not in found
    assert len(set(found)) == 5


def test_reading_makes_none(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    _write(file, 1)
    before = revision(file)
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT v FROM t").fetchall() == [(1,)]
    assert revision(file) == before


def test_another_file_of_the_same_content_is_another(tmp_path: Path) -> None:
    file, other = tmp_path / "a.sqlite", tmp_path / "b.sqlite"
    _write(file, 1)
    other.write_bytes(file.read_bytes())
    assert revision(other) != revision(file)


def test_what_is_no_database_has_none(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("SQLite")
    assert revision(tmp_path / "text") is None
    assert revision(tmp_path / "nothing") is None
