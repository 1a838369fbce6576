from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.journals import JournalFolder, tree


@pytest.fixture
def written(journal: JournalFolder) -> JournalFolder:
    return (
        journal.write("2026-03-13.md", "---\ntitle: After the call\naliases: [the long day]\n---\nText.\n")
        .write("2026-03-14.md", "# After the rain\n\nText.\n")
        .write("2026-03-14-2140.md", "---\ntitle: Kept close\nprivate: yes\n---\nText.\n")
        .write("2026-03-15.md", "---\nmood: 1\n---\n# A low one\n")
        .write("notes/ideas.md", "# Ideas\n")
    )


def opened(journal: JournalFolder, what: str) -> str:
    ran = run("open", what, journal.path, "--no-open")
    assert (ran.code, ran.err) == (0, "")
    return Path(ran.out.strip()).relative_to(journal.path).as_posix()


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("2026-03-13", "2026-03-13.md"),
        ("2026-03-14 21:40", "2026-03-14-2140.md"),
        ("After the call", "2026-03-13.md"),
        (" after  THE call", "2026-03-13.md"),
        ("The Long Day", "2026-03-13.md"),
        ("after the r", "2026-03-14.md"),
        ("kept close", "2026-03-14-2140.md"),
        ("2026-03-14-2140.md", "2026-03-14-2140.md"),
        ("notes/ideas", "notes/ideas.md"),
        ("IDEAS", "notes/ideas.md"),
    ],
)
def test_an_entry_is_found_by_what_it_is_called(written: JournalFolder, what: str, name: str) -> None:
    assert opened(written, what) == name


def test_it_is_found_by_its_file_from_anywhere(written: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened(written, str(written.path / "notes" / "ideas.md")) == "notes/ideas.md"
    monkeypatch.chdir(written.path / "notes")
    assert opened(written, "ideas.md") == "notes/ideas.md"


def test_days_have_words(journal: JournalFolder) -> None:
    yesterday = dt.datetime.now().date() - dt.timedelta(days=1)  # noqa: DTZ005 -- as the command does
    journal.write(f"{yesterday}.md", "Text.\n").write("journal.toml", 'language = "de"\n')
    assert [opened(journal, word) for word in ("yesterday", "gestern")] == [f"{yesterday}.md"] * 2


def test_a_word_for_a_day_means_no_title(journal: JournalFolder) -> None:
    journal.write("2025-03-14.md", "---\ntitle: Today\nmood: 1\n---\nText.\n")
    ran = run("open", "today", journal.path, "--no-open")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "There is no entry for 'today'.\n"


def test_the_journal_may_stand_first(written: JournalFolder) -> None:
    ran = run("open", written.path, "2026-03-13", "--no-open")
    assert (ran.code, ran.out) == (0, f"{written.path / '2026-03-13.md'}\n")


@pytest.mark.parametrize("what", ["2026-03-14", "after the"])
def test_several_are_listed_and_none_is_opened(
    written: JournalFolder, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setenv("VISUAL", "an-editor-that-must-not-be-opened")
    before = tree(written.path)
    ran = run("open", what, written.path)
    assert (ran.code, ran.out) == (2, "")
    assert "Several entries are meant" in ran.err
    assert "2026-03-14.md  After the rain\n" in ran.err
    assert "Kept close" not in ran.err
    assert tree(written.path) == before


@pytest.mark.parametrize(
    ("what", "near"),
    [("aftr the call", "2026-03-13.md"), ("the rain", "2026-03-14.md"), ("zanzibar", ""), ("2020-01-01", ""), ("", "")],
)
def test_for_none_those_that_come_close_are_named(written: JournalFolder, what: str, near: str) -> None:
    ran = run("open", what, written.path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"There is no entry for '{what}'.\n")
    assert ("Perhaps one of these" in ran.err) == bool(near)
    assert near in ran.err


@pytest.mark.parametrize("what", ["kept clos", "kept close.", "a low on", "low one"])
def test_what_stays_closed_is_not_brought_up(written: JournalFolder, what: str) -> None:
    ran = run("open", what, written.path, "--no-open")
    if ran.code:  # its title's own beginning is asking for it
        assert "Kept" not in ran.err
        assert "A low one" not in ran.err


def test_many_are_not_listed_all(journal: JournalFolder) -> None:
    for number in range(25):
        journal.write(f"2025-01-{number + 1:02}.md", f"# Nights {number}\n")
    ran = run("open", "nights", journal.path)
    assert ran.err.count("\n") == 22
    assert ran.err.endswith("    and 5 older ones\n")
