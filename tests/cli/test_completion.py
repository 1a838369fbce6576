from __future__ import annotations

import subprocess
import sys

import click
import pytest

from journalgen.cli import COMMANDS, journalgen
from journalgen.cli.occasions import IN_A_LINE
from tests.cli.running import environment, run


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell: str) -> None:
    ran = run("completion", shell)
    assert ran.code == 0
    assert "_JOURNALGEN_COMPLETE" in ran.out


@pytest.mark.parametrize(("typed", "offered"), [("journalgen ", set(COMMANDS)), ("journalgen build --pl", {"--plain"})])
def test_what_the_script_asks_for_is_answered(typed: str, offered: set[str]) -> None:
    asked = {
        "_JOURNALGEN_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split(" ")) - 1),
    }
    ran = subprocess.run(
        [sys.executable, "-c", "from journalgen.cli import main; main()"],
        env=environment(**asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert {line.partition(",")[2] for line in ran.stdout.splitlines()} == offered
    assert ran.stderr == ""


def test_an_unknown_shell_is_a_mistake_of_usage() -> None:
    assert run("completion", "tcl").code == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    assert f"journalgen {name}" in ran.out.partition("Example")[2]
    command = journalgen.get_command(click.Context(journalgen), name)
    assert command is not None
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_the_whole_says_what_the_exit_codes_mean() -> None:
    out = run("--help").out
    assert all(name in out for name in COMMANDS)
    assert "Exit codes: 0 done, 1 done but entries have errors, 2" in " ".join(out.split())


@pytest.mark.parametrize("language", ["C.UTF-8", "de_DE.UTF-8"])
def test_the_whole_fits_a_screen_and_goes_from_a_day_to_a_year(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("LANG", language)
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("--help").out.splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80
    assert not any(line.endswith("...") for line in lines if "[" not in line)
    if language.startswith("C"):
        headings = [line for line in lines if line.endswith(":") and not line.startswith(" ")]
        assert headings == ["To begin:", "Each day:", "Each week:", "Each year:", "Now and then:"]


def test_every_command_stands_in_it_once_and_what_is_placed_is_there() -> None:
    lines = run("--help").out.splitlines()
    for name in COMMANDS:
        assert sum(line.startswith(f"  {name} ") for line in lines) == 1
    assert set(IN_A_LINE) <= set(COMMANDS)
