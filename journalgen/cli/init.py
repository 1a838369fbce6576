"""`journalgen init`: a small journal to start from."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from journalgen.cli.spoken import Command
from journalgen.cli.system import system_language, terminal_language
from journalgen.cli.terminal import near
from journalgen.language import N_, catalogues, is_known, is_translated, load
from journalgen.writing.init import make_journal


@click.command(
    name="init",
    cls=Command,
    help=N_(
        "Make a small, friendly journal in DIR (this folder, if none is given): settings, a support plan, a first entry.\n\n"
        "What is there already stays as it is."
    ),
    example="journalgen init ~/journal",
)
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
def command(folder: Path) -> None:
    """Make a small journal."""
    name = _language()
    made = make_journal(folder, dt.datetime.now(), name, load(name))  # noqa: DTZ005 -- the civil time on the wall
    say = terminal_language().gettext
    for path in made.made:
        click.echo(say("made: %(path)s") % {"path": near(path)})
    for path in made.kept:
        click.echo(say("left as it was: %(path)s") % {"path": near(path)})
    where = near(folder)
    click.echo(say("Write something, then: journalgen build %(folder)s") % {"folder": where})


def _language() -> str:
    """Return the language of a new journal: the system's, unless somebody at the terminal wants another one.

    It is written down, so that a build by a timer, which has no language, makes the same site.
    """
    name = system_language()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return name if is_translated(name) else "en"
    language = terminal_language()
    say = language.gettext
    click.echo(say("Languages with words of their own: %(known)s.") % {"known": ", ".join(catalogues())})
    while True:
        wanted = str(click.prompt(say("Language of the journal"), default=name)).strip()
        if is_known(wanted):
            return wanted.replace("-", "_")
        click.echo(say("journalgen knows no language '%(name)s'.") % {"name": wanted})
