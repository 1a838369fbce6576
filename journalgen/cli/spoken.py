"""Commands that speak the language of the person at the terminal: click's own words as well as ours."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from typing import Any

import click

from journalgen.cli.system import terminal_language
from journalgen.language import CATALOGUES, DOMAIN, N_

# What was written in English, by the command or the option that it belongs to.
_english: dict[object, str] = {}

# Words that click uses where a person can see them, and the marks of its usage line.
CLICK = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("No such option: {name}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Choose from:\n\t{choices}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Option {name!r} does not take a value."),
    N_("Error: invalid input"),
)


def counted_by_click(number: int, ngettext: Callable[[str, str, int], str]) -> tuple[str, ...]:
    """Return click's sentences that change with a number; here gettext's tools find them."""
    return (
        ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", number),
        ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", number),
        ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", number),
        ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", number),
        ngettext(
            "{value!r} does not match the format {format}.",
            "{value!r} does not match the formats {formats}.",
            number,
        ),
    )


def speak() -> None:
    """Let click find its words in journalgen's catalogues."""
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)


def _say(of: object, text: str | None) -> str | None:
    """Return a text in the language of the terminal; `of` is what it belongs to."""
    if not text:
        return text
    return terminal_language().gettext(_english.setdefault(of, text))


class Command(click.Command):
    """A command whose help is said in the language of the terminal; `example` stands below it as it is."""

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.example = example

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how it is called, which both the help and an error begin with."""
        translate(self)
        super().format_usage(ctx, formatter)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, and an example."""
        super().format_help_text(ctx, formatter)
        if self.example:
            say = terminal_language().gettext
            lines = "\n".join(f"  {line}" for line in self.example.splitlines())
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text("\b\n" + say("Example:") + "\n" + lines)


class Group(Command, click.Group):
    """A command with commands of its own."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with what it does in the language of the terminal."""
        for name in self.list_commands(ctx):
            if command := self.get_command(ctx, name):
                translate(command)
        click.Group.format_commands(self, ctx, formatter)


def translate(command: click.Command) -> None:
    """Put what a command and its options say of themselves into the language of the terminal."""
    say = terminal_language().gettext
    command.help = _say(command, command.help)
    command.epilog = _say((command, "epilog"), command.epilog)
    command.options_metavar = say("[OPTIONS]")
    if isinstance(command, click.Group):
        command.subcommand_metavar = say("COMMAND [ARGS]...")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            parameter.help = _say(parameter, parameter.help)
