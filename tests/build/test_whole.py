from __future__ import annotations

import datetime as dt
import errno
import os
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from journalgen.build import parsing
from journalgen.build.build import build
from journalgen.output.lock import acquire
from journalgen.problems import Level
from journalgen.refusal import Refusal
from journalgen.source.files import read
from tests.journals import TODAY, JournalFolder, tree, written
from tests.output.places import stopped_at

LONG = "The first words stand in lists. " * 30


def _year(journal: JournalFolder) -> JournalFolder:
    for day in range(1, 29):
        journal.write(
            f"2026-02-{day:02}.md", f"---\nmood: {day % 10 + 1}\ntags: [t{day % 3}]\n---\n{LONG}\n\nEnd {day}.\n"
        )
    return journal


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in (folder, *folder.rglob("*"))
        if path.exists()
    }


def test_a_second_build_writes_nothing(journal: JournalFolder) -> None:
    _year(journal).build()
    before = _stamps(journal.site)
    report = journal.build()
    assert (report.written, report.removed, report.unchanged) == ((), (), report.pages)
    assert _stamps(journal.site) == before


@pytest.mark.parametrize("day", [1, 14, 28])
def test_one_edited_text_rewrites_one_page(journal: JournalFolder, day: int) -> None:
    _year(journal).build()
    journal.write(
        f"2026-02-{day:02}.md",
        f"---\nmood: {day % 10 + 1}\ntags: [t{day % 3}]\n---\n{LONG}\n\nAnother end, with more.\n",
    )
    assert written(journal.build()) == [f"2026/02/{day:02}.html"]


def test_a_new_opening_rewrites_what_shows_it(journal: JournalFolder) -> None:
    _year(journal).build()
    journal.write("2026-02-04.md", f"---\nmood: 5\ntags: [t1]\n---\nOther first words. {LONG}\n")
    report = journal.build()
    assert set(written(report)) == {
        "2026/02/04.html", "2026/02/index.html", "tags/t1.html", "on-this-day/02-04.html"
    }  # fmt: skip
    for path in written(report):
        assert "Other first words" in journal.page(path)


def test_midnight_changes_only_what_knows_the_day(journal: JournalFolder) -> None:
    _year(journal).build()
    journal.today = TODAY + dt.timedelta(days=1)
    # The rhythm of the last days is on its own page, and in the overview.
    of_rhythm = {"patterns/rhythm.html", "patterns/index.html"}
    assert set(written(journal.build())) <= {"index.html", "on-this-day/index.html", *of_rhythm}


def test_a_changed_template_rewrites_the_pages_made_with_it(journal: JournalFolder) -> None:
    _year(journal).own_templates(journal.path.parent / "theme").build()
    file = journal.options["templates"] / "month.html"
    file.write_text(file.read_text(encoding="utf-8").replace("{% block content %}", "{% block content %}Edited."))
    assert written(journal.build()) == ["2026/02/index.html"]
    assert "Edited." in journal.page("2026/02/index.html")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("month.html", "{% if %}", 1),
        ("home.html", "one\n{{ view.nothing }}", 2),
        ("entry.html", "{% extends 'nowhere.html' %}", 1),
        ("support.html", '\n{% include "a" ~ "b" %}', 2),
        ("macros/rows.html", "{% macro rows( %}", 1),
    ],
)
def test_a_mistake_in_a_template_leaves_the_old_site_whole(
    journal: JournalFolder, name: str, text: str, line: int
) -> None:
    _year(journal).own_templates(journal.path.parent / "theme").build()
    before = journal.pages()
    journal.write("2026-02-04.md", "Edited.\n").write("support.md", "Breathe.\n")
    file = journal.options["templates"] / name
    sound = file.read_text(encoding="utf-8")
    file.write_text(text)
    with pytest.raises(Refusal) as refusal:
        journal.build()
    assert refusal.value.code.startswith("template-")
    assert refusal.value["template"].endswith(name)
    assert refusal.value["line"] == str(line)
    assert journal.pages() == before
    file.write_text(sound, encoding="utf-8")
    assert "2026/02/04.html" in written(journal.build())


@pytest.fixture(params=[(errno.ENOSPC, "disk-full"), (errno.EROFS, "no-permission"), (errno.EIO, "disk-error")])
def fault(request: pytest.FixtureRequest) -> tuple[OSError, str]:
    number, code = request.param
    return OSError(number, os.strerror(number)), code


@pytest.mark.parametrize("at", [0, 1, 2])
def test_what_the_disk_refuses_leaves_the_old_site_whole(
    journal: JournalFolder, fault: tuple[OSError, str], at: int
) -> None:
    error, code = fault
    _year(journal).build()
    before = journal.pages()
    journal.write("2026-02-04.md", "Edited.\n").write("2026-03-01.md", "New.\n")

    def stop() -> None:
        raise error

    with pytest.raises(Refusal) as refusal, stopped_at(at, stop, steps=("write_new",)):
        journal.build()
    assert refusal.value.code == code
    assert journal.pages() == before
    journal.build()
    assert "2026/03/01.html" in journal.pages()
    assert not journal.build().written


@pytest.mark.parametrize("command", ["open", "update"])
def test_a_full_disk_met_by_the_cache_is_said_in_a_sentence(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    _year(journal).build()
    before = journal.pages()
    journal.write("2026-02-04.md", "Edited.\n")

    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_FULL, "SQLITE_FULL"
        raise error

    monkeypatch.setattr("journalgen.build.cache.Cache." + ("_prepare" if command == "open" else "update"), full)
    with pytest.raises(Refusal) as refusal:
        journal.build()
    assert refusal.value.code == "disk-full"
    assert journal.pages() == before


def test_a_file_that_vanishes_meanwhile_is_no_entry(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    _year(journal)
    monkeypatch.setattr(parsing, "read", lambda folder, path: None if path.endswith("04.md") else read(folder, path))
    assert journal.build().entries == 27
    monkeypatch.undo()
    assert journal.build().entries == 28


def test_a_file_that_cannot_be_read_is_a_problem_of_its_own(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    _year(journal)

    def refuse(folder: Path, path: str) -> object:
        if path.endswith("04.md"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return read(folder, path)

    monkeypatch.setattr(parsing, "read", refuse)
    report = journal.build()
    assert report.entries == 28
    assert [(each.where.path, each.code) for each in report.problems] == [("2026-02-04.md", "unreadable-file")]
    monkeypatch.undo()
    assert journal.build().problems == ()


@pytest.mark.parametrize("public_only", [False, True])
def test_a_folder_that_cannot_be_read_is_a_problem_and_the_rest_is_built(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch, public_only: bool
) -> None:
    _year(journal).write("shut/2026-03-01.md", "Locked away.\n")
    real = os.scandir

    def refuse(path: Any) -> object:
        if Path(path) == journal.path / "shut":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    for _ in range(2):
        report = journal.build(public_only=public_only)
        assert report.entries == 28
        told = [(each.where.path, each.level, each.code, each["reason"]) for each in report.problems]
        assert told == [("shut/", Level.ERROR, "unreadable-file", "Permission denied")]
    monkeypatch.undo()
    report = journal.build(public_only=public_only)
    assert (report.entries, report.problems) == (29, ())


def test_the_second_of_two_builds_waits_and_sees_what_the_first_saw(journal: JournalFolder) -> None:
    _year(journal).build()
    lock = acquire(journal.path / ".journalgen" / "lock")
    journal.write("2026-02-04.md", "Edited.\n")
    waited = []

    def meanwhile() -> None:
        waited.append(True)
        journal.write("2026-03-01.md", "Written while it waited.\n").delete("2026-02-05.md")
        lock.release()

    report = build(journal.request(), on_wait=meanwhile)
    assert waited
    assert "2026/03/01.html" in written(report)
    assert "2026/02/05.html" not in journal.pages()
    assert not journal.build().written


def test_the_second_says_so_where_the_first_takes_long(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    _year(journal).build()
    before = journal.pages()
    journal.write("2026-02-04.md", "Edited.\n")
    monkeypatch.setattr(time, "monotonic", iter(range(0, 10_000, 20)).__next__)
    with acquire(journal.path / ".journalgen" / "lock"), pytest.raises(Refusal) as refusal:
        journal.build()
    assert refusal.value.code == "locked"
    assert journal.pages() == before


def test_the_journal_is_as_it_was(journal: JournalFolder) -> None:
    _year(journal).write("broken.md", b"\xff\xfe\0").write("support.md", "Breathe.\n").write("photo.jpg", b"\xff")
    before, stamps = tree(journal.path), _stamps(journal.path)
    elsewhere = journal.path.parent / "site"
    journal.build(output=elsewhere)
    journal.build(output=elsewhere, force=True)
    after = {name: data for name, data in tree(journal.path).items() if not name.startswith(".journalgen/")}
    assert after == before
    now = _stamps(journal.path)
    assert {path: now[path] for path in stamps if path != str(journal.path)} == {
        path: stamp for path, stamp in stamps.items() if path != str(journal.path)
    }
