from __future__ import annotations

from pathlib import Path

import pytest

from journalgen.serve.mounts import lies_elsewhere

_LINE = "36 35 98:0 / {at} rw,noatime master:1 - {kind} source rw\n"


def _mounts(folder: Path, *mounted: tuple[str, str]) -> Path:
    file = folder / "mountinfo"
    file.write_text("".join(_LINE.format(at=at, kind=kind) for at, kind in mounted))
    return file


@pytest.mark.parametrize(
    ("kind", "elsewhere"), [("nfs4", True), ("fuse.sshfs", True), ("ext4", False), ("tmpfs", False)]
)
def test_the_kind_of_what_is_mounted_decides(tmp_path: Path, kind: str, elsewhere: bool) -> None:
    mounts = _mounts(tmp_path, ("/", "ext4"), (str(tmp_path), kind))
    assert lies_elsewhere(tmp_path / "journal", mounts) is elsewhere


def test_the_innermost_and_last_counts(tmp_path: Path) -> None:
    assert not lies_elsewhere(tmp_path, _mounts(tmp_path, ("/", "nfs4"), (str(tmp_path), "ext4")))
    assert lies_elsewhere(tmp_path, _mounts(tmp_path, (str(tmp_path), "ext4"), (str(tmp_path), "cifs")))


def test_a_name_that_only_begins_alike_is_another(tmp_path: Path) -> None:
    assert not lies_elsewhere(tmp_path / "journal-2", _mounts(tmp_path, ("/", "ext4"), (f"{tmp_path}/journal", "nfs")))


def test_names_with_spaces_are_understood(tmp_path: Path) -> None:
    (tmp_path / "my journal").mkdir()
    mounts = _mounts(tmp_path, ("/", "ext4"), (f"{tmp_path}/my\\040journal", "nfs"))
    assert lies_elsewhere(tmp_path / "my journal", mounts)


def test_where_the_system_does_not_say_it_is_taken_for_here(tmp_path: Path) -> None:
    assert not lies_elsewhere(tmp_path, tmp_path / "nothing")
