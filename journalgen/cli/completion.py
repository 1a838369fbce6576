"""`journalgen completion`: completion of commands and options in the shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from journalgen.cli.spoken import Command
from journalgen.language import N_

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    name="completion",
    cls=Command,
    help=N_("Print what makes SHELL complete journalgen's commands and options."),
    example='eval "$(journalgen completion bash)"  # a line in ~/.bashrc',
)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion of a shell."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.BadArgumentUsage(shell)
    click.echo(kind(ctx.find_root().command, {}, "journalgen", "_JOURNALGEN_COMPLETE").source())
