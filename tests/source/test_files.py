from __future__ import annotations

import os
from pathlib import Path

import pytest

from journalgen.source.files import READ_AT_MOST, Stamp, read, read_own


def test_a_files_bytes_come_with_its_stamp(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xffwords")
    contents = read(tmp_path, "a.md")
    assert contents is not None
    assert contents.data == b"\xffwords"
    assert contents.stamp == Stamp.of((tmp_path / "a.md").stat())
    assert contents.stamp.latest == max(contents.stamp.modified, contents.stamp.changed)


def test_a_file_that_is_gone_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, "a.md") is None
    assert read_own(tmp_path / "journal.toml") is None


def test_an_enormous_file_is_read_only_as_far_as_it_is_shown(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        os.truncate(file.fileno(), 50_000_000)
    contents = read(tmp_path, "a.md")
    assert contents is not None
    assert len(contents.data) == READ_AT_MOST
    assert contents.stamp.size == 50_000_000


def test_what_cannot_be_read_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(OSError):
        read(tmp_path, "a.md")
