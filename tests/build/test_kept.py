from __future__ import annotations

from pathlib import Path

import pytest

from journalgen.build.kept import write_kept


def test_a_file_takes_the_place_of_the_last_and_is_its_owners(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_bytes(b"before, and longer")
    write_kept(file, b"af", b"ter")
    assert file.read_bytes() == b"after"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]


def test_what_can_not_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_bytes(b"before")
    with pytest.raises(OSError, match="No such file"):
        write_kept(tmp_path / "nowhere" / "kept", b"after")
    assert file.read_bytes() == b"before"
