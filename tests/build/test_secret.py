from __future__ import annotations

import stat
from pathlib import Path

import pytest

from journalgen.build.secret import read_or_make_search_folder, read_or_make_secret
from tests.journals import JournalFolder


def test_a_key_is_made_once_for_its_owner(tmp_path: Path) -> None:
    made = read_or_make_secret(tmp_path)
    assert len(made) == 32
    assert read_or_make_secret(tmp_path) == made
    assert [path.name for path in tmp_path.iterdir()] == ["names.key"]
    assert stat.S_IMODE((tmp_path / "names.key").stat().st_mode) == 0o600


def test_the_folder_of_what_is_searched_is_named_once_and_for_its_owner(tmp_path: Path) -> None:
    name = read_or_make_search_folder(tmp_path)
    assert len(bytes.fromhex(name)) == 16
    assert read_or_make_search_folder(tmp_path) == name
    assert stat.S_IMODE((tmp_path / "search.key").stat().st_mode) == 0o600
    (tmp_path / "search.key").unlink()
    assert read_or_make_search_folder(tmp_path) != name


@pytest.mark.parametrize("data", [b"", b"short", b"x" * 33])
def test_one_that_was_cut_short_is_made_anew(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "names.key").write_bytes(data)
    assert len(read_or_make_secret(tmp_path)) == 32


def test_it_is_made_only_where_names_are_hidden(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "A day.\n").build()
    key = journal.path / ".journalgen" / "names.key"
    assert not key.exists()
    journal.write("journal.toml", "[site]\nplain_names = true\n").build()
    assert key.exists()
    assert not list(journal.site.rglob("*.key"))
