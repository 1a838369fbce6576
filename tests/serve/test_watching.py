"""What the system tells of a folder: real files, changed as editors and other programs do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journalgen.serve.changes import Changes
from journalgen.serve.watching import Watching

ENTRY = "entries/2026/2026-03-12.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    journal = tmp_path / "journal"
    for name in ("entries/2026", "site/2026", ".journalgen", ".git", ".obsidian"):
        (journal / name).mkdir(parents=True)
    (journal / ENTRY).write_text("As it was.")
    return journal


@pytest.fixture
def changes(folder: Path) -> Iterator[Changes]:
    told = Changes()
    watching = Watching(folder, (folder / "site", folder / ".journalgen"), told)
    assert watching.start()
    yield told
    watching.stop()


def _in_place(file: Path) -> None:
    file.write_text("In its place.")


def _renamed_over(file: Path) -> None:
    """As vim, VS Code and most programs that care do."""
    beside = file.with_name(".tmp-2026")
    beside.write_text("Beside.")
    beside.replace(file)


def _backed_up(file: Path) -> None:
    """As Emacs and gedit do: the old file becomes the backup."""
    file.rename(file.with_name(file.name + "~"))
    file.write_text("Anew.")


def _appended(file: Path) -> None:
    with file.open("a") as end:
        end.write("And on.")


@pytest.mark.parametrize("save", [_in_place, _renamed_over, _backed_up, _appended, Path.unlink])
def test_every_way_of_saving_is_told(folder: Path, changes: Changes, save: Callable[[Path], None]) -> None:
    save(folder / ENTRY)
    assert changes.wait(10) is True
    assert os.path.realpath(folder / ENTRY) in changes.take()


@pytest.mark.parametrize(
    "name", ["2026-03-13.md", "entries/2026-03-13.md", "journal.toml", "support.md", ".obsidian/app.json"]
)
def test_new_files_are_told(folder: Path, changes: Changes, name: str) -> None:
    (folder / name).write_text("New.")
    assert changes.wait(10) is True


def test_a_new_folder_is_watched_too(folder: Path, changes: Changes) -> None:
    (folder / "more").mkdir()
    assert changes.wait(10) is True
    (folder / "more/2026-03-14.md").write_text("In it.")
    assert changes.wait(10) is True
    (folder / "more").rename(folder.parent / "away")
    assert changes.wait(10) is True
    (folder.parent / "away").rename(folder / "more")
    assert changes.wait(10) is True
    (folder / "more/2026-03-14.md").write_text("Again.")
    assert changes.wait(10) is True


@pytest.mark.parametrize(
    "name",
    [
        "site/index.html",
        "site/2026/03.html",
        ".journalgen/cache.sqlite",
        ".git/index",
        "entries/2026/.2026-03-12.md.swp",
        "entries/2026/.#2026-03-12.md",
        "entries/2026/#2026-03-12.md#",
        "entries/2026/2026-03-12.md~",
        "entries/2026/.2026-03-12.md.kate-swp",
        "entries/2026/2026-03-12.md.tmp",
    ],
)
def test_what_is_no_news_is_not(folder: Path, changes: Changes, name: str) -> None:
    (folder / name).write_text("Nothing to see.")
    (folder / name).unlink()
    assert changes.wait(0.4) is False


def test_reading_is_not_told(folder: Path, changes: Changes) -> None:
    for _ in range(20):
        (folder / ENTRY).read_text()
    assert changes.wait(0.4) is False


def test_a_journal_with_many_folders_is_watched_as_a_whole(tmp_path: Path) -> None:
    for year in range(1990, 2026):
        (tmp_path / str(year)).mkdir()
    (tmp_path / "site").mkdir()
    told = Changes()
    watching = Watching(tmp_path, (tmp_path / "site",), told)
    assert watching.start()
    try:
        (tmp_path / "2001/2001-02-03.md").write_text("Long ago.")
        assert told.wait(10) is True
        while told.wait(0.4):
            # On a busy machine, one write is told in several pieces.
            pass
        (tmp_path / "site/index.html").write_text("No news.")
        assert told.wait(0.4) is False
    finally:
        watching.stop()


def test_where_it_can_not_be_watched_that_is_said(tmp_path: Path) -> None:
    watching = Watching(tmp_path / "nowhere", (), Changes())
    assert not watching.start()
    watching.stop()


def test_what_the_library_warns_of_names_no_folder_on_the_terminal() -> None:
    warns = "warnings.warn_explicit('/home/me/secret twice', RuntimeWarning, 'x.py', 1, module='watchdog.observers.inotify')"
    code = f"import warnings, journalgen.serve.watching; {warns}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
