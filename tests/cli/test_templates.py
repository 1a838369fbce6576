from __future__ import annotations

from pathlib import Path

import pytest

from journalgen.build.code import templates_folder
from journalgen.render.theme import Theme
from journalgen.wording.templates import TEMPLATES
from tests.cli.running import run
from tests.journals import JournalFolder


def test_every_template_says_what_it_is_for() -> None:
    assert set(TEMPLATES) == set(Theme(templates_folder()).names())


def test_each_is_listed_with_whose_it_is(journal: JournalFolder) -> None:
    journal.write("templates/month.html", '{% extends "theme/month.html" %}')
    lines = run("templates", "list", "--journal", journal.path).out.splitlines()
    assert len(lines) == len(TEMPLATES)
    assert [line.split()[0] for line in lines if line.endswith("(yours)")] == ["month.html"]
    assert ["entry.html", "an", "entry"] in [line.split() for line in lines]


@pytest.mark.parametrize("name", ["entry.html", "macros/mood.html"])
def test_a_copy_makes_the_same_pages(journal: JournalFolder, name: str) -> None:
    journal.write("2026-03-14.md", "---\nmood: 7\n---\nA day.\n").build()
    before = journal.pages()
    ran = run("templates", "copy", name, "--journal", journal.path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("made: ")
    journal.build()
    assert journal.pages() == before


def test_what_is_there_is_left_alone(journal: JournalFolder) -> None:
    journal.write("templates/entry.html", "mine")
    ran = run("templates", "copy", "entry.html", "--journal", journal.path)
    assert ran.code == 3
    assert "is there already" in ran.err
    assert (journal.path / "templates" / "entry.html").read_text() == "mine"


@pytest.mark.parametrize(
    "name", ["nothing.html", "../../journalgen/__init__.py", "assets/style.css", "theme/entry.html", ""]
)
def test_what_is_no_template_is_not_copied(journal: JournalFolder, name: str) -> None:
    ran = run("templates", "copy", name, "--journal", journal.path)
    assert ran.code == 3
    assert "There is no template" in ran.err
    assert not (journal.path / "templates").exists()


def test_the_folder_it_is_in_unless_another_is_named(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(journal.path)
    assert run("templates", "copy", "year.html").out == f"made: {Path('templates/year.html')}\n"


def test_a_mistake_in_one_is_told_with_its_place(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "A day.\n").write("templates/entry.html", "\n\n{% if %}")
    ran = run("build", journal.path)
    assert ran.code == 3
    assert ran.err.startswith(f"journalgen: {journal.path / 'templates' / 'entry.html'}, line 3: ")
    assert not (journal.site / "index.html").exists()
    checked = run("check", journal.path)
    assert checked.code == 1
    assert checked.out.startswith("templates/entry.html:3: ")
