from __future__ import annotations

import subprocess
import sys

import click
import pytest

from journalgen.cli import COMMANDS, journalgen
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
    assert "Exit codes: 0 done, 1" in out
