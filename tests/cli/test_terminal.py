from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from journalgen.cli import main
from journalgen.cli.terminal import count, is_plain, near, tell_problems
from journalgen.language import load
from journalgen.problems import Level, Location, problem
from tests.cli.running import process, run
from tests.journals import JournalFolder


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("asked", "environment", "stream", "plain"),
    [
        (False, {}, _Terminal(), False),
        (False, {"NO_COLOR": ""}, _Terminal(), False),
        (True, {}, _Terminal(), True),
        (False, {"NO_COLOR": "1"}, _Terminal(), True),
        (False, {"TERM": "dumb"}, _Terminal(), True),
        (False, {}, io.StringIO(), True),
    ],
)
def test_plain_is_for_whoever_asks_and_for_what_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, asked: bool, environment: dict[str, str], stream: io.StringIO, plain: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stderr", stream)
    assert is_plain(asked) is plain


@pytest.mark.parametrize(("name", "shown"), [("en", "3,413"), ("de", "3.413"), ("fr", "3\u202f413")])
def test_numbers_are_grouped_as_the_language_does(name: str, shown: str) -> None:
    assert count(3413, load(name)) == shown


def test_paths_are_short_where_they_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert near(tmp_path / "site" / "index.html") == str(Path("site", "index.html"))
    assert near(Path("/x")) == "/x"


def test_a_hint_is_given_once(capsys: pytest.CaptureFixture[str]) -> None:
    found = [problem(Location(f"{day}.md"), Level.WARNING, "undated") for day in "ab"]
    tell_problems(found, err=False)
    lines = capsys.readouterr().out.splitlines()
    assert [line.startswith("    ") for line in lines] == [False, True, False]


def test_what_the_system_refuses_is_one_sentence(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "/somewhere")

    monkeypatch.setattr("journalgen.cli.stats.read", refuse)
    ran = run("stats", journal.path)
    assert (ran.code, ran.err) == (3, "journalgen: You have no permission for /somewhere.\n")


def test_a_mistake_of_the_program_is_not_hidden(journal: JournalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("journalgen.cli.stats.read", fail)
    monkeypatch.setattr(sys, "argv", ["journalgen", "stats", str(journal.path)])
    with pytest.raises(ZeroDivisionError):
        main()


def test_a_terminal_without_the_letters_shows_others(journal: JournalFolder) -> None:
    journal.write("2026-03-14.md", "---\nmood: 好\n---\nText.\n")
    ran = process("build", journal.path, PYTHONIOENCODING="iso8859-1")
    assert ran.returncode == 1
    assert ran.stderr == "2026-03-14.md:2:7: mood: expected 1 to 10, got '?'\n"
    assert " s ? " in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build",), "1 entry, "),
        (("check",), "mood: expected 1 to 10"),
        (("stats",), "1 entry on 1 day"),
        (("open", "nothing"), "There is no entry for"),
        (("new", "--append", "--date", "2026-03-14"), "--append needs a time"),
        (("new", "--mood", "great"), "expected 1 to 10"),
        (("prompt", "--theme", "nothing"), "the themes are"),
        (("summary",), "These are the 28 days up to today"),
        (("templates", "copy", "nothing", "--journal"), "There is no template"),
        (("clean", "--yes"), "There is nothing to remove."),
    ],
)
def test_what_is_said_of_a_german_journal_is_in_the_language_of_the_terminal(
    journal: JournalFolder, arguments: tuple[str, ...], said: str
) -> None:
    journal.write("journal.toml", 'language = "de"\n').write("2026-03-14.md", "---\nmood: great\n---\nEin Tag.\n")
    ran = run(*arguments, journal.path)
    assert said in ran.out + ran.err
