from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from journalgen.build.build import build
from journalgen.build.folders import make_state, output_folder, read_settings, state_folder
from journalgen.model.config import Config
from journalgen.refusal import Refusal
from tests.cli.running import run
from tests.journals import TODAY, JournalFolder, tree


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder."""
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name, **_: tmp_path / "cache" / name)
    return tmp_path / "cache"


def _stop_writing(folder: Path, monkeypatch: pytest.MonkeyPatch, *, says_so: bool = True) -> None:
    """Let the system refuse all writing to a folder, as it does on a read-only disk also to root."""
    real_access, real_mkdir, real_open = os.access, os.mkdir, os.open

    def is_within(path: object) -> bool:
        return Path(os.path.abspath(os.fspath(path))).is_relative_to(folder)  # type: ignore[call-overload]  # noqa: PTH100

    def access(path: Any, mode: int, **more: Any) -> bool:
        return not (says_so and mode & os.W_OK and is_within(path)) and real_access(path, mode, **more)

    def mkdir(path: Any, *arguments: Any, **more: Any) -> None:
        if is_within(path) and not Path(path).exists():
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), path)
        real_mkdir(path, *arguments, **more)

    def opened(path: Any, flags: int, *arguments: Any, **more: Any) -> int:
        if is_within(path) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), path)
        return real_open(path, flags, *arguments, **more)

    monkeypatch.setattr(os, "access", access)
    monkeypatch.setattr(os, "mkdir", mkdir)
    monkeypatch.setattr(os, "open", opened)


@pytest.mark.parametrize("says_so", [True, False])
@pytest.mark.parametrize("has_state", [True, False])
def test_a_journal_that_may_not_be_written_to_is_built_elsewhere(
    journal: JournalFolder, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says_so: bool, has_state: bool
) -> None:
    if has_state and not says_so:
        pytest.skip("a folder that takes files is no longer read-only")
    journal.write("2026-03-14.md", "A day.\n")
    if has_state:
        journal.build()
    before = tree(journal.path)
    output = tmp_path / "elsewhere"
    _stop_writing(journal.path, monkeypatch, says_so=says_so)
    built = ("build", "--output", output, "--today", TODAY.isoformat())
    for command in (built, built, ("check",), ("stats",)):
        ran = run(command[0], journal.path, *command[1:])
        assert (ran.code, ran.err) == (0, "")
    assert tree(journal.path) == before
    assert (output / "2026" / "03" / "14.html").exists()
    (state,) = (path.parent for path in (cache / "journalgen").rglob("cache.sqlite"))
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert not build(journal.request(output=output)).written


def test_without_another_output_it_is_refused_in_words(
    journal: JournalFolder, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.write("2026-03-14.md", "A day.\n")
    _stop_writing(journal.path, monkeypatch)
    ran = run("build", journal.path)
    assert (ran.code, ran.err) == (3, f"journalgen: You have no permission for {journal.site}.\n")


def test_two_journals_have_two_folders_in_the_cache(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stop_writing(tmp_path, monkeypatch)
    found = {state_folder(tmp_path / name, Config()) for name in ("one", "two", "one/../one")}
    assert len(found) == 2


@pytest.mark.parametrize(
    ("output", "wanted", "folder"),
    [
        ("site", None, "journal/site"),
        ("../public", None, "journal/../public"),
        ("/srv/site", None, "/srv/site"),
        ("~/site", None, "home/site"),
        ("~nobody-of-this-name/site", None, "journal/~nobody-of-this-name/site"),
        ("site", "/else", "/else"),
    ],
)
def test_where_the_site_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, wanted: str | None, folder: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    found = output_folder(tmp_path / "journal", Config(output=output), Path(wanted) if wanted else None)
    assert found == tmp_path / folder


def test_a_state_folder_that_was_asked_for_is_not_put_elsewhere(
    journal: JournalFolder, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(state="../state")
    assert make_state(journal.path, config).resolve() == tmp_path / "state"
    (tmp_path / "state" / ".gitignore").unlink()
    (tmp_path / "state").rmdir()
    _stop_writing(tmp_path / "state", monkeypatch)
    with pytest.raises(Refusal):
        make_state(journal.path, config)
    assert not cache.exists()


@pytest.mark.parametrize("data", [b"\xff\xfe", b"title = \n", b"[[[", b"\xef\xbb\xbftitle = 'x'\n", b""])
def test_broken_settings_are_told_and_the_defaults_serve(journal: JournalFolder, data: bytes) -> None:
    journal.write("journal.toml", data)
    settings = read_settings(journal.path)
    assert bool(settings.problems) is (data in (b"\xff\xfe", b"title = \n", b"[[["))
    assert settings.data == data


def test_settings_that_are_a_folder_are_refused(journal: JournalFolder) -> None:
    (journal.path / "journal.toml").mkdir()
    with pytest.raises(Refusal):
        read_settings(journal.path)
