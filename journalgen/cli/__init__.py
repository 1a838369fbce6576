"""The `journalgen` command. Each subcommand is imported only when it is called, since imports are most of a short run."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from importlib import import_module
from typing import NoReturn

import click

from journalgen import __version__
from journalgen.cli.spoken import Group, speak, translate
from journalgen.cli.system import terminal_language
from journalgen.cli.terminal import EXIT_REFUSED, EXIT_STOPPED, tell_refusal
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
    "review": "journalgen.cli.review",
    "remind": "journalgen.cli.remind",
    "build": "journalgen.cli.build",
    "serve": "journalgen.cli.serve",
    "check": "journalgen.cli.check",
    "stats": "journalgen.cli.stats",
    "patterns": "journalgen.cli.patterns",
    "summary": "journalgen.cli.summary",
    "templates": "journalgen.cli.templates",
    "clean": "journalgen.cli.clean",
    "completion": "journalgen.cli.completion",
}


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

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by when one needs them, so that all of it fits a screen."""
        from journalgen.cli.occasions import IN_A_LINE, OCCASIONS  # noqa: PLC0415 -- for the help alone

        say = terminal_language().gettext
        width = max(map(len, COMMANDS))
        placed = {name for _, names in OCCASIONS for name in names}
        for heading, names in OCCASIONS:
            shown = [name for name in names if name in COMMANDS]
            if not names:
                shown = [name for name in COMMANDS if name not in placed]
            with formatter.section(say(heading)):
                formatter.write_dl([
                    (name.ljust(width), say(IN_A_LINE[name]) if name in IN_A_LINE else self._first_sentence(ctx, name))
                    for name in shown
                ])  # fmt: skip

    def _first_sentence(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        if command is None:
            return ""
        translate(command)
        return command.get_short_help_str(60)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=N_(
        "Make a private, browsable site from a folder of journal entries. Nothing is sent anywhere, by the program or by the pages."
    ),
    epilog=N_(
        "COMMAND --help says more of each, --version which this is. Exit codes: 0 done, 1 done but entries have errors, "
        "2 the command was not understood, 3 the machine refused."
    ),
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
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        # As `__main__` left it while all this was loaded.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        # In click's standalone mode, what Ctrl-C stopped would end with 1, as what was done does whose entries have errors.
        code = journalgen.main(prog_name="journalgen", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(EXIT_STOPPED)
    except Refusal as refusal:
        tell_refusal(refusal)
    except BrokenPipeError:
        # Whoever was reading has gone away, as `head` does.
        sys.stderr.close()
    except OSError as error:
        tell_refusal(refused(error))
    else:
        if isinstance(code, int) and code:
            sys.exit(code)
        return
    sys.exit(EXIT_REFUSED)
