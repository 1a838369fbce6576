from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import environment, run
from tests.cli.wall import NOW, Clock
from tests.journals import JournalFolder, tree

pytestmark = pytest.mark.usefixtures("evening")


def today(journal: JournalFolder, *arguments: str) -> str:
    ran = run("today", journal.path, "--no-open", *arguments)
    assert (ran.code, ran.err) == (0, "")
    return Path(ran.out.strip()).relative_to(journal.path).as_posix()


def test_it_is_made_once_and_then_opened(journal: JournalFolder) -> None:
    assert today(journal) == "2026-03-15.md"
    before = tree(journal.path)
    assert today(journal) == "2026-03-15.md"
    assert tree(journal.path) == before


def test_it_is_the_newest_of_the_day_wherever_its_day_is_said(journal: JournalFolder) -> None:
    journal.write("2026-03-15.md", "First.\n").write("notes/call.md", "---\ndate: 2026-03-15 20:00\n---\nThen.\n")
    assert today(journal) == "notes/call.md"
    journal.write("2026-03-15-2100.md", "---\nopen_on: 2027-01-01\n---\nDear me.\n")
    journal.write("2026-03-15-2130.md", "---\nexercise: values\n---\nWhat counts.\n")
    assert today(journal) == "notes/call.md"


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({".obsidian/daily-notes.json": '{"folder": "Daily", "format": "DD-MM-YYYY"}'}, "Daily/15-03-2026.md"),
        ({"logseq/config.edn": "{}", "journals/2026_01_01.md": "x"}, "journals/2026_03_15.md"),
        ({"diary/2025/12/31.md": "x"}, "diary/2026/03/15.md"),
    ],
)
def test_it_goes_where_the_writers_own_lie_and_is_found_there(
    journal: JournalFolder, files: dict[str, str], name: str
) -> None:
    for path, text in files.items():
        journal.write(path, text)
    assert [today(journal), today(journal)] == [name, name]


def test_at_night_it_is_still_the_evenings(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.write("journal.toml", 'day_starts_at = "04:00"\n').write("2026-03-15.md", "The evening.\n")
    monkeypatch.setattr(Clock, "at", NOW.replace(day=16, hour=1))
    assert today(journal) == "2026-03-15.md"
    journal.delete("2026-03-15.md")
    assert [today(journal), today(journal)] == ["2026-03-16-0110.md", "2026-03-16-0110.md"]
    monkeypatch.setattr(Clock, "at", NOW.replace(day=16, hour=9))
    assert today(journal) == "2026-03-16.md"


def test_the_editor_is_told_the_last_line(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor = tmp_path / "vim"
    editor.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/told"\necho "Written." >> "$2"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    ran = run("today", journal.path)
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "told").read_text() == "+8\n"
    assert (journal.path / "2026-03-15.md").read_text().endswith("---\n\nWritten.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a script as POSIX has it")
def test_an_editor_that_leaves_it_as_it_was_harms_nothing(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.write("2026-03-14.md", "Yesterday.\n")
    monkeypatch.setenv("VISUAL", "true")
    assert run("today", journal.path).code == 0
    before = tree(journal.path)
    assert run("today", journal.path).code == 0
    assert tree(journal.path) == before


# All have found no entry of today's before the first makes one.
_AT_ONCE = """
import os, pathlib, sys, time
from journalgen.cli import main
from journalgen.writing import new

ready, create = pathlib.Path(sys.argv.pop(1)), new.create

def together(path, text):
    (ready / str(os.getpid())).touch()
    while len(os.listdir(ready)) < 4:
        time.sleep(0.01)
    return create(path, text)

new.create = together
main()
"""


def test_four_at_once_make_one_and_open_it(journal: JournalFolder, tmp_path: Path) -> None:
    (ready := tmp_path / "ready").mkdir()
    asked = [sys.executable, "-c", _AT_ONCE, str(ready), "today", str(journal.path), "--no-open"]
    running = [subprocess.Popen(asked, env=environment(), stdout=subprocess.PIPE, text=True) for _ in range(4)]
    printed = [each.communicate(timeout=60)[0] for each in running]
    assert printed == [f"{path}\n" for path in journal.path.glob("*.md")] * 4


def test_a_file_that_is_no_entry_of_the_journal_is_not_opened_for_one(journal: JournalFolder) -> None:
    journal.write("journal.toml", 'ignore = ["2026-03-15.md"]\n').write("2026-03-15.md", "Not for here.\n")
    assert [today(journal), today(journal)] == ["2026-03-15-2210.md", "2026-03-15-2210.md"]
