from __future__ import annotations

import pytest

from journalgen.model.exercises import EXERCISES
from journalgen.source.exercises import shipped_exercises
from tests.cli.running import run
from tests.journals import JournalFolder, tree


def test_each_is_listed_in_a_line_and_nothing_is_written(journal: JournalFolder) -> None:
    before = tree(journal.path)
    ran = run("exercises", journal.path)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines] == list(EXERCISES)
    assert [line.split(maxsplit=1)[1] for line in lines] == [each.purpose for each in shipped_exercises()]
    assert tree(journal.path) == before


@pytest.mark.parametrize("name", EXERCISES)
def test_one_is_shown_with_its_headings_and_where_it_comes_from(name: str) -> None:
    ran = run("exercises", name)
    assert ran.code == 0
    [exercise] = [each for each in shipped_exercises() if each.name == name]
    assert ran.out.startswith(f"{exercise.title}\n{exercise.purpose}\n")
    assert "\n".join(exercise.origin) in ran.out
    assert ran.out.endswith(f"journalgen new --exercise {name}\n")
    assert "<!--" not in ran.out


@pytest.mark.parametrize("name", ["Thought Record", "thought_record", "THOUGHT-RECORD", "Gedanken ansehen"])
def test_a_name_is_known_however_it_is_written(journal: JournalFolder, name: str) -> None:
    journal.write("journal.toml", 'language = "de"\n')
    assert run("exercises", journal.path, name).out.startswith("Gedanken ansehen\n")


def test_one_that_is_not_there_is_said_with_those_that_are() -> None:
    ran = run("exercises", "handstand")
    assert ran.code == 2
    assert "thought-record, problem-solving" in ran.err


def test_a_journal_that_is_not_there_is_refused(journal: JournalFolder) -> None:
    ran = run("exercises", journal.path / "nowhere")
    assert ran.code == 3


def test_more_than_a_journal_and_a_name_are_too_much(journal: JournalFolder) -> None:
    assert run("exercises", journal.path, "values", "values").code == 2
