"""`journalgen today`: today's entry in the writer's editor."""

from __future__ import annotations

from pathlib import Path

import click

from journalgen.cli.desk import desk_at, show
from journalgen.cli.spoken import Command
from journalgen.cli.terminal import journal_argument
from journalgen.language import N_


@click.command(
    name="today",
    cls=Command,
    help=N_(
        "Open today's entry in JOURNAL, the newest of the day, or make it if there is none, and print its path.\n\n"
        "Letters that are still sealed and exercises are left alone."
    ),
    example="journalgen today ~/journal",
)
@journal_argument
@click.option("--no-open", is_flag=True, help=N_("Only print its path, and make the file if there is none."))
def command(journal: Path, no_open: bool) -> None:
    """Open today's entry, or make it."""
    desk = desk_at(journal)
    show(desk.todays(), no_open=no_open)
