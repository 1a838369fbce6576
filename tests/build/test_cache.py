from __future__ import annotations

import os
import sqlite3
import stat
import tempfile
from contextlib import closing
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journalgen.build import cache as cache_module
from journalgen.build import parsing
from journalgen.build.cache import NAME, Cache, NewRow, Row
from journalgen.refusal import Refusal
from journalgen.source.files import Contents, Stamp, read
from tests.journals import JournalFolder, written


def _new(path: str, body: bytes = b"b" * 16) -> NewRow:
    return NewRow(
        Row(path, Stamp(1, 2, 3), 4, b"data", b"digest", body, b"entry of " + path.encode()),
        "<p>text</p>",
        f"text of {path}",
    )


def _entries(journal: JournalFolder, number: int = 12) -> JournalFolder:
    for day in range(1, number + 1):
        journal.write(f"2026-02-{day:02}.md", f"---\nmood: 6\n---\nCanary {day}. " + "Words and words. " * 200)
    return journal


def _file(journal: JournalFolder) -> Path:
    return journal.path / ".journalgen" / NAME


def test_what_is_kept_comes_back_and_what_is_gone_does_not(tmp_path: Path) -> None:
    with closing(Cache(tmp_path, b"1")) as cache:
        cache.update([_new("a"), _new("b")], [], [])
        cache.update([], [Row("b", Stamp(9, 9, 9), 10, b"", b"", b"", b"")], ["a"])
    with closing(Cache(tmp_path, b"1")) as cache:
        rows = cache.rows()
        assert list(rows) == ["b"]
        assert (rows["b"].stamp, rows["b"].read_at, rows["b"].entry) == (Stamp(9, 9, 9), 10, b"entry of b")


def test_another_version_begins_anew(tmp_path: Path) -> None:
    with closing(Cache(tmp_path, b"1")) as cache:
        cache.update([_new("a")], [], [])
    with closing(Cache(tmp_path, b"2")) as cache:
        assert cache.rows() == {}


def test_a_text_that_is_not_what_its_digest_says_is_none(tmp_path: Path) -> None:
    with closing(Cache(tmp_path, b"1")) as cache:
        cache.update([_new("a")], [], [])
        assert cache.body(b"b" * 16) is None
        assert cache.body(b"unknown") is None


def test_a_row_that_was_changed_is_left_out(tmp_path: Path) -> None:
    with closing(Cache(tmp_path, b"1")) as cache:
        cache.update([_new("a"), _new("b")], [], [])
    with closing(sqlite3.connect(tmp_path / NAME)) as database, database:
        database.execute("UPDATE entries SET row = x'00' WHERE path = 'a'")
    with closing(Cache(tmp_path, b"1")) as cache:
        assert list(cache.rows()) == ["b"]


@pytest.mark.parametrize("before", [None, 0o644])
def test_only_the_owner_may_read_it(tmp_path: Path, before: int | None) -> None:
    if before:
        (tmp_path / NAME).touch()
        (tmp_path / NAME).chmod(before)
    Cache(tmp_path, b"1").close()
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE bodies",
        "DROP TABLE entries",
        "DROP TABLE version",
        "DELETE FROM bodies",
        "UPDATE bodies SET html = 'another'",
        "UPDATE bodies SET html = x'ff'",
        "UPDATE entries SET row = 7",
        "UPDATE entries SET body = x'00'",
        "UPDATE entries SET digest = 'text'",
        "DROP TABLE entries; CREATE TABLE entries (path, size, modified, changed, read_at, data, digest, body, row, checksum)",
        "ALTER TABLE entries RENAME COLUMN read_at TO other",
    ],
)
def test_a_damaged_one_is_never_trusted(journal: JournalFolder, damage: str) -> None:
    _entries(journal).build()
    before = journal.pages()
    with closing(sqlite3.connect(_file(journal))) as database:
        database.executescript(damage)
    (journal.site / "2026" / "02" / "03.html").unlink()
    journal.write("2026-02-05.md", "Another.\n")
    report = journal.build()
    assert report.entries == 12
    assert set(written(report)) >= {"2026/02/03.html", "2026/02/05.html"}
    assert journal.pages()["2026/02/03.html"] == before["2026/02/03.html"]
    assert not journal.build().written


@given(st.integers(0, 60), st.integers(1, 9000), st.sampled_from((b"\xff", b"\x00", b"a")), st.booleans())
@settings(max_examples=25, deadline=None)
def test_damaged_anywhere_it_is_never_trusted(at: int, length: int, filling: bytes, is_cut: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = _entries(JournalFolder(Path(folder) / "journal"))
        journal.build()
        wanted = journal.pages()
        data = _file(journal).read_bytes()
        start = len(data) * at // 60
        _file(journal).write_bytes(data[:start] if is_cut else data[:start] + filling * length + data[start + length :])
        for day in (2, 9):
            (journal.site / "2026" / "02" / f"{day:02}.html").unlink()
        journal.build()
        assert journal.pages() == wanted


def test_what_was_parsed_is_not_parsed_again(journal: JournalFolder) -> None:
    _entries(journal).build()
    parsed: list[str] = []
    real = parsing.parse_files

    def counted(how: parsing.Parsing, paths: list[str]) -> list[NewRow | None]:
        parsed.extend(paths)
        return real(how, paths)

    with mock.patch.object(parsing, "parse_files", counted):
        journal.write("2026-02-05.md", "Another.\n").write("2026-03-01.md", "New.\n")
        journal.build()
        journal.build(force=True)
    assert parsed == ["2026-02-05.md", "2026-03-01.md"]


def test_bytes_are_read_only_where_a_stamp_does_not_prove_them(journal: JournalFolder) -> None:
    _entries(journal)
    with mock.patch.object(cache_module, "TOO_YOUNG", 0):
        journal.build()
        journal.write("2026-02-05.md", "Another.\n")
        os.utime(journal.path / "2026-02-06.md", ns=(1, 1))
        opened: list[str] = []

        def counted(folder: Path, path: str) -> Contents | None:
            opened.append(path)
            return read(folder, path)

        with mock.patch.object(parsing, "read", counted):
            journal.build()
    assert set(opened) == {"2026-02-05.md", "2026-02-06.md"}


def test_a_deleted_text_does_not_stay_behind(journal: JournalFolder) -> None:
    _entries(journal, 3).write("2026-03-01.md", "Zanzibar secret.\n")
    journal.build()
    assert b"Zanzibar" in _file(journal).read_bytes()
    journal.delete("2026-03-01.md").build()
    for path in journal.path.rglob("*"):
        assert path.is_dir() or b"Zanzibar" not in path.read_bytes(), path


def test_a_folder_in_its_place_is_refused_in_words(journal: JournalFolder) -> None:
    _entries(journal, 1).build()
    _file(journal).unlink()
    _file(journal).mkdir()
    journal.write("2026-02-01.md", "Edited.\n")
    before = journal.pages()
    with pytest.raises(Refusal):
        journal.build()
    assert journal.pages() == before
