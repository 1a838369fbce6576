"""The `journalgen` command. Each subcommand is imported only when it is called, since imports are most of a short run."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from journalgen import __version__
from journalgen.cli.spoken import Group, speak
from journalgen.cli.terminal import EXIT_REFUSED, tell_refusal
from journalgen.language import N_
from journalgen.refusal import Refusal, refused

# The name of each subcommand and the module that holds it, in the order in which people need them.
COMMANDS = {
    "init": "journalgen.cli.init",
    "today": "journalgen.cli.today",
    "new": "journalgen.cli.new",
    "open": "journalgen.cli.open",
    "write": "journalgen.cli.write",
    "prompt": "journalgen.cli.prompt",
    "exercises": "journalgen.cli.exercises",
    "remind": "journalgen.cli.remind",
    "build": "journalgen.cli.build",
    "serve": "journalgen.cli.serve",
    "check": "journalgen.cli.check",
    "stats": "journalgen.cli.stats",
    "patterns": "journalgen.cli.patterns",
    "templates": "journalgen.cli.templates",
    "clean": "journalgen.cli.clean",
    "completion": "journalgen.cli.completion",
}

_TO_BEGIN = """\
journalgen init my-journal
journalgen new my-journal
journalgen build my-journal"""


class _Commands(Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name]).command
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=N_(
        "Make a private, browsable site from a folder of journal entries.\n\n"
        "Everything stays on this machine: nothing is sent anywhere, by the program or by the pages.\n\n"
        "Exit codes: 0 done, 1 done but entries have errors, 2 the command was not understood, 3 the machine refused."
    ),
    example=_TO_BEGIN,
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def journalgen() -> None:
    """Make a private, browsable site from a folder of journal entries."""


def run() -> NoReturn:
    """Run the command and end the process at once.

    Everything is on the disk by then, and to take a million objects apart takes as long as a small build.
    """
    code = 1
    try:
        main()
        code = 0
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else int(ending.code is not None)
    finally:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.flush()
    os._exit(code)


def main() -> None:
    """Run the command; what the machine or a rule of safety refuses is one sentence and exit code 3, never a traceback."""
    # A command makes a million objects and lets go of nearly none before its end: to look for cycles among them is for nothing.
    gc.disable()
    speak()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows a question mark, rather than stopping everything.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    try:
        journalgen(prog_name="journalgen")
    except Refusal as refusal:
        tell_refusal(refusal)
    except BrokenPipeError:
        # Whoever was reading has gone away, as `head` does.
        sys.stderr.close()
    except OSError as error:
        tell_refusal(refused(error))
    else:
        return
    sys.exit(EXIT_REFUSED)
