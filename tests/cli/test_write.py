from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from journalgen.cli import write
from journalgen.writing.clock import Clock
from journalgen.writing.editor import Closed
from tests.cli.running import Ran, run
from tests.journals import JournalFolder

pytestmark = pytest.mark.usefixtures("evening")


class Evening:
    """An editor that takes its time, as a clock has it that nobody has to wait for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 5000.0
        self.takes = 0.0
        self.closed = Closed.WELL
        self.opened: list[str] = []
        self.waited = 0.0
        self.interrupted = False
        monkeypatch.setattr(write, "CLOCK", Clock(lambda: self.now, self.wait))
        monkeypatch.setattr("journalgen.cli.desk.open_in_editor", self.open)

    def open(self, path: Path, line: int = 0) -> Closed:
        self.opened.append(path.name)
        self.now += self.takes
        return self.closed

    def wait(self, seconds: float) -> None:
        if self.interrupted:
            self._interrupt()
        self.waited += seconds
        self.now += seconds

    @staticmethod
    def _interrupt() -> NoReturn:
        raise KeyboardInterrupt


@pytest.fixture
def writing(monkeypatch: pytest.MonkeyPatch) -> Evening:
    monkeypatch.setenv("VISUAL", "code --wait")
    return Evening(monkeypatch)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(write, "is_watched", lambda: True)


def lines(ran: Ran) -> list[str]:
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()[1:]


@pytest.mark.parametrize(
    ("minutes", "takes", "said"),
    [
        (15, 900, ["15 minutes. That's enough for today."]),
        (15, 899, []),
        (1, 60, ["1 minute. That's enough for today."]),
        (1, 4000, ["1 minute. That's enough for today."]),
        (15, 1, []),
    ],
)
def test_one_sentence_when_the_time_is_up_and_none_before(
    journal: JournalFolder, writing: Evening, minutes: int, takes: float, said: list[str]
) -> None:
    writing.takes = takes
    assert lines(run("write", journal.path, "--minutes", str(minutes))) == said
    assert writing.waited == 0


def test_it_goes_on_with_todays_entry_unless_it_is_to_be_a_new_one(journal: JournalFolder, writing: Evening) -> None:
    for arguments in ((), (), ("--new",)):
        assert lines(run("write", journal.path, *arguments)) == []
    assert writing.opened == ["2026-03-15.md", "2026-03-15.md", "2026-03-15-2210.md"]


@pytest.mark.parametrize("closed", [Closed.FAILED, Closed.NEVER_OPEN])
def test_without_an_editor_no_time_is_told(journal: JournalFolder, writing: Evening, closed: Closed) -> None:
    writing.closed, writing.takes = closed, 900
    ran = run("write", journal.path)
    assert ran.code == 0
    assert "enough" not in ran.out
    assert "the file is there" in ran.err


@pytest.mark.parametrize("minutes", ["0", "-1", "181", "soon"])
def test_minutes_are_some(journal: JournalFolder, writing: Evening, minutes: str) -> None:
    assert run("write", journal.path, "--minutes", minutes).code == 2
    assert writing.opened == []


@pytest.mark.usefixtures("terminal")
def test_for_an_editor_in_its_own_window_the_terminal_keeps_the_time(journal: JournalFolder, writing: Evening) -> None:
    ran = run("write", journal.path)
    assert writing.waited == 900
    assert ran.out.count("\n") == 3
    assert "The time is kept here, until " in ran.out
    assert ran.out.endswith("15 minutes. That's enough for today.\n")


@pytest.mark.usefixtures("terminal")
def test_the_wait_may_end_at_any_time_and_nothing_is_said(journal: JournalFolder, writing: Evening) -> None:
    writing.interrupted = True
    ran = run("write", journal.path)
    assert (ran.code, ran.err) == (0, "")
    assert "enough" not in ran.out


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("editor", ["vim", "/usr/bin/nano", "emacs -nw"])
def test_one_in_the_same_terminal_that_is_closed_at_once_is_not_waited_for(
    journal: JournalFolder, writing: Evening, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("VISUAL", editor)
    ran = run("write", journal.path)
    assert (ran.code, writing.waited) == (0, 0)
    assert "enough" not in ran.out


@pytest.mark.usefixtures("terminal")
def test_the_title_says_until_when_before_the_editor_begins_and_is_put_back(
    journal: JournalFolder, writing: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing.takes = 10
    ran = run("write", journal.path)
    assert ran.out.startswith("\x1b[22;2t\x1b]2;until ")
    assert ran.out.endswith("\x1b[23;2t")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in run("write", journal.path).out


@pytest.mark.skipif(sys.platform == "win32", reason="a script as POSIX has it")
def test_a_real_editor_is_opened_with_the_file(
    journal: JournalFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "mine"
    script.write_text('#!/bin/sh\necho "Whatever comes." >> "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", os.fspath(script))
    assert lines(run("write", journal.path)) == []
    assert (journal.path / "2026-03-15.md").read_text().endswith("Whatever comes.\n")
