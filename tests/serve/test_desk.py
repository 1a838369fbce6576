"""What can be done from a page: only files that a page is about, or names, are opened."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from journalgen.model.config import Config
from journalgen.parse.entry import EntryParser
from journalgen.serve.desk import Desk
from journalgen.serve.editor import Editor
from journalgen.serve.showing import Line, Showing
from tests.journals import NOW, JournalFolder

SHOWING = Showing(
    {"index.html": "", "2026/03/12.html": "2026-03-12.md"},
    problems=(Line("journal.toml:1: unknown", "journal.toml", 1),),
    todays="2026-03-12.md",
)


@dataclass
class Opened:
    """What an editor was asked to open."""

    files: list[tuple[str, int, int]] = field(default_factory=list)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    found = Opened()

    def note(self: Editor, file: Path, line: int = 0, column: int = 0) -> bool:
        found.files.append((file.name, line, column))
        return True

    monkeypatch.setattr(Editor, "open", note)
    return found


@pytest.fixture
def desk(journal: JournalFolder) -> Desk:
    journal.write("2026-03-12.md", "One.\nTwo.\n").write("journal.toml", "x = 1\n").write("secret.txt", "x")
    (journal.path.parent / "outside.md").write_text("Outside.")
    return Desk(journal.request(), Editor(("editor", "{file}")), lambda: NOW)


def test_the_file_of_a_page_is_opened_at_a_line(desk: Desk, opened: Opened) -> None:
    assert desk.open(SHOWING, "2026-03-12.md", 2, 3)
    assert desk.open(SHOWING, "journal.toml", 1)
    assert opened.files == [("2026-03-12.md", 2, 3), ("journal.toml", 1, 0)]


@pytest.mark.parametrize("path", ["secret.txt", "../outside.md", "", ".", "/etc/passwd", "2026-03-12.md/../secret.txt"])
def test_no_other_file_is(desk: Desk, opened: Opened, path: str) -> None:
    assert not desk.open(SHOWING, path)
    assert opened.files == []


def test_todays_entry_is_opened_at_its_end(desk: Desk, opened: Opened) -> None:
    assert desk.write(SHOWING)
    assert opened.files == [("2026-03-12.md", 3, 0)]
    assert not desk.write(Showing())


def test_a_new_entry_is_todays_and_never_takes_anothers_place(
    desk: Desk, opened: Opened, journal: JournalFolder
) -> None:
    made = [desk.new().name, desk.new().name]
    assert made == ["2026-03-15.md", "2026-03-15-1200.md"]
    assert [name for name, _, _ in opened.files] == made
    assert all((journal.path / name).is_file() for name in made)


def test_before_the_day_starts_it_counts_for_yesterday_and_leaves_the_day_its_name(journal: JournalFolder) -> None:
    journal.write("journal.toml", 'day_starts_at = "04:00"\n')
    early = Desk(journal.request(today=None), None, lambda: dt.datetime.combine(NOW.date(), dt.time(1)))
    made = early.new()
    assert made.name == "2026-03-15-0100.md"
    entry = EntryParser(Config(day_starts_at=dt.time(4))).parse(made.name, made.read_bytes()).entry
    assert (entry.day, entry.counted) == (NOW.date(), NOW.date() - dt.timedelta(days=1))
