from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journalgen.output.manifest import UNKNOWN, Manifest, manifest_path
from journalgen.refusal import Refusal
from tests.output.places import Place


@pytest.fixture
def path(tmp_path: Path) -> str:
    manifest = Manifest(str(tmp_path / "manifest.sqlite"))
    assert manifest.is_missing
    manifest.mark_unknown(["a", "b"])
    manifest.finish({"a": (b"print", 10, 2**62)}, ["b"], b"record")
    manifest.close()
    return manifest.path


def _read(path: str) -> Manifest:
    manifest = Manifest(path)
    manifest.close()
    return manifest


def test_what_was_finished_is_known(path: str) -> None:
    manifest = _read(path)
    assert manifest.files == {"a": (b"print", 10, 2**62)}
    assert manifest.record == b"record"
    assert not manifest.is_missing
    assert not manifest.is_damaged


def test_marking_forgets_the_record(path: str) -> None:
    manifest = Manifest(path)
    manifest.mark_unknown(["a", "c"])
    assert manifest.record is None
    manifest.close()
    again = _read(path)
    assert again.files == manifest.files == {"a": UNKNOWN, "c": UNKNOWN}
    assert again.record is None


def test_nothing_is_written_before_it_is_marked(tmp_path: Path) -> None:
    _read(str(tmp_path / "manifest.sqlite"))
    assert list(tmp_path.iterdir()) == []


def _execute(statement: str) -> Callable[[Path], object]:
    def damage(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(statement)

    return damage


DAMAGES: list[Callable[[Path], object]] = [
    lambda path: path.write_bytes(b"garbage" * 1000),
    lambda path: path.write_bytes(path.read_bytes()[:100]),
    lambda path: path.write_bytes(path.read_bytes()[:5000]),
    lambda path: path.write_bytes(path.read_bytes()[:4096] + b"\xaa" * 8192),
    _execute("PRAGMA user_version = 99"),
    _execute("PRAGMA application_id = 99"),
    _execute("DROP TABLE files"),
    _execute("DROP TABLE record"),
    _execute("ALTER TABLE files RENAME COLUMN size TO length"),
    _execute("UPDATE files SET fingerprint = 'text'"),
    _execute("UPDATE files SET size = 'text'"),
    _execute("UPDATE files SET mtime_ns = NULL"),
    _execute("UPDATE files SET mtime_ns = 1.5"),
    _execute("UPDATE files SET path = x'00ff'"),
    _execute("UPDATE files SET path = CAST(x'ff' AS TEXT)"),
    _execute("UPDATE files SET path = '../outside'"),
    _execute("UPDATE files SET path = '/etc/passwd'"),
    _execute("UPDATE record SET value = 'text'"),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_noticed_and_mended_by_the_next_build(path: str, damage: Callable[[Path], object]) -> None:
    damage(Path(path))
    before = Path(path).read_bytes()
    manifest = Manifest(path)
    assert (manifest.is_damaged, manifest.files, manifest.record) == (True, {}, None)
    assert Path(path).read_bytes() == before
    manifest.mark_unknown(["a"])
    manifest.finish({"a": (b"print", 1, 2)}, (), b"record")
    manifest.close()
    assert _read(path).files == {"a": (b"print", 1, 2)}


def test_an_empty_file_is_a_build_that_never_began(path: str) -> None:
    Path(path).write_bytes(b"")
    assert Manifest(path).is_missing


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.integers(0, 12287), what=st.binary(min_size=1, max_size=40), end=st.booleans())
def test_no_damage_crashes(path: str, place: int, what: bytes, end: bool) -> None:
    content = Path(path).read_bytes()
    damaged = content[:place] + what + (b"" if end else content[place + len(what) :])
    copy = Path(path).with_name("damaged.sqlite")
    copy.write_bytes(damaged)
    manifest = Manifest(str(copy))
    manifest.mark_unknown(["a"])
    manifest.close()
    assert not _read(str(copy)).is_damaged
    copy.unlink()


def test_an_error_in_the_midst_takes_all_back(path: str) -> None:
    manifest = Manifest(path)
    with pytest.raises(Refusal, match="disk-error"):
        manifest.finish({"new": (b"print", 1, "not", "four")}, ["a"], b"other")  # type: ignore[dict-item]
    manifest.close()
    assert _read(path).files == {"a": (b"print", 10, 2**62)}


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_FULL, "disk-full"),
        (sqlite3.SQLITE_READONLY, "no-permission"),
        (sqlite3.SQLITE_IOERR_WRITE, "disk-error"),
        (sqlite3.SQLITE_CORRUPT, "disk-error"),
    ],
)
def test_what_the_machine_refuses(path: str, number: int, code: str) -> None:
    error = sqlite3.OperationalError("said so")
    error.sqlite_errorcode = number
    manifest = Manifest(path)
    with mock.patch.object(manifest, "_connect", side_effect=error), pytest.raises(Refusal) as refusal:
        manifest.mark_unknown(["a"])
    manifest.close()
    assert refusal.value.code == code
    assert manifest.files == {"a": (b"print", 10, 2**62)}


def test_what_cannot_be_read_is_not_damage(path: str) -> None:
    error = sqlite3.OperationalError("said so")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    with mock.patch.object(Manifest, "_connect", side_effect=error), pytest.raises(Refusal, match="disk-error"):
        Manifest(path)


def test_each_output_has_its_own(here: Place) -> None:
    paths = {manifest_path(here.journal / name, here.journal, here.state) for name in ("site", "other", "a/site")}
    assert len(paths) == 3


def test_a_moved_journal_keeps_its_manifest(here: Place) -> None:
    here.build({"a": b"1"})
    moved = Place(here.journal.with_name("moved"))
    shutil.move(here.journal, moved.journal)
    assert moved.quick() == (b"record", True)
    assert moved.changes({"a": b"1"}).is_unchanged


def test_a_state_folder_elsewhere_may_serve_two_journals(tmp_path: Path) -> None:
    names = {manifest_path(tmp_path / name / "site", tmp_path / name, tmp_path / "state") for name in ("one", "two")}
    assert len(names) == 2
